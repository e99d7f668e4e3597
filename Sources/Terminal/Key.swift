/// A key as a person names it.
public enum Key: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case wordLeft, wordRight
    /// F1 to F12.
    case function(Int)
    /// A letter in lower case, held with Ctrl. Ctrl with H, I and M cannot be told from Backspace, Tab and Enter.
    case control(Character)

    /// Every key that has a name of its own. Ctrl with H, I, J and M is missing: terminals send other keys for it.
    public static let named: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .wordLeft, .wordRight, .character(" "),
        ] + (1...12).map { .function($0) } + "abcdefgklnopqrstuvwxyz".map { .control($0) }

    /// The key that ``name`` calls so, in capitals or not; nil for a name of none.
    public init?(named name: String) {
        guard let key = Self.named.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
        self = key
    }

    /// What the key is called in hints and help.
    public var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .wordLeft: "Ctrl-Left"
        case .wordRight: "Ctrl-Right"
        case .function(let number): "F\(number)"
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        }
    }
}
