import Casework

/// A run as `guide run --json` prints it; absent values are null.
public struct RunReport: Encodable, Sendable {
    private let run: ProcedureRun
    private let note: NoteContent?

    public init(_ run: ProcedureRun, note: NoteContent?) {
        self.run = run
        self.note = note
    }

    private enum Key: String, CodingKey {
        case procedure, version, trail, awaiting, outcome
        case node, source, answer, by, because, finding
        case ask, answers
        case id, title, tone, actions = "do", say, note, notify
        case type, fields
    }

    public func encode(to encoder: any Encoder) throws {
        var report = encoder.container(keyedBy: Key.self)
        try report.encode(run.procedure, forKey: .procedure)
        try report.encode(run.version, forKey: .version)
        var trail = report.nestedUnkeyedContainer(forKey: .trail)
        for step in run.trail {
            var item = trail.nestedContainer(keyedBy: Key.self)
            try item.encode(step.name, forKey: .node)
            try item.encode(step.node.source, forKey: .source)
            try item.encode(step.answer, forKey: .answer)
            try item.encode(step.by, forKey: .by)
            try item.encode(step.because, forKey: .because)
            if step.overruled { try item.encode(step.finding, forKey: .finding) }
        }
        if let awaiting = run.awaiting {
            var item = report.nestedContainer(keyedBy: Key.self, forKey: .awaiting)
            try item.encode(awaiting.name, forKey: .node)
            try item.encode(awaiting.node.question, forKey: .ask)
            try item.encode(awaiting.node.takes, forKey: .answers)
            try item.encodeIfPresent(awaiting.finding?.because, forKey: .because)
        } else {
            try report.encodeNil(forKey: .awaiting)
        }
        guard let outcome = run.outcome else { return try report.encodeNil(forKey: .outcome) }
        var item = report.nestedContainer(keyedBy: Key.self, forKey: .outcome)
        try item.encode(outcome.id, forKey: .id)
        try item.encode(outcome.title, forKey: .title)
        try item.encode(outcome.tone.rawValue, forKey: .tone)
        try item.encode(outcome.actions, forKey: .actions)
        try item.encode(outcome.say, forKey: .say)
        try item.encode(run.notified, forKey: .notify)
        guard let note else { return try item.encodeNil(forKey: .note) }
        var draft = item.nestedContainer(keyedBy: Key.self, forKey: .note)
        try draft.encode(note.type.rawValue, forKey: .type)
        try draft.encode(note.fields, forKey: .fields)
    }
}
