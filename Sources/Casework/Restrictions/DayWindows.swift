/// The weekdays and hours in which a restriction lets a contact be made (R4).
struct DayWindows {
    private let windows: [Window]
    /// Windows that no moment of any week satisfies together can only be meant as alternatives: read together
    /// they would be a full restriction, which the plan would have said.
    private let areAlternatives: Bool

    struct Window {
        let days: Set<Weekday>
        let from: TimeOfDay
        let to: TimeOfDay

        func includes(_ day: Weekday) -> Bool { days.isEmpty || days.contains(day) }
        func includes(_ day: Weekday, _ time: TimeOfDay) -> Bool { includes(day) && from <= time && time < to }

        /// As `Tuesday and Thursday, 10:00 to 12:00`.
        var inWords: String {
            let named = days.isEmpty ? "any day" : RestrictionTerm.list(days.sorted().map(\.name))
            return from == .midnight && to == .endOfDay ? named : "\(named), \(from.inWords) to \(to.inWords)"
        }
    }

    init(of terms: [RestrictionTerm]) {
        let windows = terms.compactMap {
            if case .days(let days, let from, let to) = $0 { Window(days: days, from: from, to: to) } else { nil }
        }
        self.windows = windows
        areAlternatives = !Weekday.allCases.contains { day in
            guard windows.allSatisfy({ $0.includes(day) }) else { return false }
            let latest = windows.map(\.from).max() ?? .midnight
            let earliest = windows.map(\.to).min() ?? .endOfDay
            return latest < earliest
        }
    }

    /// Whether a contact at `time` of `day` keeps them: one of alternatives, else each.
    func include(_ day: Weekday, _ time: TimeOfDay) -> Bool {
        guard areAlternatives else { return windows.allSatisfy { $0.includes(day, time) } }
        return windows.contains { $0.includes(day, time) }
    }

    /// The times of `day` at which one begins or ends.
    func bounds(on day: Weekday) -> [TimeOfDay] {
        windows.filter { $0.includes(day) }.flatMap { [$0.from, $0.to] }
    }

    var inWords: String { windows.map(\.inWords).joined(separator: areAlternatives ? ", or " : ", and ") }
}
