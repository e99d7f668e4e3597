/// How long something may take, as a procedure states it: `5 business days`, `28 days before end`, `at once`.
public struct TimeLimit: Sendable, Hashable {
    public enum Unit: String, CaseIterable, Sendable, Hashable {
        case businessDays = "business days"
        case businessHours = "business hours"
        case days, hours, weeks, months
    }

    /// What it is counted from.
    public enum Anchor: Sendable, Hashable {
        /// When the step was reached.
        case now
        /// The first and the last day of the plan in force.
        case start, end
        case incident
        /// The day that a node of the procedure got as its answer.
        case answer(String)
    }

    /// 0 for what is due at once; negative before the anchor.
    public let count: Int
    public let unit: Unit
    public let anchor: Anchor

    public static let atOnce = TimeLimit(0, .hours)

    /// More of any unit is no limit that anybody keeps, and days that no calendar has.
    private static let most = 9_999

    private init(_ count: Int, _ unit: Unit, from anchor: Anchor = .now) {
        self.count = count
        self.unit = unit
        self.anchor = anchor
    }

    /// Reads `N UNIT [before|after ANCHOR]`, the unit in either number, and `at once`; `N` from 1 to 9,999.
    public init?(_ text: String) {
        var words = text.split(separator: " ").map(String.init)
        if words == ["at", "once"] {
            self = .atOnce
            return
        }
        var (sign, anchor) = (1, Anchor.now)
        if words.count > 3 || (words.count == 4 && words[1] != "business") || words.contains("before") {
            if words.count >= 4, let side = ["before": -1, "after": 1][words[words.count - 2]] {
                guard let named = Anchor(words[words.count - 1]) else { return nil }
                (sign, anchor) = (side, named)
                words.removeLast(2)
            }
        }
        guard words.count >= 2, words[0].allSatisfy(\.isNumber), let count = Int(words[0]),
            (1...Self.most).contains(count),
            let unit = Unit.allCases.first(where: {
                let name = words.dropFirst().joined(separator: " ")
                return $0.rawValue == name || $0.rawValue == name + "s"
            })
        else { return nil }
        self.init(sign * count, unit, from: anchor)
    }

    /// As it was written: `5 business days before end`.
    public var words: String {
        guard count != 0 else { return "at once" }
        let size = count.magnitude
        let unit = size == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue
        let side = count < 0 ? "before" : "after"
        switch anchor {
        case .now: return count < 0 ? "\(size) \(unit) before now" : "\(size) \(unit)"
        case .start: return "\(size) \(unit) \(side) the plan's start"
        case .end: return "\(size) \(unit) \(side) the plan's end"
        case .incident: return "\(size) \(unit) \(side) the incident"
        case .answer: return "\(size) \(unit) \(side) the day given"
        }
    }
}

extension TimeLimit.Anchor {
    fileprivate init?(_ word: String) {
        switch word {
        case "now": self = .now
        case "start": self = .start
        case "end": self = .end
        case "incident": self = .incident
        default:
            guard word.hasPrefix("answer:"), word.count > 7 else { return nil }
            self = .answer(String(word.dropFirst(7)))
        }
    }
}

/// When something is due.
public enum DueTime: Sendable, Hashable {
    case atOnce
    /// Any time of that day.
    case day(CalendarDay)
    case instant(Instant)
    /// Why it cannot be said.
    case unknown(String)

    /// As `by Thursday 5 March` or `by 14:30`, seen from `now`.
    public func words(in zone: LocalZone, from now: Instant) -> String {
        switch self {
        case .atOnce: "at once"
        case .day(let day):
            day == zone.day(at: now)
                ? "today"
                : "by \(day.year == zone.day(at: now).year ? "\(day.weekday.name) \(day.shortWords)" : day.inWords)"
        case .instant(let instant): "by \(zone.words(instant, from: now))"
        case .unknown(let why): "day not known: \(why)"
        }
    }

    /// Whether its time has come at `now`; unknown has not.
    public func hasCome(at now: Instant, in zone: LocalZone) -> Bool {
        switch self {
        case .atOnce: true
        case .day(let day): zone.day(at: now) >= day
        case .instant(let instant): now >= instant
        case .unknown: false
        }
    }
}

