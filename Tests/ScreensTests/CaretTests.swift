import Casework
import Terminal
import TestSupport
import Testing
import Widgets

@testable import Screens

/// A braille display shows the line on which the caret stands.
@Suite("The caret, where a braille display reads")
struct CaretTests {
    @Test("It stands on the chosen row of every list that has the keys to itself", arguments: Place.allCases, sizes)
    func lists(place: Place, size: Size) throws {
        let person = try place.reached(width: size.width, height: size.height)
        guard !person.app.stage.top.isTyping, !chosenRows(person).isEmpty else { return }
        try expectOnChoice(person)
    }

    @Test(
        "Where text is typed beside a list it stands in the text, on the row while somebody goes through the list, and in the text again",
        arguments: [Place.results, .start, .drafts, .waiting, .palette, .paletteSearch, .audit, .sites], sizes)
    func fields(place: Place, size: Size) throws {
        let person = try place.reached(width: size.width, height: size.height)
        #expect(try #require(person.app.stage.top.view.spoken.compactMap(\.choice).first { $0.isSelected }).index >= 0)
        let field = try #require(person.display.frame.cursor)
        #expect(person.display.frame.text(at: field) != ">")
        for key in [Key.down, .up] {
            person.press(key)
            try expectOnChoice(person)
        }
        person.press(.character("n"))
        #expect(person.display.frame.cursor?.row == field.row)
        person.press(.down, .up)
        person.send(.paste("o", isCut: false))
        #expect(person.display.frame.cursor?.row == field.row)
    }

    @Test("Keys that were bound anew go through a list just so")
    func rebound() throws {
        var office = Office()
        office.setup.configuration.keys[try #require(BindingName("lookup.down"))] = [.control("n")]
        let person = try Operator(office)
        person.type("nguyen")
        person.press(.control("n"))
        try expectOnChoice(person)
    }

    @Test(
        "Where nothing is typed or chosen it rests, unseen, where the screen begins", arguments: Place.allCases, sizes)
    func rest(place: Place, size: Size) throws {
        let person = try place.reached(width: size.width, height: size.height)
        let frame = person.display.frame
        guard frame.cursor == nil else { return }
        #expect(!person.app.stage.top.isTyping)
        if person.app.stage.top.view is Dialog {
            #expect(frame.text(at: frame.rest) == "┌")
        } else {
            #expect(frame.rest == Position(column: 0, row: size.height - frame.size.height + above(person)))
        }
    }

    /// The rows of title and identity.
    private func above(_ person: Operator) -> Int {
        let identity = person.app.stage.top.identity
        return 1 + (identity.map { IdentityStrip(identity: $0).height(forWidth: person.display.size.width) } ?? 0)
    }

    private func expectOnChoice(_ person: Operator, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let cursor = try #require(person.display.frame.cursor, sourceLocation: sourceLocation)
        #expect(chosenRows(person).contains(cursor.row), sourceLocation: sourceLocation)
        #expect(person.display.frame.text(at: cursor) == ">", sourceLocation: sourceLocation)
    }

    /// The rows on which a press means a chosen row; a record's tabs are no list.
    private func chosenRows(_ person: Operator) -> Set<Int> {
        let chosen = person.app.stage.top.view.spoken.compactMap(\.choice).filter { $0.isSelected && $0.id != "tabs" }
        let frame = person.display.frame
        return Set(
            (0..<frame.size.height).filter { row in
                (0..<frame.size.width).contains { column in
                    guard case .item(let index, let id)? = frame.hit(at: Position(column: column, row: row))?.target
                    else {
                        return false
                    }
                    return chosen.contains { $0.index == index && $0.id == id }
                }
            })
    }
}
