import Casework
import Terminal
import Widgets

extension Week {
    /// One channel, or all of them where there is room.
    var content: any Widget {
        let role = open.judgedWithOfficer
        let isForAll = size.height >= Self.heightForAll + (role == nil ? 0 : 1)
        return Column {
            if let role { Paragraph(role, role: .accent) }
            for channel in isForAll ? Channel.allCases : [channel] {
                if let week = weeks[channel] {
                    picture(of: week)
                } else {
                    Paragraph("Looking through the week.", role: .dim)
                }
            }
            Self.legend
        }
    }

    /// Rows from which the three channels stand below each other.
    private static let heightForAll = 34

    private static let legend = Legend([
        .init("=", "in line", .good), .init(":", "in line for a part", .good), .init(".", "not in line", .dim),
        .init("_", "no plan", .good), .init("?", "ask", .caution), .init("-", "closed", .hint),
        .init("@", "now", .selected),
        .init("o", "contact made", .heading), .init("x", "contact refused", .warning),
    ])

    private func picture(of week: ContactWeek) -> any Widget {
        let shown = Self.shown(of: week)
        let now = week.zone.clock(at: open.attempt.at)
        let nowSlot = now.time.minutes / ContactWeek.slotMinutes
        let rows = week.days.map { day in
            GridChart.Row(
                day.label, cells: shown.map { slot in Self.cell(slot, of: day) },
                spoken: "\(day.day == now.day ? "today, " : "")\(day.inWords)")
        }
        var pointer: (row: Int, column: Int)?
        if let row = week.days.firstIndex(where: { $0.day == now.day }), shown.contains(nowSlot) {
            pointer = (row, nowSlot - shown.lowerBound)
        }
        let marks = Dictionary(
            uniqueKeysWithValues: stride(from: shown.lowerBound + shown.lowerBound % 2, to: shown.upperBound, by: 4)
                .map { ($0 - shown.lowerBound, "\($0 * ContactWeek.slotMinutes / 60)") })
        return Column {
            Heading(week.heading(for: open.attempt.brand, away: away))
            if let difference = week.clock.difference(to: open.judgement.reader, at: open.attempt.at) {
                Paragraph(difference, role: .warning)
            }
            if away == 0, let words = self.now[week.channel] {
                Paragraph("Now, \(now.day.weekday.name) \(now.time.inWords): \(words)", role: .accent)
            }
            if let pointer { hidden(in: nowSlot, of: week.days[pointer.row]) }
            GridChart(rows, marks: marks, pointer: pointer)
            for remark in week.holidayRemarks { DrawnOnly(Self.paragraph(of: remark)) }
            for remark in week.remarksBesideDays { Self.paragraph(of: remark) }
            Gap()
        }
    }

    /// The contacts over whose sign the mark of now stands.
    @ChildBuilder private func hidden(in slot: Int, of day: ContactWeek.Day) -> [Child] {
        let made = day.contacts.filter { $0.time.minutes / ContactWeek.slotMinutes == slot }
        if !made.isEmpty {
            let words = made.map(\.inWords).joined(separator: ", ")
            Paragraph("In this half hour, under the @: \(words).", role: .accent)
        }
    }

    private static func paragraph(of remark: ContactWeek.Remark) -> Paragraph {
        switch remark.weight {
        case .plain: Paragraph(remark.words)
        case .warning: Paragraph(remark.words, role: .warning)
        case .question: Paragraph(remark.words, role: .caution)
        }
    }

    /// From 7:00 to 19:00, and earlier or later where the answer changes there.
    static func shown(of week: ContactWeek) -> Range<Int> {
        var shown = 14..<38
        for day in week.days {
            let places =
                day.slots.indices.dropFirst().filter { day.slots[$0] != day.slots[$0 - 1] || day.slots[$0] == .partly }
                + day.contacts.map { $0.time.minutes / ContactWeek.slotMinutes }
            for place in places {
                shown = min(shown.lowerBound, max(0, place - 1))..<max(shown.upperBound, min(48, place + 1))
            }
        }
        return shown
    }

    /// A contact stands over the half hour in which it was.
    private static func cell(_ slot: Int, of day: ContactWeek.Day) -> GridChart.Cell {
        if let made = day.contacts.last(where: { $0.time.minutes / ContactWeek.slotMinutes == slot }) {
            return made.refused ? GridChart.Cell("x", .warning) : GridChart.Cell("o", .heading)
        }
        return switch day.slots[slot] {
        case .inLine: GridChart.Cell("=", .good)
        case .noPlan: GridChart.Cell("_", .good)
        case .partly: GridChart.Cell(":", .good)
        case .notInLine: GridChart.Cell(".", .dim)
        case .ask: GridChart.Cell("?", .caution)
        case .closed: GridChart.Cell("-", .hint)
        }
    }
}
