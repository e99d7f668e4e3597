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

    func run() throws -> ProcedureRun {
        let procedure = try content.procedure(.init(rawValue: procedure))
        return try procedure.run(facts: ProceduresTests.facts(facts), answers: ProceduresTests.answers(answers))
    }
}
