import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// A contact took place when it was made: going on with its guide later makes no other of it (C1, R4, N6).
@Suite("The guide of a contact that is gone on with later")
struct GuideGoneOnLaterTests {
    private let office = Office(access: .manager)

    /// The visit of Tuesday 11:15, left at its last question.
    private func left() throws -> Operator {
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"))
        #expect(person.sees("needed to finish this business?"))
        return person
    }

    private func goneOn(at now: String, _ access: Access = .manager, site: String = "Parramatta") throws -> Operator {
        var later = office
        (later.now, later.access, later.site) = (at(now), access, site)
        let person = try Operator.atRecord(later)
        person.press(.character("g"), .enter)
        return person
    }

    private var draft: NoteDraft? { office.store.contents.drafts.first }

    @Test(
        "Note, contact and mail tell of the day and verdict on which it was made, the trail agreeing",
        arguments: ["2026-03-03T12:03", "2026-03-04T15:20"])
    func made(later: String) throws {
        _ = try left()
        let person = try goneOn(at: later)
        #expect(person.screen.contains { $0.lowercased().contains("do not serve") }, "what holds now stands above")
        #expect(person.sees("CONTACT OF 3 March 2026 11:15"))
        person.press(.character("2"))
        #expect(person.sees("Help the customer here"))
        person.press(.enter)
        let draft = try #require(draft)
        #expect(draft.content.fields["time"] == "3 March 2026 11:15")
        #expect(draft.content.trail.contains { $0.contains("Visit in line with the plan: Yes") })
        #expect(draft.contact?.occurredAt == at("2026-03-03T11:15") && draft.contact?.verdict == .inLine)
        #expect(draft.contact?.plan == Plan.tuesdaysAndThursdays.id)
        #expect(draft.notify?.occurredAt == at("2026-03-03T11:15") && draft.notify?.verdict == .inLine)
    }

    @Test("Time that passes, and a step back, leave it the contact that it was; j makes it one of now")
    func anew() throws {
        _ = try left()
        let person = try goneOn(at: "2026-03-05T09:58")
        person.waits(.seconds(300))
        person.press(.escape, .character("1"))
        #expect(person.sees("CONTACT OF 3 March 2026 11:15") && person.sees("In line until 12:00"))
        person.press(.character("j"))
        #expect(person.doesNotSee("CONTACT OF"))
        person.press(.character("2"), .enter)
        let made = try #require(draft?.contact)
        #expect(made.occurredAt >= at("2026-03-05T10:00") && made.verdict == .inLine)
    }

    @Test("A contact that was judged anew on its way stays as it was judged last, on whatever day it is ended")
    func judgedOnTheWay() throws {
        try left().waits(.seconds(46 * 60))
        let person = try goneOn(at: "2026-03-05T10:30")
        #expect(person.sees("Not complying"))
        person.press(.enter)
        let made = try #require(draft?.contact)
        #expect(made.verdict == .notInLine && made.refused)
        #expect(made.occurredAt >= at("2026-03-03T12:00") && made.occurredAt < at("2026-03-03T12:02"))
    }

    @Test("Whoever ends it elsewhere enters it where it was made, by whoever made it")
    func byAnother() throws {
        _ = try left()
        let person = try goneOn(at: "2026-03-04T15:20", .delegate, site: "Penrith")
        person.press(.character("2"), .enter)
        let draft = try #require(draft)
        #expect(draft.author == .delegate && draft.contact?.staff == .manager)
        #expect(draft.contact?.site == "Parramatta" && draft.notify?.site == "Parramatta")
    }

    @Test("A plan that ended meanwhile is still the one under which the contact was made")
    func planEnded() throws {
        office.store.contents.plans[0].end = day("2026-03-03")
        _ = try left()
        let person = try goneOn(at: "2026-03-04T10:00")
        #expect(person.sees("No plan in force: serve as usual"))
        person.press(.character("2"), .enter)
        #expect(draft?.contact?.plan == Plan.tuesdaysAndThursdays.id && draft?.contact?.verdict == .inLine)
        #expect(draft?.notify?.plan == Plan.tuesdaysAndThursdays.id)
    }

    @Test("Of a run kept by an earlier version the contact is taken to be of its beginning")
    func keptEarlier() throws {
        _ = try left()
        office.store.contents.guideRuns[0].contact = nil
        try goneOn(at: "2026-03-04T15:20").press(.character("2"), .enter)
        #expect(draft?.contact?.occurredAt == at("2026-03-03T11:15") && draft?.contact?.verdict == .inLine)
    }
}
