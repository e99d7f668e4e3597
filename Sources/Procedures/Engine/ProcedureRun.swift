import Casework

/// How far a procedure has come: its answers replayed from the start.
///
/// A run holds no position of its own, so going back is replaying one answer fewer.
public struct ProcedureRun: Sendable, Hashable {
    public let procedure: Procedure.ID
    public let version: String
    /// Each node passed, in order.
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
}

/// A question that waits for the person.
public struct Awaiting: Sendable, Hashable {
    public let node: Procedure.Node
    /// For a fact: why the record could not tell.
    public let finding: Finding?
}

/// What a person answered.
public struct Answer: Sendable, Hashable {
    /// The node's ``Procedure/Node/name``.
    public var node: String
    public var value: String
    /// Their reason; required where the answer overrules the record.
    public var because: String?

    public init(_ node: String, _ value: String, because: String? = nil) {
        self.node = node
        self.value = value
        self.because = because
    }
}

/// A node passed: what was decided, by whom, and why.
public struct TrailStep: Sendable, Hashable {
    public enum Decider: String, Sendable, Hashable, Codable {
        case record, person
    }

    public let node: Procedure.Node
    public let answer: String
    public let by: Decider
    /// The record's reason, or the person's.
    public let because: String?
    /// What the record said of a fact; kept when a person overruled it.
    public let finding: Finding?

    public var overruled: Bool { by == .person && finding?.value != nil }
}

/// Why answers do not fit a procedure.
public enum AnswerError: UserFacing, Hashable {
    case unknownNode(String, in: Procedure.ID, known: [String])
    case notTaken(String, node: String, takes: [String])
    case answeredTwice(String)
    /// The record settles this fact: overruling it needs a reason.
    case reasonMissing(node: String, recorded: String, because: String)

    public var message: String {
        switch self {
        case .unknownNode(let name, let procedure, _): "The guide '\(procedure)' has no node '\(name)'."
        case .notTaken(let value, let node, _): "'\(value)' is not an answer to '\(node)'."
        case .answeredTwice(let node): "'\(node)' is answered twice."
        case .reasonMissing(let node, let recorded, let because):
            "The record answers '\(node)' with \(recorded): \(because)"
        }
    }

    public var remedy: String {
        switch self {
        case .unknownNode(_, _, let known): "It has \(known.joined(separator: ", "))."
        case .notTaken(_, _, let takes): "Answer with \(takes.joined(separator: " or "))."
        case .answeredTwice: "Give one answer to each node."
        case .reasonMissing: "Leave the answer out, or give your reason for another: --because TEXT."
        }
    }

    public var fault: Fault { .badInput }
}

extension Procedure {
    /// Replays `answers` from the start.
    ///
    /// Facts are asked for as their nodes are reached, and for each fact that `answers` names. Where a fact has no
    /// value, or one that it cannot have, the person is asked.
    ///
    /// - Throws: ``AnswerError`` for any answer that does not fit, on the path or off it; whatever `facts` throws.
    public func run(facts: (FactName) throws -> Finding, answers: [Answer] = []) throws -> ProcedureRun {
        var findings: [FactName: Finding] = [:]
        func finding(_ fact: FactName) throws -> Finding {
            if let known = findings[fact] { return known }
            var finding = try facts(fact)
            if let value = finding.value, !fact.values.contains(value) { finding.value = nil }
            findings[fact] = finding
            return finding
        }
        let given = try checked(answers)
        for answer in answers {
            guard case .fact(let fact) = nodes.first(where: { $0.name == answer.node })?.kind else { continue }
            let found = try finding(fact)
            if let recorded = found.value, answer.because?.contains(where: { !$0.isWhitespace }) != true {
                throw AnswerError.reasonMissing(node: answer.node, recorded: recorded, because: found.because)
            }
        }

        var trail: [TrailStep] = []
        var target = Target.node(start)
        while case .node(let id) = target, let node = node(id) {
            var found: Finding?
            if case .fact(let fact) = node.kind { found = try finding(fact) }
            let step: TrailStep
            if let answer = given[node.name] {
                step = TrailStep(
                    node: node, answer: answer.value, by: .person, because: answer.because, finding: found)
            } else if let found, let value = found.value {
                step = TrailStep(node: node, answer: value, by: .record, because: found.because, finding: found)
            } else {
                return run(trail, .awaiting(Awaiting(node: node, finding: found)))
            }
            trail.append(step)
            guard let choice = node.choice(step.answer) else {
                throw AnswerError.notTaken(step.answer, node: node.name, takes: node.choices.map(\.value))
            }
            target = choice.target
        }
        guard case .outcome(let id) = target, let outcome = outcome(id) else {
            preconditionFailure("Loading proves that every target of a procedure is one of its nodes or outcomes.")
        }
        return run(trail, .outcome(outcome))
    }

    private func run(_ trail: [TrailStep], _ end: ProcedureRun.End) -> ProcedureRun {
        ProcedureRun(procedure: id, version: version, trail: trail, end: end)
    }

    /// The answers by node name, each one that its node takes.
    private func checked(_ answers: [Answer]) throws(AnswerError) -> [String: Answer] {
        var given: [String: Answer] = [:]
        for answer in answers {
            guard let node = nodes.first(where: { $0.name == answer.node }) else {
                throw .unknownNode(answer.node, in: id, known: names)
            }
            guard node.choice(answer.value) != nil else {
                throw .notTaken(answer.value, node: answer.node, takes: node.choices.map(\.value))
            }
            guard given.updateValue(answer, forKey: answer.node) == nil else { throw .answeredTwice(answer.node) }
        }
        return given
    }

    /// What answers call the nodes, each once, in the order of the file.
    public var names: [String] {
        nodes.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
