import Casework
import Terminal
import Widgets

/// Finds a person and opens the record; before anything is typed, shows what waits for the officer.
public struct Lookup: Screen {
    var query = TextBuffer("", allowsNewlines: false)
    private(set) var found: [Desk.Found] = []
    /// What the list says of each of ``found``: made with the answer, since it is drawn at each key.
    private(set) var rows: [ListRow] = []
    /// Whether people who are far behind (``Match/farBehind``) were left out of ``found``.
    var hasOthers = false
    /// What ``found`` answers.
    var answered = ""
    /// Whether so many people fit the one letter typed that nobody is listed: it would be strangers' names, for whoever
    /// looks on.
    var isVague = false
    /// Answers to what may be typed next; nil while none are wanted.
    var foresight: Foresight?
    /// Letters that so many people fit that nobody is listed.
    private var crowded: Set<String> = []
    /// Whether the query came key by key, and may have only begun.
    private var isTyped = false
    /// -1 where nobody fits all that was typed: then somebody is chosen before a record is opened.
    var selection = 0
    var waiting = Waiting()
    private var recorded = ""
    /// Why the register gave no answer, in words, and to what; nil where it gave one.
    private(set) var failure: (words: String, text: String)?
    /// Whether an answer takes so long that somebody would wonder.
    var isSlow = false
    /// Whether somebody was opened from this search: what is typed next is about the next person, and added to it would
    /// find a third.
    var isSpent = false
    /// Whether Esc was pressed where there is nothing to go back to.
    private var isLeaving = false
    /// Enter was pressed before the answer to what was typed: the one person that it names is opened then.
    var isToOpen = false
    private(set) var size = Size(width: 80, height: 20)

    public init() {}

    public enum Action: Sendable {
        case cameOnTop
        /// Others wrote to the register.
        case changed
        /// With whether somebody looks on: what was chosen stays so then.
        case waitingFound(Waiting, isWatched: Bool)
        /// The first picture stands, and nobody has typed.
        case settled
        /// With the letters that too many fit.
        case rehearsed(Set<String>)
        /// The picture of an answer stands.
        case shown
        /// With the letters that are left to foresee.
        case foreseen([Foreseen], after: String, left: [Character])
        case edited(Key)
        case pasted(String)
        case found([Desk.Found], for: String)
        /// With the reason in words: somebody who may search for nobody, a register that is not there.
        case failed(String, for: String)
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case cleared
        case dragged
        case rested
        /// With the reason why its entry is still owed to the audit trail, if it is.
        case searchRecorded(String, owed: String?)
        /// With what stood in the field when it was asked for: whoever typed on meanwhile means somebody else.
        case opened(any Screen, for: String)
        /// What waited for the officer waits no more.
        case gone(Notice)
        case left
    }

    public var title: String { "Find a person" }
    public var about: String {
        "Type what you hear: names, a date of birth, any number, a suburb or postcode, in any order. Enter opens the "
            + "chosen person; the warning comes first."
    }
    public var isTyping: Bool { true }
    public var onTop: Action? { .cameOnTop }
    public var onChange: Action? { .changed }
    public var isChangeQuiet: Bool { true }

    var isSearching: Bool { !query.characters.allSatisfy(\.isWhitespace) }
    /// People who are listed: whoever is not among them is found by another letter sooner than by turning pages.
    var most: Int { min(max(20, size.height / 2), 30) }
    var isAwaiting: Bool { isSearching && answered != query.text && failure?.text != query.text }
    var rowCount: Int { isSearching ? found.count : waitingCount + waiting.own.count }
    /// The rows that wait for the officer; the officer's own reports follow them.
    var waitingCount: Int { waiting.rows.count }

    /// What Enter does with the chosen row.
    private var opening: String {
        let rows = waiting.rows
        guard !isSearching, rows.indices.contains(selection) else { return "Open" }
        return switch rows[selection] {
        case .draft: "Go on with draft"
        case .run: "Go on with guide"
        case .reports: "Read the reports"
        case .unsent: "See the outbox"
        }
    }

