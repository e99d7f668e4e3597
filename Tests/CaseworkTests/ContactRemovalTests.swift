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
}
