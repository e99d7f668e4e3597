import Synchronization

extension Desk {
    /// How many contact reports wait to be recorded.
    ///
    /// - Throws: ``AccessRefusal`` without manager access.
    public func waitingReportCount(at instant: Instant) throws -> Int {
        try require(.recordNotes, at: instant)
        return try store.read { try $0.waitingReportCount() }
    }

    /// Keeps what was typed so far of reasons to give reports back, for this staff member alone. Like writing on a
    /// draft, it is no act of its own in the audit trail (N6). Of a report that waits no more nothing is kept.
    ///
    /// - Throws: ``AccessRefusal`` without manager access.
    public func keep(returnReasons: [ContactReport.ID: String], at instant: Instant) throws {
        try require(.recordNotes, at: instant)
        try write { writer in
            for (report, reason) in returnReasons {
                try writer.keep(returnReason: reason, of: report, by: staff.id, at: instant)
            }
        }
    }

    /// Enters into the audit trail whose contact reports are read in full, each once while the program runs, or owes it
    /// while the register takes no writes (Q2): the text tells of the person as the record does.
    ///
    /// - Returns: why the entries are owed; nil when they are written.
    @discardableResult
    public func recordReading(of reports: [ContactReport], at instant: Instant) throws -> String? {
        let new = readReports.add(reports)
        guard !new.isEmpty else { return nil }
        do {
            return try auditOrOwe(
                new.map { report in
                    OwedEntries.Entry(
                        act: .reportRead, customer: report.customer,
                        detail: "report \(report.id.rawValue), \(report.content.type)", at: instant)
                }, .soon)
        } catch {
            readReports.forget(new)
            throw error
        }
    }
}

/// The contact reports that the audit trail tells, or is owed, to have been read.
final class ReadReports: Sendable {
    private let ids = Mutex<Set<ContactReport.ID>>([])

    /// - Returns: those that were not among them.
    func add(_ reports: [ContactReport]) -> [ContactReport] {
        ids.withLock { ids in reports.filter { ids.insert($0.id).inserted } }
    }

    func forget(_ reports: [ContactReport]) { ids.withLock { $0.subtract(reports.map(\.id)) } }
}
