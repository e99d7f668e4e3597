import Casework
import TestSupport
import Testing

@Suite("Reminders of a review")
struct ReviewReminderTests {
    private func days(_ plan: Plan, reviewed: String...) -> [String] {
        plan.reviewReminders(reviewedOn: reviewed.map { day($0) }, by: BusinessCalendar()).map(\.day.description)
    }

    @Test("A long-term plan is called to mind 28 days and 2 days before its end (V2)")
    func longTerm() {
        #expect(days(.invented(to: "2026-08-01")) == ["2026-07-04", "2026-07-30"])
    }

    @Test("A recommendation recorded between them makes the second needless; an earlier or later one does not")
    func done() {
        let plan = Plan.invented(to: "2026-08-01")
        #expect(days(plan, reviewed: "2026-07-04") == ["2026-07-04"])
        #expect(days(plan, reviewed: "2026-07-30") == ["2026-07-04"])
        #expect(days(plan, reviewed: "2026-07-03", "2026-07-31") == ["2026-07-04", "2026-07-30"])
    }

    @Test("A provisional plan, a provider's and one that is not approved have none")
    func none() {
        #expect(days(.invented(from: "2026-03-02", to: "2026-03-13")).isEmpty)
        #expect(days(.invented(provider: true)).isEmpty)
        #expect(days(.invented(status: .submitted)).isEmpty)
    }

    @Test("A reminder on a day of no work names the last working day before it (P5)")
    func offDays() {
        let reminders = Plan.invented(from: "2026-07-24", to: "2027-01-23")
            .reviewReminders(reviewedOn: [], by: BusinessCalendar())
        #expect(reminders.first?.day == day("2026-12-26"))
        #expect(reminders.first?.offDay?.holiday == "Boxing Day")
        #expect(reminders.first?.offDay?.lastWorkingDayBefore == day("2026-12-24"))
        #expect(reminders.last?.offDay == nil)
    }

    @Test("A plan shorter than 28 days has the second alone")
    func short() {
        #expect(days(.invented(from: "2026-03-02", to: "2026-03-20")) == ["2026-03-18"])
    }
}
