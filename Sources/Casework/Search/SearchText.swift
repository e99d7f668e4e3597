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
        // Nearly every name is one plain word, and ten million are indexed.
        if !name.isEmpty, name.utf8.allSatisfy(isPlainLetter) { return [name.lowercased()] }
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

    /// A place as one word: `St Marys` is `stmarys`.
    public static func whole(_ place: some StringProtocol) -> String {
        number(place)
    }

    /// The digits of a phone number as dialled within Australia: `+61 412 …` becomes `0412…`.
    public static func phoneDigits(_ number: some StringProtocol) -> String {
        var digits = String(decoding: number.utf8.filter { $0 >= 48 && $0 <= 57 }, as: UTF8.self)
        let international = number.first { !$0.isWhitespace } == "+"
        if digits.hasPrefix("0061") { digits = String(digits.dropFirst(2)) }
        if international || digits.count == 11, digits.hasPrefix("61") {
            let rest = digits.dropFirst(2)
            digits = rest.hasPrefix("0") ? String(rest) : "0" + rest
        }
        return digits
    }

    /// A number as it is kept in the index: letters and digits only, lower case.
    public static func number(_ text: some StringProtocol) -> String {
        guard text.utf8.allSatisfy({ $0 < 128 }) else { return folded(text).filter { $0.isLetter || $0.isNumber } }
        let kept = text.utf8.lazy.filter { isPlainLetter($0) || $0 >= 48 && $0 <= 57 }
            .map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
        return String(decoding: Array(kept), as: UTF8.self)
    }

    private static func isPlainLetter(_ byte: UInt8) -> Bool {
        byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90
    }
}
