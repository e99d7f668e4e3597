import Casework

/// A plan as `show` prints it, with all that the record's screen tells of it.
struct PlanReport: Encodable {
    let id: String
    let kind: String
    let status: String
    /// The status in words, with what the dates make of it: an approved plan that has ended is over.
    let standing: String
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
    /// Business days without the public holidays; absent where these are not known.
    let workingDays: Int?
    let holidays: [Holiday]?
    /// Where the end or the review falls on holidays (P5).
    let lengthWarnings: [String]
    /// When its review is called to mind (V2).
    let reviewReminders: [Reminder]
    let restrictions: [String: RestrictionReport]
    let variations: [VariationReport]
    let appointments: [AppointmentReport]
    let customerInformed: CalendarDay?
    let people: [PersonReport]
    let representatives: [RepresentativeReport]
    let flags: [String]

    struct Reminder: Encodable {
        let day: CalendarDay
        let daysBefore: Int
        /// Set where nobody works on that day (P5).
        let holiday: String?
        let lastWorkingDayBefore: CalendarDay?

        init(_ reminder: ReviewReminder) {
            day = reminder.day
            daysBefore = reminder.kind.daysBefore
            holiday = reminder.offDay?.holiday
            lastWorkingDayBefore = reminder.offDay?.lastWorkingDayBefore
        }
    }

    struct Holiday: Encodable {
        let date: CalendarDay
        let name: String
    }

    struct RestrictionReport: Encodable {
        let level: String
        let words: String
        let terms: [String]
        /// Where a brand differs (R2).
        let brands: [String: BrandReport]

        struct BrandReport: Encodable {
            let level: String
            let words: String
            let terms: [String]
        }

        init(_ restriction: Restriction, on channel: Channel) {
            level = restriction.level.rawValue
            words = restriction.words(on: channel)
            terms = restriction.termsInWords(on: channel)
            brands = Dictionary(
                uniqueKeysWithValues: restriction.brands.keys.map { brand in
                    let own = restriction.applying(to: brand)
                    return (
                        brand.rawValue,
                        BrandReport(
                            level: own.level.rawValue, words: own.words(on: channel),
                            terms: own.termsInWords(on: channel))
                    )
                })
        }
    }

    struct VariationReport: Encodable {
        let channel: String
        let site: String?
        let from: String
        let to: String
        let approvedBy: String?
    }

    struct AppointmentReport: Encodable {
        let site: String
        let at: String
    }

    struct PersonReport: Encodable {
        let role: String
        let logon: String
        let name: String?
        let position: String?
        let phone: String?
        let email: String?
    }

    struct RepresentativeReport: Encodable {
        let name: String
        let role: String
        /// Whether they are a customer with an agency plan in force themselves (R6).
        let restricted: Bool
    }

    init(_ plan: Plan, of record: CustomerRecord, notes: [Note], calendar: BusinessCalendar) throws {
        let zone = try plan.state.zone()
        id = plan.id.rawValue
        kind = plan.kind.rawValue
        status = plan.status.rawValue
        standing =
            (plan.status == .active ? "approved" : plan.status.rawValue) + plan.tense(on: zone.day(at: record.at))
        term = plan.term.name
        inForce = try plan.isInForce(at: record.at)
        start = plan.start
        end = plan.end
        self.zone = plan.zone
        state = plan.state.rawValue
        system = plan.system.rawValue
        brands = plan.brands.map(\.rawValue)
        management = plan.management.rawValue
        provider = plan.provider
        let length = plan.length(by: calendar)
        businessDays = length.businessDays
        workingDays = length.workingDays
        holidays = length.workingDays.map { _ in length.holidays.map { Holiday(date: $0.day, name: $0.name) } }
        lengthWarnings = length.warnings.map(\.words)
        reviewReminders = try plan.reviewReminders(after: notes, by: calendar).map(Reminder.init)
        restrictions = Dictionary(
            uniqueKeysWithValues: Channel.allCases.map { channel in
                (channel.rawValue, RestrictionReport(plan.restriction(on: channel), on: channel))
            })
        variations = plan.variations.map {
            VariationReport(
                channel: $0.channel.rawValue, site: $0.site, from: zone.text($0.from), to: zone.text($0.to),
                approvedBy: $0.approvedBy?.rawValue)
        }
        appointments = plan.appointments.map { AppointmentReport(site: $0.site, at: zone.text($0.at)) }
        customerInformed = plan.customerInformed
        people = Self.people(of: plan, record)
        representatives = plan.representatives.map {
            RepresentativeReport(
                name: $0.name, role: $0.role.rawValue, restricted: record.restrictedRepresentatives.contains($0))
        }
        flags = plan.flags
    }

    private static func people(of plan: Plan, _ record: CustomerRecord) -> [PersonReport] {
        let people = plan.people
        let named: [(String, StaffMember.ID?)] = [
            ("omc", people.omc), ("backup", people.backup), ("psso", people.psso),
            ("employeeResponsible", people.employeeResponsible), ("approver", people.approver),
        ]
        return named.compactMap { role, id in
            guard let id else { return nil }
            let member = record.staff[id]
            return PersonReport(
                role: role, logon: id.rawValue, name: member?.name, position: member?.position, phone: member?.phone,
                email: member?.email)
        }
    }
}

/// A contact as `show` prints it.
struct ContactEntryReport: Encodable {
    let at: String
    let channel: String
    let site: String?
    let refused: Bool
    let smartCentre: Bool
    let verdict: String?
    let outcome: String?
    let staff: String?
    let staffName: String?
    let plan: String?

    init(_ contact: Contact, by name: String?, zone: LocalZone) {
        at = zone.text(contact.occurredAt)
        channel = contact.channel.rawValue
        site = contact.site
        refused = contact.refused
        smartCentre = contact.smartCentre
        verdict = contact.verdict?.rawValue
        outcome = contact.outcome
        staff = contact.staff?.rawValue
        staffName = name
        plan = contact.plan?.rawValue
    }
}
