import Casework
import Terminal
import Widgets

/// Every binding with its keys, and another key for it: the new one is given by pressing it.
struct KeyList: Screen {
    var rows: [Row] = []
    private var states: [KeyTable.State] = []
    private var keyMap = KeyMap()
    var selection = 0
    /// Whether the next key is the new one of the marked binding.
    var isAsking = false
    private var size = Size(width: 80, height: 20)

    struct Row: Sendable {
        /// The title of its screen.
        let screen: String
        let note: KeyNote
    }

    /// Carries the table of keys through an action.
    struct Found: Sendable {
        let rows: [Row]
        let states: [KeyTable.State]
    }

    enum Action: Sendable {
        case shown
        case found(Found)
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case keyPressed(Key)
        case usualChosen
        case noneChosen
        case askingLeft
        case left
    }

    var title: String { "Keys" }
    var about: String {
        "Every key of every screen. Enter, then the new key, gives the marked line another one. Digits, Enter, Esc, F1 "
            + "and F8 mean the same for everybody and stay."
    }
    var onTop: Action? { .shown }
    var takesNextKey: Bool { isAsking }

    var marked: Row? { rows.indices.contains(selection) ? rows[selection] : nil }

    var bindings: [Binding<Action>] {
        if isAsking {
            return [Binding(.escape, name: "As it was", about: "Leave the key as it is.", .askingLeft)]
        }
        let isUsual = marked.map { keyMap[$0.note.id] == nil } ?? true
        return [
            Binding(.enter, name: "New key", about: "Press another key for the marked line.", .chosen),
            Binding(
                .character("u"), .delete, name: "Usual key", about: "Give the marked line the keys back that it had.",
                .usualChosen, unavailable: isUsual ? "It has its usual keys." : nil),
            Binding(
                .character("x"), name: "No key", about: "Take its key away; the commands find it by its name.",
                .noneChosen),
            Binding(.escape, name: "Back", about: "Back to the screen before.", .left),
            Binding(.pageUp, name: "Page up", about: "A page up.", .moved(by: 1 - size.height), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page down", about: "A page down.", .moved(by: size.height - 1),
                hinted: false),
        ] + Binding.upAndDown("The line above.", "The line below.", Action.moved(by:))
    }

    func typed(_ key: Key) -> Action? { isAsking ? .keyPressed(key) : nil }

    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "keys" ? .rowPressed(index) : nil
    }

    func chosen(_ index: Int, in id: String) -> Action? { id == "keys" ? .rowChosen(index) : nil }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            return .latest("keys") { _ in
                let rows = try KeyTable.bindings().map { Row(screen: $0.screen, note: $0.note) }
                return .found(Found(rows: rows, states: try KeyTable.states()))
            }
        case .found(let found):
            rows = found.rows
            states = found.states
        case .moved(let count): selection = (selection + count).row(of: rows)
        case .rowPressed(let row):
            if row == selection { return update(.chosen) }
            selection = row.row(of: rows)
        case .rowChosen(let row):
            guard rows.indices.contains(row) else { return .none }
            selection = row
            return update(.chosen)
        case .chosen: isAsking = marked != nil
        case .keyPressed(let key): return give([key])
        case .usualChosen: return give(nil)
        case .noneChosen: return give([])
        case .askingLeft: isAsking = false
        case .left: return .back
        }
        return .none
    }

    /// Gives the marked binding these keys, unless something speaks against them.
    private mutating func give(_ keys: [Key]?) -> Effect<Action> {
        guard let marked else { return .none }
        var wished = keyMap
        wished[marked.note.id] = keys
        let changed = [marked.note.id] + wished.chosen.keys.sorted { $0.description < $1.description }
        for name in changed {
            if let fault = wished.fault(of: name, on: states) { return .notice(Notice(fault)) }
        }
        isAsking = false
        let names = wished.keys(of: marked.note.id, usual: marked.note.usual).map(\.name).joined(separator: ", ")
        return .all([
            .set(.keys(marked.note.id, keys)),
            .notice(
                Notice("\(marked.note.name) (\(marked.screen)): \(names.isEmpty ? "no key" : names).", .done)),
        ])
    }

    mutating func configured(_ configuration: Configuration) { keyMap = configuration.keys }
    mutating func resized(to size: Size) { self.size = size }

    var view: any Widget {
        let isNarrow = size.width < 60
        let list = ListView(
            rows.map { row in
                let keys = keyMap.keys(of: row.note.id, usual: row.note.usual).map(\.name).joined(separator: ", ")
                let isChanged = keyMap[row.note.id] != nil
                return ListRow(
                    cells: [
                        row.screen, isNarrow ? "\(row.screen): \(row.note.name)" : row.note.name,
                        (keys.isEmpty ? "no key" : keys) + (isChanged ? " (yours)" : ""),
                        row.note.about,
                    ])
            },
            columns: [
                ListColumn("Screen", .fixed(18), needs: 60), ListColumn("Does", .fixed(isNarrow ? 24 : 14)),
                ListColumn("Keys", .fill()),
                ListColumn("In full", .fill(2), needs: 110),
            ], selection: selection, hasHeader: true, empty: "Reading.", id: "keys")
        guard isAsking, let marked else { return list }
        return Dialog(
            "Press the new key", over: list,
            content: Column {
                Paragraph("\(marked.note.name), on \(marked.screen): \(marked.note.about)")
                Paragraph("In config.yaml it is \(marked.note.id).", role: .dim)
                Gap()
                Paragraph("Any key but digits, Enter, Esc, F1 and F8. Esc leaves it as it is.", role: .accent)
            })
    }
}
