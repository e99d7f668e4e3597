import Casework
import TestSupport
import Testing

@testable import Screens

@Suite("A call to be passed on while nobody answers there")
struct TriageLineTests {
    @Test(
        "Outside its hours the line is said to be closed, and nobody is told to transfer; at 8:30 that changes by itself",
        arguments: ["2026-03-03T17:30", "2026-03-03T08:29:30", "2026-03-03T16:30", "2026-03-01T12:00"])
    func closedLine(now: String) throws {
        let plan = Plan.invented(phone: .full, management: .ps, people: PlanPeople(psso: .psManager))
        let person = try Operator.atWarning(
            Office(
                store: MemoryStore(customers: [.mai], plans: [plan]), site: nil, channel: .phone, now: at(now)))
        #expect(person.row(with: "Phone: ").contains("closed now"))
        #expect(person.doesNotSee("Transfer to"))
        guard now.hasSuffix("08:29:30") else { return }
        person.waits(.seconds(31))
        #expect(person.row(with: "Phone: ").contains("Transfer to Personalised Services"))
    }
}
