import Dispatch
import Foundation
import Synchronization

/// Work that another thread does while this one goes on.
final class Meanwhile<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws -> Value) {
        Thread {
            let result = Result(catching: work)
            self.result.withLock { $0 = result }
            self.isDone.signal()
        }.start()
    }

    /// Returns when it is done: a program must not end under work that goes on.
    func finish() {
        isDone.wait()
        isDone.signal()
    }

    /// Waits for it, where it is not done.
    ///
    /// - Throws: what the work threw.
    var value: Value {
        get throws {
            finish()
            // Nothing but the end of the work signals first.
            guard let result = result.withLock({ $0 }) else { preconditionFailure("signalled before the end") }
            return try result.get()
        }
    }
}
