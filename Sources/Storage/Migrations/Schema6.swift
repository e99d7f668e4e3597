extension Migration {
    /// A note names the one that it follows (N2), and so do the draft and the contact report that it comes from. What was
    /// written before follows nothing.
    static let schema6 =
        """
        ALTER TABLE notes ADD COLUMN follows INTEGER REFERENCES notes (id);
        ALTER TABLE contact_reports ADD COLUMN follows INTEGER REFERENCES notes (id);
        ALTER TABLE drafts ADD COLUMN follows INTEGER REFERENCES notes (id);

        """ + ["notes", "contact_reports", "drafts"].map(ofSameCustomer).joined()

    private static func ofSameCustomer(table: String) -> String {
        """
        CREATE TRIGGER \(table)_follow BEFORE INSERT ON \(table)
        WHEN NEW.follows IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM notes WHERE id = NEW.follows AND customer = NEW.customer)
        BEGIN SELECT RAISE(ABORT, 'a note follows an earlier note of the same customer'); END;

        """
    }
}
