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
                journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "", mode: mode, bytes: bytes,
                owner: owner, isWritable: isWritable, freeBytes: freeBytes,
                isIntact: try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"]
                    && Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil)
        }
    }
}
