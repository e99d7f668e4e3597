import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The help")
struct HelpTests {
    @Test("F1 opens it from a text field, from a question and from the commands, and Esc comes back")
    func fromAnywhere() throws {
        for place in [Place.results, .note, .save, .overruling, .givingBack, .palette, .week, .outbox, .doctor] {
            let person = try place.reached(width: 80, height: 24)
            let before = person.screen
            person.press(.function(1))
            #expect(person.row(with: "MSP Desk").contains("Help: "), "\(place)")
            person.press(.escape)
            #expect(person.screen == before, "\(place)")
        }
    }

    @Test("Typing narrows it to the keys and texts that hold every word; Esc shows all again")
    func search() throws {
        let person = try Place.help.reached(width: 80, height: 40)
        person.type("week")
        #expect(person.row(with: "Week").contains("d"))
        #expect(person.doesNotSee("Guide the visit"))
        person.type(" zzz")
        #expect(person.sees("Nothing in the help holds that."))
        person.press(.escape)
        #expect(person.sees("Guide the visit"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("A slash begins the search and is no part of it")
    func slash() throws {
        let person = try Place.help.reached(width: 80, height: 40)
        person.type("/week")
        #expect(person.row(with: "Search").contains("[week"))
    }

    @Test(
        "It tells how a contact goes, what the verdicts mean, the shapes and the faces",
        arguments: ["How a contact goes", "Not in line", "Full restriction", "!!! and #", "--linear"])
    func general(words: String) throws {
        let person = try Place.help.reached(width: 80, height: 200)
        #expect(person.sees(words))
    }

    @Test("In lines it is searched by typing, and left with .back")
    func linear() throws {
        let listener = try LinearListener()
        listener.answers("help")
        listener.answers(".help", "week")
        #expect(listener.hears("the week") || listener.hears("week"))
    }
}
