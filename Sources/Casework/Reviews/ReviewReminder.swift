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
    /// Set where nobody works on that day in the plan's state (P5).
    public let offDay: OffDay?
}

extension Plan {
    /// When the review of an approved agency plan is called to mind; a provisional plan has no reminders (V2). A reminder
    /// that would come before the plan starts is left out.
    ///
    /// - Parameter calendar: tells which of them fall on a day of no work.
    /// - Parameter reviewed: the days on which a review recommendation was recorded; one between the reminders, both
    ///   days included, makes the second needless.
    public func reviewReminders(
        reviewedOn reviewed: [CalendarDay], by calendar: BusinessCalendar
    ) -> [ReviewReminder] {
        guard status == .active, !provider, term != .provisional else { return [] }
        let first = end.advanced(by: -ReviewReminder.Kind.first.daysBefore)
        let second = end.advanced(by: -ReviewReminder.Kind.second.daysBefore)
        let isDone = reviewed.contains { first <= $0 && $0 <= second }
        let reminders = [(first, ReviewReminder.Kind.first), (second, .second)].map { day, kind in
            ReviewReminder(plan: id, day: day, kind: kind, offDay: calendar.offDay(day, in: state))
        }
        return reminders.filter { $0.day >= start && !(isDone && $0.kind == .second) }
    }
}
