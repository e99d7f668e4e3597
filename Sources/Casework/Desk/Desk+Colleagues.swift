extension Desk {
    /// Everybody of the staff whom a record names: the people of its plans, and whoever wrote, recorded or served there.
    /// Their names stay out of what is written on it (N5). In the order of their logons.
    ///
    /// - Throws: ``AccessRefusal`` for an administrator.
    public func colleagues(on record: CustomerRecord, at instant: Instant) throws -> [StaffMember] {
        let id = record.customer.id
        let written = try notes(of: id, at: instant).flatMap { [$0.author, $0.recordedBy] }
        let reported = try waitingReports(of: id, at: instant).map(\.author)
        let served = try recentContacts(of: id, at: instant).compactMap(\.staff)
        let recorded = try incidents(of: id, at: instant).map(\.recordedBy)
        let known = try staff(written + reported + served + recorded)
        return known.merging(record.staff) { known, _ in known }.values.sorted { $0.id.rawValue < $1.id.rawValue }
    }
}
