import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("A contact counts once it took place (C1)")
struct ContactCountTests {
    private let office = Office(
        store: MemoryStore(customers: [.mai], plans: [.partialPhone(.limit(1, per: .day))]), site: nil,
        channel: .phone)

    /// The next officer, a minute later.
    private var next: Office {
        var office = office
        office.now = at("2026-03-03T11:16")
        return office
    }

    /// Serves the caller by the guide, and comes to the note.
    private func served() throws -> Operator {
        let person = try Operator.atRecord(office)
        person.press(.character("c"), .character("1"), .character("1"))
        #expect(person.sees("Help the caller"))
        person.press(.enter)
        return person
    }

    @Test("A caller who was served counts for the next officer though the note is put by for later")
    func later() throws {
        let person = try served()
        person.press(.escape)
        #expect(office.store.contents.contacts.isEmpty)
        let other = try Operator.atWarning(next)
        #expect(other.sees("Not in line: do not serve"))
        #expect(other.sees("1 of 1 Smart Centre calls a day used"))
        other.press(.enter, .character("3"))
        #expect(other.sees("Help the caller"))
    }

    @Test("Once the note is saved the same contact counts once")
    func saved() throws {
        let person = try served()
        person.tellsOfClaim()
        person.press(.control("s"), .enter)
        #expect(office.store.contents.contacts.count == 1)
        #expect(try Operator.atWarning(next).sees("1 of 1 Smart Centre calls a day used"))
    }

    @Test("A draft that is thrown away takes its contact with it: the guide was only tried")
    func thrownAway() throws {
        let person = try served()
        person.press(.control("d"), .character("y"))
        #expect(try Operator.atWarning(next).sees("0 of 1 used"))
    }
}
