import Casework
import Testing

@testable import Storage

@Suite("Reading while another program writes")
struct OwedWhileBusyTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        _ = try scratch.register { session in
            try session.insert(.named("Ada", "Byron", id: "A1"))
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .manager))
        }
    }

    private func acts(_ register: Register) throws -> [AuditAct] {
        try register.read { reader in
            var acts: [AuditAct] = []
            try reader.auditEntries(of: nil) { acts.append($0.act) }
            return acts
        }
    }

    @Test("A record opens while another program writes, its entry is owed and written once the other is done (Q2)")
    func owed() throws {
        let register = try Register.open(at: scratch.path, patience: Patience(tries: 3))
        let desk = try Desk(register, as: .logon(.ann))
        let ada = Customer.ID(rawValue: 1)
        let other = try Register.open(at: scratch.path)
        try other.write { (_: any CaseworkWriter) throws in
            let record = try desk.open(ada, at: .morning)
            #expect(record.customer.surname == "Byron")
            #expect(record.unrecorded?.contains("in use by other programs") == true)
            #expect(try desk.recordSearch("ada", found: 1, at: .morning) != nil)
            #expect(throws: RegisterError.busy(path: scratch.path)) {
                try desk.save(
                    NoteContent(type: NoteType.ID(rawValue: "other"), fields: ["content": "h"]), for: ada, at: .morning)
            }
            #expect(try acts(register).isEmpty)
        }
        #expect(desk.settleAudit() == nil)
        #expect(try acts(register) == [.opened, .searched])
    }

    @Test("What is tried again by itself holds nobody up while another program writes")
    func momentary() throws {
        let register = try Register.open(at: scratch.path)
        let desk = try Desk(register, as: .logon(.ann))
        let other = try Register.open(at: scratch.path)
        try other.write { (_: any CaseworkWriter) throws in
            _ = try desk.open(Customer.ID(rawValue: 1), at: .morning)
            let waited = ContinuousClock().measure { #expect(desk.settleAudit(waiting: .momentary)?.left == 1) }
            #expect(waited < .seconds(1))
        }
        #expect(desk.settleAudit(waiting: .momentary) == nil && !desk.owesAudit)
        #expect(try acts(register) == [.opened])
    }
}
