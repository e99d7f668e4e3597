import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// Keys that act without Enter where lines are answered.
@Suite("Esc and the function keys in lines")
struct LinearKeyTests {
    private func atQuestion(_ office: Office) throws -> LinearListener {
        let person = try LinearListener(office)
        let place = try #require(NoteType.catalogue.firstIndex { $0.id == NoteType.other.id })
        person.answers("nguyen", "1", "", "n", "\(place + 1)", "A line.", ".save")
        #expect(person.hears("Save this note?"))
        return person
    }

    @Test("Esc at the last question goes on writing, and the Enter after it saves nothing")
    func escape() throws {
        let office = Office(access: .manager)
        let person = try atQuestion(office)
        person.presses(.escape)
        #expect(person.hears("A line.") && !person.hears("Save this note?"))
        person.pressesEnter(after: "Esc")
        #expect(person.hears("Esc had answered already"))
        #expect(office.store.contents.notes.isEmpty)
    }

    @Test("F8 opens the emergency steps and F1 the help; a line half typed in a note is kept")
    func functionKeys() throws {
        let office = Office(access: .manager)
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "n", "1")
        person.presses(.function(8), after: "Half a line")
        #expect(person.heard.contains { $0.contains("MSP Desk: ") } && !person.hears("Note: "))
        person.answers("back")
        #expect(person.hears("Half a line"))
        person.presses(.function(1))
        #expect(person.hears("MSP Desk: Help: "))
        person.presses(.escape)
        #expect(person.hears("MSP Desk: Note: "))
    }

    @Test("A key that means nothing in lines is told of, and so is one that is not known")
    func unknown() throws {
        let person = try LinearListener()
        person.presses(.up)
        #expect(person.hears("Up does nothing here"))
        person.presses(nil)
        #expect(person.hears("That key does nothing here"))
        person.presses(.function(5))
        #expect(person.hears("F5 does nothing here"))
    }

    @Test("After a digit that answered at once, a late Enter alone does not answer the next question")
    func lateEnter() throws {
        let office = Office()
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "2")
        person.pressesEnter(after: "2")
        #expect(person.hears("2 had answered already, without Enter."))
        #expect(office.audited(.warningAcknowledged).isEmpty)
        person.answers("")
        #expect(office.audited(.warningAcknowledged).count == 1)
    }

    @Test("Help in danger opens over a locked screen; any other key says the screen again first")
    func locked() throws {
        var office = Office()
        office.setup.configuration.blanking = .minutes(1)
        let person = try LinearListener(office)
        person.answers("nguyen", "1")
        person.waits(.seconds(61))
        person.presses(.escape)
        #expect(person.hears("MSP Desk: Warning"))
        person.waits(.seconds(61))
        person.presses(.function(8))
        #expect(!person.hears("MSP Desk: Warning") && person.hears("MSP Desk: "))
    }
}
