import Foundation
import GRDBSQLite
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
        /// The first entry, and the newest that stood in the file itself; nil until they are learnt.
        var entries: (first: Entry, newest: Entry)?
        var isAsked = false
        /// A state of the file in which the newest was out of reach, and since when.
        var suspicion: (stamp: FileStamp, since: ContinuousClock.Instant)?
    }

    private struct Entry: Equatable {
        let number: Int64
        let hash: String
    }

    private let path: String
    private let doubt: Duration
    private let known: Mutex<Known>

    /// - Parameters:
    ///   - stamp: the file's when it was opened.
    ///   - doubt: so long nobody takes to bring one page after the other into the file.
    init(of path: String, _ stamp: FileStamp?, doubt: Duration = .seconds(5)) {
        self.path = path
        self.doubt = doubt
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
        let found = look(for: nil)
        known.withLock { known in
            // A new register's first entries may all stand in the journal yet.
            known.isAsked = found?.entries != nil
            if known.entries == nil { known.entries = found?.entries }
        }
    }

    enum Finding {
        /// It holds what it held, or that cannot be told.
        case stands
        /// It holds another register's entries, or none.
        case replaced
        /// Nothing in it can be read any more.
        case damaged
    }

    /// - Parameter stamp: the file's now.
    func finding(at stamp: FileStamp) -> Finding {
        let (isSeen, entries) = known.withLock { ($0.stamp == stamp, $0.entries) }
        guard !isSeen else { return .stands }
        guard let entries else {
            known.withLock { $0.stamp = stamp }
            return .stands
        }
        let found = look(for: entries.newest.number)
        if stamp.bytes == 0 || found.map({ $0.entries?.first != entries.first }) == true { return .replaced }
        if let found, found.entry == entries.newest {
            known.withLock { known in
                (known.stamp, known.suspicion) = (stamp, nil)
                known.entries = found.entries ?? entries
            }
            return .stands
        }
        // While another program brings the journal into the file, an entry may be out of reach for a moment.
        return known.withLock { known in
            guard let suspicion = known.suspicion, suspicion.stamp == stamp else {
                known.suspicion = (stamp, .now)
                return .stands
            }
            return .now - suspicion.since < doubt ? .stands : found == nil ? .damaged : .replaced
        }
    }

    /// Reads the file as if there were no journal.
    ///
    /// - Parameter number: of an entry that is asked for.
    /// - Returns: nil where it is no register, or none that can be read so just now.
    private func look(for number: Int64?) -> (entries: (first: Entry, newest: Entry)?, entry: Entry?)? {
        guard let glance = Glance(at: path) else { return nil }
        do throws(Glance.Unreadable) {
            let asked = if let number { try glance.entry("WHERE number = ?1", number) } else { nil as Entry? }
            guard let first = try glance.entry("ORDER BY number"),
                let newest = try glance.entry("ORDER BY number DESC")
            else { return (nil, asked) }
            return ((first, newest), asked)
        } catch {
            return nil
        }
    }

    /// A look at a register's file alone, by SQLite itself: where a queue of GRDB's was let go, the system's work queue
    /// would wake once a second until the program ends.
    private struct Glance: ~Copyable {
        struct Unreadable: Error {}

        private let connection: OpaquePointer

        /// Nil where there is no file to open.
        init?(at path: String) {
            var connection: OpaquePointer?
            let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
            let code = sqlite3_open_v2(FileAlone.name(of: path), &connection, flags, nil)
            guard let connection, code == SQLITE_OK else {
                // There is a connection to close also where it could not be opened.
                sqlite3_close_v2(connection)
                return nil
            }
            self.connection = connection
        }

        deinit { sqlite3_close_v2(connection) }

        /// - Throws: ``Unreadable`` where the file holds no audit trail that can be read.
        func entry(_ which: String, _ number: Int64 = 0) throws(Unreadable) -> Entry? {
            var statement: OpaquePointer?
            let sql = "SELECT number, hash FROM audit \(which) LIMIT 1"
            guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
                throw Unreadable()
            }
            defer { sqlite3_finalize(statement) }
            if sqlite3_bind_parameter_count(statement) > 0 { sqlite3_bind_int64(statement, 1, number) }
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                let row = BareRow(handle: statement)
                return Entry(number: row[0], hash: row.text(1))
            case SQLITE_DONE: return nil
            default: throw Unreadable()
            }
        }
    }
}
