import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// A plan ends and begins at midnight (P6), whatever stands open then; the one that begins warns first (W1).
@Suite("A plan that begins or ends while its record is open")
struct PlanChangeTests {
    private static let ending = Plan.invented("MSP-000001", phone: .full, to: "2026-03-03")
    private static let following = Plan.invented(
        "MSP-000002", phone: .partial(.window([], "08:00", "20:00")), from: "2026-03-04")
    private static let beginning = Plan.invented("MSP-000002", faceToFace: .full, from: "2026-03-04")

    private func office(_ plans: Plan..., channel: Channel = .phone) -> Office {
        Office(
            store: MemoryStore(customers: [.mai], plans: plans), site: channel == .phone ? nil : "Parramatta",
            channel: channel, now: at("2026-03-03T23:58"))
    }

    @Test("At midnight the verdict is the following plan's, and its warning is read before the record goes on")
    func follows() throws {
        let office = office(Self.ending, Self.following)
        let person = try Operator.atRecord(office)
        #expect(person.sees("Phone: Full restriction: do not serve"))
        person.waits(.seconds(180))
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        #expect(person.sees("Phone: Not in line: do not serve; next 8:00"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.audited(.warningAcknowledged) == ["MSP-000001", "MSP-000002"])
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find"))
    }

    @Test("A record that was open without a plan warns as soon as one is in force")
    func begins() throws {
        let office = office(Self.beginning, channel: .faceToFace)
        let person = try Operator.atRecord(office)
        #expect(person.sees("No plan in force: serve as usual"))
        person.waits(.seconds(180))
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        #expect(person.sees("Face to face: Full restriction: do not serve"))
        person.press(.enter)
        #expect(office.audited(.warningAcknowledged) == ["MSP-000002"])
    }

    @Test("A guide that stands open stays, under the new verdict; the record below it warns when it is come back to")
    func guide() throws {
        let person = try Operator.atRecord(office(Self.beginning, channel: .faceToFace))
        person.press(.enter)
        person.waits(.seconds(180))
        #expect(person.sees("A customer visits a service centre"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
    }

    @Test("A warning that is read again becomes one to acknowledge when another plan comes into force")
    func readAgain() throws {
        let office = office(Self.ending, Self.following)
        let person = try Operator.atRecord(office)
        person.press(.character("w"))
        #expect(person.row(with: "Enter").contains("Back to record"))
        person.waits(.seconds(180))
        #expect(person.row(with: "Enter").contains("I have read this"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.audited(.warningAcknowledged) == ["MSP-000001", "MSP-000002"])
    }

    @Test("A warning whose plan ends is over: the record opens, and nothing is acknowledged")
    func ends() throws {
        let office = office(Self.ending)
        let person = try Operator.atWarning(office)
        person.waits(.seconds(180))
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees("No plan in force: serve as usual"))
        #expect(office.audited(.warningAcknowledged).isEmpty)
    }
}
