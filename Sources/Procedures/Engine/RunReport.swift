import Casework

/// A run as `guide run --json` prints it; absent values are null.
public struct RunReport: Encodable, Sendable {
    let procedure: Procedure.ID
    let version: String
    let trail: [Step]
    @OrNull var awaiting: Question?
    @OrNull var outcome: Outcome?

    struct Step: Encodable, Sendable {
        let node: String
        let source: String
        let answer: String
        let by: TrailStep.Decider
        @OrNull var because: String?
        /// What the record would have said, where a person overruled it.
        var finding: Finding?
    }

    struct Question: Encodable, Sendable {
        let node: String
        let ask: String
        let answers: [String]
        var because: String?
    }

    struct Outcome: Encodable, Sendable {
        let id: Procedure.Outcome.ID
        let title: String
        let tone: String
        let actions: [String]
        @OrNull var say: String?
        let notify: [Procedure.Outcome.Role]
        @OrNull var note: Draft?

        enum CodingKeys: String, CodingKey {
            case id, title, tone, actions = "do", say, notify, note
        }
    }

    struct Draft: Encodable, Sendable {
        let type: String
        let fields: [String: String]
    }

    public init(_ run: ProcedureRun, note: NoteContent?) {
        procedure = run.procedure
        version = run.version
        trail = run.trail.map { step in
            Step(
                node: step.node.name, source: step.node.source, answer: step.answer, by: step.by,
                because: step.because, finding: step.overruled ? step.finding : nil)
        }
        awaiting = run.awaiting.map { awaiting in
            Question(
                node: awaiting.node.name, ask: awaiting.node.question, answers: awaiting.node.choices.map(\.value),
                because: awaiting.finding?.because)
        }
        outcome = run.outcome.map { outcome in
            Outcome(
                id: outcome.id, title: outcome.title, tone: outcome.tone.rawValue, actions: outcome.actions,
                say: outcome.say, notify: outcome.notify,
                note: note.map { Draft(type: $0.type.rawValue, fields: $0.fields) })
        }
    }
}