/// What time limits are counted from, and by which calendar.
public struct Schedule: Sendable {
    public var calendar: BusinessCalendar
    public var state: AustralianState
    public var zone: LocalZone
    /// The first day of the agency plan in force or, where none is, of the last that was; nil without one.
    public var planStart: CalendarDay?
    /// The last day of the same plan, inclusive.
    public var planEnd: CalendarDay?
    /// When the last incident happened that was submitted; nil without one.
    public var incident: Instant?

    public init(
        calendar: BusinessCalendar, state: AustralianState, zone: LocalZone, planStart: CalendarDay? = nil,
        planEnd: CalendarDay? = nil, incident: Instant? = nil
    ) {
        self.calendar = calendar
        self.state = state
        self.zone = zone
        self.planStart = planStart
        self.planEnd = planEnd
        self.incident = incident
    }

    /// The hours that business hours are counted in: those of the Triage line, 8:30 to 16:30 (section 1).
    static let (opens, closes) = (8 * 60 + 30, 16 * 60 + 30)

    /// When `limit` is over. Business days leave out weekends and the state's public holidays; a limit in days or more
    /// runs to the end of its day, one in hours to the minute. Hours from a day count from its beginning.
    ///
    /// - Parameter reached: when the step was reached, which `now` means.
    /// - Parameter answer: the day that a node got.
    public func due(_ limit: TimeLimit, reached: Instant, answer: (String) -> CalendarDay? = { _ in nil }) -> DueTime {
        guard limit.count != 0 else { return .atOnce }
        let from: Instant
        switch limit.anchor {
        case .now: from = reached
        case .start:
            guard let planStart else { return .unknown("no plan is in force") }
            from = zone.instant(of: planStart, at: .midnight)
        case .end:
            guard let planEnd else { return .unknown("no plan is in force") }
            from = zone.instant(of: planEnd, at: .midnight)
        case .incident:
            guard let incident else { return .unknown("the incident is not known") }
            from = incident
        case .answer(let node):
            guard let day = answer(node) else { return .unknown("its day was not given") }
            from = zone.instant(of: day, at: .midnight)
        }
        let day = zone.day(at: from)
        do throws(CalendarError) {
            switch limit.unit {
            case .hours: return .instant(from + limit.count * 3600)
            case .days: return .day(day.advanced(by: limit.count))
            case .weeks: return .day(day.advanced(by: limit.count * 7))
            case .months: return .day(day.advanced(byMonths: limit.count))
            case .businessDays: return .day(try calendar.businessDay(limit.count, after: day, in: state))
            case .businessHours: return .instant(try businessHours(limit.count, from: from))
            }
        } catch {
            return .unknown(error.message)
        }
    }

    private func businessHours(_ count: Int, from start: Instant) throws(CalendarError) -> Instant {
        var left = abs(count) * 60
        let step = count.signum()
        let (first, time, _) = zone.clock(at: start)
        var day = first
        var minute = time.minutes
        while true {
            if try calendar.isWorkingDay(day, in: state) {
                let room = step > 0 ? Self.closes - max(minute, Self.opens) : min(minute, Self.closes) - Self.opens
                if left <= room {
                    let end = step > 0 ? max(minute, Self.opens) + left : min(minute, Self.closes) - left
                    return zone.instant(of: day, at: TimeOfDay(minutes: end) ?? .midnight)
                }
                left -= max(0, room)
            }
            day = day.advanced(by: step)
            minute = step > 0 ? 0 : 1440
        }
    }
}

extension CalendarDay {
    /// The same day of another month, or its last day where that month is shorter.
    public func advanced(byMonths count: Int) -> CalendarDay {
        let (year, month, day) = parts
        let months = year * 12 + month - 1 + count
        let (newYear, newMonth) = (months / 12, months % 12 + 1)
        return CalendarDay(
            year: newYear, month: newMonth, day: min(day, Self.length(of: newMonth, in: newYear))) ?? self
    }
}
