import Casework

/// Facts as they are asked for, each once; a value that a fact cannot have is none.
final class Findings {
    private let source: (FactName) throws -> Finding
    private var known: [FactName: Finding] = [:]

    init(_ source: @escaping (FactName) throws -> Finding) {
        self.source = source
    }

    subscript(fact: FactName) -> Finding {
        get throws {
            if let finding = known[fact] { return finding }
            var finding = try source(fact)
            if let value = finding.value, !fact.values.contains(value) { finding.value = nil }
            known[fact] = finding
            return finding
        }
    }
}

/// Walks through a procedure, and those that it runs, as far as facts and answers lead.
struct Replay {
    let findings: Findings
    let given: [String: Answer]
    private(set) var trail: [TrailStep] = []
    private var reachedAt: Instant?

    init(findings: Findings, given: [String: Answer], reachedAt: Instant?) {
        self.findings = findings
        self.given = given
        self.reachedAt = reachedAt
    }

    /// - Parameter prefix: what stands before the names of this procedure's nodes.
    mutating func walk(
        _ procedure: Procedure, prefix: String, within: [String]
    ) throws -> ProcedureRun.End {
        var passings: [String: Int] = [:]
        var target = Procedure.Target.node(procedure.start)
        while case .node(let id) = target, let node = procedure.node(id) {
            let passing = passings[node.name, default: 0] + 1
            if let repeats = node.repeats, passing > repeats.atMost {
                target = repeats.thenAfter
                continue
            }
            passings[node.name] = passing
            let name = prefix + node.name + (passing > 1 ? "#\(passing)" : "")
            guard let step = try self.step(node, name, of: procedure, within: within) else {
                var finding: Finding?
                if case .fact(let fact) = node.kind { finding = try findings[fact] }
                return .awaiting(
                    Awaiting(
                        node: node, name: name, finding: finding, within: within, passing: passing,
                        reachedAt: reachedAt))
            }
            if case .awaiting(let inner) = step { return .awaiting(inner) }
            guard case .passed(let passed) = step, let next = node.target(of: passed.value) else {
                throw AnswerError.notTaken(name, node: node.name, takes: node.takes)
            }
            trail.append(passed)
            reachedAt = passed.given?.at ?? reachedAt
            target = next
        }
        guard case .outcome(let id) = target, let outcome = procedure.outcome(id) else {
            preconditionFailure("Loading proves that every target of a procedure is one of its nodes or outcomes.")
        }
        return .outcome(outcome)
    }

    private enum Step {
        case passed(TrailStep)
        case awaiting(Awaiting)
    }

    /// Nil when the person has still to answer.
    private mutating func step(
        _ node: Procedure.Node, _ name: String, of procedure: Procedure, within: [String]
    ) throws -> Step? {
        func passed(
            _ answer: String, _ value: AnswerValue, _ by: TrailStep.Decider, because: String? = nil,
            finding: Finding? = nil, outcome: Procedure.Outcome? = nil, given: Answer? = nil
        ) -> Step {
            .passed(
                TrailStep(
                    node: node, name: name, answer: answer, value: value, by: by, because: because, finding: finding,
                    within: within, outcome: outcome, reachedAt: reachedAt, given: given))
        }
        if case .guide(let id) = node.kind, let inner = procedure.called[id] {
            switch try walk(inner, prefix: name + "/", within: within + [inner.title]) {
            case .awaiting(let awaiting): return .awaiting(awaiting)
            case .outcome(let outcome):
                return passed(outcome.id.rawValue, .choice(outcome.id.rawValue), .procedure, outcome: outcome)
            }
        }
        var finding: Finding?
        if case .fact(let fact) = node.kind { finding = try findings[fact] }
        if let answer = given[name], let value = node.reads(answer.value) {
            return passed(
                answer.value, value, .person, because: answer.because, finding: finding, given: answer)
        }
        if let finding, let value = finding.value {
            return passed(value, .choice(value), .record, because: finding.because, finding: finding)
        }
        return nil
    }
}
