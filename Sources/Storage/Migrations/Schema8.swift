extension Migration {
    /// What is asked again and again is found without going through what grows: the contacts that drafts carry, the
    /// reports that wait, and the mails sent last.
    ///
    /// A report waits until it is recorded or given back, which other tables tell: so the waiting ones are listed.
    static let schema8 = """
        CREATE INDEX drafts_with_contact ON drafts (customer) WHERE contact IS NOT NULL;
        CREATE INDEX outbox_handed_over ON outbox (sent_at) WHERE sent_at IS NOT NULL;

        CREATE TABLE waiting_reports (
            report INTEGER PRIMARY KEY REFERENCES contact_reports (id)
        ) STRICT;
        INSERT INTO waiting_reports SELECT id FROM contact_reports
        WHERE id NOT IN (SELECT report FROM report_recordings) AND id NOT IN (SELECT report FROM report_returns);
        CREATE TRIGGER waiting_reports_written AFTER INSERT ON contact_reports
        BEGIN INSERT INTO waiting_reports (report) VALUES (NEW.id); END;
        CREATE TRIGGER waiting_reports_recorded AFTER INSERT ON report_recordings
        BEGIN DELETE FROM waiting_reports WHERE report = NEW.report; END;
        CREATE TRIGGER waiting_reports_returned AFTER INSERT ON report_returns
        BEGIN DELETE FROM waiting_reports WHERE report = NEW.report; END;
        """
}
