/// Something that the register knows and a procedure turns on; policy is decided here, routing in the procedures.
public enum FactName: String, CaseIterable, Sendable, Hashable, Codable, CodingKeyRepresentable {
    // The contact and the plan's restrictions
    case planActive = "plan-active"
    case faceToFaceLevel = "face-to-face-level"
    case phoneLevel = "phone-level"
    case writingLevel = "writing-level"
    /// Some channel is restricted, fully or partly.
    case anyRestriction = "any-restriction"
    /// A one-off variation covers this contact (R11).
    case variation
    /// The contact keeps every term of a partial restriction (R4).
    case inLine = "in-line"
    /// The partial phone restriction lets the customer call the OMC or PSSO alone (R4).
    case omcOnly = "omc-only"
    case managedByPs = "managed-by-ps"
    /// One of the customer's representatives is a customer with an agency plan in force (R6).
    case representativeRestricted = "representative-restricted"

    // The plan
    case planKind = "plan-kind"
    case planTerm = "plan-term"
    case planSystem = "plan-system"
    case planBrand = "plan-brand"
    case daysToEnd = "days-to-end"
    case safetyAlert = "safety-alert"
    case notificationAlert = "notification-alert"
    case omcNamed = "omc-named"
    case backupNamed = "backup-named"
    case customerInformed = "customer-informed"
    /// A contact, or a note of one, since the plan's start (C5).
    case initialContactMade = "initial-contact-made"

    // The person
    /// A nominee, PPE, PPU or power of attorney stands on the plan (R6).
    case representativeNamed = "representative-named"
    case interpreterNeeded = "interpreter-needed"
    /// Some phone number, mobile or not, stands on the record; it says nothing of whether it still works (R9).
    case phoneKnown = "phone-known"
    case mobileKnown = "mobile-known"
    /// The mobile number stands on more than one record (L2).
    case mobileShared = "mobile-shared"
    case incarcerated
    case checkInterval = "check-interval"

    // Incidents on the record
    case incidentKnown = "incident-known"
    case incidentSerious = "incident-serious"
    /// Actual or attempted assault, or actual stalking (A1).
    case incidentAlertBehaviour = "incident-alert-behaviour"

    // Who sits here (Q1)
    case mayRecord = "may-record"
    case mayPropose = "may-propose"
    /// Long-term restrictions.
    case mayApprove = "may-approve"
    /// A safety alert in the plan of the record: in a provisional one a manager may too (A1).
    case mayApproveAlert = "may-approve-alert"

    /// Every value that it can take, each with its words.
    public var labels: [(value: String, label: String)] {
        switch self {
        case .faceToFaceLevel, .phoneLevel, .writingLevel:
            RestrictionLevel.allCases.map { ($0.rawValue, $0.name) }
        case .planKind: [("reactive", "Reactive"), ("proactive", "Proactive")]
        case .planTerm: [("provisional", "Provisional"), ("long-term", "Long-term")]
        case .planSystem: [("cims", "CIMS"), ("cirt", "CIRT")]
        case .planBrand:
            [
                ("centrelink", "Centrelink"), ("medicare-public", "Medicare public"),
                ("medicare-provider", "Medicare provider"), ("child-support", "Child Support"),
                ("several", "More than one brand"),
            ]
        case .daysToEnd:
            [
                ("over-28", "More than 28 days"), ("within-28", "28 days or fewer"), ("within-2", "2 days or fewer"),
                ("ended", "It has ended"),
            ]
        case .checkInterval:
            [
                ("fortnight", "Every fortnight"), ("4-weekly", "Every 4 weeks"), ("12-weekly", "Every 12 weeks"),
                ("26-weekly", "Every 26 weeks"),
            ]
        default: [("yes", "Yes"), ("no", "No")]
        }
    }

    public var values: [String] { labels.map(\.value) }
}

/// A fact as it stands for one contact, with its reason.
public struct Finding: Sendable, Hashable, Codable {
    /// One of ``FactName/values``; nil when the register cannot know, and the person must be asked.
    public var value: String?
    /// Why, in words for the person at the counter.
    public var because: String
    /// The rule of the domain, such as `R4`.
    public var rule: String

    public init(value: String?, because: String, rule: String) {
        self.value = value
        self.because = because
        self.rule = rule
    }
}
