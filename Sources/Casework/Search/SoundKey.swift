/// How a name sounds, roughly: names that are heard alike have the same key, whatever their spelling.
///
/// Made for the names of this country, from many tongues, rather than for English alone: `f`, `ph` and `w` are `v`, hard `c`, `ck`
/// and `q` are `k`, `z`, `x` and soft `c` are `s`, a silent `h`, `k` or `g` is dropped, doubled letters are
/// one, and vowels count only at the beginning. Soundex keeps the first letter as written, so that Kathryn and
/// Catherine part; Metaphone knows English only.
public enum SoundKey {
    /// Empty for a word without Latin letters.
    public static func key(_ word: some StringProtocol) -> String {
        var letters = Array(word.utf8.filter { $0 >= 0x61 && $0 <= 0x7A })
        for (opening, heard) in openings where letters.starts(with: opening) {
            letters.replaceSubrange(0..<opening.count, with: heard)
            break
        }
        var key: [UInt8] = []
        var index = 0
        while index < letters.count, key.count < 8 {
            let (sound, taken) = sound(letters, at: index, isFirst: key.isEmpty)
            if let sound, key.last != sound { key.append(sound) }
            index += taken
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static let openings: [([UInt8], [UInt8])] = [
        ("kn", "n"), ("gn", "n"), ("wr", "r"), ("ps", "s"), ("ng", "n"), ("mac", "mk"), ("mc", "mk"), ("tch", "c"),
        ("ts", "s"), ("tz", "s"), ("x", "s"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    private static func sound(_ letters: [UInt8], at index: Int, isFirst: Bool) -> (UInt8?, Int) {
        func letter(_ offset: Int) -> Character {
            letters.indices.contains(index + offset) ? Character(UnicodeScalar(letters[index + offset])) : " "
        }
        let next = letter(1)
        switch letter(0) {
        case "a", "e", "i", "o", "u", "y": return (isFirst ? UInt8(ascii: "a") : nil, 1)
        case "h": return (isFirst ? UInt8(ascii: "h") : nil, 1)
        case "p" where next == "h": return (UInt8(ascii: "v"), 2)
        case "g" where next == "h": return (isFirst ? UInt8(ascii: "k") : nil, 2)
        case "s" where next == "c" && letter(2) == "h": return (UInt8(ascii: "s"), 3)
        case "s" where next == "h", "t" where next == "h", "z" where next == "h":
            return (letters[index] == UInt8(ascii: "t") ? UInt8(ascii: "t") : UInt8(ascii: "s"), 2)
        case "c" where next == "h": return (UInt8(ascii: "k"), 2)
        case "c" where "eiy".contains(next): return (UInt8(ascii: "s"), 1)
        case "c", "q", "k": return (UInt8(ascii: "k"), 1)
        case "g" where "eiy".contains(next): return (UInt8(ascii: "j"), 1)
        case "g": return (UInt8(ascii: "k"), 1)
        case "d" where next == "t": return (UInt8(ascii: "t"), 2)
        case "d": return (UInt8(ascii: "t"), 1)
        case "b": return (UInt8(ascii: "p"), 1)
        case "f", "v", "w": return (UInt8(ascii: "v"), 1)
        case "x", "z", "s": return (UInt8(ascii: "s"), 1)
        default: return (letters[index], 1)
        }
    }
}
