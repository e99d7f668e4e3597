import Casework
import Synchronization

/// Which plan's warning was acknowledged since a record was opened (W1).
///
/// The screens of one opening share it: each holds the record as it stood when it came, and what is read on one of them
/// is read for all.
final class WarningRead: Sendable {
    private let plan = Mutex<Plan?>(nil)

    /// Whether the plan whose warning was read says what `current` says: one that was changed since is another to read.
    func covers(_ current: Plan?) -> Bool { plan.withLock { $0 == current } }

    func reads(_ read: Plan?) { plan.withLock { $0 = read } }
}
