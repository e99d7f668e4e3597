import ArgumentParser
import Casework

/// Finds people.
struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find people by names, date of birth, any number, suburb or postcode, in any order.")

    @Argument(help: "What is known of the person.")
    var words: [String]

    @Option(help: "How many people to show at most.")
    var limit = 10

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard (1...1000).contains(limit) else { throw ValidationError("--limit takes 1 to 1000.") }
    }

    private struct Report: Encodable {
        struct Result: Encodable {
            let externalId: String
            @OrNull var crn: String?
            let name: String
            @OrNull var dateOfBirth: String?
            @OrNull var suburb: String?
            let score: Double
            let why: [String]
            @OrNull var plan: String?
            let otherNames: String?
            let preferredName: String?
            let postcode: String?
            let state: String?
            let safetyAlert: Bool
            /// By channel; absent without an agency plan in force.
            let levels: [String: String]?
            /// Whether somebody else among the results bears the same name.
            let sameName: Bool

            init(_ found: Desk.Found) {
                let customer = found.match.customer
                func known(_ text: String) -> String? { text.isEmpty ? nil : text }
                externalId = customer.externalId
                crn = customer.crn
                name = customer.name
                dateOfBirth = customer.dateOfBirth?.text
                suburb = customer.suburb
                score = found.match.score
                why = found.match.why
                plan = found.plan?.id.rawValue
                otherNames = known(customer.otherNames)
                preferredName = known(customer.preferredName)
                postcode = customer.postcode
                state = customer.state?.rawValue
                safetyAlert = found.plan?.safetyAlert ?? false
                levels = found.plan.map { plan in
                    Dictionary(
                        uniqueKeysWithValues: Channel.allCases.map {
                            ($0.rawValue, plan.restriction(on: $0).level.rawValue)
                        })
                }
                sameName = found.isNamesake
            }
        }

        let results: [Result]
        /// Whether others fit as well, who were left out for ``Find/limit``.
        let more: Bool
        let micros: Int
    }

    func run() throws {
        let seat = try options.desk()
        let text = words.joined(separator: " ")
        let clock = ContinuousClock()
        var found: [Desk.Found] = []
        let took = try clock.measure { found = try seat.desk.search(text, limit: limit + 1, at: seat.now) }
        let hasMore = found.count > limit
        found = Array(found.prefix(limit))
        if let why = try seat.desk.recordSearch(text, found: found.count, at: seat.now) {
            Output.error("Warning: \(why) This search is not in the audit trail, and nothing can be saved.")
        }
        if json {
            try Output.json(
                Report(
                    results: found.map(Report.Result.init), more: hasMore, micros: Int(took / .microseconds(1))))
        } else {
            seat.desk.practiceLine()
            if found.isEmpty {
                Output.line(
                    SearchQuery.tooLittle(in: text)
                        ?? "Nobody found for '\(text)'. Searched names, birth dates, numbers, phones, suburbs, postcodes."
                )
                if let fault = ReferenceNumber.fault(in: CustomerReference(text)) {
                    Output.line("\(fault.message) Ask for it again.")
                }
            }
            if let shortfall = found.shortfall() { Output.line(shortfall) }
            for found in found { Output.line(Self.line(found)) }
            if hasMore { Output.line("Others fit as well: another word narrows it, --limit shows more.") }
        }
        if found.isEmpty { throw ExitCode(1) }
    }

    private static func line(_ found: Desk.Found) -> String {
        let customer = found.match.customer
        var parts = [
            customer.name, found.toldApart.map { "SAME NAME as another, this one \($0)" } ?? "",
            "born \(customer.dateOfBirth?.text ?? "unknown")", customer.crn ?? customer.externalId,
            customer.suburb ?? "", found.plan.map { PlanWarning.queueBanner(plan: $0, provider: nil) ?? "" } ?? "",
            "matches \(found.match.why.joined(separator: ", "))",
        ]
        if found.match.isSamePerson { parts.append("very likely the one meant") }
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
