import Casework

/// How a file writes its dates: year, month and day in Unicode letters, such as `yyyyMMdd` or `d/M/yy`.
struct DatePattern {
    private enum Part: Equatable {
        /// `count` letters: four of `y` are four digits, two are two; one is any number up to four.
        case year(Int)
        /// One letter: one or two digits; two: two digits; three or more: an English name or its first three letters.
        case month(Int)
        case day(Int)
        case literal(UInt8)
    }

    let text: String
    private let parts: [Part]
    /// Two digits mean the latest such year that is not after this one.
    private let latestYear: Int

    static func iso(latestYear: Int) throws(ImportError) -> DatePattern {
        try DatePattern("yyyy-MM-dd", latestYear: latestYear)
    }

    /// - Throws: ``ImportError/badDateFormat(_:)`` when the year, month or day is missing or stands twice, or another
    ///   letter stands in it.
    init(_ text: String, latestYear: Int) throws(ImportError) {
        var parts: [Part] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let count = bytes[index...].prefix { $0 == byte }.count
            switch byte {
            case UInt8(ascii: "y") where count <= 4, UInt8(ascii: "u") where count <= 4: parts.append(.year(count))
            case UInt8(ascii: "M") where count <= 4: parts.append(.month(count))
            case UInt8(ascii: "d") where count <= 2: parts.append(.day(count))
            case 65...90, 97...122: throw .badDateFormat(text)
            default: parts += repeatElement(.literal(byte), count: count)
            }
            index += count
        }
        let letters = parts.map { part in
            switch part {
            case .year: "y"
            case .month: "M"
            case .day: "d"
            case .literal: ""
            }
        }
        guard letters.joined().count == 3, Set(letters).isSuperset(of: ["y", "M", "d"]) else {
            throw .badDateFormat(text)
        }
        self.text = text
        self.parts = parts
        self.latestYear = latestYear
    }

    /// The date written, a day that no calendar has included; nil when the text does not fit the pattern.
    func date(in written: String) -> RecordedDate? {
        var rest = Array(written.utf8)[...]
        var year = 0
        var month = 0
        var day = 0
        func number(_ digits: ClosedRange<Int>) -> Int? {
            let found = rest.prefix(digits.upperBound).prefix { (48...57).contains($0) }
            guard found.count >= digits.lowerBound else { return nil }
            rest = rest.dropFirst(found.count)
            return found.reduce(0) { $0 * 10 + Int($1 - 48) }
        }
        for part in parts {
            switch part {
            case .literal(let byte):
                guard rest.first == byte else { return nil }
                rest = rest.dropFirst()
            case .year(2):
                guard let read = number(2...2) else { return nil }
                let century = latestYear / 100 * 100
                year = century + read > latestYear ? century - 100 + read : century + read
            case .year(let count):
                guard let read = number(count == 1 ? 1...4 : count...4) else { return nil }
                year = read
            case .month(let count) where count >= 3:
                let letters = String(decoding: rest.prefix { ($0 | 32) >= 97 && ($0 | 32) <= 122 }, as: UTF8.self)
                guard letters.count >= 3,
                    let index = Self.months.firstIndex(where: { $0.hasPrefix(letters.lowercased()) })
                else { return nil }
                month = index + 1
                rest = rest.dropFirst(letters.utf8.count)
            case .month(let count):
                guard let read = number(count...2) else { return nil }
                month = read
            case .day(let count):
                guard let read = number(count...2) else { return nil }
                day = read
            }
        }
        guard rest.isEmpty else { return nil }
        return RecordedDate(year: year, month: month, day: day)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
