extension Collection<Plan> {
    /// Whether a contact is in line with the agency plan in force when it takes place, and what decided (R3–R6, R11).
    ///
    /// - Parameters:
    ///   - history: the customer's contacts; those at or after the attempt do not count.
    ///   - site: the known site that ``ContactAttempt/site`` names, or nil when the register has none of that name.
    /// - Throws: ``CalendarError/unknownZone(_:)``. Holidays that are not known are a warning, never an error.
    public func judge(
        _ attempt: ContactAttempt, history: [Contact], site: Site?, calendar: BusinessCalendar
    ) throws(CalendarError) -> Judgement {
        if let plan = try inForce(at: attempt.at) {
            return try plan.judge(attempt, history: history, site: site, calendar: calendar)
        }
        var judgement = Judgement(
            verdict: .inLine, level: .available, decidedBy: .none, because: "No plan is in force: serve as usual.",
            zone: try LocalZone(site?.timeZone ?? AustralianState.act.zoneIdentifier))
        judgement.place = site?.name ?? AustralianState.act.name
        try judgement.describeOpening(of: site, named: attempt.site, at: attempt.at, calendar: calendar)
        return judgement
    }
}

extension Plan {
    /// Whether a contact is in line with this plan, which must be in force at that instant (R3–R6, R11).
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func judge(
        _ attempt: ContactAttempt, history: [Contact], site: Site?, calendar: BusinessCalendar
    ) throws(CalendarError) -> Judgement {
        let test = try PlanTest(plan: self, attempt: attempt, history: history, site: site)
        let result = test.result(at: attempt.at)
        var judgement = Judgement(result, of: test, at: attempt.at)
        judgement.place = site?.name ?? state.name
        judgement.remaining = test.remaining(at: attempt.at)
        judgement.brandsApart = try test.brandsApart(at: attempt.at, history: history, site: site)
        judgement.tellBrandsApart()
        try judgement.describeOpening(of: site, named: attempt.site, at: attempt.at, calendar: calendar)
        let outlook = try Outlook(test: test, site: site, calendar: calendar)
        switch result {
        case .inLine:
            judgement.next = outlook.next(from: attempt.at, now: result)
            judgement.until = outlook.end(from: attempt.at)
        case .broken:
            judgement.isLasting = test.isLasting(at: attempt.at)
            judgement.next = outlook.next(from: attempt.at, now: result)
        case .ask: break
        }
        if outlook.holidaysUnknown(between: attempt.at, and: judgement.next) {
            judgement.warnings.append(
                "Public holidays of \((site?.state ?? state).name) are not known that far: the next contact may fall on one."
            )
        }
        return judgement
    }
}

extension Judgement {
    fileprivate init(_ result: PlanTest.Result, of test: PlanTest, at instant: Instant) {
        let level = test.restriction.level
        switch result {
        case .broken(let term, let because):
            self.init(verdict: .notInLine, level: level, decidedBy: term, because: because, zone: test.zone)
        case .ask(let term, let because):
            self.init(verdict: .ask, level: level, decidedBy: term, because: because, zone: test.zone)
        case .inLine(.variation(let variation)):
            let until = test.zone.words(variation.to, from: instant)
            let place = variation.site.map { " at \($0)" } ?? ""
            let approver = variation.approvedBy.map { ", approved by \($0)" } ?? ""
            self.init(
                verdict: .inLine, level: level, decidedBy: .variation,
                because: "A one-off variation\(place) covers this contact until \(until)\(approver).", zone: test.zone)
        case .inLine(.available):
            self.init(
                verdict: .inLine, level: level, decidedBy: .none,
                because: "\(test.attempt.channel.name) is not restricted.", zone: test.zone)
        case .inLine(.officerLeftOpen):
            self.init(
                verdict: .inLine, level: level, decidedBy: .none,
                because: "The full phone restriction leaves the OMC's or PSSO's number open.", zone: test.zone)
        case .inLine(.everyTermKept):
            let exception = test.exception.map { ", unless \($0)" } ?? ""
            let terms = test.termsInWords(at: instant).joined(separator: "; ")
            self.init(
                verdict: .inLine, level: level, decidedBy: .none,
                because: "Every term is kept\(exception): \(terms)".asSentence, zone: test.zone)
            self.exception = test.exception
        }
    }

