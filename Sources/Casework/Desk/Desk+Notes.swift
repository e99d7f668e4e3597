extension Desk {
    /// What became of a note that somebody wrote.
    public enum Saved: Sendable, Hashable {
        case note(Note.ID)
        /// It waits for a manager to record it (N4).
        case report(ContactReport.ID)
    }

    /// Saves a note, or a contact report where access does not reach to notes (N4), and with it the contact that it
    /// tells of and the mails to those who are to be told (C1). It belongs to the customer, and to the plan in force if there is one.
    ///
    /// - Parameter follows: the note of the same customer that it refers to, removed or not (N2).
    /// - Throws: ``NoteError``; ``AccessRefusal`` for an administrator.
    public func save(
        _ content: NoteContent, for customer: Customer.ID, follows: Note.ID? = nil, contact: Contact? = nil,
        notify: ContactNotification? = nil, at instant: Instant
    ) throws -> Saved {
        try save(content, for: customer, follows: follows, contact: contact, notify: notify, of: nil, at: instant)
    }

    /// Saves the note that a draft has become, for the draft's person, and with the note that it follows, its contact and
    /// mails.
    ///
    /// The draft is discarded in the same transaction, so that it is saved once or not at all.
    ///
    /// - Throws: ``NoteError``, where another window has saved the note, thrown it away or changed it, too;
    ///   ``AccessRefusal`` for an administrator.
    public func save(_ content: NoteContent, of hand: DraftInHand, at instant: Instant) throws -> Saved {
        let draft = hand.draft
        return try save(
            content, for: draft.customer, follows: draft.follows, contact: draft.contact, notify: draft.notify,
            of: hand, at: instant)
    }

    private func save(
        _ content: NoteContent, for customer: Customer.ID, follows: Note.ID?, contact: Contact?,
        notify: ContactNotification?, of hand: DraftInHand?, at instant: Instant
    ) throws -> Saved {
        try require(.serveCustomers, of: customer, at: instant)
        let content = try content.checked()
        return try write { writer in
            if let known = hand?.state {
                let stored = try writer.draft(known.draft.id)
                guard known.accounts(for: stored) else {
                    throw stored == nil ? NoteError.draftGone : NoteError.draftChanged
                }
                try writer.discard(known.draft.id)
            }
            if let follows { _ = try writer.note(follows, of: customer) }
            let plan = try writer.plans(of: customer).inForce(at: instant)?.id
            func enterContact(toldBy saved: Saved) throws {
                if let contact {
                    try writer.add(contact, toldBy: saved)
                    try audit(
                        .contactLogged, of: customer,
                        "\(contact.channel.code)\(contact.refused ? ", refused" : "")", at: instant, in: writer)
                }
                if let notify { try keepMails(notify, of: customer, at: instant, in: writer) }
            }
            let revised = hand?.draft.returned?.report
            if staff.access.allows(.recordNotes) {
                let id = try writer.add(
                    Note(
                        id: Note.ID(rawValue: 0), customer: customer, plan: plan, content: content, author: staff.id,
                        writtenAt: instant, recordedBy: staff.id, recordedAt: instant,
                        report: try revised.flatMap { try writer.becameNote($0, of: customer) ? nil : $0 },
                        follows: follows))
                try enterContact(toldBy: .note(id))
                try audit(
                    .noteRecorded, of: customer, "note \(id.rawValue), \(content.type)\(Self.following(follows))",
                    at: instant, in: writer)
                return .note(id)
            }
            let id = try writer.add(
                ContactReport(
                    id: ContactReport.ID(rawValue: 0), customer: customer, plan: plan, content: content,
                    author: staff.id, writtenAt: instant, follows: follows, revises: revised))
            try enterContact(toldBy: .report(id))
            try audit(
                .reportWritten, of: customer, "report \(id.rawValue), \(content.type)\(Self.following(follows))",
                at: instant, in: writer)
            return .report(id)
        }
    }

    /// What the audit trail says of a note that follows another: the chain covers it, as it does the note.
    private static func following(_ note: Note.ID?) -> String { note.map { ", follows note \($0.rawValue)" } ?? "" }

    /// Notes of a customer, the newest first. The text of a removed note is shown to nobody but CAPT (N3).
    public func notes(of customer: Customer.ID, at instant: Instant) throws -> [Note] {
        try require(.serveCustomers, of: customer, at: instant)
        return try store.read { try $0.notes(of: customer) }.map(shown)
    }

    /// One note of a customer; of a removed one no more than its place in the list shows (N3).
    ///
    /// - Throws: ``NoteError`` where there is none, or it is another's.
    public func note(_ id: Note.ID, of customer: Customer.ID, at instant: Instant) throws -> Note {
        try require(.serveCustomers, of: customer, at: instant)
        return shown(try store.read { try $0.note(id, of: customer) })
    }

    private func shown(_ note: Note) -> Note {
        guard note.removal != nil, !staff.access.allows(.removeNotes) else { return note }
        var bare = note
        bare.content.fields = [:]
        bare.content.trail = []
        bare.removal?.why = ""
        return bare
    }

    /// Contact reports of a customer that wait to be recorded, the oldest first.
    public func waitingReports(of customer: Customer.ID, at instant: Instant) throws -> [ContactReport] {
        try require(.serveCustomers, of: customer, at: instant)
        return try store.read { try $0.waitingReports(of: customer) }
    }

    /// A contact report that waits to be recorded.
    public struct WaitingReport: Sendable, Hashable {
        public let report: ContactReport
        public let customer: Customer?
        /// Whether the agency plan in force has a safety alert (W2).
        public let safetyAlert: Bool
        /// The note that it follows; of a removed one no more than the list of notes shows (N2, N3).
        public let followed: Note?
        /// Those that it was written anew from, each given back with its reason, the first written first (N4).
        public let earlier: [ContactReport]
        /// What the staff member has typed so far of a reason to give it back; nil where that is nothing.
        public let begunReturn: String?
    }

    /// Every contact report that waits to be recorded; the oldest first.
    ///
    /// - Throws: ``AccessRefusal`` without manager access.
    public func waitingReports(at instant: Instant) throws -> [WaitingReport] {
        try require(.recordNotes, at: instant)
        return try store.read { reader in
            let begun = try reader.returnReasons(by: staff.id)
            return try reader.waitingReports().map { report in
                WaitingReport(
                    report: report, customer: try reader.customer(report.customer),
                    safetyAlert: try reader.plans(of: report.customer).inForce(at: instant)?.safetyAlert ?? false,
                    followed: try report.follows.flatMap { try reader.note($0) }.map(shown),
                    earlier: try reader.reports(before: report), begunReturn: begun[report.id])
            }
        }
    }

    /// What became of a contact report that the staff member wrote.
    public struct OwnReport: Sendable, Hashable {
        public let report: ContactReport
        public let customer: Customer?
        /// The note that it was recorded as; nil while it waits.
        public let note: Note?
    }

    /// Reports are told of for so many days: long enough to come back from a week away.
    private static let daysOfReports = 14

    /// The staff member's own contact reports of the two weeks before `instant` that wait or were recorded, the newest
    /// first; what was returned stands among their drafts (N4).
    public func ownReports(at instant: Instant) throws -> [OwnReport] {
        try store.read { reader in
            try reader.reports(by: staff.id, since: instant - Self.daysOfReports * 86_400).filter { $0.returned == nil }
                .map { report in
                    OwnReport(
                        report: report, customer: try reader.customer(report.customer),
                        note: try report.note.flatMap { try reader.note($0) })
                }
        }
    }

    /// Records a waiting report as a note that keeps its author and time (N4).
    ///
    /// - Throws: ``NoteError``; ``AccessRefusal`` without manager access.
    public func record(_ id: ContactReport.ID, at instant: Instant) throws -> Note.ID {
        let of = try store.read { try $0.report(id)?.customer }
        try require(.recordNotes, of: of, at: instant)
        return try write { writer in
            guard let report = try writer.report(id) else { throw NoteError.noSuchReport(id) }
            try Self.requireWaiting(report)
            let note = try writer.add(
                Note(
                    id: Note.ID(rawValue: 0), customer: report.customer, plan: report.plan, content: report.content,
                    author: report.author, writtenAt: report.writtenAt, recordedBy: staff.id, recordedAt: instant,
                    report: id, follows: report.follows))
            try writer.mark(id, recordedAs: note, by: staff.id, at: instant)
            try audit(
                .reportRecorded, of: report.customer,
                "report \(id.rawValue) as note \(note.rawValue)\(Self.following(report.follows))", at: instant,
                in: writer)
            return note
        }
    }

    /// Gives a waiting report back to its author, as a draft with the reason: nothing that they wrote is lost (N4).
    ///
    /// - Parameter draft: the name of the draft that it becomes, never given before.
    /// - Throws: ``NoteError``; ``AccessRefusal`` without manager access.
    public func giveBack(
        _ id: ContactReport.ID, because reason: String, as draft: NoteDraft.ID, at instant: Instant
    ) throws {
        let of = try store.read { try $0.report(id)?.customer }
        try require(.recordNotes, of: of, at: instant)
        guard reason.contains(where: { !$0.isWhitespace }) else { throw NoteError.noReason }
        try write { writer in
            guard let report = try writer.report(id) else { throw NoteError.noSuchReport(id) }
            try Self.requireWaiting(report)
            let returned = ReportReturn(reason: reason, by: staff.id, at: instant, of: id)
            try writer.add(returned, of: id)
            try writer.save(
                NoteDraft(
                    id: draft, customer: report.customer, author: report.author, content: report.content,
                    follows: report.follows, beganAt: report.writtenAt, savedAt: instant, returned: returned))
            try audit(.reportReturned, of: report.customer, "report \(id.rawValue)", at: instant, in: writer)
        }
    }

    private static func requireWaiting(_ report: ContactReport) throws {
        if let note = report.note { throw NoteError.alreadyRecorded(report.id, as: note) }
        if report.returned != nil { throw NoteError.alreadyReturned(report.id) }
    }

    /// Takes a note out of sight; type, author and time stay in the list (N3). The contact that it told of counts no
    /// more where the person was another.
    ///
    /// - Throws: ``NoteError``; ``AccessRefusal`` without CAPT access.
    public func remove(_ id: Note.ID, reason: NoteRemoval.Reason, why: String, at instant: Instant) throws {
        let of = try store.read { try $0.note(id)?.customer }
        try require(.removeNotes, of: of, at: instant)
        guard why.contains(where: { !$0.isWhitespace }) else { throw NoteError.noReason }
        try write { writer in
            guard let note = try writer.note(id) else { throw NoteError.noSuchNote(id) }
            guard note.removal == nil else { throw NoteError.alreadyRemoved(id) }
            try writer.add(NoteRemoval(reason: reason, why: why, by: staff.id, at: instant), of: id)
            try audit(
                .noteRemoved, of: note.customer, "note \(id.rawValue), \(reason.rawValue)", at: instant, in: writer)
        }
    }

    /// Contacts of a customer from `from` to `to`, exclusive, those whose notes are drafts still among them; the newest
    /// first.
    public func contacts(of customer: Customer.ID, from: Instant, to: Instant, at instant: Instant) throws -> [Contact]
    {
        try require(.serveCustomers, of: customer, at: instant)
        return try store.read { try $0.contactsMade(of: customer, from: from, to: to) }
    }

}

