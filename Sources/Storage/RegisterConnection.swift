import GRDB
import Synchronization

/// The connection to a register, by its file alone where it does not open as usual.
///
/// Before anything is written, and where somebody else wrote to a file that is read alone, it is tried again to open it
/// as usual: a disk may have room by then.
final class RegisterConnection: Sendable {
    private struct State {
        var queue: DatabaseQueue
        /// Nil where the register is open as usual.
        var alone: FileAlone?
        /// By the file alone, before. It stays open until the end: closing a file drops the locks on it that SQLite
        /// holds by another descriptor.
        var former: DatabaseQueue?
    }

    private let path: String
    private let waiting: Waiting
    private let state: Mutex<State>

    /// - Throws: ``RegisterError``.
    init(to path: String, waiting: Waiting) throws {
        self.path = path
        self.waiting = waiting
        state = Mutex(try Self.open(path, waiting))
    }

    /// Whether the register is read by its file alone.
    var isAlone: Bool { state.withLock { $0.alone != nil } }

    /// Hands out the connection to read by.
    ///
    /// - Throws: ``RegisterError`` (``RegisterError/busy(path:)`` where somebody wrote meanwhile to a file that is read
    ///   alone: what was found, or failed, may be half old and half new); what `body` throws.
    func reading<T>(_ body: (DatabaseQueue) throws -> T) throws -> T {
        let queue = try forReading()
        let result = Result { try body(queue) }
        guard state.withLock({ $0.alone?.isStill(path) ?? true }) else { throw RegisterError.busy(path: path) }
        return try result.get()
    }

    private func forReading() throws -> DatabaseQueue {
        try state.withLock { state in
            guard let alone = state.alone, !alone.isStill(path) else { return state.queue }
            let former = state.queue
            state = try Self.open(path, waiting)
            state.former = former
            return state.queue
        }
    }

    /// The connection to write by.
    ///
    /// - Throws: ``RegisterError``, why a register that is read alone takes no writes.
    func forWriting() throws -> DatabaseQueue {
        try state.withLock { state in
            guard let alone = state.alone else { return state.queue }
            do {
                let queue = try Self.openAsUsual(path, readonly: !RegisterFile.canWrite(path), waiting)
                state = State(queue: queue, former: state.queue)
                return queue
            } catch {
                EngineTrouble.say("still read by its file alone: \(error)")
                throw alone.because
            }
        }
    }

    /// - Throws: `DatabaseError`.
    func close() throws {
        try state.withLock { state in
            try state.queue.close()
            try state.former?.close()
        }
    }

    private static func open(_ path: String, _ waiting: Waiting) throws -> State {
        let isWritable = try RegisterFile.canWrite(path)
        do {
            return State(queue: try openAsUsual(path, readonly: !isWritable, waiting))
        } catch let error as RegisterError {
            guard let alone = try FileAlone(path, because: error) else { throw error }
            do {
                return State(
                    queue: try openAsUsual(FileAlone.name(of: path), readonly: true, waiting), alone: alone)
            } catch let second as RegisterError {
                EngineTrouble.say("nor can its file be read alone: \(second.message)")
                throw error
            }
        }
    }

    /// Reads a first page, for SQLite opens nothing before that.
    private static func openAsUsual(_ path: String, readonly: Bool, _ waiting: Waiting) throws -> DatabaseQueue {
        try Register.mapping(path) {
            let queue = try Register.connect(path, readonly: readonly, waiting: waiting)
            try queue.inDatabase { try Migration.recognise($0, path: path) }
            return queue
        }
    }
}
