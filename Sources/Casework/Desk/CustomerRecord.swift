/// What the desk knows of one person at one instant.
public struct CustomerRecord: Sendable, Hashable {
    public let customer: Customer
    /// Every plan but removed ones, a provider's too; the newest start first.
    public let plans: [Plan]
    /// The agency plan in force (P7).
    public let plan: Plan?
    /// Those that are told of: a provider's only beside an agency plan in force (R12).
    public var toldPlans: [Plan] { plan == nil ? plans.filter { !$0.provider } : plans }
    /// The provider's plan in force (R12).
    public let provider: Plan?
    /// When it was opened.
    public let at: Instant
    /// The people named on the plans whom the register knows.
    public let staff: [StaffMember.ID: StaffMember]
    /// Those of the plan's representatives who are customers with an agency plan in force themselves (R6).
    public let restrictedRepresentatives: [Representative]
    /// Why the register could not take the entry of this opening; nil when it stands in the audit trail. Then nothing
    /// else can be saved either.
    public internal(set) var unrecorded: String?
    /// Why the clock may be wrong, by which all of this was told; nil where nothing speaks for it.
    public internal(set) var doubtOfClock: String?
    private let plansOfRepresentatives: [Customer.ID: [Plan]]

    /// - Throws: ``CalendarError/unknownZone(_:)``.
    init(
        customer: Customer, plans: [Plan], at instant: Instant, staff: [StaffMember.ID: StaffMember],
        plansOfRepresentatives: [Customer.ID: [Plan]]
    ) throws(CalendarError) {
        self.customer = customer
        self.plans = plans
        at = instant
        plan = try plans.inForce(at: instant)
        provider = try plans.providerInForce(at: instant)
        self.staff = staff
        self.plansOfRepresentatives = plansOfRepresentatives
        var restricted: [Representative] = []
        for representative in plan?.representatives ?? [] {
            guard let own = representative.customer, let theirs = plansOfRepresentatives[own] else { continue }
            if try theirs.inForce(at: instant) != nil { restricted.append(representative) }
        }
        restrictedRepresentatives = restricted
    }

    /// A staff member as people call them: name and logon, or the logon alone when the register has no name.
    public func title(of id: StaffMember.ID) -> String { staff.title(of: id) }

    /// The warning that stands before everything else; nil without an agency plan in force (W3).
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func warning() throws(CalendarError) -> PlanWarning? {
        guard let plan else { return nil }
        return try PlanWarning(plan: plan, provider: provider, at: at, title: title(of:))
    }
}

extension [StaffMember.ID: StaffMember] {
    /// Name and logon, or the logon alone where no name is known.
    public func title(of id: StaffMember.ID) -> String {
        guard let name = self[id]?.name, !name.isEmpty else { return id.rawValue }
        return "\(name) (\(id.rawValue))"
    }
}

/// What every staff member is shown before anything else of a record with an agency plan in force (W1, W2).
public struct PlanWarning: Sendable, Hashable {
    public struct ChannelRule: Sendable, Hashable {
        public let channel: Channel
        public let restriction: Restriction

        public var level: RestrictionLevel { restriction.level }
        public var words: String { restriction.words(on: channel) }
        /// The terms that the verdict goes by, where ``words`` do not tell them.
        public var termsUnderNote: String? { restriction.termsUnderNote(on: channel) }
        /// Where brands differ, in words (R2).
        public var brands: [String] { restriction.brandsInWords(on: channel) }
    }

    public let plan: Plan.ID
    public let safetyAlert: Bool
    public let notificationAlert: Bool
    public let channels: [ChannelRule]
    /// The contact officers in the order in which they are to be tried, with their names.
    public let contacts: [(role: String, name: String)]
    public let people: PlanPeople
    public let managedByPs: Bool
    /// The option of the Triage line that reaches the contact officer.
    public let triageOption: Int
    public let ends: CalendarDay
    public let daysLeft: Int
    public let customerInformed: CalendarDay?
    /// The provider's plan in force, as information (R12).
    public let provider: Plan.ID?
    public let flags: [String]

