import Casework
import TestSupport
import Testing

@testable import Screens

@Suite("The days of a plan's variations and appointments")
struct PlanDaysTests {
    private let appointed: Plan = {
        var plan = Plan.partialFaceToFace(.appointment)
        plan.appointments = [
            Appointment(site: "Parramatta", at: at("2026-02-10T10:20")),
            Appointment(site: "Parramatta", at: at("2026-03-03T11:30")),
            Appointment(site: "Parramatta", at: at("2026-03-04T09:00")),
        ]
        plan.variations = [
            Variation(channel: .phone, from: at("2026-03-03T08:30"), to: at("2026-03-03T16:30")),
            Variation(channel: .writing, from: at("2026-03-03T08:30"), to: at("2026-03-05T16:30")),
        ]
        return plan
    }()

    private var office: Office { Office(store: MemoryStore(customers: [.mai], plans: [appointed])) }

    @Test("An appointment of today, and a variation, name the day as those of other days do")
    func today() throws {
        let person = try Operator.atRecord(office, width: 120, height: 40)
        #expect(person.sees("today, Tuesday 3 March, 11:30 at Parramatta"))
        #expect(person.sees("tomorrow, Wednesday 4 March, 9:00 at Parramatta"))
        #expect(person.sees("Phone, today, Tuesday 3 March, 8:30 to 16:30"))
        #expect(person.sees("Writing, today, Tuesday 3 March, 8:30 to Thursday 5 March, 16:30"))
    }

    @Test("Early for an appointment of today, the warning and the guide tell when it is")
    func early() throws {
        var office = Office(store: MemoryStore(customers: [.mai], plans: [appointed]))
        office.now = at("2026-03-03T10:50")
        let person = try Operator.atWarning(office)
        #expect(person.sees("The appointment is at 11:30 at Parramatta; from 11:00."))
        person.press(.enter, .enter, .character("1"), .character("1"))
        #expect(person.sees("Please leave now"))
        #expect(person.sees("The appointment is at 11:30"))
        #expect(person.doesNotSee("at the counter today"))
    }

    @Test("A visit in line by an appointment is told with the appointment's time and place")
    func appointment() throws {
        let person = try Operator.atWarning(office)
        #expect(person.sees("In line until 12:00"))
        #expect(person.sees("by appointment arranged through the One Main Contact, 11:30 at Parramatta"))
    }
}
