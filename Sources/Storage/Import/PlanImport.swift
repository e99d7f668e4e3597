import Casework
import GRDB

/// Takes plans, by ID, with their contacts.
struct PlanImport {
    let session: RegisterSession

    private struct Entry {
        let line: Int
        let plan: Plan
        let contacts: [Contact]
        /// What to look at in the update of a plan that is held.
        let lowered: [String]
    }

    func take(_ file: PlansFile, progress: (Int) -> Void) throws -> ImportReport {
        var report = ImportReport()
        var entries: [Entry] = []
        var lines: [String: Int] = [:]
        let flags = try PlanFlags(session: session)
        for element in file.elements {
            report.read += 1
            do {
                let entry = try entry(element, flags)
                let compact = CustomerReference(entry.plan.id.rawValue).compact
                if let line = lines[compact] { throw RowFault("id", "\(entry.plan.id) stands on line \(line) already") }
                lines[compact] = element.line
                entries.append(entry)
            } catch let fault as RowFault {
                report.note(fault, line: element.line)
            }
            if report.read.isMultiple(of: 100) { progress(report.read) }
        }
        try save(entries, &report)
        progress(report.read)
        return report
    }

    /// Saves the plans, leaving out those that overlap. Overlaps are looked for once all are written, for a plan of
    /// the register may be moved by one further down the file; a plan left out makes it necessary to look again.
    private func save(_ entries: [Entry], _ report: inout ImportReport) throws {
        var entries = entries
        while true {
            var faults: [Plan.ID: RowFault] = [:]
            var attempt = report
            try session.db.inSavepoint {
                for entry in entries {
                    if try session.save(entry.plan) { attempt.imported += 1 } else { attempt.updated += 1 }
                    for contact in entry.contacts { try session.addImported(contact) }
                    for words in entry.lowered { attempt.warn("line \(entry.line): \(entry.plan.id): \(words)") }
                    for flag in entry.plan.flags { attempt.warn("line \(entry.line): \(entry.plan.id): \(flag)") }
                }
                faults = try overlaps(in: entries)
                return faults.isEmpty ? .commit : .rollback
            }
            if faults.isEmpty {
                report = attempt
                return
            }
            for entry in entries { if let fault = faults[entry.plan.id] { report.note(fault, line: entry.line) } }
            entries.removeAll { faults[$0.plan.id] != nil }
        }
    }

    /// The plans that share a day with another agency plan in force (P7): of two in the file the later one.
    private func overlaps(in entries: [Entry]) throws -> [Plan.ID: RowFault] {
        var faults: [Plan.ID: RowFault] = [:]
        let positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.plan.id, $0) })
        for (position, entry) in entries.enumerated() {
            let plan = entry.plan
            guard plan.status == .active, !plan.provider else { continue }
            let others = try session.rows(
                """
                SELECT id, start_day, end_day FROM plans WHERE customer = ? AND id <> ? AND status = 'active'
                    AND provider = 0 AND start_day <= ? AND end_day >= ? ORDER BY start_day, id
                """,
                [plan.customer.rawValue, plan.id.rawValue, plan.end.description, plan.start.description]
            ) { (id: Plan.ID(rawValue: $0[0]), days: "\($0[1] as String) to \($0[2] as String)") }
            let blocking = others.first { other in
                guard let otherPosition = positions[other.id] else { return true }
                return otherPosition < position && faults[other.id] == nil
            }
            if let blocking {
                faults[plan.id] = RowFault("start", "the plan overlaps \(blocking.id), in force \(blocking.days) (P7)")
            }
        }
        return faults
    }

    private func entry(_ element: PlansFile.Element, _ flags: PlanFlags) throws -> Entry {
        let record = try PlanRecord.read(element)
        var plan = record.plan
        plan.customer = try customer(record.customer, field: "customer")
        let held = try session.plan(plan.id)
        if let held, held.customer != plan.customer {
            throw RowFault("customer", "\(plan.id) is the plan of another person already")
        }
        for (index, reference) in record.representativeCustomers.enumerated() {
            plan.representatives[index].customer = try reference.map {
                try customer($0, field: "representatives.\(index).customer")
            }
        }
        plan.flags = try flags.flags(of: plan)
        let contacts = record.contacts.map { contact in
            var contact = contact
            contact.customer = plan.customer
            return contact
        }
        let lowered = plan.provider ? [] : held.map(plan.levelsLowered) ?? []
        return Entry(line: element.line, plan: plan, contacts: contacts, lowered: lowered)
    }

    private func customer(_ text: String, field: String) throws -> Customer.ID {
        let found = try session.customers(bearing: CustomerReference(text))
        guard let first = found.first else { throw RowFault(field, "nobody bears '\(text.shortened)'") }
        guard found.count == 1 else {
            let names = found.map(\.externalId).joined(separator: ", ")
            throw RowFault(field, "'\(text.shortened)' names \(found.count) people: \(names)")
        }
        return first.id
    }
}
