import Casework
import Yams

extension ProcedureReader {
    mutating func outcome(_ id: Placed<String>, _ value: Yams.Node) -> Placed<Procedure.Outcome>? {
        let keys = [
            "title", "tone", "contact", "channel", "by-agency", "do", "say", "role", "due", "note", "notify", "next",
            "source", "released", "corrects",
        ]
        guard let fields = reader.fields(value, named: id.value, keys: keys, line: id.line, in: id.value) else {
            return nil
        }
        let actions = reader.texts(fields, "do")
        if !fields.has("do") { reader.report(.missingKey("do"), line: id.line, in: id.value) }
        let say = reader.placedText(fields, "say")
        for words in actions + [say].compactMap({ $0 }) {
            checkLength([words.value], line: words.line, in: id.value)
        }
        let tone: Procedure.Outcome.Tone? = reader.placedText(fields, "tone", required: true).flatMap {
            reader.known($0, as: "tone", in: id.value)
        }
        if let (key, _) = fields.entry("channel"), fields.entry("contact")?.value.scalar?.string == "false" {
            reader.report(.keyOfAnotherKind("channel", kind: "contact: false"), line: key.line, in: id.value)
        }
        if let (key, _) = fields.entry("by-agency"), !fields.has("channel") {
            reader.report(.missingKey("channel"), line: key.line, in: id.value)
        }
        let outcome = Procedure.Outcome(
            id: .init(rawValue: id.value), title: reader.required(fields, "title"), tone: tone ?? .ask,
            actions: actions.map(\.value), say: say?.value, role: reader.text(fields, "role"),
            due: limits(fields).map(\.value), note: note(fields),
            notify: reader.texts(fields, "notify").compactMap { reader.known($0, as: "role", in: id.value) },
            next: reader.texts(fields, "next").map { next in
                Procedure.Outcome.NextScreen(rawValue: next.value).map { .screen($0) }
                    ?? .procedure(.init(rawValue: next.value))
            },
            isContact: reader.flag(fields, "contact", default: true),
            channel: reader.placedText(fields, "channel").flatMap { reader.known($0, as: "channel", in: id.value) },
            isByAgency: reader.flag(fields, "by-agency", default: false), sources: sources(fields),
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
                let template = try Template(text)
                fields[part.value] = template
                if template.namesDue, !outcome.has("due") { throw .noLimit }
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
}

extension Template.Flaw {
    fileprivate var words: String {
        switch self {
        case .unknownPlace(let name): "nothing is called {\(name)}"
        case .unclosed(let sign): "'\(sign)' is never closed"
        case .noLimit: "{due} stands in an outcome without 'due'"
        case .notOptional(let place): "{\(place.name)} may be unknown and stands outside [ ]"
        }
    }
}
