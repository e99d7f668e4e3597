/// A note on a customer's record. Once saved it is never edited (N2).
public struct Note: Codable, Sendable, Hashable {
    public struct ID: RawRepresentable, Codable, Sendable, Hashable {
        public let rawValue: Int64
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    public var id: ID
    public var customer: Customer.ID
    /// The plan in force when it was written, if there was one.
    public var plan: Plan.ID?
    public var content: NoteContent
    public var author: StaffMember.ID
    /// When the author wrote it: for a note that began as a contact report, when the report was written (N4).
    public var writtenAt: Instant
    /// Who recorded it, the author or a manager (N4).
    public var recordedBy: StaffMember.ID
    public var recordedAt: Instant
    /// The contact report that it was recorded from, or written anew from where its author may record by now.
    public var report: ContactReport.ID?
    /// The earlier note of the same customer that it refers to (N2); that one may be removed.
    public let follows: ID?
    public var removal: NoteRemoval?

    public init(
        id: ID, customer: Customer.ID, plan: Plan.ID?, content: NoteContent, author: StaffMember.ID,
        writtenAt: Instant, recordedBy: StaffMember.ID, recordedAt: Instant, report: ContactReport.ID? = nil,
        follows: ID? = nil, removal: NoteRemoval? = nil
    ) {
        self.id = id
        self.customer = customer
        self.plan = plan
        self.content = content
        self.author = author
        self.writtenAt = writtenAt
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
        self.report = report
        self.follows = follows
        self.removal = removal
    }
}

/// What a note says: its type and parts.
public struct NoteContent: Codable, Sendable, Hashable {
    public var type: NoteType.ID
    /// Part name → text. Empty parts are left out when it is saved.
    public var fields: [String: String]
    /// How the guide came to its outcome: what was decided by which fact and rule. Not for editing.
    public var trail: [String]

    public init(type: NoteType.ID, fields: [String: String], trail: [String] = []) {
        self.type = type
        self.fields = fields
        self.trail = trail
    }

    /// The same without the parts in which nothing stands.
    public var filled: NoteContent {
        NoteContent(type: type, fields: fields.filter { !$0.value.isEmpty }, trail: trail)
    }

    public func isFilled(_ part: NotePart) -> Bool {
        fields[part.name]?.contains { !$0.isWhitespace } ?? false
    }

    /// The parts in which something stands, in the order of the form.
    public var filledParts: [NotePart] {
        NoteType.named(type)?.parts(for: fields).filter { isFilled($0) } ?? []
    }

    /// The required parts that still stand empty, in order.
    public var missing: [NotePart] {
        NoteType.named(type)?.parts(for: fields).filter { $0.required && !isFilled($0) } ?? []
    }

    /// The content as it is saved: its parts checked against the catalogue, empty ones left out.
    ///
    /// - Throws: ``NoteError`` for an unknown type or part, a value that a part does not take, or a required part
    ///   left empty (N1).
    public func checked() throws(NoteError) -> NoteContent {
        guard let type = NoteType.named(type) else { throw .unknownType(type) }
        let parts = type.parts(for: fields)
        for name in fields.keys.sorted() where !parts.contains(where: { $0.name == name }) {
            throw .unknownPart(name, in: type.id)
        }
        for part in parts where isFilled(part) && !part.choices.isEmpty {
            let value = fields[part.name] ?? ""
            guard part.choices.contains(value) else { throw .notAChoice(value, part: part.name, in: type.id) }
        }
        if let part = missing.first { throw .missingPart(part.name, in: type.id) }
        return NoteContent(
            type: type.id, fields: fields.filter { name, _ in parts.contains { $0.name == name && isFilled($0) } },
            trail: trail)
    }
}

/// Why a note was taken out of sight; its text stays in the register (N3).
public struct NoteRemoval: Codable, Sendable, Hashable {
    public enum Reason: String, CaseIterable, Codable, Sendable, Hashable {
        case privacy
        case wrongCustomer = "wrong-customer"
        case language

        public var name: String {
            switch self {
            case .privacy: "privacy breach"
            case .wrongCustomer: "wrong customer"
            case .language: "judgemental or misleading language"
            }
        }
    }

    public var reason: Reason
    public var why: String
    public var by: StaffMember.ID
    public var at: Instant

    public init(reason: Reason, why: String, by: StaffMember.ID, at: Instant) {
        self.reason = reason
        self.why = why
        self.by = by
        self.at = at
    }
}

/// A note by somebody without manager access, waiting for a manager to record it (N4).
public struct ContactReport: Codable, Sendable, Hashable {
    public struct ID: RawRepresentable, Codable, Sendable, Hashable {
        public let rawValue: Int64
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    public var id: ID
    public var customer: Customer.ID
    public var plan: Plan.ID?
    public var content: NoteContent
    public var author: StaffMember.ID
    public var writtenAt: Instant
    /// The note that it refers to, as the note will that it becomes (N2).
    public let follows: Note.ID?
    /// The note that it became; nil while it waits, and when it was returned.
    public var note: Note.ID?
    /// Why it went back to its author; nil while it waits, and when it was recorded.
    public var returned: ReportReturn?
    /// The report that was given back, and that this one is written anew from.
    public var revises: ID?

