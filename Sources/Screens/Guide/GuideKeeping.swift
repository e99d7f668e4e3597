import Casework
import Procedures

extension Guide {
    /// Stamps what has no time yet, and keeps the run, so that it can be gone on with later. A run in which all was
    /// taken back is forgotten. A register that takes no writes stops nobody: it says so.
    func kept() -> Effect<Action> {
        let reached = self
        return .run { services in
            let now = services.now()
            do {
                try reached.stamped(now, by: services.desk.staff.id).keep(at: now, by: services.desk)
                return .kept(now, nil)
            } catch {
                return .kept(now, Notice(error))
            }
        }
    }

    func stamped(_ now: Instant, by staff: StaffMember.ID) -> Guide {
        var guide = self
        guide.stamp(now, by: staff)
        return guide
    }

    /// Keeps the run as it stands, or its end and the notes that it drafted.
    func keep(
        at now: Instant, by desk: Desk, heldUntil: Instant? = nil, isEnd: Bool = false,
        drafting drafts: [NoteDraft] = []
    ) throws {
        guard setting.isKept else { return }
        guard isEnd || !answers.isEmpty || !ticked.isEmpty else { return try desk.discard(setting.id) }
        var end: GuideRun.End?
        if isEnd, let outcome = run.outcome {
            end = GuideRun.End(outcome: outcome.id.rawValue, title: outcome.title, at: now)
        }
        let used = Set(
            run.trail.compactMap { step -> FactName? in
                if case .fact(let fact) = step.node.kind { fact } else { nil }
            })
        try desk.save(
            GuideRun(
                GuideRun.Head(
                    id: setting.id, procedure: procedure.id.rawValue, title: procedure.title,
                    version: procedure.version, customer: open?.customer.id, begunBy: setting.begunBy,
                    begunAt: setting.begunAt, savedBy: desk.staff.id, savedAt: now,
                    awaiting: run.awaiting?.node.title ?? run.outcome?.title, heldUntil: heldUntil, end: end),
                texts: Dictionary(uniqueKeysWithValues: procedure.texts.map { ($0.key.rawValue, $0.value) }),
                answers: answers, pending: pending, facts: setting.findings.filter { used.contains($0.key) }),
            drafting: drafts, at: now)
    }

    /// What was ticked of the list that waits.
    private var pending: Answer? {
        guard let awaiting = run.awaiting, !ticked.isEmpty else { return nil }
        return Answer(awaiting.name, tickedAnswer, ticks: tickTimes)
    }
}
