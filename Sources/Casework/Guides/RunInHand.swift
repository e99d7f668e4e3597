import Synchronization

/// A run of a guide as one window follows it, and what that window knows of it in the register.
///
/// Two windows, or two officers, may follow the same run. As with ``DraftInHand``, each goes by what it read or wrote
/// itself, so that neither writes over answers of the other's.
public final class RunInHand: Sendable {
    struct State: Sendable {
        /// As it stands in the register, as far as this window knows; nil while it was never kept.
        var kept: GuideRun?
        /// What was last to be kept. A register may have taken it and still have failed.
        var tried: GuideRun?

        /// Whether nothing stands there that another window wrote and `run` does not say. Where another took all back,
        /// there is nothing to write over.
        func accounts(for stored: GuideRun?, under run: GuideRun?) -> Bool {
            guard let stored else { return true }
            return [kept, tried, run].contains { $0.map(stored.says) ?? false }
        }
    }

    private let mutex: Mutex<State>

    /// - Parameter kept: as it was just read from the register; nil for one that was just begun.
    public init(kept run: GuideRun? = nil) {
        mutex = Mutex(State(kept: run))
    }

    var state: State { mutex.withLock { $0 } }

    func tries(_ run: GuideRun) { mutex.withLock { $0.tried = run } }
    func stands(as run: GuideRun?) { mutex.withLock { $0 = State(kept: run) } }
}

extension GuideRun {
    /// Whether both say the same, whoever kept them when.
    fileprivate func says(_ other: GuideRun) -> Bool {
        var other = other
        (other.savedBy, other.savedAt) = (self.savedBy, self.savedAt)
        return self == other
    }
}
