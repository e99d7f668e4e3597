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
    /// - Parameters:
    ///   - notes: those of the customer. A review recommendation that was written between the reminders, both days
    ///     included, makes the second needless; one that was removed counts for nothing.
    ///   - calendar: tells which of them fall on a day of no work.
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func reviewReminders(
        after notes: [Note], by calendar: BusinessCalendar
    ) throws(CalendarError) -> [ReviewReminder] {
        guard status == .active, !provider, term != .provisional else { return [] }
        let first = end.advanced(by: -ReviewReminder.Kind.first.daysBefore)
        let second = end.advanced(by: -ReviewReminder.Kind.second.daysBefore)
        let zone = try state.zone()
        let isDone = notes.contains { note in
            note.content.type == NoteType.reviewRecommendation && note.removal == nil
                && (first...second).contains(zone.day(at: note.writtenAt))
        }
        let reminders = [(first, ReviewReminder.Kind.first), (second, .second)].map { day, kind in
            ReviewReminder(plan: id, day: day, kind: kind, offDay: calendar.offDay(day, in: state))
        }
        return reminders.filter { $0.day >= start && !(isDone && $0.kind == .second) }
    }
}
