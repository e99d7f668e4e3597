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
            let contact = try guide.contact(outcome, of: open, by: services)
            let drafts = services.drafts(
                of: guide.run.drafts(for: guide.words(on: open, at: now)), for: open, contact: contact,
                notify: guide.notification(outcome, of: contact, on: open))
            try guide.keep(at: now, by: services.desk, isEnd: true, drafting: drafts)
            return services.editor(of: drafts, for: guide.current ?? open).map { .noteBegun($0, nil) } ?? .ended(nil)
        }
    }

    private func words(on open: OpenRecord, at now: Instant) -> ContactWords {
        ContactWords(
            time: open.judgement.stamp(open.attempt.at), site: open.attempt.site,
            clock: WorkClock(open.judgement.zone, officer: open.judgement.reader),
            limits: (setting.schedule, from: now))
    }

    /// Whether there is a note to write, and nobody yet to whose record it belongs.
    var isNoteOwed: Bool { open == nil && !run.noteTypes.isEmpty && setting.isKept }

    static let noteOwed =
        "Kept with its times. Find the person, then the record's Guides: the note is written from there."

    /// Keeps the run until what it waits for has come, and leaves to the notes of what was done before it; a run that
    /// cannot be kept is not left.
    func wait() -> Effect<Action> {
        let (reached, until) = (self, holdEnds)
        return .run { services in
            let now = services.now()
            var guide = reached.stamped(now, by: services.desk.staff.id)
            var drafts: [NoteDraft] = []
            if let open = guide.open, let last = guide.run.trail.last(where: { $0.outcome?.note != nil })?.outcome {
                drafts = services.drafts(
                    of: guide.run.draftsBeforeWait(for: guide.words(on: open, at: now)), for: open,
                    notify: guide.notification(last, of: nil, on: open))
                guide.answers = guide.run.noted(guide.answers)
            }
            try guide.keep(at: now, by: services.desk, heldUntil: until, drafting: drafts)
            let notice = reached.setting.isKept ? Notice("Kept. \(reached.comeBack)", .done) : nil
            return guide.current.flatMap { services.editor(of: drafts, for: $0) }.map { .noteBegun($0, notice) }
                ?? .ended(notice)
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
        let (id, open) = (next[index], current)
        return .run { services in .nextOpened(try services.beginning(of: id, on: open)) }
    }

    /// Whether a representative makes the contact: the step that asks for a plan of their own comes for them alone.
    var isOfRepresentative: Bool {
        (run.trail.map(\.node) + [run.awaiting?.node].compactMap { $0 }).contains {
            $0.kind == .fact(.representativeRestricted)
        }
    }

    /// The contact that ended in `outcome`; nil where none did (C1).
    private func contact(_ outcome: Procedure.Outcome, of open: OpenRecord, by services: Services) throws -> Contact? {
        guard let channel = procedure.contactChannel(of: outcome) else { return nil }
        var (attempt, judgement) = (open.attempt, open.judgement)
        if procedure.channel == nil {
            (attempt.channel, attempt.toOmc) = (channel, true)
            attempt.site = services.site(of: channel)
            judgement = try services.desk.judge(attempt, of: open.record).askingBrand
        }
        return Contact(
            attempt, of: open.record, by: isOfBefore ? setting.begunBy : services.desk.staff.id,
            verdict: unbound(in: outcome) == nil ? judgement.verdict : nil, refused: outcome.tone == .refuse,
            outcome: outcome.title)
    }

    /// Who made the contact, where the plan does not bind them.
    private func unbound(in outcome: Procedure.Outcome) -> ContactNotification.Unbound? {
        isOfRepresentative ? .representative : outcome.isByAgency ? .agency : nil
    }

    /// Whom the run has told, by mail once the note is saved; nil without a plan, whose people they are (C1). Work on a
    /// record is told as such: where nobody came, nobody broke a plan.
    private func notification(
        _ outcome: Procedure.Outcome, of contact: Contact?, on open: OpenRecord
    ) -> ContactNotification? {
        guard let plan = open.record.plan, !run.notified.isEmpty else { return nil }
        // A representative is told of, and not entered: they use up nothing of the customer's.
        let channel = contact?.channel ?? (isOfRepresentative ? procedure.channel : nil)
        return ContactNotification(
            plan: plan.id, roles: run.notified, channel: channel, verdict: contact?.verdict,
            madeBy: channel == nil ? nil : unbound(in: outcome), outcome: outcome.title, occurredAt: open.attempt.at,
            site: contact == nil ? channel?.site(open.attempt.site) : contact?.site)
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
