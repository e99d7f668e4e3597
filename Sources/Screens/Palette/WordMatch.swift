import Casework

/// How well typed words fit an entry: every one of them must fit a word of its name or of what is said beside it.
struct WordMatch {
    /// Greater is better.
    let score: Double
    /// The characters of the name that fit.
    let marked: [Range<Int>]

    /// Nil where one of the words typed fits nowhere.
    init?(_ query: Query, _ subject: Subject) {
        let (name, beside) = (subject.name, subject.beside)
        var (total, marked) = (0.0, [Range<Int>]())
        for word in query.words {
            let inName = name.fit(of: word)
            // What is said beside a name is long: only a word that begins so is meant.
            let besideIt = beside.words.map { Self.worth(of: word, in: $0.characters) * 0.4 }.max() ?? 0
            guard inName.worth > 0 || besideIt > 0 else { return nil }
            total += max(inName.worth, besideIt)
            if inName.worth >= besideIt { marked += inName.marked }
        }
        score = total
        self.marked = marked
    }

    /// What was typed, its words told apart once for all that they are compared with.
    struct Query {
        fileprivate let words: [[Character]]

        init(_ text: String) {
            words = Text(text).words.map(\.characters)
        }
    }

    /// What a query is compared with, its words told apart already.
    struct Subject: Sendable {
        fileprivate let name: Text
        fileprivate let beside: Text

        init(name: String, beside: String) {
            (self.name, self.beside) = (Text(name), Text(beside))
        }
    }

    /// Those of `items` that fit, the best first, with the characters of the name that fit; all of them, in their order,
    /// while nothing is typed.
    ///
    /// - Parameter weight: from 0 to 1; what weighs less stands below what fits alike.
    static func ranked<Item>(
        _ items: [Item], by text: String, weight: (Item) -> Double = { _ in 1 }, subject: (Item) -> Subject
    ) -> [(item: Item, marked: [Range<Int>])] {
        let query = Query(text)
        guard !query.words.isEmpty else { return items.map { ($0, []) } }
        let fitting = items.enumerated().compactMap { place, item in
            WordMatch(query, subject(item)).map { match in
                (place: place, item: item, worth: match.score * weight(item), marked: match.marked)
            }
        }
        return fitting.sorted { ($1.worth, $0.place) < ($0.worth, $1.place) }.map { ($0.item, $0.marked) }
    }

    /// The letters that the words of `subjects` go on with after what was typed, the likeliest first.
    static func letters(after text: String, in subjects: some Sequence<Subject>) -> [Character] {
        let isBegun = text.last.map { !$0.isWhitespace } ?? false
        let typed = isBegun ? Query(text).words.last ?? [] : []
        var count: [Character: Int] = isBegun ? [" ": 1] : [:]
        func add(_ words: [Text.Word], _ weight: Int) {
            for word in words where word.characters.count > typed.count && word.characters.starts(with: typed) {
                count[word.characters[typed.count], default: 0] += weight
            }
        }
        for subject in subjects {
            add(subject.name.words, 4)
            add(subject.beside.words, 1)
        }
        return count.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(LikelyKeys.most).map(\.key)
    }

    /// 1 for the same word, less for a beginning and for a part.
    private static func worth(of sought: [Character], in word: [Character]) -> Double {
        guard let place = place(of: sought, in: word) else { return 0 }
        return place > 0 ? 0.6 : word.count == sought.count ? 1 : 0.9
    }

    /// Where `sought` begins in a word; nil where it does not stand. For words so short the library's own search, made
    /// for long texts, takes several times as long.
    private static func place(of sought: [Character], in word: [Character]) -> Int? {
        guard let first = sought.first, sought.count <= word.count else { return nil }
        return (0...word.count - sought.count).first { word[$0] == first && word[$0...].starts(with: sought) }
    }

    /// A text as its words are compared: case and accents do not matter.
    fileprivate struct Text: Sendable {
        struct Word: Sendable {
            let start: Int
            let characters: [Character]
        }

        let words: [Word]

        init(_ text: String) {
            var (words, start, current) = ([Word](), 0, [Character]())
            for (place, character) in text.enumerated() {
                if let folded = Self.folded(character) {
                    if current.isEmpty { start = place }
                    current.append(folded)
                } else if !current.isEmpty {
                    words.append(Word(start: start, characters: current))
                    current = []
                }
            }
            if !current.isEmpty { words.append(Word(start: start, characters: current)) }
            self.words = words
        }

        /// One character for one, so that places stay what they are; nil for what is neither letter nor digit.
        private static func folded(_ character: Character) -> Character? {
            // Nearly all are plain: the tables of Unicode need not be asked.
            if let byte = character.asciiValue {
                let low = byte >= 65 && byte <= 90 ? byte + 32 : byte
                return (97...122).contains(low) || (48...57).contains(low) ? Character(Unicode.Scalar(low)) : nil
            }
            let folded = SearchText.folded(String(character)).first ?? character
            return folded.isLetter || folded.isNumber ? folded : nil
        }

        /// How `sought` fits best: a word, its beginning, a part of it, the first letters of words, or some letters of
        /// one word in their order.
        func fit(of sought: [Character]) -> (worth: Double, marked: [Range<Int>]) {
            var best: (worth: Double, marked: [Range<Int>]) = (0, [])
            func offer(_ worth: Double, _ marked: [Range<Int>]) { if worth > best.worth { best = (worth, marked) } }
            for (order, word) in words.enumerated() {
                // Of two that fit alike the earlier word is meant.
                let early = 1 - 0.01 * Double(min(order, 9))
                if let place = WordMatch.place(of: sought, in: word.characters) {
                    let worth = WordMatch.worth(of: sought, in: word.characters)
                    offer(worth * early, [word.start + place..<word.start + place + sought.count])
                }
                if let marked = letters(sought, of: word) { offer(0.3 * early, marked) }
                let following = words[order...].prefix(sought.count)
                if sought.count > 1, following.count == sought.count,
                    zip(following, sought).allSatisfy({ $0.characters[0] == $1 })
                {
                    offer(0.5 * early, following.map { $0.start..<$0.start + 1 })
                }
            }
            return best
        }

        /// The places of `sought` in a word that begins as it does, in order and not together.
        private func letters(_ sought: [Character], of word: Word) -> [Range<Int>]? {
            guard sought.count > 1, word.characters.first == sought.first else { return nil }
            var (left, marked) = (sought[...], [Range<Int>]())
            for (place, character) in word.characters.enumerated() where character == left.first {
                left.removeFirst()
                marked.append(word.start + place..<word.start + place + 1)
            }
            return left.isEmpty ? marked : nil
        }
    }
}
