import Casework
import Storage
import TestSupport
import Testing

@Suite("Runs of procedures in the register")
struct GuideRunTests {
    private func run(_ id: String = "A", customer: Customer.ID? = nil) -> GuideRun {
        GuideRun(
            id: GuideRun.ID(rawValue: id), procedure: "visit", title: "A visit", version: "1",
            texts: ["visit": "id: visit"], customer: customer, begunBy: .counter, begunAt: at("2026-03-04T10:00"),
            answers: [Answer("who", "customer", by: .counter, at: at("2026-03-04T10:01"))],
            pending: Answer("tasks", "a", ticks: ["a": at("2026-03-04T10:02")]),
            facts: [.planActive: Finding(value: "yes", because: "It is.", rule: "P6")], savedBy: .counter,
            savedAt: at("2026-03-04T10:02"), awaiting: "Tasks", heldUntil: at("2026-03-06T00:00"))
    }

    @Test("A run comes back as it was kept, with its texts, ticks and what the record told")
    func kept() throws {
        let scratch = try Scratch()
        let register = try scratch.register()
        let run = run()
        try register.write { try $0.save(run) }
        #expect(try register.read { try $0.guideRun(run.id) } == run)
        #expect(try register.read { try $0.openGuideRuns(by: .counter) } == [run])
        #expect(try register.read { try $0.guideRuns(through: "visit") } == [run])
        #expect(try register.read { try $0.guideRuns(through: "call") } == [])
    }

    @Test("What has ended is never changed and never deleted")
    func ended() throws {
        let scratch = try Scratch()
        let register = try scratch.register()
        var run = run()
        run.end = GuideRun.End(outcome: "resolve", title: "Help here", at: at("2026-03-04T10:03"))
        try register.write { try $0.save(run) }
        #expect(try register.read { try $0.openGuideRuns(by: .counter) } == [])
        var changed = run
        changed.answers = []
        #expect(throws: RegisterError.self) { try register.write { try $0.save(changed) } }
        #expect(throws: RegisterError.self) { try register.write { try $0.discard(run.id) } }
        #expect(try register.read { try $0.guideRun(run.id) } == run)
    }

    @Test("A run in which all was taken back is forgotten")
    func discarded() throws {
        let scratch = try Scratch()
        let register = try scratch.register()
        try register.write { try $0.save(run()) }
        try register.write { try $0.discard(GuideRun.ID(rawValue: "A")) }
        #expect(try register.read { try $0.guideRun(GuideRun.ID(rawValue: "A")) } == nil)
    }
}
