import Casework
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite("A forged audit trail is found in the file itself (Q2)")
struct AuditForgeryTests {
    /// What somebody with the file and SQLite can do to one place of the trail.
    enum Forgery: String, CaseIterable {
        case changed, deleted, inserted, swapped, cut

        /// Forges at `number` of `count` entries, and returns the first entry that can be named; nil for what only a
        /// head that was kept elsewhere finds.
        func forge(_ db: Database, at number: Int, of count: Int, _ random: inout SeededNumbers) throws -> Int64?? {
            switch self {
            case .changed:
                let change = random.one(of: Self.changes)
                try db.execute(sql: "UPDATE audit SET \(change) WHERE number = ?", arguments: [number])
                // Nothing may seem to be changed that is not.
                return db.changesCount == 1 ? .some(Int64(number)) : .none
            case .deleted:
                try db.execute(sql: "DELETE FROM audit WHERE number = ?", arguments: [number])
                return number == count ? .some(nil) : .some(Int64(number + 1))
            case .inserted:
                try db.execute(sql: "UPDATE audit SET number = -number - 1 WHERE number >= ?", arguments: [number])
                try db.execute(sql: "UPDATE audit SET number = -number WHERE number < 0")
                let previous = try String.fetchOne(
                    db, sql: "SELECT hash FROM audit WHERE number = ?", arguments: [number - 1])
                let forged = AuditEntry(
                    number: Int64(number), at: .morning, staff: .ann, act: .opened, customer: nil, detail: "forged",
                    previous: previous ?? AuditEntry.origin, hash: "")
                try db.execute(
                    sql: "INSERT INTO audit VALUES (?, ?, ?, ?, NULL, ?, ?, ?)",
                    arguments: [
                        forged.number, forged.at.seconds, forged.staff.rawValue, forged.act.rawValue, forged.detail,
                        forged.previous, forged.expectedHash,
                    ])
                // The forger made the entry itself fit: the one after it does not.
                return .some(Int64(number + 1))
            case .swapped:
                guard number < count else { return .none }
                try db.execute(sql: "UPDATE audit SET number = -1 WHERE number = ?", arguments: [number])
                try db.execute(sql: "UPDATE audit SET number = ? WHERE number = ?", arguments: [number, number + 1])
                try db.execute(sql: "UPDATE audit SET number = ? WHERE number = -1", arguments: [number + 1])
                return .some(Int64(number))
            case .cut:
                try db.execute(sql: "DELETE FROM audit WHERE number >= ?", arguments: [number])
                return .some(nil)
            }
        }

        private static let changes = [
            "at = at + 1", "at = -at", "staff = 'PRX1'", "staff = lower(staff)", "staff = staff || char(0)",
            "act = 'searched '", "act = 'never-heard-of'", "act = act || char(0) || 'x'", "detail = detail || ' '",
            "detail = detail || char(0) || 'hidden'", "detail = ''", "detail = upper(detail)",
            "customer = ifnull(customer, 0) + 1", "previous = substr(previous, 2) || '0'", "hash = upper(hash)",
            "hash = substr(hash, 2) || 'g'",
        ]
    }

    /// A register with thirty entries, closed and whole in one file, and its newest hash.
    private func sound() throws -> (scratch: Scratch, head: String) {
        let scratch = try Scratch()
        let register = try scratch.register { session in
            for number in 1...3 { try session.insert(.named("Ada", "B\(number)")) }
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .none))
            try session.save(
                StaffMember(
                    id: StaffMember.ID(rawValue: "PRADM"), givenName: "Ad", surname: "Min", access: .admin))
        }
        let desk = try Desk(register, as: .logon(.ann))
        for number in 0..<10 {
            try desk.recordSearch("ada \(number)", found: number, at: .morning + number)
            _ = try desk.open(Customer.ID(rawValue: Int64(number % 3 + 1)), at: .morning + number)
            try desk.recordGuided("visit to resolve", of: Customer.ID(rawValue: 1), at: .morning + number)
        }
        let head = try register.read { try $0.lastAuditEntry()?.hash } ?? ""
        try register.inspect { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try register.close()
        return (scratch, head)
    }

    private func verify(_ path: String, head: String) throws -> AuditFault? {
        let register = try Register.open(at: path)
        defer { try? register.close() }
        let desk = try Desk(register, as: .logon(StaffMember.ID(rawValue: "PRADM")))
        return try desk.verifyAudit(keptHead: head, at: .morning).fault
    }

    @Test(
        "Any single change, deletion, insertion, reordering or cut is found, and the first broken entry is named",
        arguments: Forgery.allCases)
    func found(_ forgery: Forgery) throws {
        let (scratch, head) = try sound()
        #expect(try verify(scratch.path, head: head) == nil)
        let original = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
        var random = SeededNumbers(seed: UInt64(forgery.rawValue.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xffff))
        for _ in 0..<60 {
            let number = 1 + random.below(30)
            let path = scratch.directory + "/forged.sqlite"
            try original.write(to: URL(fileURLWithPath: path))
            var expected: Int64?? = .none
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
                        DROP TRIGGER audit_unchanged; DROP TRIGGER audit_undeleted; DROP TRIGGER audit_follows
                        """)
                expected = try forgery.forge(db, at: number, of: 30, &random)
            }
            try queue.close()
            guard let broken = expected else { continue }
            let fault = try verify(path, head: head)
            #expect(fault != nil, "\(forgery) at \(number)")
            #expect(fault?.entry == broken, "\(forgery) at \(number): \(fault?.message ?? "")")
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        }
    }
}
