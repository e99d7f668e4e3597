/// A Managed Service Plan: administrative action that tailors how a person is served (P8).
public struct Plan: Codable, Sendable, Hashable {
    /// As `MSP-000001`; given when the plan is first saved.
    public struct ID: RawRepresentable, Codable, Sendable, Hashable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }
    }

    public var id: ID
    public var customer: Customer.ID
    public var kind: PlanKind
    public var status: PlanStatus
    /// The first day in force, from 00:00 in the plan's state (P6).
    public var start: CalendarDay
    /// The last day in force, to 24:00 exclusive in the plan's state (P6).
    public var end: CalendarDay
    /// The service zone, such as `Sydney West`.
    public var zone: String
    /// The state whose clock and holidays the plan follows.
    public var state: AustralianState
    public var system: IncidentSystem
    /// Brands at risk.
    public var brands: [Brand]
    public var management: Management
    public var people: PlanPeople
    public var restrictions: [Channel: Restriction]
    public var safetyAlert: Bool
    public var notificationAlert: Bool
    public var customerInformed: CalendarDay?
    public var variations: [Variation]
    public var appointments: [Appointment]
    public var representatives: [Representative]
    /// An Employment Services Provider's plan: information only (R12).
    public var provider: Bool
    /// What today's rules would refuse in this plan, in words; an imported plan is kept and flagged (R8).
    public var flags: [String]

    public init(
        id: ID, customer: Customer.ID, kind: PlanKind, status: PlanStatus, start: CalendarDay, end: CalendarDay,
        zone: String, state: AustralianState, system: IncidentSystem = .cims, brands: [Brand] = [.centrelink],
        management: Management = .zone, people: PlanPeople = PlanPeople(), restrictions: [Channel: Restriction] = [:],
        safetyAlert: Bool = false, notificationAlert: Bool = false, customerInformed: CalendarDay? = nil,
        variations: [Variation] = [], appointments: [Appointment] = [], representatives: [Representative] = [],
        provider: Bool = false, flags: [String] = []
    ) {
        self.id = id
        self.customer = customer
        self.kind = kind
        self.status = status
        self.start = start
        self.end = end
        self.zone = zone
        self.state = state
        self.system = system
        self.brands = brands
        self.management = management
        self.people = people
        self.restrictions = restrictions
        self.safetyAlert = safetyAlert
        self.notificationAlert = notificationAlert
        self.customerInformed = customerInformed
        self.variations = variations
        self.appointments = appointments
        self.representatives = representatives
        self.provider = provider
        self.flags = flags
    }

    /// What the plan says of `channel`; a channel that it does not name is available.
    public func restriction(on channel: Channel) -> Restriction { restrictions[channel] ?? .available }
}

public enum PlanKind: String, CaseIterable, Codable, Sendable, Hashable {
    /// Follows an incident (P1).
    case reactive
    /// Vulnerability, barrier, risk information or direct referral (P1).
    case proactive
}

/// Where a plan stands in its approval (P9). That a plan has ended follows from its dates and is never stored.
public enum PlanStatus: String, CaseIterable, Codable, Sendable, Hashable {
    case draft, submitted, active, rejected, removed
}

public enum IncidentSystem: String, CaseIterable, Codable, Sendable, Hashable {
    case cims = "CIMS"
    case cirt = "CIRT"
}

/// Who manages the customer.
public enum Management: String, CaseIterable, Codable, Sendable, Hashable {
    case zone
    /// Personalised Services.
    case ps

    /// The option of the Triage line that reaches the contact officer: 1 PS-managed, 2 zone OMC (MFU 5).
    public var triageOption: Int { self == .ps ? 1 : 2 }
}

/// The people named on a plan (P8).
public struct PlanPeople: Codable, Sendable, Hashable {
    public var omc: StaffMember.ID?
    public var backup: StaffMember.ID?
    public var psso: StaffMember.ID?
    public var employeeResponsible: StaffMember.ID?
    public var approver: StaffMember.ID?

    public init(
        omc: StaffMember.ID? = nil, backup: StaffMember.ID? = nil, psso: StaffMember.ID? = nil,
        employeeResponsible: StaffMember.ID? = nil, approver: StaffMember.ID? = nil
    ) {
        self.omc = omc
        self.backup = backup
        self.psso = psso
        self.employeeResponsible = employeeResponsible
        self.approver = approver
    }
}

/// An approved exception for one contact: it covers that contact alone and expires by itself (R11).
public struct Variation: Codable, Sendable, Hashable {
    public var channel: Channel
    /// The one site that it covers; nil covers every site.
    public var site: String?
    /// Inclusive.
    public var from: Instant
    /// Exclusive.
    public var to: Instant
    public var approvedBy: StaffMember.ID?

    public init(channel: Channel, site: String? = nil, from: Instant, to: Instant, approvedBy: StaffMember.ID? = nil) {
        self.channel = channel
        self.site = site
        self.from = from
        self.to = to
        self.approvedBy = approvedBy
    }
}

/// A visit arranged through the OMC (R4).
public struct Appointment: Codable, Sendable, Hashable {
    public var site: String
    public var at: Instant

    public init(site: String, at: Instant) {
        self.site = site
        self.at = at
    }
}

/// Somebody who may act for the customer; a restriction does not bind them (R6).
public struct Representative: Codable, Sendable, Hashable {
    public enum Role: String, CaseIterable, Codable, Sendable, Hashable {
        case nominee, ppe, ppu, powerOfAttorney

        public var name: String {
            switch self {
            case .nominee: "nominee"
            case .ppe: "person permitted to enquire"
            case .ppu: "person permitted to update"
            case .powerOfAttorney: "power of attorney"
            }
        }
    }

    public var name: String
    public var role: Role
    /// Set when the representative is a customer, who may have a restriction of their own (R6).
    public var customer: Customer.ID?

    public init(name: String, role: Role, customer: Customer.ID? = nil) {
        self.name = name
        self.role = role
        self.customer = customer
    }
}
