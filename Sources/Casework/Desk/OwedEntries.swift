import Synchronization

/// Entries of the audit trail that a register which takes no writes could not take yet.
///
/// A full disk must not hide a warning from the counter: the record is shown, and its entry is made as soon as the
/// register takes writes again while the program runs, with the time at which the record was opened (Q2).
final class OwedEntries: Sendable {
    struct Entry: Sendable {
        let act: AuditAct
        let customer: Customer.ID?
        let detail: String
        let at: Instant
    }

    private let entries = Mutex<[Entry]>([])

    func add(_ new: [Entry]) { entries.withLock { $0 += new } }

    var all: [Entry] { entries.withLock { $0 } }

    /// Strikes out the first `count`, which are written.
    func strike(_ count: Int) { entries.withLock { $0.removeFirst(min(count, $0.count)) } }
}

extension Desk {
    /// Writes `entries`, after those that are owed; where the register takes no writes just now, they are owed too.
    ///
    /// - Returns: why they are owed, in words; nil when they are written.
    /// - Throws: what else the store throws.
    func auditOrOwe(_ entries: [OwedEntries.Entry]) throws -> String? {
        let before = owed.all
        do {
            try store.write { writer in
                for entry in before + entries {
                    try audit(entry.act, of: entry.customer, entry.detail, at: entry.at, in: writer)
                }
            }
            owed.strike(before.count)
            return nil
        } catch let error as any UserFacing where error.fault == .cannotWrite {
            owed.add(entries)
            return error.message
        }
    }
}
