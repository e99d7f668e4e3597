import Casework

/// A record on the desk: the person, the warning, and the verdict for the contact that is being made.
public struct OpenRecord: Sendable {
    public let record: CustomerRecord
    public let warning: PlanWarning?
    /// The contact being made, in the channel in use, as far as it is known.
    public let attempt: ContactAttempt
    public let judgement: Judgement
    public let identity: Identity
    /// As which officer of the plan whoever sits here has contact with the customer; nil for all others.
    public let contactRole: NotifiedRole?
    /// Whether the officer may read who opened and changed the record.
    public let mayReadAudit: Bool
    /// When a plan of the person next begins or ends (P6); nil when none does.
    var planChanges: Instant?
    var warningRead = WarningRead()

    public var customer: Customer { record.customer }

    /// The line that says what to do now.
    public var headline: String {
        (warning == nil ? "" : "\(attempt.name): ") + whatToDo + caveats
    }

    /// The same, its channel known.
    var whatToDo: String { judgement.whatToDo(in: attempt, warned: warning) }

    /// The same where it may be cut: what to do comes before the channel.
    var shortHeadline: String {
        guard let warning else { return headline }
        if isPassedOn {
            let line = warning.personalisedServicesLine
            return
                (TriageHours.isOpen(at: attempt.at, in: judgement.zone)
                ? "TRANSFER, \(attempt.name.lowercased()): to \(line)"
                : "CLOSED NOW, \(attempt.name.lowercased()): \(line), open \(TriageHours.words)") + caveats
        }
        return judgement.shortHeadline(of: attempt) + caveats
    }

    /// Whether Personalised Services take the call (PS5). A closed line is said apart, as a closed site is: it changes no
    /// verdict (R5).
    var isPassedOn: Bool { warning?.passesOn(attempt) ?? false }

    /// What whoever goes by the verdict has to know with it.
    private var caveats: String {
        [record.doubtOfClock, record.unrecorded.map { "NOTHING CAN BE SAVED: \($0)" }].compactMap { $0 }
            .map { ". \($0)" }.joined()
    }

    /// Whose contact it is, where the plan's own officer sits here.
    var contactRoleInWords: String? { contactRole.map { "You are the \($0.inWords)" } }

    /// The same, and what follows for the verdict.
    var judgedWithOfficer: String? { contactRoleInWords.map { "\($0): judged as contact with you." } }

    /// The screen through which the record is come to: the warning, where it was not read yet, before all else (W1).
    ///
    /// - Parameter following: a note or guide to go on with, once the warning is acknowledged.
    func entrance(then following: (any Screen)? = nil) -> any Screen {
        if isWarningUnread { return Warning(self, then: following) }
        return following ?? Record(self)
    }

    /// Whether a plan is in force whose warning was not read yet, as the plan is now (W1).
    var isWarningUnread: Bool { warning != nil && !warningRead.covers(record.plan) }

    /// How long the verdict stands, in seconds from when it was given; nil when no change of it is known.
    var standsFor: Int? {
        let triage = isPassedOn ? TriageHours.change(after: attempt.at, in: judgement.zone) : nil
        return [judgement.until, judgement.next, judgement.opens, planChanges, triage].compactMap { $0 }
            .map { $0.seconds - attempt.at.seconds }.filter { $0 > 0 }.min()
    }
}

extension Services {
    /// Opens a record for the channel and site of the officer's post; the audit trail keeps it.
    func open(_ id: Customer.ID) throws -> OpenRecord {
        let record = try desk.open(id, at: now())
        return try judged(record, ContactAttempt(channel: post.channel, at: record.at), WarningRead())
    }

    /// The screen on which a draft is gone on with: the warning of the person's record before it.
    ///
    /// - Throws: ``NoteError/draftGone``: another window may have saved it since it was listed.
    func resumption(of id: NoteDraft.ID) throws -> any Screen {
        let draft = try desk.draft(id)
        let record = try open(draft.customer)
        return record.entrance(then: editor(of: DraftInHand(kept: draft), for: record))
    }

    /// The screen on which a run of a guide is gone on with: the warning of its record before it, where it has one.
    func resumption(of run: GuideRun.Head) throws -> any Screen {
        try resumption(of: run.id, on: try run.customer.map { try open($0) })
    }

    /// The same record judged anew: at this minute, in this channel.
    func judged(_ open: OpenRecord, in channel: Channel) throws -> OpenRecord {
        var attempt = open.attempt
        attempt.at = now()
        attempt.channel = channel
        return try judged(desk.reread(open.record, at: attempt.at), attempt, open.warningRead)
    }

    /// The same record judged anew: at this minute, for that brand; for one that is not known when nil.
    func judged(_ open: OpenRecord, for brand: Brand?) throws -> OpenRecord {
        var attempt = open.attempt
        attempt.at = now()
        attempt.brand = brand
        return try judged(desk.reread(open.record, at: attempt.at), attempt, open.warningRead)
    }

    /// The same record at a contact that was made before, with the verdict of then, where that is known.
    func judged(_ open: OpenRecord, at made: ContactAttempt, as verdict: Verdict?) throws -> OpenRecord {
        try opened(open.record.at(made.at), made, as: verdict, open.warningRead)
    }

    /// Keeps that the warning of a record was read: every screen of it goes by that.
    func acknowledgeWarning(of open: OpenRecord) throws {
        try desk.acknowledgeWarning(of: open.record, at: now())
        open.warningRead.reads(open.record.plan)
    }

    /// Where a contact by `channel` takes place that the officer takes.
    func site(of channel: Channel) -> String? { channel.site(post.site) }

    /// The clock that hangs where the officer sits.
    private func clock() throws -> WallClock {
        guard let place = post.workplace, let site = try desk.store.read({ try $0.site(named: place) }) else {
            return desk.clock
        }
        return WallClock(try LocalZone(site.timeZone), at: site.name)
    }

    func judged(
        _ record: CustomerRecord, _ attempt: ContactAttempt, _ warningRead: WarningRead
    ) throws -> OpenRecord {
        var attempt = attempt
        attempt.toOmc = record.plan?.contactRole(of: desk.staff.id) != nil
        attempt.site = site(of: attempt.channel)
        return try opened(record, attempt, as: nil, warningRead)
    }

    /// - Parameter verdict: how the attempt was judged when it was made; nil where it is made now.
    private func opened(
        _ record: CustomerRecord, _ attempt: ContactAttempt, as verdict: Verdict?, _ warningRead: WarningRead
    ) throws -> OpenRecord {
        let warning = try record.warning()
        var judgement = try desk.judge(attempt, of: record, readBy: try clock()).askingBrand
        // What the register was told since decides nothing of it any more.
        if let verdict { judgement.verdict = verdict }
        return OpenRecord(
            record: record, warning: warning, attempt: attempt, judgement: judgement,
            identity: Identity(record.customer, safetyAlert: warning?.safetyAlert ?? false),
            contactRole: record.plan?.contactRole(of: desk.staff.id),
            mayReadAudit: desk.staff.access.allows(.readAudit),
            planChanges: try record.plans.nextChange(after: attempt.at), warningRead: warningRead)
    }
}
