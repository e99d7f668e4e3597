import Glibc
import Synchronization

/// Makes the signals that ask a program to end, and the one that wakes it, readable like input. One for the process.
struct SignalPipe {
    /// What becomes readable; -1 where the system has no pipe left, and signals do what they always do.
    let end: Int32

    /// The handler may touch nothing but this.
    private static let mouth = Atomic<Int32>(-1)

    init() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            end = -1
            return
        }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        end = ends[0]
        Self.mouth.store(ends[1], ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGCONT] {
            // A write that waits is not begun again: whoever is asked to end must not wait for a stopped terminal.
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = Glibc.write(SignalPipe.mouth.load(ordering: .sequentiallyConsistent), &byte, 1)
                errno = saved
            }
            sigaction(number, &action, nil)
        }
        signal(SIGPIPE, SIG_IGN)
    }

    /// Makes ``end`` readable without a signal: what is read then is 0.
    static func wake() {
        var byte: UInt8 = 0
        _ = Glibc.write(mouth.load(ordering: .sequentiallyConsistent), &byte, 1)
    }

    /// The signal that came first; nil when none has come.
    func read() -> Int32? {
        var byte: UInt8 = 0
        return Glibc.read(end, &byte, 1) == 1 ? Int32(byte) : nil
    }
}
