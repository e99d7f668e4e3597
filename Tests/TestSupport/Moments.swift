import Casework

/// The instant written as `2026-03-04T10:15:00+11:00`; without an offset, Sydney's clock.
///
/// A text that is no instant is a slip in the test, which stops.
public func at(_ text: String) -> Instant {
    guard let written = WrittenInstant(text) else { preconditionFailure("'\(text)' is no instant") }
    switch written {
    case .fixed(let instant): return instant
    case .local: return written.resolved(in: zone("Australia/Sydney"))
    }
}

/// The day written as `2026-03-04`.
public func day(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(text) else { preconditionFailure("'\(text)' is no day") }
    return day
}

/// The time written as `9:00` or `24:00`.
public func time(_ text: String) -> TimeOfDay {
    guard let time = TimeOfDay(text) else { preconditionFailure("'\(text)' is no time") }
    return time
}

/// The zone so named, such as `Australia/Perth`.
public func zone(_ identifier: String) -> LocalZone {
    do {
        return try LocalZone(identifier)
    } catch {
        preconditionFailure(error.message)
    }
}
