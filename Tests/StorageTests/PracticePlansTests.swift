import Casework
import Testing

@testable import Storage

@Suite("The staff, sites and plans of a practice register")
struct PracticePlansTests {
    let today: CalendarDay
    let register: PracticeRegister
    let forty: [PracticePlan]

    init() throws {
        today = try #require(CalendarDay("2026-03-04"))
        register = PracticeRegister(customers: 2000, plans: 40, seed: 1, today: today)
        forty = Array(try register.plans())
    }

    @Test("The same seed and day give the same plans, numbered from MSP-000001")
    func determinism() throws {
        let again = PracticeRegister(customers: 2000, plans: 40, seed: 1, today: today)
        #expect(Array(try again.plans()) == forty)
        #expect(forty.count == 40)
        #expect(forty.first?.plan.id == Plan.ID(rawValue: "MSP-000001"))
        #expect(forty.last?.plan.id == Plan.ID(rawValue: "MSP-000040"))
        #expect(forty.allSatisfy { made in made.contacts.allSatisfy { $0.plan == made.plan.id } })
    }

    @Test("Forty plans show every level in every channel, every kind, status, system, brand and management")
    func coverage() {
        let plans = forty.map(\.plan)
        for channel in Channel.allCases {
            #expect(
                Set(plans.map { $0.restriction(on: channel).level }) == Set(RestrictionLevel.allCases), "\(channel)")
        }
        #expect(Set(plans.map(\.kind)) == Set(PlanKind.allCases))
        #expect(Set(plans.map(\.status)) == Set(PlanStatus.allCases))
        #expect(Set(plans.map(\.system)) == Set(IncidentSystem.allCases))
        #expect(Set(plans.flatMap(\.brands)) == Set(Brand.allCases))
        #expect(Set(plans.map(\.management)) == Set(Management.allCases))
        #expect(Set(plans.map(\.term)) == [.provisional, .longTerm, .overTwelveMonths])
        #expect(Set(plans.map(\.state)).count >= 3)
        #expect(Set(plans.flatMap(\.representatives).map(\.role)) == Set(Representative.Role.allCases))
        #expect(Set(plans.flatMap(\.variations).map(\.channel)) == Set(Channel.allCases))
        #expect(plans.contains { $0.safetyAlert } && plans.contains { $0.notificationAlert })
        #expect(plans.contains { $0.provider })
        #expect(plans.contains { !$0.flags.isEmpty })
        #expect(plans.contains { !$0.restriction(on: .phone).includesOmc })
        #expect(plans.contains { $0.restrictions.values.contains { !$0.brands.isEmpty } })
    }

    @Test("Forty plans show every term that a restriction can hold, and several at once")
    func terms() {
        let restrictions = forty.flatMap { $0.plan.restrictions.values }
        let kinds = Set(restrictions.flatMap(\.terms).map(kind))
        #expect(
            kinds == [
                "days", "limit day", "limit week", "sites", "refusedSites", "appointment", "only omc", "only psso",
                "number", "address", "noUpload",
            ])
        #expect(restrictions.contains { $0.terms.count > 1 })
    }

    private func kind(_ term: RestrictionTerm) -> String {
        switch term {
        case .days: "days"
        case .limit(_, let period): "limit \(period.rawValue)"
        case .sites: "sites"
        case .refusedSites: "refusedSites"
        case .appointment: "appointment"
        case .only(let officer): "only \(officer.rawValue)"
        case .number: "number"
        case .address: "address"
        case .noUpload: "noUpload"
        }
    }

    @Test("Some plans are over, some run, some are to come, and an extension waits behind the plan it follows")
    func times() throws {
        let clock = try LocalZone("Australia/Sydney")
        let noon = clock.instant(of: today, at: try #require(TimeOfDay("12:00")))
        let active = forty.map(\.plan).filter { $0.status == .active }
        #expect(active.contains { $0.end < today } && active.contains { $0.start > today })
        #expect(
            active.contains { next in
                active.contains { $0.customer == next.customer && $0.end.advanced(by: 1) == next.start }
            })
        #expect(try active.filter { try $0.isInForce(at: noon) }.count >= 15)
        #expect(active.flatMap(\.variations).contains { $0.from <= noon && noon < $0.to })
        let appointments = active.flatMap(\.appointments).map { clock.day(at: $0.at) }
        #expect(appointments.contains(today) && appointments.contains(today.advanced(by: 1)))
    }

    @Test("No customer has two agency plans in force on one day, among thousands (P7)")
    func noOverlap() throws {
        let large = PracticeRegister(customers: 20_000, plans: 3000, seed: 4, today: today)
        let plans = try large.plans().map(\.plan)
        #expect(plans.count == 3000)
        #expect(Set(plans.map(\.id)).count == 3000)
        let counted = Dictionary(grouping: plans.filter { $0.status == .active && !$0.provider }, by: \.customer)
        for own in counted.values {
            let spans = own.map { ($0.start, $0.end) }.sorted { $0.0 < $1.0 }
            for (earlier, later) in zip(spans, spans.dropFirst()) { #expect(earlier.1 < later.0) }
        }
        #expect(plans.allSatisfy { $0.start <= $0.end && (1...20_000).contains($0.customer.rawValue) })
    }

    @Test("A plan names only staff and sites that the register has, and adults")
    func references() throws {
        let logons = Set(register.staff.map(\.id))
        let sites = register.sites
        for made in forty {
            let plan = made.plan
            let people = [
                plan.people.omc, plan.people.backup, plan.people.psso, plan.people.employeeResponsible,
                plan.people.approver,
            ]
            let named = people + plan.variations.map(\.approvedBy) + made.contacts.map(\.staff)
            #expect(named.compactMap(\.self).allSatisfy(logons.contains), "\(plan.id)")
            for site in plan.variations.compactMap(\.site) + plan.appointments.map(\.site)
                + made.contacts.compactMap(\.site)
            {
                #expect(sites.contains { $0.isNamed(site) }, "\(site)")
            }
            #expect(sites.contains { $0.zone == plan.zone && $0.state == plan.state })
            let customer = register.people[Int(plan.customer.rawValue) - 1]
            #expect(customer.id == plan.customer)
            #expect(try #require(customer.dateOfBirth?.day).distance(to: today) > 18 * 365)
        }
        let represented = try #require(forty.map(\.plan).first { !$0.representatives.isEmpty })
        let nominee = try #require(represented.representatives.first?.customer)
        #expect(forty.contains { $0.plan.customer == nominee && $0.plan.status == .active })
    }

    @Test("Of two calls a week the first of the cast has used one and the second both, on any day of the week")
    func counts() throws {
        for offset in 0..<7 {
            let day = today.advanced(by: offset)
            let plans = Array(try PracticeRegister(customers: 20, plans: 2, seed: 1, today: day).plans())
            let clock = try LocalZone("Australia/Sydney")
            let calls = plans.map { made in
                made.contacts.filter {
                    $0.channel == .phone && (day.monday...day).contains(clock.day(at: $0.occurredAt))
                }
            }
            #expect(calls.map(\.count) == [1, 2], "\(day.weekday)")
            #expect(Set(calls[1].map(\.occurredAt)).count == 2)
        }
    }

    @Test("Every contact lies within its plan, and visits on weekdays, whatever the day of making")
    func contacts() throws {
        for offset in 0..<7 {
            let day = today.advanced(by: offset)
            for made in try PracticeRegister(customers: 500, plans: 60, seed: 1, today: day).plans() {
                let span = try made.plan.span()
                #expect(made.contacts.allSatisfy { span.contains($0.occurredAt) && $0.customer == made.plan.customer })
                let clock = try made.plan.state.zone()
                for visit in made.contacts where visit.channel == .faceToFace {
                    #expect(clock.day(at: visit.occurredAt).weekday.isBusinessDay)
                }
            }
        }
    }

    @Test("A register too small for its plans has fewer of them, not two for one person")
    func tooFewPeople() throws {
        #expect(Array(try PracticeRegister(customers: 0, plans: 5, seed: 1, today: today).plans()).isEmpty)
        let three = Array(try PracticeRegister(customers: 3, plans: 50, seed: 1, today: today).plans())
        #expect(three.map(\.plan.customer.rawValue) == [1, 2, 3])
        let small = try PracticeRegister(customers: 40, plans: 500, seed: 1, today: today).plans().map(\.plan)
        #expect(small.count < 80)
    }

    @Test("Every access level has somebody; the administrator is first; logons begin with PR and are unique")
    func staff() {
        let staff = register.staff
        #expect(staff.first?.id == StaffMember.ID(rawValue: "PRADMIN"))
        #expect(staff.first?.access == .admin)
        #expect(Set(staff.map(\.access)) == Set(Access.allCases))
        #expect(staff.allSatisfy { $0.id.rawValue.hasPrefix("PR") && !$0.name.isEmpty && $0.email?.isEmpty == false })
        #expect(Set(staff.map(\.id)).count == staff.count)
        #expect(staff.allSatisfy { member in register.sites.contains { $0.isNamed(member.site ?? "") } })
        for plan in forty.map(\.plan) where plan.people.omc != nil { #expect(plan.people.omc != plan.people.backup) }
    }

    @Test("Sites have names of their own, a zone of the clock that exists, and every state and kind has one")
    func sites() throws {
        let sites = register.sites
        #expect(Set(sites.map { Site.folded($0.name) }).count == sites.count)
        #expect(Set(sites.map(\.state)) == Set(AustralianState.allCases))
        #expect(Set(sites.map(\.kind)) == Set(Site.Kind.allCases))
        #expect(sites.first { $0.name == "Broken Hill" }?.timeZone == "Australia/Broken_Hill")
        for site in sites {
            _ = try LocalZone(site.timeZone)
            #expect(site.opens < site.closes)
        }
    }
}
