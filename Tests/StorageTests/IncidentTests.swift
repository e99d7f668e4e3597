import Casework
import GRDB
import Testing

@testable import Storage

@Suite("Incidents in the register")
struct IncidentTests {
    let scratch: Scratch
    let register: Register
    let ada = Customer.ID(rawValue: 1)

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            _ = try session.insert(.named("Ada", "Byron"))
            try session.save(
                Plan(
                    id: Plan.ID(rawValue: "MSP-000001"), customer: Customer.ID(rawValue: 1), kind: .reactive,
                    status: .active, start: try day("2026-02-02"), end: try day("2026-08-01"), zone: "", state: .nsw))
        }
    }

    private func incident(
        _ number: String, of customer: Customer.ID?, at occurredAt: Instant = .morning,
        _ behaviours: [Incident.Behaviour] = [.abuseVerbalActual], status: Incident.Status = .submitted
    ) -> Incident {
        Incident(
            id: Incident.ID(rawValue: number), system: .cirt, customer: customer, occurredAt: occurredAt,
            recordedAt: occurredAt + 60, site: "Parramatta", behaviours: behaviours, severity: .serious,
            status: status, plan: customer == nil ? nil : Plan.ID(rawValue: "MSP-000001"), summary: "Shouted.",
            recordedBy: .ann)
    }

    @Test("An incident comes back with everything that was known, the newest first")
    func roundTrip() throws {
        let all = incident("CIRT-000001", of: ada, Incident.Behaviour.allCases)
        let later = incident("CIRT-000002", of: ada, at: .morning + 60)
        var bare = incident("CIMS-000003", of: ada, at: .morning - 60, [])
        bare.site = nil
        bare.plan = nil
        bare.system = .cims
        try register.write { writer in
            for incident in [all, later, bare] { try writer.add(incident) }
        }
        #expect(try register.read { try $0.incidents(of: ada) } == [later, all, bare])
    }

    @Test("An incident by nobody known is kept, and stands on no record (I1)")
    func unknownPerson() throws {
        try register.write { try $0.add(incident("CIMS-000009", of: nil)) }
        #expect(try register.read { try $0.incidents(of: ada) }.isEmpty)
        #expect(try register.fill { try $0.first("SELECT count(*) FROM incidents", [])?[0] } == 1)
    }

    @Test(
        "A final incident is never changed, and none is ever deleted",
        arguments: ["UPDATE incidents SET summary = ''", "DELETE FROM incidents"])
    func finalStands(statement: String) throws {
        try register.write { try $0.add(incident("CIMS-000001", of: ada, status: .final)) }
        let error = #expect(throws: RegisterError.self) { try register.fill { try $0.run(statement, []) } }
        guard case .appendOnly = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("An incident recorded before it happened is refused")
    func recordedBefore() throws {
        var early = incident("CIMS-000001", of: ada)
        early.recordedAt = early.occurredAt - 1
        #expect(throws: RegisterError.self) { try register.write { try $0.add(early) } }
    }

    @Test("A register from before incidents were held opens, keeps its people, and takes incidents")
    func migrated() throws {
        let old = try Scratch()
        let queue = try DatabaseQueue(path: old.path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: Migration.schema1)
            try db.execute(sql: Migration.schema2)
            try db.execute(sql: "INSERT INTO register_info VALUES (1, 1, 0)")
            try db.execute(
                sql: """
                    INSERT INTO customers (external_id, given_name, surname, other_names, preferred_name, brands,
                        indicators) VALUES ('old', 'Ada', 'Byron', '', '', '', '')
                    """)
            try db.execute(sql: "UPDATE search_index SET is_complete = 0")
            try db.execute(sql: "PRAGMA user_version = 2")
            try db.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
        }
        try queue.close()
        let register = try Register.open(at: old.path)
        #expect(try register.read { try $0.found("ada byron") } == ["old"])
        #expect(try register.read { try $0.incidents(of: ada) }.isEmpty)
        var added = incident("CIMS-000001", of: ada)
        added.plan = nil
        try register.write { [added] in try $0.add(added) }
        #expect(try register.read { try $0.incidents(of: ada) } == [added])
        #expect(try register.condition().isIntact)
    }
}

@Suite("The incidents of a practice register")
struct PracticeIncidentsTests {
    private func made(seed: UInt64 = 1) throws -> [PracticePlan] {
        let today = try day("2026-03-04")
        return Array(try PracticeRegister(customers: 2000, plans: 40, seed: seed, today: today).plans())
    }

    @Test("The same seed and day give the same incidents, each under a number of its own")
    func determinism() throws {
        let incidents = try made().flatMap(\.incidents)
        let again = try made().flatMap(\.incidents)
        #expect(incidents == again)
        #expect(incidents.count >= 20)
        #expect(Set(incidents.map(\.id)).count == incidents.count)
        #expect(incidents.first?.id == Incident.ID(rawValue: "CIMS-000001"))
    }

    @Test("Each fits its plan: the same person and system, at or before its start or one of its refused contacts")
    func fits() throws {
        let clock = try LocalZone("Australia/Perth")
        for plan in try made() {
            for incident in plan.incidents {
                #expect(incident.customer == plan.plan.customer && incident.plan == plan.plan.id)
                #expect(incident.system == plan.plan.system)
                #expect(incident.id.rawValue.hasPrefix(incident.system.rawValue))
                let breaks = plan.contacts.contains { $0.refused && $0.occurredAt == incident.occurredAt }
                #expect(breaks || clock.day(at: incident.occurredAt) <= plan.plan.start)
                #expect(!incident.summary.isEmpty && incident.occurredAt < incident.recordedAt)
            }
        }
    }

    @Test("Every reactive plan follows an incident but one that extends another (P1); together they show every kind")
    func coverage() throws {
        let plans = try made()
        for made in plans where made.plan.kind == .reactive && !made.plan.provider && made.incidents.isEmpty {
            #expect(plans.contains { $0.plan.end.advanced(by: 1) == made.plan.start }, "\(made.plan.id)")
        }
        let incidents = plans.flatMap(\.incidents)
        #expect(Set(incidents.map(\.severity)) == Set(Incident.Severity.allCases))
        #expect(Set(incidents.map(\.status)) == Set(Incident.Status.allCases))
        #expect(Set(incidents.map(\.system)) == Set(IncidentSystem.allCases))
        #expect(incidents.contains { $0.callsForSafetyAlert })
        #expect(plans.filter(\.plan.safetyAlert).allSatisfy { $0.incidents.contains(where: \.callsForSafetyAlert) })
    }
}
