import Terminal
import Yams

/// Why a theme file cannot be used.
public struct ThemeError: Error, Equatable {
    public let file: String
    /// From 1; nil when the fault belongs to no line.
    public let line: Int?
    public let fault: Fault

    public enum Fault: Sendable, Equatable {
        /// Not YAML; what the parser said.
        case malformed(String)
        case missing(String)
        case unknown(String, among: [String])
        case unfit(String, expected: String)
    }

    public var message: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return switch fault {
        case .malformed(let reason): "\(place): this is not YAML: \(reason.prefix(200))"
        case .missing(let key): "\(place): '\(key)' is missing."
        case .unknown(let key, _): "\(place): '\(key.prefix(60))' is not known."
        case .unfit(let key, let expected): "\(place): '\(key)' should be \(expected)."
        }
    }

    public var remedy: String {
        switch fault {
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

    func root(of yaml: String) throws(ThemeError) -> Node {
        let node: Node?
        do {
            node = try compose(yaml: yaml)
        } catch let error as YamlError {
            throw malformed(error)
        } catch {
            throw ThemeError(file: file, line: nil, fault: .malformed("\(error)"))
        }
        guard let node else { throw error(nil, .missing("name")) }
        return node
    }

    func check(_ node: Node, keys: [String]) throws(ThemeError) {
        guard let mapping = node.mapping else { throw error(node, .unfit("theme", expected: "a mapping")) }
        for (key, _) in mapping {
            let name = key.string ?? ""
            if !keys.contains(name) { throw error(key, .unknown(name, among: keys)) }
        }
    }

    func value(_ key: String, in node: Node) throws(ThemeError) -> Node {
        guard let value = node[key] else { throw error(node, .missing(key)) }
        return value
    }

    func text(_ key: String, in node: Node) throws(ThemeError) -> String {
        let value = try value(key, in: node)
        guard let text = value.scalar?.string, !text.isEmpty else {
            throw error(value, .unfit(key, expected: "a word"))
        }
        return text
    }

    func colour(_ key: String, in node: Node) throws(ThemeError) -> Colour {
        guard let colour = Colour(hex: try text(key, in: node)) else {
            throw error(node[key], .unfit(key, expected: "a colour such as '#1c1e22'"))
        }
        return colour
    }

    func style(_ node: Node) throws(ThemeError) -> Style {
        try check(node, keys: ["fg", "bg"] + Self.attributes.map(\.key))
        var style = Style(foreground: try colour("fg", in: node))
        if node["bg"] != nil { style.background = try colour("bg", in: node) }
        for (key, attribute) in Self.attributes {
            guard let value = node[key] else { continue }
            guard let isSet = value.bool else { throw error(value, .unfit(key, expected: "true or false")) }
            if isSet { style.attributes.insert(attribute) }
        }
        return style
    }

    func error(_ node: Node?, _ fault: ThemeError.Fault) -> ThemeError {
        ThemeError(file: file, line: node?.mark?.line, fault: fault)
    }

    private func malformed(_ error: YamlError) -> ThemeError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ThemeError(file: file, line: mark.line, fault: .malformed(problem))
        default:
            ThemeError(file: file, line: nil, fault: .malformed("\(error)"))
        }
    }
}
