import Casework
import Foundation
import GRDB

/// What a backup holds.
public struct BackupReport: Codable, Sendable, Hashable {
    public var path: String
    public var bytes: Int
    /// Entries of its audit trail, and the newest hash, to be kept elsewhere.
    public var entries: Int64
    public var head: String
    /// Whether the register's own trail could take an entry of it; a full or read-only disk takes none.
    public var isAudited: Bool
}

extension Register {
    /// Copies the register to the new file `path` while others go on reading and writing; the file appears under its
    /// name only once it is complete and was looked through.
    ///
    /// A register that cannot be written is backed up all the same: that is when a backup is needed most.
    ///
    /// - Throws: ``RegisterError``, ``BackupError`` (``BackupError/alreadyThere(path:)`` when there is anything at `path`).
    public func backup(
        to path: String, by staff: Administrator, at instant: Instant, progress: ((Int, Int) -> Void)? = nil
    ) throws -> BackupReport {
        guard !RegisterFile.exists(path) else { throw BackupError.alreadyThere(path: path) }
        let folder = RegisterFile.directory(of: path)
        guard RegisterFile.isDirectory(folder) else { throw BackupError.noFolder(path: folder) }
        let unfinished = RegisterFile.unfinished(path)
        let copy = try BackupError.telling(of: path, as: unfinished) {
            try copying { try RegisterCopy(of: $0, named: self.path, to: unfinished, asking: progress) }
        }
        defer { RegisterFile.remove(unfinished) }
        try BackupError.telling(of: path, as: path) { try RegisterFile.publish(unfinished, as: path) }
        try RegisterFile.settle(path)
        return BackupReport(
            path: path, bytes: try RegisterFile.modeAndSize(path).bytes, entries: copy.entries, head: copy.head,
            isAudited: try auditing("\(copy.entries) entries", .backedUp, by: staff.id, at: instant))
    }

    /// Whether the trail took the entry; what else fails is thrown.
    private func auditing(
        _ detail: String, _ act: AuditAct, by staff: StaffMember.ID, at instant: Instant
    ) throws -> Bool {
        do {
            try write { writer in
                try writer.append(
                    AuditEntry(
                        after: try writer.lastAuditEntry(), at: instant, staff: staff, act: act, customer: nil,
                        detail: detail))
            }
            return true
        } catch let error as RegisterError where error.fault == .cannotWrite { return false }
    }
}

/// What a restore did.
public struct RestoreReport: Codable, Sendable, Hashable {
    /// Where the register that was in use is kept; nil when there was none.
    public var kept: String?
    public var entries: Int64
    public var head: String
    public var practice: Bool
    /// Whether a register was replaced that did not tell whether it was live or for practice.
    public var replacedUnread: Bool
}

extension Register {
    /// Puts the backup at `file` in the place of the register at `path`.
    ///
    /// The backup is copied and the copy looked through before anything is touched. Then the register in use is locked
    /// against everybody: while another program has it open, nothing is done. It is kept beside, under a name with the
    /// day, and the copy takes its place in one step.
    ///
    /// - Parameter authorise: is given the newly restored register before anything is touched, and says who restores;
    ///   what it throws ends the restoring.
    /// - Throws: ``RegisterError``, ``BackupError`` (``BackupError/inUse(path:)`` while another program has it open).
    public static func restore(
        at path: String, from file: String, at instant: Instant,
        authorise: (Register) throws -> Administrator
    ) throws -> RestoreReport {
        try restore(at: path, from: file, at: instant, patience: .short, authorise: authorise)
    }

    static func restore(
        at path: String, from file: String, at instant: Instant, patience: Patience,
        authorise: (Register) throws -> Administrator
    ) throws -> RestoreReport {
        guard let source = RegisterFile.identity(file) else { throw BackupError.noFile(path: file) }
        guard source != RegisterFile.identity(path) else { throw BackupError.sameFile(path: path) }
        _ = try BackupError.telling(ofBackup: file) { try RegisterFile.canWrite(file) }
        try RegisterFile.makeDirectory(for: path)
        let unfinished = RegisterFile.unfinished(path)
        let copy = try BackupError.telling(ofBackup: file) {
            let backup = try mapping(file) { try connect(file, readonly: true, patience: patience) }
            let copy = try RegisterCopy(of: backup, named: file, to: unfinished, asking: nil)
            try backup.close()
            return copy
        }
        defer { RegisterFile.remove(unfinished) }
        return try RegisterInUse.holding(path, patience: patience) { inUse in
            if let practice = inUse?.practice, practice != copy.info.practice {
                throw BackupError.otherKind(path: file, isPractice: copy.info.practice)
            }
            let name = RegisterFile.unusedName(path, on: instant)
            let kept = inUse.map { _ in name }
            let head = try prepare(unfinished, from: file, instead: kept, at: instant, authorise)
            // A journal left by the register that was here would be played into the one that comes.
            for suffix in RegisterFile.companions where RegisterFile.exists(path + suffix) {
                guard rename(path + suffix, name + suffix) == 0 else { throw RegisterError.notWritable(path: path) }
            }
            if let kept {
                try RegisterFile.replace(path, by: unfinished, keeping: kept)
            } else {
                try RegisterFile.publish(unfinished, as: path)
            }
            try RegisterFile.settle(path)
            return RestoreReport(
                kept: kept, entries: head.number, head: head.hash, practice: copy.info.practice,
                replacedUnread: inUse != nil && inUse?.practice == nil)
        }
    }

