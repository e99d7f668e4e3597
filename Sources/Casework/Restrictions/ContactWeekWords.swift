/// A week in words, for lists, lines and whoever hears it: the same for screens and commands.
extension ContactWeek {
    /// What the half hours alone do not tell.
    public struct Remark: Sendable, Hashable {
        public enum Weight: Sendable { case plain, warning, question }

        public let words: String
        public let weight: Weight
    }

    /// Holidays, days of which nobody knows whether they are some, plans that begin or end, and what has to be asked; each
    /// once, in this order.
    public var remarks: [Remark] { holidayRemarks + remarksBesideDays }

    /// For a picture alone: ``Day/inWords`` tells each holiday too.
    public var holidayRemarks: [Remark] {
        days.compactMap { day in
            guard let holiday = day.holiday else { return nil }
            let words = "\(day.day.weekday.name): \(holiday)"
            return day.isClosedForHoliday
                ? Remark(words: "\(words), closed", weight: .warning) : Remark(words: words, weight: .plain)
        }
    }

    /// What the words of the days do not tell either.
    public var remarksBesideDays: [Remark] {
        var remarks: [Remark] = []
        if channel == .faceToFace, let first = days.first(where: { !$0.isHolidayKnown }) {
            remarks.append(
                Remark(
                    words:
                        "Public holidays are not known here from \(first.day.weekday.name) \(first.day.dated): a day "
                        + "that looks open may be closed.", weight: .warning))
        }
        var hadPlan: Bool?
        for day in days {
            for stretch in day.stretches where stretch.slot != .closed {
                let hasPlan = stretch.slot != .noPlan
                if let hadPlan, hadPlan != hasPlan {
                    let words = hasPlan ? "a plan begins" : "the plan has ended"
                    remarks.append(Remark(words: "\(day.day.weekday.name): \(words).", weight: .warning))
                }
                hadPlan = hasPlan
            }
        }
        var questions: [String] = []
        for question in days.flatMap(\.questions) where !questions.contains(question) { questions.append(question) }
        return remarks + questions.map { Remark(words: "Ask: \($0)", weight: .question) }
    }

    /// The levels of the plans of this week, one after the other.
    ///
    /// - Parameter brand: whose, where brands differ (R2); for one that is not known when nil.
    public func levels(for brand: Brand?) -> [RestrictionLevel] {
        plans.map { $0.restriction(on: channel).applying(to: brand).level }.reduce(into: []) {
            if $0.last != $1 { $0.append($1) }
        }
    }

    /// Whose week it is, as `for Medicare public`; without a brand those for whom it is not, as `not for Child Support`
    /// (R2). Nil without a brand where none differs, and without a plan.
    public func brandWords(for brand: Brand?) -> String? {
        plans.lazy.map { $0.restriction(on: channel) }.compactMap { restriction in
            if let brand { return "for \(brand.name)" }
            let apart = Brand.allCases.filter { restriction.brands[$0] != nil }.map(\.name)
            return apart.isEmpty ? nil : "not for \(apart.joined(separator: ", "))"
        }.first
    }

    /// As `Face to face: Partially; 1 of 2 a week used; at Parramatta; 2 to 8 March 2026, this week`.
    ///
    /// - Parameter away: how many weeks after the one of today; before it for a negative number.
    public func heading(for brand: Brand?, away: Int) -> String {
        let levels = levels(for: brand).map(\.name)
        var text = "\(channel.name): \(levels.isEmpty ? "no plan" : levels.joined(separator: ", then "))"
        if let named = brandWords(for: brand) { text += "; \(named)" }
        if let remaining { text += "; \(remaining.used) of \(remaining.limit) a \(remaining.per.rawValue) used" }
        if let site { text += "; at \(site)" }
        return text + "; \(span(away: away))"
    }

    private func span(away: Int) -> String {
        guard let first = days.first?.day, let last = days.last?.day else { return "" }
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
}

extension ContactWeek.Made {
    /// As `contact 10:20`, by the clock of the week.
    public var inWords: String { "contact \(refused ? "refused " : "")\(time.inWords)" }
}

extension ContactWeek.Day {
    /// As `in line 10:00 to 12:00; contact 10:20`, by the clock of the week; what ends at 12:00 holds until then, not at it.
    public var inWords: String {
        func times(_ isMeant: (ContactWeek.Slot) -> Bool) -> String? {
            let stretches = stretches.filter { isMeant($0.slot) }
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
        if isClosedForHoliday, answers != ["closed"] { answers.insert("closed", at: 0) }
        var parts = [([holiday].compactMap(\.self) + answers).joined(separator: ", ")]
        parts += contacts.map(\.inWords)
        return parts.joined(separator: "; ")
    }

    /// As `Mon 2 March`.
    public var label: String { "\(day.weekday.name.prefix(3)) \(day.shortWords)" }
}
