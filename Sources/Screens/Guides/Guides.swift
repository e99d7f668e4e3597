import Casework
import Procedures
import Terminal
import Widgets

/// Every procedure that can be begun on a record, and the runs of it that wait, were left or have ended; typing narrows
/// them.
public struct Guides: Screen {
    let open: OpenRecord?
    var rows: [Row] = [] { didSet { match() } }
    /// Files that could not be listed, in words.
    var faults: [String] = []
    var isKnown = false
    var query = TextBuffer("", allowsNewlines: false) { didSet { if query.text != oldValue.text { match() } } }
    /// The rows that fit what is typed, the best first: ranked with each letter, not with each picture.
    private(set) var matching: [(item: Row, marked: [Range<Int>])] = []
    var selection = 0
    /// The run without a record that was chosen once: only a second time says that it was about this person.
    private var asked: GuideRun.ID?

    struct Row: Sendable {
        enum Kind: Sendable, Equatable {
            /// One that has not ended.
            case run(GuideRun.Head)
            /// One without a record that this record may have been about.
            case stray(GuideRun.Head)
            case procedure(Procedure.ID)
            case ended(GuideRun.Head)
        }

        let kind: Kind
        let name: String
        /// Among what it stands, in a word or two.
        let group: String
        let detail: String
        /// What typed words are compared with.
        let text: WordMatch.Subject

        init(kind: Kind, name: String, group: String, detail: String) {
            (self.kind, self.name, self.group, self.detail) = (kind, name, group, detail)
            text = WordMatch.Subject(name: name, beside: "\(group) \(detail) \(kind.also)")
        }
    }

    init(for open: OpenRecord?) {
        self.open = open
    }

    public enum Action: Sendable {
        case shown
        case listed(Listed)
        case typed(Key)
        case pasted(String)
        case cleared
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case guideOpened(any Screen)
        case noteBegun(NoteEditor)
        case left
    }

    /// Carries what was listed through an action.
    public struct Listed: Sendable {
        let rows: [Row]
        let faults: [String]
    }

    public var title: String { "Guides" }
    public var about: String {
        "Runs that wait or were left come first, then every procedure by its group. Type some letters of one to find it; "
            + "Enter goes on with a run, or begins a procedure."
    }
    public var identity: Identity? { open?.identity }
    public var onTop: Action? { .shown }

    private var isSearching: Bool { !query.text.allSatisfy(\.isWhitespace) }

    /// A run is called after its procedure: where both fit it stands above, or Enter would begin what waits a second time.
    private mutating func match() {
        matching = WordMatch.ranked(
            rows, by: query.text, weight: { if case .run = $0.kind { 1 } else { 0.9 } }, subject: { $0.text })
    }

    public var keysAhead: [Key] {
        LikelyKeys.rows(around: selection, of: matching.count)
            + WordMatch.letters(after: query.text, in: rows.lazy.map(\.text)).map { .character($0) }
    }

    // No key here is a letter, so letters are text without taking `!` and its like away from somebody in danger.
    public func typed(_ key: Key) -> Action? { .typed(key) }
    public func pasted(_ text: String) -> Action? { .pasted(text) }

