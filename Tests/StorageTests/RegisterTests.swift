import Casework
import Foundation
import Testing

@testable import Storage

@Suite("The register's file")
struct RegisterTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("A register that was made opens again and knows what it is")
    func reopens() throws {
        _ = try scratch.register()
        let register = try Register.open(at: scratch.path)
        #expect(try register.read { try $0.registerInfo() } == RegisterInfo(practice: true, madeAt: .morning))
    }

    @Test("Nobody but the owner can read the register or what SQLite puts beside it, whatever the umask")
    func modes() throws {
        let path = scratch.directory + "/new/deeper/register.sqlite"
        let register = try Register.create(at: path, practice: false, madeAt: .morning)
        try register.write { try $0.log(.searched) }
        for suffix in ["", "-wal", "-shm"] { #expect(try mode(path + suffix) == 0o600) }
        #expect(try mode(scratch.directory + "/new/deeper") == 0o700)
        #expect(try mode(scratch.directory + "/new") == 0o700)
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }

    @Test("A register never takes the place of a file that is there")
    func existing() throws {
        let path = try scratch.file("mine", named: "register.sqlite")
        #expect(throws: RegisterError.alreadyExists(path: path)) {
            try Register.create(at: path, practice: true, madeAt: .morning)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        #expect(RegisterError.alreadyExists(path: path).fault == .cannotWrite)
    }

    @Test("When filling a new register fails there is no register, nor anything else")
    func failedFilling() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            _ = try scratch.register { session in
                try session.insert(.named("Ada", "Byron"))
                throw Stop()
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory).isEmpty)
    }

    @Test("Where there is no register the remedy is how to make one")
    func missing() throws {
        let error = #expect(throws: RegisterError.self) { try Register.open(at: scratch.path) }
        #expect(error == .notFound(path: scratch.path))
        #expect(error?.fault == .registerUnavailable)
        #expect(error?.remedy.contains("mspdesk demo") == true)
        #expect(!FileManager.default.fileExists(atPath: scratch.path))
    }

    @Test(
        "What is not a register is not opened, and stays as it was",
        arguments: ["", "hello", String(repeating: "not a database ", count: 400)])
    func notARegister(content: String) throws {
        let path = try scratch.file(content, named: "register.sqlite")
        #expect(throws: RegisterError.notARegister(path: path)) { try Register.open(at: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    }

    @Test("A directory is not a register")
    func directory() throws {
        #expect(throws: RegisterError.notARegister(path: scratch.directory)) {
            try Register.open(at: scratch.directory)
        }
    }

    @Test("A register of a later program is refused, and both schemas are named")
    func newer() throws {
        let register = try scratch.register()
        try register.fill { try $0.run("PRAGMA user_version = 99", []) }
        let error = #expect(throws: RegisterError.self) { try Register.open(at: scratch.path) }
        #expect(error == .newerSchema(path: scratch.path, found: 99, known: Migration.current))
        #expect(error?.message.contains("99") == true)
    }

    @Test("A place where nothing can be written is said so")
    func unwritable() throws {
        let error = #expect(throws: RegisterError.self) {
            try Register.create(at: "/proc/mspdesk/register.sqlite", practice: true, madeAt: .morning)
        }
        #expect(error == .notWritable(path: "/proc/mspdesk/register.sqlite"))
        #expect(error?.fault == .cannotWrite)
    }

    @Test("A damaged register is called damaged")
    func damaged() throws {
        _ = try scratch.register { session in
            for number in 1...500 { try session.insert(.named("Ada", "Byron", id: "\(number)")) }
        }
        let file = try #require(FileHandle(forUpdatingAtPath: scratch.path))
        try file.seek(toOffset: 8_192)
        let length = try file.seekToEnd() - 8_192
        try file.seek(toOffset: 8_192)
        try file.write(contentsOf: Data(repeating: 0x5A, count: Int(length)))
        try file.close()
        #expect(throws: RegisterError.damaged(path: scratch.path)) {
            let register = try Register.open(at: scratch.path)
            _ = try register.read { try $0.found("ada") }
        }
    }

    @Test("Thirty writers at once lose nothing, and the chain holds")
    func thirtyWriters() async throws {
        _ = try scratch.register()
        let path = scratch.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...30 {
                group.addTask {
                    try await onThread {
                        let register = try Register.open(at: path)
                        for round in 1...5 {
                            try register.write { try $0.log(.searched, "writer \(writer), round \(round)") }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let register = try Register.open(at: path)
        let (verification, details) = try register.read { reader in
            var verification = AuditVerification()
            var details: Set<String> = []
            try reader.auditEntries(of: nil) { entry in
                verification.check(entry)
                details.insert(entry.detail)
            }
            return (verification, details)
        }
        #expect(verification.conclusion() == nil)
        #expect(verification.head?.number == 150)
        #expect(details.count == 150)
    }

    @Test("A register that stays busy beyond the wait is said to be in use, in no words of the database")
    func busy() throws {
        let holder = try scratch.register()
        let other = try Register.open(at: scratch.path, patience: Patience(tries: 3))
        try holder.write { (_: any CaseworkWriter) throws in
            let error = #expect(throws: RegisterError.self) { try other.write { try $0.log(.searched) } }
            #expect(error == .busy(path: scratch.path))
            #expect(error?.fault == .busy)
            #expect(error?.message.contains("locked") == false)
            #expect(try other.read { try $0.lastAuditEntry() } == nil)
        }
    }

    @Test("The state of a register can be asked: schema, journal, mode, size and whether it is whole")
    func condition() throws {
        let register = try scratch.register()
        let condition = try register.condition()
        #expect(condition.schema == Migration.current && condition.knownSchema == Migration.current)
        #expect(condition.journal == "wal" && condition.mode == 0o600 && condition.bytes > 0 && condition.isIntact)
        #expect(condition.owner == Int(geteuid()) && condition.isWritable && condition.freeBytes > 0)
    }

    @Test("When the disk is full that is said, and nothing is half done")
    func diskFull() throws {
        let register = try scratch.register()
        try register.inspect { try $0.execute(sql: "PRAGMA max_page_count = 1") }
        #expect(throws: RegisterError.diskFull(path: scratch.path)) {
            try register.fill { session in
                for number in 1...500 { try session.insert(.named("Ada", "Byron", id: "\(number)")) }
            }
        }
        #expect(try register.fill { try $0.customerCount() } == 0)
        #expect(RegisterError.diskFull(path: "").fault == .cannotWrite)
    }

    @Test("Of a write that fails nothing is kept")
    func rollback() throws {
        struct Stop: Error {}
        let register = try scratch.register()
        #expect(throws: Stop.self) {
            try register.write { writer in
                try writer.log(.searched)
                throw Stop()
            }
        }
        #expect(try register.read { try $0.lastAuditEntry() } == nil)
    }
}

/// Runs blocking work on a thread of its own, so that thirty of them wait for each other at once.
private func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}
