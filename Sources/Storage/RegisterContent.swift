import Foundation
import GRDB
import Synchronization

/// Whether the register's file still holds what this program has seen in it.
///
/// A copy that is written over a file in use (`cp`) leaves its name and number as they are, and the engine notices
/// nothing: customer 61 would be somebody else from then on, and a note would be written to them. The audit trail is only
/// ever added to, so an entry that once stood in the file stands there for good. It is looked for each time the file,
/// journal apart, was changed, which is seldom: the journal is brought into it some thousand pages at a time.
final class RegisterContent: Sendable {
    private struct Known {
        var stamp: FileStamp?
        /// The newest entry that stood in the file itself; nil until it is learnt.
        var entry: Entry?
        var isAsked = false
    }

    private struct Entry {
        let number: Int64
        let hash: String
    }

    private let path: String
    private let known: Mutex<Known>

    /// - Parameter stamp: the file's when it was opened.
    init(of path: String, _ stamp: FileStamp?) {
        self.path = path
        known = Mutex(Known(stamp: stamp))
    }

    /// True once: then somebody should let it ``learn()``.
    var isToLearn: Bool {
        known.withLock { known in
            defer { known.isAsked = true }
            return !known.isAsked
        }
    }

    /// Learns what stands in the file. It opens the file once more, which nobody should wait for.
    func learn() {
        let entry = look(for: nil)?.newest
        known.withLock { known in
            // A new register's first entries may all stand in the journal yet.
            known.isAsked = entry != nil
            if known.entry == nil { known.entry = entry }
        }
    }

    /// Whether the file holds what it held; also where that cannot be told.
    ///
    /// - Parameter stamp: the file's now.
    func stands(at stamp: FileStamp) -> Bool {
        let (isSeen, entry) = known.withLock { ($0.stamp == stamp, $0.entry) }
        guard !isSeen else { return true }
        guard let entry else {
            known.withLock { $0.stamp = stamp }
            return true
        }
        // While another program brings the journal into the file, an entry may be out of reach for a moment.
        for _ in 0..<Self.tries {
            let found = look(for: entry)
            if let found, found.isThere {
                known.withLock { ($0.stamp, $0.entry) = (stamp, found.newest ?? entry) }
                return true
            }
            usleep(Self.pause)
        }
        return false
    }

    private static let tries = 20
    /// Microseconds.
    private static let pause: UInt32 = 5_000

    /// Reads the file as if there were no journal. Nil where it is no register, or none that can be read so.
    private func look(for entry: Entry?) -> (isThere: Bool, newest: Entry?)? {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let file = try DatabaseQueue(path: FileAlone.name(of: path), configuration: configuration)
            defer { do { try file.close() } catch { EngineTrouble.say("\(error)") } }
            return try file.inDatabase { db in
                let hash = try entry.flatMap { entry in
                    try String.fetchOne(db, sql: "SELECT hash FROM audit WHERE number = ?", arguments: [entry.number])
                }
                let newest = try Row.fetchOne(db, sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
                return (hash == entry?.hash, newest.map { Entry(number: $0[0], hash: $0[1]) })
            }
        } catch {
            return nil
        }
    }
}
