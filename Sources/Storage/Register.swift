import Casework
import Foundation
import GRDB

/// The register: customers, plans, notes and the audit trail in one SQLite file.
///
/// One serialised connection at a time: a person's program does one thing at a time, a second connection would cost
/// start-up time and memory, and in WAL mode other programs read on while this one writes.
public final class Register: CaseworkStore {
    public let path: String
    private let connection: RegisterConnection
    /// The file that was opened: another may bear its name later.
    private let identity: FileIdentity?
    private let content: RegisterContent
    private let journal: JournalSync
    private let waiting: Waiting

    private init(
        path: String, connection: RegisterConnection, file: (identity: FileIdentity, stamp: FileStamp)?,
        waiting: Waiting, sync: @escaping JournalSync.Sync
    ) {
        self.path = path
        self.connection = connection
        identity = file?.identity
        content = RegisterContent(of: path, file?.stamp)
        self.waiting = waiting
        journal = JournalSync(of: path, sync)
    }

    deinit { finishSync() }

    /// Opens the register at `path`, bringing an older schema up to date.
    ///
    /// The people of an older register are indexed some thousands at a time, each lot in a transaction of its own: when
    /// that is interrupted, the next opening goes on from there.
    ///
    /// A register that this account may only read opens too, and one beside which nothing can be made, if it was closed
    /// whole; writing to it then throws ``RegisterError/notWritable(path:)`` or ``RegisterError/diskFull(path:)``.
    ///
    /// - Throws: ``RegisterError``.
    /// - Parameter progress: told how many people of an older register are indexed.
    public static func open(at path: String, progress: (Int) -> Void = { _ in }) throws -> Register {
        try open(at: path, patience: .usual, progress: progress)
    }

    static func open(
        at path: String, patience: Patience, sync: @escaping JournalSync.Sync = RegisterFile.sync,
        progress: (Int) -> Void = { _ in }
    ) throws -> Register {
        let file = RegisterFile.look(at: path)
        let waiting = Waiting(patience)
        let register = Register(
            path: path, connection: try RegisterConnection(to: path, waiting: waiting), file: file,
            waiting: waiting, sync: sync)
        try register.requireInPlace(forWriting: true)
        if try register.inspect({ try Migration.version(of: $0, path: path) }) < Migration.current {
            try mapping(path) {
                try register.connection.forWriting().inDatabase { db in
                    try db.inTransaction(.immediate) {
                        try Migration.migrate(db, path: path)
                        return .commit
                    }
                }
            }
        }
        if try RegisterFile.canWrite(path), !register.connection.isAlone { try register.finishIndex(progress) }
        return register
    }

    /// People indexed in one transaction: some seconds of work that an interruption can cost.
    static let indexedAtOnce = 20_000

    private func finishIndex(_ progress: (Int) -> Void) throws {
        guard try !inspect({ try SearchIndex($0).isComplete() }) else { return }
        try inspect { try Self.setCache($0, kilobytes: Self.fillingCacheKilobytes) }
        var isComplete = false
        while !isComplete {
            // Another program may be at it too: each goes on from where the register stands.
            (isComplete, _) = try change { session in
                if try session.index.isComplete() { return (.commit, (true, 0)) }
                let (done, isComplete) = try session.index.goOn(by: Self.indexedAtOnce)
                progress(done)
                return (.commit, (isComplete, done))
            }
        }
    }

