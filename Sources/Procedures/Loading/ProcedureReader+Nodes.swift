import Casework
import Yams

extension ProcedureReader {
    private static let common = [
        "as", "title", "source", "released", "corrects", "hint", "say", "do", "role", "due", "redacted", "at-most",
        "then-after",
    ]
    /// Each kind by the key that makes it, with the keys that only it has.
    private static let kinds: [(key: String, others: [String])] = [
        ("fact", ["ask-when-unknown", "answers", "then"]), ("ask", ["answers", "then"]), ("tasks", ["items", "next"]),
        ("several", ["answers", "then"]), ("text", ["optional", "next"]), ("date", ["from", "to", "next"]),
        ("number", ["unit", "then", "next"]), ("guide", ["then"]), ("hold", ["for", "until", "next"]),
    ]

    mutating func node(_ id: Placed<String>, _ value: Yams.Node) -> WrittenNode? {
        let every = Self.common + Self.kinds.flatMap { [$0.key] + $0.others }
        let unique = every.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard let fields = reader.fields(value, named: id.value, keys: unique, line: id.line, in: id.value) else {
            return nil
        }
        let stated = Self.kinds.filter { fields.has($0.key) }
        if stated.isEmpty { reader.report(.noKind(Self.kinds.map(\.key)), line: id.line, in: id.value) }
        if stated.count > 1 { reader.report(.severalKinds(stated.map(\.key)), line: id.line, in: id.value) }
        if let kind = stated.first, stated.count == 1 {
            let known = Self.common + [kind.key] + kind.others
            for (key, _) in fields.entries where unique.contains(key.value) && !known.contains(key.value) {
                reader.report(.keyOfAnotherKind(key.value, kind: kind.key), line: key.line, in: id.value)
            }
        }
        let kind = stated.first.flatMap { self.kind($0.key, fields) }
        var question = stated.first.flatMap { reader.text(fields, $0.key) } ?? ""
        if stated.first?.key == "fact" { question = reader.required(fields, "ask-when-unknown") }
        let node = WrittenNode(
            id: id, name: reader.text(fields, "as") ?? id.value, title: reader.required(fields, "title"), kind: kind,
            question: question, hint: reader.text(fields, "hint"), say: reader.text(fields, "say"),
            actions: reader.texts(fields, "do").map(\.value), role: reader.text(fields, "role"), due: limits(fields),
            sources: sources(fields), released: reader.flag(fields, "released", default: true),
            redacted: redaction(fields), corrects: corrections(fields),
            labels: reader.pairs(reader.entries(fields, "answers")).map { value, label in
                Placed(value: (value: value.value, label: label.value), line: value.line)
            },
            edges: edges(fields), repeats: repeats(fields))
        checkLength([node.question, node.hint, node.say, node.redacted] + node.actions, line: id.line, in: id.value)
        return node
    }

    /// What the released text leaves out here, and who knows it. Runs kept by earlier versions of the program say `true`.
    private mutating func redaction(_ fields: Fields) -> String? {
        switch reader.text(fields, "redacted") {
        case "true": "part of this step; ask your team leader who has the full one."
        case "false", nil: nil
        case let words: words
        }
    }

    private mutating func kind(_ key: String, _ fields: Fields) -> Procedure.Node.Kind? {
        guard let words = reader.placedText(fields, key) else { return nil }
        switch key {
        case "fact": return reader.known(words, as: "fact", in: fields.place).map { .fact($0) }
        case "ask": return .ask
        case "tasks": return .tasks(items(fields))
        case "several": return .several
        case "text": return .text(optional: reader.flag(fields, "optional", default: false))
        case "date": return .date(Procedure.DayBounds(from: bound("from", fields), to: bound("to", fields)))
        case "number": return .number(unit: reader.text(fields, "unit"))
        case "guide": return .guide(.init(rawValue: words.value))
        default:
            let limit = reader.placedText(fields, fields.has("until") ? "until" : "for", required: true)
            return limit.flatMap { self.limit($0, in: fields.place) }.map { .hold($0) }
        }
    }

    private mutating func bound(_ key: String, _ fields: Fields) -> Procedure.DayBounds.Bound? {
        reader.placedText(fields, key).flatMap { reader.known($0, as: "bound of a day", in: fields.place) }
    }

