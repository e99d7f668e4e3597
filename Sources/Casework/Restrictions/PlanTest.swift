/// One plan's restriction on one channel, put to the test at any instant: the same attempt, now or later.
struct PlanTest {
    enum Result: Equatable {
        case inLine(Ground)
        case broken(DecidingTerm, because: String)
        case ask(DecidingTerm, because: String)

        var isInLine: Bool { if case .inLine = self { true } else { false } }
        var isBroken: Bool { breach != nil }
        /// Why it is not in line.
        var breach: String? { if case .broken(_, let because) = self { because } else { nil } }
    }

    /// Why a contact is in line.
    enum Ground: Equatable {
        case variation(Variation)
        case available
        case everyTermKept
        /// A full phone restriction that leaves the OMC's number open.
        case officerLeftOpen
    }

    let plan: Plan
    let attempt: ContactAttempt
    let restriction: Restriction
    /// The site's zone when the site is known, else that of the plan's state.
    let zone: LocalZone
    /// Limits run in the plan's zone.
    let planZone: LocalZone
    /// When earlier contacts that count were made.
    let counted: [Instant]
    /// Nil where the restriction has none.
    private let windows: DayWindows?

    init(plan: Plan, attempt: ContactAttempt, history: [Contact], site: Site?) throws(CalendarError) {
        self.plan = plan
        self.attempt = attempt
        restriction = plan.restriction(on: attempt.channel).applying(to: attempt.brand)
        planZone = try plan.state.zone()
        zone = if let site { try LocalZone(site.timeZone) } else { planZone }
        counted = history.filter {
            $0.channel == attempt.channel && !$0.refused && (attempt.channel != .phone || $0.smartCentre)
        }.map(\.occurredAt)
        let hasWindows = restriction.terms.contains { if case .days = $0 { true } else { false } }
        windows = hasWindows ? DayWindows(of: restriction.terms) : nil
    }

    /// What the attempt would be at `instant`, which lies in the plan's span. The first broken term decides, in the
    /// order level, sites, days, only, appointment, number, address, limit; a missing fact only when none is broken.
    /// The reason names too what else is broken and no waiting mends: a wrong day alone reads as "come another day".
    func result(at instant: Instant) -> Result {
        if let variation = variation(at: instant) { return .inLine(.variation(variation)) }
        switch restriction.level {
        case .available: return .inLine(.available)
        case .full:
            if attempt.channel == .phone, attempt.toOmc, !restriction.includesOmc { return .inLine(.officerLeftOpen) }
            return .broken(.level, because: fullInWords)
        case .partial:
            guard !restriction.terms.isEmpty else {
                let words = restriction.words(on: attempt.channel)
                return .ask(.level, because: "The arrangement is in words only: \(words)".asSentence)
            }
            var asked: Result?
            for (place, test) in tests.enumerated() {
                switch test.result(instant) {
                case .broken(let term, let because):
                    let others = tests[(place + 1)...].filter { !$0.canPass }.compactMap { $0.result(instant).breach }
                    return .broken(term, because: ([because] + others).joined(separator: " "))
                case .ask(let term, let because): asked = asked ?? .ask(term, because: because)
                case .inLine: break
                }
            }
            return asked ?? .inLine(.everyTermKept)
        }
    }

    /// The terms in the order in which they decide, and whether waiting can mend what is broken: hours pass and counts
    /// begin anew, but a site stays a site.
    private var tests: [(result: (Instant) -> Result, canPass: Bool)] {
        [
            (sites, false), (days, true), (only, false), (appointment, true), (number, false), (address, false),
            (limit, true),
        ]
    }

    /// Whether no waiting mends what is broken at `instant`; a variation may.
    func isLasting(at instant: Instant) -> Bool {
        guard result(at: instant).isBroken else { return false }
        return restriction.level == .full || tests.contains { !$0.canPass && $0.result(instant).isBroken }
    }

    /// The variation that covers the attempt at `instant` (R11): its channel, its site if it names one, its span.
    func variation(at instant: Instant) -> Variation? {
        variations.first { $0.from <= instant && instant < $0.to }
    }

    /// The variations that could cover the attempt at some time.
    var variations: [Variation] {
        plan.variations.filter { variation in
            guard variation.channel == attempt.channel else { return false }
            guard let site = variation.site else { return true }
            return attempt.site.map { Site.sameName($0, site) } ?? false
        }
    }

