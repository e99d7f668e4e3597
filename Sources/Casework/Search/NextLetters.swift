/// What somebody who types a search will likely type next.
struct NextLetters {
    /// The word being typed; empty where the next one begins.
    let word: Substring

    /// No more are worth an answer that perhaps nobody wants.
    static let most = 18
    /// In a word that few of the register begin with.
    static let fewest = 9

    /// - Parameter text: all that was typed so far.
    init(after text: String) {
        word = text[(text.lastIndex(where: \.isWhitespace).map(text.index(after:)) ?? text.startIndex)...]
    }

    /// What words of the register are to begin with, for ``likeliest(among:)``; nil where none tells.
    var beginning: String? {
        guard !word.isEmpty, !word.utf8.contains(where: \.isDigit) else { return nil }
        return SearchText.words(word).last
    }

    /// The likeliest first.
    ///
    /// - Parameter words: names and places with so many bearers, which begin with ``beginning``.
    func likeliest(among words: [KnownWord]) -> [Character] {
        guard let beginning else { return Array((word.isEmpty ? Self.initials : numerals).prefix(Self.most)) }
        var bearers: [Character: Int] = [:]
        for known in words {
            // A word that ends here is followed by the next.
            let next = known.text.dropFirst(beginning.count).first ?? " "
            bearers[next, default: 0] += known.bearers.reduce(0, +)
        }
        // What stands there need not be all of a word: `mar` for Marjorie, and on to the surname.
        if word.utf8.count > 1 { bearers[" ", default: 0] += 1 }
        let known = bearers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most).map(\.key)
        // Whoever is not in the register is asked for too, and that name goes on as names do.
        let others = Self.within.filter { bearers[$0] == nil }.prefix(max(0, Self.fewest - known.count))
        let isShouted = word.utf8.count > 1 && word.allSatisfy(\.isUppercase)
        return (known + others).map { isShouted ? Character($0.uppercased()) : $0 }
    }

    /// What stands within names, the most frequent first.
    private static let within = Array("aenrilosthmd")

    /// What goes on after a digit.
    private var numerals: [Character] {
        let check = CustomerReferenceNumber.checkLetter(for: word.filter(\.isNumber)).map(String.init) ?? ""
        return Array(check + check.lowercased() + "0123456789 /")
    }

    /// How names begin, by how many people's do, and the first digits of days and years.
    private static let initials = Array("smcbhwgdrp1l2akjnt")
}
