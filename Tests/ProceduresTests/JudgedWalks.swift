import Casework
import Procedures
import Testing

/// A way through a guide as the documents have it, judged by hand and independent of the examples in the files.
struct JudgedWalk: CustomTestStringConvertible {
    let procedure: String
    /// Facts of the record, as `phone-level=full`.
    let facts: String
    let answers: String
    let outcome: String
    /// The row of the document that it was judged by.
    let source: String

    var testDescription: String { "\(procedure) (\(source)): \(facts) \(answers) ends in \(outcome)" }

    /// Reads walks as `source: facts | answers → outcome`, one a line.
    static func of(_ procedure: String, _ lines: String) -> [JudgedWalk] {
        lines.split(separator: "\n").map { line in
            let source = line.prefix { $0 != ":" }
            let rest = line.dropFirst(source.count + 1)
            let sides = rest.split(separator: "→").map { $0.trimmingCharacters(in: .whitespaces) }
            let given = sides[0].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return JudgedWalk(
                procedure: procedure, facts: given[0], answers: given[1], outcome: sides[1],
                source: source.trimmingCharacters(in: .whitespaces))
        }
    }

    /// Goes the walk. It may name decisions alone: what it leaves out is ticked, told and waited for as it comes.
    func run() throws -> ProcedureRun {
        let procedure = try content.procedure(.init(rawValue: procedure))
        let known = ProceduresTests.facts(facts)
        var given = ProceduresTests.answers(answers)
        while true {
            let run = try procedure.run(facts: known, answers: given)
            guard let awaiting = run.awaiting, let answer = awaiting.node.undecided else { return run }
            given.append(Answer(awaiting.name, answer))
        }
    }

    /// Expects the outcome, that each answer was asked for, and that the row judged by stands on the way.
    func judge() throws {
        let run = try run()
        #expect(run.outcome?.id.rawValue == outcome, "waits at \(run.awaiting?.name ?? "nothing")")
        let passed = Set(run.trail.map(\.name))
        for answer in ProceduresTests.answers(answers) {
            #expect(passed.contains(answer.node), "never asks \(answer.node)")
        }
        let rows =
            run.trail.flatMap { $0.node.sources + $0.node.items.flatMap(\.sources) } + (run.outcome?.sources ?? [])
        #expect(rows.contains(source), "passes \(rows)")
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
