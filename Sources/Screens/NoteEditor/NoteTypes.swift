import Casework
import Terminal
import Widgets

/// Chooses the type of a note to write without a guide, or a draft to go on with.
public struct NoteTypes: Screen {
    let open: OpenRecord
    /// The note that the new one is to follow (N2).
    let followed: FollowedNote?
    /// The officer's own about the person: offered first, so that none is begun twice.
    let drafts: [NoteDraft]
    /// The drafts count first, then the kinds.
    var selection = 0
    private var size = Size(width: 80, height: 18)

    /// What adds to a note, or puts it right, is most often of its kind.
    init(for open: OpenRecord, after followed: FollowedNote? = nil, drafts: [NoteDraft] = []) {
        self.open = open
        self.followed = followed
        self.drafts = drafts
        selection = NoteType.catalogue.firstIndex { $0.id == followed?.type } ?? 0
    }

    public enum Action: Sendable {
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case begun(NoteEditor)
        case left
    }

    public var title: String { "What kind of note?" }
    public var about: String {
        "Each kind has its own parts. A digit begins the note, a letter goes to the next kind that begins with it, Enter "
            + "begins the chosen one, or goes on with a draft."
    }
    public var identity: Identity? { open.identity }

    public var bindings: [Binding<Action>] {
        [
            Binding(
                .enter, name: "Begin", about: "Begin a note of the chosen kind, or go on with the chosen draft.",
                .chosen),
            Binding(.up, name: "Up", about: "The kind above.", .moved(by: -1), hinted: false),
            Binding(.down, name: "Down", about: "The kind below.", .moved(by: 1), hinted: false),
            Binding(.escape, name: "Back", about: "Back to the record.", .left),
        ]
            + Binding.pages(of: 9, "Nine kinds up.", "Nine kinds down.") { .moved(by: $0) }
            + NoteType.catalogue.prefix(9).enumerated().map { index, type in
                Binding(
                    .character(Character("\(index + 1)")), name: type.title, about: "Begin a note: \(type.title).",
                    .rowChosen(drafts.count + index), hinted: false)
            }
    }

    /// A letter goes on to the next kind that begins with it, Home and End to the first and the last.
    public func typed(_ key: Key) -> Action? {
        let kinds = NoteType.catalogue
        switch key {
        case .home: return .moved(by: -rowCount)
        case .end: return .moved(by: rowCount)
        case .character(let letter):
            // From a draft on, the first kind is the next.
            let chosen = max(-1, selection - drafts.count)
            let next = (1...kinds.count).lazy.map { (chosen + $0) % kinds.count }.first { kind in
                kinds[kind].title.lowercased().hasPrefix(letter.lowercased())
            }
            return next.map { .moved(by: drafts.count + $0 - selection) }
        default: return nil
        }
    }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        row(index, in: id).map { .rowPressed($0) }
    }

    public func chosen(_ index: Int, in id: String) -> Action? { row(index, in: id).map { .rowChosen($0) } }

    private func row(_ index: Int, in id: String) -> Int? {
        switch id {
        case "drafts": index
        case "types": drafts.count + index
        default: nil
        }
    }

    private var rowCount: Int { drafts.count + NoteType.catalogue.count }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .moved(let rows):
            selection = (selection + rows).clamped(to: 0...rowCount - 1)
            return .none
        case .rowPressed(let row):
            guard row == selection else {
                selection = row.clamped(to: 0...rowCount - 1)
                return .none
            }
            return update(.chosen)
        case .rowChosen(let row):
            guard row < rowCount else { return .none }
            selection = row
            return update(.chosen)
        case .chosen: return choose()
        case .begun(let editor): return .replace(editor)
        case .left: return .back
        }
    }

    private func choose() -> Effect<Action> {
        let open = open
        if drafts.indices.contains(selection) {
            let draft = drafts[selection].id
            // The warning was read on the way here.
            return .run { .begun($0.editor(of: DraftInHand(kept: try $0.desk.draft(draft)), for: open)) }
        }
        let (type, follows) = (NoteType.catalogue[selection - drafts.count], followed?.id)
        return .run { services in
            let now = services.now()
            // Every type with a time begins with the present one: nobody should type what the clock knows.
            let fields = type.parts.contains { $0.name == "time" } ? ["time": open.judgement.zone.stamp(now)] : [:]
            return .begun(
                services.editor(
                    of: DraftInHand(
                        begun: NoteDraft(
                            id: services.newDraftID(), customer: open.customer.id, author: services.desk.staff.id,
                            content: NoteContent(type: type.id, fields: fields), follows: follows, beganAt: now,
                            savedAt: now)),
                    for: open))
        }
    }

    public mutating func resized(to size: Size) { self.size = size }

    public var view: any Widget {
        Column {
            if let followed { Paragraph([Span("Follows: ", .heading), Span(followed.words)]) }
            if !drafts.isEmpty { begun }
            ListView(
                NoteType.catalogue.map { type in
                    ListRow(type.title, type.parts.map(\.label).joined(separator: ", "))
                },
                columns: [ListColumn("", .fixed(28)), ListColumn("", .fill(), needs: 70)],
                selection: selection - drafts.count, isNumbered: true, id: "types"
            ).filling()
        }
    }

    private var begun: ListView {
        ListView(
            drafts.map { draft in
                ListRow(
                    "Go on: \(draft.content.title)",
                    [draft.returned.map { "RETURNED by \($0.by)" }, stamp(draft), draft.content.gist].compactMap(\.self)
                        .joined(separator: ": "), role: draft.returned == nil ? .text : .warning)
            }, columns: [ListColumn("", .fixed(31)), ListColumn("", .fill(), needs: 70)], selection: selection,
            id: "drafts")
    }

    private func stamp(_ draft: NoteDraft) -> String { open.judgement.zone.stamp(draft.beganAt) }
}
