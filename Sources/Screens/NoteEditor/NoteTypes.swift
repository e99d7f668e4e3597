import Casework
import Terminal
import Widgets

/// Chooses the type of a note to write without a guide.
public struct NoteTypes: Screen {
    let open: OpenRecord
    /// The note that the new one is to follow (N2).
    let followed: FollowedNote?
    var selection = 0
    private var size = Size(width: 80, height: 18)

    /// What adds to a note, or puts it right, is most often of its kind.
    init(for open: OpenRecord, after followed: FollowedNote? = nil) {
        self.open = open
        self.followed = followed
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
            + "begins the chosen one."
    }
    public var identity: Identity? { open.identity }

    public var bindings: [Binding<Action>] {
        [
            Binding(.enter, name: "Begin", about: "Begin a note of the chosen kind.", .chosen),
            Binding(.up, name: "Up", about: "The kind above.", .moved(by: -1), hinted: false),
            Binding(.down, name: "Down", about: "The kind below.", .moved(by: 1), hinted: false),
            Binding(.escape, name: "Back", about: "Back to the record.", .left),
        ]
            + Binding.pages(of: 9, "Nine kinds up.", "Nine kinds down.") { .moved(by: $0) }
            + NoteType.catalogue.prefix(9).enumerated().map { index, type in
                Binding(
                    .character(Character("\(index + 1)")), name: type.title, about: "Begin a note: \(type.title).",
                    .rowChosen(index), hinted: false)
            }
    }

    /// A letter goes on to the next kind that begins with it, Home and End to the first and the last.
    public func typed(_ key: Key) -> Action? {
        let kinds = NoteType.catalogue
        switch key {
        case .home: return .moved(by: -kinds.count)
        case .end: return .moved(by: kinds.count)
        case .character(let letter):
            let step = (1...kinds.count).first { step in
                kinds[(selection + step) % kinds.count].title.lowercased().hasPrefix(letter.lowercased())
            }
            return step.map { .moved(by: (selection + $0) % kinds.count - selection) }
        default: return nil
        }
    }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? { .rowPressed(index) }

    public func chosen(_ index: Int, in id: String) -> Action? { .rowChosen(index) }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .moved(let rows):
            selection = (selection + rows).row(of: NoteType.catalogue)
            return .none
        case .rowPressed(let row):
            guard row == selection else {
                selection = row.row(of: NoteType.catalogue)
                return .none
            }
            return update(.chosen)
        case .rowChosen(let row):
            guard NoteType.catalogue.indices.contains(row) else { return .none }
            selection = row
            return update(.chosen)
        case .chosen:
            let (open, type, follows) = (open, NoteType.catalogue[selection], followed?.id)
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
        case .begun(let editor): return .replace(editor)
        case .left: return .back
        }
    }

    public mutating func resized(to size: Size) { self.size = size }

    public var view: any Widget {
        Column {
            if let followed { Paragraph([Span("Follows: ", .heading), Span(followed.words)]) }
            ListView(
                NoteType.catalogue.map { type in
                    ListRow(type.title, type.parts.map(\.label).joined(separator: ", "))
                },
                columns: [ListColumn("", .fixed(28)), ListColumn("", .fill(), needs: 70)], selection: selection,
                isNumbered: true, id: "types"
            ).filling()
        }
    }
}
