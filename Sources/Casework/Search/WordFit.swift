/// How a word that was heard or typed fits one of the register.
public struct WordFit: Sendable, Hashable {
    public enum Kind: Int, Sendable, Hashable {
        /// Letter by letter, once folded.
        case exact
        /// The word is not finished, and this is how it may go on.
        case begins
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

    /// How `heard` fits `known`, both folded; nil when it does not.
    ///
    /// - Parameters:
    ///   - begins: `heard` may be the beginning of a word.
    ///   - isPlace: `known` is a place, of which `heard` may be one word.
    init?(of heard: String, to known: String, begins: Bool = false, isPlace: Bool = false) {
        if heard == known {
            self.init(.exact, 1)
            return
        }
        if begins, known.hasPrefix(heard) {
            self.init(.begins, 0.97)
            return
        }
        let isNumber = heard.utf8.first.map { $0 >= 48 && $0 <= 57 } ?? false
        if !isNumber, Nicknames.others(of: heard).contains(known) {
            self.init(.familiar, 0.9)
            return
        }
        let left = Array(heard.utf8)
        let right = Array(known.utf8)
        let longer = max(left.count, right.count)
        let shorter = min(left.count, right.count)
        guard shorter >= 2, longer - shorter <= 4 || isPlace else { return nil }
        let limit = longer >= 9 ? 3 : longer >= 5 ? 2 : 1
        let distance = Self.distance(left, right, limit: limit)
        let rest = 1 - Double(min(distance, longer)) / Double(longer)
        if distance == 1, longer >= 3 {
            self.init(.oneLetter, 0.8 + 0.1 * rest)
        } else if isNumber {
            return nil
        } else if longer - shorter <= 3, SoundKey.key(heard) == SoundKey.key(known),
            Self.distance(left, right, limit: 4) <= max(2, longer / 2), longer >= 4
        {
            self.init(.sound, 0.7 + 0.1 * rest)
        } else if distance <= limit, distance * 2 <= shorter {
            self.init(.far, 0.5 + 0.1 * rest)
        } else if isPlace, left.count >= 4, known.hasPrefix(heard) || known.hasSuffix(heard) {
            self.init(.part, 0.4)
        } else {
            return nil
        }
    }

    /// Insertions, omissions, substitutions and swaps of neighbours (optimal string alignment) between two words, or
    /// something above `limit` as soon as it must be.
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        let width = right.count + 1
        var before = [Int](repeating: 0, count: width)
        var last = Array(0..<width)
        var row = [Int](repeating: 0, count: width)
        for i in 1...max(1, left.count) where !left.isEmpty {
            row[0] = i
            var least = i
            for j in 1..<max(1, width) {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    cost = min(cost, before[j - 2] + 1)
                }
                row[j] = cost
                least = min(least, cost)
            }
            if least > limit { return limit + 1 }
            (before, last, row) = (last, row, before)
        }
        return last[width - 1]
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
        for first in letters.indices {
            var once = letters
            once.remove(at: first)
            keys.insert(hash(once, kind: 1))
            guard letters.count >= 5 else { continue }
            for second in first..<once.count {
                var twice = once
                twice.remove(at: second)
                keys.insert(hash(twice, kind: 1))
            }
        }
        let sound = SoundKey.key(word)
        if sound.utf8.count > 1 { keys.insert(hash(Array(sound.utf8), kind: 2)) }
        return keys
    }

    /// The key under which one word of a place of several leads to the whole.
    public static func part(_ word: String) -> Int64 { hash(Array(word.utf8), kind: 3) }

    /// FNV-1a, folded to 47 bits, which SQLite keeps in six bytes. Words that meet by chance are compared anyway.
    static func hash(_ bytes: [UInt8], kind: UInt8) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in [kind] + bytes {
            hash ^= UInt64(byte)
            hash = hash &* 0x100_0000_01b3
        }
        return Int64((hash ^ (hash >> 47)) & 0x7FFF_FFFF_FFFF)
    }
}
