/// A day on which those who keep a plan are reminded that its review is due (V2).
public struct ReviewReminder: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// 28 days before the end.
        case first
        /// 2 days before the end, when nothing was done by then.
        case second

        public var daysBefore: Int { self == .first ? 28 : 2 }
    }

    public let plan: Plan.ID
    public let day: CalendarDay
    public let kind: Kind
}

extension Plan {
    /// When the review of an approved agency plan is called to mind; a provisional plan has no reminders (V2). A reminder
    /// that would come before the plan starts is left out.
    ///
    /// - Parameter reviewed: the days on which a review recommendation was recorded; one between the reminders, both
    ///   days included, makes the second needless.
    public func reviewReminders(reviewedOn reviewed: [CalendarDay]) -> [ReviewReminder] {
        guard status == .active, !provider, term != .provisional else { return [] }
        let first = end.advanced(by: -ReviewReminder.Kind.first.daysBefore)
        let second = end.advanced(by: -ReviewReminder.Kind.second.daysBefore)
        let isDone = reviewed.contains { first <= $0 && $0 <= second }
        let reminders = [
            ReviewReminder(plan: id, day: first, kind: .first), ReviewReminder(plan: id, day: second, kind: .second),
        ]
        return reminders.filter { $0.day >= start && !(isDone && $0.kind == .second) }
    }
}
