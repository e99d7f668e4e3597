/// What somebody who types a search will likely type next.
struct NextLetters {
    /// All that was typed before ``word``.
    private let before: Substring
    /// The word being typed; empty where the next one begins.
    let word: Substring

    /// No more are worth an answer that perhaps nobody wants.
    static let most = 24

    /// - Parameter text: all that was typed so far.
    init(after text: String) {
        let start = text.lastIndex(where: \.isWhitespace).map(text.index(after:)) ?? text.startIndex
        (before, word) = (text[..<start], text[start...])
    }

    /// What words of the register are to begin with, for ``likeliest(among:of:)``; nil where none tells.
    var beginning: String? {
        guard !word.isEmpty, !word.utf8.contains(where: \.isDigit) else { return nil }
        return SearchText.words(word).last
    }

    /// The likeliest first.
    ///
    /// - Parameters:
    ///   - words: names and places with so many bearers, which begin with ``beginning``.
    ///   - listed: who fits what was typed so far.
    func likeliest(among words: [KnownWord], of listed: [Customer]) -> [Character] {
        guard let beginning else {
            return Array((word.isEmpty ? initials(of: listed) : numerals).prefix(Self.most))
        }
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
        let others = Self.within.filter { bearers[$0] == nil }.prefix(Self.most - known.count)
        let isShouted = word.utf8.count > 1 && word.allSatisfy(\.isUppercase)
        return (known + others).map { isShouted ? Character($0.uppercased()) : $0 }
    }

    /// What stands within names, the most frequent first.
    private static let within = Array("aenrilosthmdugcykbpvwjzfxq")

    /// What goes on after a digit.
    private var numerals: [Character] {
        let check = CustomerReferenceNumber.checkLetter(for: word.filter(\.isNumber)).map(String.init) ?? ""
        return Array(check + check.lowercased() + "0123456789 /")
    }

    /// How the next word may begin: as what else is known of those listed, then as names do.
    private func initials(of listed: [Customer]) -> [Character] {
        let typed = SearchText.words(before)
        var bearers: [Character: Int] = [:]
        for customer in listed {
            let names = [customer.givenName, customer.surname, customer.suburb ?? ""].flatMap { SearchText.words($0) }
            let others = names.filter { name in !typed.contains { name.hasPrefix($0) } }
            let year = customer.dateOfBirth.map { [$0.text] } ?? []
            for letter in Set((others + year).compactMap(\.first)) { bearers[letter, default: 0] += 1 }
        }
        let known = bearers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return known + Self.initials.filter { bearers[$0] == nil }
    }

    /// How names begin, by how many people's do, and the first digits of days and years.
    private static let initials = Array("smcbhwgdrp1l2akjnt")
}
