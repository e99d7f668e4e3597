import Casework

extension Procedure.DayBounds {
    /// Why `day` is no answer; nil where it is one, and where the plan whose days bound it is not known.
    ///
    /// - Parameter today: when the answer is given. A run that is gone on with later keeps what was answered.
    public func refusal(of day: CalendarDay, today: CalendarDay, in schedule: Schedule) -> String? {
        let known: [Bound: CalendarDay?] = [.today: today, .start: schedule.planStart, .end: schedule.planEnd]
        if let from, let first = known[from] ?? nil, day < first {
            return "\(day.inWords) is before \(from.words(first))."
        }
        if let to, let last = known[to] ?? nil, day > last {
            return "\(day.inWords) is after \(to.words(last))."
        }
        return nil
    }

    /// As ` from today to the plan's last day`; empty where any day does.
    var words: String {
        (from.map { " from \($0.name)" } ?? "") + (to.map { " to \($0.name)" } ?? "")
    }
}

extension Procedure.DayBounds.Bound {
    fileprivate var name: String {
        switch self {
        case .today: "today"
        case .start: "the plan's first day"
        case .end: "the plan's last day"
        }
    }

    fileprivate func words(_ day: CalendarDay) -> String { "\(name), \(day.inWords)" }
}

extension Procedure.Node.Kind {
    var isOfDay: Bool { if case .date = self { true } else { false } }
}

extension Procedure {
    /// Holds the days among `answers` against the bounds of their nodes.
    ///
    /// - Throws: ``AnswerError/dayOutside(node:because:)``.
    public func checkDays(of answers: [Answer], today: CalendarDay, in schedule: Schedule) throws(AnswerError) {
        for answer in answers {
            guard case .date(let bounds) = node(answering: answer.node)?.kind, let day = CalendarDay(answer.value),
                let refusal = bounds.refusal(of: day, today: today, in: schedule)
            else { continue }
            throw .dayOutside(node: answer.node, because: refusal)
        }
    }
}