    private mutating func items(_ fields: Fields) -> [Procedure.Item] {
        let entries = reader.entries(fields, "items", required: true)
        return entries.entries.compactMap { id, value in
            if ["all", "none"].contains(id.value) {
                reader.report(.reserved(id.value), line: id.line, in: fields.place)
            }
            if let words = value.scalar?.string, words.contains(where: { !$0.isWhitespace }) {
                checkLength([words], line: id.line, in: fields.place)
                return Procedure.Item(
                    id: id.value, words: words, say: nil, role: nil, due: [], sources: [], isOptional: false,
                    redacted: nil)
            }
            let keys = ["do", "role", "source", "due", "optional", "redacted", "say"]
            guard let item = reader.fields(value, named: id.value, keys: keys, line: id.line, in: fields.place) else {
                return nil
            }
            let (words, say) = (reader.required(item, "do"), reader.text(item, "say"))
            checkLength([words, say], line: id.line, in: fields.place)
            return Procedure.Item(
                id: id.value, words: words, say: say, role: reader.text(item, "role"), due: limits(item).map(\.value),
                sources: sources(item, required: false), isOptional: reader.flag(item, "optional", default: false),
                redacted: redaction(item))
        }
    }

    private mutating func repeats(_ fields: Fields) -> (atMost: Int, thenAfter: Placed<String>)? {
        guard fields.has("at-most") || fields.has("then-after") else { return nil }
        let count = reader.placedText(fields, "at-most", required: true)
        let target = reader.placedText(fields, "then-after", required: true)
        guard let count, let target else { return nil }
        guard let number = Int(count.value), number > 0 else {
            reader.report(.wrongShape("at-most", expected: "a number from 1"), line: count.line, in: fields.place)
            return nil
        }
        return (number, target)
    }

    // MARK: Where it leads

    /// The edges under `next:`, a mapping under `then:`, or a list of rules there.
    private mutating func edges(_ fields: Fields) -> [WrittenEdge] {
        if let target = reader.placedText(fields, "next") {
            return [WrittenEdge(when: Placed(value: .always, line: target.line), target: target)]
        }
        guard let (_, value) = fields.entry("then") else { return [] }
        if value.sequence != nil { return reader.items(fields, "then").compactMap { rule($0, in: fields.place) } }
        return reader.pairs(reader.entries(fields, "then")).map { value, target in
            let otherwise = value.value == "else"
            return WrittenEdge(
                when: Placed(value: otherwise ? .otherwise : .value(value.value), line: value.line), target: target)
        }
    }

    /// `{any: [a, b], to: X}`, `{none: true, to: X}`, `{under: 28, to: X}` or `{else: X}`.
    private mutating func rule(_ item: Placed<Yams.Node>, in place: String?) -> WrittenEdge? {
        let keys = ["any", "none", "under", "else", "to"]
        guard let fields = reader.fields(item.value, named: "then", keys: keys, line: item.line, in: place) else {
            return nil
        }
        if let target = reader.placedText(fields, "else") {
            return WrittenEdge(when: Placed(value: .otherwise, line: item.line), target: target)
        }
        let condition: Procedure.Condition
        if fields.has("any") {
            condition = .any(reader.texts(fields, "any").map(\.value))
        } else if fields.has("none") {
            guard reader.flag(fields, "none", default: true) else {
                reader.report(.wrongShape("none", expected: "true"), line: item.line, in: place)
                return nil
            }
            condition = .none
        } else if let number = reader.placedText(fields, "under") {
            guard let bound = Int(number.value), bound > 0 else {
                reader.report(.wrongShape("under", expected: "a number from 1"), line: number.line, in: place)
                return nil
            }
            condition = .under(bound)
        } else {
            reader.report(
                .wrongShape("then", expected: "rules such as {any: [a], to: X} and {else: Y}"), line: item.line,
                in: place)
            return nil
        }
        guard let target = reader.placedText(fields, "to", required: true) else { return nil }
        return WrittenEdge(when: Placed(value: condition, line: item.line), target: target)
    }
}

extension FieldReader {
    /// Entries whose values are single words.
    mutating func pairs(_ fields: Fields, mayBeEmpty: Bool = false) -> [(Placed<String>, Placed<String>)] {
        fields.entries.compactMap { key, value in
            guard let text = value.scalar?.string, mayBeEmpty || !text.isEmpty else {
                report(.wrongShape(key.value, expected: "words"), line: key.line, in: fields.place)
                return nil
            }
            return (key, Placed(value: text, line: value.mark?.line ?? key.line))
        }
    }
}
