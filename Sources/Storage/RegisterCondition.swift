import Casework
import Foundation
import GRDB

/// How a register is, for `doctor`.
public struct RegisterCondition: Codable, Sendable, Hashable {
    public var schema: Int
    /// The newest schema that this program knows.
    public var knownSchema: Int
    /// How SQLite keeps its journal: `wal`.
    public var journal: String
    /// The file's permissions, such as 0o600.
    public var mode: Int
    /// Of the file, without what is still in its journal.
    public var bytes: Int
    /// The number of the account that owns the file, and whether this account may write it.
    public var owner: Int
    public var isWritable: Bool
    /// Room for this account on the file's disk.
    public var freeBytes: Int
    /// Whether SQLite finds every page, index and reference as it should be.
    public var isIntact: Bool
    /// What of the schema is gone or was changed.
    public var schemaFaults: [SchemaFault]
}

extension Register {
    /// Looks through the whole register.
    ///
    /// - Throws: ``RegisterError``.
    public func condition() throws -> RegisterCondition {
        let (mode, bytes) = try RegisterFile.modeAndSize(path)
        let (owner, isWritable) = try RegisterFile.owner(path)
        let freeBytes = try RegisterFile.freeBytes(path)
        return try inspect { db in
            RegisterCondition(
                schema: try Migration.version(of: db, path: path), knownSchema: Migration.current,
                // SQLite tells of none where the file is read alone, which only a register with a WAL has to be.
                journal: isReadAlone ? "wal" : try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "", mode: mode,
                bytes: bytes, owner: owner, isWritable: isWritable, freeBytes: freeBytes,
                isIntact: try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"]
                    && Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil,
                schemaFaults: try Migration.faults(of: db, path: path))
        }
    }

    /// Whether anybody is an administrator and can act as one: in a live register by their account.
    ///
    /// - Throws: ``RegisterError``.
    public func hasAdministrator() throws -> Bool {
        try inspect { db in
            let code = Access.admin.rawValue
            return try Row.fetchOne(
                db, sql: "SELECT 1 FROM staff WHERE access = ? AND os_user IS NOT NULL", arguments: [code]) != nil
        }
    }

    /// Opens the register at `path` to look at it: where another program holds it, this waits two seconds and no more.
    ///
    /// - Throws: ``RegisterError``.
    public static func look(at path: String) throws -> Register { try open(at: path, patience: .short) }

    /// Tries whether the register takes a write just now, and leaves nothing behind: another program may hold it, its
    /// disk may be full or read-only, and it may have lost its name.
    ///
    /// - Throws: ``RegisterError``.
    public func tryWriting() throws {
        try change { session in
            // A transaction that writes nothing is begun and ended on a register that takes no writes, too.
            let version = try Migration.version(of: session.db, path: path)
            try session.db.execute(sql: "PRAGMA user_version = \(version)")
            return (.rollback, ())
        }
        try RegisterFile.tryRoom(beside: path)
    }

    /// Whether the file that was opened still bears its name.
    ///
    /// - Throws: ``RegisterError/gone(path:)``, ``RegisterError/replaced(path:)``.
    public func tryPlace() throws(RegisterError) { try requireInPlace(forWriting: true) }

    /// The programs of this account that have a file open which bore this name once and lost it: what they show may be
    /// out of date, and they save nothing. By number of process.
    public static func holdersOfEarlierFile(at path: String) throws -> [Int32] {
        let files = FileManager.default
        let name = URL(fileURLWithPath: path).resolvingSymlinksInPath().path + " (deleted)"
        return try files.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }.filter { process in
            // A process of another account cannot be looked at, nor one that ends meanwhile, nor a file that it closes:
            // none of them is a fault, and there is nothing to say of it.
            guard let open = try? files.contentsOfDirectory(atPath: "/proc/\(process)/fd") else { return false }
            return open.contains { file in
                (try? files.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\(file)")) == name
            }
        }.sorted()
    }
}
