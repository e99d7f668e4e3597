extension Desk {
    /// Incidents of a customer, the newest first: read by whoever may read the record's notes.
    ///
    /// - Throws: ``AccessRefusal`` for an administrator.
    public func incidents(of customer: Customer.ID, at instant: Instant) throws -> [Incident] {
        try require(.serveCustomers, of: customer, at: instant)
        return try store.read { try $0.incidents(of: customer) }
    }
}