    public init(
        id: ID, customer: Customer.ID, plan: Plan.ID?, content: NoteContent, author: StaffMember.ID,
        writtenAt: Instant, follows: Note.ID? = nil, note: Note.ID? = nil, returned: ReportReturn? = nil,
        revises: ID? = nil
    ) {
        self.id = id
        self.customer = customer
        self.plan = plan
        self.content = content
        self.author = author
        self.writtenAt = writtenAt
        self.follows = follows
        self.note = note
        self.returned = returned
        self.revises = revises
    }
}

/// Why a manager gave a contact report back to its author instead of recording it.
public struct ReportReturn: Codable, Sendable, Hashable {
    public var reason: String
    public var by: StaffMember.ID
    public var at: Instant
    /// The report that was given back; nil in a draft of before reports named each other.
    public var report: ContactReport.ID?

    public init(reason: String, by: StaffMember.ID, at: Instant, of report: ContactReport.ID? = nil) {
        self.reason = reason
        self.by = by
        self.at = at
        self.report = report
    }
}

/// A note being written, kept through every end of the program (N6).
public struct NoteDraft: Codable, Sendable, Hashable {
    /// Made by whoever begins the draft; unique in a register.
    public struct ID: RawRepresentable, Codable, Sendable, Hashable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public var id: ID
    /// The person on screen when it began.
    public var customer: Customer.ID
    public var author: StaffMember.ID
    public var content: NoteContent
    /// The note that it refers to, chosen when it began (N2).
    public let follows: Note.ID?
    /// The contact that the note tells of, entered when the note is saved.
    public var contact: Contact?
    /// Whom to tell of the contact, once the note is saved.
    public var notify: ContactNotification?
    public var beganAt: Instant
    public var savedAt: Instant
    /// Set when it came back as a contact report that a manager did not record.
    public var returned: ReportReturn?

    public init(
        id: ID, customer: Customer.ID, author: StaffMember.ID, content: NoteContent, follows: Note.ID? = nil,
        contact: Contact? = nil, notify: ContactNotification? = nil, beganAt: Instant, savedAt: Instant,
        returned: ReportReturn? = nil
    ) {
        self.id = id
        self.customer = customer
        self.author = author
        self.content = content
        self.follows = follows
        self.contact = contact
        self.notify = notify
        self.beganAt = beganAt
        self.savedAt = savedAt
        self.returned = returned
    }
}

/// Why a note was not saved.
public enum NoteError: UserFacing, Equatable {
    case unknownType(NoteType.ID)
    case unknownPart(String, in: NoteType.ID)
    case notAChoice(String, part: String, in: NoteType.ID)
    case missingPart(String, in: NoteType.ID)
    case noSuchNote(Note.ID)
    /// A note can follow only a note of its own customer (N2).
    case ofAnother(Note.ID)
    case alreadyRemoved(Note.ID)
    case noSuchReport(ContactReport.ID)
    /// Somebody has recorded the report already.
    case alreadyRecorded(ContactReport.ID, as: Note.ID)
    /// Somebody has returned the report to its author.
    case alreadyReturned(ContactReport.ID)
    /// A removal or return was asked for without saying why.
    case noReason
    /// The draft of a note stands in the register no more.
    case draftGone
    /// The draft of a note says in the register what this window did not write.
    case draftChanged

    public var message: String {
        switch self {
        case .unknownType(let type): "There is no note type '\(type)'."
        case .unknownPart(let part, let type): "A note of type '\(type)' has no part '\(part)'."
        case .notAChoice(let value, let part, let type): "'\(value)' is not a \(part) of a note of type '\(type)'."
        case .missingPart(let part, let type): "A note of type '\(type)' needs its part '\(part)', which is missing."
        case .noSuchNote(let id): "There is no note \(id.rawValue)."
        case .ofAnother(let id):
            "Note \(id.rawValue) stands on another person's record; a note follows one of the same record only."
        case .alreadyRemoved(let id): "Note \(id.rawValue) was removed before."
        case .noSuchReport(let id): "There is no contact report \(id.rawValue)."
        case .alreadyRecorded(let id, let note):
            "Contact report \(id.rawValue) was recorded before, as note \(note.rawValue)."
        case .alreadyReturned(let id): "Contact report \(id.rawValue) was returned to its author before."
        case .noReason: "The reason is missing: say why in words."
        case .draftGone: "This draft was already saved or thrown away in another window."
        case .draftChanged: "Another window changed this draft."
        }
    }

    public var remedy: String {
        switch self {
        case .unknownType: "See 'mspdesk note types'."
        case .unknownPart(_, let type): "It has \(Self.parts(of: type)); see 'mspdesk note types'."
        case .notAChoice(_, let part, let type):
            "Use one of \(NoteType.named(type)?.parts.first { $0.name == part }?.choices.joined(separator: ", ") ?? "")."
        case .missingPart(let part, _): "Fill it in: --field \(part)=…"
        case .noSuchNote, .ofAnother: "See 'mspdesk note list REF'."
        case .alreadyRemoved: "Nothing more needs to be done."
        case .noSuchReport: "See 'mspdesk note reports'."
        case .alreadyRecorded: "Nothing more needs to be done."
        case .alreadyReturned: "Its author writes it anew, and it waits again."
        case .noReason: "Say why with --why TEXT."
        case .draftGone: "The notes of the record tell whether it was saved."
        case .draftChanged: "Leave it here, and go on with it from the start."
        }
    }

    public var fault: Fault { .badInput }

    private static func parts(of type: NoteType.ID) -> String {
        NoteType.named(type)?.parts.map(\.name).joined(separator: ", ") ?? ""
    }
}
