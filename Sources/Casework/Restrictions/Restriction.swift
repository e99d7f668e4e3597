/// A way to reach the agency.
public enum Channel: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable, Hashable {
    case faceToFace, phone
    /// Letters, e-mail and every digital way.
    case writing

    public var name: String {
        switch self {
        case .faceToFace: "Face to face"
        case .phone: "Phone"
        case .writing: "Writing"
        }
    }

    /// Where a contact by it takes place that is taken at `site`: a caller or writer may be anywhere (R5).
    public func site(_ site: String?) -> String? { self == .faceToFace ? site : nil }

    /// As the command line writes it: `face-to-face`.
    public var code: String { self == .faceToFace ? "face-to-face" : rawValue }

    public init?(code: String) {
        guard let channel = Self.allCases.first(where: { $0.code == code || $0.rawValue == code }) else { return nil }
        self = channel
    }
}

/// How far a channel is restricted.
public enum RestrictionLevel: String, CaseIterable, Codable, Sendable, Hashable {
    case available, partial, full

    /// The field's word for the level.
    public var name: String {
        switch self {
        case .available: "Available"
        case .partial: "Partially"
        case .full: "Restricted"
        }
    }
}

/// What a plan says of one channel (R1–R4).
public struct Restriction: Codable, Sendable, Hashable {
    public var level: RestrictionLevel
    /// The arrangement in words, for people.
    public var note: String
    /// Each must be kept, days apart (see ``RestrictionTerm/days(_:from:to:)``); looked at only at level partial.
    public var terms: [RestrictionTerm]
    /// Phone: whether a full restriction covers the OMC's number too (R3). True unless the plan says otherwise.
    public var includesOmc: Bool
    /// Where a brand differs from the rest (R2).
    public var brands: [Brand: BrandRestriction]

    public init(
        level: RestrictionLevel, note: String = "", terms: [RestrictionTerm] = [], includesOmc: Bool = true,
        brands: [Brand: BrandRestriction] = [:]
    ) {
        self.level = level
        self.note = note
        self.terms = terms
        self.includesOmc = includesOmc
        self.brands = brands
    }

    public static let available = Restriction(level: .available)

    /// What holds for `brand`, or for every brand that is not named apart. The channel's note tells nothing of a brand
    /// that differs from it.
    public func applying(to brand: Brand?) -> Restriction {
        guard let brand, let own = brands[brand] else { return self }
        return Restriction(
            level: own.level, note: own.note, terms: own.terms, includesOmc: own.includesOmc ?? includesOmc)
    }
}

/// A level of its own for one brand.
public struct BrandRestriction: Codable, Sendable, Hashable {
    public var level: RestrictionLevel
    public var note: String
    public var terms: [RestrictionTerm]
    /// Nil: as the channel's.
    public var includesOmc: Bool?

    public init(level: RestrictionLevel, note: String = "", terms: [RestrictionTerm] = [], includesOmc: Bool? = nil) {
        self.level = level
        self.note = note
        self.terms = terms
        self.includesOmc = includesOmc
    }
}

/// One condition of a partial restriction, held as data so that a contact can be judged (R4).
public enum RestrictionTerm: Sendable, Hashable {
    /// On these weekdays (all when empty), `from` inclusive, `to` exclusive, local time. Windows that can never hold
    /// together are alternatives: Tuesday morning and Thursday afternoon means either.
    case days(Set<Weekday>, from: TimeOfDay, to: TimeOfDay)
    /// So many contacts a period; at least 1.
    case limit(Int, per: LimitPeriod)
    /// Only these sites.
    case sites([String])
    /// Any site but these.
    case refusedSites([String])
    /// By appointment, arranged through the OMC.
    case appointment
    /// Through the OMC or PSSO alone.
    case only(ContactOfficer)
    /// One phone number.
    case number(String)
    /// One postal or e-mail address.
    case address(String)
    /// No uploading of documents.
    case noUpload
}

extension RestrictionTerm {
    /// The digits of the one number, as dialled; nil where it is named in words alone, and no call can be compared with it.
    static func digits(of number: String) -> String? {
        let digits = SearchText.phoneDigits(number)
        return digits.isEmpty ? nil : digits
    }

    /// The words of the one address; nil where it holds marks alone, and nothing can be compared with it.
    static func addressWords(of address: String) -> [String]? {
        let words = SearchText.address(address)
        return words.isEmpty ? nil : words
    }

