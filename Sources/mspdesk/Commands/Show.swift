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
        let plans: [PlanReport]
    }

    private struct PlanReport: Encodable {
        let id: String
        let kind: String
        let status: String
        let term: String
        let inForce: Bool
        let start: CalendarDay
        let end: CalendarDay
        let zone: String
        let state: String
        let system: String
        let brands: [String]
        let management: String
        let provider: Bool
        let businessDays: Int
        let flags: [String]
    }

    func run() throws {
        let seat = try options.desk()
        let record = try seat.open(ref)
        try seat.desk.showWarning(of: record, json: json)
        let plans = try record.plans.map { plan in
            PlanReport(
                id: plan.id.rawValue, kind: plan.kind.rawValue, status: plan.status.rawValue, term: plan.term.name,
                inForce: try plan.isInForce(at: record.at), start: plan.start, end: plan.end, zone: plan.zone,
                state: plan.state.rawValue, system: plan.system.rawValue, brands: plan.brands.map(\.rawValue),
                management: plan.management.rawValue, provider: plan.provider,
                businessDays: BusinessCalendar.businessDays(from: plan.start, to: plan.end), flags: plan.flags)
        }
        if json {
            try Output.json(
                Report(
                    customer: CustomerReport(record.customer), warning: WarningReport(try record.warning()),
                    plans: plans))
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
                "  Plan \(plan.id): \(plan.kind), \(plan.term), \(plan.start) to \(plan.end), \(plan.status)"
                    + (plan.inForce ? ", in force" : "") + (plan.provider ? ", provider's" : ""))
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
