import Casework
import TestSupport
import Testing

@Suite("Reminders of a review")
struct ReviewReminderTests {
    private func days(_ plan: Plan, after notes: [Note] = []) throws -> [String] {
        try plan.reviewReminders(after: notes, by: BusinessCalendar()).map(\.day.description)
    }

    /// A note that was written at noon of `day`.
    private func note(_ day: String, _ type: String = "review-recommendation") -> Note {
        Note(
            id: Note.ID(rawValue: 1), customer: Customer.ID(rawValue: 1), plan: nil,
            content: NoteContent(type: NoteType.ID(rawValue: type), fields: [:]), author: .manager,
            writtenAt: at("\(day)T12:00"),
            recordedBy: .manager, recordedAt: at("\(day)T12:00"))
    }

    @Test("A long-term plan is called to mind 28 days and 2 days before its end (V2)")
    func longTerm() throws {
        #expect(try days(.invented(to: "2026-08-01")) == ["2026-07-04", "2026-07-30"])
    }

    @Test("A recommendation recorded between them makes the second needless; an earlier or later one does not")
    func done() throws {
        let plan = Plan.invented(to: "2026-08-01")
        #expect(try days(plan, after: [note("2026-07-04")]) == ["2026-07-04"])
        #expect(try days(plan, after: [note("2026-07-30")]) == ["2026-07-04"])
        #expect(try days(plan, after: [note("2026-07-03"), note("2026-07-31")]) == ["2026-07-04", "2026-07-30"])
    }

    @Test("A recommendation that was removed, and a note of another type, leave the second as it was")
    func notDone() throws {
        var removed = note("2026-07-20")
        removed.removal = NoteRemoval(reason: .wrongCustomer, why: "x", by: .capt, at: at("2026-07-21T09:00"))
        #expect(
            try days(.invented(to: "2026-08-01"), after: [removed, note("2026-07-20", "other")])
                == ["2026-07-04", "2026-07-30"])
    }

    @Test("The day of a recommendation is that of the plan's state (P6)")
    func stateDay() throws {
        var late = note("2026-07-30")
        late.writtenAt = at("2026-07-31T01:30")
        #expect(try days(.invented(state: .wa, to: "2026-08-01"), after: [late]) == ["2026-07-04"])
        #expect(try days(.invented(to: "2026-08-01"), after: [late]) == ["2026-07-04", "2026-07-30"])
    }

    @Test("A provisional plan, a provider's and one that is not approved have none")
    func none() throws {
        #expect(try days(.invented(from: "2026-03-02", to: "2026-03-13")).isEmpty)
        #expect(try days(.invented(provider: true)).isEmpty)
        #expect(try days(.invented(status: .submitted)).isEmpty)
    }

    @Test("A reminder on a day of no work names the last working day before it (P5)")
    func offDays() throws {
        let reminders = try Plan.invented(from: "2026-07-24", to: "2027-01-23")
            .reviewReminders(after: [], by: BusinessCalendar())
        #expect(reminders.first?.day == day("2026-12-26"))
        #expect(reminders.first?.offDay?.holiday == "Boxing Day")
        #expect(reminders.first?.offDay?.lastWorkingDayBefore == day("2026-12-24"))
        #expect(reminders.last?.offDay == nil)
    }

    @Test("A plan shorter than 28 days has the second alone")
    func short() throws {
        #expect(try days(.invented(from: "2026-03-02", to: "2026-03-20")) == ["2026-03-18"])
    }
}