    /// Why no contact can be found to keep the term, in words; nil where one can.
    var doubt: String? {
        switch self {
        case .number(let number) where Self.digits(of: number) == nil:
            "the number '\(number)' holds no digit: no call can be judged by it (R4)"
        case .address(let address) where Self.addressWords(of: address) == nil:
            "the address '\(address)' holds no word: nothing can be judged by it (R4)"
        default: nil
        }
    }
}

public enum LimitPeriod: String, CaseIterable, Codable, Sendable, Hashable {
    /// From midnight, local.
    case day
    /// From Monday midnight, local.
    case week
}

public enum ContactOfficer: String, CaseIterable, Codable, Sendable, Hashable {
    case omc, psso

    public var name: String { self == .omc ? "One Main Contact" : "Personalised Services officer" }
}

extension RestrictionTerm: Codable {
    private enum Key: String, CodingKey, CaseIterable {
        case days, from, to, limit, per, sites, refusedSites, appointment, only, number, address, noUpload
    }

    /// Reads the form of the plans file; a key that no term has, or two terms in one, is an error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let every = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        func fail(_ why: String) -> DecodingError {
            .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: why))
        }
        if let stray = every.first(where: { Key(rawValue: $0) == nil }) { throw fail("unknown term '\(stray)'") }
        let keys = Set(container.allKeys)
        func only(_ allowed: Key...) throws {
            if let extra = keys.subtracting(allowed).first {
                throw fail("a term cannot hold '\(extra.rawValue)' as well")
            }
        }
        func wording(_ key: Key) throws -> String {
            let text = try container.decode(String.self, forKey: key)
            guard text.contains(where: { !$0.isWhitespace }) else { throw fail("'\(key.rawValue)' is empty") }
            return text
        }
        func names(_ key: Key) throws -> [String] {
            let names = try container.decode([String].self, forKey: key)
            guard !names.isEmpty, names.allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
                throw fail("'\(key.rawValue)' names no site")
            }
            return names
        }
        func holds(_ key: Key) throws {
            guard try container.decode(Bool.self, forKey: key) else { throw fail("'\(key.rawValue)' can only be true") }
        }
        if !keys.isDisjoint(with: [.days, .from, .to]) {
            try only(.days, .from, .to)
            let days = try container.decodeIfPresent([Weekday].self, forKey: .days) ?? []
            if keys.contains(.days), days.isEmpty { throw fail("'days' names no day") }
            let from = try container.decodeIfPresent(TimeOfDay.self, forKey: .from) ?? .midnight
            let to = try container.decodeIfPresent(TimeOfDay.self, forKey: .to) ?? .endOfDay
            guard from < to else { throw fail("'from' \(from) is not before 'to' \(to)") }
            self = .days(Set(days), from: from, to: to)
        } else if keys.contains(.limit) || keys.contains(.per) {
            try only(.limit, .per)
            let limit = try container.decode(Int.self, forKey: .limit)
            guard limit >= 1 else { throw fail("'limit' must be 1 or more") }
            self = .limit(limit, per: try container.decode(LimitPeriod.self, forKey: .per))
        } else if keys.contains(.sites) {
            try only(.sites)
            self = .sites(try names(.sites))
        } else if keys.contains(.refusedSites) {
            try only(.refusedSites)
            self = .refusedSites(try names(.refusedSites))
        } else if keys.contains(.appointment) {
            try only(.appointment)
            try holds(.appointment)
            self = .appointment
        } else if keys.contains(.only) {
            try only(.only)
            self = .only(try container.decode(ContactOfficer.self, forKey: .only))
        } else if keys.contains(.number) {
            try only(.number)
            self = .number(try wording(.number))
        } else if keys.contains(.address) {
            try only(.address)
            self = .address(try wording(.address))
        } else if keys.contains(.noUpload) {
            try only(.noUpload)
            try holds(.noUpload)
            self = .noUpload
        } else {
            throw fail("a term that says nothing")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .days(let days, let from, let to):
            if !days.isEmpty { try container.encode(days.sorted(), forKey: .days) }
            try container.encode(from, forKey: .from)
            try container.encode(to, forKey: .to)
        case .limit(let count, let period):
            try container.encode(count, forKey: .limit)
            try container.encode(period, forKey: .per)
        case .sites(let names): try container.encode(names, forKey: .sites)
        case .refusedSites(let names): try container.encode(names, forKey: .refusedSites)
        case .appointment: try container.encode(true, forKey: .appointment)
        case .only(let officer): try container.encode(officer, forKey: .only)
        case .number(let number): try container.encode(number, forKey: .number)
        case .address(let address): try container.encode(address, forKey: .address)
        case .noUpload: try container.encode(true, forKey: .noUpload)
        }
    }
}
