import ArgumentParser
import Casework

/// What the week of a record shows.
struct WeekCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "week",
        abstract: "Show when a contact is in line through a week, by day, in one channel or in each.")

    @Argument(help: "CRN, Medicare number, CSID, plan ID or external ID.")
    var ref: String

    @Option(help: "face-to-face, phone or writing; each of them, if left out.")
    var channel: String?

    @Option(help: "Where a visit takes place.")
    var site: String?

    @Option(help: "centrelink, medicarePublic, medicareProvider or childSupport.")
    var brand: String?

    @Flag(name: .long, help: "Calls go to the OMC or PSSO, not to the Smart Centre.")
    var toOmc = false

    @Option(help: "A day of the week that is meant, as 2026-03-04; this week, if left out.")
    var on: String?

    @Flag(help: "One JSON document on standard output; the warning goes to standard error.")
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let channels = try channel.map { [try Channel(written: $0)] } ?? Channel.allCases
        let brand = try brand.map(Brand.init(written:))
        let day = try on.map(CalendarDay.init(argument:))
        let seat = try options.desk()
        let record = try seat.open(ref)
        let looks = try channels.map { channel in
            let attempt = ContactAttempt(
                channel: channel, at: seat.now, site: channel.site(site), toOmc: toOmc, brand: brand)
            return try Look(attempt, of: record, on: day, at: seat.desk)
        }
        try seat.desk.showWarning(of: record, json: json)
        if json {
            return try Output.json(
                Report(
                    customer: record.customer.externalId, name: record.customer.name, weeks: looks.map(WeekReport.init))
            )
        }
        for look in looks {
            for line in look.lines(readBy: seat.desk.clock) { Output.line(line) }
        }
    }

    private struct Report: Encodable {
        let customer: String
        let name: String
        let weeks: [WeekReport]
    }

    /// A week of one channel, and what holds at this minute.
    struct Look {
        let attempt: ContactAttempt
        let week: ContactWeek
        /// How many weeks after this one; before it for a negative number.
        let away: Int
        /// Nil in another week.
        let now: (judgement: Judgement, whatToDo: String)?

        init(_ attempt: ContactAttempt, of record: CustomerRecord, on day: CalendarDay?, at desk: Desk) throws {
            self.attempt = attempt
            let current = try desk.week(of: attempt, for: record)
            away =
                if let day, let first = current.days.first?.day { first.distance(to: day.monday) / 7 } else { 0 }
            week = away == 0 ? current : try desk.week(of: attempt, for: record, after: away)
            let judgement = away == 0 ? try desk.judge(attempt, of: record).askingBrand : nil
            let warning = try record.warning()
            now = judgement.map { ($0, $0.whatToDo(in: attempt, warned: warning)) }
        }

        func lines(readBy reader: WallClock) -> [String] {
            var lines = [week.heading(for: attempt.brand, away: away)]
            if let difference = week.clock.difference(to: reader, at: attempt.at) { lines.append("  \(difference)") }
            let clock = week.zone.clock(at: attempt.at)
            if let now {
                lines.append("  Now, \(clock.day.weekday.name) \(clock.time.inWords): \(now.whatToDo)")
            }
            lines += week.days.map { "  \($0.label)\($0.day == clock.day ? ", today" : ""): \($0.inWords)" }
            return lines + week.remarksBesideDays.map { "  \($0.words)" }
        }
    }
}

/// A week of ``ContactWeek`` as scripts read it (R4, R5), its times by the clock of `zone`: every key stands, null where nothing is known.
struct WeekReport: Encodable {
    struct Day: Encodable {
        let date: CalendarDay
        @OrNull var holiday: String?
        let holidayKnown: Bool
        let stretches: [Stretch]
        let contacts: [Made]
        let questions: [String]
    }

    /// `to` exclusive, by the clock of `zone`; `24:00` is the end of the day.
    struct Stretch: Encodable {
        let from: TimeOfDay
        let to: TimeOfDay
        let answer: String
    }

    struct Made: Encodable {
        let time: TimeOfDay
        let refused: Bool
        let counts: Bool
    }

    let channel: Channel
    /// Of the plans of this week, one after the other; none without a plan.
    let levels: [RestrictionLevel]
    let plans: [String]
    @OrNull var brand: Brand?
    @OrNull var brandWords: String?
    @OrNull var site: String?
    /// Whether calls go to the OMC or PSSO, not to the Smart Centre.
    let toOmc: Bool
    let zone: String
    let place: String
    /// When it was asked, by the clock of `zone`.
    let at: String
    @OrNull var remaining: Judgement.Remaining?
    /// The judgement of this minute; null in another week.
    @OrNull var now: JudgementReport?
    /// The same in words, and that a call goes to Personalised Services first (PS5).
    @OrNull var whatToDo: String?
    let days: [Day]
    let remarks: [String]

    init(_ look: WeekCommand.Look) {
        let (week, brand) = (look.week, look.attempt.brand)
        channel = week.channel
        levels = week.levels(for: brand)
        plans = week.plans.map(\.id.rawValue)
        self.brand = brand
        brandWords = week.brandWords(for: brand)
        site = week.site
        toOmc = look.attempt.toOmc
        zone = week.zone.identifier
        place = week.clock.place
        at = week.zone.text(look.attempt.at)
        remaining = week.remaining
        now = (look.now?.judgement).map(JudgementReport.init)
        whatToDo = look.now?.whatToDo
        days = week.days.map { day in
            Day(
                date: day.day, holiday: day.holiday, holidayKnown: day.isHolidayKnown,
                stretches: day.stretches.map { Stretch(from: $0.from, to: $0.to, answer: $0.slot.code) },
                contacts: day.contacts.map { Made(time: $0.time, refused: $0.refused, counts: $0.counts) },
                questions: day.questions)
        }
        remarks = week.remarks.map(\.words)
    }
}

extension ContactWeek.Slot {
    /// As `check` writes verdicts.
    fileprivate var code: String {
        switch self {
        case .inLine: "in-line"
        case .notInLine: "not-in-line"
        case .partly: "partly"
        case .ask: "ask"
        case .closed: "closed"
        case .noPlan: "no-plan"
        }
    }
}
