import Casework
import Procedures

/// A window may end, or begin, while the guide is followed: its facts are those of now, and what changed is said. Of a
/// contact that was made before the guide was gone on with they are those of then.
extension Guide {
    /// What changed of the facts that were passed, and since when.
    struct Change: Sendable, Hashable {
        /// When they were first what they are now.
        let since: String
        let facts: [FactNews]
        /// Whether the guide goes by them since; else it stands where it stood before.
        let isFollowed: Bool
    }

    /// A fact that the record decided on the way and would decide otherwise by now.
    struct FactNews: Sendable, Hashable {
        /// The step's ``TrailStep/name``, and the answer by now; that is nil for what the record cannot tell any more.
        let fact: [String?]
        /// They tell of the minute too, and differ with it.
        let words: String
    }

    /// A verdict, and what the record tells with it.
    public struct Judged: Sendable {
        let open: OpenRecord
        let findings: [FactName: Finding]
    }

    /// Judges anew when the verdict may have changed, and not before. Work that is no contact is not judged.
    var watch: Effect<Action> {
        guard procedure.channel != nil, let seconds = current?.standsFor else { return .none }
        return .rest(.seconds(min(seconds, 86_400)), "verdict", .timePassed)
    }

    /// Judges the contact again, in the channel that the guide is for.
    var judge: Effect<Action> {
        guard let open = current else { return .none }
        let names = procedure.facts
        return .latest("judge") { services in
            let judged = try services.judged(open, in: open.attempt.channel)
            return .judged(Judged(open: judged, findings: try services.findings(names, on: judged)))
        }
    }

    /// Takes the facts of now. An outcome that was reached stands, and so does what is being overruled, until the person
    /// asks for it anew: whoever came in time is not turned away by the clock.
    mutating func take(_ judged: Judged) -> Effect<Action> {
        latest = judged
        let news = changedFacts
        let isToFollow = run.outcome == nil && overruling == nil
        // What was said already, and is so still, is so since the time that stands with it.
        let standing = change.flatMap { $0.isFollowed ? nil : $0 }
        if news.isEmpty {
            if standing != nil { change = nil }
        } else {
            let known = standing.flatMap { $0.facts.map(\.fact) == news.map(\.fact) ? $0.since : nil }
            let at = judged.open.attempt.at
            change = Change(
                since: known ?? judged.open.judgement.words(at, from: at), facts: news,
                isFollowed: isToFollow && !isOfBefore)
        }
        return isToFollow ? followLatest() : .none
    }

    /// What the record decided on the way and would decide otherwise by now.
    var changedFacts: [FactNews] {
        guard let latest else { return [] }
        return run.trail.compactMap { Self.news(of: $0, by: latest.findings) }
    }

    /// Goes by the facts of now from here on, unless the contact was made before: no clock makes another of it (C1).
    mutating func followLatest() -> Effect<Action> { isOfBefore ? .none : adoptLatest() }

    /// Goes by the facts of now from here on.
    mutating func adoptLatest() -> Effect<Action> {
        guard let latest else { return .none }
        let before = run
        // Then the way is the same, and nothing of it is to be kept anew.
        let isSame = !isOfBefore && latest.findings.allSatisfy { setting.findings[$0.key] == $0.value }
        (open, isOfBefore) = (latest.open, false)
        guard !isSame else {
            self.latest = nil
            return .none
        }
        setting.findings.merge(latest.findings) { _, new in new }
        self.latest = nil
        // What the record could not tell then was asked; the answer stands, whatever the record says by now.
        let answers = answers.map { answer in
            let isFact = before.trail.contains { $0.name == answer.node && $0.finding != nil }
            guard isFact, answer.because == nil else { return answer }
            var kept = answer
            kept.because = Self.couldNotTell
            return kept
        }
        return replay(answers)
    }

    /// The reason of an answer that was asked for and that the record gives by now.
    static let couldNotTell = "The record could not tell when it was asked."

    /// What a step says by now, where the record decided it and would decide otherwise; nil where it would not.
    private static func news(of step: TrailStep, by findings: [FactName: Finding]) -> FactNews? {
        guard step.by == .record, case .fact(let fact) = step.node.kind else { return nil }
        guard let now = findings[fact], now.value != step.answer else { return nil }
        func label(_ value: String) -> String { step.node.choice(value)?.label ?? value }
        let value = now.value.map(label) ?? "not known"
        return FactNews(
            fact: [step.name, now.value],
            words: "\(step.node.title): was \(label(step.answer)), now \(value). \(now.because)")
    }
}
