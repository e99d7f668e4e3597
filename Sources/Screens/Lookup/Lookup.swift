import Casework
import Terminal
import Widgets

/// Finds a person and opens the record; before anything is typed, shows what waits for the officer.
public struct Lookup: Screen {
    var query = TextBuffer("", allowsNewlines: false)
    var found: [Desk.Found] = []
    /// What ``found`` answers.
    var answered = ""
    var selection = 0
    var waiting = Waiting()
    private var recorded = ""
    /// Enter was pressed before the answer to what was typed: the one person that it names is opened then.
    private var isToOpen = false
    private(set) var size = Size(width: 80, height: 20)

    public init() {}

    /// What waits for the officer: their drafts, and contact reports when they may record them.
    public struct Waiting: Sendable {
        var drafts: [(draft: NoteDraft, customer: Customer?)] = []
        var reports = 0
        /// Who the officer is, with access and site.
        var you = ""
        var isKnown = false
    }

    public enum Action: Sendable {
        case cameOnTop
        case waitingFound(Waiting)
        case edited(Key)
        case pasted(String)
        case found([Desk.Found], for: String)
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case cleared
        case rested
        case searchRecorded(String)
        case opened(OpenRecord)
        case draftResumed(NoteEditor, OpenRecord)
        case left
    }

    public var title: String { "Find a person" }
    public var about: String {
        "Type what you hear: names, a date of birth, any number, a suburb or postcode, in any order. Enter opens the "
            + "chosen person; the warning comes first."
    }
    public var isTyping: Bool { true }
    public var onTop: Action? { .cameOnTop }

    private var isSearching: Bool { !query.text.allSatisfy(\.isWhitespace) }
    private var isAwaiting: Bool { isSearching && answered != query.text }
    private var rowCount: Int { isSearching ? found.count : waiting.drafts.count + (waiting.reports > 0 ? 1 : 0) }
    /// Whether the row below the drafts is chosen: the contact reports that wait.
    private var isAtReports: Bool { !isSearching && waiting.reports > 0 && selection == waiting.drafts.count }

    public var bindings: [Binding<Action>] {
        let nobody = isSearching ? "Nobody matches yet." : "Type a name, a date of birth or a number."
        return [
            Binding(
                .enter,
                name: isSearching || rowCount == 0 ? "Open" : isAtReports ? "Read the reports" : "Go on with draft",
                about: "Open the chosen person, draft or waiting contact reports.", .chosen,
                unavailable: rowCount == 0 && !isAwaiting ? nobody : nil),
            Binding(
                .up, name: "Up", about: "Choose the row above.", .moved(by: -1),
                unavailable: rowCount == 0 ? nobody : nil, hinted: false),
            Binding(
                .down, name: "Down", about: "Choose the row below.", .moved(by: 1),
                unavailable: rowCount == 0 ? nobody : nil, hinted: false),
            Binding(.pageUp, name: "Page up", about: "Ten rows up.", .moved(by: -10), hinted: false),
            Binding(.pageDown, name: "Page down", about: "Ten rows down.", .moved(by: 10), hinted: false),
            isSearching
                ? Binding(.escape, name: "Clear", about: "Clear what was typed.", .cleared)
                : Binding(.escape, name: "Leave", about: "End the program.", .left),
        ]
    }

    public func typed(_ key: Key) -> Action? { .edited(key) }
    public func pasted(_ text: String) -> Action? { .pasted(text) }
    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "people" ? .rowPressed(index) : nil
    }

    public func chosen(_ index: Int, in id: String) -> Action? { id == "people" ? .rowChosen(index) : nil }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .cameOnTop:
            return .latest("waiting") { services in
                let mayRecord = services.desk.staff.access.allows(.recordNotes)
                return .waitingFound(
                    Waiting(
                        drafts: try services.desk.drafts(),
                        reports: mayRecord ? try services.desk.waitingReports(at: services.now()).count : 0,
                        you: services.officer, isKnown: true))
            }
        case .waitingFound(let found):
            waiting = found
            if !isSearching { selection = min(selection, max(0, rowCount - 1)) }
            return .none
        case .edited(let key):
            let before = query.text
            guard query.handle(key), query.text != before else { return .none }
            return search()
        case .pasted(let text):
            query.insert(text)
            return search()
        case .found(let people, for: let asked):
            guard asked == query.text else { return .none }
            found = people
            answered = asked
            selection = 0
            guard isToOpen else { return .none }
            isToOpen = false
            return people.count == 1 ? choose() : .none
        case .moved(let offset):
            selection = min(max(0, selection + offset), max(0, rowCount - 1))
            return .none
        case .rowPressed(let row):
            guard row == selection else {
                selection = min(row, max(0, rowCount - 1))
                return .none
            }
            return choose()
        case .rowChosen(let row):
            guard row < rowCount else { return .none }
            selection = row
            return choose()
        case .chosen: return choose()
        case .cleared:
            let effect = recordSearch()
            query = TextBuffer("", allowsNewlines: false)
            found = []
            answered = ""
            selection = 0
            return effect
        case .rested: return recordSearch()
        case .searchRecorded(let text):
            recorded = text
            return .none
        case .opened(let open):
            if open.warning == nil { return .open(Record(open)) }
            return .open(Warning(open))
        case .draftResumed(let editor, let open):
            if open.warning == nil { return .open(editor) }
            return .open(Warning(open, then: editor))
        case .left: return .quit
        }
    }

    /// Asks anew; people found for an earlier text stay until the answer comes, so that nothing flickers.
    private mutating func search() -> Effect<Action> {
        let text = query.text
        isToOpen = false
        guard isSearching else {
            found = []
            answered = ""
            selection = 0
            return .none
        }
        return .all([
            .latest("search") { services in
                .found(
                    try services.desk.search(text, limit: 50, at: services.now(), unless: services.isOutdated),
                    for: text)
            },
            .rest(.seconds(1), "record", .rested),
        ])
    }

    /// Enters the search into the audit trail once it has come to rest (Q2).
    private func recordSearch() -> Effect<Action> {
        let text = answered
        guard !text.isEmpty, text != recorded else { return .none }
        let count = found.count
        return .run { services in
            try services.desk.recordSearch(text, found: count, at: services.now())
            return .searchRecorded(text)
        }
    }

    private mutating func choose() -> Effect<Action> {
        if isAwaiting {
            // The rows on screen answer an earlier text, so the chosen one may be somebody else.
            isToOpen = true
            return .none
        }
        if isSearching {
            guard found.indices.contains(selection) else { return .none }
            let id = found[selection].match.customer.id
            return .all([recordSearch(), .run { services in .opened(try services.open(id)) }])
        }
        if isAtReports { return .open(Reports()) }
        guard waiting.drafts.indices.contains(selection) else { return .none }
        let draft = waiting.drafts[selection].draft
        return .run { services in
            let open = try services.open(draft.customer)
            return .draftResumed(NoteEditor(resuming: draft, for: open, access: services.desk.staff.access), open)
        }
    }

    public mutating func resized(to size: Size) { self.size = size }

    public var view: any Widget {
        Column {
            TextField(
                "Find", buffer: query, placeholder: "name, date of birth, number, suburb; any order", id: "query")
            Gap()
            isSearching ? results.filling() : start.filling()
        }
    }
}
