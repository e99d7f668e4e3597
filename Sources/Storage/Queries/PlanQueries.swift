import Casework
import GRDB

extension RegisterSession {
    public func plans(of customer: Customer.ID) throws -> [Plan] { try plans(ofAll: [customer])[customer] ?? [] }

    public func plans(ofAll customers: [Customer.ID]) throws -> [Customer.ID: [Plan]] {
        // One value however many there are: the statement stays the same, and stays prepared.
        let list = "[\(customers.map { String($0.rawValue) }.joined(separator: ","))]"
        // Few people have a plan, and of most lists nobody.
        guard try BareStatement(Self.anyPlan, in: db).first(text: list, make: { _ in true }) != nil else { return [:] }
        let chosen = "customer IN (SELECT value FROM json_each(?)) AND status <> 'removed'"
        return Dictionary(grouping: try plans(where: chosen, [list]), by: \.customer)
    }

    private static let anyPlan = "SELECT 1 FROM plans WHERE customer IN (SELECT value FROM json_each(?)) LIMIT 1"

    /// The plan so numbered, a removed one too.
    public func plan(_ id: Plan.ID) throws -> Plan? { try plans(where: "plans.id = ?", [id.rawValue]).first }

    /// One query for the plans and one for each kind of part, however many plans there are.
    private func plans(where condition: String, _ values: [any DatabaseValueConvertible]) throws -> [Plan] {
        var plans = try rows(
            "SELECT \(Self.planColumns) FROM plans WHERE \(condition) ORDER BY start_day DESC, id DESC", values, plan)
        guard !plans.isEmpty else { return [] }
        let indices = Dictionary(uniqueKeysWithValues: plans.indices.map { (plans[$0].id.rawValue, $0) })
        // The few that were found, rather than the condition again, which for a list of people asks after each of them.
        let found = try json(plans.map(\.id.rawValue))

        func parts(_ table: String, _ columns: String, order: String, _ each: (inout Plan, Row) throws -> Void) throws {
            let sql = """
                SELECT plan, \(columns) FROM \(table)
                WHERE plan IN (SELECT value FROM json_each(?)) ORDER BY plan, \(order)
                """
            _ = try rows(sql, [found]) { row in
                if let index = indices[row[0]] { try each(&plans[index], row) }
            }
        }
        try parts("restrictions", "channel, brand, level, note, includes_omc, terms", order: "channel, brand", restrict)
        try parts("plan_people", "part, logon", order: "part") { plan, row in
            if let part = Self.people[row[1]] { plan.people[keyPath: part] = StaffMember.ID(rawValue: row[2]) }
        }
        try parts("variations", "channel, site, from_instant, to_instant, approved_by", order: "position") {
            plan, row in
            let approver: String? = row[5]
            plan.variations.append(
                Variation(
                    channel: try code(row[1]), site: row[2], from: Instant(seconds: row[3]),
                    to: Instant(seconds: row[4]), approvedBy: approver.map(StaffMember.ID.init(rawValue:))))
        }
        try parts("appointments", "site, at", order: "position") { plan, row in
            plan.appointments.append(Appointment(site: row[1], at: Instant(seconds: row[2])))
        }
        try parts("representatives", "name, role, customer", order: "position") { plan, row in
            let customer: Int64? = row[3]
            plan.representatives.append(
                Representative(
                    name: row[1], role: try code(row[2]), customer: customer.map(Customer.ID.init(rawValue:))))
        }
        try parts("plan_flags", "words", order: "position") { plan, row in plan.flags.append(row[1]) }
        return plans
    }

    static let planColumns = """
        id, customer, kind, status, start_day, end_day, zone, state, system, brands, management, safety_alert, \
        notification_alert, customer_informed, provider
        """

    /// By the names of the plans file.
    static let people: [String: WritableKeyPath<PlanPeople, StaffMember.ID?> & Sendable] = [
        "omc": \.omc, "backup": \.backup, "psso": \.psso, "employeeResponsible": \.employeeResponsible,
        "approver": \.approver,
    ]

    private func plan(_ row: Row) throws -> Plan {
        let informed: String? = row[13]
        return Plan(
            id: Plan.ID(rawValue: row[0]), customer: Customer.ID(rawValue: row[1]), kind: try code(row[2]),
            status: try code(row[3]), start: try day(row[4]), end: try day(row[5]), zone: row[6],
            state: try code(row[7]), system: try code(row[8]), brands: try CodeList.codes(row[9]).map(code),
            management: try code(row[10]), safetyAlert: row[11], notificationAlert: row[12],
            customerInformed: try informed.map(day), provider: row[14])
    }

    /// The row with brand '' comes first, and says what holds for every other brand.
    private func restrict(_ plan: inout Plan, _ row: Row) throws {
        let channel: Channel = try code(row[1])
        let brand: String = row[2]
        let level: RestrictionLevel = try code(row[3])
        let includesOmc: Bool? = row[5]
        let terms = try terms(json: row[6])
        if brand.isEmpty {
            plan.restrictions[channel] = Restriction(
                level: level, note: row[4], terms: terms, includesOmc: includesOmc ?? true)
        } else {
            plan.restrictions[channel]?.brands[try code(brand)] = BrandRestriction(
                level: level, note: row[4], terms: terms, includesOmc: includesOmc)
        }
    }
}
