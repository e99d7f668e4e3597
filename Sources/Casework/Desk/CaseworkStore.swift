/// Where a register is kept. `Storage` implements it on SQLite; another engine can stand beside it.
///
/// Errors thrown by an engine are ``UserFacing``.
public protocol CaseworkStore: Sendable {
    /// Runs `body` on one consistent state of the register.
    func read<T: Sendable>(_ body: (any CaseworkReader) throws -> T) throws -> T
    /// Runs `body` in one transaction: everything that it writes is kept, or, when it throws, nothing.
    ///
    /// - Parameter permanence: from when on a power cut cannot take it back.
    func write<T: Sendable>(_ permanence: Permanence, _ body: (any CaseworkWriter) throws -> T) throws -> T
    /// The same, with another patience with those who write just now.
    func write<T: Sendable>(
        _ permanence: Permanence, waiting: WriteWait, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T
}

/// How long a write waits while another program writes.
public enum WriteWait: Sendable {
    /// As long as somebody waits for what they asked to be kept.
    case patient
    /// No longer than a person looks at an empty screen: what is written can be written later, and somebody waits to
    /// read.
    case brief
    /// For what is under way already, which takes milliseconds: it is tried again by itself, and nobody is to wait for it.
    case momentary
}

/// From when on what was written survives a power cut. The end of the program, in whatever way, it survives at once.
public enum Permanence: Sendable {
    /// When the writing returns. A disk takes milliseconds, now and then a hundred.
    case atOnce
    /// Some milliseconds later, without anybody waiting: for what a person looked at, as opposed to what they wrote.
    case soon
}

extension CaseworkStore {
    public func write<T: Sendable>(_ body: (any CaseworkWriter) throws -> T) throws -> T { try write(.atOnce, body) }

    /// For an engine that never waits.
    public func write<T: Sendable>(
        _ permanence: Permanence, waiting: WriteWait, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T {
        try write(permanence, body)
    }
}

/// What can be read of a register.
public protocol CaseworkReader {
    func registerInfo() throws -> RegisterInfo

    func customer(_ id: Customer.ID) throws -> Customer?
    /// Everyone who bears exactly this number or external ID, or the customer of the plan so numbered.
    func customers(bearing reference: CustomerReference) throws -> [Customer]
    /// The people who may be meant, unordered: the likeliest, at most `limit` of them; ``SearchQuery/rank(_:)`` decides.
    func candidates(for query: SearchQuery, limit: Int, unless isOutdated: () -> Bool) throws -> Candidates
    /// The commonest words of names and places that begin with `text`, which is written as ``SearchText/words(_:)`` gives
    /// it.
    func words(beginning text: String) throws -> [KnownWord]

    /// Every plan of the customer that was not removed, a provider's too; the newest start first.
    func plans(of customer: Customer.ID) throws -> [Plan]
    /// The plans of several customers at once, so that a list costs one query.
    func plans(ofAll customers: [Customer.ID]) throws -> [Customer.ID: [Plan]]
    /// Contacts at or after `from` and before `to`, the newest first; without those whose note was removed as that of
    /// another person (N3), or whose contact report was given back and given up: no draft, report or note is left of it.
    func contacts(of customer: Customer.ID, from: Instant, to: Instant) throws -> [Contact]

    /// Everyone on whose record this phone number stands, as mobile or at home, however it is written (L2).
    func customers(withPhone number: String) throws -> [Customer]
    /// Incidents of the customer, the newest first.
    func incidents(of customer: Customer.ID) throws -> [Incident]

    func site(named name: String) throws -> Site?
    func sites() throws -> [Site]
    func staff(_ id: StaffMember.ID) throws -> StaffMember?
    func staff(osUser: String) throws -> StaffMember?

    /// The newest first; a removed note carries its removal and its text.
    func notes(of customer: Customer.ID) throws -> [Note]
    func note(_ id: Note.ID) throws -> Note?
    func report(_ id: ContactReport.ID) throws -> ContactReport?
    /// Reports neither recorded nor returned, the oldest first.
    func waitingReports() throws -> [ContactReport]
    func waitingReports(of customer: Customer.ID) throws -> [ContactReport]
    /// How many reports wait; none of them is read.
    func waitingReportCount() throws -> Int
    /// What `staff` has typed so far of the reasons to give waiting reports back.
    func returnReasons(by staff: StaffMember.ID) throws -> [ContactReport.ID: String]
    /// Reports that `author` wrote at or after `since`, the newest first, whatever became of them.
    func reports(by author: StaffMember.ID, since: Instant) throws -> [ContactReport]
    /// Drafts of `author`, the last saved first.
    func drafts(by author: StaffMember.ID) throws -> [NoteDraft]
    /// Contacts of the customer that drafts carry, whoever writes them: they are entered with their notes.
    func draftedContacts(of customer: Customer.ID) throws -> [Contact]
    /// Whoever its author is.
    func draft(_ id: NoteDraft.ID) throws -> NoteDraft?

