extension Desk {
    /// Entries of the audit trail in their order, all or of one customer, handed over one by one, each with the external
    /// ID of its customer: the register's own number tells nobody who that is.
    ///
    /// - Throws: ``AccessRefusal`` unless CAPT or administrator.
    public func auditTrail(
        of customer: Customer.ID? = nil, at instant: Instant, _ each: (AuditEntry, String?) throws -> Void
    ) throws {
        try require(.readAudit, of: customer, at: instant)
        try store.read { reader in
            var known: [Customer.ID: String] = [:]
            func externalId(_ id: Customer.ID) throws -> String? {
                if let name = known[id] { return name }
                known[id] = try reader.customer(id)?.externalId
                return known[id]
            }
            try reader.auditEntries(of: customer) { try each($0, try $0.customer.flatMap(externalId)) }
        }
    }

    /// Checks the whole chain (Q2).
    ///
    /// - Parameter keptHead: a hash kept elsewhere, which must stand in the chain.
    /// - Returns: how many entries were checked, and the first fault.
    /// - Throws: ``AccessRefusal`` unless CAPT or administrator.
    public func verifyAudit(
        keptHead: String?, at instant: Instant
    ) throws -> (entries: Int64, head: String, fault: AuditFault?) {
        try require(.readAudit, at: instant)
        var verification = AuditVerification(keptHead: keptHead)
        try store.read { try $0.auditEntries(of: nil) { verification.check($0) } }
        return (
            verification.head?.number ?? 0, verification.head?.hash ?? AuditEntry.origin, verification.conclusion()
        )
    }

    /// The newest hash, to be kept elsewhere.
    ///
    /// - Throws: ``AccessRefusal`` unless CAPT or administrator.
    public func auditHead(at instant: Instant) throws -> String {
        try require(.readAudit, at: instant)
        return try store.read { try $0.lastAuditEntry()?.hash } ?? AuditEntry.origin
    }

    /// Whose entries are asked for: an administrator may, without opening the record.
    ///
    /// - Throws: ``ReferenceError``; ``AccessRefusal`` unless CAPT or administrator.
    public func customerOfAudit(_ reference: CustomerReference, at instant: Instant) throws -> Customer {
        try require(.readAudit, at: instant)
        return try theCustomer(reference)
    }
}
