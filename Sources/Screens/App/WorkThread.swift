import Dispatch
import Foundation
import Synchronization

/// Does one piece of work after the other on a thread of its own, until it is let go.
///
/// A queue of the system's would keep a thousand spent records of work for later, spread over all other memory, and end
/// its thread after some seconds: the next key would wait for a new one.
final class WorkThread: Sendable {
    private let line = Line()

    init(name: String) {
        let thread = Thread { [line] in
            Thread.current.name = name
            while let work = line.next() { work() }
        }
        thread.start()
    }

    deinit { line.close() }

    func add(_ work: @escaping @Sendable () -> Void) { line.add(work) }

    /// Returns when all that was added is done.
    func finish() {
        let done = DispatchSemaphore(value: 0)
        add { done.signal() }
        done.wait()
    }

    /// What is still to be done. The thread holds this alone, so that it ends with its owner.
    private final class Line: Sendable {
        private let waiting = Mutex<[(@Sendable () -> Void)?]>([])
        private let count = DispatchSemaphore(value: 0)

        func add(_ work: @escaping @Sendable () -> Void) {
            waiting.withLock { $0.append(work) }
            count.signal()
        }

        func close() {
            waiting.withLock { $0.append(nil) }
            count.signal()
        }

        /// Waits for it; nil once all is done that was added before the end.
        func next() -> (@Sendable () -> Void)? {
            count.wait()
            return waiting.withLock { $0.removeFirst() }
        }
    }
}
