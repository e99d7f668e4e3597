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
