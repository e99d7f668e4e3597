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

    /// Gives a report of PHONE1's back to them.
    private func giveBack(_ report: Int64, as name: String) throws -> DraftInHand {
        let id = NoteDraft.ID(rawValue: name)
        try desk("PRANN1").giveBack(
            ContactReport.ID(rawValue: report), because: "Who was it?", as: id, at: .morning + Int(report))
        return DraftInHand(kept: try desk("PHONE1").draft(id))
    }

    private func send(_ hand: DraftInHand) throws -> Desk.Saved {
        try desk("PHONE1").save(hand.draft.content, of: hand, at: .morning + 20)
    }

    @Test("A report that was given back counts while its draft stands, and no more once that is thrown away (N4)")
    func givenUp() throws {
        _ = try call(at: .morning, by: try desk("PHONE1"))
        let hand = try giveBack(1, as: "again")
        #expect(try counted() == [.morning])
        try desk("PHONE1").discard(hand, at: .morning + 30)
        #expect(try counted().isEmpty)
        let stored = try register.fill { try $0.first("SELECT count(*) FROM contacts", [])?[0] as Int? }
        #expect(stored == 1)
    }

    @Test(
        "Written anew, and once more, it counts by the note that it becomes at last (N3, N4)",
        arguments: NoteRemoval.Reason.allCases)
    func writtenAnew(reason: NoteRemoval.Reason) throws {
        _ = try call(at: .morning, by: try desk("PHONE1"))
        _ = try send(try giveBack(1, as: "again"))
        #expect(try counted() == [.morning])
        _ = try send(try giveBack(2, as: "once more"))
        let note = try desk("PRANN1").record(ContactReport.ID(rawValue: 3), at: .morning + 50)
        #expect(try counted() == [.morning])
        try desk("CAPT1").remove(note, reason: reason, why: "another Ada", at: .morning + 60)
        #expect(try counted() == (reason == .wrongCustomer ? [] : [.morning]))
    }

    @Test("Whoever got manager access meanwhile saves it as a note: the contact counts by that (N4)")
    func promoted() throws {
        _ = try call(at: .morning, by: try desk("PHONE1"))
        let hand = try giveBack(1, as: "again")
        try register.fill { session in
            try session.save(
                StaffMember(
                    id: StaffMember.ID(rawValue: "PHONE1"), givenName: "PHONE1", surname: "", access: .manager))
        }
        guard case .note(let note) = try send(hand) else {
            Issue.record("no note")
            return
        }
        #expect(try counted() == [.morning])
        try desk("CAPT1").remove(note, reason: .wrongCustomer, why: "another Ada", at: .morning + 60)
        #expect(try counted().isEmpty)
    }

    @Test("What two windows made of one draft counts once, while either stands")
    func twoWindows() throws {
        _ = try call(at: .morning, by: try desk("PHONE1"))
        let one = try giveBack(1, as: "again")
        let other = DraftInHand(kept: one.draft)
        let author = try desk("PHONE1")
        func type(_ text: String, _ hand: DraftInHand) throws -> Desk.Keeping {
            var content = hand.draft.content
            content.fields["content"] = text
            return try author.keep(
                content, of: hand, apartAs: { NoteDraft.ID(rawValue: "apart") }, at: .morning + 10)
        }
        #expect(try type("rang twice", one) == .kept && type("rang about rent", other) == .apart)
        try author.discard(one, at: .morning + 30)
        #expect(try counted() == [.morning])
        try author.discard(other, at: .morning + 40)
        #expect(try counted().isEmpty)
    }
}
