import Casework
import Procedures

/// What a guide knows beside its procedure when it begins.
struct GuideSetting: Sendable {
    /// What the record, the register and the officer's access tell.
    var findings: [FactName: Finding]
    /// What time limits are counted from.
    var schedule: Schedule
    /// By it the run is kept.
    var id: GuideRun.ID
    /// What this window knows of the run in the register.
    var hand = RunInHand()
    var begunAt: Instant
    var begunBy: StaffMember.ID
    /// When it was opened here: the same as ``begunAt``, or later where it is gone on with.
    var openedAt: Instant
    /// Who sits here now.
    var officer: StaffMember.ID
    /// Whether runs of this officer are kept.
    var isKept: Bool
    /// What was wrong with a file of the organisation's own, for which the program's was taken.
    var passedOver: ProcedureFault?
    /// What the guides are called that its outcomes offer.
    var titles: [Procedure.ID: String] = [:]
}

extension Guide {
    static let visit = Procedure.ID(rawValue: "visit")
    static let call = Procedure.ID(rawValue: "call")
    static let workItem = Procedure.ID(rawValue: "work-item")
    static let emergency = Procedure.ID(rawValue: "emergency")

    /// The guide for a contact by `channel`: writing is worked as a work item.
    static func procedure(for channel: Channel) -> Procedure.ID {
        switch channel {
        case .faceToFace: visit
        case .phone: call
        case .writing: workItem
        }
    }
}

extension Guide {
    /// The screen through which the guide is come to: the warning of its record, where it was not read yet, before it.
    fileprivate var entrance: any Screen { current?.entrance(then: self) ?? self }
}

extension Services {
    /// The screen on which a procedure is begun: see ``OpenRecord/entrance(then:)``.
    func beginning(of id: Procedure.ID, on open: OpenRecord?) throws -> any Screen {
        try guide(id, for: open).entrance
    }

    /// The screen on which a run is gone on with: see ``OpenRecord/entrance(then:)``.
    func resumption(of run: GuideRun.ID, on open: OpenRecord?) throws -> any Screen {
        try guide(resuming: run, on: open).entrance
    }

    /// A guide on an open record, judged for the channel that the guide is for, at this minute.
    func guide(_ id: Procedure.ID, for open: OpenRecord?) throws -> Guide {
        let (procedure, passedOver) = try procedures.load(id)
        let judged = try open.map { try self.judged($0, in: procedure.channel ?? $0.attempt.channel) }
        var setting = try setting(for: procedure, on: judged)
        setting.passedOver = passedOver.first
        return try Guide(procedure, for: judged, setting)
    }

    /// The steps for a threat or danger, which need no record.
    func emergency() throws -> Guide { try guide(Guide.emergency, for: nil) }

    /// A run that was begun before, by the texts that it began with; the audit trail keeps who goes on with it.
    func guide(resuming id: GuideRun.ID, on open: OpenRecord?) throws -> Guide {
        let run = try desk.resume(id, at: now())
        let texts = Dictionary(
            uniqueKeysWithValues: run.texts.map { (Procedure.ID(rawValue: $0.key), $0.value) })
        let procedure = try Procedure(.init(rawValue: run.procedure), texts: texts)
        let judged = try open.map { try self.judged($0, in: procedure.channel ?? $0.attempt.channel) }
        let made = try judged.flatMap { try contact(of: run, through: procedure, on: $0) }
        var setting = try setting(for: procedure, on: made ?? judged)
        // What the record told on the way stands: the answers after it were given on it.
        setting.findings.merge(run.facts) { _, kept in kept }
        (setting.id, setting.hand) = (run.id, RunInHand(kept: run))
        setting.begunAt = run.begunAt
        setting.begunBy = run.begunBy
        var guide = try Guide(procedure, for: made ?? judged, setting, answers: run.answers, pending: run.pending)
        if let made, let judged, made.attempt.at < judged.attempt.at {
            guide.isOfBefore = true
            guide.latest = Guide.Judged(open: judged, findings: try findings(procedure.facts, on: judged))
        }
        return guide
    }

    /// The record at the contact that `run` leads through; nil where it leads through none, and after a wait, for what is
    /// done then is no part of the contact before it.
    private func contact(
        of run: GuideRun, through procedure: Procedure, on open: OpenRecord
    ) throws -> OpenRecord? {
        guard procedure.channel != nil, run.heldUntil == nil else { return nil }
        var begun = open.attempt
        begun.at = run.begunAt
        return try judged(open, at: run.contact?.attempt ?? begun, as: run.contact?.verdict)
    }

    /// What the record, the register and the officer's access tell of `names`.
    ///
    /// - Parameter isContact: whether somebody is there; work on the record reaches no OMC.
    func findings(
        _ names: Set<FactName>, on open: OpenRecord, isContact: Bool = true
    ) throws -> [FactName: Finding] {
        var attempt = open.attempt
        attempt.toOmc = attempt.toOmc && isContact
        return try desk.facts(
            names, for: ContactFacts(record: open.record, attempt: attempt, judgement: open.judgement))
    }

    private func setting(for procedure: Procedure, on open: OpenRecord?) throws -> GuideSetting {
        let now = now()
        return GuideSetting(
            findings: try open.map { try findings(procedure.facts, on: $0, isContact: procedure.channel != nil) }
                ?? [:],
            schedule: try desk.schedule(for: open?.record, in: open?.judgement.zone, at: now),
            id: GuideRun.ID(rawValue: newDraftID().rawValue), begunAt: now, begunBy: desk.staff.id, openedAt: now,
            officer: desk.staff.id, isKept: desk.keepsGuideRuns, passedOver: nil,
            titles: try titles(after: procedure))
    }

    /// What the guides are called that the outcomes of `procedure` offer to go on with.
    private func titles(after procedure: Procedure) throws -> [Procedure.ID: String] {
        let offered = Set(procedure.outcomes.flatMap(\.nextProcedures))
        return try offered.reduce(into: [:]) { titles, id in titles[id] = try procedures.head(of: id).head?.title }
    }
}
