import Casework
import Testing

@testable import Storage

@Suite("One draft in two programs on one register (N6)")
struct DraftInHandStorageTests {
    let scratch: Scratch
    let desks: [Desk]
    let draft: NoteDraft

    init() throws {
        scratch = try Scratch()
        let register = try scratch.register { session in
            _ = try session.insert(.named("Ada", "Byron"))
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .manager))
        }
        let ada = try register.read { try $0.customers(bearing: CustomerReference("Ada-Byron"))[0].id }
        let draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: ada, author: .ann,
            content: NoteContent(
                type: NoteType.other.id, fields: ["content": "Came in", "empty": ""], trail: ["a step"]),
            contact: Contact(customer: ada, channel: .phone, occurredAt: .morning), beganAt: .morning,
            savedAt: .morning, returned: ReportReturn(reason: "Which office?", by: .ann, at: .morning))
        self.draft = draft
        try register.write { try $0.save(draft) }
        desks = try [register, Register.open(at: scratch.path)].map { try Desk($0, as: .logon(.ann)) }
    }

    private func content(_ text: String) -> NoteContent {
        NoteContent(type: draft.content.type, fields: ["content": text], trail: draft.content.trail)
    }

    @Test("Each goes by what it read: the words of both stand, within one second")
    func both() throws {
        let hands = try desks.map { DraftInHand(kept: try $0.draft(draft.id)) }
        #expect(hands[0].draft == draft)
        let apart = NoteDraft.ID(rawValue: "d2")
        let first = try desks[0].keep(content("Came in about rent"), of: hands[0], apartAs: { apart }, at: .morning)
        #expect(first == .kept)
        let second = try desks[1].keep(content("Came in again"), of: hands[1], apartAs: { apart }, at: .morning)
        #expect(second == .apart)
        #expect(
            try desks[1].drafts().map(\.draft.content.fields) == [
                ["content": "Came in about rent"], ["content": "Came in again"],
            ])
    }

    @Test("Saved by one, it is not saved by the other")
    func once() throws {
        let hands = try desks.map { DraftInHand(kept: try $0.draft(draft.id)) }
        _ = try desks[0].save(content("Came in."), of: hands[0], at: .morning)
        #expect(throws: NoteError.draftGone) { try desks[1].save(content("Came in."), of: hands[1], at: .morning) }
        #expect(try desks[1].notes(of: draft.customer, at: .morning).count == 1)
        #expect(try desks[1].contacts(of: draft.customer, from: .morning, to: .morning + 1, at: .morning).count == 1)
    }
}
