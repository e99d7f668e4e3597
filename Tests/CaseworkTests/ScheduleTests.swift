import Casework
import TestSupport
import Testing

@Suite("What the time limits of a record are counted from")
struct ScheduleTests {
    private let now = at("2026-03-04T12:00:00+11:00")
    private let ada = Customer.invented()

    private func schedule(_ plans: [Plan], _ incidents: [Incident] = []) throws -> Schedule {
        let desk = try MemoryStore(customers: [ada], plans: plans, incidents: incidents).desk(.none)
        return try desk.schedule(for: try desk.open(ada.id, at: now), in: nil, at: now)
    }

    @Test("The plan in force, else the last that was: never one rejected, to come or a provider's (P7, P9, R12)")
    func plan() throws {
        let past = Plan.invented("MSP-000001", state: .wa, from: "2026-01-05", to: "2026-02-27")
        let older = Plan.invented("MSP-000002", from: "2025-09-01", to: "2025-12-19")
        let others = [
            Plan.invented("MSP-000003", from: "2026-03-02", to: "2026-08-28", status: .rejected),
            Plan.invented("MSP-000004", from: "2026-03-03", to: "2026-08-28", status: .draft),
            Plan.invented("MSP-000005", from: "2026-03-09", to: "2026-09-01"),
            Plan.invented("ESP-000006", from: "2026-03-01", to: "2026-09-01", provider: true),
        ]
        let ended = try schedule(others + [older, past])
        #expect(ended.planStart == past.start && ended.planEnd == past.end && ended.state == .wa)
        let current = Plan.invented("MSP-000007", from: "2026-03-02", to: "2026-03-06")
        #expect(try schedule(others + [older, past, current]).planEnd == current.end)
        let none = try schedule(others)
        #expect(none.planStart == nil && none.planEnd == nil)
    }

    @Test("The last incident that was submitted: a draft is none yet (P12)")
    func incident() throws {
        func incident(_ number: Int, _ time: String, _ status: Incident.Status) -> Incident {
            Incident(
                id: Incident.ID(rawValue: "CIMS-00000\(number)"), system: .cims, customer: ada.id,
                occurredAt: at(time), recordedAt: at(time), behaviours: [.abuseVerbalActual], severity: .low,
                status: status, summary: "Shouted.", recordedBy: .counter)
        }
        let submitted = incident(1, "2026-03-02T10:00", .submitted)
        let draft = incident(2, "2026-03-03T10:00", .draft)
        #expect(try schedule([], [submitted, draft]).incident == submitted.occurredAt)
        #expect(try schedule([], [draft]).incident == nil)
    }
}
