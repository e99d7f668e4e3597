import Casework

/// What a new version of a procedure changes for whoever follows it, in words.
public struct ProcedureChange: Sendable {
    /// Ways of the old version that end elsewhere in the new, or stop at a step that they have no answer for.
    public struct Moved: Sendable, Hashable {
        /// Steps and answers as people read them, as `Who is here: The customer`.
        public let way: [String]
        public let before: Procedure.Outcome
        /// Nil where the way stops.
        public let after: Procedure.Outcome?
        /// The name of the step at which it stops, or that takes its answer no more.
        public let stopsAt: String?

        public var words: String {
            let now = after.map { "now ends in \($0.quoted)" } ?? "now stops at \(stopsAt ?? "a step")"
            return "\(way.joined(separator: " > "))\n    ended in \(before.quoted), \(now)"
        }
    }

    /// Steps and outcomes that came, went, or say, ask or require something else.
    public let steps: [String]
    public let moved: [Moved]
    /// How many ways were compared.
    public let compared: Int
    /// Whether these were all ways, or the shortest to each outcome alone.
    public let isEveryWay: Bool

    public var isNone: Bool { steps.isEmpty && moved.isEmpty }

    public init(from old: Procedure, to new: Procedure) {
        let every = old.paths()
        let ways = every ?? old.shortestPaths
        isEveryWay = every != nil
        compared = ways.count
        moved = ways.compactMap { Self.move($0, of: old, in: new) }
        steps = Self.steps(from: old, to: new)
    }

    /// Follows a way of the old version through the new, answer by answer; nil where it ends as it did.
    private static func move(_ way: ProcedurePath, of old: Procedure, in new: Procedure) -> Moved? {
        guard let before = old.outcome(way.outcome) else { return nil }
        let given = Dictionary(way.steps.map { ($0.name, $0.answer) }) { first, _ in first }
        func moved(_ after: Procedure.Outcome?, at step: String? = nil) -> Moved {
            Moved(way: way.steps.map { words($0, of: old) }, before: before, after: after, stopsAt: step)
        }
        var passings: [String: Int] = [:]
        var target = Procedure.Target.node(new.start)
        while case .node(let id) = target, let node = new.node(id) {
            let passing = passings[node.name, default: 0] + 1
            passings[node.name] = passing
            if let repeats = node.repeats, passing > repeats.atMost {
                target = repeats.thenAfter
                continue
            }
            let name = node.name + (passing > 1 ? "#\(passing)" : "")
            let answer = given[name]
            guard let edge = node.edges.first(where: { node.value($0) == answer }) ?? node.only else {
                return moved(nil, at: name)
            }
            target = edge.target
        }
        guard case .outcome(let end) = target else { return moved(nil) }
        return end == way.outcome ? nil : moved(new.outcome(end))
    }

    private static func words(_ step: ProcedurePath.Step, of procedure: Procedure) -> String {
        guard let node = procedure.node(step.node) else { return step.name }
        let label = node.edges.first { node.value($0) == step.answer }.map(node.words) ?? step.answer
        return label.isEmpty ? node.title : "\(node.title): \(label)"
    }

    // MARK: Steps

    private static func steps(from old: Procedure, to new: Procedure) -> [String] {
        var words: [String] = []
        if old.version != new.version { words.append("Version \(old.version) becomes \(new.version).") }
        if old.start != new.start { words.append("It begins at \(new.start), no more at \(old.start).") }
        for node in old.nodes where new.node(node.id) == nil { words.append("Step \(node.id) is gone: \(node.title).") }
        for node in new.nodes {
            guard let before = old.node(node.id) else {
                words.append("Step \(node.id) is new: \(node.title).")
                continue
            }
            words += changes(from: before, to: node, old, new)
        }
        for outcome in old.outcomes where new.outcome(outcome.id) == nil {
            words.append("Outcome \(outcome.id) is gone: \(outcome.title).")
        }
        for outcome in new.outcomes {
            guard let before = old.outcome(outcome.id) else {
                words.append("Outcome \(outcome.id) is new: \(outcome.title).")
                continue
            }
            words += changes(from: before, to: outcome)
        }
        return words
    }

