import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// Another process, such as an import, changes what the register holds of a person whose record is open: the record says
/// what holds at this minute, and a warning that was not read yet is read first (W1, W2).
@Suite("A plan that is changed elsewhere while its record is open")
struct PlanChangedElsewhereTests {
    private let office = Office()

    /// The same plan, as an import leaves it behind the program's back.
    private func planChanges() {
        var plan = Plan.invented(faceToFace: .full)
        plan.safetyAlert = true
        office.store.contents.plans = [plan]
    }

    private func hasRead(_ count: Int) -> Bool { office.audited(.warningAcknowledged).count == count }

    @Test("The warning read again shows the plan as it is now, to be acknowledged anew, and then the record goes by it")
    func warning() throws {
        let person = try Operator.atRecord(office)
        #expect(person.sees("In line until 12:00"))
        planChanges()
        person.press(.character("w"))
        #expect(person.sees("SAFETY ALERT") && person.sees("Face to face: Full restriction: do not serve"))
        #expect(person.row(with: "Enter").contains("I have read this"))
        // It came by itself: an Enter of the same second would be for the record.
        person.waits(.seconds(1))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record") && hasRead(2))
        #expect(person.sees("Face to face: Full restriction: do not serve"))
    }

    @Test("A plan that is gone is said at once: the record serves as usual, and a guide does")
    func gone() throws {
        let person = try Operator.atRecord(office)
        office.store.contents.plans = []
        person.press(.character("v"))
        #expect(person.sees("No plan in force; serve as usual"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record") && person.sees("No plan in force: serve as usual"))
        #expect(hasRead(1))
    }

    @Test("A guide begun on the record comes behind the warning of the plan as it is now, which is read once")
    func guide() throws {
        let person = try Operator.atRecord(office)
        planChanges()
        person.press(.character("v"))
        #expect(person.row(with: "MSP Desk").contains("Warning") && person.sees("SAFETY ALERT"))
        person.press(.enter, .character("1"), .character("1"))
        #expect(person.sees("Not complying"))
        person.press(.escape, .escape, .escape)
        #expect(person.row(with: "MSP Desk").contains("Record") && hasRead(2))
    }

    @Test("Whoever leaves that warning unread gets to nothing of the record before they read it")
    func leftUnread() throws {
        let person = try Operator.atRecord(office)
        planChanges()
        person.press(.character("v"), .escape)
        #expect(person.row(with: "MSP Desk").contains("Warning") && hasRead(1))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find a person"))
    }

    @Test("A guide from the list of guides comes behind that warning too, and so does one of the commands")
    func lists() throws {
        let listed = try Operator.atRecord(office)
        listed.press(.character("g"))
        let commanded = try Operator.atRecord(office)
        commanded.press(.control("p"))
        commanded.type("a customer visits")
        planChanges()
        for person in [listed, commanded] {
            person.press(.enter)
            #expect(person.row(with: "MSP Desk").contains("Warning") && person.sees("SAFETY ALERT"))
            person.press(.enter)
            #expect(person.sees("Have you proved who this person is?"))
        }
    }

    @Test("So does a guide that was left, gone on with from the list or from the timeline")
    func goneOnWith() throws {
        try Operator.atRecord(office).press(.character("v"), .character("1"))
        let listed = try Operator.atRecord(office)
        listed.press(.character("g"))
        let pictured = try Operator.atRecord(office)
        pictured.press(.character("6"), .enter)
        planChanges()
        for person in [listed, pictured] {
            person.press(.enter)
            #expect(person.row(with: "MSP Desk").contains("Warning") && person.sees("SAFETY ALERT"))
            person.press(.enter)
            #expect(person.sees("Who is at the counter?"))
        }
    }

    @Test("The week of a changed plan is not shown before its warning")
    func week() throws {
        let person = try Operator.atRecord(office)
        planChanges()
        person.press(.character("d"))
        #expect(person.row(with: "MSP Desk").contains("Warning") && person.sees("SAFETY ALERT"))
    }

    @Test("A plan that comes into force at midnight is warned of before a guide from the list of guides")
    func midnight() throws {
        let store = MemoryStore(customers: [.mai], plans: [.invented(faceToFace: .full, from: "2026-03-04")])
        let person = try Operator.atRecord(Office(store: store, now: at("2026-03-03T23:59")))
        person.press(.character("g"))
        person.waits(.seconds(120))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        #expect(person.sees("Face to face: Full restriction: do not serve"))
        person.press(.enter)
        #expect(person.sees("Have you proved who this person is?"))
        person.press(.escape, .escape)
        #expect(person.row(with: "MSP Desk").contains("Record"), "it is read once")
    }
}
