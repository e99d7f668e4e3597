import Casework
import TestSupport
import Testing

@Suite("The hours of the Triage line")
struct TriageHoursTests {
    @Test(
        "It is open from 8:30 to 16:30 on weekdays, by the clock of the plan",
        arguments: [
            ("2026-03-03T08:29", false), ("2026-03-03T08:30", true), ("2026-03-03T16:29", true),
            ("2026-03-03T16:30", false), ("2026-03-07T12:00", false), ("2026-03-08T12:00", false),
        ])
    func hours(now: String, isOpen: Bool) throws {
        #expect(TriageHours.isOpen(at: at(now), in: zone("Australia/Sydney")) == isOpen)
    }

    @Test(
        "It changes at its next opening or closing, over a weekend and over a change of clocks",
        arguments: [
            ("2026-03-03T08:29", "2026-03-03T08:30"), ("2026-03-03T08:30", "2026-03-03T16:30"),
            ("2026-03-06T16:30", "2026-03-09T08:30"), ("2026-04-03T17:00", "2026-04-06T08:30"),
        ])
    func change(now: String, then: String) throws {
        #expect(TriageHours.change(after: at(now), in: zone("Australia/Sydney")) == at(then))
    }
}
