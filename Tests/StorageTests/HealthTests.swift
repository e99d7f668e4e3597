import Casework
import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite("What doctor tries on a register")
struct TrialTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { try $0.insert(.named("Ada", "Byron")) }
    }

    @Test("A trial write leaves nothing behind, neither in the register nor beside it")
    func nothingLeft() throws {
        let before = try FileManager.default.contentsOfDirectory(atPath: scratch.directory).sorted()
        try register.tryWriting()
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.directory).sorted() == before)
        #expect(try register.read { try $0.lastAuditEntry() } == nil)
    }

    @Test("A directory that takes no new file is named itself, and no file that nobody knows")
    func directoryTakesNothing() throws {
        let directory = scratch.directory + "/nowhere"
        let error = #expect(throws: RegisterError.self) {
            try RegisterFile.tryRoom(beside: directory + "/register.sqlite")
        }
        #expect(error?.message.contains("directory \(directory) ") == true && error?.fault == .cannotWrite)
        #expect(error?.message.contains("making") == false)
    }

    @Test("A register that another program holds is found busy, after two seconds and not twenty")
    func locked() throws {
        let other = try Register.connect(scratch.path, readonly: false, patience: .usual)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            let looked = try Register.open(at: scratch.path, patience: Patience(tries: 3))
            #expect(throws: RegisterError.busy(path: scratch.path)) { try looked.tryWriting() }
            try db.execute(sql: "ROLLBACK")
        }
        try Register.look(at: scratch.path).tryWriting()
    }

    @Test("A register that lost its name, or whose name another file bears, is found")
    func place() throws {
        try register.tryPlace()
        try FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + "x")
        #expect(throws: RegisterError.gone(path: scratch.path)) { try register.tryPlace() }
        #expect(throws: RegisterError.gone(path: scratch.path)) { try register.tryWriting() }
        try Register.create(at: scratch.directory + "/o", practice: true, madeAt: .morning).close()
        try FileManager.default.moveItem(atPath: scratch.directory + "/o", toPath: scratch.path)
        #expect(throws: RegisterError.replaced(path: scratch.path)) { try register.tryPlace() }
    }

    @Test("A program that still has a deleted register open is named by its number; a moved one is none")
    func holders() throws {
        #expect(try Register.holdersOfEarlierFile(at: scratch.path) == [])
        try FileManager.default.removeItem(atPath: scratch.path)
        #expect(try Register.holdersOfEarlierFile(at: scratch.path) == [getpid()])
        try register.close()
        #expect(try Register.holdersOfEarlierFile(at: scratch.path) == [])
    }

    @Test("What the engine says of a failure is told to who listens, and no value is in it")
    func trouble() throws {
        let heard = Mutex<[String]>([])
        EngineTrouble.tell { text in heard.withLock { $0.append(text) } }
        #expect(throws: RegisterError.self) {
            try register.inspect {
                try $0.execute(sql: "INSERT INTO no_such_table VALUES (?)", arguments: ["Ada Byron"])
            }
        }
        let said = heard.withLock { $0 }.filter { $0.contains("no_such_table") }
        #expect(said == ["SQLite 1: no such table: no_such_table"])
        EngineTrouble.tell { _ in }
    }
}

@Suite("People seen lately")
struct PeopleSeenTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("They are those whose records this officer opened, the latest first, each once")
    func seen() throws {
        let register = try scratch.register { session in
            try session.insert(.named("Ada", "Byron"))
            try session.insert(.named("Grace", "Hopper"))
            try session.insert(.named("Mai", "Nguyen"))
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .manager))
            try session.save(
                StaffMember(id: StaffMember.ID(rawValue: "BOB"), givenName: "Bob", surname: "Ray", access: .none))
        }
        let (ann, bob) = (
            try Desk(register, as: .logon(.ann)), try Desk(register, as: .logon(StaffMember.ID(rawValue: "BOB")))
        )
        func id(_ name: String) throws -> Customer.ID {
            try register.read { try $0.customers(bearing: CustomerReference(name))[0].id }
        }
        _ = try ann.open(id("Ada-Byron"), at: .morning)
        _ = try ann.open(id("Grace-Hopper"), at: .morning + 1)
        _ = try bob.open(id("Mai-Nguyen"), at: .morning + 2)
        _ = try ann.open(id("Ada-Byron"), at: .morning + 3)
        #expect(try ann.peopleSeen(limit: 10).map(\.surname) == ["Byron", "Hopper"])
        #expect(try ann.peopleSeen(limit: 1).map(\.surname) == ["Byron"])
        #expect(try bob.peopleSeen(limit: 10).map(\.surname) == ["Nguyen"])
    }

    @Test("A long audit trail is not gone through: only its newest entries are looked at")
    func cost() throws {
        let register = try scratch.register()
        let steps = try register.fill { session in
            let (_, statements) = try session.tracing { try session.customersOpened(by: .ann, limit: 5) }
            return try statements.flatMap { try session.plan(of: $0) }
        }
        #expect(steps.contains { $0.contains("audit") && $0.contains("rowid>") })
        #expect(!steps.contains { $0.contains("audit_of_customer") }, "\(steps)")
    }
}
