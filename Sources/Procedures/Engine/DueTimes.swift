import Casework

/// A time limit of a step, and when it is over.
public struct DueLimit: Sendable, Hashable {
    /// What is due, where a step has several limits.
    public let what: String?
    public let limit: TimeLimit
    public let due: DueTime

    /// As `Answer the sending zone: 5 business days, by Thursday 5 March`.
    public func words(in zone: LocalZone, from now: Instant) -> String {
        let due = due == .atOnce ? "at once" : "\(limit.words), \(due.words(in: zone, from: now))"
        return what.map { "\($0): \(due)" } ?? due
    }
}

extension ProcedureRun {
    /// When each limit is over, seen from a step reached at `reached`; `prefix` stands before the step's own name.
    public func due(
        _ limits: [Procedure.Limit], reached: Instant, in schedule: Schedule, prefix: String = ""
    ) -> [DueLimit] {
        limits.map { limit in
            DueLimit(
                what: limit.what, limit: limit.limit,
                due: schedule.due(limit.limit, reached: reached) { self.day(answered: prefix + $0) })
        }
    }

    /// When what is waited for is due; nil where nothing is.
    public func holdEnds(now: Instant, in schedule: Schedule) -> DueTime? {
        guard let awaiting, case .hold(let limit) = awaiting.node.kind else { return nil }
        return schedule.due(limit, reached: awaiting.reachedAt ?? now) { self.day(answered: awaiting.prefix + $0) }
    }
}

extension Awaiting {
    /// What stands before the names of nodes beside this one.
    public var prefix: String {
        name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    }
}
