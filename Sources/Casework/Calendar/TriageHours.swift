/// When the Triage line answers: from 8:30 to 16:30 (section 1), on the weekdays on which business hours are counted. Whether
/// a public holiday closes it is not known, so none does here.
public enum TriageHours {
    public static let words = "8:30 to 16:30"

    /// `zone` is that of the plan, by whose clock a call is judged (R5). The line closes at 16:30 sharp.
    public static func isOpen(at instant: Instant, in zone: LocalZone) -> Bool {
        let (day, time, _) = zone.clock(at: instant)
        return isWeekday(day) && (Schedule.opens..<Schedule.closes).contains(time.minutes)
    }

    /// When it next opens or closes after `instant`.
    public static func change(after instant: Instant, in zone: LocalZone) -> Instant? {
        let day = zone.day(at: instant)
        // A weekend, and the day before it after closing, are over on the third day.
        return (0...3).lazy.map { day.advanced(by: $0) }.filter(isWeekday).flatMap { day in
            [Schedule.opens, Schedule.closes].compactMap { TimeOfDay(minutes: $0) }
                .map { zone.instant(of: day, at: $0) }
        }.first { $0 > instant }
    }

    private static func isWeekday(_ day: CalendarDay) -> Bool { ![.saturday, .sunday].contains(day.weekday) }
}
