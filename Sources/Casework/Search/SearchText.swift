import Foundation

/// How text is compared in searches: case, accents, apostrophes and hyphens do not matter.
public enum SearchText {
    /// Lower case without accents; letters and digits only, other marks kept as they are.
    public static func folded(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
        let folded = text.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        guard folded.contains(where: { letters[$0] != nil }) else { return folded }
        return folded.reduce(into: "") { $0 += letters[$1] ?? String($1) }
    }

    /// Letters that Unicode does not take apart into a base and a mark, as people type them without a keyboard for them.
    private static let letters: [Character: String] = [
        "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe",
        "þ": "th",
    ]

    /// The words by which a name or place is found: its own, and joined where a hyphen or apostrophe parts it.
    public static func words(_ name: some StringProtocol) -> [String] {
        if let word = plainWord(String(name)) { return [word] }
        var found: [String] = []
        for chunk in folded(name).split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let parts = chunk.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
            guard let first = parts.first else { continue }
            if parts.count == 1 {
                found.append(String(first))
            } else {
                found.append(parts.joined())
                found += parts.filter { $0.count > 1 }.map(String.init)
            }
        }
        return found
    }

    /// The only word of a name of unaccented letters alone; nil for any other. Nearly every name is one, ten million are
    /// indexed, and those of everybody who may be meant are compared at each key.
    static func plainWord(_ name: String) -> String? {
        var name = name
        return name.withUTF8 { bytes in
            guard !bytes.isEmpty, bytes.allSatisfy(isPlainLetter) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { word in
                for place in bytes.indices { word[place] = bytes[place] | 0x20 }
                return bytes.count
            }
        }
    }

    /// A place as one word: `St Marys` is `stmarys`.
    public static func whole(_ place: some StringProtocol) -> String {
        number(place)
    }

    /// The digits of a phone number as dialled within Australia: `+61 412 …` becomes `0412…`.
    public static func phoneDigits(_ number: some StringProtocol) -> String {
        var whole = String(number)
        var digits = whole.withUTF8 { String(decoding: $0.filter { $0 >= 48 && $0 <= 57 }, as: UTF8.self) }
        let international = number.first { !$0.isWhitespace } == "+"
        if digits.hasPrefix("0061") { digits = String(digits.dropFirst(2)) }
        if international || digits.count == 11, digits.hasPrefix("61") {
            let rest = digits.dropFirst(2)
            digits = rest.hasPrefix("0") ? String(rest) : "0" + rest
        }
        return digits
    }

    /// An address as two are compared: a postal one by its words, whatever the marks between them, since
    /// `1, 23 High St` is not `12 3 High St`; an e-mail address by all its marks.
    static func address(_ text: String) -> [String] {
        if text.contains("@") { return text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) }
        // `P.O.` and `O'Connell` are one word.
        return folded(text).filter { !".'’".contains($0) }.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// A number as it is kept in the index: letters and digits only, lower case.
    public static func number(_ text: some StringProtocol) -> String {
        var text = String(text)
        let plain = text.withUTF8 { bytes -> String? in
            guard bytes.allSatisfy({ $0 < 128 }) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { kept in
                var count = 0
                for byte in bytes where isPlainLetter(byte) || byte >= 48 && byte <= 57 {
                    kept[count] = byte >= 65 && byte <= 90 ? byte + 32 : byte
                    count += 1
                }
                return count
            }
        }
        return plain ?? folded(text).filter { $0.isLetter || $0.isNumber }
    }

    private static func isPlainLetter(_ byte: UInt8) -> Bool {
        byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90
    }
}
