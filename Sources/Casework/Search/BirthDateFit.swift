import Foundation

/// How a birth date that was said fits one that is recorded.
public enum BirthDateFit: Int, Sendable, Hashable, CaseIterable {
    case exact, dayAndMonthSwapped, oneDigit, digitsSwapped, sameDayAndMonth, sameMonthAndYear, sameYear, different

    public init(of said: RecordedDate, to recorded: RecordedDate) {
        self.init(of: Born(said), to: Born(recorded))
    }

    public init(of said: Born, to recorded: Born) {
        guard said != recorded else {
            self = .exact
            return
        }
        let (left, right) = (said.parts, recorded.parts)
        if left.year == right.year, left.month == right.day, left.day == right.month {
            self = .dayAndMonthSwapped
            return
        }
        let (wrong, areSwapped) = said.digitsThatDiffer(from: recorded)
        if wrong == 1 {
            self = .oneDigit
        } else if areSwapped {
            self = .digitsSwapped
        } else if left.month == right.month, left.day == right.day {
            self = .sameDayAndMonth
        } else if left.year == right.year, left.month == right.month {
            self = .sameMonthAndYear
        } else if left.year == right.year {
            self = .sameYear
        } else {
            self = .different
        }
    }

    /// The natural logarithm of how much likelier this is for the person meant than for somebody else.
    ///
    /// For the person meant: the date is right in 85 of 100 cases, swapped in 2, off by a digit or two in 6, another
    /// altogether in 3. For somebody else: one birth date of 27,000 is as likely as another, and 45 differ by a digit.
    public var weight: Double { Self.weights[rawValue] }

    private static let weights: [Double] = [
        (0.85, 1.0), (0.02, 1), (0.045, 45), (0.01, 6), (0.012, 75), (0.008, 30), (0.006, 335), (0.03, 26_500),
    ].map { log($0.0 / ($0.1 / 27_000)) }

    /// In words; nil when nothing fits.
    var reason: String? {
        switch self {
        case .exact: "date of birth"
        case .dayAndMonthSwapped: "date of birth: day and month swapped"
        case .oneDigit: "date of birth: one digit differs"
        case .digitsSwapped: "date of birth: two digits swapped"
        case .sameDayAndMonth: "day and month of birth, another year"
        case .sameMonthAndYear: "month and year of birth"
        case .sameYear: "year of birth"
        case .different: nil
        }
    }
}

/// A recorded date as a number of eight digits, `19800403`: small in an index, quick to compare.
public struct Born: RawRepresentable, Sendable, Hashable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public init(_ date: RecordedDate) {
        var value: Int64 = 0
        for byte in date.text.utf8 where byte != UInt8(ascii: "-") { value = value * 10 + Int64(byte & 15) }
        rawValue = value
    }

    var parts: (year: Int64, month: Int64, day: Int64) { (rawValue / 10_000, rawValue / 100 % 100, rawValue % 100) }

    fileprivate var digits: [UInt8] {
        var rest = rawValue
        var digits = [UInt8](repeating: 0, count: 8)
        for index in stride(from: 7, through: 0, by: -1) {
            digits[index] = UInt8(rest % 10)
            rest /= 10
        }
        return digits
    }

    /// How many digits differ, and whether they are two, side by side or one apart, that changed places.
    fileprivate func digitsThatDiffer(from other: Born) -> (count: Int, areSwapped: Bool) {
        var (left, right) = (rawValue, other.rawValue)
        var count = 0
        var last: (place: Int, left: Int64, right: Int64) = (-9, 0, 0)
        var areSwapped = false
        for place in 0..<8 {
            let (a, b) = (left % 10, right % 10)
            if a != b {
                count += 1
                areSwapped = count == 2 && place - last.place <= 2 && a == last.right && b == last.left
                last = (place, a, b)
            }
            left /= 10
            right /= 10
        }
        return (count, areSwapped && count == 2)
    }

    /// Day and month in each other's place; nil where no calendar has that month, and where they are the same.
    public var swapped: Born? {
        let (year, month, day) = parts
        return day != month && (1...12).contains(day) ? Born(rawValue: year * 10_000 + day * 100 + month) : nil
    }

    /// The dates for which this one may have been said by a slip: day and month swapped, one digit wrong, neighbours
    /// swapped. Days that no calendar has are left out, but for those of the kind that registers hold (31 in any
    /// month).
    public var near: [Born] {
        var found: Set<Int64> = []
        func add(_ value: Int64) {
            let (year, month, day) = Born(rawValue: value).parts
            if value != rawValue, (1850...2100).contains(year), (1...12).contains(month), (1...31).contains(day) {
                found.insert(value)
            }
        }
        let (year, month, day) = parts
        add(year * 10_000 + day * 100 + month)
        let digits = digits
        var power: Int64 = 1
        for index in stride(from: 7, through: 2, by: -1) {
            let own = Int64(digits[index])
            for digit in 0...9 { add(rawValue + (Int64(digit) - own) * power) }
            if index > 2 {
                let left = Int64(digits[index - 1])
                add(rawValue + (left - own) * power + (own - left) * power * 10)
            }
            power *= 10
        }
        return found.sorted().map(Born.init(rawValue:))
    }
}
