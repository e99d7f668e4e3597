import Casework
import Synchronization

/// A register whose disk can be full: reading works, and every write is refused.
public final class FullDisk: CaseworkStore {
    private let store: MemoryStore
    private let isFull = Mutex(false)

    public init(_ store: MemoryStore) {
        self.store = store
    }

    public func fills() { isFull.withLock { $0 = true } }
    public func hasRoomAgain() { isFull.withLock { $0 = false } }

    public func read<T: Sendable>(_ body: (any CaseworkReader) throws -> T) throws -> T { try store.read(body) }

    public func write<T: Sendable>(
        _ permanence: Permanence, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T {
        guard !isFull.withLock({ $0 }) else { throw DiskError.full }
        return try store.write(body)
    }
}

/// Why a ``FullDisk`` writes nothing.
public enum DiskError: UserFacing, Equatable {
    case full

    public var message: String { "The disk is full." }
    public var remedy: String { "Make room, then try again." }
    public var fault: Fault { .cannotWrite }
}