    /// Makes a register at `path`, filled by `filling` in one transaction.
    ///
    /// The file appears under its name only once it is complete: when `filling` throws, or the program is ended on
    /// the way, there is no register.
    ///
    /// - Throws: ``RegisterError`` (``RegisterError/alreadyExists(path:)`` when there is any file at `path`), and what
    ///   `filling` throws.
    public static func create(
        at path: String, practice: Bool, madeAt: Instant, filling: (RegisterSession) throws -> Void = { _ in }
    ) throws -> Register {
        guard !RegisterFile.exists(path) else { throw RegisterError.alreadyExists(path: path) }
        // SQLite would play the journal of a register that was here before into the new one.
        if let left = RegisterFile.companions.first(where: { RegisterFile.exists(path + $0) }) {
            throw RegisterError.alreadyExists(path: path + left)
        }
        try RegisterFile.makeDirectory(for: path)
        let unfinished = RegisterFile.unfinished(path)
        try RegisterFile.make(at: unfinished)
        defer { RegisterFile.remove(unfinished) }
        try mapping(path) {
            let queue = try connect(unfinished, readonly: false, patience: .usual)
            try queue.inDatabase { db in
                try setCache(db, kilobytes: fillingCacheKilobytes)
                // Nobody sees the file before it is complete, so that nothing of it needs to be taken back.
                try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                try db.inTransaction(.immediate) {
                    try Migration.migrate(db, path: path)
                    try db.execute(
                        sql: "INSERT INTO register_info VALUES (1, ?, ?)", arguments: [practice, madeAt.seconds])
                    let session = RegisterSession(db: db, path: path)
                    try filling(session)
                    try session.index.finish()
                    return .commit
                }
                try db.execute(sql: "PRAGMA journal_mode = WAL")
            }
            try queue.close()
        }
        try RegisterFile.sync(unfinished)
        try RegisterFile.publish(unfinished, as: path)
        return try open(at: path)
    }

    public func read<T: Sendable>(_ body: (any CaseworkReader) throws -> T) throws -> T {
        try Self.mapping(path) {
            try requireInPlace(forWriting: false)
            return try connection.reading { queue in
                try queue.inDatabase { db in
                    // GRDB's own reading sets a pragma, after which SQLite prepares every statement anew: ten times the
                    // cost of a look-up. Readers cannot write, and what one wrote all the same is taken back.
                    try BareStatement("BEGIN DEFERRED TRANSACTION", in: db).run()
                    let result = Result { try body(RegisterSession(db: db, path: path)) }
                    // SQLite may have ended the transaction itself after a failure.
                    if db.isInsideTransaction { try BareStatement("ROLLBACK TRANSACTION", in: db).run() }
                    return try result.get()
                }
            }
        }
    }

