/// A public holiday on its observed day.
public struct PublicHoliday: Hashable, Sendable, Codable {
    public let day: CalendarDay
    public let name: String

    public init(day: CalendarDay, name: String) {
        self.day = day
        self.name = name
    }
}

/// Which days are worked, state by state (P5).
public struct BusinessCalendar: Sendable {
    public init() {}

    /// Monday to Friday from `from` to `to`, both included, holidays notwithstanding: as the incident system counts.
    public static func businessDays(from: CalendarDay, to: CalendarDay) -> Int {
        guard from <= to else { return 0 }
        let days = to.number - from.number + 1
        let whole = days / 7 * 5
        return (0..<(days % 7)).reduce(whole) { $0 + (from.advanced(by: $1).weekday.isBusinessDay ? 1 : 0) }
    }
}
