import Casework

/// How far a procedure has come: its answers replayed from the start.
///
/// A run holds no position of its own, so going back is replaying one answer fewer.
public struct ProcedureRun: Sendable, Hashable {
    public let procedure: Procedure.ID
    public let version: String
    /// Each node passed, in order; those of a procedure run inside come before the node that runs it.
    public let trail: [TrailStep]
    public let end: End

    public enum End: Sendable, Hashable {
        case awaiting(Awaiting)
        case outcome(Procedure.Outcome)
    }

    /// The node at which it waits for the person; nil once it has ended.
    public var awaiting: Awaiting? {
        guard case .awaiting(let awaiting) = end else { return nil }
        return awaiting
    }

    public var outcome: Procedure.Outcome? {
        guard case .outcome(let outcome) = end else { return nil }
        return outcome
    }

    /// The days that its date nodes got, by name.
    public func day(answered name: String) -> CalendarDay? {
        for step in trail.reversed() where step.unnumbered == name {
            if case .day(let day) = step.value { return day }
        }
        return nil
    }
}

/// A node that waits for the person.
public struct Awaiting: Sendable, Hashable {
    public let node: Procedure.Node
    /// What an answer to it is called.
    public let name: String
    /// For a fact: why the record could not tell.
    public let finding: Finding?
    /// The procedures that run inside each other, the outermost first, by title.
    public let within: [String]
    /// Which passing of the node this is, from 1.
    public let passing: Int
    /// When it was reached, as far as the answers before it tell.
    public let reachedAt: Instant?
}

/// A node passed: what was decided, by whom, and why.
public struct TrailStep: Sendable, Hashable {
    public enum Decider: String, Sendable, Hashable, Codable {
        case record, person
        /// A procedure run inside came to an outcome.
        case procedure
    }

    public let node: Procedure.Node
    /// What the answer is called: ``Procedure/Node/name``, and where it stands.
    public let name: String
    public let answer: String
    /// What the answer means.
    public let value: AnswerValue
    public let by: Decider
    /// The record's reason, or the person's.
    public let because: String?
    /// What the record said of a fact; kept when a person overruled it.
    public let finding: Finding?
    /// The titles of the procedures that run inside each other here, the outermost first.
    public let within: [String]
    /// What a procedure run inside came to.
    public let outcome: Procedure.Outcome?
    public let reachedAt: Instant?
    /// The answer with its time and ticks; nil where the record or a procedure answered.
    public let given: Answer?

    public var overruled: Bool { by == .person && finding?.value != nil }

    /// The name without the number of this passing.
    var unnumbered: String {
        let last = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        return String(name[..<last] + name[last...].prefix { $0 != "#" })
    }
}

extension Procedure {
    /// Replays `answers` from the start.
    ///
    /// Facts are asked for as their nodes are reached, and for each fact that `answers` names. Where a fact has no
    /// value, or one that it cannot have, the person is asked.
    ///
    /// - Parameter begun: when the run began, for time limits.
    /// - Throws: ``AnswerError`` for any answer that does not fit, on the path or off it; whatever `facts` throws.
    public func run(
        facts: (FactName) throws -> Finding, answers: [Answer] = [], begun: Instant? = nil
    ) throws -> ProcedureRun {
        try withoutActuallyEscaping(facts) { facts in
            let findings = Findings(facts)
            let given = try checked(answers)
            for answer in answers {
                guard case .fact(let fact) = node(answering: answer.node)?.kind else { continue }
                let found = try findings[fact]
                if let recorded = found.value, answer.because?.contains(where: { !$0.isWhitespace }) != true {
                    throw AnswerError.reasonMissing(node: answer.node, recorded: recorded, because: found.because)
                }
            }
            var replay = Replay(findings: findings, given: given, reachedAt: begun)
            let end = try replay.walk(self, prefix: "", within: [title])
            return ProcedureRun(procedure: id, version: version, trail: replay.trail, end: end)
        }
    }

    /// The answers by node name, each one that its node takes.
    private func checked(_ answers: [Answer]) throws(AnswerError) -> [String: Answer] {
        var given: [String: Answer] = [:]
        for answer in answers {
            guard let node = node(answering: answer.node) else {
                throw .unknownNode(answer.node, in: id, known: names)
            }
            guard node.reads(answer.value) != nil else {
                throw .notTaken(answer.value, node: answer.node, takes: node.takes)
            }
            guard given.updateValue(answer, forKey: answer.node) == nil else { throw .answeredTwice(answer.node) }
        }
        return given
    }

    /// The node that an answer of this name goes to; nil when there is none, or when nobody answers it.
    public func node(answering name: String) -> Node? {
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (base, passing) = Self.passing(parts[0])
        guard let passing, let node = nodes.first(where: { $0.name == base }), passing == 1 || canRepeat(node) else {
            return nil
        }
        guard case .guide(let id) = node.kind else { return parts.count == 1 ? node : nil }
        return parts.count == 2 ? called[id]?.node(answering: parts[1]) : nil
    }

    /// `call#2` is the second passing of `call`; nil for a number below 2, or none.
    private static func passing(_ name: String) -> (base: String, passing: Int?) {
        guard let mark = name.firstIndex(of: "#") else { return (name, 1) }
        let number = Int(name[name.index(after: mark)...])
        return (String(name[..<mark]), number.flatMap { $0 >= 2 ? $0 : nil })
    }

    /// Whether a path passes `node` more than once.
    private func canRepeat(_ node: Node) -> Bool {
        guard nodes.contains(where: { $0.repeats != nil }) else { return false }
        var reached: Set<Node.ID> = []
        var open = [node.id]
        while let id = open.popLast() {
            for edge in self.node(id)?.edges ?? [] {
                if case .node(let next) = edge.target, reached.insert(next).inserted { open.append(next) }
            }
        }
        return reached.contains(node.id)
    }

    /// What answers call the nodes, each once, in the order of the file; those of procedures run inside with theirs.
    public var names: [String] {
        nodes.flatMap { node -> [String] in
            guard case .guide(let id) = node.kind else { return [node.name] }
            return (called[id]?.names ?? []).map { "\(node.name)/\($0)" }
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
