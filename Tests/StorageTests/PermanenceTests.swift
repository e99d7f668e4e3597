import Casework
import GRDB
import Synchronization
import Testing

@testable import Storage

@Suite("When what is written is on the disk")
struct PermanenceTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        _ = try scratch.register()
    }

    /// A register that tells which files it brought to the disk by itself, and fails to while told to.
    private func register(_ disk: Disk) throws -> Register {
        try Register.open(at: scratch.path, patience: .usual, sync: { try disk.sync($0) })
    }

    private final class Disk: Sendable {
        let synced = Mutex<[String]>([])
        let isBroken = Mutex(false)

        func sync(_ path: String) throws {
            if isBroken.withLock({ $0 }) { throw RegisterError.inputOutput(path: path) }
            synced.withLock { $0.append(path) }
        }
    }

    private func waiting(_ register: Register) throws -> Int? {
        try register.inspect { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    @Test("What is looked at is written without waiting for the disk, which gets it right after")
    func soon() throws {
        let disk = Disk()
        let register = try register(disk)
        let normal = 1, full = 2
        let during = try register.write(.soon) { writer in
            try writer.log(.opened)
            return try (writer as? RegisterSession).flatMap { try Int.fetchOne($0.db, sql: "PRAGMA synchronous") }
        }
        #expect(during == normal)
        #expect(try waiting(register) == full)
        let other = try Register.open(at: scratch.path)
        var acts: [AuditAct] = []
        try other.inspect { db in
            try RegisterSession(db: db, path: scratch.path).auditEntries(of: nil) { acts.append($0.act) }
        }
        #expect(acts == [.opened])
        try register.close()
        #expect(disk.synced.withLock { $0 } == [scratch.path + "-wal"])
    }

    @Test("What follows at once goes to the disk together with it, what follows later by itself")
    func together() throws {
        let disk = Disk()
        let register = try register(disk)
        for _ in 1...5 { try register.write(.soon) { try $0.log(.opened) } }
        register.finishSync()
        let once = disk.synced.withLock { $0.count }
        #expect(once >= 1 && once < 5)
        try register.write(.soon) { try $0.log(.opened) }
        register.finishSync()
        #expect(disk.synced.withLock { $0.count } == once + 1)
    }

    @Test("What a person wrote waits for the disk")
    func atOnce() throws {
        let disk = Disk()
        let register = try register(disk)
        let during = try register.write { writer in
            try writer.log(.searched)
            return try (writer as? RegisterSession).flatMap { try Int.fetchOne($0.db, sql: "PRAGMA synchronous") }
        }
        #expect(during == 2)
        try register.close()
        #expect(disk.synced.withLock { $0 }.isEmpty)
    }

    @Test("A transaction that fails leaves the next one waiting for the disk")
    func failing() throws {
        let register = try register(Disk())
        #expect(throws: CancellationError.self) { try register.write(.soon) { _ in throw CancellationError() } }
        #expect(try waiting(register) == 2)
    }

    @Test("Once the disk did not take the journal, changes wait for it until it took one")
    func brokenDisk() throws {
        let disk = Disk()
        let register = try register(disk)
        func isWaitingFor() throws -> Bool {
            try register.write(.soon) { writer in
                try writer.log(.opened)
                return try (writer as? RegisterSession).flatMap { try Int.fetchOne($0.db, sql: "PRAGMA synchronous") }
                    == 2
            }
        }
        disk.isBroken.withLock { $0 = true }
        #expect(try !isWaitingFor())
        register.finishSync()
        disk.isBroken.withLock { $0 = false }
        #expect(try isWaitingFor())
        #expect(try !isWaitingFor())
    }
}
