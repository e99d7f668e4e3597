import Casework
import GRDB

extension RegisterSession {
    public func contacts(of customer: Customer.ID, from: Instant, to: Instant) throws -> [Contact] {
        try rows(
            """
            SELECT customer, plan, channel, site, occurred_at, smart_centre, refused, staff, verdict, outcome
            FROM contacts WHERE customer = ? AND occurred_at >= ? AND occurred_at < ? AND \(Self.isTheirs)
            ORDER BY occurred_at DESC, id DESC
            """, [customer.rawValue, from.seconds, to.seconds]
        ) { row in
            let plan: String? = row[1]
            let staff: String? = row[7]
            let verdict: String? = row[8]
            return Contact(
                customer: Customer.ID(rawValue: row[0]), plan: plan.map(Plan.ID.init(rawValue:)),
                channel: try code(row[2]), site: row[3], occurredAt: Instant(seconds: row[4]), smartCentre: row[5],
                refused: row[6], staff: staff.map(StaffMember.ID.init(rawValue:)), verdict: try verdict.map(code),
                outcome: row[9])
        }
    }

    /// Told of by nothing, or by what stands: a note that was not removed as that of another person (N3), or a contact
    /// report that waits, that became such a note, or that lies among its author's drafts. One that was given back counts
    /// by what it was written anew as too, and where all that was thrown away, no more (N4).
    private static let isTheirs = """
        (
            NOT EXISTS (SELECT 1 FROM contacts_told WHERE contact = contacts.id)
            OR EXISTS (
                SELECT 1 FROM contacts_told JOIN notes ON notes.id = contacts_told.note
                WHERE contact = contacts.id AND \(isNotOfAnother))
            OR EXISTS (
                WITH RECURSIVE written (id, author) AS (
                    SELECT contact_reports.id, author FROM contacts_told
                    JOIN contact_reports ON contact_reports.id = contacts_told.report
                    WHERE contact = contacts.id
                    UNION
                    SELECT anew.id, anew.author FROM written
                    JOIN report_returns ON report_returns.report = written.id
                    JOIN contact_reports AS anew
                        ON anew.customer = contacts.customer AND anew.revises = written.id
                )
                SELECT 1 FROM written LEFT JOIN notes ON notes.report = written.id
                WHERE CASE WHEN notes.id IS NOT NULL THEN \(isNotOfAnother)
                    ELSE NOT EXISTS (SELECT 1 FROM report_returns WHERE report = written.id)
                        OR EXISTS (
                            SELECT 1 FROM drafts WHERE author = written.author AND customer = contacts.customer
                                AND json_extract(returned, '$.report') = written.id)
                    END)
        )
        """

    private static let isNotOfAnother = """
        NOT EXISTS (
            SELECT 1 FROM note_removals
            WHERE note = notes.id AND reason = '\(NoteRemoval.Reason.wrongCustomer.rawValue)')
        """

    public func add(_ contact: Contact, toldBy saved: Desk.Saved?) throws {
        try add(contact, imported: false)
        let contact = db.lastInsertedRowID
        switch saved {
        case .note(let id):
            try run("INSERT INTO contacts_told (contact, note) VALUES (?, ?)", [contact, id.rawValue])
        case .report(let id):
            try run("INSERT INTO contacts_told (contact, report) VALUES (?, ?)", [contact, id.rawValue])
        case nil: break
        }
    }

    /// Adds a contact of an import; one that an earlier import brought is left as it is.
    public func addImported(_ contact: Contact) throws { try add(contact, imported: true) }

    private func add(_ contact: Contact, imported: Bool) throws {
        try run(
            """
            INSERT INTO contacts
                (customer, plan, channel, site, occurred_at, smart_centre, refused, staff, verdict, outcome, imported)
            VALUES (\(Self.places(11))) \(imported ? "ON CONFLICT DO NOTHING" : "")
            """,
            [
                contact.customer.rawValue, contact.plan?.rawValue, contact.channel.rawValue, contact.site,
                contact.occurredAt.seconds, contact.smartCentre, contact.refused, contact.staff?.rawValue,
                contact.verdict?.rawValue, contact.outcome, imported,
            ])
    }
}
