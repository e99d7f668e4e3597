extension Desk {
    /// A record shows its contacts so many days back: as far as the timeline shows at once, and a season more.
    private static let recentDays = 820

    /// The contacts that a customer's record shows, the newest first.
    ///
    /// - Throws: ``AccessRefusal`` for an administrator.
    public func recentContacts(of customer: Customer.ID, at instant: Instant) throws -> [Contact] {
        try contacts(of: customer, from: instant - Self.recentDays * 86_400, to: instant + 1, at: instant)
    }
}
