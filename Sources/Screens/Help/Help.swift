import Casework
import Terminal
import Widgets

/// What a screen is for, every key of it, and what holds everywhere; what is typed narrows it down.
struct Help: Screen {
    let of: String
    let purpose: String
    let keys: [KeyNote]
    /// Those keys alone that answer there.
    let everywhere: [KeyNote]
    /// Whether one types on the screen that it is the help of.
    private let isTyped: Bool
    /// How that screen is answered where lines are said; nil where keys are pressed.
    private let words: LinearWords?
    var query = TextBuffer("", allowsNewlines: false)
    var offset = 0
    private var size = Size(width: 80, height: 18)

    init(
        of title: String, about: String, keys: [KeyNote], isTyped: Bool = false, keyMap: KeyMap = KeyMap(),
        inLines words: LinearWords? = nil
    ) {
        of = title
        purpose = about
        self.keys = keys
        self.isTyped = isTyped
        self.words = words
        everywhere = GlobalCommand.notes(keyMap, isTyping: isTyped)
    }

    enum Action: Sendable {
        case typed(Key)
        case pasted(String)
        case scrolled(by: Int)
        case cleared
        case left
    }

    var title: String { "Help: \(of)" }
    var about: String { "What the screen before this one is for, its keys, and what holds everywhere." }
    var isTyping: Bool { true }

    /// What the help has another word for than many people.
    private static let sameAs: [String: [String]] = [
        "quit": ["leave"], "exit": ["leave"], "close": ["leave"], "stop": ["leave"], "copy": ["selects text"],
        "zoom": ["closer", "wider"], "undo": ["take back", "takes back"], "lock": ["hide"], "color": ["colours"],
        "cancel": ["back to", "clear"], "find": ["search", "find"], "danger": ["emergency"], "threat": ["emergency"],
    ]

    private var isSearching: Bool { !query.text.allSatisfy(\.isWhitespace) }

    var bindings: [Binding<Action>] {
        [
            isSearching
                ? Binding(.escape, name: "Clear", about: "Show the whole help again.", .cleared)
                : Binding(.escape, name: "Back", about: "Back to the screen.", .left),
            Binding(.enter, name: "Done", about: "Back to the screen.", .left, hinted: false),
        ] + Binding.upAndDown("Scroll up.", "Scroll down.", Action.scrolled(by:))
            + Binding.pages(of: size.height - 3, "A page up.", "A page down.", isTyping: true, Action.scrolled(by:))
    }

    /// A slash begins a search in many programs; here one is always begun.
    func typed(_ key: Key) -> Action? { key == .character("/") && query.isEmpty ? .cleared : .typed(key) }
    func pasted(_ text: String) -> Action? { .pasted(text) }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .typed(let key):
            if query.changes(by: key) { offset = 0 }
        case .pasted(let text):
            query.insert(text)
            offset = 0
        case .scrolled(let rows):
            let room = Size(width: size.width, height: max(0, size.height - 2))
            offset = (offset + rows).clamped(to: 0...Scroll(content, offset: offset).lastOffset(in: room))
        case .cleared:
            query = TextBuffer("", allowsNewlines: false)
            offset = 0
        case .left: return .back
        }
        return .none
    }

    mutating func resized(to size: Size) { self.size = size }

    // MARK: Picture

    var view: any Widget {
        Column {
            TextField("Search", buffer: query, placeholder: "type a key or a word", id: "query")
            Gap()
            Scroll(content, offset: offset).filling()
        }
    }

    private var content: any Widget {
        let parts = parts
        return Column {
            if !isSearching {
                Paragraph(purpose)
                Gap()
            }
            if parts.isEmpty {
                Paragraph(
                    "Nothing in the help holds that. Ctrl-P looks among commands, guides and people.", role: .dim)
            }
            for part in parts {
                Heading(part.title)
                Fields(part.rows)
                Gap()
            }
            if !isSearching, words == nil {
                Paragraph("The mouse works everywhere and is needed nowhere; Shift selects text as usual.", role: .dim)
            }
        }
    }

    /// What there is to read, as far as every word typed stands in it.
    private var parts: [(title: String, rows: [Fields.Row])] {
        let all = words.map(spoken) ?? pressed
        guard isSearching else { return all }
        let words = SearchText.folded(query.text).split(separator: " ")
        return all.compactMap { title, rows in
            let fitting = rows.filter { row in
                let text = SearchText.folded("\(title) \(row.name) \(row.value)")
                return words.allSatisfy { word in
                    text.contains(word) || Self.sameAs[String(word), default: []].contains { text.contains($0) }
                }
            }
            return fitting.isEmpty ? nil : (title, fitting)
        }
    }

    private var pressed: [(title: String, rows: [Fields.Row])] {
        [
            (title: "Keys of this screen", rows: keys.map { Self.row($0.keyNames, $0) }),
            (title: "Keys of every screen", rows: everywhere.map { Self.row($0.keyNames, $0) }),
        ] + Self.rows((isTyped ? [HelpTopic.typing] : []) + HelpTopic.all)
    }

    private func spoken(_ words: LinearWords) -> [(title: String, rows: [Fields.Row])] {
        Self.rows([HelpTopic.answering]) + [
            (title: "Answers of this screen", rows: words.answers.map { Self.row($0.answer, $0.note) }),
            (
                title: "Answers of every screen",
                rows: words.answersEverywhere.map { Fields.Row($0.answer, $0.about) }
            ),
        ] + Self.rows(HelpTopic.inLines)
    }

    private static func rows(_ topics: [HelpTopic]) -> [(title: String, rows: [Fields.Row])] {
        topics.map { topic in (title: topic.title, rows: topic.rows.map { Fields.Row($0.name, $0.text) }) }
    }

    private static func row(_ answer: String, _ note: KeyNote) -> Fields.Row {
        Fields.Row(
            answer, "\(note.name): \(note.about)" + (note.unavailable.map { " Not just now: \($0)" } ?? ""),
            role: note.unavailable == nil ? .text : .dim)
    }
}
