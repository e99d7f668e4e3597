import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Days that guides ask for and tell")
struct GuideDaysTests {
    private func begun(_ words: String, _ office: Office) throws -> Operator {
        let person = try Operator.atRecord(office)
        person.press(.character("g"))
        person.type(words)
        person.press(.enter)
        return person
    }

    @Test("A call back is due from the e-mail that asked for it, and no time is told that the guide cannot know (C4)")
    func callBack() throws {
        var office = Office(access: .manager)
        office.now = at("2026-03-03T15:30")
        let person = try begun("being there as", office)
        person.press(.character("1"))
        #expect(person.sees("Did you reach the customer?"))
        #expect(person.sees("3 business hours after the e-mail came"))
        #expect(person.doesNotSee("Due: ") && person.doesNotSee("10:30"))
    }

    @Test("A one-off variation is approved for no day that is past, or that the plan does not see (R11)")
    func variation() throws {
        let person = try begun("one exception", Office(access: .delegate))
        person.press(.character("1"))
        person.type("An assessment in person\n")
        person.press(.character("2"), .character("a"), .enter, .character("1"), .character("1"))
        #expect(person.sees("On which day?"))
        person.type("2/3/2026\n")
        #expect(person.sees("Monday 2 March 2026 is before today, Tuesday 3 March 2026."))
        person.press(.backspace, times: 10)
        person.type("2/8/2026\n")
        #expect(person.sees("Sunday 2 August 2026 is after the plan's last day, Saturday 1 August 2026."))
        person.press(.backspace, times: 10)
        person.type("1/8/2026\n")
        #expect(person.sees("Enter the variation"))
    }

    @Test("Guides to go on with bear the names that the list of guides gives them")
    func goOnWith() throws {
        let person = try begun("health check", Office(access: .manager))
        person.press(.character("a"), .enter, .character("1"), .enter, .character("2"))
        if person.sees("Is the customer in custody?") { person.press(.character("2")) }
        #expect(person.sees("Next check in two weeks"))
        #expect(person.sees("Regular contact by the OMC") && person.doesNotSee("Omc contact"))
    }

    @Test("What is due on a day of no work says why, and the last working day before it")
    func offDay() throws {
        var office = Office(access: .manager)
        office.now = at("2026-12-11T10:00")
        let person = try begun("health check", office)
        person.press(.character("a"), .enter, .character("1"), .enter, .character("2"))
        if person.sees("Is the customer in custody?") { person.press(.character("2")) }
        #expect(
            person.sees("by Friday 25 December (Christmas Day; last working day before: Thursday 24 December 2026)"))
    }

    @Test("A run that waits stands above the procedure that it follows, so that Enter goes on with it")
    func runFirst() throws {
        let office = Office(access: .manager)
        let first = try Operator.atRecord(office)
        first.press(.character("v"), .character("1"))
        let person = try Operator.atRecord(office)
        person.press(.character("g"))
        person.type("a customer visits a service")
        #expect(person.row(with: "> ").contains("Go on: A customer visits"))
        person.press(.enter)
        #expect(person.sees("Who is at the counter?"))
        #expect(office.store.contents.guideRuns.count == 1)
    }
}
