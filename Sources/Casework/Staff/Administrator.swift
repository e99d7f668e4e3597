/// A staff member who was found to administer the register: who imports, backs up and restores.
///
/// Only a desk makes one, when it has asked for the access: so nothing is imported, backed up or restored past it (Q1),
/// and the entry that a store writes with the work bears the name of who was let do it (Q2).
public struct Administrator: Sendable, Hashable {
    public let id: StaffMember.ID

    init(_ id: StaffMember.ID) { self.id = id }
}

extension Desk {
    /// The staff member at the desk, to import, back up or restore.
    ///
    /// - Throws: ``AccessRefusal`` unless administrator.
    public func administrator(at instant: Instant) throws -> Administrator {
        try require(.administer, at: instant)
        return Administrator(staff.id)
    }
}
