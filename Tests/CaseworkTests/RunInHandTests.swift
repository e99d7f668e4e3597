import Casework
import TestSupport
import Testing

@Suite("One run of a guide in two windows: neither writes over answers of the other's")
struct RunInHandTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    let store = MemoryStore(customers: [.invented()])
    let desk: Desk
    let begun: GuideRun
    /// The same run, as each window read it.
    let one: RunInHand
    let other: RunInHand

    init() throws {
        desk = try store.desk(.manager)
        begun = GuideRun(
            GuideRun.Head(
                id: GuideRun.ID(rawValue: "A"), procedure: "visit", title: "A visit", version: "1",
                customer: Customer.invented().id, begunBy: .manager, begunAt: Self.now, savedBy: .manager,
                savedAt: Self.now),
            texts: ["visit": "id: visit"], answers: [Answer("who", "customer")])
        try store.write { [begun] in try $0.save(begun) }
        one = RunInHand(kept: begun)
        other = RunInHand(kept: begun)
    }

    private func answered(_ values: String...) -> GuideRun {
        var run = begun
        run.answers += values.map { Answer("more/\($0)", $0) }
        return run
    }

    private var answers: [String]? { store.contents.guideRuns.first?.answers.dropFirst().map(\.value) }

    @Test("What the first answered is not written over by the second, who is told whose it is; the first goes on")
    func changed() throws {
        try desk.save(answered("a"), of: one, at: Self.now)
        #expect(throws: GuideRunError.changedElsewhere(by: .manager)) {
            try desk.save(answered("b"), of: other, at: Self.now)
        }
        #expect(throws: GuideRunError.changedElsewhere(by: .manager)) { try desk.discard(begun.id, of: other) }
        try desk.save(answered("a", "c"), of: one, at: Self.now)
        #expect(answers == ["a", "c"])
    }

    @Test("Whoever says the same as the other window writes over nothing, at whatever time")
    func same() throws {
        try desk.save(answered("a"), of: one, at: Self.now)
        try desk.save(answered("a"), of: other, at: Self.now + 60)
        try desk.save(answered("a", "b"), of: other, at: Self.now + 60)
        #expect(answers == ["a", "b"])
    }

    @Test("Its end is refused likewise, with the notes that it drafted")
    func ended() throws {
        try desk.save(answered("a"), of: one, at: Self.now)
        var end = answered("b")
        end.end = GuideRun.End(outcome: "resolve", title: "Help here", at: Self.now)
        let draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: Customer.invented().id, author: .manager,
            content: .other("Came in"), beganAt: Self.now, savedAt: Self.now)
        #expect(throws: GuideRunError.changedElsewhere(by: .manager)) {
            try desk.save(end, of: other, drafting: [draft], at: Self.now)
        }
        #expect(store.contents.drafts.isEmpty && answers == ["a"])
    }

    @Test("A try that the register may have taken is no other window's, and is made again")
    func triedAgain() throws {
        let disk = FullDisk(store)
        let desk = try Desk(disk, as: .logon(.manager))
        disk.fills()
        #expect(throws: DiskError.full) { try desk.save(answered("a"), of: one, at: Self.now) }
        // It was taken all the same.
        try store.write { [taken = answered("a")] in try $0.save(taken) }
        disk.hasRoomAgain()
        try desk.save(answered("a", "b"), of: one, at: Self.now)
        #expect(answers == ["a", "b"])
    }

    @Test("A run told meanwhile whose it is is not made nobody's again")
    func attached() throws {
        var stray = begun
        (stray.id, stray.customer) = (GuideRun.ID(rawValue: "B"), nil)
        let hand = RunInHand()
        try desk.save(stray, of: hand, at: Self.now)
        try desk.attach(stray.id, to: Customer.invented().id, ending: .left(at: "Who", Self.now), at: Self.now)
        #expect(throws: GuideRunError.hasEnded("Left at Who, and noted")) {
            try desk.save(stray, of: hand, at: Self.now)
        }
        #expect(store.contents.guideRuns.last?.customer == Customer.invented().id)
    }
}
