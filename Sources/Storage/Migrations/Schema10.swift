extension Migration {
    /// What a manager has typed so far of the reason to give a waiting report back: it lives through every end of the
    /// program, as drafts do (N4, N6), and goes when the report waits no more.
    static let schema10 = """
        CREATE TABLE return_reasons (
            report INTEGER NOT NULL REFERENCES contact_reports (id),
            staff TEXT NOT NULL COLLATE NOCASE CHECK (staff <> ''),
            reason TEXT NOT NULL CHECK (reason <> ''),
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (report, staff)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX return_reasons_of_staff ON return_reasons (staff);
        CREATE TRIGGER return_reasons_spent AFTER DELETE ON waiting_reports
        BEGIN DELETE FROM return_reasons WHERE report = OLD.report; END;
        """
}
