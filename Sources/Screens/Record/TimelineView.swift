import Casework
import Terminal
import Widgets

extension Timeline {
    /// The picture, what its signs mean, and everything on it as a list, the chosen one in sight.
    func view(in zone: LocalZone, size: Size, isKnown: Bool) -> any Widget {
        guard isKnown else { return Paragraph("Reading.", role: .dim) }
        guard !entries.isEmpty else { return Paragraph("Nothing has happened on this record yet.", role: .dim) }
        let hasWords = size.height >= Self.heightForWords
        let chart = chart(namingYear: !hasWords)
        let legend = legend
        let list = ListView(
            entries.map { entry in
                ListRow(
                    cells: [
                        entry.what.stamp(in: zone), hasWords ? "" : String(entry.what.sign), entry.what.kind,
                        entry.what.summary, entry.what.trailing,
                    ],
                    role: entry.what.role)
            },
            columns: [
                // Where no legend explains the signs, each stands beside what it stands for.
                ListColumn("", .fixed(16)), ListColumn("", .fixed(1), needs: hasWords ? .max : 0),
                ListColumn("", .fixed(14), needs: 60), ListColumn("", .fill(3)), ListColumn("", .fill(1), needs: 76),
            ],
            selection: selection, id: Self.id)
        let legendRows = hasWords ? legend.height(forWidth: size.width) : 0
        let extra = hasWords ? 1 + legendRows : 0
        let wanted = chart.height(forWidth: size.width)
        let rows = min(wanted, max(1, size.height - extra - max(1, min(6, size.height / 5))))
        return Column {
            if hasWords { Label(words, role: .dim, standsAlone: true).fixed(1) }
            chart.fixed(rows)
            if hasWords { legend.fixed(legendRows) }
            list.filling()
        }
    }

    /// Names the entries to the mouse, on the picture and in the list alike.
    static let id = "entries"

    /// Rows from which the span and the signs are told in words too; with fewer the scale names the year, and the list has
    /// the signs.
    private static let heightForWords = 12

    /// Only of the signs that stand on this record.
    private var legend: Legend {
        let signs = Set(entries.map(\.what.sign))
        return Legend(Self.signs.filter { $0.sign.first.map(signs.contains) ?? false } + [.init("2", "that many")])
    }

    private static let signs: [Legend.Entry] = [
        .init("o", "contact"), .init("x", "contact refused or not in line", .warning), .init("g", "guide"),
        .init("G", "guide not ended", .warning), .init("n", "note"), .init("w", "report waiting", .warning),
        .init("+", "check"), .init("R", "review due", .warning), .init("v", "reviewed"), .init("E", "plan ends"),
        .init("!", "incident", .warning),
    ]

    private var words: String { "\(zoom.name): \(first.dated) to \(last.dated)" }

    private func chart(namingYear: Bool) -> TimelineChart {
        let today = CalendarDay(number: now / Self.hoursADay)
        return TimelineChart(
            RecordEntry.Sort.allCases.map(lane), span: span, coarse: coarse, fine: fine,
            corner: namingYear ? String(first.year) : "", pointer: (now, "today"),
            selection: selection,
            summary: RecordEntry.Sort.allCases.map { sort in
                "\(sort.name) \(entries.count { $0.what.sort == sort })"
            }.joined(separator: ", ") + "; today \(today.dated)", id: Self.id)
    }

    private func lane(_ sort: RecordEntry.Sort) -> TimelineChart.Lane {
        var lane = TimelineChart.Lane(sort.name, short: sort.short)
        for (index, entry) in entries.enumerated() where entry.what.sort == sort {
            if case .plan(let plan) = entry.what {
                let isApproved = plan.status == .active
                lane.bars.append(
                    TimelineChart.Bar(
                        index, over: plan.hours, label: "\(plan.id) \(plan.kind.rawValue)",
                        sign: isApproved ? plan.hours.contains(now) ? "=" : "-" : ".",
                        role: isApproved && plan.hours.contains(now) ? .info : .hint))
            } else {
                lane.marks.append(
                    TimelineChart.Mark(index, at: entry.at, sign: entry.what.sign, role: entry.what.role))
            }
        }
        return lane
    }

    // MARK: The scale

    /// Months; the first names the one in which the picture begins.
    private var coarse: [TimelineChart.Tick] {
        ticks { $0.parts.day == 1 }.map { day in
            let (name, short) = (day.monthName, String(day.monthName.prefix(3)))
            return tick(day, ["\(name) \(day.year)", "\(short) \(day.year)", short, String(name.prefix(1))])
        }
    }

    private var fine: [TimelineChart.Tick] {
        switch zoom {
        case .weeks:
            ticks { _ in true }.map { day in
                let name = day.weekday.name
                let number = day.parts.day
                return tick(
                    day, ["\(name.prefix(3)) \(number)", "\(name.prefix(2)) \(number)", "\(name.prefix(1))\(number)"])
            }
        case .months: ticks { $0.weekday == .monday }.map { tick($0, ["Mon \($0.parts.day)", "\($0.parts.day)"]) }
        case .halfYear: ticks { [1, 15].contains($0.parts.day) }.map { tick($0, ["\($0.parts.day)"]) }
        case .years: ticks { $0.parts.month == 1 && $0.parts.day == 1 }.map { tick($0, ["\($0.year)"]) }
        }
    }

    private func tick(_ day: CalendarDay, _ labels: [String]) -> TimelineChart.Tick {
        TimelineChart.Tick(day.number * Self.hoursADay, labels)
    }

    /// The days in sight that `isMarked`, and the first in sight before them.
    private func ticks(_ isMarked: (CalendarDay) -> Bool) -> [CalendarDay] {
        [first] + (first.advanced(by: 1)...last).filter(isMarked)
    }
}