    private static func changes(
        from old: Procedure.Node, to new: Procedure.Node, _ before: Procedure, _ after: Procedure
    ) -> [String] {
        var words: [String] = []
        func compare(_ what: String, _ before: String, _ after: String) {
            if before != after { words.append("Step \(new.id): \(what) was \(quoted(before)), is \(quoted(after)).") }
        }
        compare("the question", old.question, new.question)
        compare("the hint", old.hint ?? "", new.hint ?? "")
        compare("what to say", old.say ?? "", new.say ?? "")
        compare("who does it", old.role ?? "", new.role ?? "")
        compare(
            "the time limit", old.due.map(\.words).joined(separator: "; "), new.due.map(\.words).joined(separator: "; ")
        )
        compare("what to do", old.actions.joined(separator: " "), new.actions.joined(separator: " "))
        compare("what is struck out", old.redacted ?? "", new.redacted ?? "")
        compare("the source", old.source, new.source)
        for item in old.items where !new.items.contains(where: { $0.id == item.id }) {
            words.append("Step \(new.id): \(item.id) is no more to be done: \(item.words)")
        }
        for item in new.items {
            let before = old.items.first { $0.id == item.id }
            if let before { compare("\(item.id)", before.words, item.words) }
            if before == nil { words.append("Step \(new.id): \(item.id) is to be done too: \(item.words)") }
        }
        for edge in new.edges {
            let value = new.value(edge)
            let was = old.edges.first { old.value($0) == value }
            if let was, was.target != edge.target {
                words.append(
                    "Step \(new.id): \(new.answer(edge)) led to \(before.quoted(was.target)), leads to "
                        + "\(after.quoted(edge.target)).")
            } else if was == nil {
                words.append("Step \(new.id): \(new.answer(edge)) is new and leads to \(after.quoted(edge.target)).")
            }
        }
        for edge in old.edges where !new.edges.contains(where: { new.value($0) == old.value(edge) }) {
            words.append("Step \(new.id): \(old.answer(edge)) is gone; it led to \(before.quoted(edge.target)).")
        }
        return words
    }

    private static func changes(from old: Procedure.Outcome, to new: Procedure.Outcome) -> [String] {
        var words: [String] = []
        func compare(_ what: String, _ before: String, _ after: String) {
            if before != after {
                words.append("Outcome \(new.id): \(what) was \(quoted(before)), is \(quoted(after)).")
            }
        }
        compare("the title", old.title, new.title)
        compare("the tone", old.tone.rawValue, new.tone.rawValue)
        compare("what to do", old.actions.joined(separator: " "), new.actions.joined(separator: " "))
        compare("what to say", old.say ?? "", new.say ?? "")
        compare(
            "the time limit", old.due.map(\.words).joined(separator: "; "), new.due.map(\.words).joined(separator: "; ")
        )
        compare("the note", old.note?.type.title ?? "none", new.note?.type.title ?? "none")
        compare(
            "who is told", old.notify.map(\.name).joined(separator: ", "),
            new.notify.map(\.name).joined(separator: ", "))
        compare(
            "what is offered next", old.nextProcedures.map(\.rawValue).joined(separator: ", "),
            new.nextProcedures.map(\.rawValue).joined(separator: ", "))
        if old.note != new.note, old.note?.type == new.note?.type {
            words.append("Outcome \(new.id): its note says something else.")
        }
        return words
    }

    private static func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "\"\(text)\"" }
}

extension Procedure {
    /// As `"Help the customer here" (resolve)`.
    fileprivate func quoted(_ target: Target) -> String {
        switch target {
        case .node(let id): "\"\(node(id)?.title ?? "")\" (\(id))"
        case .outcome(let id): outcome(id)?.quoted ?? id.rawValue
        }
    }
}

extension Procedure.Outcome {
    /// As `"Help the customer here" (resolve)`.
    var quoted: String { "\"\(title)\" (\(id))" }
}

extension NoteType.ID {
    /// As `Customer contact`; the id where the catalogue has no such type.
    var title: String { NoteType.named(self)?.title ?? rawValue }
}

extension Procedure.Node {
    /// What leads along `edge`, quoted; for one that every answer takes, that.
    fileprivate func answer(_ edge: Procedure.Edge) -> String {
        let words = words(edge)
        return words.isEmpty ? "the way on" : "\"\(words)\""
    }

    /// The edge of a step that has only one: whatever is answered, it leads there.
    fileprivate var only: Procedure.Edge? { edges.count == 1 && edges[0].when == .always ? edges[0] : nil }
}
