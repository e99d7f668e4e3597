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

    /// Mai's week from a later day on, of plans that are in force for a time.
    private func week(_ plans: [Plan], on date: String, _ channel: Channel = .faceToFace) throws -> Operator {
        var office = Office(store: MemoryStore(customers: [.mai], plans: plans))
        office.now = at(date)
        let person = try Operator.atRecord(office)
        person.press(.character("d"), .character(channel == .faceToFace ? "1" : channel == .phone ? "2" : "3"))
        return person
    }

    @Test("What to do now is said in words: the mark stands over what the picture says of it")
    func nowInWords() throws {
        let open = try week(
            [.invented(faceToFace: .partial(.window([.tuesday], "10:00", "12:00")))], on: "2026-03-03T11:15")
        #expect(open.sees("Now, Tuesday 11:15: In line until 12:00"))
        let closed = try week([.invented(faceToFace: .full)], on: "2026-03-03T11:15")
        #expect(closed.sees("Now, Tuesday 11:15: Full restriction: do not serve"))
        closed.press(.right)
        #expect(closed.doesNotSee("Now, "))
    }

    @Test("A week goes by the plan of its own days: where it ends in it, and where there is none")
    func planEnds() throws {
        var plan = Plan.invented(faceToFace: .full)
        plan.end = day("2026-03-11")
        let person = try week([plan], on: "2026-03-03T11:15")
        #expect(person.sees("Face to face: Restricted") && person.row(with: "Wed 4 March").contains("...."))
        person.press(.right)
        #expect(person.sees("Face to face: Restricted") && person.sees("Thursday: the plan has ended."))
        #expect(person.row(with: "Wed 11 March").contains("....") && person.row(with: "Thu 12 March").contains("___"))
        person.press(.right)
        #expect(person.sees("Face to face: no plan") && person.row(with: "Wed 18 March").contains("___"))
        #expect(person.doesNotSee("===") && person.doesNotSee("the plan has ended"))
        #expect(person.app.stage.top.view.lines.contains { $0.contains("no plan 8:30 to 16:30") })
    }

    @Test("Where public holidays are not known any more it is said; face to face alone is closed on those that are")
    func holidays() throws {
        var plan = Plan.invented(faceToFace: .partial(.sites(["Parramatta"])), phone: .partial(.limit(5, per: .week)))
        plan.end = day("2028-12-31")
        let unknown = try week([plan], on: "2027-12-29T11:15")
        #expect(unknown.sees("Public holidays are not known here from Saturday 1 January 2028:"))
        unknown.press(.left)
        #expect(unknown.doesNotSee("not known"))
        let phone = try week([plan], on: "2026-04-02T11:15", .phone)
        #expect(phone.sees("Friday: Good Friday") && phone.doesNotSee("Good Friday, closed"))
        #expect(phone.app.stage.top.view.lines.contains { $0.contains("Fri 3 April: Good Friday, in line all day") })
    }

    @Test("What has to be asked is said below the picture")
    func questions() throws {
        var office = Office(
            store: MemoryStore(customers: [.mai], plans: [.invented(faceToFace: .partial(.sites(["Parramatta"])))]))
        office.site = nil
        let person = try Operator.atRecord(office)
        person.press(.character("d"))
        #expect(person.row(with: "Wed 4 March").contains("???"))
        #expect(person.sees("Ask: Allowed only at Parramatta: which site is this?"))
    }

    @Test("Now moves on as time passes")
    func nowMoves() throws {
        let person = try Operator.atRecord()
        person.press(.character("d"))
        let before = person.row(with: "@@")
        person.waits(.seconds(31 * 60))
        #expect(person.row(with: "@@") != before)
    }

    @Test("A contact of this half hour is told in words, for the mark of now stands over its sign")
    func contactNow() throws {
        var office = Office(
            store: MemoryStore(
                customers: [.mai], plans: [.tuesdaysAndThursdays],
                contacts: [.visit("2026-03-03T11:05"), .visit("2026-03-03T10:05")]))
        let person = try Operator.atRecord(office)
        person.press(.character("d"))
        #expect(person.sees("In this half hour, under the @: contact 11:05."), "\(person)")
        #expect(person.doesNotSee("contact 10:05"))
        office.store.contents.contacts = [.visit("2026-03-03T11:05", refused: true)]
        office.site = nil
        let refused = try Operator.atRecord(office)
        refused.press(.character("d"))
        #expect(refused.sees("In this half hour, under the @: contact refused 11:05."))
        person.waits(.seconds(31 * 60))
        #expect(person.doesNotSee("In this half hour"))
    }

    @Test("Page up and Page down scroll the picture, as they do every page")
    func pages() throws {
        let person = try Operator.atRecord(width: 40, height: 12)
        person.press(.character("d"))
        let top = person.screen
        person.press(.pageDown)
        #expect(person.screen != top)
        let next = person.screen
        person.press(.character(" "))
        #expect(person.screen != next)
        person.press(.pageUp, .pageUp, .pageUp)
        #expect(person.screen == top)
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
