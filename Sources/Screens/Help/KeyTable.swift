import Casework

/// The keys of every screen, for the manual page: taken from the screens themselves.
public enum KeyTable {
    public struct Entry: Sendable {
        public let title: String
        public let keys: [KeyNote]
    }

    /// Each screen in the order in which a contact passes them, then what every screen knows.
    public static var screens: [Entry] {
        get throws {
            let open = try sample
            let editor = NoteEditor(
                NoteContent(type: NoteType.customerContact, fields: [:]), for: open, draft: NoteDraft.ID(rawValue: ""),
                at: open.attempt.at, access: .manager)
            return [
                entry(Lookup()), entry(Warning(open)), entry(Record(open)), entry(Week(of: open)),
                entry(NoteTypes(for: open)), entry(editor),
                entry(Reports()), entry(AuditTrail(of: open)),
                entry(Palette(commands: [])), Entry(title: "Every screen", keys: GlobalCommand.allCases.map(\.note)),
            ]
        }
    }

    private static func entry(_ screen: some Screen) -> Entry {
        Entry(title: screen.title, keys: screen.bindings.map(KeyNote.init))
    }

    /// A record of nobody: keys do not depend on whose record is open.
    private static var sample: OpenRecord {
        get throws {
            let now = Instant(seconds: 0)
            let attempt = ContactAttempt(channel: .faceToFace, at: now)
            let nobody = Customer(id: Customer.ID(rawValue: 0), externalId: "", surname: "Nobody")
            let record = try CustomerRecord(customer: nobody, at: now)
            let judgement = try [Plan]().judge(attempt, history: [], site: nil, calendar: BusinessCalendar())
            return OpenRecord(
                record: record, warning: nil, attempt: attempt, judgement: judgement, identity: Identity(nobody),
                mayReadAudit: true)
        }
    }
}
