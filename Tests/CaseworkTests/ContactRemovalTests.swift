import Casework
import TestSupport
import Testing

@Suite("A contact entered for the wrong person (N3, R5)")
struct ContactRemovalTests {
    static let now = at("2026-03-05T10:15:00+11:00")
    let store = MemoryStore(
        customers: [.invented()], plans: [.partialPhone(.limit(2, per: .week))],
        contacts: [.call("2026-03-03T10:00:00+11:00")])

    @Test("Once its note is removed for that, the next caller is not turned away for it")
    func next() throws {
        let manager = try store.desk(.manager)
        let ada = Customer.invented().id
        let call = Contact.call("2026-03-05T09:00:00+11:00")
        _ = try manager.save(.other("Rang."), for: ada, contact: call, at: Self.now)
        let record = try manager.open(ada, at: Self.now)
        let attempt = ContactAttempt.call("2026-03-05T10:15:00+11:00")
        #expect(try manager.judge(attempt, of: record).verdict == .notInLine)
        try store.desk(.capt).remove(
            Note.ID(rawValue: 1), reason: .wrongCustomer, why: "Another caller", at: Self.now + 60)
        let judged = try manager.judge(attempt, of: record)
        #expect(judged.verdict == .inLine && judged.remaining?.used == 1)
        #expect(store.contents.contacts.count == 2)
    }

    private let attempt = ContactAttempt.call("2026-03-05T10:15:00+11:00")
    private let ada = Customer.invented().id

    /// A call that the counter reported and the manager gave back, as the draft that it became.
    private func givenBack() throws -> DraftInHand {
        let call = Contact.call("2026-03-05T09:00:00+11:00")
        let draft = NoteDraft.ID(rawValue: "again")
        let author = try store.desk(.none)
        _ = try author.save(.other("Rang."), for: ada, contact: call, at: Self.now)
        try store.desk(.manager).giveBack(
            ContactReport.ID(rawValue: 1), because: "Wrong person", as: draft, at: Self.now)
        return DraftInHand(kept: try author.draft(draft))
    }

    @Test("Once its author throws the report away that came back, the next caller is not turned away for it (N4)")
    func givenUp() throws {
        let hand = try givenBack()
        let author = try store.desk(.none)
        let record = try author.open(ada, at: Self.now)
        #expect(try author.judge(attempt, of: record).verdict == .notInLine)
        try author.discard(hand, at: Self.now + 60)
        let judged = try author.judge(attempt, of: record)
        #expect(judged.verdict == .inLine && judged.remaining?.used == 1)
        #expect(store.contents.contacts.count == 2)
        let last = try #require(store.contents.audit.last { $0.act == .reportGivenUp })
        #expect(last.customer == ada && last.detail.contains("report 1") && last.at == Self.now + 60)
    }

    @Test("Written anew and recorded, it counts until that note is removed for that")
    func writtenAnew() throws {
        let hand = try givenBack()
        _ = try store.desk(.none).save(.other("Rang about rent."), of: hand, at: Self.now + 60)
        let manager = try store.desk(.manager)
        let note = try manager.record(ContactReport.ID(rawValue: 2), at: Self.now + 120)
        let record = try manager.open(ada, at: Self.now)
        #expect(try manager.judge(attempt, of: record).verdict == .notInLine)
        try store.desk(.capt).remove(note, reason: .wrongCustomer, why: "Another caller", at: Self.now + 180)
        #expect(try manager.judge(attempt, of: record).verdict == .inLine)
    }

    @Test("A draft that came back from nobody is thrown away without an entry in the audit trail (N6)")
    func draft() throws {
        let manager = try store.desk(.manager)
        let hand = DraftInHand(
            begun: NoteDraft(
                id: NoteDraft.ID(rawValue: "d1"), customer: ada, author: .manager, content: .other("Ra"),
                beganAt: Self.now, savedAt: Self.now))
        _ = try manager.keep(.other("Rang"), of: hand, apartAs: { hand.draft.id }, at: Self.now)
        try manager.discard(hand, at: Self.now)
        #expect(store.contents.drafts.isEmpty && store.contents.audit.isEmpty)
    }
}
