import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Holidays in the 28 days of a review (P5)")
struct ReviewWindowTests {
    private func person(_ plan: Plan) throws -> Operator {
        var office = Office(store: MemoryStore(customers: [.mai], plans: [plan]))
        office.now = at("2026-11-24T10:10")
        return try Operator.atRecord(office, width: 120, height: 40)
    }

    @Test("The plan names them, and the day to go by where the review is due on one")
    func named() throws {
        let person = try person(.invented(from: "2026-07-24", to: "2027-01-23"))
        #expect(
            person.sees(
                "The 28 days of the review hold: Boxing Day (additional day) 28 December, New Year's Day 1 January."))
        #expect(
            person.sees(
                "The review is due on Saturday 26 December 2026 (Boxing Day; last working day before: Thursday 24 "
                    + "December 2026)."))
        person.press(.character("6"))
        #expect(person.row(with: "2026-12-26").contains("by 24 December, 28 days before"))
    }

    @Test("A plan whose review meets no holiday says nothing of them; nor does one that has no reminder")
    func none() throws {
        let plain = try person(.invented(from: "2026-07-24", to: "2026-12-18"))
        #expect(plain.doesNotSee("days of the review hold") && plain.doesNotSee("The review is due on"))
        let provisional = try person(.invented(from: "2026-11-23", to: "2026-12-04"))
        #expect(provisional.doesNotSee("days of the review hold"))
    }
}
