import Casework
import GRDB

extension RegisterSession {
    public func notes(of customer: Customer.ID) throws -> [Note] {
        try rows("\(Self.selectNote) WHERE customer = ? ORDER BY written_at DESC, id DESC", [customer.rawValue], note)
    }

    public func note(_ id: Note.ID) throws -> Note? {
        try first("\(Self.selectNote) WHERE id = ?", [id.rawValue]).map(note)
    }

    public func report(_ id: ContactReport.ID) throws -> ContactReport? {
        try first("\(Self.selectReport) WHERE id = ?", [id.rawValue]).map(report)
    }

    public func waitingReports() throws -> [ContactReport] {
        try rows(
            "\(Self.selectReport) WHERE \(Self.isWaiting) ORDER BY written_at, id", [], report)
    }

    public func waitingReportCount() throws -> Int { try first("SELECT count(*) FROM waiting_reports", [])?[0] ?? 0 }

    public func waitingReports(of customer: Customer.ID) throws -> [ContactReport] {
        try rows(
            "\(Self.selectReport) WHERE customer = ? AND \(Self.isWaiting) ORDER BY written_at, id",
            [customer.rawValue], report)
    }

    public func reports(by author: StaffMember.ID, since: Instant) throws -> [ContactReport] {
        try rows(
            "\(Self.selectReport) WHERE author = ? AND written_at >= ? ORDER BY written_at DESC, id DESC",
            [author.rawValue, since.seconds], report)
    }

    public func drafts(by author: StaffMember.ID) throws -> [NoteDraft] {
        try rows("\(Self.selectDraft) WHERE author = ? ORDER BY saved_at DESC, id", [author.rawValue], draft)
    }

    public func draft(_ id: NoteDraft.ID) throws -> NoteDraft? {
        try first("\(Self.selectDraft) WHERE id = ?", [id.rawValue]).map(draft)
    }

    public func draftedContacts(of customer: Customer.ID) throws -> [Contact] {
        try rows(
            "SELECT contact FROM drafts WHERE customer = ? AND contact IS NOT NULL ORDER BY saved_at, id",
            [customer.rawValue]
        ) { try value(Contact.self, json: $0[0]) }
    }

    public func add(_ note: Note) throws -> Note.ID {
        try run(
            """
            INSERT INTO notes (customer, plan, type, fields, trail, author, written_at, recorded_by, recorded_at, report,
                follows)
            VALUES (\(Self.places(11)))
            """,
            [
                note.customer.rawValue, note.plan?.rawValue, note.content.type.rawValue, try json(note.content.fields),
                try json(note.content.trail), note.author.rawValue, note.writtenAt.seconds, note.recordedBy.rawValue,
                note.recordedAt.seconds, note.report?.rawValue, note.follows?.rawValue,
            ])
        let id = Note.ID(rawValue: db.lastInsertedRowID)
        if let removal = note.removal { try add(removal, of: id) }
        return id
    }

    public func add(_ report: ContactReport) throws -> ContactReport.ID {
        try run(
            """
            INSERT INTO contact_reports (customer, plan, type, fields, trail, author, written_at, revises, follows)
            VALUES (\(Self.places(9)))
            """,
            [
                report.customer.rawValue, report.plan?.rawValue, report.content.type.rawValue,
                try json(report.content.fields), try json(report.content.trail), report.author.rawValue,
                report.writtenAt.seconds, report.revises?.rawValue, report.follows?.rawValue,
            ])
        return ContactReport.ID(rawValue: db.lastInsertedRowID)
    }

    public func mark(
        _ report: ContactReport.ID, recordedAs note: Note.ID, by staff: StaffMember.ID, at: Instant
    ) throws {
        try run(
            "INSERT INTO report_recordings (report, note, recorded_by, recorded_at) VALUES (?, ?, ?, ?)",
            [report.rawValue, note.rawValue, staff.rawValue, at.seconds])
    }

    public func add(_ returned: ReportReturn, of report: ContactReport.ID) throws {
        try run(
            "INSERT INTO report_returns (report, reason, returned_by, returned_at) VALUES (?, ?, ?, ?)",
            [report.rawValue, returned.reason, returned.by.rawValue, returned.at.seconds])
    }

    public func returnReasons(by staff: StaffMember.ID) throws -> [ContactReport.ID: String] {
        let kept = try rows("SELECT report, reason FROM return_reasons WHERE staff = ?", [staff.rawValue]) { row in
            (ContactReport.ID(rawValue: row[0]), row[1] as String)
        }
        return Dictionary(uniqueKeysWithValues: kept)
    }

    public func keep(returnReason: String, of report: ContactReport.ID, by staff: StaffMember.ID, at: Instant) throws {
        guard !returnReason.isEmpty else {
            return try run(
                "DELETE FROM return_reasons WHERE report = ? AND staff = ?", [report.rawValue, staff.rawValue])
        }
        try run(
            """
            INSERT INTO return_reasons (report, staff, reason, saved_at)
            SELECT report, ?, ?, ? FROM waiting_reports WHERE report = ?
            ON CONFLICT (report, staff) DO UPDATE SET reason = excluded.reason, saved_at = excluded.saved_at
            """,
            [staff.rawValue, returnReason, at.seconds, report.rawValue])
    }

