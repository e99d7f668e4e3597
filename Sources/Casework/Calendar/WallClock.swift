/// A clock and the place where it hangs, for times that are told to somebody who may sit by another.
public struct WallClock: Sendable, Hashable {
    public let zone: LocalZone
    /// As `Western Australia` or `Broken Hill`.
    public let place: String

    public init(_ zone: LocalZone, at place: String) {
        self.zone = zone
        self.place = place
    }

    /// As ``LocalZone/words(_:from:)``; where the reader's clock shows another time, that and the place stand with it:
    /// `12:00 in Western Australia (15:00 here)`.
    public func words(_ instant: Instant, from reference: Instant, to reader: WallClock?) -> String {
        let words = zone.words(instant, from: reference)
        guard let reader, differs(from: reader, at: instant) else { return words }
        let isSameDay = zone.day(at: instant) == reader.zone.day(at: instant)
        let theirs =
            isSameDay
            ? reader.zone.clock(at: instant).time.inWords : reader.zone.words(instant, from: reference)
        return "\(words) in \(place) (\(theirs) here)"
    }

    /// As ``LocalZone/stamp(_:)``, for readers anywhere: `3 March 2026 11:10 in Western Australia (14:10 at Parramatta)`.
    public func stamp(_ instant: Instant, to reader: WallClock?) -> String {
        let stamp = zone.stamp(instant)
        guard let reader, differs(from: reader, at: instant) else { return stamp }
        let isSameDay = zone.day(at: instant) == reader.zone.day(at: instant)
        let theirs = isSameDay ? reader.zone.clock(at: instant).time.inWords : reader.zone.stamp(instant)
        return "\(stamp) in \(place) (\(theirs) at \(reader.place))"
    }

    /// As `In Western Australia it is 11:10, here 14:10.`; nil where both clocks show the same.
    public func difference(to reader: WallClock?, at instant: Instant) -> String? {
        guard let reader, differs(from: reader, at: instant) else { return nil }
        let (there, here) = (zone.clock(at: instant), reader.zone.clock(at: instant))
        let isSameDay = there.day == here.day
        func words(_ clock: (day: CalendarDay, time: TimeOfDay, second: Int)) -> String {
            isSameDay ? clock.time.inWords : "\(clock.day.weekday.name) \(clock.time.inWords)"
        }
        return "In \(place) it is \(words(there)), here \(words(here))."
    }

    private func differs(from other: WallClock, at instant: Instant) -> Bool {
        zone.offset(at: instant) != other.zone.offset(at: instant)
    }
}

/// By which clocks it is said when something was done about a contact.
public struct WorkClock: Sendable {
    /// Of the contact itself.
    public let zone: LocalZone
    /// Of whoever did it; where it shows another time, that is said, with its place: nobody acts by the clock of another
    /// state.
    public let officer: WallClock?

    public init(_ zone: LocalZone, officer: WallClock? = nil) {
        self.zone = zone
        self.officer = officer
    }

    /// As `10:10 (at Parramatta)`, with its day where that is not `today`; no day at all where `today` is nil.
    public func words(_ instant: Instant, on today: CalendarDay?) -> String {
        let (zone, place) = clock(at: instant)
        let isToday = today == nil || today == zone.day(at: instant)
        return (isToday ? zone.clock(at: instant).time.inWords : zone.stamp(instant)) + place
    }

    /// As ``LocalZone/stamp(_:)``, with its place as ``words(_:on:)`` has it.
    public func stamp(_ instant: Instant) -> String {
        let (zone, place) = clock(at: instant)
        return zone.stamp(instant) + place
    }

    /// As `10:10 here`, for the officer; `10:10` where both clocks show the same.
    public func short(_ instant: Instant) -> String {
        let (zone, place) = clock(at: instant)
        return zone.clock(at: instant).time.inWords + (place.isEmpty ? "" : " here")
    }

    private func clock(at instant: Instant) -> (zone: LocalZone, place: String) {
        guard let officer, officer.zone.offset(at: instant) != zone.offset(at: instant) else { return (zone, "") }
        return (officer.zone, " (at \(officer.place))")
    }
}
