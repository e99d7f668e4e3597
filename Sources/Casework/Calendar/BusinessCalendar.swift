/// A public holiday on its observed day.
public struct PublicHoliday: Hashable, Sendable, Codable {
    public let day: CalendarDay
    public let name: String

    public init(day: CalendarDay, name: String) {
        self.day = day
        self.name = name
    }
}

/// Which days are worked, state by state (P5).
///
/// Two counts stand beside each other: *business days*, Monday to Friday, as the incident system counts; and *working
/// days*, which leave out the public holidays of a state. Only the latter depends on what a state has proclaimed.
public struct BusinessCalendar: Sendable {
    private let extended: [AustralianState: Holidays]

    /// The program's own holidays, and `added` after them.
    ///
    /// A day that the program holds keeps its name. An added day past what is held makes its whole year known, where
    /// that year follows on what is known: whoever adds the days of a year adds them all. Beyond a gap it makes nothing
    /// known, for a slip of the pen would hide that the years between are missing.
    public init(added: [AustralianState: [PublicHoliday]] = [:]) {
        extended = Dictionary(uniqueKeysWithValues: added.map { ($0, Holidays(of: $0, added: $1)) })
    }

    /// The days from the first to the last for which the holidays of `state` are known, both included.
    public func knownDays(in state: AustralianState) -> ClosedRange<CalendarDay> {
        holidays(of: state).known
    }

    public func isKnown(_ day: CalendarDay, in state: AustralianState) -> Bool { knownDays(in: state).contains(day) }

    /// The holiday that `state` keeps on `day`, if any. An added day is found even where its surroundings are not
    /// known.
    ///
    /// - Throws: ``CalendarError/holidaysUnknown(_:after:)``, ``CalendarError/holidaysNotHeld(_:before:)``.
    public func holiday(on day: CalendarDay, in state: AustralianState) throws(CalendarError) -> PublicHoliday? {
        let held = holidays(of: state)
        if let name = held.name(of: day) { return PublicHoliday(day: day, name: name) }
        try requireKnown(day, in: state)
        return nil
    }

    /// The holidays of a calendar year, sorted.
    ///
    /// - Throws: ``CalendarError/holidaysUnknown(_:after:)``, ``CalendarError/holidaysNotHeld(_:before:)``, also when
    ///   only a part of the year is known.
    public func holidays(in state: AustralianState, year: Int) throws(CalendarError) -> [PublicHoliday] {
        guard let first = CalendarDay(year: year, month: 1, day: 1),
            let last = CalendarDay(year: year, month: 12, day: 31)
        else {
            let known = knownDays(in: state)
            if year < known.lowerBound.year { throw .holidaysNotHeld(state, before: known.lowerBound) }
            throw .holidaysUnknown(state, after: known.upperBound)
        }
        return try holidays(from: first, to: last, in: state)
    }

    /// The holidays from `from` to `to`, both included, sorted; those that fall on a weekend too.
    ///
    /// - Throws: ``CalendarError/endsBeforeStart(_:_:)``, ``CalendarError/holidaysUnknown(_:after:)``,
    ///   ``CalendarError/holidaysNotHeld(_:before:)``.
    public func holidays(
        from: CalendarDay, to: CalendarDay, in state: AustralianState
    ) throws(CalendarError) -> [PublicHoliday] {
        guard from <= to else { throw .endsBeforeStart(from, to) }
        try requireKnown(from, in: state)
        try requireKnown(to, in: state)
        return holidays(of: state).names.filter { (from...to).contains($0.key) }
            .map(PublicHoliday.init(day:name:)).sorted { $0.day < $1.day }
    }

    /// Monday to Friday from `from` to `to`, both included, without the holidays of `state`.
    ///
    /// - Throws: ``CalendarError/endsBeforeStart(_:_:)``, ``CalendarError/holidaysUnknown(_:after:)``,
    ///   ``CalendarError/holidaysNotHeld(_:before:)``.
    public func workingDays(
        from: CalendarDay, to: CalendarDay, in state: AustralianState
    ) throws(CalendarError) -> Int {
        let lost = try holidays(from: from, to: to, in: state).count { $0.day.weekday.isBusinessDay }
        return Self.businessDays(from: from, to: to) - lost
    }