    func guideRun(_ id: GuideRun.ID) throws -> GuideRun?
    /// Runs of procedures on the customer's record, the last saved first.
    func guideRuns(of customer: Customer.ID) throws -> [GuideRun.Head]
    /// Runs that have not ended and were last saved by `staff`, those waiting longest first.
    func openGuideRuns(by staff: StaffMember.ID) throws -> [GuideRun.Head]
    /// Runs without a record that `staff` began at `since` or later, the last begun first.
    func guideRunsWithoutCustomer(by staff: StaffMember.ID, since: Instant) throws -> [GuideRun.Head]
    /// Every run of one procedure, the oldest first.
    func guideRuns(through procedure: String) throws -> [GuideRun]

    /// The plan so numbered, a removed one too.
    func plan(_ id: Plan.ID) throws -> Plan?

    /// The outbox, the oldest first; with what was sent, when asked for.
    func mails(includingSent: Bool) throws -> [Mail]
    /// Of what was sent the newest, at most `count`, the newest first.
    func mails(latestSent count: Int) throws -> [Mail]
    func mail(_ id: Mail.ID) throws -> Mail?

    /// Holidays added to the program's own.
    func addedHolidays() throws -> [AustralianState: [PublicHoliday]]

    func lastAuditEntry() throws -> AuditEntry?
    /// The latest instant of the newest entries of the trail: by a clock that was set back the last entry need not have it.
    func latestAuditInstant() throws -> Instant?
    /// Whose records `staff` opened, the latest first, each once; only the newest entries of the trail are looked at.
    func customersOpened(by staff: StaffMember.ID, limit: Int) throws -> [Customer.ID]
    /// Entries in their order, all or of one customer, handed over one by one.
    func auditEntries(of customer: Customer.ID?, _ each: (AuditEntry) throws -> Void) throws
}

/// What can be written to a register.
public protocol CaseworkWriter: CaseworkReader {
    /// Appends to the chain; the entry must follow ``CaseworkReader/lastAuditEntry()``.
    func append(_ entry: AuditEntry) throws
    /// Adds a note; its ``Note/id`` is ignored and the given one returned.
    func add(_ note: Note) throws -> Note.ID
    /// Adds a report; its ``ContactReport/id`` is ignored and the given one returned.
    func add(_ report: ContactReport) throws -> ContactReport.ID
    /// Notes which note a report became.
    func mark(_ report: ContactReport.ID, recordedAs note: Note.ID, by: StaffMember.ID, at: Instant) throws
    func add(_ returned: ReportReturn, of report: ContactReport.ID) throws
    /// Keeps, until the report waits no more, what was typed so far of a reason to give it back; nothing for one that
    /// does not wait. An empty one is forgotten.
    func keep(returnReason: String, of report: ContactReport.ID, by: StaffMember.ID, at: Instant) throws
    func add(_ removal: NoteRemoval, of note: Note.ID) throws
    /// - Parameter saved: the note or contact report that tells of it.
    func add(_ contact: Contact, toldBy saved: Desk.Saved?) throws
    /// Adds an incident under the number that its system gave.
    func add(_ incident: Incident) throws
    /// Saves or replaces.
    func save(_ draft: NoteDraft) throws
    func discard(_ draft: NoteDraft.ID) throws
    /// Saves or replaces.
    func save(_ run: GuideRun) throws
    func discard(_ run: GuideRun.ID) throws
    /// Adds a mail; its ``Mail/id`` is ignored and the given one returned.
    func add(_ mail: Mail) throws -> Mail.ID
    /// Keeps how far handing a mail over has come.
    func save(_ delivery: Mail.Delivery, of mail: Mail.ID) throws
}

/// What a register is.
public struct RegisterInfo: Sendable, Hashable, Codable {
    /// Invented people only: clock and actor may be chosen, and PRACTICE stands everywhere.
    public var practice: Bool
    /// When it was made.
    public var madeAt: Instant

    public init(practice: Bool, madeAt: Instant) {
        self.practice = practice
        self.madeAt = madeAt
    }
}

extension CaseworkWriter {
    /// Adds a contact that no note tells of.
    public func add(_ contact: Contact) throws { try add(contact, toldBy: nil) }
}

extension CaseworkReader {
    /// The people who may be meant, however long it takes.
    public func candidates(for query: SearchQuery, limit: Int) throws -> Candidates {
        try candidates(for: query, limit: limit) { false }
    }
}
