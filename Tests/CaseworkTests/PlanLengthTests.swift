import Casework
import TestSupport
import Testing

@Suite("How long a plan runs (P5)")
struct PlanLengthTests {
    private func length(from start: String, to end: String) -> PlanLength {
        Plan.invented(from: start, to: end).length(by: BusinessCalendar())
    }

    @Test("Business days are counted without regard to holidays; working days leave those out that are named")
    func counted() {
        let easter = length(from: "2026-03-30", to: "2026-04-10")
        #expect(easter.businessDays == 10 && easter.workingDays == 8)
        #expect(easter.holidays.map(\.name) == ["Good Friday", "Easter Monday"])
        #expect(easter.words.hasSuffix("8 working days, without Good Friday 3 April, Easter Monday 6 April"))
        #expect(easter.warnings.isEmpty)
    }

    @Test("An end on a public holiday is warned of, and holidays in the 28 days of a review")
    func warned() {
        let words = length(from: "2026-07-24", to: "2027-01-01").warnings.map(\.words)
        #expect(words.first == "The plan ends on a public holiday: New Year's Day.")
        #expect(
            words.contains { $0.hasPrefix("The 28 days of the review hold: Christmas Day 25 December") }, "\(words)")
    }

    @Test("Where holidays are not proclaimed yet, working days are not told, and it is said")
    func unknown() {
        let far = length(from: "2026-07-24", to: "2099-01-01")
        #expect(far.workingDays == nil && far.businessDays > 1_000)
        #expect(far.warnings.map(\.words).count == 1)
        #expect(far.words.hasSuffix("as the incident system counts"))
    }
}
