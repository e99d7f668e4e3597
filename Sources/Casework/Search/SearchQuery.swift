/// What somebody typed to find a person, taken apart: names, birth dates and numbers in any order.
public struct SearchQuery: Sendable, Hashable {
    /// One thing that was said of the person.
    public struct Term: Sendable, Hashable {
        /// As typed, for saying what was searched.
        public let text: String
        /// Any of these keys of ``Customer/searchKeys`` matches.
        public let keys: [Key]
    }

    public struct Key: Sendable, Hashable {
        public let text: String
        /// Whether a key that only begins so matches too.
        public let isPrefix: Bool
    }

    public let text: String
    public let terms: [Term]

    public init(_ text: String) {
        self.text = text
        var terms: [Term] = []
        var rest = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).prefix(Self.longest)
            .map { String($0.prefix(64)) }[...]
        while let word = rest.first {
            if let dates = BirthDate.spelled(rest.prefix(3)) {
                terms.append(Term(text: rest.prefix(3).joined(separator: " "), keys: Self.exact(dates)))
                rest = rest.dropFirst(3)
                continue
            }
            if let (joined, count) = Self.joinedNumber(rest) {
                terms.append(Self.number(joined, text: rest.prefix(count).joined(separator: " ")))
                rest = rest.dropFirst(count)
                continue
            }
            rest = rest.dropFirst()
            if let dates = BirthDate.dates(in: word) {
                terms.append(Term(text: word, keys: Self.exact(dates) + Self.number(word, text: word).keys))
            } else if word.contains(where: \.isNumber) {
                terms.append(Self.number(word, text: word))
            } else if let folded = SearchText.words(word).first {
                terms.append(Term(text: word, keys: [Key(text: folded, isPrefix: true)]))
            }
        }
        self.terms = terms
    }

    /// A question holds at most so many words: more than anybody says, and few enough to answer at once.
    static let longest = 12

    public var isEmpty: Bool { terms.isEmpty }

    private static func exact(_ dates: [RecordedDate]) -> [Key] {
        dates.map { Key(text: $0.text, isPrefix: false) }
    }

    private static func number(_ word: String, text: String) -> Term {
        let phone = SearchText.phoneDigits(word)
        let number = SearchText.number(word)
        var keys = [Key(text: number, isPrefix: true)]
        if phone != number, phone.count >= 6 { keys.append(Key(text: phone, isPrefix: true)) }
        return Term(text: text, keys: keys.filter { !$0.text.isEmpty })
    }

    /// A number that was spoken in groups, such as `307 111 942H` or `0412 345 678`, and how many words it took.
    private static func joinedNumber(_ words: ArraySlice<String>) -> (String, Int)? {
        let run = words.prefix { word in
            let digits = word.filter { $0.isASCII && $0.isNumber }.count
            return digits > 0 && word.count - digits <= 1 && !word.contains("/") && !word.contains(".")
        }
        guard run.count > 1 else { return nil }
        for count in stride(from: run.count, to: 1, by: -1) {
            let joined = run.prefix(count).joined()
            if [9, 10, 11].contains(SearchText.number(joined).count) { return (joined, count) }
        }
        return nil
    }
}

/// Reads birth dates as people write them, day before month.
enum BirthDate {
    /// `3 apr 1980`, `apr 3 1980`.
    static func spelled(_ words: ArraySlice<String>) -> [RecordedDate]? {
        guard words.count == 3, let last = words.last, let year = years(last) else { return nil }
        let heads = words.dropLast().map { $0.lowercased().trimmingSuffix("st", "nd", "rd", "th") }
        for (day, month) in [(heads[0], heads[1]), (heads[1], heads[0])] {
            if let number = Int(day), (1...31).contains(number), let index = monthIndex(month) {
                return year.compactMap { RecordedDate(year: $0, month: index, day: number) }
            }
        }
        return nil
    }

    /// `3/4/1980`, `3.4.80`, `1980-04-03`, `19800403`, `03041980`, `3apr1980`; impossible dates too. Nil when the
    /// word is no date at all.
    static func dates(in word: String) -> [RecordedDate]? {
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

extension String {
    fileprivate func trimmingSuffix(_ suffixes: String...) -> String {
        for suffix in suffixes where hasSuffix(suffix) && dropLast(suffix.count).allSatisfy(\.isNumber) {
            return String(dropLast(suffix.count))
        }
        return self
    }
}