    public var bindings: [Binding<Action>] {
        let nobody =
            isVague
            ? "Too many fit one letter: type on."
            : isSearching
                ? failure == nil ? "Nobody matches yet." : "Nobody was looked up; the screen says why."
                : waiting.maySearch ? "Type a name, a date of birth or a number." : "Nothing waits for you."
        let unchosen =
            rowCount == 0
            ? nobody
            : selection < 0 ? "Nobody fits all of it: choose who is meant, or change a word." : nil
        let about = "Open the chosen person, or what waits for you."
        // While the answer is on its way, Enter works already; its hint changes with the answer, not at every key.
        let early =
            isAwaiting && unchosen != nil
            ? [Binding(.enter, name: opening, about: about, Action.chosen, hinted: false)] : []
        return early + [
            Binding(.enter, name: opening, about: about, .chosen, unavailable: unchosen),
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
                : Binding(.escape, name: "Leave", about: "End the program; it asks once more.", .left),
        ]
    }

    /// The letters whose answers are known, and the rows above and below.
    public var keysAhead: [Key] {
        let isAtEnd = query.caret == query.characters.count
        let known = query.text.isEmpty || isSpent ? Self.letters.filter(crowded.contains) : []
        let letters = known.map(Character.init) + (isAtEnd ? foresight?.answers.map(\.letter) ?? [] : [])
        return letters.map { .character($0) } + LikelyKeys.rows(around: selection, of: rowCount)
    }