    init(plan: Plan, provider: Plan?, at instant: Instant, title: (StaffMember.ID) -> String) throws(CalendarError) {
        self.plan = plan.id
        safetyAlert = plan.safetyAlert
        notificationAlert = plan.notificationAlert
        channels = Channel.allCases.map { ChannelRule(channel: $0, restriction: plan.restriction(on: $0)) }
        triageOption = plan.management.triageOption
        people = plan.people
        managedByPs = plan.management == .ps
        let officers = [("OMC", plan.people.omc), ("Backup OMC", plan.people.backup)]
        let psso = [("PSSO", plan.people.psso)]
        contacts = (managedByPs ? psso + officers : officers + psso).compactMap { role, id in
            id.map { (role, title($0)) }
        }
        ends = plan.end
        daysLeft = try plan.daysLeft(at: instant)
        customerInformed = plan.customerInformed
        self.provider = provider?.id
        flags = plan.flags
    }

    /// The Personalised Services Triage line, through which a contact officer is reached.
    public static let triageLine = "1800 312 004"
    public static let triageHours = TriageHours.words

    /// When the plan ends, in words.
    public var endInWords: String {
        switch daysLeft {
        case 0: "ends today, \(ends.dated), at midnight"
        case 1: "ends tomorrow, \(ends.dated), 1 day left"
        default: "ends \(ends.dated), \(daysLeft) days left"
        }
    }

    /// The banner for a queue: safety alert, then any agency or provider plan in force (W4).
    public static func queueBanner(plan: Plan?, provider: Plan?) -> String? {
        guard plan != nil || provider != nil else { return nil }
        var parts: [String] = []
        if let plan {
            if plan.safetyAlert { parts.append("SAFETY ALERT") }
            parts.append("MSP in force \(plan.id)")
            parts += Channel.allCases.compactMap { channel in
                let restriction = plan.restriction(on: channel)
                let apart = restriction.levelsApart.map { " (\($0))" } ?? ""
                return restriction.level == .available && apart.isEmpty
                    ? nil : "\(channel.name) \(restriction.level.name)\(apart)"
            }
        }
        if let provider { parts.append("Provider plan \(provider.id)") }
        return parts.joined(separator: " | ")
    }

    public static func == (left: Self, right: Self) -> Bool { left.identity == right.identity }
    public func hash(into hasher: inout Hasher) { hasher.combine(identity) }

    private var identity: [AnyHashable] {
        [plan, safetyAlert, notificationAlert, channels, contacts.map { [$0.role, $0.name] }, ends, daysLeft]
    }
}

extension CustomerRecord {
    /// The agency plan that procedures go by: the one in force or, where none is, the last that was. One that was never
    /// approved, or is to come, is none.
    var planOrLast: Plan? {
        let begun = plans.filter { !$0.provider && $0.status == .active && $0.start <= today(of: $0) }
        return plan ?? begun.max { $0.end < $1.end }
    }

    /// The day of the record's instant by the clock of the plan's state; where this machine lacks its zone, Greenwich.
    func today(of plan: Plan) -> CalendarDay {
        do throws(CalendarError) {
            return try plan.state.zone().day(at: at)
        } catch {
            return CalendarDay(number: at.seconds / 86_400)
        }
    }
}

extension CustomerRecord {
    /// A person without any plan.
    public init(customer: Customer, at instant: Instant) throws(CalendarError) {
        try self.init(customer: customer, plans: [], at: instant, staff: [:], plansOfRepresentatives: [:])
    }

    /// The same record as it stands at another instant: what is in force is computed anew.
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func at(_ instant: Instant) throws(CalendarError) -> CustomerRecord {
        var record = try CustomerRecord(
            customer: customer, plans: plans, at: instant, staff: staff, plansOfRepresentatives: plansOfRepresentatives)
        (record.unrecorded, record.doubtOfClock) = (unrecorded, doubtOfClock)
        return record
    }
}