    /// Brings the copy to today's schema and adds the entry that says what happened; returns that entry.
    private static func prepare(
        _ unfinished: String, from file: String, instead kept: String?, at instant: Instant,
        _ authorise: (Register) throws -> Administrator
    ) throws -> AuditEntry {
        let register = try open(at: unfinished)
        let staff = try authorise(register)
        let entry = try register.write { writer in
            let entry = AuditEntry(
                after: try writer.lastAuditEntry(), at: instant, staff: staff.id, act: .restored, customer: nil,
                detail: "from \(file)\(kept.map { ", instead of the register kept as \($0)" } ?? "")")
            try writer.append(entry)
            return entry
        }
        try register.inspect { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try register.close()
        return entry
    }
}

/// The register that a restore takes the place of.
private struct RegisterInUse {
    /// Nil when what is there cannot be read as a register.
    let practice: Bool?

    /// Runs `body` while every other program is locked out; it is given nil when there is no file at `path`.
    ///
    /// A program that waits for the lock meanwhile finds another file under the name, and writes nothing.
    ///
    /// - Throws: ``BackupError/inUse(path:)`` while another program has it open; what `body` throws.
    static func holding<T>(_ path: String, patience: Patience, _ body: (RegisterInUse?) throws -> T) throws -> T {
        guard RegisterFile.exists(path) else { return try body(nil) }
        let identity = RegisterFile.identity(path)
        var result: T?
        do {
            try Register.mapping(path) {
                let queue = try Register.connect(path, readonly: false, patience: patience)
                try queue.inDatabase { db in
                    // Leaving the WAL takes every connection's lock, those of idle readers too, and writes what the
                    // journal holds into the file: it can be kept alone.
                    try db.execute(sql: "PRAGMA journal_mode = DELETE")
                    do {
                        try db.inTransaction(.exclusive) {
                            result = try body(RegisterInUse(practice: try isPractice(db, path)))
                            return .rollback
                        }
                    } catch {
                        goOn(with: db, at: path, identity)
                        throw error
                    }
                }
                try queue.close()
            }
        } catch let error as RegisterError where error == .notARegister(path: path) || error == .damaged(path: path) {
            // There is nothing that could be locked; a program that still has it open finds it replaced.
        } catch RegisterError.busy(path: path) {
            throw BackupError.inUse(path: path)
        }
        return try result ?? body(RegisterInUse(practice: nil))
    }

    /// Gives a register that stays in use its WAL back. One that lost its name already is left alone: its journal would
    /// come to lie beside the register that took its place.
    private static func goOn(with db: Database, at path: String, _ identity: FileIdentity?) {
        guard RegisterFile.identity(path) == identity else { return }
        do { try db.execute(sql: "PRAGMA journal_mode = WAL") } catch {
            // Why nothing was restored is what the person has to know.
            EngineTrouble.say("the register that stays in use did not get its WAL back: \(error)")
        }
    }

    /// Whether it is a practice register; nil where it is past telling, which is when a restore is needed most.
    private static func isPractice(_ db: Database, _ path: String) throws -> Bool? {
        do {
            return try Register.mapping(path) { try RegisterSession(db: db, path: path).registerInfo().practice }
        } catch let error as RegisterError {
            switch error {
            case .damaged, .notARegister, .refused:
                EngineTrouble.say("the register that is replaced does not tell its kind: \(error.message)")
                return nil
            default: throw error
            }
        }
    }
}

extension RegisterFile {
    static func unfinished(_ path: String) -> String {
        "\(path).making-\(getpid())-\(UInt32.random(in: .min ... .max))"
    }

    /// A name beside `path` with day and time in Greenwich, which no file bears yet.
    fileprivate static func unusedName(_ path: String, on instant: Instant) -> String {
        let day = CalendarDay(number: instant.seconds / 86_400)
        let minute = TimeOfDay(minutes: instant.seconds % 86_400 / 60) ?? .midnight
        let name = "\(path).replaced-\(day)T\(minute)".replacing(":", with: "")
        guard exists(name) else { return name }
        return (2...).lazy.map { "\(name)-\($0)" }.first { !exists($0) } ?? name
    }
}

extension Patience {
    /// About two seconds: a register that is open elsewhere stays open.
    static let short = Patience(tries: 200)
}
