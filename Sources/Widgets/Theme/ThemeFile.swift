import Terminal

/// Why a theme file cannot be used.
public struct ThemeError: Error, Equatable {
    public let file: String
    /// From 1; nil when the fault belongs to no line.
    public let line: Int?
    public let fault: Fault

    public init(file: String, line: Int?, fault: Fault) {
        self.file = file
        self.line = line
        self.fault = fault
    }

    public enum Fault: Sendable, Equatable {
        case unreadable
        /// Not YAML; what the parser said.
        case malformed(String)
        case missing(String)
        case unknown(String, among: [String])
        case unfit(String, expected: String)
    }

    public var message: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return switch fault {
        case .unreadable: "\(place) cannot be read."
        case .malformed(let reason): "\(place): this is not YAML: \(reason)."
        case .missing(let key): "\(place): '\(key)' is missing."
        case .unknown(let key, _): "\(place): '\(key.prefix(60))' is not known."
        case .unfit(let key, let expected): "\(place): '\(key)' should be \(expected)."
        }
    }

    public var remedy: String {
        switch fault {
        case .unreadable: "Check that the file may be read, or choose another theme with --theme."
        case .malformed, .unfit: "Correct the line, or choose another theme with --theme."
        case .missing(let key): "Add '\(key)', or choose another theme with --theme."
        case .unknown(_, let known): "Use one of: \(known.joined(separator: ", "))."
        }
    }
}

extension Theme {
    /// Reads a theme: `name`, `ground` (`dark` or `light`), `groundColour`, and `roles`, which must have every role.
    ///
    /// - Parameter file: what to call the file in an error.
    public init(yaml: String, file: String) throws(ThemeError) {
        let reader = ThemeReader(file: file)
        let root = try reader.root(of: yaml)
        let keys = ["name", "ground", "groundColour", "roles"]
        try reader.check(root, keys: keys)
        let ground = try reader.text("ground", in: root)
        guard ground == "dark" || ground == "light" else {
            throw reader.error(root["ground"], .unfit("ground", expected: "dark or light"))
        }
        let roles = try reader.value("roles", in: root)
        try reader.check(roles, keys: Role.allCases.map(\.rawValue))
        var styles: [Role: Style] = [:]
        for role in Role.allCases {
            styles[role] = try reader.style(try reader.value(role.rawValue, in: roles))
        }
        self.init(
            name: try reader.text("name", in: root), isDark: ground == "dark",
            ground: try reader.colour("groundColour", in: root), styles: styles)
    }
}

private struct ThemeReader {
    let file: String

    private static let attributes: [(key: String, attribute: Style.Attributes)] = [
        ("bold", .bold), ("underline", .underline), ("reverse", .reverse), ("dim", .dim), ("italic", .italic),
    ]

    func root(of yaml: String) throws(ThemeError) -> YAMLValue {
        let root: YAMLValue?
        do {
            root = try YAMLValue.parse(yaml)
        } catch {
            throw ThemeError(file: file, line: error.line, fault: .malformed(error.reason))
        }
        guard let root else { throw error(nil, .missing("name")) }
        return root
    }

    func check(_ value: YAMLValue, keys: [String]) throws(ThemeError) {
        guard let entries = value.entries else { throw error(value, .unfit("theme", expected: "a mapping")) }
        for (key, _) in entries {
            let name = key.text ?? ""
            if !keys.contains(name) { throw error(key, .unknown(name, among: keys)) }
        }
    }

    func value(_ key: String, in mapping: YAMLValue) throws(ThemeError) -> YAMLValue {
        guard let value = mapping[key] else { throw error(mapping, .missing(key)) }
        return value
    }

    func text(_ key: String, in mapping: YAMLValue) throws(ThemeError) -> String {
        let value = try value(key, in: mapping)
        guard let text = value.text, !text.isEmpty else { throw error(value, .unfit(key, expected: "a word")) }
        return text
    }

    func colour(_ key: String, in mapping: YAMLValue) throws(ThemeError) -> Colour {
        guard let colour = Colour(hex: try text(key, in: mapping)) else {
            throw error(mapping[key], .unfit(key, expected: "a colour such as '#1c1e22'"))
        }
        return colour
    }

    func style(_ mapping: YAMLValue) throws(ThemeError) -> Style {
        try check(mapping, keys: ["fg", "bg"] + Self.attributes.map(\.key))
        var style = Style(foreground: try colour("fg", in: mapping))
        if mapping["bg"] != nil { style.background = try colour("bg", in: mapping) }
        for (key, attribute) in Self.attributes {
            guard let value = mapping[key] else { continue }
            guard let isSet = value.flag else { throw error(value, .unfit(key, expected: "true or false")) }
            if isSet { style.attributes.insert(attribute) }
        }
        return style
    }

    func error(_ value: YAMLValue?, _ fault: ThemeError.Fault) -> ThemeError {
        ThemeError(file: file, line: value?.line, fault: fault)
    }
}
