import Foundation

/// Numbers as an index holds them: an integer of six bytes whose order is that of the digits, so that one look-up
/// finds a whole number and a stretch of the index everyone whose number begins so.
public enum NumberCode {
    /// Longer ones are found by their first digits.
    private static let longest = 12
    private static let lettered: Int64 = 100_000_000_000_000

    /// The codes under which a register finds `customer`.
    public static func codes(of customer: Customer) -> Set<Int64> {
        var codes: Set<Int64> = []
        for (field, number) in customer.namedNumbers {
            let digits = digits(number)
            if digits.count >= 3 {
                codes.insert(code(digits))
                // People say how a number ends, but not of the IDs of other systems.
                if field != "external ID" { codes.insert(-code(digits.reversed())) }
            }
            if digits.count < 3 || digits.count + 1 < number.utf8.count { codes.insert(hash(number)) }
        }
        return codes
    }

    /// The code of the whole number, and the stretches of codes of longer ones that begin or end so.
    public static func ranges(of number: String) -> (whole: [Int64], partly: [ClosedRange<Int64>]) {
        let digits = digits(number)
        var whole: [Int64] = []
        if digits.count < 3 || digits.count + 1 < number.utf8.count { whole.append(hash(number)) }
        guard digits.count >= 3, digits.count + 1 >= number.utf8.count || digits.count >= 5 else { return (whole, []) }
        whole.append(code(digits))
        var partly: [ClosedRange<Int64>] = []
        if digits.count >= 4, digits.count < longest, digits.count == number.utf8.count {
            for length in digits.count + 1...longest {
                let step = power(length - digits.count)
                let first = code(digits) * step
                partly.append(first...(first + step - 1))
                let last = code(digits.reversed()) * step
                partly.append(-(last + step - 1)...(-last))
            }
        }
        return (whole, partly)
    }

    /// The code of the whole of a number that is referred to: the one of ``codes(of:)`` that fewest people share.
    public static func whole(_ number: String) -> Int64 {
        let digits = digits(number)
        return digits.count < 3 || digits.count + 1 < number.utf8.count ? hash(number) : code(digits)
    }

    /// The natural logarithm of how much likelier the person meant bears a number that begins or ends so than another.
    ///
    /// Less for four digits, which are more often a postcode or a year.
    public static func weight(ofPart said: String, population: Double) -> Double {
        let chance = max(1 / population, pow(0.1, Double(said.utf8.count - 1)))
        return log((said.utf8.count < 5 ? 0.03 : 0.5) / chance)
    }

    private static func digits(_ number: String) -> [UInt8] {
        Array(number.utf8.filter { $0 >= 48 && $0 <= 57 }.prefix(longest))
    }

    /// The digits after a 1, which keeps leading zeros.
    private static func code(_ digits: some Sequence<UInt8>) -> Int64 {
        digits.reduce(1) { $0 * 10 + Int64($1 - 48) }
    }

    private static func hash(_ text: String) -> Int64 {
        lettered + NearKeys.hash(text.utf8, kind: 4) % 40_000_000_000_000
    }

    private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { product, _ in product * 10 } }
}
