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
        let title: String
        let source: String
        let answer: String
        /// The answer as the person reads it.
        let label: String
        let by: TrailStep.Decider
        @OrNull var because: String?
        /// What the record would have said, where a person overruled it.
        var finding: Finding?
    }

    struct Question: Encodable, Sendable {
        let node: String
        let title: String
        let ask: String
        let answers: [String]
        /// The answers as the person reads them, in the same order.
        let labels: [String]
        var because: String?
        let hint: String?
        let say: String?
        let actions: [String]
        let due: [Due]
        let source: String
        let released: Bool

        enum CodingKeys: String, CodingKey {
            case node, title, ask, answers, labels, because, hint, say, actions = "do", due, source, released
        }
    }

    /// A time limit and when it is over.
    struct Due: Encodable {
        @OrNull var what: String?
        let limit: String
        /// The day that it is due on; null where it is due at a time, at once, or the day is not known.
        @OrNull var day: String?
        @OrNull var at: String?
        /// As the person reads it.
        let label: String

        init(_ limit: DueLimit, in zone: LocalZone, from now: Instant) {
            self.limit = limit.limit.words
            label = limit.words(in: zone, from: now)
            what = limit.what
            day = if case .day(let day) = limit.due { day.description } else { nil }
            at = if case .instant(let instant) = limit.due { zone.text(instant) } else { nil }
        }
    }

    struct Outcome: Encodable, Sendable {
        let id: Procedure.Outcome.ID
        let title: String
        let tone: String
        let actions: [String]
        let due: [Due]
        @OrNull var say: String?
        let notify: [Procedure.Outcome.Role]
        /// The first of ``notes``.
        @OrNull var note: Draft?
        /// Every note to be written, in turn: the outcome's own, then those of procedures run inside.
        let notes: [Draft]
        let source: String
        let released: Bool

        enum CodingKeys: String, CodingKey {
            case id, title, tone, actions = "do", due, say, notify, note, notes, source, released
        }
    }

    struct Draft: Encodable, Sendable {
        let type: String
        let fields: [String: String]
    }

    /// - Parameter limits: by what, and from when, it says when something is due; nil leaves it out.
    public init(
        _ run: ProcedureRun, notes: [NoteContent], limits: (schedule: Schedule, from: Instant)? = nil
    ) {
        let due = limits.map { schedule, now in
            run.dueHere(now: now, in: schedule).map { Due($0, in: schedule.zone, from: now) }
        }
        let drafts = notes.map { Draft(type: $0.type.rawValue, fields: $0.fields) }
        procedure = run.procedure
        version = run.version
        trail = run.trail.map { step in
            Step(
                node: step.name, title: step.node.title, source: step.node.source, answer: step.answer,
                label: step.label(), by: step.by, because: step.because,
                finding: step.overruled ? step.finding : nil)
        }
        awaiting = run.awaiting.map { awaiting in
            let node = awaiting.node
            return Question(
                node: awaiting.name, title: node.title, ask: node.question, answers: node.takes,
                labels: node.choices.map(\.label), because: awaiting.finding?.because, hint: node.hint, say: node.say,
                actions: node.actions, due: due ?? [], source: node.source, released: node.released)
        }
        outcome = run.outcome.map { outcome in
            Outcome(
                id: outcome.id, title: outcome.title, tone: outcome.tone.rawValue, actions: outcome.actions,
                due: due ?? [], say: outcome.say, notify: run.notified,
                note: drafts.first, notes: drafts, source: outcome.source, released: outcome.released)
        }
    }
}
