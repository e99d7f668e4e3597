extension HealthCheck {
    /// Whether the clock stands where the audit trail says that it must: never before the newest entry.
    ///
    /// A minute's lead is let pass, for machines differ. In practice the clock may be chosen, so it is a warning there.
    public static func clock(at now: Instant, newestEntry last: Instant?, practice: Bool) -> HealthCheck {
        let (area, name) = ("register", "clock")
        guard let last, last > now + 60 else { return .ok(area, name, "later than the newest audit entry") }
        let words = "the newest audit entry is \((last.seconds - now.seconds) / 60) minutes ahead of the clock"
        guard !practice else {
            return .warning(area, name, words, remedy: "A practice clock was set ahead with --now, or this one back.")
        }
        return .fault(
            area, name, words,
            remedy: "Set the machine's clock right before anybody works: what is in line depends on it.")
    }

    /// Days before the holidays end in which it is time to add more.
    private static let notice = 90

    /// For each state, how long its holidays are known.
    public static func holidays(_ calendar: BusinessCalendar, at now: Instant) -> [HealthCheck] {
        AustralianState.allCases.map { state in
            let (area, name) = ("register", "holidays of \(state.name)")
            do {
                let today = try state.zone().day(at: now)
                let end = calendar.knownDays(in: state).upperBound
                let left = end.number - today.number
                if left >= notice { return .ok(area, name, "known to \(end.dated)") }
                let remedy = "Add the proclaimed days with 'mspdesk import holidays FILE'."
                return left < 0
                    ? .fault(area, name, "ended on \(end.dated)", remedy: remedy)
                    : .warning(area, name, "known to \(end.dated), \(left) days from now", remedy: remedy)
            } catch { return .fault(area, name, error) }
        }
    }
}