    public func add(_ removal: NoteRemoval, of note: Note.ID) throws {
        try run(
            "INSERT INTO note_removals (note, reason, why, removed_by, removed_at) VALUES (?, ?, ?, ?, ?)",
            [note.rawValue, removal.reason.rawValue, removal.why, removal.by.rawValue, removal.at.seconds])
    }

    public func save(_ draft: NoteDraft) throws {
        // What it follows is chosen when it begins, and stays.
        try run(
            """
            INSERT INTO drafts (id, customer, author, type, fields, trail, began_at, saved_at, contact, returned,
                notify, follows)
            VALUES (\(Self.places(12)))
            ON CONFLICT (id) DO UPDATE SET customer = excluded.customer, author = excluded.author,
                type = excluded.type, fields = excluded.fields, trail = excluded.trail, saved_at = excluded.saved_at,
                contact = excluded.contact, returned = excluded.returned, notify = excluded.notify
            """,
            [
                draft.id.rawValue, draft.customer.rawValue, draft.author.rawValue, draft.content.type.rawValue,
                try json(draft.content.fields), try json(draft.content.trail), draft.beganAt.seconds,
                draft.savedAt.seconds, try draft.contact.map(json),
                try draft.returned.map(json), try draft.notify.map(json), draft.follows?.rawValue,
            ])
    }

    public func discard(_ draft: NoteDraft.ID) throws { try run("DELETE FROM drafts WHERE id = ?", [draft.rawValue]) }

    private static let selectDraft = """
        SELECT id, customer, author, type, fields, trail, began_at, saved_at, contact, returned, notify, follows
        FROM drafts
        """

    private func draft(_ row: Row) throws -> NoteDraft {
        let follows: Int64? = row[11]
        return NoteDraft(
            id: NoteDraft.ID(rawValue: row[0]), customer: Customer.ID(rawValue: row[1]),
            author: StaffMember.ID(rawValue: row[2]), content: try content(type: row[3], fields: row[4], trail: row[5]),
            follows: follows.map(Note.ID.init(rawValue:)),
            contact: try (row[8] as String?).map { try value(Contact.self, json: $0) },
            notify: try (row[10] as String?).map { try value(ContactNotification.self, json: $0) },
            beganAt: Instant(seconds: row[6]), savedAt: Instant(seconds: row[7]),
            returned: try (row[9] as String?).map { try value(ReportReturn.self, json: $0) })
    }

    private static let selectNote = """
        SELECT id, customer, plan, type, fields, trail, author, written_at, recorded_by, recorded_at, report,
            reason, why, removed_by, removed_at, follows
        FROM notes LEFT JOIN note_removals ON note_removals.note = notes.id
        """

    private func note(_ row: Row) throws -> Note {
        let plan: String? = row[2]
        let report: Int64? = row[10]
        let reason: String? = row[11]
        let follows: Int64? = row[15]
        let removal = try reason.map {
            NoteRemoval(
                reason: try code($0), why: row[12], by: StaffMember.ID(rawValue: row[13]),
                at: Instant(seconds: row[14]))
        }
        return Note(
            id: Note.ID(rawValue: row[0]), customer: Customer.ID(rawValue: row[1]),
            plan: plan.map(Plan.ID.init(rawValue:)), content: try content(type: row[3], fields: row[4], trail: row[5]),
            author: StaffMember.ID(rawValue: row[6]), writtenAt: Instant(seconds: row[7]),
            recordedBy: StaffMember.ID(rawValue: row[8]), recordedAt: Instant(seconds: row[9]),
            report: report.map(ContactReport.ID.init(rawValue:)), follows: follows.map(Note.ID.init(rawValue:)),
            removal: removal)
    }

    private static let selectReport = """
        SELECT id, customer, plan, type, fields, trail, author, written_at, report_recordings.note,
            report_returns.reason, returned_by, returned_at, revises, follows
        FROM contact_reports LEFT JOIN report_recordings ON report_recordings.report = contact_reports.id
        LEFT JOIN report_returns ON report_returns.report = contact_reports.id
        """

    private static let isWaiting = "contact_reports.id IN (SELECT report FROM waiting_reports)"

    private func report(_ row: Row) throws -> ContactReport {
        let plan: String? = row[2]
        let note: Int64? = row[8]
        let returned = (row[9] as String?).map { reason in
            ReportReturn(
                reason: reason, by: StaffMember.ID(rawValue: row[10]), at: Instant(seconds: row[11]),
                of: ContactReport.ID(rawValue: row[0]))
        }
        let revises: Int64? = row[12]
        let follows: Int64? = row[13]
        return ContactReport(
            id: ContactReport.ID(rawValue: row[0]), customer: Customer.ID(rawValue: row[1]),
            plan: plan.map(Plan.ID.init(rawValue:)), content: try content(type: row[3], fields: row[4], trail: row[5]),
            author: StaffMember.ID(rawValue: row[6]), writtenAt: Instant(seconds: row[7]),
            follows: follows.map(Note.ID.init(rawValue:)), note: note.map(Note.ID.init(rawValue:)), returned: returned,
            revises: revises.map(ContactReport.ID.init(rawValue:)))
    }
}
