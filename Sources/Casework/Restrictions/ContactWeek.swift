/// When a contact of one channel is in line through a week, half hour by half hour.
public struct ContactWeek: Sendable, Hashable {
    public struct Day: Sendable, Hashable {
        public let day: CalendarDay
        /// The public holiday that falls on it, face to face.
        public let holiday: String?
        /// From midnight, ``ContactWeek/slotMinutes`` apart; each is judged by its beginning.
        public let slots: [Slot]
    }

    public enum Slot: Sendable, Hashable {
        case inLine, notInLine
        /// A fact is missing that a term needs.
        case ask
        /// In line, but the site, or on a public holiday every site, receives nobody (R5).
        case closed
        /// No plan is in force then, so nothing restricts it.
        case noPlan
    }

    public static let slotMinutes = 30

    public let channel: Channel
    /// Monday to Sunday.
    public let days: [Day]
    /// What is used of the count now.
    public let remaining: Judgement.Remaining?
    /// Whose clock it is.
    public let zone: LocalZone
}

extension Collection<Plan> {
    /// The week of `attempt`, from Monday, judged as ``judge(_:history:site:calendar:)`` judges now.
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``. A day whose holidays are not known counts as a working day.
    public func week(
        of attempt: ContactAttempt, history: [Contact], site: Site?, calendar: BusinessCalendar
    ) throws(CalendarError) -> ContactWeek {
        let now = try judge(attempt, history: history, site: site, calendar: calendar)
        var tests: [(span: Range<Instant>, test: PlanTest)] = []
        for plan in self where !plan.provider && plan.status == .active {
            tests.append(
                (try plan.span(), try PlanTest(plan: plan, attempt: attempt, history: history, site: site)))
        }
        let hours = if let site { try OpeningHours(of: site, calendar: calendar) } else { OpeningHours?.none }
        let plan = try inForce(at: attempt.at)
        let state = site?.state ?? plan?.state
        let monday = now.zone.day(at: attempt.at).monday
        var days: [ContactWeek.Day] = []
        for day in monday..<monday.advanced(by: 7) {
            let holiday =
                attempt.channel == .faceToFace ? state.flatMap { calendar.knownHoliday(on: day, in: $0) } : nil
            let slots = stride(from: 0, to: 1440, by: ContactWeek.slotMinutes).map { minutes -> ContactWeek.Slot in
                let instant = now.zone.instant(of: day, at: TimeOfDay(minutes: minutes) ?? .midnight)
                guard let test = tests.first(where: { $0.span.contains(instant) })?.test else { return .noPlan }
                switch test.result(at: instant) {
                case .broken: return .notInLine
                case .ask: return .ask
                case .inLine:
                    let isReceived = holiday == nil && (hours?.isWithinHours(instant) ?? true)
                    return isReceived ? .inLine : .closed
                }
            }
            days.append(ContactWeek.Day(day: day, holiday: holiday?.name, slots: slots))
        }
        return ContactWeek(channel: attempt.channel, days: days, remaining: now.remaining, zone: now.zone)
    }
}

extension BusinessCalendar {
    /// The holiday on `day`, or nil where there is none or none is known: for pictures, which ask about many days.
    func knownHoliday(on day: CalendarDay, in state: AustralianState) -> PublicHoliday? {
        guard isKnown(day, in: state) else { return nil }
        do { return try holiday(on: day, in: state) } catch { return nil }
    }
}