    /// A closed site is said apart: it never makes a contact not in line (R5).
    fileprivate mutating func describeOpening(
        of site: Site?, named name: String?, at instant: Instant, calendar: BusinessCalendar
    ) throws(CalendarError) {
        guard let site else {
            if let name {
                warnings.append("Site '\(name)' is not in the register: judged by its name, its hours are not known.")
            }
            return
        }
        let hours = try OpeningHours(of: site, calendar: calendar)
        do {
            let isOpen = try hours.isOpen(at: instant)
            open = isOpen
            opens = isOpen ? nil : try hours.opening(after: instant)
        } catch .unknownZone(let zone) {
            throw .unknownZone(zone)
        } catch {
            warnings.append("\(error.message) Whether \(site.name) is open then is not known.")
        }
    }
}

/// What the same attempt would be later: when it is next in line, and until when it stays so.
private struct Outlook {
    let test: PlanTest
    let hours: OpeningHours?
    let calendar: BusinessCalendar
    let holidayState: AustralianState
    let end: Instant

    init(test: PlanTest, site: Site?, calendar: BusinessCalendar) throws(CalendarError) {
        self.test = test
        hours = if let site { try OpeningHours(of: site, calendar: calendar) } else { nil }
        self.calendar = calendar
        holidayState = site?.state ?? test.plan.state
        end = try test.plan.span().upperBound
    }

    /// Whether people are received at `instant`: face to face no public holiday; hours of a known site in each channel.
    private func receives(at instant: Instant) -> Bool {
        if let hours, !hours.isWithinHours(instant) { return false }
        guard test.attempt.channel == .faceToFace else { return true }
        // A day whose holidays are not known counts as a working day; the caller warns of it.
        return calendar.holidayIfKnown(on: test.zone.day(at: instant), in: holidayState).name == nil
    }

    func holidaysUnknown(between start: Instant, and end: Instant?) -> Bool {
        guard test.attempt.channel == .faceToFace, let end else { return false }
        let known = calendar.knownDays(in: holidayState)
        return !known.contains(test.zone.day(at: end))
    }

    /// In days. Terms, hours and holidays repeat by the week or the year, and so do the clocks of two states: what is not in
    /// line within a year of all that has a date of its own will not be. A plan may have no end that anybody will see.
    private static let span = 400

    func next(from start: Instant, now: PlanTest.Result) -> Instant? {
        if now.isInLine, receives(at: start) { return start }
        var known: [Instant] = test.variations.map(\.from)
        if test.isLasting(at: start) {
            return firstInLine(known.flatMap { [$0] + openings(of: $0) }, after: start)
        }
        known += test.plan.appointments.map { PlanTest.window(of: $0).lowerBound }
        var day = test.zone.day(at: start)
        let last = test.zone.day(at: min(end, known.reduce(start, max))).advanced(by: Self.span)
        while day <= last, test.zone.instant(of: day, at: .midnight) < end {
            var points = test.turningPoints(on: day)
            if let hours { points += hours.zone.instants(of: day, at: hours.site.opens) }
            let following = test.zone.instant(of: day.advanced(by: 1), at: .midnight)
            points += known.filter { $0 < following }
            if let found = firstInLine(points, after: start) { return found }
            day = day.advanced(by: 1)
        }
        return nil
    }

    /// Openings of a known site in the week from `instant`, when a span that holds then may begin out of hours.
    private func openings(of instant: Instant) -> [Instant] {
        let day = test.zone.day(at: instant)
        let midnights = (1...7).map { test.zone.instant(of: day.advanced(by: $0), at: .midnight) }
        guard let hours else { return midnights }
        return (0...7).map { hours.zone.instant(of: day.advanced(by: $0), at: hours.site.opens) }
    }

    private func firstInLine(_ points: [Instant], after start: Instant) -> Instant? {
        points.filter { $0 > start && $0 < end }.sorted().first { receives(at: $0) && !test.result(at: $0).isBroken }
    }

    /// When an attempt that is in line stops being so; nil when it holds to the end of the plan or beyond a week.
    func end(from start: Instant) -> Instant? {
        var points = test.variations.map(\.to)
        points += test.plan.appointments.map { PlanTest.window(of: $0).upperBound + 1 }
        let today = test.zone.day(at: start)
        for offset in 0...7 { points += test.turningPoints(on: today.advanced(by: offset)) }
        return points.filter { $0 > start && $0 < end }.sorted().first { !test.result(at: $0).isInLine }
    }
}
