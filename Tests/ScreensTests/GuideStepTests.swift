import Casework
import Foundation
import Procedures
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Steps of every kind in the guide")
struct GuideStepTests {
    private func office(_ content: SampleContent) -> Office {
        var office = Office()
        office.procedures = content.library
        return office
    }

    private func begun(_ width: Int = 80, _ height: Int = 24, check: (Operator, Office) throws -> Void) throws {
        let content = try SampleContent()
        let office = office(content)
        let person = try Operator(office, width: width, height: height)
        person.press(.function(8))
        try check(person, office)
    }

    @Test("Who does a step, what is struck out, and by when stand beside it; digits tick, with the time")
    func tasks() throws {
        try begun { person, office in
            #expect(person.sees("Who does this: Employee Responsible"))
            #expect(person.sees("Struck out in the released text: where the alarm is; your manager knows it."))
            #expect(person.screen.joined().ranges(of: "truck out").count == 1, "it is said once")
            #expect(person.sees("was not released"))
            #expect(
                person.sees("Who: All staff") && person.sees("Due: at once") && person.sees("Say: Say where you are."))
            #expect(person.sees("[ ] Step back"))
            person.press(.character("1"))
            #expect(person.row(with: "Step back").contains("[x]"))
            #expect(person.row(with: "Step back").contains("11:15"))
            person.waits(.seconds(120))
            person.press(.down, .character(" "))
            #expect(person.row(with: "Call 000").contains("11:17"))
            person.press(.character("1"))
            #expect(person.row(with: "Step back").contains("[ ]"))
            let run = try #require(office.store.contents.guideRuns.first)
            #expect(run.pending.map(\.value) == ["call"])
            #expect(run.customer == nil)
        }
    }

    @Test("What is long is never cut short, at 40 by 12 too, and the chosen row stays in sight")
    func small() throws {
        try begun(40, 12) { person, _ in
            person.press(.down)
            #expect(person.sees("Call 000."))
            person.press(.up)
            #expect(person.sees("Step back and keep a way out"))
            #expect(!person.sees("belongings wh~"))
        }
    }

    @Test("Several answers, a number, a wait: each leads on, and what is typed wrongly says what is meant")
    func wait() throws {
        try begun { person, office in
            person.press(.character("a"), .enter)
            #expect(person.sees("What did you see?"))
            person.press(.character("1"), .enter)
            #expect(person.sees("How many people?"))
            person.type("two")
            person.press(.enter)
            #expect(person.sees("Type a number"))
            person.press(.backspace, .backspace, .backspace)
            person.type("2")
            person.press(.enter)
            #expect(person.sees("Come back by Thursday 5 March"))
            person.press(.enter)
            #expect(person.row(with: "MSP Desk").contains("Find a person"))
            #expect(person.sees("Kept. Come back by Thursday 5 March."))
            #expect(person.doesNotSee("Go on with guide"))
            let run = try #require(office.store.contents.guideRuns.first)
            #expect(run.heldUntil == at("2026-03-05T00:00"))
            #expect(run.answers.map(\.node) == ["safe", "seen", "count"])
            #expect(run.answers.allSatisfy { $0.at != nil && $0.by == .counter })
        }
    }

    @Test("When its time has come, a wait stands on the start screen and is gone on with by its own text")
    func resumed() throws {
        let content = try SampleContent()
        var office = office(content)
        let first = try Operator(office)
        first.press(.function(8), .enter, .character("1"), .enter)
        first.type("2")
        first.press(.enter, .enter)
        office.now = at("2026-03-05T09:00")
        try "broken".write(toFile: "\(content.path)/emergency.yaml", atomically: true, encoding: .utf8)
        let second = try Operator(office)
        #expect(second.sees("Emergency steps") && second.sees("The wait is over, at: Waiting"))
        second.press(.enter)
        #expect(second.row(with: "Go on now").hasPrefix("> 2") && second.sees("The wait is over."))
        second.press(.enter)
        #expect(second.sees("It is over"))
        #expect(second.sees("Report: 2 business days, by Monday 9 March"))
        #expect(office.audited(.guided) == ["emergency gone on with"])
        second.press(.enter)
        #expect(office.audited(.guided).last == "emergency to over")
        #expect(office.store.contents.guideRuns.first?.end?.title == "It is over")
    }

    @Test("A day is typed as people write it; words are text, also where a letter is a key elsewhere")
    func typed() throws {
        try begun { person, office in
            person.press(.enter, .character("2"), .enter)
            person.type("4 mar 2026")
            person.press(.enter)
            #expect(person.sees("What was said?"))
            person.press(.enter)
            #expect(person.sees("this step needs words"))
            person.type("poor op")
            person.press(.enter)
            #expect(person.sees("It is over"))
            let run = try #require(office.store.contents.guideRuns.first)
            #expect(run.answers.last?.value == "poor op")
            #expect(run.answers.first { $0.node == "day" }?.value == "2026-03-04")
        }
    }

    @Test("The way so far stands beside the step where there is room, and one key away elsewhere")
    func path() throws {
        try begun(120, 40) { person, _ in
            person.press(.character("1"), .enter)
            #expect(person.sees("So far"))
            #expect(person.sees("11:15 Step back") && person.sees("not done: Call 000"))
        }
        try begun { person, _ in
            person.press(.character("1"), .enter, .character("p"))
            #expect(person.sees("not done: Call 000"))
            #expect(person.doesNotSee("A knife"))
            #expect(person.sees("Esc Close"))
            person.press(.escape)
            #expect(person.sees("A knife"))
            // In a larger window it stands beside the step, and hides it no more.
            person.press(.character("p"))
            person.resize(120, 40)
            #expect(person.sees("A knife") && person.sees("So far"))
        }
    }

    @Test("Taking every answer and tick back forgets the run")
    func forgotten() throws {
        try begun { person, office in
            person.press(.character("1"), .enter)
            #expect(office.store.contents.guideRuns.count == 1)
            person.press(.escape)
            #expect(person.sees("[x] Step back"))
            person.press(.character("1"))
            #expect(office.store.contents.guideRuns.isEmpty)
        }
    }

    @Test("An administrator has the steps too, and nothing of them is kept")
    func administrator() throws {
        let content = try SampleContent()
        var office = office(content)
        office.access = .admin
        let person = try Operator(office)
        person.press(.function(8), .character("1"), .enter)
        #expect(person.sees("What did you see?"))
        #expect(office.store.contents.guideRuns.isEmpty && office.audited(.refused).isEmpty)
    }

    @Test("The note of steps without a record is written from the record's guides, once one knows whose it is")
    func attached() throws {
        let content = try SampleContent()
        let office = office(content)
        let person = try Operator(office)
        person.press(.function(8), .enter, .character("2"), .enter)
        person.type("4/3/2026")
        person.press(.enter)
        person.type("Loud")
        person.press(.enter, .enter)
        person.type("nguyen")
        person.press(.enter, .enter, .character("g"))
        #expect(person.sees("Emergency steps, without a record"))
        person.press(.down, .enter)
        #expect(person.sees("Were these steps about Mai NGUYEN"))
        person.press(.up, .down, .enter)
        #expect(person.sees("Were these steps about Mai NGUYEN"), "going elsewhere is no answer")
        #expect(office.store.contents.guideRuns.first?.customer == nil)
        person.press(.enter)
        #expect(person.sees("Seen: Somebody hurt. Said: Loud."))
        #expect(office.store.contents.guideRuns.first?.customer == Customer.mai.id)
        #expect(office.audited(.guided).last == "emergency found to be about this person")
    }

    @Test("The note of steps that were left unfinished tells what was ticked, and where; then the run waits no more")
    func attachedUnfinished() throws {
        let content = try SampleContent()
        let office = office(content)
        let danger = try Operator(office)
        danger.press(.function(8), .character("1"), .control("q"))
        #expect(office.store.contents.guideRuns.first?.pending.map(\.value) == ["away"])
        let person = try Operator.atRecord(office)
        person.press(.character("g"), .down, .enter, .enter)
        let trail = try #require(office.store.contents.drafts.first).content.trail
        #expect(trail.first?.contains("11:15 Step back and keep a way out") == true)
        #expect(trail.first?.contains("not done: Call 000") == true)
        #expect(trail.last == "Guide emergency, version 1: left at Safety")
        #expect(office.store.contents.guideRuns.first?.end?.title == "Left at Safety, and noted")
        let next = try Operator(office)
        #expect(next.doesNotSee("Go on with guide") && next.doesNotSee("at: Safety"))
    }

    @Test("A day or words that were begun and not gone on from stand in that note as they were typed")
    func attachedHalfTyped() throws {
        let content = try SampleContent()
        let office = office(content)
        let danger = try Operator(office)
        danger.press(.function(8), .enter, .character("2"), .enter)
        danger.type("4/3")
        danger.waits(.milliseconds(300))
        let person = try Operator.atRecord(office)
        person.press(.character("g"), .down, .enter, .enter)
        let trail = try #require(office.store.contents.drafts.first).content.trail
        #expect(trail.contains("Day: 4/3, typed and not gone on from (RSP T2.8)"))
    }

    private func ended(_ office: Office, people: String) throws -> Operator {
        let person = try Operator.atRecord(office)
        person.press(.character("g"))
        person.type("emergency")
        person.press(.enter, .enter, .character("3"), .enter)
        for words in ["Give it", "4/3/2026", people] {
            person.type(words)
            person.press(.enter)
        }
        person.press(.enter, .character("2"))
        return person
    }

    @Test("Where a procedure inside drafts a note too, both are written in turn, the outcome's own first")
    func notesInTurn() throws {
        let content = try SampleContent()
        let office = office(content)
        let person = try ended(office, people: "3")
        #expect(person.sees("Enter writes 2 notes, one after the other: Other; Letter delivery."))
        person.press(.enter)
        #expect(person.sees("Note: Other (1 more after it)") && person.sees("Seen: Shouting."))
        person.press(.control("s"), .enter)
        #expect(person.sees("is saved"))
        #expect(person.row(with: "MSP Desk").contains("Note: Letter delivery"))
        #expect(person.sees("Told to 3 people."))
        person.press(.control("s"), .enter)
        #expect(person.row(with: "MSP Desk").contains("Guides"))
        #expect(office.store.contents.drafts.isEmpty)
        let saved = office.store.contents.reports.map(\.content)
        #expect(saved.map(\.type.rawValue) == ["other", "letter-delivery"])
        #expect(saved[0].trail.count > saved[1].trail.count && saved[1].trail.first?.hasPrefix("Said: Give it") == true)
    }

    @Test("Every note of a run is a draft before the first is written: whoever stops or throws one away loses no other")
    func notesKept() throws {
        let content = try SampleContent()
        let office = office(content)
        let person = try ended(office, people: "3")
        person.press(.enter, .escape)
        #expect(person.sees("Kept as drafts, this and 1 after it"))
        #expect(office.store.contents.drafts.count == 2)
        let elsewhere = self.office(content)
        let other = try ended(elsewhere, people: "2")
        other.press(.enter, .control("d"), .character("y"))
        #expect(other.sees("thrown away") && other.row(with: "MSP Desk").contains("Note: Letter delivery"))
        #expect(elsewhere.store.contents.drafts.map(\.content.type.rawValue) == ["letter-delivery"])
    }

    @Test("A note of the same type is taken up into the outcome's: nobody writes the same twice")
    func noteTakenUp() throws {
        let content = try SampleContent()
        let person = try ended(office(content), people: "20")
        #expect(person.sees("Enter writes the note"))
        person.press(.enter)
        #expect(person.sees("Seen: Shouting.") && person.sees("Shouted: Give it."))
        #expect(person.doesNotSee("more after it"))
    }

    @Test("An outcome offers the procedures that come next, on the same record, and comes back")
    func next() throws {
        try begun { person, _ in
            person.press(.enter, .character("2"), .enter)
            person.type("4/3/2026")
            person.press(.enter)
            person.type("Loud")
            person.press(.enter)
            #expect(person.sees("Go on with"))
            person.press(.character("1"))
            #expect(person.sees("Get safe"))
            person.press(.escape)
            #expect(person.sees("It is over"))
        }
    }
}