    public func typed(_ key: Key) -> Action? { .edited(key) }
    public func pasted(_ text: String) -> Action? { .pasted(text) }
    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        switch id {
        case "people": .rowPressed(index)
        case "own": .rowPressed(waitingCount + index)
        default: nil
        }
    }

    public func chosen(_ index: Int, in id: String) -> Action? {
        switch id {
        case "people": .rowChosen(index)
        case "own": .rowChosen(waitingCount + index)
        default: nil
        }
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .cameOnTop:
            isLeaving = false
            foresight = nil
            return lookForWaiting(isWatched: false)
        case .changed: return lookForWaiting(isWatched: true)
        case .waitingFound(let found, let isWatched):
            let isFirst = !waiting.isKnown
            take(found, isWatched: isWatched)
            return isFirst ? .after(.milliseconds(50), "rehearsal", .settled) : .none
        case .settled: return isSearching ? .none : rehearsal
        case .rehearsed(let letters):
            crowded = letters
            return .none
        case .shown:
            guard isSearching, answered == query.text, !isSpent, failure == nil else { return .none }
            foresight = Foresight(text: query.text)
            return foresee()
        case .foreseen(let answers, after: let text, left: let letters):
            guard foresight?.text == text else { return .none }
            foresight?.add(answers)
            return letters.isEmpty ? .none : foresee(letters)
        case .edited(let key):
            isLeaving = false
            let before = query.text
            if isSpent, case .character = key { query = TextBuffer("", allowsNewlines: false) }
            guard query.handle(key), query.text != before else { return .none }
            isTyped = true
            return search()
        case .pasted(let text):
            isLeaving = false
            if isSpent { query = TextBuffer("", allowsNewlines: false) }
            query.insert(text)
            isTyped = false
            return search()
        case .found(let people, for: let asked):
            guard asked == query.text else { return .none }
            return take(people, isVague: isTyped && asked.count == 1 && people.count >= most)
        case .failed(let words, for: let asked):
            guard asked == query.text else { return .none }
            forget()
            failure = (words, asked)
            return .none
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
            foresight = nil
            isSpent = false
            forget()
            return effect
        case .dragged:
            isSlow = isAwaiting
            return .none
        case .rested:
            foresight = nil
            return recordSearch()
        case .searchRecorded(let text, let owed):
            recorded = text
            return owed.map { .notice(Notice("\($0) You can search and read; nothing can be saved.", .failure)) }
                ?? .none
        case .opened(let screen, for: let asked):
            guard asked == query.text else { return .none }
            isSpent = isSearching
            return .open(screen)
        case .gone(let notice): return .all([update(.cameOnTop), .notice(notice)])
        case .left:
            // Esc is pressed once too often easily, and the next name would be typed to the shell.
            guard !isLeaving else { return .quit }
            isLeaving = true
            return .notice(Notice("Once more leaves the program."))
        }
    }

    /// Asks anew; what stood there for an earlier text stays until the answer comes, so that nothing flickers.
    private mutating func search() -> Effect<Action> {
        let text = query.text
        let most = most
        let isCrowded = isTyped && crowded.contains(text.lowercased())
        let foreseen = foresight?.answer(to: text)
        foresight = nil
        isToOpen = false
        isSpent = false
        guard isSearching else {
            forget()
            return .none
        }
        let record = Effect<Action>.rest(.seconds(1), "record", .rested)
        if isCrowded { return .all([take([], isVague: true), record]) }
        if let foreseen {
            // The window may have changed since.
            let rows = foreseen.width == size.width ? foreseen.rows : nil
            return .all([take(foreseen.people, isVague: false, rows: rows), record])
        }
        return .all([
            .latest("search") { services in
                do {
                    let found = try services.desk.search(
                        text, limit: most, at: services.now(), unless: services.isOutdated)
                    return .found(found, for: text)
                } catch let error as any UserFacing {
                    services.log(error)
                    return .failed(Notice(error).text, for: text)
                }
            },
            .rest(.milliseconds(200), "slow", .dragged),
            record,
        ])
    }

    /// Shows the answer to what was typed.
    ///
    /// - Parameter rows: of those who are ``Swift/Array/likely``, where they were made ahead.
    private mutating func take(_ people: [Desk.Found], isVague: Bool, rows: [ListRow]? = nil) -> Effect<Action> {
        self.isVague = isVague
        if isVague { crowded.insert(query.text.lowercased()) }
        list(isVague ? [] : Array(people.likely), as: rows)
        hasOthers = found.count < people.count
        answered = query.text
        failure = nil
        selection = shortfall == nil ? 0 : -1
        isSlow = false
        guard isToOpen else { return .rest(Self.foresightBegins, "foresight", .shown) }
        isToOpen = false
        // Somebody who is far behind may be meant still: then the person typing has to look.
        return people.count == 1 && selection == 0 ? choose() : .none
    }

    /// - Parameter rows: what the list says of each, where it was made ahead.
    mutating func list(_ people: [Desk.Found], as rows: [ListRow]? = nil) {
        found = people
        self.rows = rows ?? Self.rows(of: people, in: size.width)
    }

    private mutating func forget() {
        list([])
        hasOthers = false
        isVague = false
        answered = ""
        failure = nil
        selection = 0
        isSlow = false
        isToOpen = false
    }

    /// Enters the search into the audit trail once it has come to rest (Q2).
    func recordSearch() -> Effect<Action> {
        let text = answered
        guard !text.isEmpty, text != recorded else { return .none }
        let count = found.count
        return .run { services in
            let owed = try services.desk.recordSearch(text, found: count, at: services.now())
            return .searchRecorded(text, owed: owed)
        }
    }

    public mutating func resized(to size: Size) {
        self.size = size
        rows = Self.rows(of: found, in: size.width)
    }

    public var view: any Widget {
        Column {
            TextField(
                "Find", buffer: query, placeholder: "name, date of birth, number, suburb; any order", id: "query")
            // What there is to say of the list stands in the gap above it, so that the list does not move.
            if let remark, !isSlow { Paragraph(remark, role: .dim) } else { Gap() }
            (isSlow ? Paragraph("Searching.", role: .dim) : answer).filling()
        }
    }
}
