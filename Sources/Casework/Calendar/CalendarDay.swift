/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, which is day 0.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The day so named, or nil when there is none (30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
        else { return nil }
        // Counts from March, so that the leap day falls last in its year.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2026-03-04`, and nothing else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func value(_ range: Range<Int>) -> Int? {
            var sum = 0
            for byte in bytes[range] {
                guard byte >= 48, byte <= 57 else { return nil }
                sum = sum * 10 + Int(byte - 48)
            }
            return sum
        }
        guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// The number of days in `month` (1 to 12) of `year`.
    public static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    public var year: Int { parts.year }

    public var weekday: Weekday {
        // Day 0 was a Thursday, the fourth day of a week that begins on Monday.
        Weekday.allCases[((number + 3) % 7 + 7) % 7]
    }

    /// The Monday of this day's week, this day included.
    public var monday: CalendarDay { advanced(by: 1 - weekday.rawValue) }
}

extension CalendarDay: Strideable {
    public func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + days) }
    public func distance(to other: CalendarDay) -> Int { other.number - number }
}

extension CalendarDay: Codable, CustomStringConvertible {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = CalendarDay(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// As `2026-03-04`.
    public var description: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// As `Thursday 5 March 2026`, for people.
    public var inWords: String { "\(weekday.name) \(shortWords) \(parts.year)" }

    /// As `5 March`, for people who know the year.
    public var shortWords: String {
        "\(parts.day) \(monthName)"
    }

    /// As `March`.
    public var monthName: String { Self.monthNames[parts.month - 1] }

    /// As `5 March 2026`.
    public var dated: String { "\(shortWords) \(parts.year)" }

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

/// A day of the week; weeks begin on Monday.
public enum Weekday: Int, CaseIterable, Sendable, Hashable, Comparable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The code of the plans file: `mon`, `tue` and so on.
    public var code: String { String(name.lowercased().prefix(3)) }

    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    public init?(code: String) {
        guard let day = Self.allCases.first(where: { $0.code == code.lowercased() }) else { return nil }
        self = day
    }

    /// Monday to Friday, as the incident system counts business days (P5).
    public var isBusinessDay: Bool { self < .saturday }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Weekday: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let day = Weekday(code: code) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a weekday: \(code)")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// `value` with leading zeros up to `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
