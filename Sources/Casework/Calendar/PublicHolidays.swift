/// The public holidays of one state, on the days on which the whole state keeps them.
///
/// Each state's file holds its days, the law that sets them, where the state lists them, and how far they are fixed.
/// The dates were compared with those of the Python package holidays 0.108, which cites the same laws and lists. Where
/// a holiday falls on a weekend the states differ: a substitute day stands instead of the date, an additional day
/// beside it.
struct PublicHolidays: Sendable {
    /// The last day up to which every whole-day holiday is known.
    let knownTo: CalendarDay
    /// Days after ``knownTo`` may stand here when something between is still to be proclaimed.
    let days: [PublicHoliday]
    let names: [CalendarDay: String]

    /// The first day for which holidays are held, in every state.
    static let firstDay = CalendarDay(year: 2024, month: 1, day: 1) ?? CalendarDay(number: 19_723)

    /// - Parameter days: a line for each holiday: the day, a space, the name.
    init(knownTo: String, days: String) {
        // A line that is no holiday would be lost here: a test compares the number of lines.
        self.days = days.split(separator: "\n").compactMap(PublicHoliday.init(line:))
        names = Dictionary(self.days.map { ($0.day, $0.name) }) { first, _ in first }
        self.knownTo = CalendarDay(knownTo) ?? Self.firstDay
    }

    /// Read when they are first asked for: a desk asks about its own state, seldom about another.
    static func of(_ state: AustralianState) -> PublicHolidays {
        switch state {
        case .nsw: nsw
        case .vic: vic
        case .qld: qld
        case .sa: sa
        case .wa: wa
        case .tas: tas
        case .act: act
        case .nt: nt
        }
    }
}

extension PublicHoliday {
    fileprivate init?(line: Substring) {
        guard let day = CalendarDay(line.prefix(10)), line.dropFirst(10).first == " " else { return nil }
        self.init(day: day, name: String(line.dropFirst(11)))
    }
}