    public func write<T: Sendable>(
        _ permanence: Permanence, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T {
        try write(permanence, waiting: .patient, body)
    }

    public func write<T: Sendable>(
        _ permanence: Permanence, waiting: WriteWait, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T {
        let permanence = journal.hasFailed ? .atOnce : permanence
        let result = try change(permanence, waiting: waiting) { writer in (.commit, try body(writer)) }
        switch permanence {
        case .atOnce: journal.hasFailed = false
        case .soon: journal.syncSoon()
        }
        if content.isToLearn { journal.add { [content] in content.learn() } }
        return result
    }

    /// As ``write(_:)``, with what only this engine can write: customers, staff, sites, plans and holidays.
    public func fill<T: Sendable>(_ body: (RegisterSession) throws -> T) throws -> T {
        try inspect { try Self.setCache($0, kilobytes: Self.fillingCacheKilobytes) }
        return try change { writer in (.commit, try body(writer)) }
    }

    /// Runs `body` in a transaction that ends as it says; takes the write lock at once, so that nothing read in it
    /// can be out of date when it is written.
    func change<T: Sendable>(
        _ permanence: Permanence = .atOnce, waiting wait: WriteWait = .patient,
        _ body: (RegisterSession) throws -> (Database.TransactionCompletion, T)
    ) throws -> T {
        try Self.mapping(path) {
            try connection.forWriting().inDatabase { db in
                waiting.atHand = wait
                defer { waiting.atHand = .patient }
                guard permanence == .soon else { return try change(db, body) }
                // Outside any transaction, and for this one alone.
                try BareStatement("PRAGMA synchronous = NORMAL", in: db).run()
                let result = Result { try change(db, body) }
                try BareStatement("PRAGMA synchronous = FULL", in: db).run()
                return try result.get()
            }
        }
    }

    private func change<T>(
        _ db: Database, _ body: (RegisterSession) throws -> (Database.TransactionCompletion, T)
    ) throws -> T {
        var result: T?
        try db.inTransaction(.immediate) {
            // Asked with the lock held: a restore changes the file under the same lock.
            try requireInPlace(forWriting: true)
            let session = RegisterSession(db: db, path: path)
            let (completion, value) = try body(session)
            if completion == .commit { try session.index.finish() }
            result = value
            return completion
        }
        guard let result else { throw RegisterError.refused(detail: "a transaction without a result") }
        return result
    }

    /// Ends the connection; nothing is read or written after.
    public func close() throws {
        finishSync()
        try Self.mapping(path) { try connection.close() }
    }

    /// Returns when what was written ``Permanence/soon`` is on the disk, or is known not to have come there.
    public func finishSync() { journal.finish() }

    /// What is written to a file that has lost its name would be lost with it. Reading goes on where the file is
    /// only gone, for an old warning is better than none; where another took its place, the old facts may be wrong.
    func requireInPlace(forWriting: Bool) throws(RegisterError) {
        guard let now = RegisterFile.look(at: path) else {
            if forWriting { throw .gone(path: path) }
            return
        }
        guard now.identity == identity else { throw .replaced(path: path) }
        switch content.finding(at: now.stamp) {
        case .stands: return
        case .replaced: throw .replaced(path: path)
        case .damaged: throw .damaged(path: path)
        }
    }

    /// Whether nothing but the file itself is read, for nothing can be made beside it.
    var isReadAlone: Bool { connection.isAlone }

    /// Runs `body` outside any transaction of ours.
    func inspect<T>(_ body: (Database) throws -> T) throws -> T {
        try Self.mapping(path) { try connection.reading { try $0.inDatabase(body) } }
    }

    /// Hands out the connection, for a copy of the whole file.
    func copying<T>(_ body: (DatabaseQueue) throws -> T) throws -> T {
        try requireInPlace(forWriting: false)
        return try connection.reading(body)
    }

    /// Room for pages in memory: what a desk reads lies in the system's own cache of files as well.
    private static let cacheKilobytes = 1_536
    /// An import writes the search index all over the file.
    private static let fillingCacheKilobytes = 32_768

    private static func setCache(_ db: Database, kilobytes: Int) throws {
        try db.execute(sql: "PRAGMA cache_size = -\(kilobytes)")
    }

    static func connect(_ path: String, readonly: Bool, patience: Patience) throws -> DatabaseQueue {
        try connect(path, readonly: readonly, waiting: Waiting(patience))
    }

    static func connect(_ path: String, readonly: Bool, waiting: Waiting) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .callback { waiting.patience.waits(after: $0) }
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Without it INSERT OR REPLACE would delete a row and never ask the triggers that forbid it.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
            try setCache(db, kilobytes: cacheKilobytes)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs `body`, giving every failure of SQLite its name; other errors pass as they are.
    static func mapping<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError { throw RegisterError(error, path: path) }
    }
}

extension RegisterError {
    /// What a failure of SQLite means for the person.
    init(_ error: DatabaseError, path: String) {
        EngineTrouble.say(error)
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .notARegister(path: path)
        // The statements are ours, and right where every table is there: one is gone, or another than it should be.
        case .SQLITE_CORRUPT, .SQLITE_ERROR: self = .damaged(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .notWritable(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .notReadable(path: path)
        // The index of the journal, which lies beside it, found no room.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .diskFull(path: path)
        case .SQLITE_IOERR where Self.failuresToWrite.contains(error.extendedResultCode):
            self = .writeFailed(path: path)
        case .SQLITE_IOERR: self = .inputOutput(path: path)
        case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER:
            // The words are those of our own triggers.
            self = .appendOnly(error.message ?? "it is only ever added to")
        default: self = .refused(detail: "\(error.extendedResultCode.rawValue): \(error.message ?? "")")
        }
    }

    private static let failuresToWrite: [ResultCode] = [
        .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
    ]
}
