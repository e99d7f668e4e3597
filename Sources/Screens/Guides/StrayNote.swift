import Casework
import Procedures

extension Services {
    /// The note of a run that was made without a record, for the person whom it was about. It ends the run, wherever that
    /// was left.
    func note(of id: GuideRun.ID, for open: OpenRecord) throws -> NoteEditor? {
        let now = now()
        let run = try desk.strayGuideRun(id)
        let stray = try StrayRun(run)
        let words = ContactWords(
            time: desk.zone.stamp(run.begunAt), site: site(of: stray.procedure.channel ?? post.channel),
            clock: WorkClock(desk.zone),
            limits: (try desk.schedule(for: open.record, in: nil, at: now), from: run.end?.at ?? run.savedAt))
        let notes = stray.replayed.drafts(for: words)
        let drafts = drafts(of: notes.isEmpty ? [stray.bareNote(for: words)] : notes, for: open)
        try desk.attach(run.id, to: open.customer.id, drafting: drafts, ending: stray.end(at: now), at: now)
        return editor(of: drafts, for: open)
    }
}

/// A run without a record, replayed by the texts that it began with.
private struct StrayRun {
    let run: GuideRun
    let procedure: Procedure
    let replayed: ProcedureRun
    /// The same with what was ticked or typed where nobody went on: that was done too.
    let asLeft: ProcedureRun
    /// What was typed and is no answer as it stands.
    let begun: [Answer]

    init(_ run: GuideRun) throws {
        let texts = Dictionary(uniqueKeysWithValues: run.texts.map { (Procedure.ID(rawValue: $0.key), $0.value) })
        let procedure = try Procedure(.init(rawValue: run.procedure), texts: texts)
        func replay(_ answers: [Answer]) throws -> ProcedureRun {
            try procedure.run(
                facts: { run.facts[$0] ?? Finding(value: nil, because: "No record was open.", rule: "") },
                answers: answers, begun: run.begunAt)
        }
        let answered = Set(run.answers.map(\.node))
        // With a reason it was about to overrule a decision, and did not.
        let left = run.pending.filter { $0.because == nil && !answered.contains($0.node) }
        let isWhole = { (answer: Answer) in procedure.node(answering: answer.node)?.reads(answer.value) != nil }
        self.run = run
        self.procedure = procedure
        begun = left.filter { !isWhole($0) }
        replayed = try replay(run.answers)
        asLeft = try replay(run.answers + left.filter(isWhole))
    }

    /// How it ends, where it has not ended.
    func end(at now: Instant) -> GuideRun.End {
        replayed.outcome.map { GuideRun.End(outcome: $0.id.rawValue, title: $0.title, at: now) }
            ?? .left(at: replayed.awaiting?.node.title, now)
    }

    /// The note of a run that came to no outcome with a note of its own: what was done, and where it was left.
    func bareNote(for contact: ContactWords) -> NoteContent {
        let last = replayed.outcome?.title ?? replayed.awaiting.map { "left at \($0.node.title)" } ?? ""
        return NoteContent(
            type: NoteType.other.id, fields: ["content": "\(run.title), \(contact.time)"],
            trail: asLeft.trail.map { $0.words(by: contact.clock, on: contact.today) } + begun.map(words)
                + ["Guide \(procedure.id), version \(procedure.version): \(last)"])
    }

    private func words(_ begun: Answer) -> String {
        let node = procedure.node(answering: begun.node)
        return "\(node?.title ?? begun.node): \(begun.value), typed and not gone on from (\(node?.source ?? ""))"
    }
}
