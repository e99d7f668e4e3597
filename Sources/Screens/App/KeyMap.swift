import Terminal

/// What a binding is called where it is rebound: the screen's name and its own, as `record.week`.
public struct BindingName: Hashable, Sendable, CustomStringConvertible {
    public let screen: String
    public let binding: String

    /// The part of the name for what can be done from every screen.
    public static let everywhere = "everywhere"

    init(_ binding: String, in screen: String) {
        self.screen = screen
        self.binding = Self.plain(binding)
    }

    /// From `record.week`; nil for a text without both parts.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        screen = String(parts[0])
        binding = String(parts[1])
    }

    public var description: String { "\(screen).\(binding)" }

    /// `I have read this` is `i-have-read-this`.
    private static func plain(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}

extension Screen {
    /// The type's name in small letters: a `NoteEditor` is `note-editor`.
    static var codeName: String {
        // `String(describing:)` asks the runtime for three conformances first, each of which it looks for among thousands.
        _typeName(Self.self, qualified: false).reduce(into: "") { name, letter in
            if letter.isUppercase, !name.isEmpty { name += "-" }
            name += letter.lowercased()
        }
    }
}

/// Which keys a person has given to which bindings.
public struct KeyMap: Sendable, Equatable {
    /// Instead of a binding's own keys; none for a binding that was unbound.
    public private(set) var chosen: [BindingName: [Key]]

    public init(_ chosen: [BindingName: [Key]] = [:]) {
        self.chosen = chosen
    }

    public subscript(name: BindingName) -> [Key]? {
        get { chosen[name] }
        set { chosen[name] = newValue }
    }

    /// The keys with which one hand does every main job and gets help in danger: they mean the same for everybody.
    public static func isFixed(_ key: Key) -> Bool {
        switch key {
        case .enter, .escape, .function(1), .function(8): true
        case .character(let character): character.isASCII && character.isNumber
        default: false
        }
    }

    /// The keys of a binding whose own keys are `usual`. Those that nobody can take away stay.
    func keys(of name: @autoclosure () -> BindingName, usual: [Key]) -> [Key] {
        // Most people rebind nothing, and a name is made letter by letter.
        guard !chosen.isEmpty, let chosen = chosen[name()] else { return usual }
        return usual.filter { Self.isFixed($0) && !chosen.contains($0) } + chosen
    }
}
