import Casework
import Procedures
import Terminal
import Widgets

extension Guide {
    mutating func answer(_ index: Int) -> Effect<Action> {
        guard rowNames.indices.contains(index), interlude == nil else { return .none }
        guard let awaiting = run.awaiting else { return openNext(index) }
        change = nil
        if takesTicks {
            selection = index
            reveal()
            draft.toggle(rowNames[index])
            return keep()
        }
        if case .hold = awaiting.node.kind, index == 0 { return close(wait()) }
        return replay(answers + [Answer(awaiting.name, rowNames[index])])
    }

    mutating func type(_ key: Key) -> Effect<Action> {
        let before = draft.text.text
        guard draft.text.handle(key) else { return .none }
        complaint = nil
        return draft.text.text == before ? .none : keepSoon()
    }

    mutating func goOn() -> Effect<Action> {
        if isPathShown {
            wantsPath = false
            reveal()
            return .none
        }
        if interlude != nil {
            interlude = nil
            offset = 0
            reveal()
            return .none
        }
        guard let awaiting = run.awaiting else { return close(finish()) }
        if takesTicks { return replay(answers + [draft.answer(to: awaiting.name, rows: rowNames)]) }
        guard takesText else { return answer(selection) }
        var value = draft.text.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if case .date(let bounds) = awaiting.node.kind, let day = CalendarDay(written: value) {
            let today = setting.schedule.zone.day(at: seenAt)
            complaint = bounds.refusal(of: day, today: today, in: setting.schedule)
            guard complaint == nil else { return .none }
            value = day.description
        }
        guard awaiting.node.reads(value) != nil else {
            complaint = awaiting.node.kind.complaint
            return .none
        }
        return replay(answers + [Answer(awaiting.name, value)])
    }

    /// Goes where `new` leads. What stood in answers that are not among them waits at its step.
    mutating func replay(_ new: [Answer]) -> Effect<Action> {
        do {
            let next = try Self.replay(procedure, setting, new)
            let (isForward, passed) = (new.count > answers.count, Set(run.trail.map(\.name)))
            let stays = next.awaiting != nil && next.awaiting?.name == run.awaiting?.name
            let names = Set(new.map(\.node))
            putBy(answers.filter { !names.contains($0.node) })
            for name in names { drafts[name] = nil }
            (run, answers, offset) = (next, new, 0)
            if !stays {
                (selection, complaint) = (firstSelection, nil)
                interlude = run.trail.last { step in
                    isForward && step.by == .procedure && !passed.contains(step.name)
                        && step.outcome.map { !$0.actions.isEmpty } ?? false
                }
            }
            reveal()
            return keep()
        } catch {
            return .notice(Notice(error))
        }
    }

    /// Gives every answer and tick that has none the time `now`.
    mutating func stamp(_ now: Instant, by staff: StaffMember.ID) {
        for index in answers.indices where answers[index].at == nil {
            answers[index].at = now
            answers[index].by = staff
            guard var ticks = answers[index].ticks else { continue }
            for name in answers[index].value.split(separator: ",").map(String.init) where ticks[name] == nil {
                ticks[name] = now
            }
            answers[index].ticks = ticks
        }
        for name in drafts.keys { drafts[name]?.stamp(now) }
        seenAt = now
        do {
            // The same answers lead the same way; only their times are new.
            run = try Self.replay(procedure, setting, answers)
        } catch {
            complaint = Notice(error).text
        }
    }
}
