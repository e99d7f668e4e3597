import Casework
import Procedures

/// A window may end, or begin, while the guide is followed: its facts are those of now, and what changed is said.
extension Guide {
    /// What changed of the facts that were passed, and since when.
    struct Change: Sendable, Hashable {
        let since: String
        let facts: [String]
    }

    /// Judges anew when the verdict may have changed, and not before.
    var watch: Effect<Action> {
        guard let seconds = (latest ?? open)?.standsFor else { return .none }
        return .rest(.seconds(min(seconds, 86_400)), "verdict", .timePassed)
    }

    /// Judges the contact again, in the channel that the guide is for.
    var judge: Effect<Action> {
        guard let open = latest ?? open else { return .none }
        return .latest("judge") { .judged(try $0.judged(open, in: open.attempt.channel)) }
    }

    /// Takes the facts of now. An outcome that was reached stands, and so does what is being overruled, until the person
    /// asks for it anew: whoever came in time is not turned away by the clock.
    mutating func take(_ judged: OpenRecord) -> Effect<Action> {
        latest = judged
        let now = Self.facts(of: judged)
        let changed = run.trail.compactMap { Self.words(of: $0, by: now) }
        if !changed.isEmpty {
            change = Change(
                since: judged.judgement.zone.words(judged.attempt.at, from: judged.attempt.at), facts: changed)
        }
        return run.outcome == nil && overruling == nil ? adoptLatest() : .none
    }

    /// Goes by the facts of now from here on.
    mutating func adoptLatest() -> Effect<Action> {
        guard let latest else { return .none }
        let before = run
        (open, facts) = (latest, Self.facts(of: latest))
        self.latest = nil
        // What the record could not tell then was asked; the answer stands, whatever the record says by now.
        let answers = answers.map { answer in
            let isFact = before.trail.contains { $0.node.name == answer.node && $0.finding != nil }
            guard isFact, answer.because == nil else { return answer }
            return Answer(answer.node, answer.value, because: "The record could not tell when it was asked.")
        }
        return replay(answers)
    }

    static func facts(of open: OpenRecord) -> ContactFacts {
        ContactFacts(record: open.record, attempt: open.attempt, judgement: open.judgement)
    }

    /// What a step says by now, where the record decided it and would decide otherwise; nil where it would not.
    private static func words(of step: TrailStep, by facts: ContactFacts) -> String? {
        guard step.by == .record, case .fact(let fact) = step.node.kind else { return nil }
        let now = facts.finding(fact)
        guard now.value != step.answer else { return nil }
        func label(_ value: String) -> String { step.node.choice(value)?.label ?? value }
        let value = now.value.map(label) ?? "not known"
        return "\(step.node.title): was \(label(step.answer)), now \(value). \(now.because)"
    }
}
