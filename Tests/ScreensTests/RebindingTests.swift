import Terminal
import Testing

@testable import Screens

@Suite("Keys of one's own")
struct RebindingTests {
    private func office(_ keys: (String, [Key])...) throws -> Office {
        var office = Office()
        for (name, keys) in keys { office.setup.configuration.keys[try #require(BindingName(name))] = keys }
        return office
    }

    @Test("A rebound key does what it was given, its old key no more, and hints, help and commands show the new one")
    func everywhereShown() throws {
        let person = try Operator.atRecord(try office(("record.week", [.character("x")])), height: 40)
        #expect(person.sees("x Week") && person.doesNotSee("d Week"))
        person.press(.function(1))
        #expect(person.row(with: "in line, as a picture").hasPrefix("x"))
        person.press(.escape, .control("p"))
        person.type("week")
        #expect(person.row(with: "Week").contains(" x"))
        person.press(.escape, .character("d"))
        #expect(person.row(with: "MSP Desk").contains("Record"))
        person.press(.character("x"))
        #expect(person.row(with: "MSP Desk").contains("Week"))
    }

    @Test("A binding without a key is found by its name")
    func unbound() throws {
        let person = try Operator.atRecord(try office(("record.week", []), ("everywhere.blank", [])))
        person.press(.character("d"), .function(9))
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.doesNotSee("Week"))
        person.press(.control("p"))
        person.type("week")
        #expect(person.sees("no key"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Week"))
    }

    @Test("A key of every screen can be another one, and F1 helps even so")
    func everywhere() throws {
        let person = try Operator(
            try office(("everywhere.commands", [.control("k")]), ("everywhere.help", [.control("t")])))
        #expect(person.sees("Ctrl-K Commands"))
        person.press(.control("p"))
        #expect(person.row(with: "MSP Desk").contains("Find"))
        person.press(.control("k"))
        #expect(person.row(with: "MSP Desk").contains("Commands"))
        person.press(.escape, .control("t"))
        #expect(person.row(with: "MSP Desk").contains("Help"))
        person.press(.escape, .function(1))
        #expect(person.row(with: "MSP Desk").contains("Help"))
    }

    @Test("The wheel scrolls whatever Up and Down are bound to")
    func wheel() throws {
        let person = try Operator(
            try office(("help.up", [.function(5)]), ("help.down", [.function(6)])), height: 14)
        person.press(.function(1))
        let top = person.screen
        person.send(.mouse(Mouse(.scrollDown, at: Position(column: 5, row: 5))))
        #expect(person.screen != top)
        person.press(.function(5))
        #expect(person.screen == top)
    }

    @Test("In lines the new key is offered and taken")
    func linear() throws {
        let listener = try LinearListener(try office(("record.week", [.character("x")])))
        listener.answers("nguyen", "1", "")
        #expect(listener.hears("x: Week"))
        listener.answers("x")
        #expect(listener.hears("MSP Desk: Week"))
    }

    @Test("The manual page's table shows the new key")
    func manual() throws {
        let keyMap = KeyMap([try #require(BindingName("record.week")): [.character("x")]])
        let record = try #require(try KeyTable.entries(keyMap).first { $0.title == "Record" })
        #expect(record.keys.first { $0.name == "Week" }?.keyNames == "x")
    }

    @Test("Whatever is rebound, digits, Enter, Esc, F1 and F8 do what they did", arguments: Place.allCases)
    func fixed(place: Place) throws {
        for note in try place.reached(width: 80, height: 24).app.stage.top.notes + GlobalCommand.notes() {
            let keys = KeyMap([note.id: [.control("t")]]).keys(of: note.id, usual: note.usual)
            #expect(note.usual.filter(KeyMap.isFixed).allSatisfy(keys.contains), "\(note.id)")
        }
    }
}
