import Casework
import Synchronization

/// A register whose disk can be full: reading works, and every write is refused.
public final class FullDisk: CaseworkStore {
    private let store: MemoryStore
    private let refusal = Mutex<DiskError?>(nil)

    public init(_ store: MemoryStore) {
        self.store = store
    }

    public func fills(_ refusal: DiskError = .full) { self.refusal.withLock { $0 = refusal } }
    public func hasRoomAgain() { refusal.withLock { $0 = nil } }

    public func read<T: Sendable>(_ body: (any CaseworkReader) throws -> T) throws -> T { try store.read(body) }

    public func write<T: Sendable>(
        _ permanence: Permanence, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T {
        if let refusal = refusal.withLock({ $0 }) { throw refusal }
        return try store.write(body)
    }
}

/// Why a ``FullDisk`` writes nothing.
public enum DiskError: UserFacing, Equatable {
    case full
    /// It is not full, but another program holds the register.
    case held

    public var message: String { self == .full ? "The disk is full." : "The register is in use." }
    public var remedy: String { self == .full ? "Make room, then try again." : "Try again in a moment." }
    public var fault: Fault { self == .full ? .cannotWrite : .busy }
}
