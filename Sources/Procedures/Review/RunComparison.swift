import Casework

/// A stored run, replayed through a draft of its procedure.
public struct RunComparison: Sendable {
    public let run: GuideRun
    /// The outcome by the texts that it began with; nil where it waited.
    public let before: String?
    /// The outcome by the draft; nil where it waits.
    public let after: String?
    private let afterTitle: String?
    /// The step at which it waits by the draft.
    public let waitsAt: String?
    /// Answers that the draft has no step for, or does not take.
    public let dropped: [String]

    public var differs: Bool { before != after }

    /// Replays the answers, and what the record told at the time, through `draft`. Answers that it does not take are
    /// left out, and named.
    ///
    /// - Throws: ``ProcedureError`` when the run's own texts are broken by today's rules.
    public init(_ run: GuideRun, through draft: Procedure) throws {
        self.run = run
        let facts: (FactName) -> Finding = { name in
            run.facts[name] ?? Finding(value: nil, because: "It was not looked up.", rule: "")
        }
        if let end = run.end, !end.isLeft {
            before = end.outcome
        } else {
            let texts = Dictionary(
                uniqueKeysWithValues: run.texts.map { (Procedure.ID(rawValue: $0.key), $0.value) })
            let own = try Procedure(.init(rawValue: run.procedure), texts: texts)
            before = try own.run(facts: facts, answers: run.answers, begun: run.begunAt).outcome?.id.rawValue
        }
        let taken = run.answers.filter { draft.node(answering: $0.node)?.reads($0.value) != nil }
        dropped = run.answers.filter { !taken.contains($0) }.map { "\($0.node)=\($0.value)" }
        let replayed = try draft.run(facts: facts, answers: taken, begun: run.begunAt)
        after = replayed.outcome?.id.rawValue
        afterTitle = replayed.outcome.map { "would end in \($0.quoted)" }
        waitsAt = replayed.awaiting?.name
    }

    public var words: String {
        let ended = before.map { "ended in \($0)" } ?? "waited"
        let ends = afterTitle ?? "would wait at \(waitsAt ?? "a step")"
        let without = dropped.isEmpty ? "" : " (without \(dropped.joined(separator: ", ")))"
        return "\(ended), \(ends)\(without)"
    }
}
