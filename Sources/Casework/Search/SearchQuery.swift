/// What somebody typed to find a person, taken apart: names, places, birth dates and numbers in any order.
public struct SearchQuery: Sendable, Hashable {
    /// One thing that was said of the person, and what it may mean.
    public struct Part: Sendable, Hashable {
        /// As typed, for saying what was searched.
        public let text: String
        public let readings: [Reading]

        /// The folded word, when the part may be one of a name or place, or a postcode.
        var word: String? {
            for case .word(let word) in readings { return word }
            return nil
        }

        /// The numbers for which it may stand, folded, in the order in which they are tried.
        public var numbers: [String] {
            readings.compactMap { reading in
                if case .number(let number) = reading { number } else { nil }
            }
        }

        /// Whether it is a CRN whose check letter holds: that is the whole of a number, and the part of none.
        public var isWholeCRN: Bool {
            guard case .number(let number) = readings.first, number.utf8.count == 10, number.utf8.last?.isDigit == false
            else { return false }
            return CustomerReferenceNumber.isValid(number.uppercased())
        }

        /// Whether it has the form of a plan's number.
        public var isPlan: Bool {
            if case .number(let number) = readings.first { SearchQuery.isPlan(number) } else { false }
        }
    }

    public enum Reading: Sendable, Hashable {
        /// Folded: of a name, of a place, or a postcode.
        case word(String)
        case born(RecordedDate)
        /// In one of these years.
        case bornIn(ClosedRange<Int>)
        /// Digits and letters, folded: the whole of a number, its beginning or its end.
        case number(String)
    }

    /// Neighbouring parts read as one word: `jord an` is Jordan, `st marys` a suburb.
    public struct Span: Sendable, Hashable {
        /// Indexes of ``SearchQuery/parts``.
        public let parts: Range<Int>
        public let word: String
        /// Whether the word may not be finished: the last one only.
        public let begins: Bool
        /// Whether the word may be left at its beginning, as who is in a hurry leaves it: three letters or more, or an
        /// initial beside other words.
        public let mayBeShortened: Bool
        public let making: Making
        public var isInitial: Bool { word.utf8.count == 1 }
        /// A postcode, or the beginning of one.
        public var isDigits: Bool { word.utf8.allSatisfy(\.isDigit) }
    }

    /// How a word of a question came about: what was put together by us is taken for less.
    public enum Making: Sendable, Hashable {
        case said
        case joined
        /// One of the words is a single letter.
        case joinedWithInitial
    }

    public let text: String
    public let parts: [Part]
    /// Every word, and in a question of usual length every two or three that stand together.
    public let spans: [Span]

    /// - Parameter today: against which an age is counted; without it an age is a number like another.
    public init(_ text: String, today: CalendarDay? = nil) {
        self.text = text
        var parts: [Part] = []
        var rest = Self.pieces(text)[...]
        while let word = rest.first {
            if let (dates, count) = BirthDate.leading(rest) {
                parts.append(
                    Part(text: rest.prefix(count).joined(separator: " "), readings: dates.map { .born($0) }))
                rest = rest.dropFirst(count)
            } else if let (number, count) = Self.spokenNumber(rest) {
                let numbers = [number] + [Self.medicareCard(number)].compactMap(\.self)
                parts.append(
                    Part(text: rest.prefix(count).joined(separator: " "), readings: numbers.map { .number($0) }))
                rest = rest.dropFirst(count)
            } else {
                rest = rest.dropFirst()
                parts += Self.parts(of: word, today: today)
            }
        }
        // How somebody is addressed is no name, and would fit nobody.
        if parts.count > 1, let word = parts[0].word, Self.titles.contains(word) { parts.removeFirst() }
        // Somebody may be called Mohamed Mohamed; nobody has one name thrice.
        if parts.count > 2 {
            var said: [Part: Int] = [:]
            parts.removeAll { part in
                said[part, default: 0] += 1
                return said[part, default: 0] > 2
            }
        }
        self.parts = Array(parts.prefix(Self.longest))
        let isFinished = text.last?.isWhitespace ?? true
        spans = Self.spans(of: self.parts, isFinished: isFinished)
    }

    /// A question holds at most so many words: more than anybody says, and few enough to answer at once.
    static let longest = 12
    /// In a longer one every word is taken by itself: it has enough of them to find anybody by.
    private static let longestWithJoins = 8
    /// No name has a longer word.
    static let longestWord = 40

    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr"]

    public var isEmpty: Bool { parts.isEmpty }

    /// What to say where nobody was found for `text` because it says no more than a year or an age, which hundreds share
    /// and nobody is looked up by; nil for any other.
    public static func tooLittle(in text: String) -> String? {
        // Whatever the day, an age is read as one.
        let parts = SearchQuery(text, today: CalendarDay(number: 0)).parts
        let isYear = parts.allSatisfy { part in
            part.readings.contains { if case .bornIn = $0 { true } else { false } }
        }
        guard !parts.isEmpty, isYear else { return nil }
        return "A year or an age alone is too little: add a name, a suburb or the whole date."
    }

    private static func pieces(_ text: String) -> [String] {
        // Bytes part plain text as characters would, in a tenth of the time.
        if text.utf8.allSatisfy({ $0 < 128 }) {
            return text.utf8.prefix(2_000).split { (9...13).contains($0) || $0 == 32 || $0 == 44 || $0 == 59 }
                .prefix(longest).map { String(Substring($0.prefix(longestWord))) }
        }
        return text.prefix(2_000).split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" })
            .prefix(longest).map { String($0.prefix(longestWord)) }
    }

