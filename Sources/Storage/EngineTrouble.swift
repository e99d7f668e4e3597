import GRDB
import Synchronization

/// What the engine says of its failures, for a log: the errors that people are shown say what it means for them.
///
/// Of SQL only what this program wrote itself, never a value.
public enum EngineTrouble {
    private static let listener = Mutex<(@Sendable (String) -> Void)?>(nil)

    /// From now on `listener` is told of each failure, on the thread where it happens.
    public static func tell(_ listener: @escaping @Sendable (String) -> Void) {
        Self.listener.withLock { $0 = listener }
    }

    static func say(_ text: String) {
        listener.withLock { $0 }?(text)
    }

    static func say(_ error: DatabaseError) {
        say("SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no words")")
    }
}
