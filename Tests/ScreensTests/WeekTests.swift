import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The picture of the week")
struct WeekTests {
    @Test("The week shows when a visit is in line, marks now, and switches channels by digit")
    func week() throws {
        let person = try Operator.atRecord()
        person.press(.character("d"))
        #expect(person.row(with: "MSP Desk").contains("Week"))
        #expect(person.sees("Face to face"))
        #expect(person.sees("@"))
        person.press(.character("2"))
        #expect(person.sees("Phone"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("Other weeks are reached by Left and Right, and Home comes back to the one of today")
    func otherWeeks() throws {
        let person = try Operator.atRecord()
        person.press(.character("d"))
        #expect(person.sees("2 to 8 March 2026, this week"))
        person.press(.right)
        #expect(person.sees("9 to 15 March 2026, next week"))
        #expect(person.doesNotSee("@ ="))
        person.press(.left, .left, .left)
        #expect(person.sees("16 to 22 February 2026, 2 weeks ago"))
        person.press(.home)
        #expect(person.sees("this week"))
        person.press(.home)
        #expect(person.sees("This is the week of today."))
    }

    @Test("A holiday is named and closes its day; contacts and the count stand on the picture")
    func closures() throws {
        var office = Office(
            store: MemoryStore(
                customers: [.mai],
                plans: [.invented(faceToFace: .partial(.limit(2, per: .week)), phone: .full)],
                contacts: [.visit("2026-03-31T09:40"), .visit("2026-04-01T14:00", refused: true)]))
        office.now = at("2026-04-02T11:15")
        let person = try Operator.atRecord(office)
        person.press(.character("d"))
        #expect(person.sees("1 of 2 a week used"))
        #expect(person.sees("Friday: Good Friday, closed"))
        #expect(person.row(with: "Tue 31 March").contains("oo"))
        #expect(person.row(with: "Wed 1 April").contains("xx"))
        #expect(person.row(with: "Fri 3 April").contains("--------"))
        let lines = person.app.stage.top.view.lines
        #expect(lines.contains { $0.contains("Tue 31 March: in line 8:30 to 16:30; contact 9:40") })
        #expect(lines.contains { $0.contains("Wed 1 April") && $0.contains("contact refused 14:00") })
    }

    @Test("Now moves on as time passes")
    func nowMoves() throws {
        let person = try Operator.atRecord()
        person.press(.character("d"))
        let before = person.row(with: "@@")
        person.waits(.seconds(31 * 60))
        #expect(person.row(with: "@@") != before)
    }

    @Test("Where a window lies before 7 or after 19 o'clock the picture reaches that far")
    func early() throws {
        var office = Office(
            store: MemoryStore(customers: [.mai], plans: [.partialPhone(.window([], "06:00", "20:00"))]))
        office.channel = .phone
        office.site = nil
        let person = try Operator.atRecord(office)
        person.press(.character("d"))
        let row = person.row(with: "Mon 2 March")
        #expect(row.contains(".==") && row.contains("==."))
    }
}
