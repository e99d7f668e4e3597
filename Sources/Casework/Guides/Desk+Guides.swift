extension Desk {
    /// Whether this staff member's runs are kept: of all who may serve customers.
    public var keepsGuideRuns: Bool { staff.access.allows(.serveCustomers) }

    /// Keeps how far a run has come, over nothing but what the same window wrote or read before; its end goes into the
    /// audit trail, and with it the notes that it drafted are kept, or nothing is.
    ///
    /// - Throws: ``GuideRunError`` where it ended or was gone on with elsewhere; ``AccessRefusal`` for an administrator.
    public func save(
        _ run: GuideRun, of hand: RunInHand, drafting drafts: [NoteDraft] = [], at instant: Instant
    ) throws {
        try require(.serveCustomers, of: run.customer, at: instant)
        var run = run
        run.savedBy = staff.id
        // A clock that was set back must not keep anybody from going on.
        run.savedAt = max(run.begunAt, instant)
        let known = hand.state
        hand.tries(run)
        try write { [run] writer in
            try requireOpen(run.id, known, under: run, in: writer)
            try writer.save(run)
            for draft in drafts { try writer.save(draft) }
            if let end = run.end {
                try audit(.guided, of: run.customer, "\(run.procedure) to \(end.outcome)", at: instant, in: writer)
            }
        }
        hand.stands(as: run)
    }

    /// Takes up a run that somebody began, which the audit trail keeps.
    ///
    /// - Throws: ``GuideRunError``; ``AccessRefusal`` for an administrator.
    public func resume(_ id: GuideRun.ID, at instant: Instant) throws -> GuideRun {
        let of = try store.read { try $0.guideRun(id)?.customer }
        try require(.serveCustomers, of: of, at: instant)
        return try write { writer in
            guard let run = try writer.guideRun(id) else { throw GuideRunError.noSuchRun }
            if let end = run.end { throw GuideRunError.hasEnded(end.title) }
            try audit(.guided, of: run.customer, "\(run.procedure) gone on with", at: instant, in: writer)
            return run
        }
    }

    /// Forgets a run in which every answer was taken back.
    ///
    /// - Throws: ``GuideRunError`` where it ended or was gone on with elsewhere.
    public func discard(_ run: GuideRun.ID, of hand: RunInHand) throws {
        let known = hand.state
        try write { writer in
            try requireOpen(run, known, in: writer)
            try writer.discard(run)
        }
        hand.stands(as: nil)
    }

    /// Whoever follows a run in a second window learns that it has ended in the first, or says by now what they do not
    /// see; the register's own refusal would read as a fault of the program, or there would be none.
    private func requireOpen(
        _ id: GuideRun.ID, _ known: RunInHand.State, under run: GuideRun? = nil, in writer: any CaseworkWriter
    ) throws {
        guard let stored = try writer.guideRun(id) else { return }
        if let end = stored.end { throw GuideRunError.hasEnded(end.title) }
        guard known.accounts(for: stored, under: run) else { throw GuideRunError.changedElsewhere(by: stored.savedBy) }
    }

    /// What the time limits of a procedure are counted from, on a record or on none.
    ///
    /// - Parameter zone: of the site or plan; nil where no contact is judged.
    /// - Throws: ``AccessRefusal`` for an administrator on a record.
    public func schedule(for record: CustomerRecord?, in zone: LocalZone?, at instant: Instant) throws -> Schedule {
        let plan = record?.planOrLast
        let home = AustralianState.allCases.first { $0.zoneIdentifier == self.zone.identifier }
        let incident = try record.map { try incidents(of: $0.customer.id, at: instant).submitted }?.first
        return Schedule(
            calendar: calendar, state: plan?.state ?? record?.customer.state ?? home ?? .act, zone: zone ?? self.zone,
            planStart: plan?.start, planEnd: plan?.end, incident: incident?.occurredAt)
    }

    /// Runs of procedures on a record, the last saved first.
    ///
    /// - Throws: ``AccessRefusal`` for an administrator.
    public func guideRuns(of customer: Customer.ID, at instant: Instant) throws -> [GuideRun.Head] {
        try require(.serveCustomers, of: customer, at: instant)
        return try store.read { try $0.guideRuns(of: customer) }
    }

    /// The staff member's own runs whose wait is over, or that they left on the way, with their customers.
    public func waitingGuideRuns(at instant: Instant) throws -> [(run: GuideRun.Head, customer: Customer?)] {
        try store.read { reader in
            try reader.openGuideRuns(by: staff.id).filter { $0.isDue(at: instant) }.map { run in
                (run: run, customer: try run.customer.flatMap { try reader.customer($0) })
            }
        }
    }

    /// The staff member's own runs without a record since `since`, the last begun first: steps of an emergency whose note
    /// is still to be written.
    public func strayGuideRuns(since: Instant) throws -> [GuideRun.Head] {
        try store.read { try $0.guideRunsWithoutCustomer(by: staff.id, since: since) }
    }

    /// A run without a record, as a whole; asked for before the note of it is written.
    ///
    /// - Throws: ``GuideRunError/noSuchRun``.
    public func strayGuideRun(_ id: GuideRun.ID) throws -> GuideRun {
        guard let run = try store.read({ try $0.guideRun(id) }), run.customer == nil, run.begunBy == staff.id else {
            throw GuideRunError.noSuchRun
        }
        return run
    }

    /// Notes whose record a run without one belongs to, and keeps the notes that it drafted for that person.
    ///
    /// - Parameter end: how it ends, where it has not ended: once noted it is not gone on with, and noted again.
    /// - Throws: ``GuideRunError/noSuchRun``; ``AccessRefusal`` for an administrator.
    public func attach(
        _ id: GuideRun.ID, to customer: Customer.ID, drafting drafts: [NoteDraft] = [], ending end: GuideRun.End? = nil,
        at instant: Instant
    ) throws {
        try require(.serveCustomers, of: customer, at: instant)
        try write { writer in
            guard var run = try writer.guideRun(id), run.customer == nil else { throw GuideRunError.noSuchRun }
            run.customer = customer
            let ends = run.end == nil ? end : nil
            run.end = run.end ?? ends
            try writer.save(run)
            for draft in drafts { try writer.save(draft) }
            try audit(.guided, of: customer, "\(run.procedure) found to be about this person", at: instant, in: writer)
            if let ends {
                try audit(.guided, of: customer, "\(run.procedure) to \(ends.outcome)", at: instant, in: writer)
            }
        }
    }

    /// Every run of a procedure, the oldest first, to be replayed through a draft of it.
    ///
    /// - Throws: ``AccessRefusal`` unless CAPT or administrator.
    public func guideRuns(through procedure: String, at instant: Instant) throws -> [GuideRun] {
        try require(.readAudit, at: instant)
        return try store.read { try $0.guideRuns(through: procedure) }
    }
}

/// Why a run cannot be gone on with.
public enum GuideRunError: UserFacing, Equatable {
    case noSuchRun
    case hasEnded(String)
    /// It says in the register what this window neither read nor wrote.
    case changedElsewhere(by: StaffMember.ID)

    public var message: String {
        switch self {
        case .noSuchRun: "That run of a guide is not in the register."
        case .hasEnded(let title): "That run of a guide has ended: \(title)."
        case .changedElsewhere(let staff): "\(staff) has gone on with this run in another window."
        }
    }

    public var remedy: String {
        switch self {
        case .noSuchRun, .hasEnded: "Begin the guide anew from the record."
        case .changedElsewhere: "Leave it here, and go on with it from the guides; what you did since is not kept."
        }
    }

    public var fault: Fault { .badInput }
}
