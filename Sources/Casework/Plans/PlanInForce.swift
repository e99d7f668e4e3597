extension Plan {
    /// What an approved plan's dates say of it on `day`: it is over or to come; nothing while its days run, nor of any other
    /// plan.
    public func tense(on day: CalendarDay) -> String {
        guard status == .active else { return "" }
        return end < day ? ", over" : start > day ? ", to come" : ""
    }

    /// From 00:00 on the start to 24:00 on the end, exclusive, in the plan's state (P6).
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func span() throws(CalendarError) -> Range<Instant> {
        let zone = try state.zone()
        let first = zone.instant(of: start, at: .midnight)
        return first..<max(first, zone.instant(of: end, at: .endOfDay))
    }

    /// Whether the plan is approved and `instant` lies in its span. A provider's plan can be in force too.
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func isInForce(at instant: Instant) throws(CalendarError) -> Bool {
        guard status == .active else { return false }
        return try span().contains(instant)
    }

    /// Days from `instant` to the end, the last day being 0; never negative.
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func daysLeft(at instant: Instant) throws(CalendarError) -> Int {
        max(0, try state.zone().day(at: instant).distance(to: end))
    }

    /// How long the plan lasts, as the incident system classifies it (P2). A Medicare provider's plan may be as short as a
    /// provisional one, and is none (P4).
    public var term: PlanTerm {
        let businessDays = BusinessCalendar.businessDays(from: start, to: end)
        if businessDays <= 10, !isOfMedicareProvider { return .provisional }
        let (year, month, day) = start.parts
        let length = CalendarDay.length(of: month, in: year + 1)
        let anniversary = CalendarDay(year: year + 1, month: month, day: min(day, length)) ?? end
        return end < anniversary ? .longTerm : .overTwelveMonths
    }

    /// Whether it is for Medicare as a provider deals with it, and no other brand (P4).
    public var isOfMedicareProvider: Bool { !brands.isEmpty && brands.allSatisfy { $0 == .medicareProvider } }
}

/// The classes of length (P2, P3).
public enum PlanTerm: String, Codable, Sendable, Hashable {
    /// 1 to 10 business days.
    case provisional
    /// 11 business days to 12 months; of a Medicare provider from 6 (P4).
    case longTerm
    /// Only for a court order or an incarceration (P3).
    case overTwelveMonths

    public var name: String {
        switch self {
        case .provisional: "provisional"
        case .longTerm: "long-term"
        case .overTwelveMonths: "over 12 months"
        }
    }
}

extension Collection<Plan> {
    /// The agency's plan in force at `instant`, of which there is at most one (P7). A provider's plan never counts.
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func inForce(at instant: Instant) throws(CalendarError) -> Plan? {
        for plan in self where !plan.provider {
            if try plan.isInForce(at: instant) { return plan }
        }
        return nil
    }

    /// When an agency plan next begins or ends after `instant`; nil when none does.
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func nextChange(after instant: Instant) throws(CalendarError) -> Instant? {
        var changes: [Instant] = []
        for plan in self where !plan.provider && plan.status == .active {
            let span = try plan.span()
            changes += [span.lowerBound, span.upperBound].filter { $0 > instant }
        }
        return changes.min()
    }

    /// The provider's plan in force at `instant`, if any (R12).
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    public func providerInForce(at instant: Instant) throws(CalendarError) -> Plan? {
        for plan in self where plan.provider {
            if try plan.isInForce(at: instant) { return plan }
        }
        return nil
    }
}
