import Casework
import Procedures

extension Guide {
    /// From the outcome to the note, or back to the record where the source asks for none. The run's end is kept.
    func finish() -> Effect<Action> {
        guard let outcome = run.outcome else { return .back }
        let reached = self
        guard let open, run.draftsNote else {
            return .run { services in
                let now = services.now()
                try reached.stamped(now, by: services.desk.staff.id).keep(at: now, by: services.desk, isEnd: true)
                return .ended
            }
        }
        return .run { services in
            let now = services.now()
            let guide = reached.stamped(now, by: services.desk.staff.id)
            try guide.keep(at: now, by: services.desk, isEnd: true)
            let zone = open.judgement.zone
            let words = ContactWords(time: zone.stamp(open.attempt.at), site: open.attempt.site, zone: zone)
            guard let content = guide.run.draft(for: words) else { return .ended }
            let contact = (outcome.isContact ? guide.procedure.channel : nil).map { channel in
                Contact(
                    customer: open.customer.id, plan: open.record.plan?.id, channel: channel, site: open.attempt.site,
                    occurredAt: open.attempt.at, smartCentre: channel == .phone, refused: outcome.tone == .refuse,
                    staff: services.desk.staff.id, verdict: open.judgement.verdict, outcome: outcome.title)
            }
            return .noteBegun(
                NoteEditor(
                    content, for: open, contact: contact, notify: guide.notification(outcome, of: open),
                    draft: services.newDraftID(), at: now, access: services.desk.staff.access))
        }
    }

    /// Begins a procedure that the outcome offers, on the same record; it comes back here.
    func openNext(_ index: Int) -> Effect<Action> {
        guard let next = run.outcome?.nextProcedures, next.indices.contains(index) else { return .none }
        let (id, open) = (next[index], open)
        return .run { services in .nextOpened(try services.guide(id, for: open)) }
    }

    /// Whom the run has told, by mail once the note is saved; nil without a plan, whose people they are (C1).
    private func notification(_ outcome: Procedure.Outcome, of open: OpenRecord) -> ContactNotification? {
        guard let plan = open.record.plan, !run.notified.isEmpty else { return nil }
        return ContactNotification(
            plan: plan.id, roles: run.notified, channel: open.attempt.channel, verdict: open.judgement.verdict,
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
