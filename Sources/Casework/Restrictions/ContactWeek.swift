/// When a contact of one channel is in line through a week, half hour by half hour.
public struct ContactWeek: Sendable, Hashable {
    public struct Day: Sendable, Hashable {
        public let day: CalendarDay
        /// The public holiday that falls on it.
        public let holiday: String?
        /// Whether every site is closed for it, as they are face to face.
        public let isClosedForHoliday: Bool
        /// Whether it is known if one does: past the days that are held a day may be one.
        public let isHolidayKnown: Bool
        /// From midnight, ``ContactWeek/slotMinutes`` apart.
        public let slots: [Slot]
        /// The whole day, in stretches in which the answer stays the same, to the minute.
        public let stretches: [Stretch]
        /// The contacts that were made or refused in this channel.
        public let contacts: [Made]
        /// Why somebody has to be asked, each reason once.
        public let questions: [String]
    }

    public enum Slot: Sendable, Hashable {
        case inLine, notInLine
        /// In line for a part of the half hour: the stretches say which.
        case partly
        /// A fact is missing that a term needs.
        case ask
        /// In line, but the site, or on a public holiday every site, receives nobody (R5).
        case closed
        /// No plan is in force then, so nothing restricts it.
        case noPlan

        /// Whether a contact could be made.
        public var isOpen: Bool { self == .inLine || self == .noPlan }
    }

    /// `from` inclusive, `to` exclusive, by the clock of the week.
    public struct Stretch: Sendable, Hashable {
        public let from: TimeOfDay
        public let to: TimeOfDay
        public let slot: Slot
    }

    /// A contact of the past.
    public struct Made: Sendable, Hashable {
        public let time: TimeOfDay
        public let refused: Bool
        /// Whether it is one of those that a limit counts.
        public let counts: Bool
    }

    public static let slotMinutes = 30

    public let channel: Channel
    /// Monday to Sunday.
    public let days: [Day]
    /// The plans that are in force in a part of it at least, the earliest first.
    public let plans: [Plan]
    /// What is used of the count now; in another week, at its end, where the limit is one for a week.
    public let remaining: Judgement.Remaining?
    /// By which it is drawn.
    public let clock: WallClock
    /// The site that it was judged for, where one is known.
    public let site: String?

    public var zone: LocalZone { clock.zone }
}

extension Collection<Plan> {
    /// A week of `attempt`, judged as ``judge(_:history:site:calendar:)`` judges.
    ///
    /// - Parameters:
    ///   - monday: the week's first day; that of the attempt when nil.
    ///   - history: the customer's contacts of that week too.
    /// - Throws: ``CalendarError/unknownZone(_:)``. A day whose holidays are not known counts as a working day, and says
    ///   so.
    public func week(
        of attempt: ContactAttempt, from monday: CalendarDay? = nil, history: [Contact], site: Site?,
        calendar: BusinessCalendar
    ) throws(CalendarError) -> ContactWeek {
        let now = try judge(attempt, history: history, site: site, calendar: calendar)
        let zone = now.zone
        var tests: [(span: Range<Instant>, test: PlanTest)] = []
        for plan in self where !plan.provider && plan.status == .active {
            tests.append(
                (try plan.span(), try PlanTest(plan: plan, attempt: attempt, history: history, site: site)))
        }
        let thisMonday = zone.day(at: attempt.at).monday
        let monday = monday?.monday ?? thisMonday
        let midweek = zone.instant(of: monday.advanced(by: 3), at: .midnight)
        var state = site?.state
        for instant in [midweek, attempt.at] where state == nil { state = try inForce(at: instant)?.state }
        let hours = if let site { try OpeningHours(of: site, calendar: calendar) } else { OpeningHours?.none }
        let judge = DayJudge(tests: tests, hours: hours, zone: zone, channel: attempt.channel, history: history)
        let days = (monday..<monday.advanced(by: 7)).map { day in
            judge.day(day, state.map { calendar.holidayIfKnown(on: day, in: $0) } ?? .none)
        }
        let span = zone.instant(of: monday, at: .midnight)..<zone.instant(of: monday.advanced(by: 7), at: .midnight)
        var remaining = now.remaining
        if monday != thisMonday {
            let last = zone.instant(of: monday.advanced(by: 7), at: .midnight) - 1
            remaining = tests.first { $0.span.contains(last) }?.test.remaining(at: last)
            if remaining?.per != .week { remaining = nil }
        }
        return ContactWeek(
            channel: attempt.channel, days: days,
            plans: tests.filter { $0.span.overlaps(span) }.sorted { $0.span.lowerBound < $1.span.lowerBound }.map(
                \.test.plan),
            remaining: remaining, clock: now.clock, site: attempt.site)
    }
}

