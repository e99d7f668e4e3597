/// A day on which a state does not work, and the last day before it on which it does.
public struct OffDay: Sendable, Hashable {
    /// The public holiday's name; nil of a weekend.
    public let holiday: String?
    public let lastWorkingDayBefore: CalendarDay

    /// As `Christmas Day; last working day before: Thursday 24 December 2026`; a weekend is told by the day's own name.
    public var words: String {
        [holiday, "last working day before: \(lastWorkingDayBefore.inWords)"].compactMap(\.self).joined(separator: "; ")
    }
}

extension BusinessCalendar {
    /// What keeps `state` from working on `day` (P5); nil of a working day, and where its holidays are not known.
    public func offDay(_ day: CalendarDay, in state: AustralianState) -> OffDay? {
        do throws(CalendarError) {
            guard try !isWorkingDay(day, in: state) else { return nil }
            let before = try businessDay(-1, after: day, in: state)
            return OffDay(holiday: try holiday(on: day, in: state)?.name, lastWorkingDayBefore: before)
        } catch {
            // Who asks for the day itself is told of it; a guess at what stands beside it would be worse than none.
            return nil
        }
    }
}
