/// Aggression or counterproductive behaviour, as an incident system holds it: read here, recorded there (I1).
public struct Incident: Codable, Sendable, Hashable {
    /// The number that the incident system gave, its system before it: `CIMS-000412`.
    public struct ID: RawRepresentable, Codable, Sendable, Hashable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }
    }

    public var id: ID
    public var system: IncidentSystem
    /// Nil when nobody knew who it was: such an incident stands on no record (I1).
    public var customer: Customer.ID?
    public var occurredAt: Instant
    public var recordedAt: Instant
    /// Where it happened, or which site was called or threatened.
    public var site: String?
    public var behaviours: [Behaviour]
    public var severity: Severity
    public var status: Status
    /// The plan that follows from it, or that it broke.
    public var plan: Plan.ID?
    /// What happened, in the words of whoever recorded it.
    public var summary: String
    public var recordedBy: StaffMember.ID

    public init(
        id: ID, system: IncidentSystem, customer: Customer.ID?, occurredAt: Instant, recordedAt: Instant,
        site: String? = nil, behaviours: [Behaviour], severity: Severity, status: Status, plan: Plan.ID? = nil,
        summary: String, recordedBy: StaffMember.ID
    ) {
        self.id = id
        self.system = system
        self.customer = customer
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.site = site
        self.behaviours = behaviours
        self.severity = severity
        self.status = status
        self.plan = plan
        self.summary = summary
        self.recordedBy = recordedBy
    }
}

extension Incident {
    /// What the person did, as the incident systems name it (I1).
    public enum Behaviour: String, CaseIterable, Codable, Sendable, Hashable {
        case assaultWeaponActual = "assault-weapon-actual"
        case assaultWeaponAttempted = "assault-weapon-attempted"
        case assaultWeaponThreat = "assault-weapon-threat"
        /// Coughing towards staff is one.
        case assaultNoWeaponActual = "assault-no-weapon-actual"
        case assaultNoWeaponAttempted = "assault-no-weapon-attempted"
        case assaultNoWeaponThreat = "assault-no-weapon-threat"
        case assaultBodilyFluidsActual = "assault-bodily-fluids-actual"
        case assaultBodilyFluidsAttempted = "assault-bodily-fluids-attempted"
        case assaultBodilyFluidsThreat = "assault-bodily-fluids-threat"
        case stalkingActual = "stalking-actual"
        case abuseVerbalActual = "abuse-verbal-actual"
        /// Spitting that is not towards people is one.
        case healthAndSafetyActual = "health-and-safety-actual"

        public var name: String {
            switch self {
            case .assaultWeaponActual: "Assault, weapon, actual"
            case .assaultWeaponAttempted: "Assault, weapon, attempted"
            case .assaultWeaponThreat: "Assault, weapon, threat"
            case .assaultNoWeaponActual: "Assault, no weapon, actual"
            case .assaultNoWeaponAttempted: "Assault, no weapon, attempted"
            case .assaultNoWeaponThreat: "Assault, no weapon, threat"
            case .assaultBodilyFluidsActual: "Assault, bodily fluids, actual"
            case .assaultBodilyFluidsAttempted: "Assault, bodily fluids, attempted"
            case .assaultBodilyFluidsThreat: "Assault, bodily fluids, threat"
            case .stalkingActual: "Stalking, actual"
            case .abuseVerbalActual: "Abuse, verbal, actual"
            case .healthAndSafetyActual: "Health and safety, actual, personal health"
            }
        }

        /// Whether a safety alert must be considered after it: assault done or attempted, and stalking done (A1).
        public var callsForSafetyAlert: Bool {
            switch self {
            case .assaultWeaponActual, .assaultWeaponAttempted, .assaultNoWeaponActual, .assaultNoWeaponAttempted,
                .assaultBodilyFluidsActual, .assaultBodilyFluidsAttempted, .stalkingActual:
                true
            case .assaultWeaponThreat, .assaultNoWeaponThreat, .assaultBodilyFluidsThreat, .abuseVerbalActual,
                .healthAndSafetyActual:
                false
            }
        }
    }

    public enum Severity: String, CaseIterable, Codable, Sendable, Hashable, Comparable {
        case low, moderate, serious

        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    public enum Status: String, CaseIterable, Codable, Sendable, Hashable {
        case draft, submitted, final
    }

    /// Whether a safety alert must be considered after it (A1).
    public var callsForSafetyAlert: Bool { behaviours.contains(where: \.callsForSafetyAlert) }
}

extension [Incident] {
    /// Those that were submitted, in their order: a draft is none yet, and nothing follows from it (P12).
    var submitted: [Incident] { filter { $0.status != .draft } }
}