    private var fullInWords: String {
        switch attempt.channel {
        case .faceToFace: "Full face-to-face restriction: the customer may attend no site."
        case .phone where attempt.toOmc: "Full phone restriction, the OMC's number included."
        case .phone where restriction.includesOmc:
            "Full phone restriction: no number, the OMC's or PSSO's included."
        case .phone:
            "Full phone restriction: no general number. The customer may call the OMC or PSSO: Triage line "
                + "\(PlanWarning.triageLine), option \(plan.management.triageOption)."
        case .writing: "Full writing restriction: no written or digital channel."
        }
    }

    private func sites(at instant: Instant) -> Result {
        for term in restriction.terms {
            switch term {
            case .sites(let allowed):
                let named = RestrictionTerm.list(allowed, "or")
                guard let site = attempt.site else {
                    return .ask(.sites, because: "Allowed only at \(named): which site is this?")
                }
                guard allowed.contains(where: { Site.sameName($0, site) }) else {
                    return .broken(.sites, because: "Allowed only at \(named); this is \(site).")
                }
            case .refusedSites(let refused):
                let named = RestrictionTerm.list(refused, "or")
                guard let site = attempt.site else {
                    return .ask(.sites, because: "Not allowed at \(named): which site is this?")
                }
                guard !refused.contains(where: { Site.sameName($0, site) }) else {
                    return .broken(.sites, because: "Not allowed at \(named).")
                }
            default: break
            }
        }
        return .inLine(.everyTermKept)
    }

    private func days(at instant: Instant) -> Result {
        guard let windows else { return .inLine(.everyTermKept) }
        let (day, time, _) = zone.clock(at: instant)
        if windows.include(day.weekday, time) { return .inLine(.everyTermKept) }
        return .broken(.days, because: "Allowed \(windows.inWords); it is \(day.weekday.name) \(time.inWords).")
    }

    private func only(at instant: Instant) -> Result {
        for case .only(let officer) in restriction.terms where !attempt.toOmc {
            return .broken(.only, because: "Contact goes through the \(officer.name) only.")
        }
        return .inLine(.everyTermKept)
    }

    private func appointment(at instant: Instant) -> Result {
        guard restriction.terms.contains(.appointment) else { return .inLine(.everyTermKept) }
        let near = plan.appointments.filter { Self.window(of: $0).contains(instant) }
        if attempt.channel != .faceToFace, !near.isEmpty { return .inLine(.everyTermKept) }
        if attempt.site == nil, !near.isEmpty {
            let named = RestrictionTerm.list(near.map(\.site), "or")
            return .ask(.appointment, because: "There is an appointment at \(named): which site is this?")
        }
        guard near.contains(where: isHere) else {
            return .broken(.appointment, because: noAppointment(at: instant))
        }
        return .inLine(.everyTermKept)
    }

    /// Whether the appointment is at the site of the attempt, or that is not known.
    private func isHere(_ appointment: Appointment) -> Bool {
        attempt.site.map { Site.sameName(appointment.site, $0) } ?? true
    }

    /// Why there is none here now, with the one to come: whoever is early, or at another site, must be told of it.
    private func noAppointment(at instant: Instant) -> String {
        let today = zone.day(at: instant)
        let coming = plan.appointments
            .filter { instant <= Self.window(of: $0).upperBound && planZone.day(at: $0.at) <= plan.end }
            .sorted { $0.at < $1.at }
        let hereToday = coming.first { isHere($0) && zone.day(at: $0.at) == today }
        guard let next = hereToday ?? coming.first else {
            return "By appointment through the OMC only; there is none now."
        }
        let named = "\(zone.words(next.at, from: instant)) at \(next.site)"
        guard zone.day(at: next.at) == today else {
            return "By appointment through the OMC only; the next is \(named)."
        }
        if let site = attempt.site, !isHere(next) { return "The appointment is at \(named), not at \(site)." }
        let from = Self.window(of: next).lowerBound
        let served = result(at: from).isBroken ? "" : "; from \(zone.words(from, from: instant))"
        return "The appointment is at \(named)\(served)."
    }

    /// From 30 minutes before to 30 minutes after an appointment, both included.
    static func window(of appointment: Appointment) -> ClosedRange<Instant> {
        (appointment.at - 1800)...(appointment.at + 1800)
    }

