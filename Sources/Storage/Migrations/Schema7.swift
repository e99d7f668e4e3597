extension Migration {
    /// The contact that a run leads through, as it was judged when it was made (C1). Of a run kept before this nothing but
    /// its beginning is known.
    static let schema7 = """
        ALTER TABLE guide_runs ADD COLUMN contact TEXT CHECK (contact IS NULL OR json_valid(contact));
        """
}
