/// Words with places to fill: `Visit[ to {site}]`. What stands in brackets is left out when its place is not known.
public struct Template: Sendable, Hashable {
    /// What a template may name.
    public enum Place: Sendable, Hashable {
        /// When the contact happened, local time; always known.
        case time
        /// May be unknown, so it stands in brackets.
        case site
        /// When the outcome's first time limit is over. It cannot always be said, so it stands in brackets.
        case due
        /// The words of the answer that a node got. Where a path may pass it by, it stands in brackets.
        case answer(String)

        init?(_ name: String) {
            switch name {
            case "time": self = .time
            case "site": self = .site
            case "due": self = .due
            default:
                guard name.hasPrefix("answer:"), name.count > 7 else { return nil }
                self = .answer(String(name.dropFirst(7)))
            }
        }

        var name: String {
            switch self {
            case .time: "time"
            case .site: "site"
            case .due: "due"
            case .answer(let node): "answer:\(node)"
            }
        }
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
        /// Nothing is due that it could say.
        case noLimit
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
                guard let place = Place(name) else { throw .unknownPlace(name) }
                guard brackets || place != .site && place != .due else { throw .notOptional(place) }
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

    /// The nodes whose answers it names, and whether each stands in brackets.
    var answers: [(node: String, isOptional: Bool)] { Self.answers(pieces, false) }

    private static func answers(_ pieces: [Piece], _ isOptional: Bool) -> [(node: String, isOptional: Bool)] {
        pieces.flatMap { piece -> [(node: String, isOptional: Bool)] in
            switch piece {
            case .place(.answer(let node)): [(node, isOptional)]
            case .optional(let inner): answers(inner, true)
            case .text, .place: []
            }
        }
    }

    /// Whether it says when the outcome's time limit is over.
    var namesDue: Bool { Self.namesDue(pieces) }

    private static func namesDue(_ pieces: [Piece]) -> Bool {
        pieces.contains { piece in
            switch piece {
            case .place(let place): place == .due
            case .optional(let inner): namesDue(inner)
            case .text: false
            }
        }
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