extension [Note] {
    /// Those that follow the note so numbered, the first written first (N2).
    public func following(_ note: Note.ID) -> [Note] {
        filter { $0.follows == note }.sorted { ($0.writtenAt, $0.id.rawValue) < ($1.writtenAt, $1.id.rawValue) }
    }
}

extension [ContactReport] {
    /// Those that follow the note so numbered, in their order (N2).
    public func following(_ note: Note.ID) -> [ContactReport] { filter { $0.follows == note } }
}

extension CaseworkReader {
    /// A note that stands on the record of `customer`.
    fileprivate func note(_ id: Note.ID, of customer: Customer.ID) throws -> Note {
        guard let note = try note(id) else { throw NoteError.noSuchNote(id) }
        guard note.customer == customer else { throw NoteError.ofAnother(id) }
        return note
    }

    /// Whether a note came of the report: two windows may have the draft of one that was given back.
    fileprivate func becameNote(_ report: ContactReport.ID, of customer: Customer.ID) throws -> Bool {
        try notes(of: customer).contains { $0.report == report }
    }

    /// The reports that `report` was written anew from, the first written first.
    fileprivate func reports(before report: ContactReport) throws -> [ContactReport] {
        // A report is written after those that it is written anew from, whatever a damaged register says.
        guard let id = report.revises, id.rawValue < report.id.rawValue, let earlier = try self.report(id) else {
            return []
        }
        return try reports(before: earlier) + [earlier]
    }

    /// Contacts from `from` to `to`, exclusive, the newest first. One whose note is a draft still took place all the
    /// same: it counts for the next officer at once, and until the draft is thrown away (C1).
    func contactsMade(of customer: Customer.ID, from: Instant, to: Instant) throws -> [Contact] {
        let drafted = try draftedContacts(of: customer).filter { from <= $0.occurredAt && $0.occurredAt < to }
        let entered = try contacts(of: customer, from: from, to: to)
        return drafted.isEmpty ? entered : (drafted + entered).sorted { $0.occurredAt > $1.occurredAt }
    }
}
