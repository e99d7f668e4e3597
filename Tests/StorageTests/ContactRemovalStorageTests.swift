import Casework
import Testing

@testable import Storage

@Suite("A contact entered for the wrong person")
struct ContactRemovalStorageTests {
    let scratch: Scratch
    let register: Register
    let ada = Customer.ID(rawValue: 1)

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            try session.insert(.named("Ada", "Byron"))
            for (id, access) in [("PRANN1", Access.manager), ("CAPT1", .capt), ("PHONE1", .none)] {
                try session.save(
                    StaffMember(id: StaffMember.ID(rawValue: id), givenName: id, surname: "", access: access))
            }
        }
    }

    private func desk(_ logon: String) throws -> Desk {
        try Desk(register, as: .logon(StaffMember.ID(rawValue: logon)))
    }

    private func call(at instant: Instant, by desk: Desk) throws -> Desk.Saved {
        try desk.save(
            NoteContent(type: NoteType.ID(rawValue: "voicemail"), fields: ["time": "10:00", "content": "rang"]),
            for: ada, contact: Contact(customer: ada, channel: .phone, occurredAt: instant, staff: desk.staff.id),
            at: .morning)
    }

    private func counted() throws -> [Instant] {
        try desk("PRANN1").contacts(of: ada, from: .morning - 60, to: .morning + 60, at: .morning).map(\.occurredAt)
    }

    @Test(
        "It counts no more once its note is removed for that reason, and for no other (N3, R5)",
        arguments: NoteRemoval.Reason.allCases)
    func removed(reason: NoteRemoval.Reason) throws {
        let ann = try desk("PRANN1")
        let wrong = Note.ID(rawValue: 1)
        #expect(try call(at: .morning, by: ann) == .note(wrong))
        _ = try call(at: .morning, by: ann)
        _ = try call(at: .morning + 1, by: ann)
        try desk("CAPT1").remove(wrong, reason: reason, why: "another Ada", at: .morning + 60)
        let kept = reason == .wrongCustomer ? 2 : 3
        #expect(try counted().count == kept)
        let stored = try register.fill { try $0.first("SELECT count(*) FROM contacts", [])?[0] as Int? }
        #expect(stored == 3)
    }

    @Test("It counts no more where its note came as a contact report (N4)")
    func report() throws {
        let report = ContactReport.ID(rawValue: 1)
        #expect(try call(at: .morning, by: try desk("PHONE1")) == .report(report))
        let note = try desk("PRANN1").record(report, at: .morning + 30)
        #expect(try counted() == [.morning])
        try desk("CAPT1").remove(note, reason: .wrongCustomer, why: "another Ada", at: .morning + 60)
        #expect(try counted().isEmpty)
    }
}
