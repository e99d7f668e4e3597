import Casework
import GRDB
import Testing

@testable import Storage

@Suite("What is asked often costs no more as the register grows")
struct CostTests {
    let register: Register
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { try $0.insert(.named("Ada", "Byron")) }
    }

    /// How SQLite goes about every statement of `body`, one line a step.
    private func steps(_ body: (RegisterSession) throws -> Void) throws -> [String] {
        try register.fill { session in
            let (_, statements) = try session.tracing { try body(session) }
            return try statements.flatMap { try session.plan(of: $0) }
        }
    }

    @Test("A judgement goes through no drafts but those with a contact of the person")
    func draftedContacts() throws {
        let steps = try steps { _ = try $0.draftedContacts(of: Customer.ID(rawValue: 1)) }
        #expect(!steps.isEmpty)
        for step in steps where step.hasPrefix("SCAN") { Issue.record("\(step)") }
    }

    @Test("Whose a contact is, is found without going through reports, notes or drafts of others")
    func contacts() throws {
        let steps = try steps {
            _ = try $0.contacts(of: Customer.ID(rawValue: 1), from: .morning, to: .morning + 60)
        }
        #expect(!steps.isEmpty)
        for step in steps where step.hasPrefix("SCAN") && step != "SCAN written" { Issue.record("\(step)") }
    }

    @Test("The contact reports that wait are found, and counted, without those that were dealt with")
    func waitingReports() throws {
        let steps = try steps { _ = try $0.waitingReports() }
        #expect(!steps.isEmpty)
        for step in steps where step.hasPrefix("SCAN") && step != "SCAN waiting_reports" { Issue.record("\(step)") }
        let counting = try self.steps { _ = try $0.waitingReportCount() }
        #expect(counting == ["SCAN waiting_reports"])
    }

    @Test("Of the mails that were sent no more are read than are shown")
    func latestSent() throws {
        let steps = try steps { _ = try $0.mails(latestSent: 100) }
        #expect(steps.count == 1 && steps[0].contains("outbox_handed_over"), "\(steps)")
    }

    @Test("A report stops waiting when it is recorded or given back, and the count is that of the list")
    func count() throws {
        let ada = Customer.ID(rawValue: 1)
        let ids = try register.write { writer in
            try (1...3).map { _ in try writer.add(ContactReport.voicemail(for: ada)) }
        }
        #expect(try register.read { try $0.waitingReportCount() } == 3)
        try register.write { writer in
            let note = try writer.add(Note.other("recorded", for: ada))
            try writer.mark(ids[0], recordedAs: note, by: .ann, at: .morning)
            try writer.add(ReportReturn(reason: "x", by: .ann, at: .morning, of: ids[1]), of: ids[1])
        }
        #expect(try register.read { try $0.waitingReportCount() } == 1)
        #expect(try register.read { try $0.waitingReports().map(\.id) } == [ids[2]])
    }
}
