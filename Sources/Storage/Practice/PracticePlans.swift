import Casework

/// A plan with the contacts made under it, and the incidents that it follows or that broke it.
public struct PracticePlan: Sendable, Hashable {
    public var plan: Plan
    public var contacts: [Contact]
    public var incidents: [Incident] = []
    /// Empty unless the register is made as lived in.
    public var history = PracticeHistory()
    /// Whether it was over before the plan that follows it in the sequence began.
    let isEarlier: Bool

    init(_ plan: Plan, contacts: [Contact] = [], isEarlier: Bool = false) {
        self.plan = plan
        self.contacts = contacts
        self.isEarlier = isEarlier
    }
}

/// Invented plans, as many as asked for, made one after the other as they are read.
///
/// The first belong to the ``PracticeCast``; then the same round of cases, each showing another kind of plan, goes to
/// adults spread through the register, over and over. The first forty show everything that a plan can hold. No customer
/// has two agency plans in force on one day (P7). As lived in, each has its ``PracticeHistory``, and some follow an earlier
/// plan, numbered after all others.
public struct PracticePlans: Sequence, Sendable {
    private let count: Int
    private let people: PracticePeople
    private let today: CalendarDay
    private let isLivedIn: Bool
    private let clocks: [String: LocalZone]

    /// - Throws: ``CalendarError/unknownZone(_:)``.
    init(
        count: Int, people: PracticePeople, today: CalendarDay, isLivedIn: Bool
    ) throws(CalendarError) {
        self.count = count
        self.people = people
        self.today = today
        self.isLivedIn = isLivedIn
        var clocks: [String: LocalZone] = [:]
        for site in PracticeSites.serviceCentres where clocks[site.timeZone] == nil {
            clocks[site.timeZone] = try LocalZone(site.timeZone)
        }
        self.clocks = clocks
    }

    public func makeIterator() -> Iterator { Iterator(of: self) }

    public struct Iterator: IteratorProtocol {
        private let plans: PracticePlans
        private var made = 0
        private var earlier = 0
        private var incidents = 0
        private var turn = 0
        private var passed = 0
        private var waiting: ArraySlice<PracticePlan> = []
        private var previous: Customer?

        fileprivate init(of plans: PracticePlans) {
            self.plans = plans
        }

        public mutating func next() -> PracticePlan? {
            guard made < plans.count else { return nil }
            while waiting.isEmpty {
                guard let (customer, site) = nextCustomer() else { return nil }
                waiting = plans.plans(turn: turn, customer: customer, site: site, neighbour: previous)
                previous = customer
                turn += 1
            }
            guard var plan = waiting.popFirst() else { return nil }
            if plan.isEarlier { earlier += 1 } else { made += 1 }
            let number = plan.isEarlier ? plans.count + earlier : made
            let id = Plan.ID(rawValue: "MSP-" + PracticePlans.sixDigits(number))
            plan.plan.id = id
            for index in plan.contacts.indices { plan.contacts[index].plan = id }
            for index in plan.incidents.indices {
                incidents += 1
                let system = plan.incidents[index].system.rawValue
                plan.incidents[index].id = Incident.ID(rawValue: "\(system)-" + PracticePlans.sixDigits(incidents))
                plan.incidents[index].plan = id
            }
            return plan
        }

        /// The cast in order, then adults in wide steps through the register, each once.
        private mutating func nextCustomer() -> (Customer, Site)? {
            let people = plans.people
            if turn < PracticeCast.planned {
                guard turn < people.count, let name = PracticeCast.site(turn),
                    let site = PracticeSites.serviceCentres.first(where: { $0.isNamed(name) })
                else { return nil }
                return (people[turn], site)
            }
            let others = people.count - PracticeCast.count
            while passed < others {
                let customer = people[PracticeCast.count + passed * PracticePlans.step(through: others) % others]
                passed += 1
                guard let born = customer.dateOfBirth?.day, born.distance(to: plans.today) > 18 * 366 else { continue }
                let sites = PracticeSites.serviceCentres.filter { $0.state == customer.state }
                guard !sites.isEmpty else { continue }
                return (customer, sites[turn % sites.count])
            }
            return nil
        }
    }

    static func sixDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: Swift.max(0, 6 - digits.count)) + digits
    }

    /// About two fifths of `length`, sharing no factor with it: steps of this size meet everybody once.
    private static func step(through length: Int) -> Int {
        var step = Swift.max(1, length * 2 / 5)
        while greatestCommonDivisor(step, length) != 1 { step += 1 }
        return step
    }

    private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : greatestCommonDivisor(right, left % right)
    }

    private func plans(turn: Int, customer: Customer, site: Site, neighbour: Customer?) -> ArraySlice<PracticePlan> {
        guard let clock = clocks[site.timeZone] else { return [] }
        let scene = PracticeScene(
            customer: customer.id, neighbour: neighbour, today: today, site: site, clock: clock,
            team: PracticeStaff.team(of: site.zone))
        let scenes = PracticeScene.all
        let made = scene.withIncidents(scenes[turn % scenes.count](scene))
        return (isLivedIn ? scene.livedIn(made) : made)[...]
    }
}
