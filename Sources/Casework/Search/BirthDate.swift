/// Reads birth dates as people write them, day before month.
enum BirthDate {
    /// `46yo`, `46y`, or `46` alone.
    static func age(in word: String) -> Int? {
        // Longer numbers are no ages, and many are asked about.
        guard !word.utf8.prefix(4).allSatisfy(\.isDigit) || word.utf8.count < 4 else { return nil }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let age = Int(digits), age <= 120 else { return nil }
        return ["", "y", "yo", "yr", "yrs", "years"].contains(word.dropFirst(digits.count)) ? age : nil
    }

    /// A date with which `words` begin, `3 apr 1980`, `3rd of april 1980` or `3 4 1980`, and how many it took.
    static func leading(_ words: ArraySlice<String>) -> (dates: [RecordedDate], count: Int)? {
        let first = words.prefix(3)
        if let dates = spelled(first) { return (dates, 3) }
        if words.count > 3, first.dropFirst().first?.lowercased() == "of",
            let dates = spelled(first.prefix(1) + words.dropFirst(2).prefix(2))
        {
            return (dates, 4)
        }
        // A fourth group of digits makes it a number.
        let isNumber = words.dropFirst(3).first?.utf8.allSatisfy { (48...57).contains($0) } ?? false
        return isNumber ? nil : grouped(first).map { ($0, 3) }
    }

    /// `3 4 1980`, `03 04 80`.
    private static func grouped(_ words: ArraySlice<String>) -> [RecordedDate]? {
        guard words.count == 3, let last = words.last, let years = years(last) else { return nil }
        let heads = words.dropLast()
        guard heads.allSatisfy({ $0.utf8.count <= 2 }), let day = heads.first.flatMap({ Int($0) }),
            let month = heads.last.flatMap({ Int($0) }), (1...31).contains(day), (1...12).contains(month)
        else { return nil }
        return years.compactMap { RecordedDate(year: $0, month: month, day: day) }
    }

    /// `3 apr 1980`, `apr 3 1980`.
    static func spelled(_ words: ArraySlice<String>) -> [RecordedDate]? {
        guard words.count == 3, let last = words.last, let year = years(last) else { return nil }
        let heads = words.dropLast().map { $0.lowercased().trimmingSuffix("st", "nd", "rd", "th", ".") }
        for (day, month) in [(heads[0], heads[1]), (heads[1], heads[0])] {
            if let number = Int(day), (1...31).contains(number), let index = monthIndex(month) {
                return year.compactMap { RecordedDate(year: $0, month: index, day: number) }
            }
        }
        return nil
    }

    /// `3/4/1980`, `3.4.80`, `1980-04-03`, `19800403`, `03041980`, `030480`, `3apr1980`; impossible dates too. Nil when
    /// the word is no date at all.
    static func dates(in word: String) -> [RecordedDate]? {
        if word.utf8.count == 6, word.utf8.allSatisfy({ (48...57).contains($0) }) {
            let groups = [word.prefix(2), word.dropFirst(2).prefix(2), word.suffix(2)].map(String.init)
            return grouped(groups[...])
        }
        let day = word.prefix { $0.isASCII && $0.isNumber }
        if (1...2).contains(day.count) {
            let month = word.dropFirst(day.count).prefix { $0.isLetter }
            if month.count >= 3 {
                return spelled([String(day), String(month), String(word.dropFirst(day.count + month.count))][...])
            }
        }
        guard word.utf8.count == 8 || word.utf8.contains(where: { $0 == 0x2F || $0 == 0x2E || $0 == 0x2D }) else {
            return nil
        }
        let parts = word.split(omittingEmptySubsequences: false, whereSeparator: { "/.-".contains($0) }).map(
            String.init)
        if parts.count == 3 {
            if parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
                let date = RecordedDate(year: year, month: month, day: day)
            {
                return [date]
            }
            guard let day = Int(parts[0]), let years = years(parts[2]), (0...99).contains(day) else { return nil }
            guard let month = Int(parts[1]) ?? monthIndex(parts[1].lowercased()) else { return nil }
            let found = years.compactMap { RecordedDate(year: $0, month: month, day: day) }
            return found.isEmpty ? nil : found
        }
        guard parts.count == 1, word.utf8.count == 8, word.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        let digits = word.utf8.map { Int($0 - 48) }
        func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        var found: [RecordedDate] = []
        if (1850...2150).contains(value(0..<4)) {
            found += [RecordedDate(year: value(0..<4), month: value(4..<6), day: value(6..<8))].compactMap(\.self)
        }
        if (1850...2150).contains(value(4..<8)) {
            found += [RecordedDate(year: value(4..<8), month: value(2..<4), day: value(0..<2))].compactMap(\.self)
        }
        return found.isEmpty ? nil : found
    }

    /// The years meant by four digits, or by two: `80` is 1980, or 2080.
    private static func years(_ text: String) -> [Int]? {
        guard let number = Int(text), number >= 0 else { return nil }
        switch text.count {
        case 4: return [number]
        case 2: return [1900 + number, 2000 + number]
        default: return nil
        }
    }

    private static func monthIndex(_ text: String) -> Int? {
        guard text.count >= 3 else { return nil }
        return CalendarDay.monthNames.firstIndex { $0.lowercased().hasPrefix(text) }.map { $0 + 1 }
    }
}

extension CalendarDay {
    /// Reads a day as people write it: `2026-03-04`, `4/3/2026`, `4.3.26`, `4 mar 2026`; two digits of a year are of
    /// this century. Nil for anything else, and for a day that no calendar has.
    public init?(written text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let read = words.count == 1 ? BirthDate.dates(in: words[0]) : BirthDate.spelled(words[...])
        guard let day = read?.last?.day else { return nil }
        self = day
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffixes: String...) -> String {
        for suffix in suffixes where hasSuffix(suffix) && dropLast(suffix.count).allSatisfy(\.isNumber) {
            return String(dropLast(suffix.count))
        }
        return self
    }
}
