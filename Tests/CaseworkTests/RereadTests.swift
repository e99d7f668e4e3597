import Casework
import TestSupport
import Testing

@Suite("An open record as the register has it now")
struct RereadTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    let store = MemoryStore(customers: [.invented()], plans: [.invented()])

    @Test("A plan changed since the opening is there, and the audit trail holds the opening alone (Q2, W1)")
    func changed() throws {
        let desk = try store.desk(.none)
        let opened = try desk.open(Customer.invented().id, at: Self.now)
        store.contents.plans[0].safetyAlert = true
        let current = try desk.reread(opened, at: Self.now + 60)
        #expect(current.plan?.safetyAlert == true && current.at == Self.now + 60)
        #expect(current.customer == opened.customer)
        #expect(store.contents.audit.map(\.act) == [.opened])
    }

    @Test("That nothing can be saved is said as long as something is owed to the audit trail, and no longer")
    func owed() throws {
        let disk = FullDisk(store)
        let desk = try Desk(disk, as: .logon(.counter))
        disk.fills()
        let opened = try desk.open(Customer.invented().id, at: Self.now)
        #expect(try desk.reread(opened, at: Self.now).unrecorded == "The disk is full.")
        disk.hasRoomAgain()
        #expect(try desk.reread(opened, at: Self.now).unrecorded == "The disk is full.")
        #expect(desk.settleAudit() == nil)
        #expect(try desk.reread(opened, at: Self.now).unrecorded == nil)
    }

    @Test("Whoever may open no record reads none again")
    func refused() throws {
        let opened = try store.desk(.none).open(Customer.invented().id, at: Self.now)
        #expect(throws: AccessRefusal.self) { try store.desk(.admin).reread(opened, at: Self.now) }
    }
}
