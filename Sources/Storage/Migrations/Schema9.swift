extension Migration {
    /// The note, or the contact report, that tells of a contact: where CAPT removes the note as that of another person,
    /// the contact counts no more (N3, R5).
    ///
    /// Of the contacts from before it is known where one was entered at the instant at which its author wrote the note,
    /// and no other was.
    static let schema9 = """
        CREATE TABLE contacts_told (
            contact INTEGER PRIMARY KEY REFERENCES contacts (id),
            note INTEGER UNIQUE REFERENCES notes (id),
            report INTEGER UNIQUE REFERENCES contact_reports (id),
            CHECK ((note IS NULL) <> (report IS NULL))
        ) STRICT;

        INSERT OR IGNORE INTO contacts_told (contact, note)
        SELECT max(contacts.id), max(notes.id) FROM notes
        JOIN contacts ON contacts.customer = notes.customer AND occurred_at = written_at AND staff = author
        WHERE notes.report IS NULL AND imported = 0
        GROUP BY notes.customer, written_at, author HAVING count(*) = 1;

        INSERT OR IGNORE INTO contacts_told (contact, report)
        SELECT max(contacts.id), max(contact_reports.id) FROM contact_reports
        JOIN contacts ON contacts.customer = contact_reports.customer AND occurred_at = written_at AND staff = author
        WHERE imported = 0
        GROUP BY contact_reports.customer, written_at, author HAVING count(*) = 1;

        CREATE TRIGGER contacts_told_unchanged BEFORE UPDATE ON contacts_told
        BEGIN SELECT RAISE(ABORT, 'which note tells of a contact is never changed'); END;
        CREATE TRIGGER contacts_told_undeleted BEFORE DELETE ON contacts_told
        BEGIN SELECT RAISE(ABORT, 'which note tells of a contact is never deleted'); END;
        """
}
