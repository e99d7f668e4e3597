/// A number by which the agency knows a person or plan, as far as its form tells what it is.
public enum ReferenceNumber {
    public enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
        /// Customer Reference Number: nine digits and a check letter.
        case crn
        /// Ten digits, or eleven with the number of the person on the card.
        case medicare
        /// Child Support ID; its form was not released, so any number of 5 to 9 digits may be one.
        case csid
        /// `MSP-` and six digits or more.
        case plan

        /// As people say it, inside a sentence.
        public var name: String {
            switch self {
            case .crn: "CRN"
            case .medicare: "Medicare number"
            case .csid: "Child Support ID"
            case .plan: "plan ID"
            }
        }
    }

    /// What `reference` looks like; whether its check digit holds does not matter here. Nil for anything else, such as
    /// an external ID.
    public static func kind(of reference: CustomerReference) -> Kind? {
        let bytes = Array(reference.compact.utf8)
        if CustomerReferenceNumber.hasForm(bytes) { return .crn }
        if MedicareNumber.hasForm(bytes) { return .medicare }
        if bytes.starts(with: "MSP".utf8), bytes.count >= 9, bytes.dropFirst(3).allSatisfy(\.isDigit) { return .plan }
        if (5...9).contains(bytes.count), bytes.allSatisfy(\.isDigit) { return .csid }
        return nil
    }

    /// What is wrong with a number that looks like a CRN or Medicare number; nil when its check holds, or when it has
    /// none.
    public static func fault(in reference: CustomerReference) -> ReferenceFault? {
        let compact = reference.compact
        switch kind(of: reference) {
        case .crn where !CustomerReferenceNumber.isValid(compact): return ReferenceFault(kind: .crn, compact: compact)
        case .medicare where !MedicareNumber.isValid(compact): return ReferenceFault(kind: .medicare, compact: compact)
        default: return nil
        }
    }

    /// As people read it, in groups: `307 111 942H`, `2123 45670 1`, `MSP-000001`. Anything else comes back unchanged.
    public static func grouped(_ reference: CustomerReference) -> String {
        let text = reference.compact
        switch kind(of: reference) {
        case .crn: return CustomerReferenceNumber.grouped(text)
        case .medicare: return MedicareNumber.grouped(text)
        case .plan: return "MSP-\(text.dropFirst(3))"
        case .csid, nil: return reference.text
        }
    }
}

/// Why a number cannot be right: it fails the check that its kind carries.
public struct ReferenceFault: UserFacing, Equatable {
    public let kind: ReferenceNumber.Kind
    /// As it was given, without spaces and hyphens, in capitals.
    public let compact: String

    public init(kind: ReferenceNumber.Kind, compact: String) {
        self.kind = kind
        self.compact = compact
    }

    public var message: String {
        let check = kind == .crn ? "check letter" : "check digit"
        return "\(ReferenceNumber.grouped(CustomerReference(compact))) is no \(kind.name): its \(check) does not fit."
    }
    public var remedy: String { "Compare it with the card or letter, or search by name and date of birth." }
    public var fault: Fault { .badInput }
}

/// A CRN: nine digits and the letter that checks them.
public enum CustomerReferenceNumber {
    private static let weights = [512, 256, 128, 64, 32, 16, 8, 4, 2]
    /// The letter for each remainder of the weighted sum modulo 11.
    private static let letters = Array("XVTSLKJHCBA".utf8)

    /// - Parameter compact: without spaces, in capitals.
    public static func isValid(_ compact: some StringProtocol) -> Bool { isValid(Array(compact.utf8)) }

    /// The letter that completes nine digits; nil when there are not nine digits.
    public static func checkLetter(for digits: some StringProtocol) -> Character? {
        let bytes = Array(digits.utf8)
        guard bytes.count == 9, bytes.allSatisfy(\.isDigit) else { return nil }
        return Character(Unicode.Scalar(letter(for: bytes[...])))
    }

    /// As `307 111 942H`.
    public static func grouped(_ compact: String) -> String {
        "\(compact.prefix(3)) \(compact.dropFirst(3).prefix(3)) \(compact.dropFirst(6))"
    }

    static func hasForm(_ bytes: [UInt8]) -> Bool {
        bytes.count == 10 && bytes.dropLast().allSatisfy(\.isDigit) && bytes[9].isCapital
    }

    static func isValid(_ bytes: [UInt8]) -> Bool { hasForm(bytes) && letter(for: bytes[..<9]) == bytes[9] }

    private static func letter(for digits: ArraySlice<UInt8>) -> UInt8 {
        letters[zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1.digitValue } % 11]
    }
}

/// A Medicare number: eight digits, the digit that checks them, the card's issue number, and perhaps the person's
/// number on the card.
public enum MedicareNumber {
    private static let weights = [1, 3, 7, 9, 1, 3, 7, 9]

    /// - Parameter compact: 10 or 11 digits without spaces.
    public static func isValid(_ compact: some StringProtocol) -> Bool { isValid(Array(compact.utf8)) }

    /// The ninth digit; nil when there are not eight digits of which the first is 2 to 6.
    public static func checkDigit(for digits: some StringProtocol) -> Int? {
        let bytes = Array(digits.utf8)
        guard bytes.count == 8, bytes.allSatisfy(\.isDigit), (2...6).contains(bytes[0].digitValue) else { return nil }
        return check(bytes[...])
    }

    /// As `2123 45670 1`, or `3278 85119 5 2` with the person's number.
    public static func grouped(_ compact: String) -> String {
        let parts = [
            compact.prefix(4), compact.dropFirst(4).prefix(5), compact.dropFirst(9).prefix(1), compact.dropFirst(10),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    static func hasForm(_ bytes: [UInt8]) -> Bool {
        (10...11).contains(bytes.count) && bytes.allSatisfy(\.isDigit)
    }

    static func isValid(_ bytes: [UInt8]) -> Bool {
        hasForm(bytes) && (2...6).contains(bytes[0].digitValue) && check(bytes[..<8]) == bytes[8].digitValue
    }

    private static func check(_ digits: ArraySlice<UInt8>) -> Int {
        zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1.digitValue } % 10
    }
}

extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
    var isCapital: Bool { (65...90).contains(self) }
    /// Meant for an ASCII digit.
    fileprivate var digitValue: Int { Int(self) - 48 }
}
