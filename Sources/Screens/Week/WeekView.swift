import Casework
import Terminal
import Widgets

extension Week {
    /// One channel, or all of them where there is room.
    var content: any Widget {
        let channels = size.height >= Self.heightForAll ? Channel.allCases : [channel]
        return Column {
            for channel in channels {
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
                "\(day.day.weekday.name.prefix(3)) \(day.day.shortWords)",
                cells: shown.map { slot in Self.cell(slot, of: day) }, spoken: Self.spoken(day))
        }
        var pointer: (row: Int, column: Int)?
        if let row = week.days.firstIndex(where: { $0.day == now.day }), shown.contains(nowSlot) {
            pointer = (row, nowSlot - shown.lowerBound)
        }
        let marks = Dictionary(
            uniqueKeysWithValues: stride(from: shown.lowerBound + shown.lowerBound % 2, to: shown.upperBound, by: 4)
                .map { ($0 - shown.lowerBound, "\($0 * ContactWeek.slotMinutes / 60)") })
        return Column {
            Heading(heading(of: week))
            if let difference = week.clock.difference(to: open.judgement.reader, at: open.attempt.at) {
                Paragraph(difference, role: .warning)
            }
            if away == 0, let words = self.now[week.channel] {
                Paragraph("Now, \(now.day.weekday.name) \(now.time.inWords): \(words)", role: .accent)
            }
            GridChart(rows, marks: marks, pointer: pointer)
            for remark in Self.remarks(on: week) { remark }
            Gap()
        }
    }

    /// What the picture alone does not tell.
    private static func remarks(on week: ContactWeek) -> [Paragraph] {
        var remarks: [Paragraph] = []
        let isFaceToFace = week.channel == .faceToFace
        for day in week.days {
            guard let holiday = day.holiday else { continue }
            let words = "\(day.day.weekday.name): \(holiday)"
            remarks.append(isFaceToFace ? Paragraph("\(words), closed", role: .warning) : Paragraph(words))
        }
        if isFaceToFace, let first = week.days.first(where: { !$0.isHolidayKnown }) {
            remarks.append(
                Paragraph(
                    "Public holidays are not known here from \(first.day.weekday.name) \(first.day.dated): a day that "
                        + "looks open may be closed.",
                    role: .warning))
        }
        var hadPlan: Bool?
        for day in week.days {
            for stretch in day.stretches where stretch.slot != .closed {
                let hasPlan = stretch.slot != .noPlan
                if let hadPlan, hadPlan != hasPlan {
                    let words = hasPlan ? "a plan begins" : "the plan has ended"
                    remarks.append(Paragraph("\(day.day.weekday.name): \(words).", role: .warning))
                }
                hadPlan = hasPlan
            }
        }
        var questions: [String] = []
        for question in week.days.flatMap(\.questions) where !questions.contains(question) {
            questions.append(question)
        }
        return remarks + questions.map { Paragraph("Ask: \($0)", role: .caution) }
    }

    private func heading(of week: ContactWeek) -> String {
        let restrictions = week.plans.map { $0.restriction(on: week.channel) }
        var levels: [String] = []
        for name in restrictions.map({ $0.applying(to: open.attempt.brand).level.name }) where levels.last != name {
            levels.append(name)
        }
        var text = "\(week.channel.name): \(levels.isEmpty ? "no plan" : levels.joined(separator: ", then "))"
        if let named = restrictions.lazy.compactMap(brandWords).first { text += "; \(named)" }
        if let remaining = week.remaining {
            text += "; \(remaining.used) of \(remaining.limit) a \(remaining.per.rawValue) used"
        }
        if let site = week.site { text += "; at \(site)" }
        return text + "; \(which(week))"
    }

    /// Whose week is drawn, where brands differ (R2); nil where they do not.
    private func brandWords(of restriction: Restriction) -> String? {
        if let brand = open.attempt.brand { return "for \(brand.name)" }
        let apart = Brand.allCases.filter { restriction.brands[$0] != nil }.map(\.name)
        return apart.isEmpty ? nil : "not for \(apart.joined(separator: ", "))"
    }

    /// As `2 to 8 March 2026, this week`.
    private func which(_ week: ContactWeek) -> String {
        guard let first = week.days.first?.day, let last = week.days.last?.day else { return "" }
        let start = first.parts.month == last.parts.month ? "\(first.parts.day)" : first.shortWords
        let distance =
            switch away {
            case 0: "this week"
            case 1: "next week"
            case -1: "last week"
            case ..<0: "\(-away) weeks ago"
            default: "in \(away) weeks"
            }
        return "\(start) to \(last.dated), \(distance)"
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

    /// The day in words: `in line 10:00 to 12:00; contact 10:20`.
    static func spoken(_ day: ContactWeek.Day) -> String {
        func times(_ isMeant: (ContactWeek.Slot) -> Bool) -> String? {
            let stretches = day.stretches.filter { isMeant($0.slot) }
            guard !stretches.isEmpty else { return nil }
            return stretches.map {
                $0.from == .midnight && $0.to == .endOfDay ? "all day" : "\($0.from.inWords) to \($0.to.inWords)"
            }
            .joined(separator: " and ")
        }
        var answers: [String] = []
        if let open = times({ $0 == .inLine }) { answers.append("in line \(open)") }
        if let free = times({ $0 == .noPlan }) { answers.append("no plan \(free)") }
        if let ask = times({ $0 == .ask }) { answers.append("ask \(ask)") }
        if answers.isEmpty { answers.append(times { $0 == .closed } == nil ? "not in line" : "closed") }
        var parts = [([day.holiday].compactMap(\.self) + answers).joined(separator: ", ")]
        parts += day.contacts.map { "contact \($0.refused ? "refused " : "")\($0.time.inWords)" }
        return parts.joined(separator: "; ")
    }
}
