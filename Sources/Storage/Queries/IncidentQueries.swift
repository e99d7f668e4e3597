import Casework
import GRDB

extension RegisterSession {
    public func incidents(of customer: Customer.ID) throws -> [Incident] {
        var incidents = try rows(
            """
            SELECT number, system, customer, occurred_at, recorded_at, site, severity, status, plan, summary,
                recorded_by
            FROM incidents WHERE customer = ? ORDER BY occurred_at DESC, number DESC
            """, [customer.rawValue], incident)
        let behaviours = try rows(
            """
            SELECT incident, behaviour FROM incident_behaviours
            WHERE incident IN (SELECT number FROM incidents WHERE customer = ?) ORDER BY incident, position
            """, [customer.rawValue]
        ) { row in (number: row[0] as String, behaviour: try code(row[1]) as Incident.Behaviour) }
        let byNumber = Dictionary(grouping: behaviours, by: \.number)
        for index in incidents.indices {
            incidents[index].behaviours = byNumber[incidents[index].id.rawValue]?.map(\.behaviour) ?? []
        }
        return incidents
    }

    public func add(_ incident: Incident) throws {
        try run(
            """
            INSERT INTO incidents (number, system, customer, occurred_at, recorded_at, site, severity, status, plan,
                summary, recorded_by)
            VALUES (\(Self.places(11)))
            """,
            [
                incident.id.rawValue, incident.system.rawValue, incident.customer?.rawValue,
                incident.occurredAt.seconds, incident.recordedAt.seconds, incident.site, incident.severity.rawValue,
                incident.status.rawValue, incident.plan?.rawValue, incident.summary, incident.recordedBy.rawValue,
            ])
        for (position, behaviour) in incident.behaviours.enumerated() {
            try run(
                "INSERT INTO incident_behaviours (incident, position, behaviour) VALUES (?, ?, ?)",
                [incident.id.rawValue, position, behaviour.rawValue])
        }
    }

    private func incident(_ row: Row) throws -> Incident {
        let customer: Int64? = row[2]
        let plan: String? = row[8]
        return Incident(
            id: Incident.ID(rawValue: row[0]), system: try code(row[1]),
            customer: customer.map(Customer.ID.init(rawValue:)), occurredAt: Instant(seconds: row[3]),
            recordedAt: Instant(seconds: row[4]), site: row[5], behaviours: [], severity: try code(row[6]),
            status: try code(row[7]), plan: plan.map(Plan.ID.init(rawValue:)), summary: row[9],
            recordedBy: StaffMember.ID(rawValue: row[10]))
    }
}
