import Casework
import Terminal
import Widgets

extension Week {
    /// One channel, or all of them where there is room.
    var content: any Widget {
        let channels = size.height >= 34 ? Channel.allCases : [channel]
        return Column {
            for channel in channels {
                if let week = weeks[channel] {
                    picture(of: week)
                } else {
                    Paragraph("Looking through the week.", role: .dim)
                }
            }
            legend
        }
    }

    private var legend: any Widget {
        Paragraph([
            Span("= ", .good), Span(" in line   "), Span(". ", .dim), Span(" not in line   "), Span("? ", .caution),
            Span(" ask   "), Span("- ", .hint), Span(" closed   "), Span("@ ", .selected), Span(" now"),
        ])
    }

    private func picture(of week: ContactWeek) -> any Widget {
        let shown = Self.firstSlot..<Self.lastSlot
        let now = week.zone.clock(at: open.attempt.at)
        let nowSlot = now.time.minutes / ContactWeek.slotMinutes
        let rows = week.days.map { day in
            GridChart.Row(
                "\(day.day.weekday.name.prefix(3)) \(day.day.shortWords)", cells: day.slots[shown].map(Self.cell),
                spoken: Self.spoken(day))
        }
        var pointer: (row: Int, column: Int)?
        if let row = week.days.firstIndex(where: { $0.day == now.day }), shown.contains(nowSlot) {
            pointer = (row, nowSlot - Self.firstSlot)
        }
        let marks = Dictionary(
            uniqueKeysWithValues: stride(from: Self.firstSlot, to: Self.lastSlot, by: 4).map {
                ($0 - Self.firstSlot, "\($0 * ContactWeek.slotMinutes / 60)")
            })
        return Column {
            Heading(heading(of: week))
            GridChart(rows, marks: marks, pointer: pointer)
            for day in week.days {
                if let holiday = day.holiday {
                    Paragraph("\(day.day.weekday.name): \(holiday), closed", role: .warning)
                }
            }
            Gap()
        }
    }

    private func heading(of week: ContactWeek) -> String {
        let level = open.record.plan?.restriction(on: week.channel).level ?? .available
        var text = "\(week.channel.name): \(level.name)"
        if let remaining = week.remaining {
            text += "; \(remaining.used) of \(remaining.limit) a \(remaining.per.rawValue) used"
        }
        if week.channel == .faceToFace, let site = open.attempt.site { text += "; at \(site)" }
        return text
    }

    /// From 7:00 to 19:00: what lies outside is said in words.
    private static let firstSlot = 14
    private static let lastSlot = 38

    private static func cell(_ slot: ContactWeek.Slot) -> GridChart.Cell {
        switch slot {
        case .inLine, .noPlan: GridChart.Cell("=", .good)
        case .notInLine: GridChart.Cell(".", .dim)
        case .ask: GridChart.Cell("?", .caution)
        case .closed: GridChart.Cell("-", .hint)
        }
    }

    /// The day in words: `in line 10:00 to 12:00`.
    private static func spoken(_ day: ContactWeek.Day) -> String {
        var stretches: [String] = []
        var start: Int?
        for index in 0...day.slots.count {
            let isInLine = index < day.slots.count && (day.slots[index] == .inLine || day.slots[index] == .noPlan)
            if isInLine {
                start = start ?? index
            } else if let begin = start {
                stretches.append("\(time(begin)) to \(time(index))")
                start = nil
            }
        }
        if let holiday = day.holiday { return "\(holiday), closed" }
        return stretches.isEmpty ? "not in line" : "in line \(stretches.joined(separator: " and "))"
    }

    private static func time(_ slot: Int) -> String {
        TimeOfDay(minutes: slot * ContactWeek.slotMinutes)?.inWords ?? ""
    }
}