    private static func parts(of word: String, today: CalendarDay?) -> [Part] {
        if let dates = BirthDate.dates(in: word) {
            return [Part(text: word, readings: dates.map { .born($0) } + [.number(SearchText.number(word))])]
        }
        if word.utf8.contains(where: \.isDigit), word.contains(where: { $0.isASCII && $0.isNumber }) {
            return [Part(text: word, readings: numberReadings(word, today: today))].filter { !$0.readings.isEmpty }
        }
        // A hyphen parts two names, of which people know one or both; the span joins them again.
        return word.split(whereSeparator: { $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" || $0 == "\u{2013}" })
            .compactMap { piece in
                SearchText.words(piece).first.map {
                    Part(text: String(piece), readings: [.word(String($0.prefix(longestWord)))])
                }
            }
    }

    private static func numberReadings(_ word: String, today: CalendarDay?) -> [Reading] {
        let number = SearchText.number(word)
        if isPlan(number) { return [.number(number)] }
        var readings: [Reading] = []
        if let today, let age = BirthDate.age(in: word.lowercased()) {
            readings.append(.bornIn((today.year - age - 1)...(today.year - age)))
        }
        if number.utf8.count == 4, let year = Int(number) {
            if (1850...2150).contains(year) { readings.append(.bornIn(year...year)) }
            readings.append(.word(number))
        }
        let phone = SearchText.phoneDigits(word)
        if number.utf8.count >= 3 { readings.append(.number(number)) }
        let others = number.utf8.count { !$0.isDigit }
        // A letter is never dialled: without it a CRN whose letter is wrong would be somebody's.
        if others == 0, phone != number, phone.utf8.count >= 6 { readings.append(.number(phone)) }
        if let card = medicareCard(number) { readings.append(.number(card)) }
        // Unit 7b, or a name with a digit by a slip of the finger.
        if others >= 2, number.count(where: \.isLetter) >= 2 { readings.append(.word(number)) }
        return readings
    }

    /// The ten digits of a Medicare number that was read with the eleventh, which tells a person from others of the card.
    private static func medicareCard(_ number: String) -> String? {
        guard number.utf8.count == 11, number.utf8.allSatisfy(\.isDigit) else { return nil }
        let card = String(number.prefix(10))
        return ReferenceNumber.kind(of: CustomerReference(card)) == .medicare
            && ReferenceNumber.fault(in: CustomerReference(card)) == nil ? card : nil
    }

    fileprivate static func isPlan(_ number: String) -> Bool {
        number.utf8.starts(with: "msp".utf8) && ReferenceNumber.kind(of: CustomerReference(number)) == .plan
    }

    /// A number that was spoken in groups, such as `307 111 942H` or `+61 412 345 678`, and how many words it took.
    private static func spokenNumber(_ words: ArraySlice<String>) -> (String, Int)? {
        guard words.count > 1 else { return nil }
        let pair = SearchText.number(words.prefix(2).joined())
        if isPlan(pair), !words[words.startIndex].utf8.contains(where: \.isDigit) { return (pair, 2) }
        let run = words.prefix { word in
            let bare = word.filter { !"()+-".contains($0) }
            let digits = bare.filter { $0.isASCII && $0.isNumber }.count
            return digits > 0 && bare.count - digits <= 1
                && (bare.utf8.count == 6 || BirthDate.dates(in: word) == nil)
        }
        if let crn = spacedCRN(words, groups: run.count) { return crn }
        guard run.count > 1 else { return nil }
        for count in stride(from: run.count, to: 1, by: -1) {
            let joined = run.prefix(count).joined()
            if [9, 10, 11].contains(SearchText.number(joined).count) {
                let phone = SearchText.phoneDigits(joined)
                let isPhone = joined.first == "+" || joined.allSatisfy { !$0.isLetter }
                return (isPhone ? phone : SearchText.number(joined), count)
            }
        }
        // A part of a number, read in groups as the whole is. Other four digits would be a year or a postcode.
        let groups = run.prefix { $0.utf8.count <= 3 || $0.hasPrefix("04") }
        guard groups.count > 1, (3...4).contains(groups[groups.startIndex].utf8.count) else { return nil }
        let part = SearchText.number(groups.joined())
        return (5...8).contains(part.utf8.count) ? (part, groups.count) : nil
    }

    /// A CRN whose letter was read apart, as `577 910 084 X`. A letter that does not fit may be an initial, unless nothing
    /// follows it.
    private static func spacedCRN(_ words: ArraySlice<String>, groups: Int) -> (String, Int)? {
        let digits = words.prefix(groups).joined()
        let rest = words.dropFirst(groups)
        guard digits.utf8.count == 9, digits.utf8.allSatisfy(\.isDigit), let letter = rest.first,
            letter.utf8.count == 1, letter.utf8.allSatisfy({ (65...90).contains($0 & 0xdf) })
        else { return nil }
        let number = SearchText.number(digits + letter)
        guard rest.count == 1 || CustomerReferenceNumber.isValid(number.uppercased()) else { return nil }
        return (number, groups + 1)
    }

    private static func spans(of parts: [Part], isFinished: Bool) -> [Span] {
        var spans: [Span] = []
        for start in parts.indices {
            var joined = ""
            var hasInitial = false
            for end in start..<min(start + (parts.count > longestWithJoins ? 1 : 3), parts.count) {
                guard let word = parts[end].word, end == start || !word.contains(where: \.isNumber) else { break }
                joined += word
                let length = word.utf8.count
                hasInitial = hasInitial || length == 1
                spans.append(
                    Span(
                        parts: start..<end + 1, word: joined, begins: end == parts.count - 1 && !isFinished,
                        mayBeShortened: end == start && !word.utf8.contains(where: \.isDigit)
                            && (length >= 3 || length == 1 && parts.count > 1),
                        making: end == start ? .said : hasInitial ? .joinedWithInitial : .joined))
                if word.contains(where: \.isNumber) { break }
            }
        }
        return spans
    }
}
