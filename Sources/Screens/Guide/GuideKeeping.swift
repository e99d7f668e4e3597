import Casework
import Procedures

/// How far the register has what stands in a guide.
struct Keeping: Sendable {
    enum Standing: Sendable {
        case open
        /// The end of the run, a wait, or what one leaves with, is on its way into the register.
        case closing
        /// It ended, or was gone on with, in another window; why nothing of it is kept any more.
        case elsewhere(Notice)
    }

    var standing = Standing.open
    /// Whether something was not handed to the register yet, or in vain.
    var isDue = false
    /// Whether the last try failed.
    var hasFailed = false
    /// Whether the person was told that leaving now loses something.
    var hasWarnedOfLoss = false
}

extension Guide {
    /// Why the run could not be kept.
    public struct KeepFault: Sendable {
        let notice: Notice
        /// The same where it is tried again.
        let triedAgain: Notice
        /// Whether another window has it, or has ended it: to try again is in vain.
        let isElsewhere: Bool

        init(_ error: any Error) {
            (notice, triedAgain) = (Notice(error), Notice(triedAgain: error))
            isElsewhere =
                switch error {
                case GuideRunError.hasEnded, GuideRunError.changedElsewhere: true
                default: false
                }
        }
    }

    /// Stamps what has no time yet, and keeps the run, so that it can be gone on with later. A run in which all was
    /// taken back is forgotten. A register that takes no writes stops nobody: it says so, and it is tried again.
    mutating func keep() -> Effect<Action> {
        keeping.isDue = true
        // What is kept after the end of a run, or after its wait, would take that back.
        guard case .open = keeping.standing else { return .none }
        keeping.isDue = false
        let reached = self
        return .run { services in
            let now = services.now()
            do {
                try reached.stamped(now, by: services.desk.staff.id).keep(at: now, by: services.desk)
                return .kept(now)
            } catch {
                // At the program's end nobody reads the notice any more.
                services.log(error)
                return .keepFailed(now, KeepFault(error))
            }
        }
    }

    /// Keeps the run 150 ms after the first key that is not kept yet, so that it stands on disk within 300 ms.
    mutating func keepSoon() -> Effect<Action> {
        keeping.isDue = true
        return .after(.milliseconds(150), Self.keepTimer, .keepDue)
    }

    private static let keepTimer = "keep"

    mutating func noteKept(_ now: Instant) -> Effect<Action> {
        stamp(now, by: setting.officer)
        guard keeping.hasFailed else { return .none }
        (keeping.hasFailed, keeping.hasWarnedOfLoss) = (false, false)
        return .notice(Notice("The guide is kept again.", .done))
    }

    mutating func tryAgain(after fault: KeepFault) -> Effect<Action> {
        if fault.isElsewhere {
            keeping = Keeping(standing: .elsewhere(fault.notice))
            return .notice(fault.notice)
        }
        (keeping.isDue, keeping.hasFailed) = (true, true)
        // A try that fails once more must not hide what leaving would lose.
        let notice = keeping.hasWarnedOfLoss ? fault.triedAgain.warningOfLossByEscape : fault.triedAgain
        return .all([.notice(notice), .after(.seconds(2), Self.keepTimer, .keepDue)])
    }

    /// What is answered to whoever goes on with a run that is being closed, or that another window has; nil where one
    /// can.
    var refusal: Effect<Action>? {
        switch keeping.standing {
        case .open: nil
        case .closing: Effect.none
        case .elsewhere(let notice): .notice(notice)
        }
    }

    /// Hands the run over to the register a last time, once however often one presses.
    mutating func close(_ effect: Effect<Action>) -> Effect<Action> {
        guard case .run(let work) = effect else { return effect }
        keeping.standing = .closing
        return .run { services in
            do {
                return try work(services)
            } catch {
                services.log(error)
                return .closeFailed(KeepFault(error))
            }
        }
    }

    mutating func reopen(after fault: KeepFault) -> Effect<Action> {
        keeping.standing = .open
        return fault.isElsewhere || keeping.isDue ? tryAgain(after: fault) : .notice(fault.notice)
    }

    /// Leaves once what is ticked and typed stands on disk; whoever leaves again leaves without.
    mutating func leave() -> Effect<Action> {
        guard case .open = keeping.standing, !pending.isEmpty, !keeping.hasWarnedOfLoss else { return .back }
        (keeping.isDue, keeping.hasWarnedOfLoss) = (true, true)
        let reached = self
        return close(
            .run { services in
                let now = services.now()
                try reached.stamped(now, by: services.desk.staff.id).keep(at: now, by: services.desk)
                return .ended(nil)
            })
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
        guard isEnd || !answers.isEmpty || !pending.isEmpty else {
            return try desk.discard(setting.id, of: setting.hand)
        }
        var end: GuideRun.End?
        if isEnd, let outcome = run.outcome {
            end = GuideRun.End(outcome: outcome.id.rawValue, title: outcome.title, at: now)
        }
        let used = Set(
            run.trail.compactMap { step -> FactName? in
                if case .fact(let fact) = step.node.kind { fact } else { nil }
            })
        let contactMade = open.flatMap { open in
            procedure.channel.map { _ in GuideRun.JudgedAttempt(open.attempt, open.judgement.verdict) }
        }
        try desk.save(
            GuideRun(
                GuideRun.Head(
                    id: setting.id, procedure: procedure.id.rawValue, title: procedure.title,
                    version: procedure.version, customer: open?.customer.id, begunBy: setting.begunBy,
                    begunAt: setting.begunAt, savedBy: desk.staff.id, savedAt: now,
                    awaiting: run.awaiting?.node.title ?? run.outcome?.title, heldUntil: heldUntil, end: end),
                texts: Dictionary(uniqueKeysWithValues: procedure.texts.map { ($0.key.rawValue, $0.value) }),
                answers: answers, pending: isEnd ? [] : pending,
                facts: setting.findings.filter { used.contains($0.key) }, contact: contactMade),
            of: setting.hand, drafting: drafts, at: now)
    }
}

extension Guide.Action {
    /// Whether it would change the run.
    var changesRun: Bool {
        switch self {
        case .judgedAnewChosen, .answerChosen, .allTicked, .chosen, .stepBack, .entryTyped, .entryPasted, .waitChosen,
            .overruleChosen, .overruleTyped, .overrulePasted, .overruleConfirmed:
            true
        default: false
        }
    }
}
