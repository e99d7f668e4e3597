import Casework

/// A time limit of a step, and when it is over.
public struct DueLimit: Sendable, Hashable {
    /// What is due, where a step has several limits.
    public let what: String?
    public let limit: TimeLimit
    public let due: DueTime
    /// Set where the day that it is due on is none of work: days and weeks are counted whatever the calendar says.
    public let offDay: OffDay?

    /// As `Answer the sending zone: 5 business days, by Thursday 5 March`.
    public func words(in zone: LocalZone, from now: Instant) -> String {
        let due = due == .atOnce ? "at once" : "\(limit.words), \(due.words(in: zone, from: now))\(remark)"
        return what.map { "\($0): \(due)" } ?? due
    }

    /// With its year, for notes, which are read long after: `Tuesday 8 December 2026`; nil where it has no date.
    func dated(in zone: LocalZone) -> String? {
        switch due {
        case .day(let day): day.inWords + remark
        case .instant(let instant): zone.stamp(instant)
        case .atOnce, .unknown: nil
        }
    }

    private var remark: String { offDay.map { " (\($0.words))" } ?? "" }
}

extension ProcedureRun {
    /// When each limit is over, seen from a step reached at `reached`; `prefix` stands before the step's own name.
    public func due(
        _ limits: [Procedure.Limit], reached: Instant, in schedule: Schedule, prefix: String = ""
    ) -> [DueLimit] {
        limits.map { limit in
            let due = schedule.due(limit.limit, reached: reached) { self.day(answered: prefix + $0) }
            var offDay: OffDay?
            if case .day(let day) = due { offDay = schedule.calendar.offDay(day, in: schedule.state) }
            return DueLimit(what: limit.what, limit: limit.limit, due: due, offDay: offDay)
        }
    }

    /// What is due at the step that waits, or at the end; `now` stands in where nothing tells when it was reached.
    public func dueHere(now: Instant, in schedule: Schedule) -> [DueLimit] {
        guard let awaiting else { return due(outcome?.due ?? [], reached: now, in: schedule) }
        return due(awaiting.node.due, reached: awaiting.reachedAt ?? now, in: schedule, prefix: awaiting.prefix)
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
