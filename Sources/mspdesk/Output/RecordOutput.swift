import Casework
import Foundation

/// The warning as the contract writes it: with a plan, each of its keys stands, null where the register knows nothing.
struct WarningReport: Encodable {
    let active: Bool
    private let facts: Facts?

    struct Facts: Encodable {
        let plan: String
        let safetyAlert: Bool
        let notificationAlert: Bool
        let channels: [String: ChannelReport]
        let contact: ContactReport
        let ends: CalendarDay
        let daysLeft: Int
        @OrNull var customerInformed: CalendarDay?
        @OrNull var provider: String?
        /// What today's rules would refuse in the plan.
        let flags: [String]
    }

    struct ChannelReport: Encodable {
        let level: String
        let words: String
        let terms: [String]
        let brands: [String]
    }

    struct ContactReport: Encodable {
        let omc: String?
        let backup: String?
        let psso: String?
        let triageOption: Int
        let triageLine: String
        /// On weekdays, by the clock of the plan's zone.
        let triageHours: String
    }

    init(_ warning: PlanWarning?) {
        active = warning != nil
        facts = warning.map { warning in
            Facts(
                plan: warning.plan.rawValue, safetyAlert: warning.safetyAlert,
                notificationAlert: warning.notificationAlert,
                channels: Dictionary(
                    uniqueKeysWithValues: warning.channels.map { rule in
                        (
                            rule.channel.rawValue,
                            ChannelReport(
                                level: rule.level.rawValue, words: rule.words,
                                terms: rule.restriction.termsInWords(on: rule.channel), brands: rule.brands)
                        )
                    }),
                contact: ContactReport(
                    omc: warning.people.omc?.rawValue, backup: warning.people.backup?.rawValue,
                    psso: warning.people.psso?.rawValue, triageOption: warning.triageOption,
                    triageLine: PlanWarning.triageLine, triageHours: PlanWarning.triageHours),
                ends: warning.ends, daysLeft: warning.daysLeft, customerInformed: warning.customerInformed,
                provider: warning.provider?.rawValue, flags: warning.flags)
        }
    }

    private enum CodingKeys: String, CodingKey { case active }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(active, forKey: .active)
        try facts?.encode(to: encoder)
    }
}

extension PlanWarning {
    /// The warning in lines for people, the most urgent first (W2).
    var spoken: [String] {
        var lines: [String] = []
        if safetyAlert { lines.append("!!! SAFETY ALERT: high risk to staff") }
        if notificationAlert { lines.append("!!! NOTIFICATION ALERT") }
        lines.append("! MANAGED SERVICE PLAN \(plan) \(endInWords)")
        for rule in channels {
            lines.append("  \(rule.channel.name): \(rule.level.name): \(rule.words)")
            if let terms = rule.termsUnderNote { lines.append("    terms: \(terms)") }
            lines += rule.brands.map { "    \($0)" }
        }
        if managedByPs { lines.append("  Managed by: Personalised Services") }
        lines += contacts.map { "  \($0.role): \($0.name)" }
        lines.append("  Reach them: Triage line \(Self.triageLine), option \(triageOption), \(Self.triageHours)")
        if customerInformed == nil { lines.append("  The customer has not been informed yet") }
        if let provider { lines.append("  Provider plan \(provider): information only") }
        lines += flags.map { "  For review: \($0)" }
        return lines
    }
}

extension CustomerRecord {
    /// Says on standard error that the clock may be wrong by which the record is told of.
    func showDoubtOfClock() {
        if let doubtOfClock { Output.error("Warning: \(doubtOfClock)") }
    }
}

extension Desk {
    /// Puts the warning before everything else of the record: on standard output, or on standard error beside JSON.
    func showWarning(of record: CustomerRecord, json: Bool) throws {
        record.showDoubtOfClock()
        let lines = try record.warning()?.spoken ?? []
        if json {
            if !lines.isEmpty { Output.error(lines.joined(separator: "\n")) }
        } else {
            practiceLine()
            for line in lines { Output.line(line) }
        }
    }

    /// PRACTICE stands on everything that a practice register prints for people.
    func practiceLine() {
        if register.practice { Output.line(Self.practiceWords) }
    }

    static let practiceWords = "PRACTICE: invented people"
}

/// A customer as `show` and other commands print it.
struct CustomerReport: Encodable {
    let externalId: String
    let name: String
    let givenName: String?
    let surname: String?
    let otherNames: String?
    let preferredName: String?
    let dateOfBirth: String?
    let crn: String?
    let medicareNumber: String?
    let csid: String?
    let phoneMobile: String?
    let phoneHome: String?
    let email: String?
    let addressLine1: String?
    let addressLine2: String?
    let suburb: String?
    let postcode: String?
    let state: String?
    let brands: [String]
    let interpreterLanguage: String?
    let indicators: [String]

    init(_ customer: Customer) {
        func known(_ text: String) -> String? { text.isEmpty ? nil : text }
        externalId = customer.externalId
        name = customer.name
        givenName = known(customer.givenName)
        surname = known(customer.surname)
        otherNames = known(customer.otherNames)
        preferredName = known(customer.preferredName)
        dateOfBirth = customer.dateOfBirth?.text
        crn = customer.crn
        medicareNumber = customer.medicareNumber
        csid = customer.csid
        phoneMobile = customer.phoneMobile
        phoneHome = customer.phoneHome
        email = customer.email
        addressLine1 = customer.addressLine1
        addressLine2 = customer.addressLine2
        suburb = customer.suburb
        postcode = customer.postcode
        state = customer.state?.rawValue
        brands = customer.brands.map(\.rawValue)
        interpreterLanguage = customer.interpreterLanguage
        indicators = customer.indicators
    }
}
