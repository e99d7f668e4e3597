/// A person whom the agency knows, or who has a plan without being a customer.
public struct Customer: Codable, Sendable, Hashable {
    /// The register's own number for the person; stable across imports.
    public struct ID: RawRepresentable, Codable, Sendable, Hashable {
        public let rawValue: Int64
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    public var id: ID
    /// What the system that the person was imported from calls them; unique in a register.
    public var externalId: String
    /// Empty when not known; never both names empty.
    public var givenName: String
    public var surname: String
    public var otherNames: String
    public var preferredName: String
    /// As recorded: sources hold impossible dates, which are kept as text so that they can still be found.
    public var dateOfBirth: RecordedDate?
    public var crn: String?
    public var medicareNumber: String?
    public var csid: String?
    public var phoneMobile: String?
    public var phoneHome: String?
    public var email: String?
    public var addressLine1: String?
    public var addressLine2: String?
    public var suburb: String?
    public var postcode: String?
    public var state: AustralianState?
    public var brands: [Brand]
    /// The language an interpreter is needed for, when one is.
    public var interpreterLanguage: String?
    /// Free codes of the source system, such as a vulnerability indicator.
    public var indicators: [String]

    public init(
        id: ID, externalId: String, givenName: String = "", surname: String = "", otherNames: String = "",
        preferredName: String = "", dateOfBirth: RecordedDate? = nil, crn: String? = nil,
        medicareNumber: String? = nil, csid: String? = nil, phoneMobile: String? = nil, phoneHome: String? = nil,
        email: String? = nil, addressLine1: String? = nil, addressLine2: String? = nil, suburb: String? = nil,
        postcode: String? = nil, state: AustralianState? = nil, brands: [Brand] = [],
        interpreterLanguage: String? = nil, indicators: [String] = []
    ) {
        self.id = id
        self.externalId = externalId
        self.givenName = givenName
        self.surname = surname
        self.otherNames = otherNames
        self.preferredName = preferredName
        self.dateOfBirth = dateOfBirth
        self.crn = crn
        self.medicareNumber = medicareNumber
        self.csid = csid
        self.phoneMobile = phoneMobile
        self.phoneHome = phoneHome
        self.email = email
        self.addressLine1 = addressLine1
        self.addressLine2 = addressLine2
        self.suburb = suburb
        self.postcode = postcode
        self.state = state
        self.brands = brands
        self.interpreterLanguage = interpreterLanguage
        self.indicators = indicators
    }

    /// Given name, other names and surname, as far as they are known.
    public var name: String {
        [givenName, otherNames, surname].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Whether the mobile or home number has these digits, as ``SearchText/phoneDigits(_:)`` gives them.
    public func bears(phoneDigits digits: String) -> Bool {
        [phoneMobile, phoneHome].contains { $0.map(SearchText.phoneDigits) == digits }
    }
}

/// A date as a source recorded it: `1980-04-03`, or digits that no calendar has, such as `1908-02-31`.
public struct RecordedDate: Hashable, Sendable, Codable, CustomStringConvertible {
    /// `YYYY-MM-DD`, each part within its digits but not necessarily a day that exists.
    public let text: String

    /// Keeps any year, month and day of two digits each; nil when a part does not fit its digits.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (0...99).contains(month), (0...99).contains(day) else { return nil }
        text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public init(_ day: CalendarDay) {
        text = day.description
    }

    /// Reads ten characters of the form `1980-04-03`.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        // Every person read from a register passes here.
        let isDate = text.withUTF8 { bytes in
            bytes.count == 10
                && bytes.indices.allSatisfy { place in
                    place == 4 || place == 7
                        ? bytes[place] == UInt8(ascii: "-") : bytes[place] >= 48 && bytes[place] <= 57
                }
        }
        guard isDate else { return nil }
        self.text = text
    }

    /// The day meant, or nil when no calendar has it.
    public var day: CalendarDay? { CalendarDay(text) }
    public var year: Int { text.utf8.prefix(4).reduce(0) { $0 * 10 + Int($1) - 48 } }
    public var description: String { text }

    /// As `3 April 1980`; an impossible date as it was recorded.
    public var inWords: String { day?.dated ?? text }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let read = try container.decode(String.self)
        guard let date = RecordedDate(read) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(read)")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A line of service of the agency.
public enum Brand: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable, Hashable {
    case centrelink, medicarePublic, medicareProvider, childSupport

    public var name: String {
        switch self {
        case .centrelink: "Centrelink"
        case .medicarePublic: "Medicare public"
        case .medicareProvider: "Medicare provider"
        case .childSupport: "Child Support"
        }
    }
}
