import Casework
import Terminal
import Widgets

/// A configuration as its file says it, and all that is wrong in the file.
public struct WrittenConfiguration: Sendable {
    public private(set) var configuration = Configuration()
    public private(set) var faults: [ConfigurationFault] = []
    /// The line of each entry that was taken, from 1.
    public private(set) var lines: [String: Int] = [:]
    private let file: String

    /// What the file may say.
    enum Entry: String, CaseIterable {
        case theme, mouse, keys, sendmail, site
        case blankAfter = "blank-after"
    }

    /// Reads all of it; what is wrong is left out, so that the rest holds.
    ///
    /// - Parameters:
    ///   - file: what to call the file in a fault.
    ///   - themes: the names of the themes there are.
    public init(yaml: String, file: String, themes: [String]) {
        self.file = file
        let root: YAMLValue?
        do {
            root = try YAMLValue.parse(yaml)
        } catch {
            report(.notYAML(error.reason), at: error.line)
            return
        }
        guard let root, !root.isEmpty else { return }
        guard let entries = root.entries else {
            report(.unfit("config.yaml", expected: "lines such as 'theme: light'"), at: root.line)
            return
        }
        for (key, value) in entries {
            guard let entry = Entry(rawValue: key.text ?? "") else {
                report(unknown(key.text ?? "", "entry", among: Entry.allCases.map(\.rawValue)), at: key.line)
                continue
            }
            lines[entry.rawValue] = key.line
            read(value, as: entry, themes: themes)
        }
    }

    /// For a file that is there and cannot be read.
    public init(unreadable file: String) {
        self.file = file
        report(.unreadable, at: nil)
    }

    private mutating func read(_ value: YAMLValue, as entry: Entry, themes: [String]) {
        switch entry {
        case .theme:
            guard let name = value.word else {
                return report(.unfit(entry.rawValue, expected: "a name"), at: value.line)
            }
            guard themes.contains(name) else { return report(unknown(name, "theme", among: themes), at: value.line) }
            configuration.theme = name
        case .blankAfter:
            guard let blanking = value.text.flatMap({ Blanking($0) }) else {
                let expected = "minutes from 1 to \(Blanking.longest), or never"
                return report(.unfit(entry.rawValue, expected: expected), at: value.line)
            }
            configuration.blanking = blanking
        case .mouse:
            guard let isOn = value.flag else {
                return report(.unfit(entry.rawValue, expected: "true or false"), at: value.line)
            }
            configuration.mouse = isOn
        case .sendmail:
            let words = value.items?.map(\.word) ?? [value.word]
            let command = words.compactMap(\.self)
            guard command.count == words.count, command.first?.hasPrefix("/") == true else {
                let expected =
                    "a program by its whole path, such as /usr/sbin/sendmail, or a list of it and its arguments"
                return report(.unfit(entry.rawValue, expected: expected), at: value.line)
            }
            configuration.sendmail = command
        case .site:
            guard let name = value.word else {
                return report(.unfit(entry.rawValue, expected: "a name"), at: value.line)
            }
            configuration.site = name
        case .keys: readKeys(value)
        }
    }

    private mutating func readKeys(_ value: YAMLValue) {
        guard let entries = value.entries else {
            if value.isEmpty { return }
            return report(.unfit("keys", expected: "lines such as 'record.week: x'"), at: value.line)
        }
        let states: [KeyTable.State]
        let known: [BindingName]
        do {
            states = try KeyTable.states()
            known = try KeyTable.bindings().map(\.note.id)
        } catch {
            return report(.unfit("keys", expected: "left out: \(error)"), at: value.line)
        }
        var taken: [(name: BindingName, line: Int?)] = []
        for (key, value) in entries {
            let written = key.text ?? ""
            guard let name = known.first(where: { $0.description == written }) else {
                report(unknown(written, "binding", among: known.map(\.description)), at: key.line)
                continue
            }
            guard let keys = keys(value) else { continue }
            configuration.keys[name] = keys
            taken.append((name, key.line))
        }
        // Two may have changed places, so a clash shows only when all are known; the later line yields.
        while let place = taken.lastIndex(where: { configuration.keys.fault(of: $0.name, on: states) != nil }),
            let fault = configuration.keys.fault(of: taken[place].name, on: states)
        {
            report(.keys(taken[place].name, fault), at: taken[place].line)
            configuration.keys[taken[place].name] = nil
            taken.remove(at: place)
        }
        faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    /// One key, a list of keys, or `none`.
    private mutating func keys(_ value: YAMLValue) -> [Key]? {
        if value.text?.lowercased() == Self.unbound { return [] }
        var keys: [Key] = []
        for item in value.items ?? [value] {
            guard let word = item.text, !word.isEmpty else {
                report(
                    .unfit("keys", expected: "a key such as x, f5 or ctrl-k, a list of keys, or none"), at: item.line)
                return nil
            }
            guard let key = Key(written: word) else {
                report(unknown(word, "key", among: Key.named.map { $0.name.lowercased() }), at: item.line)
                return nil
            }
            keys.append(key)
        }
        return keys
    }

    static let unbound = "none"

    /// Leaves out a site that the register does not know: a verdict for a place that is none would be wrong.
    public mutating func siteIsUnknown(_ name: String, known: [String]) {
        configuration.site = nil
        report(unknown(name, "site", among: known), at: lines[Entry.site.rawValue])
    }

    private func unknown(_ word: String, _ kind: String, among known: [String]) -> ConfigurationFault.Problem {
        let close = nearest(to: word.lowercased(), among: known.map { $0.lowercased() })
        return .unknown(word, kind: kind, nearest: known.first { $0.lowercased() == close }, known: known)
    }

    private mutating func report(_ problem: ConfigurationFault.Problem, at line: Int?) {
        faults.append(ConfigurationFault(file: file, line: line, problem: problem))
    }
}

extension Blanking {
    /// From `5` or `never`.
    init?(_ text: String) {
        if text == "never" {
            self = .never
        } else if let minutes = Int(text), (1...Self.longest).contains(minutes) {
            self = .minutes(minutes)
        } else {
            return nil
        }
    }

    /// As the file says it.
    var written: String {
        switch self {
        case .never: "never"
        case .minutes(let count): String(count)
        }
    }
}

extension Key {
    /// From `x`, `f5`, `ctrl-k` or `pgup`.
    init?(written: String) {
        if written.count == 1, let character = written.first, !character.isWhitespace {
            self = .character(character)
        } else {
            self.init(named: written)
        }
    }
}

extension YAMLValue {
    fileprivate var word: String? { text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
    /// Whether nothing stands there.
    fileprivate var isEmpty: Bool { text?.isEmpty ?? false }
}
