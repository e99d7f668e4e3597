/// How a word that was heard or typed fits one of the register.
public struct WordFit: Sendable, Hashable {
    public enum Kind: Int, Sendable, Hashable {
        /// Letter by letter, once folded.
        case exact
        /// The word is not finished, and this is how it may go on.
        case begins
        /// Another word than the last, or a finished one, left at its beginning: `marj 1958`, `r jones`.
        case shortened
        /// A short or familiar form: Bob, Robert.
        case familiar
        /// One letter wrong, missing, added or swapped.
        case oneLetter
        /// The same ``SoundKey``, and spelled not too differently.
        case sound
        /// Two letters, or more in a long word.
        case far
        /// One word of a place of several.
        case part
    }

    public let kind: Kind
    /// From 0 to 1; orders the fits of one word.
    public let likeness: Double

    init(_ kind: Kind, _ likeness: Double) {
        self.kind = kind
        self.likeness = likeness
    }

    /// A folded word that was heard, taken apart once for all the words that it is compared with.
    struct Heard {
        let text: String
        /// The word may not be finished.
        let begins: Bool
        /// See ``SearchQuery/Span/mayBeShortened``.
        let mayBeShortened: Bool
        fileprivate let making: SearchQuery.Making
        fileprivate let letters: [UInt8]
        fileprivate let sound: String
        fileprivate let familiar: Set<String>
        fileprivate let isNumber: Bool

        init(_ span: SearchQuery.Span) {
            self.init(
                span.word, begins: span.begins, mayBeShortened: span.mayBeShortened, making: span.making)
        }

        init(
            _ text: String, begins: Bool = false, mayBeShortened: Bool = false, making: SearchQuery.Making = .said
        ) {
            self.text = text
            self.begins = begins
            self.mayBeShortened = mayBeShortened
            self.making = making
            letters = Array(text.utf8)
            sound = SoundKey.key(text)
            isNumber = letters.first.map { $0 >= 48 && $0 <= 57 } ?? false
            familiar = isNumber ? [] : Set(Nicknames.others(of: text))
        }
    }

    /// How `heard` fits `known`, which is folded; nil when it does not.
    ///
    /// - Parameter isPlace: `known` is a place, of which `heard` may be one word.
    init?(of heard: Heard, to known: String, isPlace: Bool = false) {
        if heard.text == known {
            self.init(.exact, 1)
            return
        }
        if heard.begins, known.hasPrefix(heard.text) {
            self.init(.begins, 0.97)
            return
        }
        if heard.familiar.contains(known) {
            self.init(.familiar, 0.95)
            return
        }
        let fit = Self.misspelt(heard, known, isPlace: isPlace)
        if heard.mayBeShortened, fit?.kind != .part, known.hasPrefix(heard.text) {
            // Smit may be the beginning of Smithson, and is Smith before that.
            let isOneLetter = fit?.kind == .oneLetter
            self.init(isOneLetter ? .oneLetter : .shortened, isOneLetter ? 0.94 : 0.92)
            return
        }
        // Words that happen to stand together would else be a slip of a third.
        guard let fit, heard.making == .said || heard.making == .joined && fit.kind == .oneLetter else { return nil }
        self = fit
    }

    private static func misspelt(_ heard: Heard, _ known: String, isPlace: Bool) -> WordFit? {
        let left = heard.letters
        let right = Array(known.utf8)
        let longer = max(left.count, right.count)
        let shorter = min(left.count, right.count)
        guard shorter >= 2, longer - shorter <= 4 || isPlace else { return nil }
        let limit = longer >= 9 ? 3 : longer >= 5 ? 2 : 1
        let distance = distance(left, right, limit: 4)
        let rest = 1 - Double(min(distance, longer)) / Double(longer)
        if distance == 1, longer >= 3 {
            return WordFit(.oneLetter, 0.8 + 0.1 * rest)
        } else if heard.isNumber {
            return nil
        } else if longer >= 4, longer - shorter <= 3, distance <= max(2, longer / 2), distance <= 4,
            heard.sound == SoundKey.key(known)
        {
            return WordFit(.sound, 0.7 + 0.1 * rest)
        } else if isPlace, left.count >= 4, known.hasPrefix(heard.text) || known.hasSuffix(heard.text) {
            return WordFit(.part, 0.65)
        } else if distance <= limit, distance * 2 <= shorter {
            return WordFit(.far, 0.5 + 0.1 * rest)
        } else {
            return nil
        }
    }

    /// Insertions, omissions, substitutions and swaps of neighbours (optimal string alignment) between two words, or
    /// something above `limit` as soon as it must be.
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        let width = right.count + 1
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
            for place in 0..<width { rows[width + place] = place }
            var (before, last, row) = (0, width, 2 * width)
            for i in 1...left.count {
                rows[row] = i
                var least = i
                for j in 1..<width {
                    var cost = min(
                        rows[last + j] + 1, rows[row + j - 1] + 1,
                        rows[last + j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                    if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                        cost = min(cost, rows[before + j - 2] + 1)
                    }
                    rows[row + j] = cost
                    least = min(least, cost)
                }
                if least > limit { return limit + 1 }
                (before, last, row) = (last, row, before)
            }
            return rows[last + width - 1]
        }
    }
}

/// The keys under which words that may be meant for each other meet in an index: what is left of a word when up to two
/// of its letters are missing (one in a short word), and its ``SoundKey``.
///
/// Two words of which one has an error have a key in common, so that a misspelt name costs some dozens of exact
/// look-ups in a vocabulary that stays at tens of thousands of words. Trigrams lost: a short name with one error shares
/// none. Comparing with every word lost: the vocabulary would have to be in memory before the first answer.
public enum NearKeys {
    /// Letters beyond these are not left out one by one; errors there do not matter for meeting.
    private static let head = 8

    public static func keys(of word: String) -> Set<Int64> {
        var keys: Set<Int64> = []
        let letters = Array(word.utf8.prefix(head))
        keys.insert(hash(letters, kind: 1))
        guard word.utf8.count > 2 else { return keys }
        func left(without first: Int, _ second: Int) -> Int64 {
            hash(letters.indices.lazy.filter { $0 != first && $0 != second }.map { letters[$0] }, kind: 1)
        }
        for first in letters.indices {
            keys.insert(left(without: first, first))
            guard letters.count >= 5 else { continue }
            for second in first + 1..<letters.count { keys.insert(left(without: first, second)) }
        }
        let sound = SoundKey.key(word)
        if sound.utf8.count > 1 { keys.insert(hash(sound.utf8, kind: 2)) }
        return keys
    }

    /// The key under which one word of a place of several leads to the whole.
    public static func part(_ word: String) -> Int64 { hash(word.utf8, kind: 3) }

    /// FNV-1a, folded to 47 bits, which SQLite keeps in six bytes. Words that meet by chance are compared anyway.
    static func hash(_ bytes: some Sequence<UInt8>, kind: UInt8) -> Int64 {
        var hash: UInt64 = (0xcbf2_9ce4_8422_2325 ^ UInt64(kind)) &* 0x100_0000_01b3
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64((hash ^ (hash >> 47)) & 0x7FFF_FFFF_FFFF)
    }
}
