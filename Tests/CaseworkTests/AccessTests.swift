import Casework
import TestSupport
import Testing

@Suite("Who may do what (section 11, Q1)")
struct AccessTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented()

    @Test("Each access holds what the table gives it")
    func matrix() {
        let table: [(Permission, Set<Access>)] = [
            (.serveCustomers, [.none, .manager, .delegate, .psManager, .capt]),
            (.recordNotes, [.manager, .delegate, .psManager, .capt]),
            (.removeNotes, [.capt]),
            (.administer, [.admin]),
            (.readAudit, [.capt, .admin]),
        ]
        #expect(table.map(\.0) == Permission.allCases)
        for (permission, holders) in table {
            for access in Access.allCases {
                #expect(access.allows(permission) == holders.contains(access), "\(access) \(permission)")
            }
        }
    }

    static func store() -> MemoryStore { MemoryStore(customers: [ada], plans: [.invented()]) }

    /// Every act that needs access, with the permission that it needs.
    static let acts: [(String, Permission, @Sendable (Desk) throws -> Void)] = [
        ("search", .serveCustomers, { _ = try $0.search("ada", limit: 5, at: now) }),
        ("customer", .serveCustomers, { _ = try $0.customer(CustomerReference("X1"), at: now) }),
        ("open", .serveCustomers, { _ = try $0.open(ada.id, at: now) }),
        ("notes", .serveCustomers, { _ = try $0.notes(of: ada.id, at: now) }),
        ("contacts", .serveCustomers, { _ = try $0.contacts(of: ada.id, from: now, to: now, at: now) }),
        ("write", .serveCustomers, { _ = try $0.save(.other("Text"), for: ada.id, at: now) }),
        ("waiting of one", .serveCustomers, { _ = try $0.waitingReports(of: ada.id, at: now) }),
        ("waiting", .recordNotes, { _ = try $0.waitingReports(at: now) }),
        ("how many wait", .recordNotes, { _ = try $0.waitingReportCount(at: now) }),
        ("record", .recordNotes, { _ = try $0.record(ContactReport.ID(rawValue: 1), at: now) }),
        (
            "remove", .removeNotes,
            { try $0.remove(Note.ID(rawValue: 1), reason: .privacy, why: "Breach", at: now) }
        ),
        ("audit trail", .readAudit, { try $0.auditTrail(at: now) { _, _ in } }),
        ("audit verify", .readAudit, { _ = try $0.verifyAudit(keptHead: nil, at: now) }),
        ("audit head", .readAudit, { _ = try $0.auditHead(at: now) }),
        ("audit of one", .readAudit, { _ = try $0.customerOfAudit(CustomerReference("X1"), at: now) }),
        ("administer", .administer, { _ = try $0.administrator(at: now) }),
    ]

    @Test(
        "An act is refused without its access, the refusal is kept, and nothing else is done",
        arguments: Access.allCases)
    func acts(access: Access) throws {
        for (name, permission, act) in Self.acts {
            let store = Self.store()
            _ = try store.desk(.none).save(.other("Report"), for: Self.ada.id, at: Self.now)
            _ = try store.desk(.manager).save(.other("Note"), for: Self.ada.id, at: Self.now)
            let before = store.contents
            let desk = try store.desk(access)
            if access.allows(permission) {
                #expect(throws: Never.self, "\(access) \(name)") { try act(desk) }
                #expect(store.contents.audit.allSatisfy { $0.act != .refused }, "\(access) \(name)")
                continue
            }
            #expect(
                throws: AccessRefusal(staff: desk.staff.id, held: access, permission: permission), "\(access) \(name)"
            ) { try act(desk) }
            let after = store.contents
            #expect(after.audit.count == before.audit.count + 1, "\(access) \(name)")
            #expect(after.audit.last?.act == .refused)
            #expect(after.audit.last?.staff == desk.staff.id)
            #expect(after.notes == before.notes && after.reports == before.reports, "\(access) \(name)")
        }
    }

    @Test("A refusal names who asked and the access that is needed (Q1)")
    func words() throws {
        let refusal = AccessRefusal(staff: .counter, held: .none, permission: .recordNotes)
        #expect(refusal.message.contains("PR0001"))
        #expect(refusal.message.contains("record plan notes"))
        for name in ["manager", "delegate", "PS manager", "CAPT"] { #expect(refusal.remedy.contains(name)) }
        #expect(refusal.fault == .notPermitted)
        #expect(AccessRefusal(staff: .manager, held: .manager, permission: .removeNotes).remedy.contains("CAPT"))
        #expect(
            AccessRefusal(staff: .manager, held: .manager, permission: .administer).remedy.contains("administrator"))
    }

    @Test("The administrator opens no record, and the try is in the record's trail (Q2)")
    func administrator() throws {
        let store = Self.store()
        #expect(throws: AccessRefusal.self) { try store.desk(.admin).open(Self.ada.id, at: Self.now) }
        #expect(store.contents.audit.map(\.act) == [.refused])
        #expect(store.contents.audit.first?.customer == Self.ada.id)
    }

    @Test("A practice register lets a logon be chosen, in any case of letters")
    func practice() throws {
        #expect(try Desk(Self.store(), as: .logon("pr0003")).staff.access == .delegate)
        #expect(throws: DeskError.unknownStaff(.logon("PR7777"))) { try Desk(Self.store(), as: .logon("PR7777")) }
    }

    @Test("A live register takes the account of the operating system, and no chosen logon")
    func live() throws {
        let store = MemoryStore(practice: false)
        #expect(try Desk(store, as: .osUser("rosa")).staff.id == .delegate)
        #expect(throws: DeskError.unknownStaff(.osUser("nobody"))) { try Desk(store, as: .osUser("nobody")) }
        #expect(throws: DeskError.logonChosenInLiveRegister) { try Desk(store, as: .logon(.delegate)) }
        #expect(DeskError.unknownStaff(.osUser("nobody")).fault == .notPermitted)
        #expect(DeskError.logonChosenInLiveRegister.fault == .usage)
    }
}
