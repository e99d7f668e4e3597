import Terminal

/// Keys, what they are called, what they do, and why they cannot just now. Hint bar, help and palette all come from
/// these.
public struct Binding<Action: Sendable>: Sendable {
    /// The first is the one that is shown.
    public let keys: [Key]
    /// A word or two for the hint bar.
    public let name: String
    /// A sentence for help and palette.
    public let about: String
    public let action: Action
    /// Why the key does nothing just now; nil when it works.
    public let unavailable: String?
    /// Whether the hint bar shows it: the keys that everybody knows stay out of the way.
    public let isHinted: Bool

    public init(
        _ keys: Key..., name: String, about: String, _ action: Action, unavailable: String? = nil, hinted: Bool = true
    ) {
        self.init(keys, name: name, about: about, action, unavailable: unavailable, hinted: hinted)
    }

    public init(
        _ keys: [Key], name: String, about: String, _ action: Action, unavailable: String? = nil, hinted: Bool = true
    ) {
        self.keys = keys
        self.name = name
        self.about = about
        self.action = action
        self.unavailable = unavailable
        isHinted = hinted
    }
}

/// Motions, which mean the same on every screen. Everybody knows their keys, so the hint bar leaves them out.
extension Binding {
    static func upAndDown(
        _ up: String, _ down: String, unavailable: String? = nil, _ move: (Int) -> Action
    ) -> [Binding] {
        [
            Binding(.up, name: "Up", about: up, move(-1), unavailable: unavailable, hinted: false),
            Binding(.down, name: "Down", about: down, move(1), unavailable: unavailable, hinted: false),
        ]
    }

    /// - Parameter isTyping: the space bar writes, and turns no page.
    static func pages(
        of rows: Int, _ up: String, _ down: String, isTyping: Bool = false, _ move: (Int) -> Action
    ) -> [Binding] {
        [
            Binding(.pageUp, name: "Page up", about: up, move(-rows), hinted: false),
            Binding(
                [.pageDown] + (isTyping ? [] : [.character(" ")]), name: "Page down", about: down, move(rows),
                hinted: false),
        ]
    }
}

/// A binding as hints, help and palette show it: with the keys that it has here, its action left out.
public struct KeyNote: Sendable, Hashable {
    private let screen: String
    /// None when it was unbound.
    public let keys: [Key]
    /// The keys that it has for everybody who rebound nothing.
    public let usual: [Key]
    public let name: String
    public let about: String
    public let unavailable: String?
    public let isHinted: Bool

    init<Action>(_ binding: Binding<Action>, in screen: String, keyMap: KeyMap = KeyMap()) {
        self.init(
            in: screen, usual: binding.keys, name: binding.name, about: binding.about,
            unavailable: binding.unavailable, isHinted: binding.isHinted, keyMap: keyMap)
    }

    /// - Parameter isLeftOut: of keys that it has and that do not answer just now.
    init(
        in screen: String, usual: [Key], name: String, about: String, unavailable: String? = nil, isHinted: Bool,
        keyMap: KeyMap, leavingOut isLeftOut: (Key) -> Bool = { _ in false }
    ) {
        self.screen = screen
        self.usual = usual
        keys = keyMap.keys(of: BindingName(name, in: screen), usual: usual).filter { !isLeftOut($0) }
        self.name = name
        self.about = about
        self.unavailable = unavailable
        self.isHinted = isHinted
    }

    /// What it is called where it is rebound.
    public var id: BindingName { BindingName(name, in: screen) }

    /// Whether another key may take it; the keys that mean the same everywhere lead to the rest.
    public var isRebindable: Bool { usual.isEmpty || !usual.allSatisfy(KeyMap.isFixed) }

    /// As `Up, k`.
    public var keyNames: String { keys.isEmpty ? "no key" : keys.map(\.name).joined(separator: ", ") }
}
