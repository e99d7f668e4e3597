import Terminal
import Widgets

/// Finds any command of the screen before it, or of every screen, by name.
struct Palette: Screen {
    /// What was chosen, for the app to do once the palette is gone.
    enum Choice: Sendable {
        /// The binding at this place of the screen below.
        case key(Int)
        case global(GlobalCommand)
        case screen(any Screen)
    }

    struct Entry: Sendable {
        let note: KeyNote
        let choice: Choice
    }

    let entries: [Entry]
    var query = TextBuffer("", allowsNewlines: false)
    var selection = 0
    var choice: Choice?

    init(commands: [KeyNote], keyMap: KeyMap = KeyMap()) {
        entries =
            commands.enumerated().map { Entry(note: $1, choice: .key($0)) }
            + GlobalCommand.allCases.filter { $0 != .palette }.map {
                Entry(note: $0.note(keyMap), choice: .global($0))
            }
    }

    enum Action: Sendable {
        case typed(Key)
        case pasted(String)
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case left
    }

    var title: String { "Commands" }
    var about: String { "Type a part of a command's name; Enter does it." }
    var isTyping: Bool { true }

    var matching: [Entry] {
        let words = query.text.lowercased().split(separator: " ")
        return entries.filter { entry in
            let text = "\(entry.note.name) \(entry.note.about)".lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }

    var bindings: [Binding<Action>] {
        let reason =
            matching.indices.contains(selection) ? matching[selection].note.unavailable : "No command is called so."
        return [
            Binding(.enter, name: "Do it", about: "Do the chosen command.", .chosen, unavailable: reason),
            Binding(.up, name: "Up", about: "The command above.", .moved(by: -1)),
            Binding(.down, name: "Down", about: "The command below.", .moved(by: 1)),
            Binding(.escape, name: "Back", about: "Do nothing.", .left),
        ]
    }

    func typed(_ key: Key) -> Action? { .typed(key) }
    func pasted(_ text: String) -> Action? { .pasted(text) }
    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? { .rowPressed(index) }

    func chosen(_ index: Int, in id: String) -> Action? { .rowChosen(index) }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .typed(let key):
            if query.handle(key) { selection = 0 }
        case .pasted(let text):
            query.insert(text)
            selection = 0
        case .moved(let rows): selection = min(max(0, selection + rows), max(0, matching.count - 1))
        case .rowPressed(let row):
            guard matching.indices.contains(row) else { return .none }
            if row == selection, matching[row].note.unavailable == nil { choice = matching[row].choice }
            selection = row
        case .rowChosen(let row):
            guard matching.indices.contains(row) else { return .none }
            selection = row
            if let reason = matching[row].note.unavailable { return .notice(Notice(reason)) }
            choice = matching[row].choice
        case .chosen:
            if matching.indices.contains(selection) { choice = matching[selection].choice }
        case .left: return .back
        }
        return .none
    }

    var view: any Widget {
        Column {
            TextField("Command", buffer: query, placeholder: "a part of its name", id: "query")
            Gap()
            ListView(
                matching.map { entry in
                    ListRow(
                        cells: [entry.note.name, entry.note.keyNames, entry.note.unavailable ?? entry.note.about],
                        role: entry.note.unavailable == nil ? .text : .dim)
                },
                columns: [ListColumn("", .fixed(18)), ListColumn("", .fixed(14)), ListColumn("", .fill(), needs: 60)],
                selection: selection, empty: "No command is called so.", id: "commands"
            ).filling()
        }
    }
}
