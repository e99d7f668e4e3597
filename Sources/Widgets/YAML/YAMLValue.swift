import Yams

/// A value of a YAML text, and the line on which it stands.
public struct YAMLValue {
    private let node: Node

    private init(_ node: Node) {
        self.node = node
    }

    /// What the text holds; nil for one that holds nothing. A key that stands twice is a fault.
    public static func parse(_ yaml: String) throws(YAMLFault) -> YAMLValue? {
        do {
            // The default resolver guesses types by regular expressions, which costs more than all the rest of a start.
            return try compose(yaml: yaml, .basic, .default, .utf8).map(YAMLValue.init)
        } catch let error as YamlError {
            throw YAMLFault(error)
        } catch {
            throw YAMLFault(line: nil, reason: "\(error)")
        }
    }

    /// From 1.
    public var line: Int? { node.mark?.line }
    /// The words of a plain value as they were written, without their quotes; nil for a list or a mapping.
    public var text: String? { node.scalar?.string }
    public var flag: Bool? { node.bool }
    public var items: [YAMLValue]? { node.sequence.map { $0.map(YAMLValue.init) } }
    /// The keys and values of a mapping, in their order.
    public var entries: [(key: YAMLValue, value: YAMLValue)]? {
        node.mapping.map { $0.map { (YAMLValue($0.key), YAMLValue($0.value)) } }
    }

    /// The value under `key`, where this is a mapping that has it.
    public subscript(key: String) -> YAMLValue? {
        // Yams compares whole nodes, which hashes them; the words are enough.
        node.mapping?.first { $0.key.scalar?.string == key }.map { YAMLValue($0.value) }
    }
}

/// Why a text is not YAML.
public struct YAMLFault: Error, Equatable {
    /// From 1; nil when the fault belongs to no line.
    public let line: Int?
    /// What the parser said, without a full stop.
    public let reason: String

    init(line: Int?, reason: String) {
        self.line = line
        // A parser quotes what it does not understand, however long that is.
        self.reason = String(reason.prefix(200))
    }

    fileprivate init(_ error: YamlError) {
        switch error {
        case .reader(let problem, _, _, _): self.init(line: nil, reason: problem)
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, reason: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(line: context.mark.line, reason: "'\(keys.joined(separator: "', '"))' stands there twice")
        default: self.init(line: nil, reason: "\(error)")
        }
    }
}