/// Judges each half hour of a day, and every moment between at which the answer may change.
private struct DayJudge {
    let tests: [(span: Range<Instant>, test: PlanTest)]
    let hours: OpeningHours?
    let zone: LocalZone
    let channel: Channel
    let history: [Contact]

    func day(_ day: CalendarDay, _ holiday: HolidayIfKnown) -> ContactWeek.Day {
        let isClosed = holiday.name != nil && channel == .faceToFace
        var questions: [String] = []
        let answers = points(of: day).map { point in
            let (slot, question) = slot(at: point.instant, isHoliday: isClosed)
            if let question, !questions.contains(question) { questions.append(question) }
            return (minute: point.minute, slot: slot)
        }
        let slots = stride(from: 0, to: 1440, by: ContactWeek.slotMinutes).map { start -> ContactWeek.Slot in
            let own = answers.filter { (start..<start + ContactWeek.slotMinutes).contains($0.minute) }.map(\.slot)
            guard let first = own.first else { return .notInLine }
            if own.allSatisfy({ $0 == first }) { return first }
            return own.contains(where: \.isOpen) ? .partly : first
        }
        var stretches: [ContactWeek.Stretch] = []
        var begin = 0
        for (index, answer) in answers.enumerated() {
            let next = index + 1 < answers.count ? answers[index + 1] : nil
            guard next?.slot != answer.slot else { continue }
            let end = next?.minute ?? 1440
            if let from = TimeOfDay(minutes: begin), let to = TimeOfDay(minutes: end), from < to {
                stretches.append(ContactWeek.Stretch(from: from, to: to, slot: answer.slot))
            }
            begin = end
        }
        let made = history.filter { $0.channel == channel && zone.day(at: $0.occurredAt) == day }.map { contact in
            ContactWeek.Made(
                time: zone.clock(at: contact.occurredAt).time, refused: contact.refused,
                counts: !contact.refused && (channel != .phone || contact.smartCentre))
        }
        return ContactWeek.Day(
            day: day, holiday: holiday.name, isClosedForHoliday: isClosed, isHolidayKnown: holiday != .unknown,
            slots: slots, stretches: stretches,
            contacts: made.sorted { $0.time < $1.time }, questions: questions)
    }

    /// - Returns: with the reason where somebody has to be asked.
    private func slot(at instant: Instant, isHoliday: Bool) -> (ContactWeek.Slot, question: String?) {
        let receives = !isHoliday && (hours?.isWithinHours(instant) ?? true)
        guard let test = tests.first(where: { $0.span.contains(instant) })?.test else {
            return (receives ? .noPlan : .closed, nil)
        }
        return switch test.result(at: instant) {
        case .broken: (.notInLine, nil)
        case .ask(_, let because): (.ask, because)
        case .inLine: (receives ? .inLine : .closed, nil)
        }
    }

    /// The half hours, by what the clock shows, and what lies between them: the ends of windows, variations,
    /// appointments, opening hours, plans, and each contact that a limit counts.
    private func points(of day: CalendarDay) -> [(minute: Int, instant: Instant)] {
        var points = stride(from: 0, to: 1440, by: ContactWeek.slotMinutes).map { minute in
            (minute: minute, instant: zone.instant(of: day, at: TimeOfDay(minutes: minute) ?? .midnight))
        }
        var between: [Instant] = []
        for (span, test) in tests {
            between += [span.lowerBound, span.upperBound] + test.turningPoints(on: day)
            between += test.variations.flatMap { [$0.from, $0.to] }
            between += test.plan.appointments.map(PlanTest.window).flatMap { [$0.lowerBound, $0.upperBound + 1] }
            between += test.counted.map { $0 + 1 }
        }
        if let hours {
            between += [hours.site.opens, hours.site.closes].flatMap { hours.zone.instants(of: day, at: $0) }
        }
        points += between.filter { zone.day(at: $0) == day }.map {
            (minute: zone.clock(at: $0).time.minutes, instant: $0)
        }
        points.sort { ($0.minute, $0.instant) < ($1.minute, $1.instant) }
        // What ends with a minute still holds in its first second: nobody can come then.
        return points.indices.filter { place in
            let next = place + 1
            return next == points.count || points[next].minute != points[place].minute
                || points[next].instant.seconds - points[place].instant.seconds >= 60
        }.map { points[$0] }
    }
}

/// What is known of a day, for pictures, which ask about many days.
enum HolidayIfKnown: Equatable {
    case holiday(String)
    case none
    case unknown

    var name: String? { if case .holiday(let name) = self { name } else { nil } }
}

extension BusinessCalendar {
    func holidayIfKnown(on day: CalendarDay, in state: AustralianState) -> HolidayIfKnown {
        do { return try holiday(on: day, in: state).map { .holiday($0.name) } ?? .none } catch { return .unknown }
    }
}
