/// Somebody to be told of a contact (C1).
public enum NotifiedRole: String, CaseIterable, Sendable, Hashable, Codable {
    case omc, backup, psso
    case employeeResponsible = "employee-responsible"
    /// Named on no plan: told in person, where the contact takes place.
    case teamLeader = "team-leader"
}

/// What the people of a plan are told of a contact, or of work on the plan, once its note is saved (C1). It holds nothing
/// that tells who the customer is.
public struct ContactNotification: Codable, Sendable, Hashable {
    /// Somebody whose contact the plan does not bind.
    public enum Unbound: String, Codable, Sendable {
        /// R6
        case representative
        /// R7
        case agency
    }

    public var plan: Plan.ID
    public var roles: [NotifiedRole]
    /// Nil where there was no contact.
    public var channel: Channel?
    /// Nil where the plan binds nobody in it, or there was no contact.
    public var verdict: Verdict?
    /// Who made a contact that has no verdict; nil in drafts of earlier versions: a representative.
    public var madeBy: Unbound?
    /// The outcome's title.
    public var outcome: String
    public var occurredAt: Instant
    public var site: String?
    /// Whether the person was turned away; nil where that is not known, or the outcome tells it.
    public var refused: Bool?

    public init(
        plan: Plan.ID, roles: [NotifiedRole], channel: Channel?, verdict: Verdict?, madeBy: Unbound? = nil,
        outcome: String, occurredAt: Instant, site: String? = nil, refused: Bool? = nil
    ) {
        self.plan = plan
        self.roles = roles
        self.channel = channel
        self.verdict = verdict
        self.madeBy = madeBy
        self.outcome = outcome
        self.occurredAt = occurredAt
        self.site = site
        self.refused = refused
    }
}

extension ContactNotification {
    /// What is told of a contact that no guide led through: to the OMC, and of a call to the backup too (C1). Nil
    /// without a plan, whose people they are.
    public init?(of contact: Contact, on plan: Plan?) {
        guard let plan, let verdict = contact.verdict else { return nil }
        self.init(
            plan: plan.id, roles: contact.channel == .phone ? [.omc, .backup] : [.omc], channel: contact.channel,
            verdict: verdict, outcome: contact.outcome ?? contact.channel.name, occurredAt: contact.occurredAt,
            site: contact.site, refused: contact.refused)
    }
}

extension Plan {
    /// Whom `role` names on this plan; the OMC of a customer managed by Personalised Services is the PSSO.
    public func officer(_ role: NotifiedRole) -> StaffMember.ID? {
        switch role {
        case .omc: management == .ps ? people.psso ?? people.omc : people.omc
        case .backup: people.backup
        case .psso: people.psso
        case .employeeResponsible: people.employeeResponsible
        case .teamLeader: nil
        }
    }

    /// As which officer `staff` has contact with this plan's customer: a contact that reaches them is one to the OMC or
    /// PSSO (R4). Nil where they are neither these nor the backup.
    public func contactRole(of staff: StaffMember.ID) -> NotifiedRole? {
        switch staff {
        case people.omc: .omc
        case people.psso: .psso
        case people.backup: .backup
        default: nil
        }
    }

    /// Who is mailed, each person once and in the order of `roles`; nobody of what they did themselves.
    ///
    /// A plan without OMC or PSSO keeps their mail until it names one. A backup or Employee Responsible who is not
    /// there is not missed.
    public func recipients(
        for roles: [NotifiedRole], author: StaffMember.ID
    ) -> [(role: NotifiedRole, id: StaffMember.ID?)] {
        var told: Set<StaffMember.ID> = [author]
        var isWaiting = false
        return roles.compactMap { role in
            if let id = officer(role) { return told.insert(id).inserted ? (role, id) : nil }
            guard role == .omc || role == .psso, !isWaiting else { return nil }
            isWaiting = true
            return (role, nil)
        }
    }
}

extension ContactNotification {
    /// The subject of its mail, without the mark of practice.
    var subject: String { "Plan \(plan): \(channel.map { "\($0.inMail) \(verdictInMail)" } ?? outcome)" }

    private var verdictInMail: String {
        verdict?.inMail ?? (madeBy == .agency ? "made by the agency" : "from a representative")
    }

    /// The mail's words, a line each.
    func lines(to role: NotifiedRole, by author: StaffMember, zone: LocalZone, practice: Bool) -> [String] {
        let (day, time, _) = zone.clock(at: occurredAt)
        var lines = practice ? ["PRACTICE: invented people. Nothing of this happened.", ""] : []
        if let channel {
            lines += ["There was a contact with the customer of plan \(plan).", ""]
            lines.append("Contact: \(channel.name.lowercased()), \(verdictInMail)\(refused == true ? ", refused" : "")")
        } else {
            lines += ["A guide was followed on plan \(plan).", ""]
        }
        lines.append("Outcome: \(outcome)")
        lines.append("When:    \(day.weekday.name) \(day.dated), \(time.inWords) (\(zone.identifier))")
        if let site { lines.append("Where:   \(site)") }
        lines.append("By:      \(([author.id.rawValue] + [author.site].compactMap { $0 }).joined(separator: ", "))")
        lines += ["", role.request(of: channel == nil ? "work" : "contact"), ""]
        return lines + ["The number of the plan opens the record: this mail names nobody."]
    }
}

extension NotifiedRole {
    /// The role as it stands on a plan.
    public var name: String {
        switch self {
        case .omc: "OMC"
        case .backup: "Backup OMC"
        case .psso: "PSSO"
        case .employeeResponsible: "Employee Responsible"
        case .teamLeader: "Team leader or manager"
        }
    }

    /// The role in full, as it is said to a person.
    public var inWords: String {
        switch self {
        case .omc: "One Main Contact"
        case .backup: "backup One Main Contact"
        case .psso: "Personalised Services officer"
        case .employeeResponsible: "Employee Responsible"
        case .teamLeader: "team leader or manager"
        }
    }

    fileprivate func request(of what: String) -> String {
        switch self {
        case .omc, .psso: "You are its \(name). Please read the note of this \(what), and do what it leaves for you."
        case .backup: "You are its backup OMC. Please read the note of this \(what), so that you can stand in."
        case .employeeResponsible:
            "You answer for this plan. Please read the note, and see that somebody does what it leaves to be done."
        case .teamLeader: "Please read the note of this \(what)."
        }
    }
}

extension Channel {
    fileprivate var inMail: String {
        switch self {
        case .faceToFace: "contact face to face"
        case .phone: "contact by phone"
        case .writing: "contact in writing"
        }
    }
}

extension Verdict {
    fileprivate var inMail: String {
        switch self {
        case .inLine: "in line"
        case .notInLine: "not in line"
        case .ask: "not judged"
        }
    }
}