    /// The terms in words, an appointment with the time and place of the one that keeps it.
    func termsInWords(at instant: Instant) -> [String] {
        restriction.termsInWords { term in
            let words = term.inWords(on: attempt.channel)
            switch term {
            case .appointment:
                let kept = plan.appointments.filter { Self.window(of: $0).contains(instant) && isHere($0) }
                let named = kept.map { "\(zone.words($0.at, from: instant)) at \($0.site)" }
                return named.isEmpty ? words : "\(words), \(RestrictionTerm.list(named))"
            case .limit where attempt.channel == .phone && attempt.toOmc:
                return "calls to the OMC or PSSO are not counted"
            default: return words
            }
        }
    }

    /// What the attempt is taken not to be, where it would not be in line if it were: nothing tells it apart until
    /// somebody looks.
    var exception: String? {
        !attempt.upload && restriction.terms.contains(.noUpload) ? "it is an upload" : nil
    }

    private func number(at instant: Instant) -> Result {
        var asked: Result?
        for case .number(let allowed) in restriction.terms {
            guard let number = attempt.number else {
                return .ask(.number, because: "Allowed only on \(allowed): which number is it?")
            }
            guard let digits = RestrictionTerm.digits(of: allowed) else {
                asked = .ask(.number, because: "Allowed only on \(allowed): is \(number) that number?")
                continue
            }
            guard SearchText.phoneDigits(number) == digits else {
                return .broken(.number, because: "Allowed only on \(allowed); this is \(number).")
            }
        }
        return asked ?? .inLine(.everyTermKept)
    }

    private func address(at instant: Instant) -> Result {
        // Uploading goes to no agreed address: of the reasons that a judgement can name, this is the one.
        if attempt.upload, restriction.terms.contains(.noUpload) {
            return .broken(.address, because: "Documents may not be uploaded.")
        }
        var asked: Result?
        for case .address(let allowed) in restriction.terms {
            guard !attempt.upload else {
                return .broken(.address, because: "Allowed only to \(allowed); an upload does not go there.")
            }
            guard let address = attempt.address else {
                return .ask(.address, because: "Allowed only to \(allowed): where did it come in?")
            }
            guard let words = RestrictionTerm.addressWords(of: allowed) else {
                asked = .ask(.address, because: "Allowed only to \(allowed): is \(address) that address?")
                continue
            }
            guard SearchText.address(address) == words else {
                return .broken(.address, because: "Allowed only to \(allowed); this went to \(address).")
            }
        }
        return asked ?? .inLine(.everyTermKept)
    }

    private func limit(at instant: Instant) -> Result {
        guard let remaining = remaining(at: instant), remaining.left == 0 else { return .inLine(.everyTermKept) }
        let what = attempt.channel == .phone ? "Smart Centre calls" : "contacts"
        let since = remaining.per == .day ? "today" : "this week, from Monday"
        return .broken(
            .limit,
            because: "\(remaining.used) of \(remaining.limit) \(what) a \(remaining.per.rawValue) used \(since).")
    }

    /// What is left of the count that is nearest its end; nil without a limit. A limit on phone counts Smart Centre
    /// calls, so it says nothing of a call to the OMC (R4).
    func remaining(at instant: Instant) -> Judgement.Remaining? {
        guard restriction.level == .partial, attempt.channel != .phone || !attempt.toOmc else { return nil }
        let today = planZone.day(at: instant)
        var least: Judgement.Remaining?
        for case .limit(let limit, let period) in restriction.terms {
            let start = planZone.instant(of: period == .day ? today : today.monday, at: .midnight)
            let used = counted.count { start <= $0 && $0 < instant }
            let remaining = Judgement.Remaining(limit: limit, used: used, per: period)
            if remaining.left < least?.left ?? .max { least = remaining }
        }
        return least
    }

    /// The instants on `day`, in the zone of the judgement, at which a broken term may come to be kept or a kept one
    /// be broken.
    func turningPoints(on day: CalendarDay) -> [Instant] {
        let points = zone.instants(of: day, at: .midnight) + planZone.instants(of: day, at: .midnight)
        return points + (windows?.bounds(on: day.weekday) ?? []).flatMap { zone.instants(of: day, at: $0) }
    }
}
