import Casework
import Terminal
import Widgets

/// Finds any command of the screen before it, or of every screen, the screens that open from anywhere, people seen
/// lately, guides and unfinished notes, by some letters of their names.
struct Palette: Screen {
    let below: Surroundings
    /// Those known at once, then what each source has found.
    private var own: [Candidate]
    private var found: [[Candidate]]
    /// What fits, the best first; all, in their order, while nothing is typed. Found once for each change of the query
    /// or the entries, for a picture asks for it several times.
    private(set) var matching: [(item: Entry, marked: [Range<Int>])] = []
    var query = TextBuffer("", allowsNewlines: false)
    var selection = 0
    /// What was chosen, for the app to do once the palette is gone.
    var choice: Choice?
    /// The sources that have not said yet what they have.
    private var unread = Set(PaletteSource.all.indices)
    /// Enter was pressed before anything fitted: a quick hand is not told that nothing is called so while it is looked for.
    private var isToChoose = false
    /// Whether the screen chosen is being made: nothing else is taken meanwhile.
    private var isPreparing = false

    /// - Parameter words: how the screen below is answered where lines are said; nil where keys are pressed.
    init(
        commands: [KeyNote], keyMap: KeyMap = KeyMap(), below: Surroundings = Surroundings(),
        inLines words: LinearWords? = nil
    ) {
        self.below = below
        let here =
            words?.commands.map { Entry($0.note, of: .here, .key($0.place), by: $0.answer) }
            ?? commands.enumerated().map { Entry($1, of: .here, .key($0)) }
        let everywhere =
            words?.commandsEverywhere.map { Entry($0.command, note: $0.command.note(keyMap), by: $0.answer) }
            ?? GlobalCommand.allCases.map { Entry($0, note: $0.note(keyMap, isTyping: below.isTyped)) }
        own = (here + everywhere.filter { !$0.isPalette }).map(Candidate.init)
        found = PaletteSource.all.map { _ in [] }
        match()
    }

    /// An entry, and what typed words are compared with.
    private struct Candidate {
        let entry: Entry
        let text: WordMatch.Subject

        init(_ entry: Entry) {
            self.entry = entry
            text = WordMatch.Subject(
                name: entry.name, beside: "\(entry.about) \(entry.distinction) \(entry.keys) \(entry.also)")
        }
    }

    enum Action: Sendable {
        case shown
        case found([Entry], of: Int)
        /// What the guide for danger is about.
        case dangersFound(String)
        case typed(Key)
        case pasted(String)
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case prepared(any Screen)
        case unprepared(Notice)
        case left
    }

    var title: String { "Commands" }
    var about: String {
        "Type some letters of a command, a guide, a draft or a person seen lately; Enter does it or goes there."
    }
    var isTyping: Bool { true }
    var onTop: Action? { .shown }

    private var candidates: [Candidate] { own + found.flatMap(\.self) }
    var entries: [Entry] { candidates.map(\.entry) }

    /// What cannot be done just now stays findable, below what can.
    private mutating func match() {
        matching = WordMatch.ranked(
            candidates, by: query.text, weight: { $0.entry.unavailable == nil ? 1 : 0.5 }, subject: { $0.text }
        ).map { ($0.item.entry, $0.marked) }
    }

    var bindings: [Binding<Action>] {
        let matching = matching
        let reason =
            matching.indices.contains(selection)
            ? matching[selection].item.unavailable : unread.isEmpty ? Self.nothing : nil
        return [
            Binding(.enter, name: "Do it", about: "Do or open what is chosen.", .chosen, unavailable: reason),
            Binding(.escape, name: "Back", about: "Do nothing.", .left),
        ] + Binding.upAndDown("The row above.", "The row below.", Action.moved(by:))
            + Binding.pages(of: 10, "Ten rows up.", "Ten rows down.", isTyping: true, Action.moved(by:))
    }

    var keysAhead: [Key] {
        LikelyKeys.rows(around: selection, of: matching.count)
            + WordMatch.letters(after: query.text, in: candidates.lazy.map(\.text)).map { .character($0) }
    }

