extension Migration {
    /// A contact report that was given back is written anew: the new one names it, so that its first time and why it came
    /// back are read beside the new words (N4). What was given back before this stands by itself.
    static let schema5 = """
        ALTER TABLE contact_reports ADD COLUMN revises INTEGER REFERENCES contact_reports (id);
        """
}
