import Casework
import TestSupport
import Testing

@Suite("The reason that a judgement gives (R3–R5)")
struct JudgeWordsTests {
    private func judged(_ plan: Plan, _ attempt: ContactAttempt, after history: [Contact] = []) throws -> Judgement {
        let site = attempt.site.flatMap { name in Site.invented.first { $0.isNamed(name) } }
        return try [plan].judge(attempt, history: history, site: site, calendar: BusinessCalendar())
    }

    private func because(_ plan: Plan, _ attempt: ContactAttempt, after history: [Contact] = []) throws -> String {
        try judged(plan, attempt, after: history).because
    }

    static let monday = "2026-03-02T10:00"
    static let tuesday = "2026-03-03T10:10"

    // MARK: A full phone restriction

    @Test("A full phone restriction tells whether it covers the OMC's number, and how to reach one whom it leaves (R3)")
    func fullPhone() throws {
        let leftOpen = Restriction(level: .full, note: "No phone contact.", includesOmc: false)
        let zone = try because(.invented(phone: leftOpen), .call(Self.monday))
        #expect(zone.contains("may call the OMC or PSSO: Triage line 1800 312 004, option 2."))
        let ps = try because(.invented(phone: leftOpen, management: .ps), .call(Self.monday))
        #expect(ps.contains("option 1."))
        let covered = try because(.invented(phone: .full), .call(Self.monday))
        #expect(covered == "Full phone restriction: no number, the OMC's or PSSO's included.")
    }
}
