import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// Who presses twice at the same place means the same row both times: nothing may move under the pointer.
@Suite("A list under the mouse")
struct PressedListTests {
    /// Thirty people of one name, told apart by suburb.
    private var office: Office {
        let people = (1...30).map { number in
            Customer.invented(
                Int64(number), "Ada", "Byron", born: "1975-12-\(number < 10 ? "0" : "")\(number)",
                suburb: "Suburb \(number)", postcode: "2750")
        }
        return Office(store: MemoryStore(customers: people))
    }

    private func press(_ person: Operator, row: Int) {
        person.send(.mouse(Mouse(.press, at: Position(column: 4, row: row))))
    }

    /// The rows of the screen on which a person stands who is not chosen.
    private func others(_ person: Operator) -> [Int] {
        person.screen.indices.filter { person.screen[$0].hasPrefix("  Ada BYRON") }
    }

    @Test("The second press opens the person whom the first one marked, and whom one saw there", arguments: sizes)
    func people(size: Size) throws {
        for place in [0, 1] {
            let person = try Operator(office, width: size.width, height: size.height)
            person.type("byron")
            person.press(.down, times: 12)
            let rows = others(person)
            #expect(rows.count > 1)
            let row = place == 0 ? rows[0] : rows[rows.count - 1]
            let seen = person.screen[row].dropFirst(2)
            press(person, row: row)
            #expect(person.row(with: "MSP Desk").contains("Find"))
            let marked = try #require(person.screen.firstIndex { $0.hasPrefix("> ") })
            // The last may be cut in half, or be followed by a remark; then it comes into sight whole.
            #expect(marked == row || place == 1 && marked == row - 1, "\(person)")
            #expect(size.width == 120 || person.screen[marked].dropFirst(2).prefix(60) == seen.prefix(60))
            let words = person.screen[marked] + person.screen[marked + 1]
            let suburb = try #require(words.firstMatch(of: /Suburb (\d+)/))
            press(person, row: row)
            #expect(person.row(with: "MSP Desk").contains("Record"))
            #expect(person.sees("\(suburb.output.1) December 1975") || person.sees("1975-12-\(suburb.output.1)"))
        }
    }

    @Test("So it is on the list of kinds of note and among the commands", arguments: ["n", ":"])
    func others(key: String) throws {
        let person = try Operator.atRecord()
        person.press(.character(Character(key)))
        person.press(.pageDown)
        let rows = person.screen.indices.filter { (6..<18).contains($0) && !person.screen[$0].isEmpty }
        for row in rows.reversed() where !person.screen[row].hasPrefix("> ") {
            let words = person.screen[row].dropFirst(2).prefix(24)
            press(person, row: row)
            #expect(person.screen[row].hasPrefix("> ") && person.screen[row].contains(words), "\(person)")
        }
    }

    @Test("A key after a press brings what is chosen into the middle again")
    func keys() throws {
        let person = try Operator(office)
        person.type("byron")
        person.press(.down, times: 12)
        let rows = person.screen.indices.filter { person.screen[$0].contains("Ada BYRON") }
        press(person, row: try #require(rows.last))
        person.press(.up)
        let level = try #require(person.app.stage.top as? Level<Lookup>)
        let again = try Operator(office)
        again.type("byron")
        again.press(.down, times: level.screen.selection)
        #expect(person.screen == again.screen)
    }

    @Test("What waits at the start stays under the pointer too", arguments: sizes)
    func start(size: Size) throws {
        let store = office.store
        let desk = try store.desk(.none)
        for number in 1...12 {
            _ = try desk.save(.contact, for: Customer.ID(rawValue: Int64(number)), at: at("2026-03-02T10:05"))
        }
        let person = try Operator(Office(store: store), width: size.width, height: size.height)
        person.press(.down, times: 7)
        let before = person.screen
        let rows = before.indices.filter { before[$0].contains("Ada BYRON") && !before[$0].hasPrefix("> ") }
        let row = try #require(rows.first)
        press(person, row: row)
        #expect(person.screen[row].hasPrefix("> ") && person.screen[row + 1] == before[row + 1], "\(person)")
    }
}
