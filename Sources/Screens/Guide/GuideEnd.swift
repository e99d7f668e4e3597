import Casework
import Procedures

extension Guide {
    /// From the outcome to its notes, or back to the record where the source asks for none. The run's end is kept, and
    /// every note as a draft, before the first is on screen: whatever ends the program then, none is lost.
    func finish() -> Effect<Action> {
        guard let outcome = run.outcome else { return .back }
        let reached = self
        guard let open, !run.noteTypes.isEmpty else {
            return .run { services in
                let now = services.now()
                try reached.stamped(now, by: services.desk.staff.id).keep(at: now, by: services.desk, isEnd: true)
                return .ended(reached.isNoteOwed ? Notice(Self.noteOwed, .done) : nil)
            }
        }
        return .run { services in
            let now = services.now()
            let guide = reached.stamped(now, by: services.desk.staff.id)
            let zone = open.judgement.zone
            let words = ContactWords(
                time: open.judgement.stamp(open.attempt.at), site: open.attempt.site, zone: zone,
                limits: (guide.setting.schedule, from: now))
            let contact = (outcome.isContact ? guide.procedure.channel : nil).map { channel in
                var attempt = open.attempt
                attempt.channel = channel
                return Contact(
                    attempt, of: open.record, by: services.desk.staff.id, verdict: guide.verdict(on: open),
                    refused: outcome.tone == .refuse, outcome: outcome.title)
            }
            let drafts = services.drafts(
                of: guide.run.drafts(for: words), for: open, contact: contact,
                notify: guide.notification(outcome, of: open))
            try guide.keep(at: now, by: services.desk, isEnd: true, drafting: drafts)
            return services.editor(of: drafts, for: open).map { .noteBegun($0) } ?? .ended(nil)
        }
    }

    /// Whether there is a note to write, and nobody yet to whose record it belongs.
    var isNoteOwed: Bool { open == nil && !run.noteTypes.isEmpty && setting.isKept }

    static let noteOwed =
        "Kept with its times. Find the person, then the record's Guides: the note is written from there."

    /// Keeps the run until what it waits for has come, and leaves; a run that cannot be kept is not left.
    func wait() -> Effect<Action> {
        let (reached, until) = (self, holdEnds)
        return .run { services in
            let now = services.now()
            let guide = reached.stamped(now, by: services.desk.staff.id)
            try guide.keep(at: now, by: services.desk, heldUntil: until)
            return .ended(reached.setting.isKept ? Notice("Kept. \(reached.comeBack)", .done) : nil)
        }
    }

    /// When to come back to a wait, as `Come back by Thursday 5 March.`
    var comeBack: String {
        let (zone, due) = (setting.schedule.zone, run.holdEnds(now: seenAt, in: setting.schedule))
        return due.map { "Come back \($0.words(in: zone, from: seenAt))." } ?? ""
    }

    /// Whether what is waited for is due by now.
    var isHoldOver: Bool {
        run.holdEnds(now: seenAt, in: setting.schedule)?.hasCome(at: seenAt, in: setting.schedule.zone) ?? false
    }

    /// The row that is meant first: to wait, until the wait is over.
    var firstSelection: Int { isHoldOver ? 1 : 0 }

    /// Begins a procedure that the outcome offers, on the same record; it comes back here.
    func openNext(_ index: Int) -> Effect<Action> {
        guard let next = run.outcome?.nextProcedures, next.indices.contains(index) else { return .none }
        let (id, open) = (next[index], open)
        return .run { services in .nextOpened(try services.guide(id, for: open)) }
    }

    /// Whether a representative makes the contact: the step that asks for a plan of their own comes for them alone.
    var isOfRepresentative: Bool {
        (run.trail.map(\.node) + [run.awaiting?.node].compactMap { $0 }).contains {
            $0.kind == .fact(.representativeRestricted)
        }
    }

    /// The verdict on the contact; nil of a representative, whom the customer's restrictions do not bind (R6).
    private func verdict(on open: OpenRecord) -> Verdict? { isOfRepresentative ? nil : open.judgement.verdict }

    /// Whom the run has told, by mail once the note is saved; nil without a plan, whose people they are (C1).
    private func notification(_ outcome: Procedure.Outcome, of open: OpenRecord) -> ContactNotification? {
        guard let plan = open.record.plan, !run.notified.isEmpty else { return nil }
        return ContactNotification(
            plan: plan.id, roles: run.notified, channel: open.attempt.channel, verdict: verdict(on: open),
            outcome: outcome.title, occurredAt: open.attempt.at, site: open.attempt.site)
    }

    /// When what is waited for is due, as an instant: a day from its beginning. Nil where it cannot be said.
    var holdEnds: Instant? {
        switch run.holdEnds(now: seenAt, in: setting.schedule) {
        case .instant(let instant): instant
        case .day(let day): setting.schedule.zone.instant(of: day, at: .midnight)
        case .atOnce, .unknown, nil: nil
        }
    }
}
