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

/// A binding as help and palette show it, its action left out.
public struct KeyNote: Sendable, Hashable {
    public let keys: [Key]
    public let name: String
    public let about: String
    public let unavailable: String?
    public let isHinted: Bool

    init<Action>(_ binding: Binding<Action>) {
        keys = binding.keys
        name = binding.name
        about = binding.about
        unavailable = binding.unavailable
        isHinted = binding.isHinted
    }

    /// As `Up, k`.
    public var keyNames: String { keys.map(\.name).joined(separator: ", ") }
}
