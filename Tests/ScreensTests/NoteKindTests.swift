import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Which kind of note")
struct NoteKindTests {
    @Test("Every type of note can be begun from the list, with its own parts", arguments: NoteType.catalogue)
    func types(type: NoteType) throws {
        let person = try Operator.atRecord(height: 40)
        person.press(.character("n"))
        #expect(person.sees("What kind of note?"))
        person.press(.down, times: NoteType.catalogue.firstIndex(of: type) ?? 0)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Note: \(type.title)"))
        for part in type.parts { #expect(person.sees(part.label), "\(part.label)") }
    }

    @Test("In the list of kinds digits, letters, End and pages choose, as in other lists")
    func kindsByKey() throws {
        let person = try Operator.atRecord(Office(access: .manager), height: 40)
        person.press(.character("n"), .end)
        #expect(person.row(with: ">").contains("Other"))
        person.press(.home)
        #expect(person.row(with: ">").contains("Customer contact"))
        person.type("o")
        #expect(person.row(with: ">").contains("OMC unavailable"))
        person.type("o")
        #expect(person.row(with: ">").contains("Other"))
        person.press(.pageUp)
        #expect(person.row(with: ">").contains(NoteType.catalogue[NoteType.catalogue.count - 10].title))
        person.type("2")
        #expect(person.row(with: "MSP Desk").contains("Note: \(NoteType.catalogue[1].title)"))
    }
}
