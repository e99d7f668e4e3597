import Dispatch
import Foundation
import Synchronization

/// Brings the journal of a register to the disk beside all other work (``Permanence/soon``).
///
/// A journal that did not come there is not told of here: ``hasFailed`` makes the next change wait for the disk, so that
/// the engine meets the fault itself and names it to whoever writes.
final class JournalSync: Sendable {
    typealias Sync = @Sendable (_ path: String) throws -> Void

    private let path: String
    private let sync: Sync
    private let unfinished = DispatchGroup()
    private let failure = Mutex(false)
    private let isDue = Mutex(false)
    private let hurry = DispatchSemaphore(value: 0)

    /// What an officer did is on the screen by then, and what they did with it is written too: one wait of the disk, and
    /// none of it while a picture is made.
    private static let pause = DispatchTimeInterval.milliseconds(20)

    /// - Parameters:
    ///   - register: the path of the file whose journal it is.
    ///   - sync: waits until the disk holds the file at a path.
    init(of register: String, _ sync: @escaping Sync) {
        path = register + "-wal"
        self.sync = sync
    }

    var hasFailed: Bool {
        get { failure.withLock { $0 } }
        set { failure.withLock { $0 = newValue } }
    }

    func syncSoon() {
        let wasDue = isDue.withLock { isDue in
            defer { isDue = true }
            return isDue
        }
        guard !wasDue else { return }
        add { [self] in
            _ = hurry.wait(timeout: .now() + Self.pause)
            // Whoever writes from here on asks again.
            isDue.withLock { $0 = false }
            do { try sync(path) } catch { hasFailed = true }
        }
    }

    /// Does other work beside all else, for which nobody waits but ``finish()``.
    ///
    /// On a thread that ends with it: one of a queue's would wake once more some seconds later, to end, when everything else
    /// is at rest.
    func add(_ work: @escaping @Sendable () -> Void) {
        unfinished.enter()
        Thread { [unfinished] in
            work()
            unfinished.leave()
        }.start()
    }

    /// Returns when everything asked for is on the disk.
    func finish() {
        if isDue.withLock({ $0 }) { hurry.signal() }
        unfinished.wait()
    }
}