    /// Whether `state` works on `day`: Monday to Friday, and no holiday.
    ///
    /// - Throws: ``CalendarError/holidaysUnknown(_:after:)``, ``CalendarError/holidaysNotHeld(_:before:)``.
    public func isWorkingDay(_ day: CalendarDay, in state: AustralianState) throws(CalendarError) -> Bool {
        guard day.weekday.isBusinessDay else { return false }
        return try holiday(on: day, in: state) == nil
    }

    /// The day that falls `count` business days after `start`, or before it when `count` is negative.
    ///
    /// `start` is never counted: one business day after a Friday is Monday. Public holidays of `state` are skipped,
    /// unlike in the incident system (P5). A count of 0 is `start` itself, whatever day it is.
    ///
    /// - Throws: ``CalendarError/holidaysUnknown(_:after:)`` when the answer lies past the published holidays,
    ///   ``CalendarError/holidaysNotHeld(_:before:)`` when it lies before those that are held.
    public func businessDay(
        _ count: Int, after start: CalendarDay, in state: AustralianState
    ) throws(CalendarError) -> CalendarDay {
        let step = count.signum()
        var day = start
        var left = count.magnitude
        while left > 0 {
            day = day.advanced(by: step)
            // Weekends are asked about as well: a span without end must stop where the knowledge does.
            try requireKnown(day, in: state)
            if try isWorkingDay(day, in: state) { left -= 1 }
        }
        return day
    }

    private func requireKnown(_ day: CalendarDay, in state: AustralianState) throws(CalendarError) {
        let known = knownDays(in: state)
        if day > known.upperBound { throw .holidaysUnknown(state, after: known.upperBound) }
        if day < known.lowerBound { throw .holidaysNotHeld(state, before: known.lowerBound) }
    }

    private func holidays(of state: AustralianState) -> Holidays { extended[state] ?? Holidays(of: state, added: []) }
}

/// Counting as the incident system does, holidays notwithstanding (P5).
extension BusinessCalendar {
    /// Monday to Friday from `from` to `to`, both included; 0 when `to` comes first.
    public static func businessDays(from: CalendarDay, to: CalendarDay) -> Int {
        guard from <= to else { return 0 }
        let days = to.number - from.number + 1
        let whole = days / 7 * 5
        return (0..<(days % 7)).reduce(whole) { $0 + (from.advanced(by: $1).weekday.isBusinessDay ? 1 : 0) }
    }

    /// The day that falls `count` business days after `start`, or before it when `count` is negative; `start` is never
    /// counted, and 0 is `start` itself.
    public static func systemBusinessDay(_ count: Int, after start: CalendarDay) -> CalendarDay {
        let step = count.signum()
        var day = start
        for _ in 0..<(count.magnitude) {
            repeat { day = day.advanced(by: step) } while !day.weekday.isBusinessDay
        }
        return day
    }
}

/// What is known of one state: the program's own days and the added ones.
private struct Holidays: Sendable {
    let known: ClosedRange<CalendarDay>
    private let own: PublicHolidays
    private let added: [CalendarDay: String]

    init(of state: AustralianState, added days: [PublicHoliday]) {
        own = PublicHolidays.of(state)
        let ownEnd = own.knownTo
        let years = Set(days.map(\.day).filter { $0 > ownEnd }.map(\.year))
        var end = ownEnd
        while years.contains(end.advanced(by: 1).year),
            let last = CalendarDay(year: end.advanced(by: 1).year, month: 12, day: 31)
        {
            end = last
        }
        known = PublicHolidays.firstDay...max(PublicHolidays.firstDay, end)
        added = Dictionary(days.map { ($0.day, $0.name) }) { first, _ in first }
    }

    var names: [CalendarDay: String] { own.names.merging(added) { own, _ in own } }

    /// One of the program's own days counts only where all around it is known, an added one wherever it lies.
    func name(of day: CalendarDay) -> String? { (known.contains(day) ? own.names[day] : nil) ?? added[day] }
}