    public var bindings: [Binding<Action>] {
        let none: String? = matching.isEmpty ? isKnown ? "No guide is called so." : "Nothing is listed yet." : nil
        let name =
            switch chosenRow?.kind {
            case .run: "Go on"
            case .stray: "Write its note here"
            case .ended: "Ended"
            default: "Begin"
            }
        return [
            Binding(
                .enter, name: name, about: "Go on with the run, or begin the procedure.", .chosen, unavailable: none),
            isSearching
                ? Binding(.escape, name: "Clear", about: "Clear what was typed.", .cleared)
                : Binding(.escape, name: "Back", about: "Back to the record.", .left),
        ] + Binding.upAndDown("The row above.", "The row below.", Action.moved(by:))
            + Binding.pages(of: 10, "Ten rows up.", "Ten rows down.", isTyping: true, Action.moved(by:))
    }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "guides" ? .rowPressed(index) : nil
    }

    public func chosen(_ index: Int, in id: String) -> Action? { id == "guides" ? .rowChosen(index) : nil }

    var chosenRow: Row? { matching.indices.contains(selection) ? matching[selection].item : nil }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            let open = open
            return .latest("guides") { .listed(try $0.guides(for: open)) }
        case .listed(let listed):
            (rows, faults, isKnown) = (listed.rows, listed.faults, true)
            selection = selection.row(of: matching)
        case .typed(let key):
            if query.changes(by: key) { select(0) }
        case .pasted(let text):
            query.insert(text)
            select(0)
        case .cleared:
            query = TextBuffer("", allowsNewlines: false)
            select(0)
        case .moved(let step): select(selection + step)
        case .rowPressed(let row):
            guard row == selection else {
                select(row)
                return .none
            }
            return choose()
        case .rowChosen(let row):
            if row != selection { select(row) }
            return choose()
        case .chosen: return choose()
        case .guideOpened(let screen): return .open(screen)
        case .noteBegun(let editor): return .open(editor)
        case .left: return .back
        }
        return .none
    }

    private mutating func select(_ row: Int) {
        selection = row.row(of: matching)
        asked = nil
    }

    private mutating func choose() -> Effect<Action> {
        guard let row = chosenRow else { return .none }
        let open = open
        switch row.kind {
        case .run(let run): return .run { .guideOpened(try $0.resumption(of: run.id, on: open)) }
        case .procedure(let id): return .run { .guideOpened(try $0.beginning(of: id, on: open)) }
        case .stray(let run):
            guard let open else { return .none }
            guard asked == run.id else {
                asked = run.id
                return .notice(
                    Notice(
                        "Were these steps about \(open.identity.name)? Choose them again to write their note on this "
                            + "record."))
            }
            return .run { try $0.note(of: run.id, for: open).map { .noteBegun($0) } ?? .shown }
        case .ended: return .notice(Notice("This run has ended: \(row.detail)."))
        }
    }

    public var view: any Widget {
        Column {
            TextField("Find", buffer: query, placeholder: "type some letters of a guide", id: "query")
            for fault in faults { Paragraph(fault, role: .error) }
            list.filling()
        }
    }

    private var list: ListAndDetail {
        ListAndDetail(
            list: ListView(
                matching.map { row, marked in
                    ListRow(cells: [row.name, row.group, row.detail], role: row.role, marked: marked)
                },
                columns: [
                    ListColumn("", .fill(2)), ListColumn("", .natural, needs: 60), ListAndDetail.sentences,
                ],
                selection: selection, empty: emptyWords, id: "guides"),
            detail: chosenRow.map { Paragraph($0.detail) } ?? Empty(), detailNeeds: .sentence)
    }
}

extension Guides {
    private var emptyWords: String {
        if isSearching { return "No guide is called so. Esc shows all." }
        return isKnown ? "There are no procedures." : "Looking."
    }
}

extension Guides.Row.Kind {
    /// What finds it too and is not shown.
    fileprivate var also: String {
        switch self {
        case .procedure(let id): id.rawValue
        case .run(let run), .stray(let run), .ended(let run): run.procedure
        }
    }
}

extension Guides.Row {
    fileprivate var role: Role {
        switch kind {
        case .run, .stray: .warning
        case .procedure: .text
        case .ended: .dim
        }
    }
}

extension Services {
    /// The runs on a record and every procedure, as rows; only the heads of files are read.
    func guides(for open: OpenRecord?) throws -> Guides.Listed {
        let now = now()
        var rows: [Guides.Row] = []
        let runs = try open.map { try desk.guideRuns(of: $0.customer.id, at: now) } ?? []
        rows += runs.filter { $0.end == nil }.map { run in
            let wait = run.heldUntil.map {
                $0 > now ? "waits until \(desk.zone.words($0, from: now))" : "its wait is over"
            }
            let at = [wait, run.awaiting.map { "at: \($0)" }].compactMap { $0 }.joined(separator: "; ")
            return Guides.Row(
                kind: .run(run), name: "Go on: \(run.title)", group: run.heldUntil == nil ? "left" : "waits",
                detail: "\(at); last by \(run.savedBy), \(desk.zone.stamp(run.savedAt))")
        }
        var strays: [Guides.Row] = []
        if open != nil {
            strays = try desk.strayGuideRuns(since: now - 7 * 86_400).map { run in
                Guides.Row(
                    kind: .stray(run), name: "\(run.title), without a record", group: "yours",
                    detail: "Begun \(desk.zone.stamp(run.begunAt)): write its note for this person")
            }
        }
        let (heads, faults) = try procedures.heads()
        // The guide of the contact that is being made stands first.
        let contacts = [Guide.procedure(for: post.channel), Guide.visit, Guide.call, Guide.workItem]
        for group in Procedure.Group.allCases {
            let ofGroup = heads.filter { $0.group == group }
            let first = contacts.compactMap { id in ofGroup.first { $0.id == id } }
            for head in first + ofGroup where !rows.contains(where: { $0.kind == .procedure(head.id) }) {
                rows.append(
                    Guides.Row(
                        kind: .procedure(head.id), name: head.title, group: group.title, detail: head.purpose))
                // Never first: steps of somewhere else may have been about anybody.
                rows += strays
                strays = []
            }
        }
        rows += strays
        rows += runs.compactMap { run in
            run.end.map { end in
                Guides.Row(
                    kind: .ended(run), name: run.title, group: "ended",
                    detail: "\(end.title), \(desk.zone.stamp(end.at))")
            }
        }
        return Guides.Listed(rows: rows, faults: faults.map(\.description))
    }
}
