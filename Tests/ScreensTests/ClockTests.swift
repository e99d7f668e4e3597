import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// A call is judged by the clock of the plan's state (R5); whoever sits elsewhere is told both clocks.
@Suite("Another clock than the desk's")
struct ClockTests {
    private static let weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]

    /// At a desk of Parramatta, on the phone.
    private func office(_ state: AustralianState, at now: String, _ access: Access = .none) -> Office {
        let plan = Plan.partialPhone(.window(Self.weekdays, "10:00", "12:00"), state: state)
        return Office(
            store: MemoryStore(customers: [.mai], plans: [plan]), access: access, site: nil, channel: .phone,
            now: at(now))
    }

    @Test("The first line says until when by the plan's clock, names its place, and says the time here")
    func until() throws {
        let person = try Operator.atWarning(office(.wa, at: "2026-03-03T14:10"))
        #expect(person.sees("Phone: In line until 12:00 in Western Australia (15:00 here)"))
        #expect(person.sees("In Western Australia it is 11:10, here 14:10."))
    }

    @Test("The next contact in line is said by both clocks, so that nobody is told an hour that is past")
    func next() throws {
        let person = try Operator.atWarning(office(.wa, at: "2026-03-03T10:10"))
        #expect(person.sees("do not serve; next 10:00 in Western Australia (13:00 here)"))
        #expect(person.sees("In Western Australia it is 7:10, here 10:10."))
        let late = try Operator.atWarning(office(.wa, at: "2026-03-04T01:30"))
        #expect(late.sees("next tomorrow, Wednesday 4 March, 10:00 in Western Australia (13:00 here)"))
        #expect(late.sees("In Western Australia it is Tuesday 22:30, here Wednesday 1:30."))
    }

    @Test("Where both clocks show the same, only one is said", arguments: [AustralianState.nsw, .vic, .act])
    func same(state: AustralianState) throws {
        let person = try Operator.atWarning(office(state, at: "2026-03-03T11:10"))
        #expect(person.sees("Phone: In line until 12:00"))
        #expect(person.doesNotSee("here"))
    }

    @Test("The note that a guide begins holds the time by both clocks, each with its place")
    func note() throws {
        let office = office(.wa, at: "2026-03-03T14:10")
        let person = try Operator.atRecord(office)
        person.press(.enter, .character("1"), .character("1"), .enter)
        let draft = try #require(office.store.contents.drafts.first)
        #expect(
            draft.content.fields["time"] == "3 March 2026 11:10 in Western Australia (14:10 at Parramatta)")
    }

    @Test("What the officer did is timed by the clock where they sit, on the step and in the note, and marked so")
    func ticks() throws {
        let content = try SampleContent()
        var office = office(.wa, at: "2026-03-03T14:10")
        office.procedures = content.library
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "guides", "Emergency steps", "1", "1")
        #expect(person.hears("done, 14:10 here"))
        person.answers("go on", "3", "go on", "Give it", "", "2 mar 2026", "", "3", "", "", "2", "")
        let trail = office.store.contents.drafts.flatMap(\.content.trail)
        #expect(trail.contains { $0.contains("14:10 (at Parramatta) Step back") })
        #expect(!trail.contains { $0.contains("11:10") })
    }

    @Test("The picture of the week names whose clock it is drawn by")
    func week() throws {
        let person = try Operator.atRecord(office(.wa, at: "2026-03-03T14:10"))
        person.press(.character("d"))
        #expect(person.sees("In Western Australia it is 11:10, here 14:10."))
        let same = try Operator.atRecord(office(.nsw, at: "2026-03-03T11:10"))
        same.press(.character("d"))
        #expect(same.doesNotSee("here"))
    }

    @Test("At a counter with a clock of its own a visit is said by that clock alone, a call by both")
    func counter() throws {
        var office = office(.nsw, at: "2026-03-03T10:10")
        (office.site, office.channel) = ("Broken Hill", .faceToFace)
        let person = try Operator.atWarning(office)
        #expect(person.doesNotSee("here"))
        person.press(.character("2"))
        #expect(person.sees("Phone: In line until 12:00 in New South Wales (11:30 here)"))
    }

    @Test("A clock that stands long before what was done already is doubted at the start, over record and guide")
    func clockDoubted() throws {
        var office = Office()
        _ = try Operator.atRecord(office)
        office.now = at("2016-01-01T09:00")
        let doubt = "CHECK THE CLOCK"
        let person = try Operator(office, width: 120)
        #expect(person.sees("\(doubt): it shows 1 January 2016 9:00"))
        person.type("nguyen")
        person.press(.enter)
        #expect(person.sees("No plan in force: serve as usual. \(doubt)"))
        person.press(.character("v"))
        #expect(person.sees(doubt))
        office.now = at("2026-03-03T10:30")
        #expect(try Operator.atWarning(office, width: 120).sees(doubt))
        office.now = at("2026-03-03T11:00")
        #expect(try Operator.atWarning(office, width: 120).doesNotSee(doubt))
    }
}
