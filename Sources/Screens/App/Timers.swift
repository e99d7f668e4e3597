/// Actions of screens that wait for their time.
struct Timers {
    struct Timer {
        /// By the clock of the ``Stage``.
        let due: Duration
        /// The level of the screen that gets the action.
        let level: Int
        let name: String
        let action: any Sendable
    }

    private var waiting: [Timer] = []

    var nextDue: Duration? { waiting.map(\.due).min() }

    /// Lets a timer wait. Where one of its level and name waits already, that one stays, unless the time begins anew.
    mutating func set(_ timer: Timer, restarts: Bool) {
        if let place = waiting.firstIndex(where: { $0.level == timer.level && $0.name == timer.name }) {
            guard restarts else { return }
            waiting.remove(at: place)
        }
        waiting.append(timer)
    }

    /// Takes out those of which `isMeant` holds, in the order in which they were set.
    mutating func take(where isMeant: (Timer) -> Bool) -> [Timer] {
        defer { waiting.removeAll(where: isMeant) }
        return waiting.filter(isMeant)
    }
}
