import Casework
import Yams

/// Reads one file into a ``WrittenProcedure``, noting every fault of form.
struct ProcedureReader {
    /// Characters that one step may show, so that it fits a small screen without paging.
    static let limit = 400
    /// What a list of procedures shows stands before these, so that it can be read without the rest.
    static let body = ["nodes", "outcomes", "examples"]
    private static let head = ["id", "title", "purpose", "group", "version", "source", "channel", "start"]

    var reader: FieldReader

    init(file: String) {
        reader = FieldReader(file: file)
    }

    var log: FaultLog { reader.log }

    mutating func read(_ root: Yams.Node) -> WrittenProcedure? {
        let keys = Self.head + Self.body
        guard let file = reader.fields(root, named: "the file", keys: keys, line: 1, in: nil) else { return nil }
        let bodyLine = file.entries.first { Self.body.contains($0.key.value) }?.key.line ?? .max
        for (key, _) in file.entries where Self.head.contains(key.value) && key.line > bodyLine {
            reader.report(.headAfterBody(key.value), line: key.line, in: nil)
        }
        let id = reader.placedText(file, "id", required: true)
        let start = reader.placedText(file, "start", required: true)
        let group: Procedure.Group? = reader.placedText(file, "group", required: true).flatMap {
            reader.known($0, as: "group", in: nil)
        }
        return WrittenProcedure(
            id: id ?? Placed(value: "", line: 1),
            title: reader.required(file, "title"),
            purpose: reader.required(file, "purpose"),
            group: group ?? .contact,
            version: reader.required(file, "version"),
            source: source(file),
            channel: reader.placedText(file, "channel").flatMap { reader.known($0, as: "channel", in: nil) },
            start: start ?? Placed(value: "", line: 1),
            nodes: reader.entries(file, "nodes", required: true).entries.compactMap { node($0.key, $0.value) },
            outcomes: reader.entries(file, "outcomes", required: true).entries.compactMap { outcome($0.key, $0.value) },
            examples: examples(file))
    }

    private mutating func source(_ file: Fields) -> Procedure.Source {
        let none = Procedure.Source(number: "", title: "", tables: [], date: CalendarDay(number: 0), released: true)
        guard let (key, value) = file.entry("source") else {
            reader.report(.missingKey("source"), line: file.line, in: nil)
            return none
        }
        let keys = ["number", "title", "tables", "date", "released"]
        guard let fields = reader.fields(value, named: "source", keys: keys, line: key.line, in: nil) else {
            return none
        }
        let date = reader.placedText(fields, "date", required: true)
        let day = date.flatMap { CalendarDay($0.value) }
        if let date, day == nil {
            reader.report(.wrongShape("date", expected: "a day, such as 2025-11-18"), line: date.line, in: nil)
        }
        return Procedure.Source(
            number: reader.required(fields, "number"), title: reader.required(fields, "title"),
            tables: reader.texts(fields, "tables").map(\.value), date: day ?? CalendarDay(number: 0),
            released: reader.flag(fields, "released", default: true))
    }

    mutating func corrections(_ fields: Fields) -> [Procedure.Correction] {
        reader.items(fields, "corrects").compactMap { item in
            let keys = ["place", "printed", "built"]
            guard
                let entry = reader.fields(
                    item.value, named: "corrects", keys: keys, line: item.line, in: fields.place)
            else { return nil }
            return Procedure.Correction(
                place: reader.required(entry, "place"), printed: reader.required(entry, "printed"),
                built: reader.required(entry, "built"))
        }
    }

    private mutating func examples(_ file: Fields) -> [Placed<Procedure.Example>] {
        var examples: [Placed<Procedure.Example>] = []
        for (index, item) in reader.items(file, "examples").enumerated() {
            let place = "example \(index + 1)"
            let keys = ["title", "facts", "answers", "outcome"]
            guard let fields = reader.fields(item.value, named: place, keys: keys, line: item.line, in: place) else {
                continue
            }
            var facts: [FactName: String] = [:]
            for (name, value) in reader.pairs(reader.entries(fields, "facts")) {
                guard let fact: FactName = reader.known(name, as: "fact", in: place) else { continue }
                facts[fact] = value.value
                if !fact.values.contains(value.value) {
                    reader.report(.edgeNotTaken(value.value, takes: fact.values), line: value.line, in: place)
                }
            }
            var answers: [String: String] = [:]
            for (name, value) in reader.pairs(reader.entries(fields, "answers"), mayBeEmpty: true) {
                answers[name.value] = value.value
            }
            let example = Procedure.Example(
                title: reader.required(fields, "title"), facts: facts, answers: answers,
                outcome: .init(rawValue: reader.required(fields, "outcome")))
            examples.append(Placed(value: example, line: item.line))
        }
        return examples
    }

    // MARK: What nodes, items and outcomes share

    /// The places in the released documents; a row that no table holds is a fault.
    mutating func sources(_ fields: Fields, required: Bool = true) -> [String] {
        guard let (key, value) = fields.entry("source") else {
            if required { reader.report(.missingKey("source"), line: fields.line, in: fields.place) }
            return []
        }
        let texts: [Placed<String>]
        if value.sequence != nil {
            texts = reader.texts(fields, "source")
            if texts.isEmpty { reader.report(.missingKey("source"), line: key.line, in: fields.place) }
        } else {
            texts = [reader.placedText(fields, "source")].compactMap { $0 }
        }
        for text in texts where SourceRow(text.value) == nil && !SourceTable.isBackground(text.value) {
            reader.report(.unknownSource(text.value), line: text.line, in: fields.place)
        }
        return texts.map(\.value)
    }

    /// Time limits: a bare one, one that says what it is for, or a list of such.
    mutating func limits(_ fields: Fields) -> [Placed<Procedure.Limit>] {
        guard let (key, value) = fields.entry("due") else { return [] }
        if value.scalar != nil {
            return [reader.placedText(fields, "due")].compactMap { $0 }.compactMap { text in
                limit(text, in: fields.place).map {
                    Placed(value: Procedure.Limit(what: nil, limit: $0), line: text.line)
                }
            }
        }
        let entries = value.mapping == nil ? reader.items(fields, "due") : [Placed(value: value, line: key.line)]
        return entries.compactMap { item in
            guard
                let entry = reader.fields(
                    item.value, named: "due", keys: ["what", "limit"], line: item.line, in: fields.place)
            else { return nil }
            let what = reader.required(entry, "what")
            guard let text = reader.placedText(entry, "limit", required: true),
                let limit = limit(text, in: fields.place)
            else { return nil }
            return Placed(value: Procedure.Limit(what: what, limit: limit), line: item.line)
        }
    }

    mutating func limit(_ text: Placed<String>, in place: String?) -> TimeLimit? {
        let limit = TimeLimit(text.value)
        if limit == nil { reader.report(.badLimit(text.value), line: text.line, in: place) }
        return limit
    }

    mutating func checkLength(_ words: [String?], line: Int, in place: String?) {
        let length = words.reduce(0) { $0 + ($1?.count ?? 0) }
        if length > Self.limit { reader.report(.tooLong(length, limit: Self.limit), line: line, in: place) }
    }
}

extension SourceTable {
    /// Whether `text` names a part of a released document that is no row of a table: `MSP, Non-compliance`.
    static func isBackground(_ text: String) -> Bool {
        guard let comma = text.firstIndex(of: ","), text[comma...].contains(where: \.isLetter) else { return false }
        return all.contains { $0.id.split(separator: " ").first.map(String.init) == String(text[..<comma]) }
    }
}
