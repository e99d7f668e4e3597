import Casework

/// What a new version of a procedure changes for whoever follows it, in words.
public struct ProcedureChange: Sendable {
    /// Ways of the old version that end elsewhere in the new, or stop at a step that they have no answer for.
    public struct Moved: Sendable, Hashable {
        /// Answers, as `who=customer omc-needed=no`.
        public let way: String
        public let before: Procedure.Outcome.ID
        /// Nil where the way stops.
        public let after: Procedure.Outcome.ID?
        /// The step at which it stops, or that takes its answer no more.
        public let stopsAt: String?

        public var words: String {
            let now = after.map { "now ends in \($0)" } ?? "now stops at \(stopsAt ?? "a step")"
            return "\(way): ended in \(before), \(now)"
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
        moved = ways.compactMap { Self.move($0, in: new) }
        steps = Self.steps(from: old, to: new)
    }

    /// Follows a way of the old version through the new, answer by answer; nil where it ends as it did.
    private static func move(_ way: ProcedurePath, in new: Procedure) -> Moved? {
        let given = Dictionary(way.steps.map { ($0.name, $0.answer) }) { first, _ in first }
        let words = way.steps.map { "\($0.name)=\($0.answer)" }.joined(separator: " ")
        func moved(_ after: Procedure.Outcome.ID?, at step: String? = nil) -> Moved {
            Moved(way: words, before: way.outcome, after: after, stopsAt: step)
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
        return end == way.outcome ? nil : moved(end)
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
            words += changes(from: before, to: node)
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

    private static func changes(from old: Procedure.Node, to new: Procedure.Node) -> [String] {
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
            let before = old.edges.first { old.value($0) == value }
            if let before, before.target != edge.target {
                words.append("Step \(new.id): \(value) led to \(before.target.name), leads to \(edge.target.name).")
            } else if before == nil {
                words.append("Step \(new.id): \(value) is new and leads to \(edge.target.name).")
            }
        }
        for edge in old.edges where !new.edges.contains(where: { new.value($0) == old.value(edge) }) {
            words.append("Step \(new.id): \(old.value(edge)) is gone; it led to \(edge.target.name).")
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
        compare("the note", old.note?.type.rawValue ?? "none", new.note?.type.rawValue ?? "none")
        compare(
            "who is told", old.notify.map(\.rawValue).joined(separator: ", "),
            new.notify.map(\.rawValue).joined(separator: ", "))
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

extension Procedure.Node {
    /// The edge of a step that has only one: whatever is answered, it leads there.
    fileprivate var only: Procedure.Edge? { edges.count == 1 && edges[0].when == .always ? edges[0] : nil }
}
