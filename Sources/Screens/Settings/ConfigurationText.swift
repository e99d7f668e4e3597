import Casework
import Terminal
import Widgets

/// The text of `config.yaml`, changed one entry at a time: all other lines stay as the person wrote them.
public struct ConfigurationText {
    private var lines: [Substring]
    private let lineEnd: String

    /// - Throws: ``ConfigurationTextError`` when the text is no configuration, or is laid out so that the entry cannot be
    ///   changed and all else kept.
    public static func changed(
        _ yaml: String, by change: SettingChange
    ) throws(ConfigurationTextError) -> String {
        var expected = try entries(of: yaml)
        var text = ConfigurationText(yaml)
        let (path, value) = entry(of: change)
        text.set(path, to: value)
        expected[path] = try value.flatMap { value throws(ConfigurationTextError) in
            try entries(of: "value: \(value)")["value"]
        }
        // Read again before it is written: an unusual layout must not cost the person a line.
        let found: [String: String]
        do { found = try entries(of: text.whole) } catch { throw .notKept(path) }
        guard found == expected else { throw .notKept(path) }
        return text.whole
    }

    private init(_ yaml: String) {
        lineEnd = yaml.contains("\r\n") ? "\r\n" : "\n"
        lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.last?.isEmpty == true { lines.removeLast() }
    }

    private var whole: String { lines.map { $0 + lineEnd }.joined() }

    // MARK: What it says

    /// The path of an entry, `theme` or `keys.record.week`, and its value as YAML; nil to leave it out.
    private static func entry(of change: SettingChange) -> (path: String, value: String?) {
        typealias Entry = WrittenConfiguration.Entry
        return switch change {
        case .theme(let theme): (Entry.theme.rawValue, quoted(theme.name))
        case .blanking(let blanking): (Entry.blankAfter.rawValue, blanking.written)
        case .mouse(let isOn): (Entry.mouse.rawValue, isOn ? "true" : "false")
        case .site(let site): (Entry.site.rawValue, site.map(quoted))
        case .keys(let binding, let keys): ("\(Entry.keys.rawValue).\(binding)", keys.map(written))
        }
    }

    private static func written(_ keys: [Key]) -> String {
        let words = keys.map { key in
            if case .character(let character) = key, character != " " { return quoted(String(character)) }
            return key.name.lowercased()
        }
        return words.isEmpty
            ? WrittenConfiguration.unbound : words.count == 1 ? words[0] : "[\(words.joined(separator: ", "))]"
    }

    /// In quotes where the plain word would mean something else to YAML.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true && text.last != " " && text.utf8.count == text.count
            && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " }
        let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "none"].contains(text.lowercased())
        return isPlain && !isWord ? text : "'" + text.replacing("'", with: "''") + "'"
    }

    /// Every entry by its path, and its value in one form however it was written.
    private static func entries(of yaml: String) throws(ConfigurationTextError) -> [String: String] {
        let root: YAMLValue?
        do { root = try YAMLValue.parse(yaml) } catch { throw .broken(line: error.line, error.reason) }
        guard let root, root.text?.isEmpty != true else { return [:] }
        guard let entries = root.entries else { throw .broken(line: root.line, "no lines such as 'theme: light'") }
        var found: [String: String] = [:]
        for (key, value) in entries {
            let name = key.text ?? ""
            if let nested = value.entries {
                for (key, value) in nested { found["\(name).\(key.text ?? "")"] = form(of: value) }
            } else if value.text?.isEmpty != true {
                found[name] = form(of: value)
            }
        }
        return found
    }

    private static func form(of value: YAMLValue) -> String {
        value.items.map { "[\($0.map(form).joined(separator: ", "))]" } ?? quoted(value.text ?? "")
    }

    // MARK: Lines

    private mutating func set(_ path: String, to value: String?) {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return set(path, to: value, in: lines.indices, indent: 0) }
        guard let block = block(of: parts[0], in: lines.indices, indent: 0) else {
            guard let value else { return }
            lines += ["\(parts[0]):", "  \(parts[1]): \(value)"].map { Substring($0) }
            return
        }
        let inner = block.dropFirst()
        let indent = inner.first { !Self.isBlank(lines[$0]) }.map { Self.indent(of: lines[$0]) } ?? 2
        set(parts[1], to: value, in: inner.startIndex..<inner.endIndex, indent: indent)
        // The last key is gone, and a heading without anything below it says nothing.
        let left = self.block(of: parts[0], in: lines.indices, indent: 0) ?? 0..<0
        if value == nil, left.count == 1 { lines.removeSubrange(left) }
    }

    private mutating func set(_ key: String, to value: String?, in range: Range<Int>, indent: Int) {
        let line = value.map { String(repeating: " ", count: indent) + "\(key): \($0)" }
        if let block = block(of: key, in: range, indent: indent) {
            let comment = block.count == 1 ? Self.comment(on: lines[block.lowerBound]) : ""
            lines.replaceSubrange(block, with: line.map { [Substring($0 + comment)] } ?? [])
        } else if let line {
            lines.insert(Substring(line), at: range.upperBound)
        }
    }

    /// The lines of an entry: the one with its key, and those below that belong to its value.
    private func block(of key: String, in range: Range<Int>, indent: Int) -> Range<Int>? {
        guard
            let start = range.first(where: { index in
                let line = lines[index]
                let rest = line.dropFirst(indent)
                return Self.indent(of: line) == indent && rest.hasPrefix(key)
                    && rest.dropFirst(key.count).drop { $0 == " " }.first == ":"
            })
        else { return nil }
        var end = start + 1
        for index in range where index > start {
            let line = lines[index]
            if Self.isBlank(line) { continue }
            let isWithin = Self.indent(of: line) > indent || line.dropFirst(indent).hasPrefix("- ")
            guard isWithin else { break }
            end = index + 1
        }
        return start..<end
    }

    private static func indent(of line: Substring) -> Int { line.prefix { $0 == " " }.count }

    /// Whether a line is empty or a comment.
    private static func isBlank(_ line: Substring) -> Bool {
        line.first { $0 != " " }.map { $0 == "#" } ?? true
    }

    /// What stands behind a value, with the spaces before it.
    private static func comment(on line: Substring) -> String {
        var quote: Character?
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "'" || character == "\"" {
                quote = character
            } else if character == "#", index > line.startIndex, line[line.index(before: index)] == " " {
                let value = line[..<index].reversed().drop { $0 == " " }.count
                return String(line.dropFirst(value))
            }
        }
        return ""
    }
}

/// Why an entry of `config.yaml` cannot be changed from within the program.
public enum ConfigurationTextError: UserFacing, Equatable {
    case broken(line: Int?, String)
    /// By its path.
    case notKept(String)

    public var message: String {
        switch self {
        case .broken(let line, let reason):
            "config.yaml is broken\(line.map { " in line \($0)" } ?? ""): \(reason). It stays as it is."
        case .notKept(let path): "'\(path)' stands in config.yaml in a way that cannot be changed from here."
        }
    }

    public var remedy: String {
        switch self {
        case .broken: "What you chose holds until you leave; correct the file to keep it."
        case .notKept: "What you chose holds until you leave; change the file by hand to keep it."
        }
    }

    public var fault: Casework.Fault { .badInput }
}
