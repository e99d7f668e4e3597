import Casework

/// Whether the examples of a procedure end where they say, and reach every outcome.
enum ExampleCheck {
    static func check(
        _ procedure: Procedure, examples: [Placed<Procedure.Example>], outcomes: [Placed<Procedure.Outcome>],
        _ log: FaultLog
    ) -> FaultLog {
        var log = log
        var reached: Set<Procedure.Outcome.ID> = []
        for (index, example) in examples.enumerated() {
            let place = "example \(index + 1)"
            if procedure.outcome(example.value.outcome) == nil {
                let known = procedure.outcomes.map(\.id.rawValue)
                let written = example.value.outcome.rawValue
                log.report(
                    .unknown(written, kind: "outcome", nearest: nearest(to: written, among: known), known: known),
                    line: example.line, in: place)
                continue
            }
            do {
                let run = try procedure.run(example.value)
                switch run.end {
                case .awaiting(let awaiting):
                    log.report(.exampleStops(at: awaiting.name), line: example.line, in: place)
                case .outcome(let outcome) where outcome.id != example.value.outcome:
                    log.report(
                        .exampleEnds(expected: example.value.outcome.rawValue, actual: outcome.id.rawValue),
                        line: example.line, in: place)
                case .outcome(let outcome):
                    reached.insert(outcome.id)
                }
            } catch {
                log.report(.exampleAnswer(error.message), line: example.line, in: place)
            }
        }
        for outcome in outcomes where !reached.contains(outcome.value.id) {
            log.report(.noExample, line: outcome.line, in: outcome.value.id.rawValue)
        }
        return log
    }
}

extension Procedure {
    /// The run that an example describes: facts that it leaves out are unknown.
    func run(_ example: Example) throws(AnswerError) -> ProcedureRun {
        let answers = example.answers.sorted { $0.key < $1.key }.map { Answer($0.key, $0.value, because: "example") }
        do {
            return try run(
                facts: { Finding(value: example.facts[$0], because: "the example says so", rule: "") },
                answers: answers)
        } catch let error as AnswerError {
            throw error
        } catch {
            preconditionFailure("The facts of an example are read from a dictionary, which throws nothing.")
        }
    }
}
