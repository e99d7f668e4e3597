import Casework
import TestSupport
import Testing

@testable import Screens

@Suite("A guide in lines")
struct LinearGuideTests {
    @Test("Tasks, several answers, words, a day, a number, a procedure inside and a wait are led through in lines")
    func everyKind() throws {
        let content = try SampleContent()
        var office = Office()
        office.procedures = content.library

        let first = try LinearListener(office)
        first.answers(".emergency")
        #expect(first.hears("Get safe") && first.hears("Who does this: Employee Responsible"))
        #expect(first.hears("Struck out in the released text: where the alarm is; your manager knows it."))
        #expect(first.hears("1) Step back and keep a way out, and leave your belongings where they are., to do (sel"))
        #expect(first.hears("2) Call 000., Who: All staff, Say: Say where you are., Due: at once, to do"))
        first.answers("2")
        #expect(first.hears("2) Call 000., Who: All staff, Say: Say where you are., Due: at once, done, 11:15"))
        first.answers("go on")
        #expect(first.hears("Safety: 1 of 2 done."))
        #expect(first.hears("What did you see?") && first.hears("1) A knife, to do"))
        first.answers("3", "go on")
        #expect(first.hears("What is reported") && first.hears("What did they shout?"))
        first.answers("Give me 2 minutes", "")
        #expect(first.hears("On which day?"))
        first.answers("yesterday", "")
        #expect(first.hears("Type a day, such as 4/3/2026"))
        first.answers("2 mar 2026", "")
        #expect(first.hears("How many heard it?"))
        first.answers("3", "")
        #expect(first.hears("It is reported") && first.hears("1. Say thanks."))
        first.answers("")
        #expect(first.hears("The police"))
        #expect(first.hears("1) Wait, and leave, Come back by Thursday 5 March. (selected)"))
        first.answers("1")
        #expect(first.hears("Done: Kept. Come back by Thursday 5 March."))

        office.now = at("2026-03-05T09:00")
        let second = try LinearListener(office)
        #expect(second.hears("Emergency steps") && second.hears("The wait is over"))
        second.answers("1")
        #expect(second.hears("2) Go on now, The wait is over. (selected)"))
        second.answers("2")
        #expect(second.hears("It is over"))
        second.answers("done")
        #expect(second.hears("Done: Kept with its times."))
        let run = try #require(office.store.contents.guideRuns.first)
        #expect(run.end?.title == "It is over")
        #expect(
            run.answers.map(\.value) == ["call", "shouting", "Give me 2 minutes", "2026-03-02", "3", "done"])
    }

    @Test("What is decided otherwise than the record is chosen by its number, whatever reason is typed")
    func overrule() throws {
        let plan = Plan.invented(faceToFace: .full)
        let person = try LinearListener(Office(store: MemoryStore(customers: [.mai], plans: [plan])))
        person.answers("nguyen", "1", "", "v", "1", "1", "o")
        #expect(person.hears("the record says Restricted.") && person.hears("You decide:"))
        #expect(person.hears("1) Available (selected)") && person.hears("2) Partially"))
        #expect(!person.hears("Up and Down"))
        person.answers("2")
        #expect(person.hears("2) Partially (selected)") && !person.hears("Your reason: 2"))
        person.answers("The approver rang")
        #expect(person.hears("Your reason: The approver rang"))
        person.answers("1", "")
        #expect(person.hears("Would the customer like to deal with the One Main Contact"))
    }

    @Test("For a contact in writing Enter on the record is called after the guide that it opens")
    func workItem() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", "3", "")
        #expect(person.hears("Enter: Guide the work item") && !person.hears("Guide the visit"))
        person.answers("")
        #expect(person.hears("work item"))
    }

    @Test("Where a procedure inside drafts a note too, both are written in turn")
    func notesInTurn() throws {
        let content = try SampleContent()
        var office = Office()
        office.procedures = content.library
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "guides", "Emergency steps", "1", "go on", "3", "go on", "Give it", "")
        person.answers("2 mar 2026", "", "3", "", "", "2")
        #expect(person.hears("Enter writes 2 notes, one after the other: Other; Letter delivery."))
        person.answers("")
        #expect(person.hears("Note: Other (1 more after it)") && person.hears("Seen: Shouting."))
        #expect(office.store.contents.drafts.map(\.content.type.rawValue).sorted() == ["letter-delivery", "other"])
        person.answers(".", ".save", "")
        #expect(person.hears("is saved"))
        #expect(person.hears("MSP Desk: Note: Letter delivery") && person.hears("Told to 3 people."))
        #expect(office.store.contents.drafts.map(\.content.type.rawValue) == ["letter-delivery"])
    }
}
