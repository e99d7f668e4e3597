import Casework
import Procedures
import Testing

/// A way through a procedure, judged by hand from the documents: what the record knows, what the person decides, and
/// the outcome that the row of the document asks for.
///
/// Only decisions are named. Lists are ticked, words and days given, and waiting ended, as they come.
struct Walk: Sendable, CustomTestStringConvertible {
    let row: String
    let guide: String
    let facts: String
    let decisions: String
    let ends: String

    init(_ row: String, _ guide: String, _ facts: String, _ decisions: String, _ ends: String) {
        self.row = row
        self.guide = guide
        self.facts = facts
        self.decisions = decisions
        self.ends = ends
    }

    var testDescription: String { "\(row): \(guide) \(facts) \(decisions) → \(ends)" }

    func run() throws -> ProcedureRun {
        let procedure = try content.procedure(.init(rawValue: guide))
        let known = ProceduresTests.facts(facts)
        var given = answers(decisions)
        while true {
            let run = try procedure.run(facts: known, answers: given)
            guard let awaiting = run.awaiting, let answer = awaiting.node.undecided else { return run }
            given.append(Answer(awaiting.name, answer))
        }
    }

    /// Judges the walk: it ends as it should, every decision was asked for, and the row named stands on its way.
    func judge() throws {
        let run = try run()
        #expect(run.outcome?.id.rawValue == ends, "waits at \(run.awaiting?.name ?? "nothing")")
        let passed = Set(run.trail.map(\.name))
        for answer in answers(decisions) { #expect(passed.contains(answer.node), "never asks \(answer.node)") }
        let sources =
            run.trail.flatMap { $0.node.sources + $0.node.items.flatMap(\.sources) } + (run.outcome?.sources ?? [])
        #expect(sources.contains(row), "passes \(sources)")
    }
}

extension Procedure.Node {
    /// An answer that decides nothing; nil where the person has to choose.
    fileprivate var undecided: String? {
        switch kind {
        case .tasks: "all"
        case .text: "Words."
        case .date: "2026-12-08"
        case .hold: "done"
        case .ask, .fact, .several, .number, .guide: nil
        }
    }
}
