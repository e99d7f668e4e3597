/// How long a plan runs: as the incident system counts, without regard to public holidays, and as people work (P5).
public struct PlanLength: Sendable, Hashable {
    /// Monday to Friday.
    public let businessDays: Int
    /// Business days without ``holidays``; nil where these are not known.
    public let workingDays: Int?
    /// Public holidays on a business day, in the plan's state.
    public let holidays: [PublicHoliday]
    public let warnings: [Warning]

    /// What shortens the time that people count on.
    public enum Warning: Sendable, Hashable {
        case endsOn(PublicHoliday)
        /// They fall into the days between the first reminder of the review and the end.
        case reviewHolds([PublicHoliday])
        case reviewDue(CalendarDay, OffDay)
        /// Why the holidays are not known, in words.
        case holidaysUnknown(String)

        public var words: String {
            switch self {
            case .endsOn(let holiday): "The plan ends on a public holiday: \(holiday.name)."
            case .reviewHolds(let holidays): "The 28 days of the review hold: \(holidays.inWords)."
            case .reviewDue(let day, let offDay): "The review is due on \(day.inWords) (\(offDay.words))."
            case .holidaysUnknown(let because): because
            }
        }
    }

    /// As `125 business days as the incident system counts; 120 working days, without Good Friday 3 April`.
    public var words: String {
        let counted = "\(businessDays) business days as the incident system counts"
        guard let workingDays else { return counted }
        return "\(counted); \(workingDays) working days\(holidays.isEmpty ? "" : ", without \(holidays.inWords)")"
    }
}

extension Plan {
    /// How long the plan runs, and which holidays take from it, or from its review (P5).
    public func length(by calendar: BusinessCalendar) -> PlanLength {
        let businessDays = BusinessCalendar.businessDays(from: start, to: end)
        do throws(CalendarError) {
            let holidays = try calendar.holidays(from: start, to: end, in: state).filter(\.day.weekday.isBusinessDay)
            var warnings: [PlanLength.Warning] = []
            if let last = holidays.first(where: { $0.day == end }) { warnings.append(.endsOn(last)) }
            if let first = try reviewReminders(after: [], by: calendar).first(where: { $0.kind == .first }) {
                let within = holidays.filter { (first.day...end).contains($0.day) }
                if !within.isEmpty { warnings.append(.reviewHolds(within)) }
                if let offDay = first.offDay { warnings.append(.reviewDue(first.day, offDay)) }
            }
            return PlanLength(
                businessDays: businessDays, workingDays: businessDays - holidays.count, holidays: holidays,
                warnings: warnings)
        } catch {
            return PlanLength(
                businessDays: businessDays, workingDays: nil, holidays: [],
                warnings: [.holidaysUnknown(error.message)])
        }
    }
}

extension [PublicHoliday] {
    fileprivate var inWords: String { map { "\($0.name) \($0.day.shortWords)" }.joined(separator: ", ") }
}