    func typed(_ key: Key) -> Action? { .typed(key) }
    func pasted(_ text: String) -> Action? { .pasted(text) }
    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "commands" ? .rowPressed(index) : nil
    }

    func chosen(_ index: Int, in id: String) -> Action? { id == "commands" ? .rowChosen(index) : nil }

    private static let nothing = "Nothing is called so."

    /// The commands of a record are not among those of a screen before it.
    private var nothing: String {
        "\(Self.nothing) F8: emergency steps."
            + (below.record == nil ? " What a record has, as its week, is found once one is open." : "")
    }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            let below = below
            return .all(
                [.run { .dangersFound($0.dangers) }]
                    + PaletteSource.all.enumerated().map { place, source in
                        .run { .found(try source.entries($0, below), of: place) }
                    })
        case .found(let entries, let place):
            found[place] = entries.map(Candidate.init)
            unread.remove(place)
            match()
            guard isToChoose, unread.isEmpty else { return .none }
            isToChoose = false
            return matching.isEmpty ? .notice(Notice(Self.nothing)) : choose()
        case .dangersFound(let words):
            let also = "\(GlobalCommand.emergency.also) \(words)"
            own = own.map { $0.entry.isEmergency ? Candidate($0.entry.found(by: also)) : $0 }
            match()
        case .typed(let key):
            guard query.changes(by: key) else { return .none }
            (selection, isToChoose) = (0, false)
            match()
        case .pasted(let text):
            query.insert(text)
            (selection, isToChoose) = (0, false)
            match()
        case .moved(let rows): selection = (selection + rows).row(of: matching)
        case .rowPressed(let row):
            guard row == selection else {
                selection = row.row(of: matching)
                return .none
            }
            return choose()
        case .rowChosen(let row):
            guard matching.indices.contains(row) else { return .none }
            selection = row
            return choose()
        case .chosen:
            isToChoose = matching.isEmpty && !unread.isEmpty
            return choose()
        case .prepared(let screen): return .replace(screen)
        case .unprepared(let notice):
            isPreparing = false
            // What was listed may be gone.
            return .all([update(.shown), .notice(notice)])
        case .left: return .back
        }
        return .none
    }

    private mutating func choose() -> Effect<Action> {
        let matching = matching
        guard matching.indices.contains(selection), !isPreparing else { return .none }
        let entry = matching[selection].item
        if let reason = entry.unavailable { return .notice(Notice(reason)) }
        guard case .prepared(let make) = entry.choice else {
            choice = entry.choice
            return .none
        }
        isPreparing = true
        return .run { services in
            do { return .prepared(try make(services)) } catch {
                services.log(error)
                return .unprepared(Notice(error))
            }
        }
    }

    var view: any Widget {
        Column {
            TextField("Find", buffer: query, placeholder: "a command, guide, draft or person seen lately", id: "query")
            Gap()
            list.filling()
        }
    }

    /// Names and keys; what the chosen one does, or why it cannot just now, stands whole below them.
    private var list: ListAndDetail {
        let matching = matching
        let chosen = matching.indices.contains(selection) ? matching[selection].item : nil
        return ListAndDetail(
            list: ListView(
                matching.map { entry, marked in
                    ListRow(
                        cells: [entry.name, entry.keys, entry.kind.word, entry.unavailable ?? entry.about],
                        detail: entry.distinction, role: entry.unavailable == nil ? .text : .dim, marked: marked)
                },
                columns: [
                    ListColumn("", .fill(2)), ListColumn("", .fixed(14), needs: 60),
                    ListColumn("", .fixed(8), needs: 60), ListAndDetail.sentences,
                ],
                selection: selection, empty: nothing, id: "commands"),
            detail: Column {
                if let reason = chosen?.unavailable { Paragraph(reason, role: .warning) }
                if let chosen { Paragraph(chosen.about, role: chosen.unavailable == nil ? .text : .dim) }
            },
            detailNeeds: .sentence)
    }
}
