import Casework
import TestSupport
import Testing

@Suite("Contact reports that a manager gives back (N4)")
struct ReportReturnTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented()
    let store = MemoryStore(customers: [ada], plans: [.invented()])
    let report = ContactReport.ID(rawValue: 1)
    let draft = NoteDraft.ID(rawValue: "again")

    private func write() throws {
        _ = try store.desk(.none).save(.other("Came about rent."), for: Self.ada.id, at: Self.now)
    }

    @Test("Its author finds it as a draft with the reason, every word kept, and it waits no more")
    func givenBack() throws {
        try write()
        try store.desk(.manager).giveBack(report, because: "Which office?", as: draft, at: Self.now + 60)
        #expect(try store.desk(.manager).waitingReports(at: Self.now).isEmpty)
        let found = try #require(try store.desk(.none).drafts().first)
        #expect(found.draft.content.fields == ["content": "Came about rent."])
        #expect(
            found.draft.returned
                == ReportReturn(reason: "Which office?", by: .manager, at: Self.now + 60, of: report))
        #expect(found.customer == Self.ada)
        #expect(store.contents.audit.last?.act == .reportReturned)
    }

    @Test("Written anew it waits again, and the draft is gone")
    func again() throws {
        try write()
        try store.desk(.manager).giveBack(report, because: "Which office?", as: draft, at: Self.now)
        let found = try store.desk(.none).draft(draft)
        _ = try store.desk(.none).save(
            .other("Came to Parramatta about rent."), of: DraftInHand(kept: found), at: Self.now + 120)
        #expect(try store.desk(.none).drafts().isEmpty)
        let waiting = try store.desk(.manager).waitingReports(at: Self.now + 180)
        #expect(waiting.map(\.report.content.fields) == [["content": "Came to Parramatta about rent."]])
        #expect(waiting.first?.report.writtenAt == Self.now + 120)
        // What was written first, and why it came back, stays with it.
        #expect(waiting.first?.earlier.map(\.writtenAt) == [Self.now])
        #expect(waiting.first?.earlier.first?.returned?.reason == "Which office?")
    }

    @Test("Given back twice, both times and both reasons stand with it, the first written first")
    func twice() throws {
        try write()
        try store.desk(.manager).giveBack(report, because: "Which office?", as: draft, at: Self.now + 1)
        let author = try store.desk(.none)
        _ = try author.save(
            .other("Came to Parramatta."), of: DraftInHand(kept: try author.draft(draft)), at: Self.now + 2)
        let second = NoteDraft.ID(rawValue: "once more")
        try store.desk(.manager).giveBack(
            ContactReport.ID(rawValue: 2), because: "About what?", as: second, at: Self.now + 3)
        _ = try author.save(
            .other("Came to Parramatta about rent."), of: DraftInHand(kept: try author.draft(second)),
            at: Self.now + 4)
        let waiting = try #require(try store.desk(.manager).waitingReports(at: Self.now + 5).first)
        #expect(waiting.earlier.map(\.writtenAt) == [Self.now, Self.now + 2])
        #expect(waiting.earlier.compactMap(\.returned?.reason) == ["Which office?", "About what?"])
    }

    @Test("Without a reason, without access, twice or after recording, nothing is given back")
    func refused() throws {
        try write()
        let manager = try store.desk(.manager)
        #expect(throws: NoteError.noReason) {
            try manager.giveBack(report, because: " ", as: draft, at: Self.now)
        }
        #expect(throws: AccessRefusal.self) {
            try store.desk(.none).giveBack(report, because: "x", as: draft, at: Self.now)
        }
        #expect(try manager.waitingReports(at: Self.now).count == 1)
        try manager.giveBack(report, because: "Which office?", as: draft, at: Self.now)
        #expect(throws: NoteError.alreadyReturned(report)) { try manager.record(report, at: Self.now) }
        #expect(throws: NoteError.alreadyReturned(report)) {
            try manager.giveBack(report, because: "x", as: draft, at: Self.now)
        }
    }
}
