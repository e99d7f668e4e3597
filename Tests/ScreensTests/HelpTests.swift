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

    @Test("A full restriction is told of as rule R3 has it: by phone it may leave the OMC's number")
    func fullRestriction() throws {
        let person = try Operator.atRecord()
        person.press(.function(1))
        person.type("full restriction")
        #expect(person.sees("one-off variation") && person.sees("OMC's number"), "\(person)")
        #expect(person.doesNotSee("Nothing by this channel at all"))
    }

    @Test(
        "What many people call otherwise is found too",
        arguments: [("exit", "Leave"), ("quit", "Leave"), ("lock", "Hide the")])
    func otherWords(word: String, found: String) throws {
        let person = try Operator.atRecord()
        person.press(.function(1))
        person.type(word)
        #expect(person.sees(found))
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

    @Test("It shows the keys that answer on the screen: where one types no letter, and Ctrl-Z as what it does there")
    func answering() throws {
        let person = try Operator(height: 120)
        person.press(.function(1))
        #expect(person.row(with: "Emergency: ").contains("F8, Ctrl-G  "))
        #expect(person.row(with: "Commands: ").contains("Ctrl-P  "))
        #expect(person.row(with: "Suspend: ").contains("no key"))
        #expect(person.row(with: "Ctrl-Z").contains("Take back what was typed last"))
        let reader = try Place.recordPlan.reached(width: 80, height: 120)
        reader.press(.function(1))
        #expect(reader.row(with: "Emergency: ").contains("F8, Ctrl-G, !"))
        #expect(reader.row(with: "Suspend: ").contains("Ctrl-Z"))
        #expect(reader.doesNotSee("Take back what was typed last"))
    }

    @Test(
        "The emergency steps open by a key that is no function key, from where one types too", arguments: Place.allCases
    )
    func emergencyWithoutFunctionKeys(place: Place) throws {
        let person = try place.reached(width: 80, height: 24)
        guard !person.app.stage.top.takesNextKey else { return }
        person.press(.control("g"))
        #expect(person.row(with: "MSP Desk").contains("Emergency steps"), "\(place)")
    }

    @Test("In lines it is searched by typing, and left with .back")
    func linear() throws {
        let listener = try LinearListener()
        listener.answers("help")
        listener.answers(".help", "week")
        #expect(listener.hears("the week") || listener.hears("week"))
    }
}
