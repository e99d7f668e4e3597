import Foundation

/// A named time zone, such as `Australia/Sydney`, with its daylight-saving changes.
public struct LocalZone: Hashable, Sendable {
    public let identifier: String
    private let zone: TimeZone

    /// - Throws: ``CalendarError/unknownZone(_:)`` when this machine has no such zone. Never falls back to another:
    ///   a verdict at the wrong hour is worse than none.
    public init(_ identifier: String) throws(CalendarError) {
        // NSTimeZone links the zone names into a static build, where TimeZone(identifier:) alone may find none.
        guard let named = NSTimeZone(name: identifier) else { throw .unknownZone(identifier) }
        self.identifier = identifier
        zone = named as TimeZone
    }

    /// Seconds east of Greenwich at `instant`.
    public func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
    }

    /// What a wall clock and calendar in this zone show at `instant`; `second` is 0 to 59.
    public func clock(at instant: Instant) -> (day: CalendarDay, time: TimeOfDay, second: Int) {
        let local = instant.seconds + offset(at: instant)
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let secondOfDay = local - day * 86_400
        let time = TimeOfDay(minutes: secondOfDay / 60) ?? .midnight
        return (CalendarDay(number: day), time, secondOfDay % 60)
    }

    public func day(at instant: Instant) -> CalendarDay { clock(at: instant).day }

    /// The first instant at which the clock shows `time` on `day` or later.
    ///
    /// Where the clock is set back and shows a time twice, the first of the two; where it is set forward over
    /// `time`, the moment of the change. `24:00` is the next day's midnight.
    public func instant(of day: CalendarDay, at time: TimeOfDay) -> Instant {
        instants(of: day, at: time).first ?? Instant(seconds: day.number * 86_400)
    }

    /// Every instant at which the clock shows `time` on `day`: one, two when the clock is set back over it, or the
    /// moment of the change when the clock is set forward over it.
    public func instants(of day: CalendarDay, at time: TimeOfDay) -> [Instant] {
        let naive = day.number * 86_400 + time.minutes * 60
        let offsets = Set([naive - 86_400, naive + 86_400].map { offset(at: Instant(seconds: $0)) }).sorted(by: >)
        let exact = offsets.map { Instant(seconds: naive - $0) }.filter {
            $0.seconds + offset(at: $0) == naive
        }
        guard exact.isEmpty, let widest = offsets.first, let narrowest = offsets.last else { return exact.sorted() }
        // Inside a gap: the change lies between the two readings of the missing time.
        var before = naive - widest
        var after = naive - narrowest
        while after - before > 1 {
            let middle = (before + after) / 2
            if middle + offset(at: Instant(seconds: middle)) >= naive { after = middle } else { before = middle }
        }
        return [Instant(seconds: after)]
    }

    /// As `2026-03-04T10:15:00+11:00`, never `Z`.
    public func text(_ instant: Instant) -> String {
        let (day, time, second) = clock(at: instant)
        let offset = offset(at: instant)
        let sign = offset < 0 ? "-" : "+"
        let minutes = abs(offset) / 60
        return "\(day)T\(time):\(padded(second, 2))\(sign)\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }

    /// As `5 March 2026 10:15`, for notes, which are read long after.
    public func stamp(_ instant: Instant) -> String {
        let (day, time, _) = clock(at: instant)
        return "\(day.dated) \(time.inWords)"
    }

    /// As `Thursday 5 March, 10:00`, for people: the time alone on the day of `reference`, and the year when it is not
    /// that of `reference`.
    public func words(_ instant: Instant, from reference: Instant) -> String {
        let (day, time, _) = clock(at: instant)
        let today = self.day(at: reference)
        if day == today { return time.inWords }
        // The midnight that begins a day is that day.
        let at = time == .midnight ? "" : ", \(time.inWords)"
        if day == today.advanced(by: 1) { return "tomorrow, \(day.weekday.name) \(day.shortWords)\(at)" }
        let named = day.year == today.year ? "\(day.weekday.name) \(day.shortWords)" : day.inWords
        return named + at
    }
}

/// A state or mainland territory of Australia.
public enum AustralianState: String, CaseIterable, Codable, Sendable, Hashable {
    case nsw, vic, qld, sa, wa, tas, act, nt

    /// The zone that its capital keeps.
    public var zoneIdentifier: String {
        switch self {
        case .nsw: "Australia/Sydney"
        case .vic: "Australia/Melbourne"
        case .qld: "Australia/Brisbane"
        case .sa: "Australia/Adelaide"
        case .wa: "Australia/Perth"
        case .tas: "Australia/Hobart"
        case .act: "Australia/Canberra"
        case .nt: "Australia/Darwin"
        }
    }

    /// - Throws: ``CalendarError/unknownZone(_:)`` when the machine lacks the zone.
    public func zone() throws(CalendarError) -> LocalZone { try LocalZone(zoneIdentifier) }

    public var name: String {
        switch self {
        case .nsw: "New South Wales"
        case .vic: "Victoria"
        case .qld: "Queensland"
        case .sa: "South Australia"
        case .wa: "Western Australia"
        case .tas: "Tasmania"
        case .act: "Australian Capital Territory"
        case .nt: "Northern Territory"
        }
    }
}

/// Why a question of the calendar has no answer.
public enum CalendarError: UserFacing, Equatable {
    /// This machine knows no zone of that name.
    case unknownZone(String)
    /// The state has not proclaimed its holidays that far: the last day known is given.
    case holidaysUnknown(AustralianState, after: CalendarDay)
    /// Before the first day for which holidays are held.
    case holidaysNotHeld(AustralianState, before: CalendarDay)
    /// The span ends before it starts.
    case endsBeforeStart(CalendarDay, CalendarDay)

    public var message: String {
        switch self {
        case .unknownZone(let name): "This machine knows no time zone \(name)."
        case .holidaysUnknown(let state, let day):
            "Public holidays of \(state.name) are known up to \(day.dated) only."
        case .holidaysNotHeld(let state, let day):
            "Public holidays of \(state.name) are held from \(day.dated) on."
        case .endsBeforeStart(let start, let end): "The span ends (\(end)) before it starts (\(start))."
        }
    }

    public var remedy: String {
        switch self {
        case .unknownZone: "Install the time zone data of the system (tzdata), or correct the site's zone."
        case .holidaysUnknown: "Add proclaimed days with 'mspdesk import holidays FILE', or ask for an earlier day."
        case .holidaysNotHeld: "Ask for a later day."
        case .endsBeforeStart: "Give the earlier day first."
        }
    }

    public var fault: Fault { .badInput }
}
