import Casework
import Yams

/// A value and the line on which it stands.
struct Placed<Value> {
    var value: Value
    var line: Int
}

extension Placed: Sendable where Value: Sendable {}

/// Keys and values of one mapping.
struct Fields {
    /// The node, outcome or example that it describes; nil for the file itself.
    let place: String?
    let line: Int
    let entries: [(key: Placed<String>, value: Yams.Node)]

    func entry(_ key: String) -> (key: Placed<String>, value: Yams.Node)? { entries.first { $0.key.value == key } }
    func has(_ key: String) -> Bool { entry(key) != nil }
}

/// Reads shapes out of YAML and keeps every fault that it meets, so that one look shows them all.
struct FieldReader {
    private(set) var log: FaultLog

    init(file: String) {
        log = FaultLog(file: file)
    }

    mutating func report(_ problem: ProcedureProblem, line: Int, in place: String?) {
        log.report(problem, line: line, in: place)
    }

    /// Any mapping; nil, and a fault, when it is something else.
    mutating func mapping(_ node: Yams.Node, named key: String, line: Int, in place: String?) -> Fields? {
        guard let mapping = node.mapping else {
            report(.wrongShape(key, expected: "a mapping"), line: line, in: place)
            return nil
        }
        var entries: [(key: Placed<String>, value: Yams.Node)] = []
        for (key, value) in mapping {
            let line = key.mark?.line ?? line
            guard let name = key.scalar?.string, !name.isEmpty else {
                report(.wrongShape("a key", expected: "a word"), line: line, in: place)
                continue
            }
            entries.append((Placed(value: name, line: line), value))
        }
        return Fields(place: place, line: line, entries: entries)
    }

    /// A mapping of these keys alone.
    mutating func fields(
        _ node: Yams.Node, named key: String, keys: [String], line: Int, in place: String?
    ) -> Fields? {
        guard let fields = mapping(node, named: key, line: line, in: place) else { return nil }
        for (key, _) in fields.entries where !keys.contains(key.value) {
            report(
                .unknownKey(key.value, nearest: nearest(to: key.value, among: keys), known: keys), line: key.line,
                in: place)
        }
        return fields
    }

    /// The mapping under `key`, or no entries.
    mutating func entries(_ fields: Fields, _ key: String, required: Bool = false) -> Fields {
        let none = Fields(place: fields.place, line: fields.line, entries: [])
        guard let (name, value) = fields.entry(key) else {
            if required { report(.missingKey(key), line: fields.line, in: fields.place) }
            return none
        }
        return mapping(value, named: key, line: name.line, in: fields.place) ?? none
    }

    mutating func placedText(_ fields: Fields, _ key: String, required: Bool = false) -> Placed<String>? {
        guard let (name, value) = fields.entry(key) else {
            if required { report(.missingKey(key), line: fields.line, in: fields.place) }
            return nil
        }
        guard let text = value.scalar?.string, text.contains(where: { !$0.isWhitespace }) else {
            report(.wrongShape(key, expected: "words"), line: name.line, in: fields.place)
            return nil
        }
        return Placed(value: text, line: name.line)
    }

    mutating func text(_ fields: Fields, _ key: String) -> String? { placedText(fields, key)?.value }

    /// The words under `key`, and a fault when there are none.
    mutating func required(_ fields: Fields, _ key: String) -> String {
        placedText(fields, key, required: true)?.value ?? ""
    }

    mutating func flag(_ fields: Fields, _ key: String, default value: Bool) -> Bool {
        guard let written = placedText(fields, key) else { return value }
        guard let flag = ["true": true, "false": false][written.value] else {
            report(.wrongShape(key, expected: "true or false"), line: written.line, in: fields.place)
            return value
        }
        return flag
    }

    mutating func items(_ fields: Fields, _ key: String) -> [Placed<Yams.Node>] {
        guard let (name, value) = fields.entry(key) else { return [] }
        guard let list = value.sequence else {
            report(.wrongShape(key, expected: "a list"), line: name.line, in: fields.place)
            return []
        }
        return list.map { Placed(value: $0, line: $0.mark?.line ?? name.line) }
    }

    mutating func texts(_ fields: Fields, _ key: String) -> [Placed<String>] {
        items(fields, key).compactMap { item in
            guard let text = item.value.scalar?.string, text.contains(where: { !$0.isWhitespace }) else {
                report(.wrongShape(key, expected: "a list of words"), line: item.line, in: fields.place)
                return nil
            }
            return Placed(value: text, line: item.line)
        }
    }

    /// The case that `written` names, or nil and a fault.
    mutating func known<Name: RawRepresentable & CaseIterable>(
        _ written: Placed<String>, as kind: String, in place: String?
    ) -> Name? where Name.RawValue == String {
        if let name = Name(rawValue: written.value) { return name }
        let known = Name.allCases.map(\.rawValue)
        report(
            .unknown(written.value, kind: kind, nearest: nearest(to: written.value, among: known), known: known),
            line: written.line, in: place)
        return nil
    }
}
