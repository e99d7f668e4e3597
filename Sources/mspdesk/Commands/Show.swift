import ArgumentParser
import Casework

/// Shows a record, its warning first.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a person's record, the warning first.")

    @Argument(help: "CRN, Medicare number, CSID, plan ID or external ID.")
    var ref: String

    @Flag(help: "One JSON document on standard output; the warning goes to standard error.")
    var json = false

    @OptionGroup var options: DeskOptions

    private struct Report: Encodable {
        let customer: CustomerReport
        let warning: WarningReport
        /// A provider's only beside an agency plan in force (R12).
        let plans: [PlanReport]
        /// Of two years and a quarter, the newest first.
        let contacts: [ContactEntryReport]
        /// Contact reports that wait to be recorded, the oldest first.
        let reports: [WaitingReport]
        let incidents: [IncidentReport]
        /// Runs of guides on the record, the last saved first.
        let guides: [GuideRunReport]
    }

    func run() throws {
        let seat = try options.desk()
        let record = try seat.open(ref)
        try seat.desk.showWarning(of: record, json: json)
        let desk = seat.desk
        let notes = try desk.notes(of: record.customer.id, at: record.at)
        let plans = try record.toldPlans.map { try PlanReport($0, of: record, notes: notes, calendar: desk.calendar) }
        let incidents = try desk.incidents(of: record.customer.id, at: record.at)
        if json {
            let (id, now) = (record.customer.id, seat.now)
            let zone = try record.plan?.state.zone() ?? desk.zone
            let contacts = try desk.recentContacts(of: id, at: now)
            let reports = try desk.waitingReports(of: id, at: now)
            let runs = try desk.guideRuns(of: id, at: now)
            let staff = try desk.staff(
                contacts.compactMap(\.staff) + incidents.map(\.recordedBy) + reports.map(\.author)
                    + runs.flatMap { [$0.begunBy, $0.savedBy] })
            try Output.json(
                Report(
                    customer: CustomerReport(record.customer), warning: WarningReport(try record.warning()),
                    plans: plans,
                    contacts: contacts.map { contact in
                        ContactEntryReport(contact, by: contact.staff.flatMap { staff[$0]?.name }, zone: zone)
                    },
                    reports: reports.map { report in
                        WaitingReport(report, record.customer, by: staff[report.author]?.name, zone: desk.zone)
                    },
                    incidents: incidents.map { incident in
                        IncidentReport(incident, recordedBy: staff[incident.recordedBy]?.name, in: desk.zone)
                    }, guides: runs.map { GuideRunReport($0, by: staff, zone: desk.zone) }))
            return
        }
        let customer = record.customer
        Output.line("\(customer.name)\(customer.preferredName.isEmpty ? "" : " (\(customer.preferredName))")")
        let facts: [(String, String?)] = [
            ("Born", customer.dateOfBirth?.inWords), ("CRN", customer.crn), ("Medicare", customer.medicareNumber),
            ("CSID", customer.csid), ("External ID", customer.externalId), ("Mobile", customer.phoneMobile),
            ("Phone", customer.phoneHome), ("E-mail", customer.email),
            (
                "Address",
                [
                    customer.addressLine1, customer.addressLine2, customer.suburb,
                    customer.state?.rawValue.uppercased(), customer.postcode,
                ].compactMap { $0 }.joined(separator: ", ")
            ), ("Brands", customer.brands.map(\.name).joined(separator: ", ")),
            ("Interpreter", customer.interpreterLanguage), ("Indicators", customer.indicators.joined(separator: ", ")),
        ]
        for case (let name, let value?) in facts where !value.isEmpty { Output.line("  \(name): \(value)") }
        for plan in plans {
            Output.line(
                "  Plan \(plan.id): \(plan.kind), \(plan.term), \(plan.start) to \(plan.end), \(plan.standing)"
                    + (plan.inForce ? ", in force" : "") + (plan.provider ? ", provider's" : ""))
        }
        for incident in incidents {
            Output.line(
                "  Incident \(incident.id): \(seat.desk.zone.stamp(incident.occurredAt)), \(incident.severity.rawValue), "
                    + "\(incident.behaviours.map(\.name).joined(separator: "; ")), \(incident.status.rawValue)")
        }
    }
}

/// Shows the warning alone.
struct ShowWarning: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warning", abstract: "Show the warning of a record, or that there is none.")

    @Argument(help: "CRN, Medicare number, CSID, plan ID or external ID.")
    var ref: String

    @Flag(name: .long, help: "One line, as a queue shows it.")
    var oneLine = false

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let seat = try options.desk()
        let record = try seat.open(ref)
        let warning = try record.warning()
        record.showDoubtOfClock()
        if json {
            try Output.json(WarningReport(warning))
        } else if oneLine {
            let practice = seat.desk.register.practice ? "PRACTICE | " : ""
            Output.line(
                practice + (PlanWarning.queueBanner(plan: record.plan, provider: record.provider) ?? "No plan in force")
            )
        } else {
            seat.desk.practiceLine()
            for line in warning?.spoken ?? ["No agency plan is in force for \(record.customer.name)."] {
                Output.line(line)
            }
        }
    }
}
