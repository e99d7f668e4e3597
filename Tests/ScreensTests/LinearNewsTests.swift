import Casework
import Procedures
import Terminal
import TestSupport
import Testing

@testable import Screens

/// What is left out is taken for what was said before: nothing of another person, verdict or step may be.
@Suite("What the linear face says again, and what it leaves out")
struct LinearNewsTests {
    private func atOther(_ office: Office = Office(access: .manager)) throws -> LinearListener {
        let person = try LinearListener(office)
        let place = try #require(NoteType.catalogue.firstIndex { $0.id == NoteType.other.id })
        person.answers("nguyen", "1", "", "n", "\(place + 1)")
        return person
    }

    @Test("The last look before saving says every line that was typed, and so does the note when one writes on")
    func lastLook() throws {
        let person = try atOther()
        person.answers("First line.", "Second line.", "Third line.", ".save")
        #expect(person.hears("Save this note?"))
        for line in ["First line.", "Second line.", "Third line."] { #expect(person.hears(line), "\(line)") }
        person.answers("back")
        for line in ["First line.", "Second line.", "Third line."] { #expect(person.hears(line), "\(line)") }
    }

    @Test("Another report is said whole, though another person's report had the same words")
    func anotherReport() throws {
        let store = MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays])
        for customer in [Customer.mai, .ada] {
            _ = try store.desk(.none).save(.contact, for: customer.id, at: at("2026-03-02T10:05"))
        }
        let person = try LinearListener(Office(store: store, access: .manager))
        person.answers("", "1", "2")
        #expect(person.hears("2) "))
        #expect(person.hears("Written by") && person.hears("Forms were given."))
        #expect(person.hears("Asked about a claim"))
    }

    @Test("The verdict of another channel is said whole, and below it no rule of the plan that was said already")
    func anotherChannel() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1")
        #expect(person.hears("Good: Face to face: In line until 12:00") && person.hears("Reach them"))
        #expect(person.hears("Face to face: Partially") && person.hears("Writing: Available"))
        person.answers("3")
        #expect(person.hears("Good: Writing: In line"))
        for words in ["Face to face: Partially", "Phone: ", "Writing: Available", "Reach them", "Plan: "] {
            #expect(!person.hears(words), "\(words)")
        }
        person.answers("again")
        #expect(person.hears("Reach them") && person.hears("Plan: "))
    }

    @Test("A rule that the verdict told before is said with its channel once the verdict is another's")
    func ruleOfChannelLeft() throws {
        let plan = Plan.invented(faceToFace: .partial([.only(.omc)]), phone: .partial([.only(.omc)]))
        let person = try LinearListener(Office(store: MemoryStore(customers: [.mai], plans: [plan])))
        person.answers("nguyen", "1")
        #expect(person.hears("Phone: terms: ") && !person.hears("Face to face: terms: "))
        person.answers("2")
        #expect(person.hears("Phone: ") && person.hears("Face to face: terms: "))
        person.answers("3")
        #expect(person.hears("Phone: terms: ") && !person.hears("Face to face: terms: "))
        #expect(!person.hears("Reach them"))
    }

    @Test("Each step of a guide says who does it, though the step before was done by the same")
    func sameRole() throws {
        let content = try SampleContent(["same": Self.sameRole])
        var office = Office()
        office.procedures = content.library
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "guides", "Same role", "1")
        #expect(person.hears("Who does this: Team leader"))
        for question in ["Second thing?", "Third thing?"] {
            person.answers("1")
            #expect(person.hears(question) && person.hears("Who does this: Team leader") && person.hears("1) Yes"))
        }
    }

    private static let sameRole = """
        id: same
        title: Same role
        purpose: For tests.
        group: danger
        version: "1"
        source: {number: 1-2, title: A document, date: 2025-11-18}
        start: one
        nodes:
          one: {title: One, ask: First thing?, role: Team leader, source: RSP T2.5, then: {yes: two, no: two}}
          two: {title: Two, ask: Second thing?, role: Team leader, source: RSP T2.5, then: {yes: three, no: three}}
          three: {title: Three, ask: Third thing?, role: Team leader, source: RSP T2.5, then: {yes: over, no: over}}
        outcomes:
          over: {title: Over, tone: done, do: [Rest.], note: none, source: RSP T2.5}
        examples:
          - {title: Any, answers: {one: yes, two: no, three: no}, outcome: over}
        """

    @Test("What stands of a text is said once a line of it was taken back, and that nothing is left")
    func undo() throws {
        let person = try atOther()
        person.answers("First line.", "Second line.", ".undo")
        #expect(person.hears("First line.") && !person.hears("Second line."))
        person.answers(".undo")
        #expect(person.hears("Empty"))
        person.answers(".undo")
        #expect(person.hears("Nothing changed."))
    }

    @Test("A line of a note that is a command's word is kept as text, and the dot that makes it a command is told")
    func commandInNote() throws {
        let office = Office(access: .manager)
        let person = try atOther(office)
        person.answers("emergency")
        #expect(person.hears("Taken as text. For the command, type .emergency"))
        person.answers(".sav")
        #expect(person.hears("Taken as text: '.sav' is no command here"))
        person.answers("3")
        #expect(!person.hears("Taken as text"))
        person.answers(".save", "save")
        #expect(office.store.contents.notes.first?.content.fields["content"] == "emergency\n.sav\n3")
    }

    @Test("Space is not offered where numbers tick, and a line of a space alone ticks rather than going on")
    func space() throws {
        let content = try SampleContent()
        var office = Office()
        office.procedures = content.library
        let person = try LinearListener(office)
        person.answers(".emergency")
        #expect(!person.hears("Space: Tick"))
        person.answers(" ")
        #expect(person.hears("done, 11:15"))
        #expect(!person.hears("What did you see?"))
    }

    @Test("Where one moves along time, the words for it are offered", arguments: ["d", "6"])
    func alongTime(place: String) throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", "", place)
        let week = ("left: Week before", "right: Week after")
        let (earlier, later) = place == "d" ? week : ("left: Earlier", "right: Later")
        #expect(person.hears(earlier) && person.hears(later) && person.hears("home: "))
        #expect(!person.hears("up: ") && !person.hears("page down"))
        person.answers("left")
        #expect(!person.heard.isEmpty && !person.hears("Nothing changed."))
    }

    @Test("The help in lines begins with how lines are answered, and names no key for eyes or hands that is none here")
    func help() throws {
        let person = try LinearListener()
        person.answers(".help")
        #expect(person.hears("How lines are answered") && person.hears("A dot alone"))
        #expect(person.hears(".emergency: ") && person.hears(".again: "))
        for words in ["Ctrl-G", "PgUp", "F9", "Shapes", "The mouse works"] { #expect(!person.hears(words), "\(words)") }
        person.answers(".back", "nguyen", "1", "", "help")
        #expect(person.hears("w: Warning: ") && !person.hears(".emergency: "))
    }

    @Test("Whoever sits at a terminal is told that a digit answers at once; a script is not")
    func greeting() throws {
        for isTerminal in [true, false] {
            let console = MemoryConsole(isTerminal: isTerminal)
            LinearFace(
                console: console, services: try Office().services { at("2026-03-03T11:15") }, root: Lookup()
            ).run()
            #expect(console.said.contains { $0.contains("a digit answers at once") } == isTerminal)
        }
    }
}
