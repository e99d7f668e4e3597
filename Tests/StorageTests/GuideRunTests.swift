import Casework
import GRDB
import Storage
import TestSupport
import Testing

@Suite("Runs of procedures in the register")
struct GuideRunTests {
    private func run(_ id: String = "A", customer: Customer.ID? = nil) -> GuideRun {
        GuideRun(
            GuideRun.Head(
                id: GuideRun.ID(rawValue: id), procedure: "visit", title: "A visit", version: "1", customer: customer,
                begunBy: .counter, begunAt: at("2026-03-04T10:00"), savedBy: .counter,
                savedAt: at("2026-03-04T10:02"), awaiting: "Tasks", heldUntil: at("2026-03-06T00:00")),
            texts: ["visit": "id: visit"],
            answers: [Answer("who", "customer", by: .counter, at: at("2026-03-04T10:01"))],
            pending: [Answer("tasks", "a", ticks: ["a": at("2026-03-04T10:02")])],
            facts: [.planActive: Finding(value: "yes", because: "It is.", rule: "P6")],
            contact: GuideRun.JudgedAttempt(
                .visit("2026-03-04T10:00", "Parramatta", brand: .childSupport), .inLine))
    }

    @Test("A run comes back as it was kept, with its texts, ticks, what the record told, and its contact as judged")
    func kept() throws {
        let scratch = try Scratch()
        let register = try scratch.register()
        let run = run()
        try register.write { try $0.save(run) }
        #expect(try register.read { try $0.guideRun(run.id) } == run)
        #expect(try register.read { try $0.openGuideRuns(by: .counter) } == [run.head])
        #expect(try register.read { try $0.guideRuns(through: "visit") } == [run])
        #expect(try register.read { try $0.guideRuns(through: "call") } == [])
        var answered = run
        (answered.pending, answered.heldUntil, answered.awaiting) = ([], nil, nil)
        try register.write { try $0.save(answered) }
        #expect(try register.read { try $0.guideRun(run.id) } == answered)
    }

    @Test("With the clock set back to before a run began it is gone on with, kept, and ended with its note")
    func clockBack() throws {
        let scratch = try Scratch()
        let register = try scratch.register { session in
            try session.insert(Customer.named("Ada", "Byron"))
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .manager))
        }
        let desk = try Desk(register, as: .logon(.ann))
        var run = run(customer: Customer.ID(rawValue: 1))
        let hand = RunInHand()
        try desk.save(run, of: hand, at: run.begunAt)
        let earlier = run.begunAt - 3600
        run.answers += [Answer("who", "customer")]
        try desk.save(run, of: hand, at: earlier)
        let kept = try #require(try register.read { try $0.guideRun(run.id) })
        #expect(kept.answers.count == 2)
        #expect(kept.savedAt == kept.begunAt)
        run.end = GuideRun.End(outcome: "resolve", title: "Help here", at: earlier + 60)
        (run.pending, run.heldUntil, run.awaiting) = ([], nil, nil)
        let draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: Customer.ID(rawValue: 1), author: .ann,
            content: .other("x"), beganAt: earlier, savedAt: earlier)
        try desk.save(run, of: hand, drafting: [draft], at: earlier + 60)
        #expect(try register.read { try $0.guideRun(run.id)?.end } == run.end)
        #expect(try desk.drafts().count == 1)
    }

    @Test("Ticks that an earlier version kept as the one answer of the list are read as it kept them")
    func keptEarlier() throws {
        let scratch = try Scratch()
        let register = try scratch.register()
        let run = run()
        try register.write { try $0.save(run) }
        try DatabaseQueue(path: scratch.path).write {
            try $0.execute(sql: "UPDATE guide_runs SET pending = json_extract(pending, '$[0]')")
        }
        #expect(try register.read { try $0.guideRun(run.id) } == run)
    }

    @Test("A run of an earlier version comes back without its contact, which it did not keep")
    func contactUnknown() throws {
        let scratch = try Scratch()
        let register = try scratch.register()
        var run = run()
        try register.write { try $0.save(run) }
        try DatabaseQueue(path: scratch.path).write { try $0.execute(sql: "UPDATE guide_runs SET contact = NULL") }
        run.contact = nil
        #expect(try register.read { try $0.guideRun(run.id) } == run)
    }

    @Test("A list of runs reads no texts, answers or facts: what of them is broken hides no run")
    func heads() throws {
        let scratch = try Scratch()
        let register = try scratch.register { try $0.insert(Customer.named("Ada", "Byron")) }
        let run = run(customer: Customer.ID(rawValue: 1))
        try register.write { try $0.save(run) }
        try DatabaseQueue(path: scratch.path).write {
            try $0.execute(sql: "UPDATE guide_runs SET answers = '[0]', facts = '[0]'")
        }
        #expect(try register.read { try $0.guideRuns(of: Customer.ID(rawValue: 1)) } == [run.head])
        #expect(try register.read { try $0.openGuideRuns(by: .counter) } == [run.head])
        #expect(throws: (any Error).self) { try register.read { try $0.guideRun(run.id) } }
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

    @Test("The steps of an emergency that have ended are told whose they are, once, and nothing else of them changes")
    func attached() throws {
        let scratch = try Scratch()
        let register = try scratch.register { try $0.insert(Customer.named("Ada", "Byron")) }
        let ada = Customer.ID(rawValue: 1)
        var run = run()
        run.end = GuideRun.End(outcome: "over", title: "Over", at: at("2026-03-04T10:03"))
        try register.write { try $0.save(run) }
        #expect(
            try register.read { try $0.guideRunsWithoutCustomer(by: .counter, since: at("2026-03-04T09:00")) } == [
                run.head
            ])
        #expect(
            try register.read { try $0.guideRunsWithoutCustomer(by: .counter, since: at("2026-03-04T11:00")) } == [])
        run.customer = ada
        try register.write { try $0.save(run) }
        #expect(try register.read { try $0.guideRuns(of: ada) } == [run.head])
        run.customer = nil
        #expect(throws: RegisterError.self) { try register.write { try $0.save(run) } }
    }

    @Test("A phone number finds everyone who bears it, mobile or at home, however it is written")
    func phone() throws {
        let scratch = try Scratch()
        var (ada, bo, di) = (Customer.named("Ada", "Byron"), Customer.named("Bo", "Lee"), Customer.named("Di", "Roe"))
        (ada.phoneMobile, bo.phoneMobile, di.phoneHome) = ("0491 570 156", "+61491570156", "0491-570-156")
        ada.phoneHome = ada.phoneMobile
        let register = try scratch.register { session in
            for person in [ada, bo, Customer.named("Cy", "Day"), di] { try session.insert(person) }
        }
        func bearers(_ number: String) throws -> [String] {
            try register.read { try $0.customers(withPhone: number) }.map(\.givenName)
        }
        #expect(try bearers("0491570156") == ["Ada", "Bo", "Di"])
        #expect(try bearers("0491570157") == [] && bearers("") == [])
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
