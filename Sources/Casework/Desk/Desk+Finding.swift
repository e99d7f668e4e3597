extension Desk {
    /// People who fit what was typed, best first. Not audited: the caller says when a search was made, with
    /// ``recordSearch(_:found:at:)``, since a search is typed key by key.
    ///
    /// - Parameter isOutdated: asked now and then; once it says so nobody waits for the answer.
    /// - Throws: ``AccessRefusal`` for an administrator; `CancellationError` when nobody waits.
    public func search(
        _ text: String, limit: Int, at instant: Instant, unless isOutdated: () -> Bool = { false }
    ) throws -> [Found] {
        try require(.serveCustomers, at: instant)
        // An age is counted to the day; in which zone does not matter for one.
        let query = SearchQuery(text, today: CalendarDay(number: instant.seconds / 86_400))
        guard !query.isEmpty, limit > 0 else { return [] }
        return try store.read { reader in
            var matches = query.rank(try reader.candidates(for: query, limit: limit + 10, unless: isOutdated))
            if matches.isEmpty { matches = try Self.misheard(text, in: reader) }
            matches = Array(matches.prefix(limit))
            let plans = try reader.plans(ofAll: matches.map(\.customer.id))
            let others = Namesakes(matches.map(\.customer))
            return try matches.enumerated().map { place, match in
                Found(
                    match: match, plan: try plans[match.customer.id]?.inForce(at: instant),
                    toldApart: others.telling(place))
            }
        }
    }

    /// The characters that likeliest follow `text` in a search, the likeliest first. Nothing that it says is a person's.
    ///
    /// - Parameter listed: who was found for `text`.
    /// - Throws: ``AccessRefusal`` for an administrator.
    public func lettersLikely(after text: String, of listed: [Found], at instant: Instant) throws -> [Character] {
        try require(.serveCustomers, at: instant)
        let letters = NextLetters(after: text)
        return try store.read { reader in
            letters.likeliest(
                among: try letters.beginning.map { try reader.words(beginning: $0) } ?? [],
                of: listed.map(\.match.customer))
        }
    }

    /// Those whose number is the one typed but for a slip of one character, where its own check fails: whoever has a plan
    /// must not look like somebody without one.
    private static func misheard(_ text: String, in reader: any CaseworkReader) throws -> [Match] {
        let reference = CustomerReference(text)
        guard let fault = ReferenceNumber.fault(in: reference) else { return [] }
        let bearers = try bearersOfRepairs(of: reference, in: reader)
        return bearers.map { bearer in
            Match(
                customer: bearer.customer, score: 0.5 / Double(bearers.count),
                why: ["\(fault.kind.name): one character differs"],
                unfit: [reference.text])
        }
    }

    private static func bearersOfRepairs(
        of reference: CustomerReference, in reader: any CaseworkReader
    ) throws -> [(number: String, customer: Customer)] {
        try ReferenceNumber.oneCharacterRepairs(of: reference.compact).flatMap { number in
            try reader.customers(bearing: CustomerReference(number)).map { (number, $0) }
        }
    }

    /// Enters a search into the audit trail (Q2), or owes the entry while the register takes no writes.
    ///
    /// - Returns: why the entry is owed; nil when it is written.
    @discardableResult
    public func recordSearch(_ text: String, found: Int, at instant: Instant) throws -> String? {
        try auditOrOwe(
            [
                OwedEntries.Entry(
                    act: .searched, customer: nil, detail: "\(text.prefix(200)) (\(found) found)", at: instant)
            ], .soon)
    }

    /// The one customer whom `reference` names.
    ///
    /// - Throws: ``ReferenceError``; ``AccessRefusal`` for an administrator.
    public func customer(_ reference: CustomerReference, at instant: Instant) throws -> Customer {
        try require(.serveCustomers, at: instant)
        return try theCustomer(reference)
    }

    func theCustomer(_ reference: CustomerReference) throws -> Customer {
        try store.read { reader in
            let bearers = try reader.customers(bearing: reference)
            if bearers.count > 1 { throw ReferenceError.ambiguous(reference.text, bearers) }
            if let customer = bearers.first { return customer }
            guard let fault = ReferenceNumber.fault(in: reference) else {
                throw ReferenceError.unknown(reference.text)
            }
            let repairs = try Self.bearersOfRepairs(of: reference, in: reader)
            throw ReferenceError.checkDigit(
                reference.text, fault.message, repairs: repairs.map { "\($0.number) (\($0.customer.name))" })
        }
    }

    /// Opens a person's record, which the audit trail keeps; while the register takes no writes the record is opened all
    /// the same, says so (``CustomerRecord/unrecorded``), and its entry is owed.
    ///
    /// - Throws: ``AccessRefusal`` for an administrator; ``ReferenceError/unknown(_:)`` when nobody has that ID.
    public func open(_ id: Customer.ID, at instant: Instant, byCommand: Bool = false) throws -> CustomerRecord {
        try require(.serveCustomers, of: id, at: instant)
        var record = try record(of: id, at: instant)
        let plan = record.plan?.id.rawValue
        var entries = [
            OwedEntries.Entry(act: .opened, customer: id, detail: plan ?? "no plan in force", at: instant)
        ]
        if byCommand, let plan {
            entries.append(OwedEntries.Entry(act: .warningShown, customer: id, detail: plan, at: instant))
        }
        // Somebody stands at the counter: the warning does not wait for the disk.
        record.unrecorded = try auditOrOwe(entries, byCommand ? .atOnce : .soon)
        return record
    }

    /// An open record as the register has it now, for it may be imported into meanwhile: that is no opening of its own in
    /// the audit trail. It says no more that nothing can be saved once all that was owed is written.
    ///
    /// - Throws: ``AccessRefusal`` for an administrator; ``ReferenceError/unknown(_:)`` when nobody has that ID any more.
    public func reread(_ record: CustomerRecord, at instant: Instant) throws -> CustomerRecord {
        try require(.serveCustomers, of: record.customer.id, at: instant)
        var current = try self.record(of: record.customer.id, at: instant)
        current.unrecorded = owesAudit ? record.unrecorded : nil
        return current
    }

    private func record(of id: Customer.ID, at instant: Instant) throws -> CustomerRecord {
        try store.read { reader in
            guard let customer = try reader.customer(id) else { throw ReferenceError.unknown(String(id.rawValue)) }
            var record = try Self.record(of: customer, at: instant, in: reader)
            record.doubtOfClock = try doubtOfClock(at: instant, in: reader)
            return record
        }
    }

    /// The people whose records this staff member opened last, the latest first; nobody where access opens none.
    ///
    /// Taken from the audit trail: its newest few thousand entries, so that a long trail costs no time.
    public func peopleSeen(limit: Int) throws -> [Customer] {
        guard staff.access.allows(.serveCustomers) else { return [] }
        return try store.read { reader in
            try reader.customersOpened(by: staff.id, limit: limit).compactMap { try reader.customer($0) }
        }
    }

    /// Keeps who acknowledged the warning, and when (W1).
    public func acknowledgeWarning(of record: CustomerRecord, at instant: Instant) throws {
        guard let plan = record.plan else { return }
        // The record says already that nothing can be written; whoever has read the warning may go on.
        _ = try auditOrOwe([
            OwedEntries.Entry(
                act: .warningAcknowledged, customer: record.customer.id, detail: plan.id.rawValue, at: instant)
        ])
    }

    /// Keeps that a contact was judged by a command (Q2). The record says already when nothing can be written: a full
    /// disk withholds no verdict.
    public func recordJudgement(
        _ judgement: Judgement, of attempt: ContactAttempt, for customer: Customer.ID, at instant: Instant
    ) throws {
        let detail = "\(attempt.channel.code) at \(judgement.zone.text(attempt.at)): \(judgement.verdict.rawValue)"
        _ = try auditOrOwe([OwedEntries.Entry(act: .judged, customer: customer, detail: detail, at: instant)])
    }

    /// Keeps that a guide was followed to an outcome that writes no note; as with a judgement, a full disk stops no
    /// guide.
    public func recordGuided(_ path: String, of customer: Customer.ID, at instant: Instant) throws {
        _ = try auditOrOwe([OwedEntries.Entry(act: .guided, customer: customer, detail: path, at: instant)])
    }

    static func record(
        of customer: Customer, at instant: Instant, in reader: any CaseworkReader
    ) throws -> CustomerRecord {
        let plans = try reader.plans(of: customer.id)
        var staff: [StaffMember.ID: StaffMember] = [:]
        for plan in plans {
            let people = plan.people
            for id in [people.omc, people.backup, people.psso, people.employeeResponsible, people.approver] {
                guard let id, staff[id] == nil else { continue }
                staff[id] = try reader.staff(id)
            }
        }
        let representatives = plans.flatMap(\.representatives).compactMap(\.customer)
        return try CustomerRecord(
            customer: customer, plans: plans, at: instant, staff: staff,
            plansOfRepresentatives: representatives.isEmpty ? [:] : try reader.plans(ofAll: representatives))
    }

    /// Those of `ids` whom the register knows: who wrote and recorded what is read.
    public func staff(_ ids: [StaffMember.ID]) throws -> [StaffMember.ID: StaffMember] {
        try store.read { reader in
            var known: [StaffMember.ID: StaffMember] = [:]
            for id in Set(ids) { known[id] = try reader.staff(id) }
            return known
        }
    }

    /// A week of a contact of the record's customer: when it would be in line.
    ///
    /// - Parameter weeks: how many weeks after the attempt's own; before it for a negative number.
    public func week(
        of attempt: ContactAttempt, for record: CustomerRecord, after weeks: Int = 0
    ) throws -> ContactWeek {
        let span = 9 * 86_400
        let shown = attempt.at + weeks * 7 * 86_400
        let (site, contacts) = try store.read { reader in
            (
                try attempt.site.flatMap { try reader.site(named: $0) },
                // What counts now, and what counts in the week shown.
                try reader.contactsMade(
                    of: record.customer.id, from: min(attempt.at, shown) - span, to: max(attempt.at, shown) + span)
            )
        }
        let zone = try LocalZone(
            site?.timeZone ?? record.plan?.state.zoneIdentifier ?? AustralianState.act.zoneIdentifier)
        let monday = zone.day(at: attempt.at).monday.advanced(by: 7 * weeks)
        return try record.plans.week(of: attempt, from: monday, history: contacts, site: site, calendar: calendar)
    }

    /// The known site of an attempt, and the contacts that can count beside it.
    private func surroundings(
        of attempt: ContactAttempt, for record: CustomerRecord
    ) throws -> (site: Site?, contacts: [Contact]) {
        try store.read { reader in
            // A week and the two days by which zones can differ hold every count (R4).
            (
                try attempt.site.flatMap { try reader.site(named: $0) },
                try reader.contactsMade(
                    of: record.customer.id, from: attempt.at - 9 * 86_400, to: attempt.at + 9 * 86_400)
            )
        }
    }

    /// Judges a contact of the record's customer.
    ///
    /// - Parameter reader: the clock of whoever reads the answer; the desk's own when nil.
    public func judge(
        _ attempt: ContactAttempt, of record: CustomerRecord, readBy reader: WallClock? = nil
    ) throws -> Judgement {
        let (site, contacts) = try surroundings(of: attempt, for: record)
        var judgement = try record.plans.judge(attempt, history: contacts, site: site, calendar: calendar)
        judgement.tell(reader ?? clock, at: attempt.at)
        return judgement
    }
}

/// Why a reference names nobody, or not one person alone.
public enum ReferenceError: UserFacing, Equatable {
    case unknown(String)
    case ambiguous(String, [Customer])
    /// The number fails its check digit; the repairs that the register knows, each with its bearer's name.
    case checkDigit(String, String, repairs: [String])

    public var message: String {
        switch self {
        case .unknown(let text): "Nobody in the register bears '\(text)'."
        case .ambiguous(let text, let bearers):
            "'\(text)' names \(bearers.count) people: "
                + bearers.map { "\($0.name), born \($0.dateOfBirth?.text ?? "unknown"), \($0.externalId)" }
                .joined(separator: "; ") + "."
        case .checkDigit(let text, let why, _): "'\(text)' is not a valid number: \(why)"
        }
    }

    public var remedy: String {
        switch self {
        case .unknown: "Check the number, or search by name: mspdesk find WORDS."
        case .ambiguous: "Use the external ID of the right person, once you know who it is."
        case .checkDigit(_, _, let repairs):
            repairs.isEmpty
                ? "Ask for the number again; nobody in the register is one character away."
                : "One character away, and in the register: \(repairs.joined(separator: ", ")). Ask which it is."
        }
    }

    public var fault: Fault { .badInput }
}
