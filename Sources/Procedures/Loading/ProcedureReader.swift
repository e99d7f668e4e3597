import Casework
import Yams

/// Reads one file into a ``WrittenProcedure``, noting every fault of form.
struct ProcedureReader {
    /// Characters that one step may show, so that it fits a small screen without paging.
    static let limit = 400

    private var reader: FieldReader

    init(file: String) {
        reader = FieldReader(file: file)
    }

    var log: FaultLog { reader.log }

    mutating func read(_ root: Yams.Node) -> WrittenProcedure? {
        let keys = ["id", "title", "version", "source", "channel", "start", "nodes", "outcomes", "examples"]
        guard let file = reader.fields(root, named: "the file", keys: keys, line: 1, in: nil) else { return nil }
        let id = reader.placedText(file, "id", required: true)
        let start = reader.placedText(file, "start", required: true)
        return WrittenProcedure(
            id: id ?? Placed(value: "", line: 1),
            title: reader.required(file, "title"),
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

    private mutating func node(_ id: Placed<String>, _ value: Yams.Node) -> WrittenNode? {
        let keys = [
            "as", "title", "ask", "fact", "ask-when-unknown", "hint", "say", "do", "source", "released", "corrects",
            "answers", "then",
        ]
        guard let fields = reader.fields(value, named: id.value, keys: keys, line: id.line, in: id.value) else {
            return nil
        }
        let asked = asked(fields, id)
        let edges = pairs(reader.entries(fields, "then"))
        var labels = pairs(reader.entries(fields, "answers")).map { value, label in
            Placed(value: (value: value.value, label: label.value), line: value.line)
        }
        // One fault is enough: with nothing known of its answers, those that lead on are taken for right.
        if asked == nil { labels = edges.map { Placed(value: ($0.0.value, $0.0.value), line: $0.0.line) } }
        let node = WrittenNode(
            id: id, name: reader.text(fields, "as") ?? id.value, title: reader.required(fields, "title"),
            kind: asked?.kind ?? .ask, question: asked?.question ?? "", hint: reader.text(fields, "hint"),
            say: reader.text(fields, "say"), actions: reader.texts(fields, "do").map(\.value),
            source: reader.required(fields, "source"), released: reader.flag(fields, "released", default: true),
            corrects: corrections(fields), labels: labels, edges: edges)
        let words = [node.question, node.hint, node.say].compactMap { $0 } + node.actions
        let length = words.reduce(0) { $0 + $1.count }
        if length > Self.limit { reader.report(.tooLong(length, limit: Self.limit), line: id.line, in: id.value) }
        return node
    }

    /// Whom a node asks, and in which words; nil, and a fault, when that is not to be known.
    private mutating func asked(
        _ fields: Fields, _ id: Placed<String>
    ) -> (kind: Procedure.Node.Kind, question: String)? {
        let (ask, fact) = (reader.text(fields, "ask"), reader.placedText(fields, "fact"))
        if ask != nil, fact != nil { reader.report(.askedOfBoth, line: id.line, in: id.value) }
        if let fact {
            let question = reader.required(fields, "ask-when-unknown")
            return reader.known(fact, as: "fact", in: id.value).map { (.fact($0), question) }
        }
        if ask == nil { reader.report(.askedOfNobody, line: id.line, in: id.value) }
        return ask.map { (.ask, $0) }
    }

    private mutating func outcome(_ id: Placed<String>, _ value: Yams.Node) -> Placed<Procedure.Outcome>? {
        let keys = [
            "title", "tone", "contact", "do", "say", "note", "notify", "next", "source", "released", "corrects",
        ]
        guard let fields = reader.fields(value, named: id.value, keys: keys, line: id.line, in: id.value) else {
            return nil
        }
        let actions = reader.texts(fields, "do")
        if !fields.has("do") { reader.report(.missingKey("do"), line: id.line, in: id.value) }
        let say = reader.placedText(fields, "say")
        for words in actions + [say].compactMap({ $0 }) where words.value.count > Self.limit {
            reader.report(.tooLong(words.value.count, limit: Self.limit), line: words.line, in: id.value)
        }
        let tone: Procedure.Outcome.Tone? = reader.placedText(fields, "tone", required: true).flatMap {
            reader.known($0, as: "tone", in: id.value)
        }
        let outcome = Procedure.Outcome(
            id: .init(rawValue: id.value), title: reader.required(fields, "title"), tone: tone ?? .ask,
            actions: actions.map(\.value), say: say?.value, note: note(fields),
            notify: reader.texts(fields, "notify").compactMap { reader.known($0, as: "role", in: id.value) },
            next: reader.texts(fields, "next").compactMap { reader.known($0, as: "screen", in: id.value) },
            isContact: reader.flag(fields, "contact", default: true), source: reader.required(fields, "source"),
            released: reader.flag(fields, "released", default: true), corrects: corrections(fields))
        return Placed(value: outcome, line: id.line)
    }

    /// The note's type and parts against the catalogue: each required part must be named, though it may be empty.
    private mutating func note(_ outcome: Fields) -> Procedure.NoteTemplate? {
        guard let (key, value) = outcome.entry("note") else {
            reader.report(.missingKey("note"), line: outcome.line, in: outcome.place)
            return nil
        }
        if value.scalar?.string == "none" { return nil }
        guard
            let note = reader.fields(
                value, named: "note", keys: ["type", "fields"], line: key.line, in: outcome.place),
            let written = reader.placedText(note, "type", required: true)
        else { return nil }
        guard let type = NoteType.named(NoteType.ID(rawValue: written.value)) else {
            let known = NoteType.catalogue.map(\.id.rawValue)
            reader.report(
                .unknown(
                    written.value, kind: "note type", nearest: nearest(to: written.value, among: known), known: known),
                line: written.line, in: outcome.place)
            return nil
        }
        let entries = reader.entries(note, "fields").entries
        var fields: [String: Template] = [:]
        for (part, words) in entries {
            guard let text = words.scalar?.string else {
                reader.report(.wrongShape(part.value, expected: "words"), line: part.line, in: outcome.place)
                continue
            }
            do throws(Template.Flaw) {
                fields[part.value] = try Template(text)
            } catch {
                reader.report(.badTemplate(part.value, why: error.words), line: part.line, in: outcome.place)
            }
        }
        let form = Dictionary(uniqueKeysWithValues: entries.map { ($0.key.value, $0.value.scalar?.string ?? "") })
        let parts = type.parts(for: form)
        for (part, _) in entries where !parts.contains(where: { $0.name == part.value }) {
            let known = parts.map(\.name)
            reader.report(
                .unknown(part.value, kind: "note part", nearest: nearest(to: part.value, among: known), known: known),
                line: part.line, in: outcome.place)
        }
        for part in parts where part.required && form[part.name] == nil {
            reader.report(.missingNotePart(part.name, of: type.id.rawValue), line: key.line, in: outcome.place)
        }
        return Procedure.NoteTemplate(type: type.id, fields: fields)
    }

    private mutating func corrections(_ fields: Fields) -> [Procedure.Correction] {
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
            for (name, value) in pairs(reader.entries(fields, "facts")) {
                guard let fact: FactName = reader.known(name, as: "fact", in: place) else { continue }
                facts[fact] = value.value
                if !fact.values.contains(value.value) {
                    reader.report(.edgeNotTaken(value.value, takes: fact.values), line: value.line, in: place)
                }
            }
            var answers: [String: String] = [:]
            for (name, value) in pairs(reader.entries(fields, "answers")) { answers[name.value] = value.value }
            let example = Procedure.Example(
                title: reader.required(fields, "title"), facts: facts, answers: answers,
                outcome: .init(rawValue: reader.required(fields, "outcome")))
            examples.append(Placed(value: example, line: item.line))
        }
        return examples
    }

    /// Entries whose values are single words.
    private mutating func pairs(_ fields: Fields) -> [(Placed<String>, Placed<String>)] {
        fields.entries.compactMap { key, value in
            guard let text = value.scalar?.string, !text.isEmpty else {
                reader.report(.wrongShape(key.value, expected: "words"), line: key.line, in: fields.place)
                return nil
            }
            return (key, Placed(value: text, line: value.mark?.line ?? key.line))
        }
    }
}

extension Template.Flaw {
    fileprivate var words: String {
        switch self {
        case .unknownPlace(let name): "nothing is called {\(name)}"
        case .unclosed(let sign): "'\(sign)' is never closed"
        case .notOptional(let place): "{\(place.rawValue)} may be unknown and stands outside [ ]"
        }
    }
}
