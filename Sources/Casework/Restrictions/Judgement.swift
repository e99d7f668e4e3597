/// Whether a contact keeps the plan.
public enum Verdict: String, CaseIterable, Codable, Sendable, Hashable {
    case inLine = "in-line"
    case notInLine = "not-in-line"
    /// A fact is missing that a term needs, and nothing else is broken: ask the person.
    case ask
}

/// What decided a judgement.
public enum DecidingTerm: String, CaseIterable, Codable, Sendable, Hashable {
    case level, sites, days, only, appointment, limit, variation, number, address, none
}

/// The answer to "may this contact go on?", with its reason (R5).
public struct Judgement: Sendable, Hashable {
    public var verdict: Verdict
    public var level: RestrictionLevel
    public var decidedBy: DecidingTerm
    /// One or two sentences for the person at the counter.
    public var because: String
    /// What is left of a count, where the restriction has one.
    public var remaining: Remaining?
    /// Whether the site is open; nil when the site, or its holidays, are not known.
    public var open: Bool?
    /// When a closed site opens next; nil when it is open or not known.
    public var opens: Instant?
    /// The next instant at which the contact would be in line: the one asked about when it already is and the site
    /// does not stand in the way; nil when nothing in the plan's span is.
    public var next: Instant?
    /// Until when an in-line contact stays so, exclusive, where a window, variation or appointment ends.
    public var until: Instant?
    /// What the contact was taken not to be, such as `it is an upload`: if it is, it is not in line.
    public var exception: String?
    /// Whether it is not in line and no waiting mends that, so that nothing of a count is of use; a variation may.
    public var isLasting = false
    /// What could not be known, in words: an unknown site, holidays not yet proclaimed.
    public var warnings: [String]
    /// The brands for which it would be another, where the attempt names none (R2).
    public var brandsApart: [BrandApart] = []
    /// Whose clock it was judged by: the known site's, else the plan's state's (R5).
    public var zone: LocalZone
    /// Where the clock of ``zone`` hangs: the site, or the plan's state.
    public var place = ""
    /// The clock of whoever reads it; nil where nobody does, and times are said by ``zone`` alone.
    public var reader: WallClock?

    public struct Remaining: Sendable, Hashable, Codable {
        public var limit: Int
        /// Earlier contacts in the period, this one not among them.
        public var used: Int
        public var per: LimitPeriod

        public init(limit: Int, used: Int, per: LimitPeriod) {
            self.limit = limit
            self.used = used
            self.per = per
        }

        /// Contacts still to come in the period, this one among them.
        public var left: Int { max(0, limit - used) }
    }

    public init(
        verdict: Verdict, level: RestrictionLevel, decidedBy: DecidingTerm, because: String,
        remaining: Remaining? = nil, open: Bool? = nil, opens: Instant? = nil, next: Instant? = nil,
        until: Instant? = nil, warnings: [String] = [], zone: LocalZone
    ) {
        self.verdict = verdict
        self.level = level
        self.decidedBy = decidedBy
        self.because = because
        self.remaining = remaining
        self.open = open
        self.opens = opens
        self.next = next
        self.until = until
        self.warnings = warnings
        self.zone = zone
    }
}

extension Judgement {
    /// The clock by which it was judged.
    public var clock: WallClock { WallClock(zone, at: place) }

    /// A time in words by ``clock``, and by the reader's where that shows another.
    public func words(_ instant: Instant, from reference: Instant) -> String {
        clock.words(instant, from: reference, to: reader)
    }

    /// A time for a note, which is read long after; see ``words(_:from:)``.
    public func stamp(_ instant: Instant) -> String { clock.stamp(instant, to: reader) }

    /// Says its times by the reader's clock too; where they decide, the reason says how the two clocks differ.
    mutating func tell(_ reader: WallClock, at instant: Instant) {
        self.reader = reader
        let turnsOnTime =
            until != nil || (next != nil && next != instant)
            || [.days, .appointment, .limit, .variation].contains(decidedBy)
        guard turnsOnTime, let difference = clock.difference(to: reader, at: instant) else { return }
        because += " \(difference)"
    }

    /// What to do now, in one line: the first thing that a person at the counter reads.
    ///
    /// `instant` is when it was judged; times are by ``clock``, and by the reader's.
    public func headline(at instant: Instant) -> String {
        let later = next.map { "; next \(words($0, from: instant))" } ?? ""
        switch verdict {
        case .ask: return "Ask first: \(because)"
        case .inLine:
            let end = until.map { " until \(words($0, from: instant))" } ?? ""
            if open == false {
                return
                    "In line\(end), but the site is closed\(opens.map { " until \(words($0, from: instant))" } ?? "")"
            }
            return "In line\(end)\(exception.map { ", unless \($0)" } ?? "")"
        case .notInLine where level == .full: return "Full restriction: do not serve\(later)"
        // Whoever is not served here is served by the officer named.
        case .notInLine where decidedBy == .only: return "Not in line here: \(because.lowercasedFirst)"
        case .notInLine: return "Not in line: do not serve\(later)"
        }
    }

    /// The headline where there may be no room for all of it: what to do now, then in which channel.
    public func shortHeadline(of attempt: ContactAttempt) -> String {
        let (channel, instant) = (attempt.name.lowercasedFirst, attempt.at)
        let later = next.map { "; next \(words($0, from: instant))" } ?? ""
        switch verdict {
        case .ask: return "ASK FIRST, \(channel): \(because.lowercasedFirst)"
        case .inLine: return "\(headline(at: instant)), \(channel)"
        case .notInLine where decidedBy == .only: return "DO NOT SERVE HERE, \(channel): \(because.lowercasedFirst)"
        case .notInLine: return "DO NOT SERVE, \(channel)\(later)"
        }
    }

    /// The reason, to stand below the headline; nil where that says it already.
    public var reasonBelowHeadline: String? {
        verdict == .ask || (verdict == .notInLine && level != .full && decidedBy == .only) ? nil : because
    }
}
