import Foundation
import Glibc

/// Tells when another program on this machine wrote to a register, until it is let go. What another machine writes to a
/// disk that both share it does not see.
///
/// It waits on a thread of its own, which costs nothing while nobody writes: the system says when the journal changes.
public final class RegisterWatch: Sendable {
    /// A transaction is several writes, and many follow each other: it looks so long after the first of them.
    static let beforeLook = Duration.milliseconds(100)
    /// A register that many write to is looked at no oftener than this.
    static let afterLook = Duration.milliseconds(900)

    private let ears: Ears

    /// - Parameters:
    ///   - state: what differs once somebody else has written; nil where that cannot be told just now.
    ///   - changed: called from another thread.
    /// - Throws: `POSIXError` where the system watches nothing more.
    init(journal path: String, state: @escaping @Sendable () -> Int64?, changed: @escaping @Sendable () -> Void) throws
    {
        let ears = try Ears(path)
        self.ears = ears
        let known = state()
        let thread = Thread {
            Thread.current.name = "watch"
            var known = known
            while ears.waits(nil), ears.waits(Self.beforeLook) {
                // Whatever is written from here on is heard of again.
                ears.clear()
                let now = state()
                if now == nil || now != known { changed() }
                known = now
                guard ears.waits(Self.afterLook) else { break }
            }
        }
        thread.start()
    }

    deinit { ears.close() }

    /// What the system says of a file. The thread holds this alone, so that it ends with its owner.
    private final class Ears: Sendable {
        /// Readable once the file was written to.
        private let news: Int32
        /// Readable, and to be written to, when nobody listens any more.
        private let (end, mouth): (Int32, Int32)

        init(_ path: String) throws {
            var ends: [Int32] = [-1, -1]
            news = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
            let isOpen = pipe(&ends) == 0
            (end, mouth) = (ends[0], ends[1])
            for end in ends where isOpen { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            guard isOpen, news >= 0, inotify_add_watch(news, path, UInt32(IN_MODIFY)) >= 0 else {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        }

        deinit {
            for descriptor in [news, end, mouth] where descriptor >= 0 { _ = Glibc.close(descriptor) }
        }

        func close() { _ = write(mouth, "e", 1) }

        /// Waits for the time to pass, or without one for news; false at the end.
        func waits(_ time: Duration?) -> Bool {
            let files = [end] + (time == nil ? [news] : [])
            var polled = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let milliseconds = time.map { Int32($0 / .milliseconds(1)) } ?? -1
            while poll(&polled, nfds_t(polled.count), milliseconds) < 0, errno == EINTR {}
            return polled[0].revents == 0
        }

        func clear() {
            var bytes = [UInt8](repeating: 0, count: 4096)
            while read(news, &bytes, bytes.count) > 0 {}
        }
    }
}

extension Register {
    /// Tells when another program on this machine writes to the register, some moment later and for many changes once.
    ///
    /// - Parameter changed: called from another thread. What it reads may find nothing changed after all.
    /// - Returns: what tells it, as long as it is held.
    /// - Throws: `POSIXError` where the system watches nothing more.
    public func watch(_ changed: @escaping @Sendable () -> Void) throws -> RegisterWatch {
        try RegisterWatch(
            journal: path + "-wal",
            state: { [self] in
                // Counts what other connections changed: what this program writes itself its screens know.
                do {
                    return try inspect { try BareStatement("PRAGMA data_version", in: $0).first { $0[0] } }
                } catch {
                    // Whoever reads next meets the fault, and names it.
                    return nil
                }
            }, changed: changed)
    }
}
