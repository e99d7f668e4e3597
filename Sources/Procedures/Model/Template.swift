/// Words with places to fill: `Visit[ to {site}]`. What stands in brackets is left out when its place is not known.
public struct Template: Sendable, Hashable {
    /// What a template may name.
    public enum Place: String, CaseIterable, Sendable, Hashable {
        /// When the contact happened, local time; always known.
        case time
        /// May be unknown, so it stands in brackets.
        case site
    }

    enum Piece: Sendable, Hashable {
        case text(String)
        case place(Place)
        case optional([Piece])
    }

    /// Why a text is no template.
    enum Flaw: Error, Hashable {
        case unknownPlace(String)
        case unclosed(Character)
        /// The place may be unknown and stands outside brackets.
        case notOptional(Place)
    }

    let pieces: [Piece]

    init(_ text: String) throws(Flaw) {
        var rest = Substring(text)
        pieces = try Self.pieces(&rest, within: false)
    }

    private static func pieces(_ rest: inout Substring, within brackets: Bool) throws(Flaw) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "{":
                guard let end = rest.firstIndex(of: "}") else { throw .unclosed("{") }
                let name = String(rest[..<end])
                guard let place = Place(rawValue: name) else { throw .unknownPlace(name) }
                guard brackets || place != .site else { throw .notOptional(place) }
                rest = rest[rest.index(after: end)...]
                pieces += [.text(text), .place(place)]
                text = ""
            case "[" where !brackets:
                pieces += [.text(text), .optional(try Self.pieces(&rest, within: true))]
                text = ""
            case "]" where brackets:
                return pieces + [.text(text)]
            default:
                text.append(character)
            }
        }
        if brackets { throw .unclosed("[") }
        return pieces + [.text(text)]
    }

    func filled(_ values: [Place: String]) -> String { Self.words(pieces, values) ?? "" }

    /// Nil when a place outside brackets has no value.
    private static func words(_ pieces: [Piece], _ values: [Place: String]) -> String? {
        var words = ""
        for piece in pieces {
            switch piece {
            case .text(let text): words += text
            case .optional(let inner): words += Self.words(inner, values) ?? ""
            case .place(let place):
                guard let value = values[place] else { return nil }
                words += value
            }
        }
        return words
    }
}
