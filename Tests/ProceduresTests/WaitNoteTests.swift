import Casework
import Procedures
import TestSupport
import Testing

@Suite("Notes of what was done before a wait")
struct WaitNoteTests {
    /// ``everyKind`` as it waits after the procedure inside, whose note has type `type`.
    private func waiting(_ type: String = "other") throws -> Procedure {
        try Procedure(
            .init(rawValue: "every-kind"),
            texts: [
                .init(rawValue: "every-kind"): everyKind.replacing("{helped: words,", with: "{helped: wait,"),
                .init(rawValue: "inner"): inner.replacing(
                    "{type: other, fields: {content: \"{answer:urgent}\"}}",
                    with: "{type: \(type), fields: {content: \"{time}: {answer:urgent}\"}}"),
            ])
    }

    private let helped = [
        Answer("prepare", "all", at: at("2026-03-03T10:05"), ticks: ["read": at("2026-03-03T10:04")]),
        Answer("call", "yes", at: at("2026-03-03T10:06")), Answer("topics", "health", at: at("2026-03-03T10:07")),
        Answer("helper/urgent", "yes", at: at("2026-03-03T10:10")),
    ]
    private let weekLater = [
        Answer("wait", "done", at: at("2026-03-10T14:00")), Answer("call#2", "yes", at: at("2026-03-10T14:01")),
        Answer("topics#2", "none", at: at("2026-03-10T14:02")), Answer("words", "", at: at("2026-03-10T14:03")),
    ]

    private func words(at now: String) -> ContactWords {
        let sydney = zone("Australia/Sydney")
        return ContactWords(
            time: sydney.stamp(at(now)), clock: WorkClock(sydney),
            limits: (Schedule(calendar: BusinessCalendar(), state: .nsw, zone: sydney), from: at(now)))
    }

    @Test("A wait drafts the notes of what ended before it, once, and whom they tell is told once")
    func notedBeforeWait() throws {
        let procedure = try waiting()
        let run = try procedure.run(facts: facts(""), answers: helped)
        #expect(run.awaiting?.name == "wait" && run.drafts(for: words(at: "2026-03-03T10:10")).isEmpty)
        let before = run.draftsBeforeWait(for: words(at: "2026-03-03T10:10"))
        #expect(before.map(\.fields) == [["content": "3 March 2026 10:10: Yes"]])
        #expect(before.first?.trail == ["Urgent: Yes (PRA T1.1)", "Guide every-kind, version 1: Helped"])
        #expect(run.notified == [.omc])
        let after = try procedure.run(facts: facts(""), answers: run.noted(helped) + weekLater)
        #expect(after.outcome?.id.rawValue == "done" && after.notified == [])
        let drafts = after.drafts(for: words(at: "2026-03-10T14:03"))
        #expect(drafts.count == 1 && drafts.first?.fields["content"]?.contains("10:10") == false)
        #expect(after.draftsBeforeWait(for: words(at: "2026-03-10T14:03")).isEmpty)
    }

    @Test("What ended on an earlier day is noted with its own time, and its ticks and its end with their day (N5)")
    func earlierDay() throws {
        let run = try waiting("ps-case").run(facts: facts(""), answers: helped + weekLater)
        let notes = run.drafts(for: words(at: "2026-03-10T14:03"))
        #expect(notes.map(\.type.rawValue) == ["other", "ps-case"])
        #expect(notes.last?.fields == ["content": "3 March 2026 10:10: Yes"])
        #expect(notes.last?.trail.last == "Guide every-kind, version 1: Helped, 3 March 2026 10:10")
        #expect(notes.first?.trail.first?.hasPrefix("Preparation: 3 March 2026 10:04 Read the plan") == true)
        #expect(notes.first?.trail.last == "Guide every-kind, version 1: Done")
    }
}
