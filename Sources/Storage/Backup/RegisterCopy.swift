import Casework
import GRDB

/// A copy of a register, page by page, that was looked through before anybody relies on it.
struct RegisterCopy {
    /// Where the copy is: for this account alone, and under a name that nobody looks for.
    let path: String
    let info: RegisterInfo
    let schema: Int
    /// How many entries its audit trail has, and the newest hash.
    let entries: Int64
    let head: String

    /// Copies `source` to the new file `path`, and checks the copy: application, every page, index and reference,
    /// the whole audit chain, and the schema with what protects it.
    ///
    /// The pages are copied as they are: a copy made by way of SQL would mend or drop what is damaged, and say nothing.
    ///
    /// - Throws: ``RegisterError``, ``BackupError``; then there is no file at `path`.
    init(of source: DatabaseQueue, named name: String, to path: String, asking progress: ((Int, Int) -> Void)?) throws {
        try RegisterFile.make(at: path)
        do {
            let copy = try Register.mapping(path) { try Register.connect(path, readonly: false, patience: .usual) }
            try Self.copyPages(of: source, named: name, to: copy, at: path, progress)
            self = try Register.mapping(name) { try copy.read { db in try RegisterCopy(checking: db, name, path) } }
            try copy.close()
            try RegisterFile.settle(path)
        } catch {
            RegisterFile.remove(path)
            throw error
        }
    }

    private static func copyPages(
        of source: DatabaseQueue, named name: String, to copy: DatabaseQueue, at path: String,
        _ progress: ((Int, Int) -> Void)?
    ) throws {
        do {
            // All in one step: one state of the register, while others read and write on.
            try source.backup(to: copy, pagesPerStep: progress == nil ? -1 : 2_000) { state in
                progress?(state.completedPageCount, state.totalPageCount)
            }
            // One file, complete without a journal beside it.
            try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        } catch let error as DatabaseError {
            // A full disk is that of the copy; anything else tells of the source.
            throw RegisterError(error, path: error.resultCode == .SQLITE_FULL ? path : name)
        }
    }

    private init(checking db: Database, _ name: String, _ path: String) throws {
        try Migration.recognise(db, path: name)
        schema = try Migration.version(of: db, path: name)
        guard try String.fetchAll(db, sql: "PRAGMA integrity_check(1)") == ["ok"],
            try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil
        else { throw RegisterError.damaged(path: name) }
        let session = RegisterSession(db: db, path: name)
        var chain = AuditVerification()
        try session.auditEntries(of: nil) { chain.check($0) }
        if let fault = chain.conclusion() { throw BackupError.trailBroken(path: name, fault) }
        // Where there was no trigger to refuse it, what the trail does not tell may have been changed.
        let faults = try Migration.faults(of: db, path: name)
        guard faults.isEmpty else { throw BackupError.unprotected(path: name, faults) }
        info = try session.registerInfo()
        entries = chain.head?.number ?? 0
        head = chain.head?.hash ?? AuditEntry.origin
        self.path = path
    }
}
