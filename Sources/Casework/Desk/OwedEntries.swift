import Synchronization

/// Entries of the audit trail that a register which takes no writes could not take yet.
///
/// A full disk, or another program that writes for long, must not hide a warning from the counter: the record is shown,
/// and its entry is written before anything else once the register takes writes again while the program runs, with the
/// time at which the record was opened (Q2).
final class OwedEntries: Sendable {
    struct Entry: Sendable {
        let act: AuditAct
        let customer: Customer.ID?
        let detail: String
        let at: Instant
    }

    private struct State {
        var entries: [Entry] = []
        /// How many are with somebody who writes them just now: they are owed until they are written.
        var taken = 0
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.entries.count + $0.taken } }

    /// Hands all of them to one who writes them, so that no other writes them too.
    func take() -> [Entry] {
        state.withLock { state in
            defer { state = State(taken: state.taken + state.entries.count) }
            return state.entries
        }
    }

    func noteWritten(_ taken: [Entry]) { state.withLock { $0.taken -= taken.count } }

    /// Takes back what could not be written: it comes before whatever was added meanwhile.
    func putBack(_ taken: [Entry]) {
        state.withLock { $0 = State(entries: taken + $0.entries, taken: $0.taken - taken.count) }
    }

    func add(_ new: [Entry]) { state.withLock { $0.entries += new } }
}

extension Desk {
    /// Runs `body` in one transaction, in which the entries that are owed stand first.
    func write<T: Sendable>(
        _ permanence: Permanence = .atOnce, waiting: WriteWait = .patient, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T {
        let before = owed.take()
        func withOwed(_ writer: any CaseworkWriter) throws -> T {
            for entry in before { try audit(entry, in: writer) }
            return try body(writer)
        }
        do {
            let result = try store.write(permanence, waiting: waiting, withOwed)
            owed.noteWritten(before)
            return result
        } catch {
            owed.putBack(before)
            throw error
        }
    }

    /// Writes `entries`; where the register takes no writes just now, they are owed, and nobody waits long for that.
    ///
    /// - Returns: why they are owed, in words; nil when they are written.
    /// - Throws: what else the store throws.
    func auditOrOwe(_ entries: [OwedEntries.Entry], _ permanence: Permanence = .atOnce) throws -> String? {
        do {
            try write(permanence, waiting: .brief) { writer in for entry in entries { try audit(entry, in: writer) } }
            return nil
        } catch let error as any UserFacing where error.fault == .cannotWrite || error.fault == .busy {
            owed.add(entries)
            return error.message
        }
    }

    private func audit(_ entry: OwedEntries.Entry, in writer: any CaseworkWriter) throws {
        try audit(entry.act, of: entry.customer, entry.detail, at: entry.at, in: writer)
    }

    /// Whether something could not be written to the audit trail yet.
    public var owesAudit: Bool { owed.count > 0 }

    /// Tries once more to write what is owed to the audit trail: now and then, and before the program ends.
    ///
    /// - Returns: how many entries could not be written even now, and why; nil when none is left.
    @discardableResult
    public func settleAudit(waiting: WriteWait = .patient) -> (left: Int, because: any Error)? {
        guard owesAudit else { return nil }
        do {
            try write(waiting: waiting) { _ in }
            return nil
        } catch {
            return (owed.count, error)
        }
    }
}
