import Casework
import GRDB

extension RegisterSession {
    /// Adds the plan, or replaces the one of its ID with all its parts; returns whether it was new.
    @discardableResult
    public func save(_ plan: Plan) throws -> Bool {
        let id = plan.id.rawValue
        let isNew = try first("SELECT 1 FROM plans WHERE id = ?", [id]) == nil
        try run(
            """
            INSERT INTO plans (\(Self.planColumns)) VALUES (\(Self.places(15)))
            ON CONFLICT (id) DO UPDATE SET customer = excluded.customer, kind = excluded.kind,
                status = excluded.status, start_day = excluded.start_day, end_day = excluded.end_day,
                zone = excluded.zone, state = excluded.state, system = excluded.system, brands = excluded.brands,
                management = excluded.management, safety_alert = excluded.safety_alert,
                notification_alert = excluded.notification_alert, customer_informed = excluded.customer_informed,
                provider = excluded.provider
            """,
            [
                id, plan.customer.rawValue, plan.kind.rawValue, plan.status.rawValue, plan.start.description,
                plan.end.description, plan.zone, plan.state.rawValue, plan.system.rawValue,
                CodeList.text(plan.brands.map(\.rawValue)), plan.management.rawValue, plan.safetyAlert,
                plan.notificationAlert, plan.customerInformed?.description, plan.provider,
            ])
        if !isNew {
            for table in Self.partTables { try run("DELETE FROM \(table) WHERE plan = ?", [id]) }
        }
        try saveRestrictions(of: plan)
        for (part, path) in Self.people {
            if let logon = plan.people[keyPath: path] {
                try run("INSERT INTO plan_people (plan, part, logon) VALUES (?, ?, ?)", [id, part, logon.rawValue])
            }
        }
        for (position, variation) in plan.variations.enumerated() {
            try run(
                "INSERT INTO variations VALUES (\(Self.places(7)))",
                [
                    id, position, variation.channel.rawValue, variation.site, variation.from.seconds,
                    variation.to.seconds, variation.approvedBy?.rawValue,
                ])
        }
        for (position, appointment) in plan.appointments.enumerated() {
            try run(
                "INSERT INTO appointments VALUES (?, ?, ?, ?)",
                [id, position, appointment.site, appointment.at.seconds])
        }
        for (position, person) in plan.representatives.enumerated() {
            try run(
                "INSERT INTO representatives VALUES (?, ?, ?, ?, ?)",
                [id, position, person.name, person.role.rawValue, person.customer?.rawValue])
        }
        try save(plan.flags, of: plan.id)
        return isNew
    }

    /// Replaces the flags of a plan.
    func save(_ flags: [String], of plan: Plan.ID) throws {
        try run("DELETE FROM plan_flags WHERE plan = ?", [plan.rawValue])
        for (position, words) in flags.enumerated() {
            try run("INSERT INTO plan_flags VALUES (?, ?, ?)", [plan.rawValue, position, words])
        }
    }

    private static let partTables = [
        "restrictions", "plan_people", "variations", "appointments", "representatives",
    ]

    private func saveRestrictions(of plan: Plan) throws {
        func save(
            _ channel: Channel, _ brand: String, _ level: RestrictionLevel, _ note: String, _ omc: Bool?,
            _ terms: [RestrictionTerm]
        ) throws {
            try run(
                "INSERT INTO restrictions VALUES (\(Self.places(7)))",
                [plan.id.rawValue, channel.rawValue, brand, level.rawValue, note, omc, try json(terms)])
        }
        for (channel, restriction) in plan.restrictions {
            try save(
                channel, "", restriction.level, restriction.note, restriction.includesOmc, restriction.terms)
            for (brand, own) in restriction.brands {
                try save(channel, brand.rawValue, own.level, own.note, own.includesOmc, own.terms)
            }
        }
    }
}
