/// Something that the register knows and a procedure turns on; policy is decided here, routing in the procedures.
public enum FactName: String, CaseIterable, Sendable, Hashable, Codable {
    case planActive = "plan-active"
    case faceToFaceLevel = "face-to-face-level"
    case phoneLevel = "phone-level"
    /// A one-off variation covers this contact (R11).
    case variation
    /// The contact keeps every term of a partial restriction (R4).
    case inLine = "in-line"
    /// The partial phone restriction lets the customer call the OMC or PSSO alone (R4).
    case omcOnly = "omc-only"
    case managedByPs = "managed-by-ps"
    /// One of the customer's representatives is a customer with an agency plan in force (R6).
    case representativeRestricted = "representative-restricted"

    /// Every value that it can take.
    public var values: [String] {
        switch self {
        case .faceToFaceLevel, .phoneLevel: RestrictionLevel.allCases.map(\.rawValue)
        default: ["yes", "no"]
        }
    }
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
