import Casework

/// Where somebody looks on the timeline of a record: what stands on it, how near, from when on, and what is chosen.
///
/// Places are hours by the clock of the record's zone, counted from the beginning of 1970 as if each day had 24.
struct Timeline: Sendable {
    /// How many days are seen at once.
    enum Zoom: Int, CaseIterable, Sendable {
        case weeks = 14
        case months = 61
        case halfYear = 183
        case years = 731

        var name: String {
            switch self {
            case .weeks: "Two weeks"
            case .months: "Two months"
            case .halfYear: "Six months"
            case .years: "Two years"
            }
        }

        /// The next level: nearer for -1, wider for 1; nil where there is none.
        func next(_ step: Int) -> Zoom? {
            let all = Self.allCases
            guard let place = all.firstIndex(of: self), all.indices.contains(place + step) else { return nil }
            return all[place + step]
        }
    }

    struct Entry: Sendable, Hashable {
        let at: Int
        let what: RecordEntry
    }

    /// In the order of time.
    private(set) var entries: [Entry] = []
    private(set) var zoom = Zoom.halfYear
    /// The first day that is seen.
    private(set) var first = CalendarDay(number: 0)
    private(set) var now = 0
    var selection: Int?
    private var isPlaced = false

    static let hoursADay = 24

    var chosen: RecordEntry? { selection.flatMap { entries.indices.contains($0) ? entries[$0].what : nil } }

    var span: Range<Int> {
        let start = first.number * Self.hoursADay
        return start..<start + zoom.rawValue * Self.hoursADay
    }

    var last: CalendarDay { first.advanced(by: zoom.rawValue - 1) }

    /// The hour of `moment` on the line; the middle of its day where it has no time.
    static func place(_ moment: (day: CalendarDay, time: TimeOfDay?)) -> Int { minute(of: moment) / 60 }

    private static func minute(of moment: (day: CalendarDay, time: TimeOfDay?)) -> Int {
        moment.day.number * hoursADay * 60 + (moment.time?.minutes ?? hoursADay * 60 / 2)
    }

    /// Takes what stands on the record; what was chosen stays chosen, and at first it is what was last.
    mutating func show(_ found: [RecordEntry], at instant: Instant, in zone: LocalZone) {
        let clock = zone.clock(at: instant)
        now = Self.place((clock.day, clock.time))
        let before = chosen
        entries = found.map { (minute: Self.minute(of: $0.moment(in: zone)), what: $0) }
            .sorted { ($0.minute, $0.what.sort.rawValue) < ($1.minute, $1.what.sort.rawValue) }
            .map { Entry(at: $0.minute / 60, what: $0.what) }
        selection =
            entries.firstIndex { $0.what == before } ?? entries.lastIndex { $0.at <= now } ?? entries.indices.first
        if !isPlaced { showToday() }
        isPlaced = true
    }

    /// Today two thirds from the left: most of what is known lies behind.
    mutating func showToday() {
        first = CalendarDay(number: now / Self.hoursADay - zoom.rawValue * 2 / 3)
    }

    /// Moves by quarters of what is seen; later for a positive number.
    mutating func scroll(by quarters: Int) { first = first.advanced(by: quarters * max(1, zoom.rawValue / 4)) }

    /// Keeps what is chosen where it is seen, or else the middle.
    mutating func zoom(by step: Int) {
        guard let next = zoom.next(step) else { return }
        let chosenDay = selection.map { entries[$0].at }.flatMap { span.contains($0) ? $0 / Self.hoursADay : nil }
        let day = chosenDay ?? first.number + zoom.rawValue / 2
        let before = day - first.number
        first = CalendarDay(number: day - before * next.rawValue / zoom.rawValue)
        zoom = next
    }

    /// Chooses the entry so many later; from one that is out of sight, the first or last that is in sight.
    mutating func move(by step: Int) {
        guard let selection, !entries.isEmpty else { return }
        let seen = entries.indices.filter { isSeen($0) }
        if !isSeen(selection), let edge = step > 0 ? seen.first : seen.last {
            self.selection = edge
        } else {
            choose((selection + step).row(of: entries))
        }
    }

    /// Chooses an entry and brings it into sight.
    mutating func choose(_ index: Int) {
        guard entries.indices.contains(index) else { return }
        selection = index
        guard !isSeen(index) else { return }
        first = CalendarDay(number: entries[index].at / Self.hoursADay - zoom.rawValue / 2)
    }

    /// A plan is seen where any day of it is.
    private func isSeen(_ index: Int) -> Bool {
        if case .plan(let plan) = entries[index].what { return plan.hours.overlaps(span) }
        return span.contains(entries[index].at)
    }
}

extension Plan {
    /// Its days on the line of a ``Timeline``.
    var hours: Range<Int> { start.number * Timeline.hoursADay..<(end.number + 1) * Timeline.hoursADay }
}
