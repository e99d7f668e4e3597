import Casework

/// What a draft can say of the contact that no node asked for.
public struct ContactWords: Sendable {
    /// When it happened, in words, local time of the site or plan.
    public var time: String
    public var site: String?
    /// In which the times of ticks are said; nil leaves them out.
    public var clock: WorkClock?
    /// By what, and from when, a note says when something is due; nil leaves it out.
    public var limits: (schedule: Schedule, from: Instant)?

    /// The day on which the note is begun: what was done on it needs no date.
    public var today: CalendarDay? { clock.flatMap { clock in limits.map { clock.zone.day(at: $0.from) } } }

    public init(
        time: String, site: String? = nil, clock: WorkClock? = nil, limits: (schedule: Schedule, from: Instant)? = nil
    ) {
        self.time = time
        self.site = site
        self.clock = clock
        self.limits = limits
    }
}

extension ProcedureRun {
    /// The notes that the end drafts: the outcome's own first, with the whole trail, then those of the procedures run
    /// inside, in their order and each with its own steps. None before the end.
    ///
    /// A note takes up those of its type that the procedures it ran draft: nobody writes the same twice. A part that only
    /// the person can fill is there and empty.
    public func drafts(for contact: ContactWords) -> [NoteContent] {
        outcome == nil ? [] : notes(for: contact)
    }

    /// The notes of procedures run inside that have ended, for a wait: what was done is noted on its day, not weeks later.
    /// None after the end.
    public func draftsBeforeWait(for contact: ContactWords) -> [NoteContent] {
        outcome == nil ? notes(for: contact) : []
    }

    private func notes(for contact: ContactWords) -> [NoteContent] {
        notesInOrder.enumerated().map { place, note in
            let taken = [note.main] + note.taken
            let whole = place == 0 ? outcome : nil
            let steps = whole == nil ? trail.filter { $0.name.hasPrefix(note.main.prefix) } : trail
            let end = (whole ?? note.main.outcome).title + (whole == nil ? note.main.reached(for: contact) : "")
            return NoteContent(
                type: note.main.template.type,
                fields: taken.map { fields(of: $0, for: contact) }.reduce(into: [:]) { all, more in
                    all.merge(more, uniquingKeysWith: Self.joined)
                },
                trail: steps.map { $0.words(by: contact.clock, on: contact.today) }
                    + ["Guide \(procedure), version \(version): \(end)"])
        }
    }

    /// The types of the notes that the end drafts, as ``drafts(for:)`` gives them.
    public var noteTypes: [NoteType.ID] { outcome == nil ? [] : notesInOrder.map(\.main.template.type) }

    /// Whether a wait has notes to write, as ``draftsBeforeWait(for:)`` gives them.
    public var hasNotesBeforeWait: Bool { outcome == nil && !notesInOrder.isEmpty }

    /// `answers`, those marked that ended what ``draftsBeforeWait(for:)`` drafts: it is not drafted again.
    public func noted(_ answers: [Answer]) -> [Answer] {
        let noted = Set(
            trail.indices.filter { trail[$0].outcome?.note != nil }.compactMap { endingAnswer(of: $0)?.node })
        return answers.map { answer in
            guard noted.contains(answer.node) else { return answer }
            var answer = answer
            answer.isNoted = true
            return answer
        }
    }

    /// The answer with which the procedure that step `index` ran came to its end.
    private func endingAnswer(of index: Int) -> Answer? { trail[...index].last { $0.given != nil }?.given }

    /// The steps that ran a procedure, without those whose note was drafted at a wait.
    private var ended: [TrailStep] {
        trail.indices.filter { index in
            guard let outcome = trail[index].outcome else { return false }
            return outcome.note == nil || endingAnswer(of: index)?.isNoted != true
        }.map { trail[$0] }
    }

    /// A note that an outcome on the way asks for.
    private struct Asked {
        let template: Procedure.NoteTemplate
        /// What stands before the names of the nodes that it can mean.
        let prefix: String
        let outcome: Procedure.Outcome
        /// When a procedure run inside came to it; nil of the run's own end.
        var reachedAt: Instant?

        /// When it happened: on the way at its own time, which can be weeks before the end.
        func time(for contact: ContactWords) -> String {
            contact.clock.flatMap { clock in reachedAt.map { clock.stamp($0) } } ?? contact.time
        }

        /// As `, 24 November 2026 10:10`; nothing where that was on the day of the note.
        func reached(for contact: ContactWords) -> String {
            guard let clock = contact.clock, let reachedAt, contact.today != clock.zone.day(at: reachedAt) else {
                return ""
            }
            return ", \(clock.stamp(reachedAt))"
        }

        /// Whether this is the note of a procedure that ran the other's, of the same type; forms of a type stay apart.
        func takesUp(_ other: Self) -> Bool {
            other.prefix != prefix && other.prefix.hasPrefix(prefix) && other.template.type == template.type
                && NoteType.named(template.type)?.forms.isEmpty ?? true
        }
    }

    private var notesInOrder: [(main: Asked, taken: [Asked])] {
        let own = outcome.flatMap { end in
            end.note.map { Asked(template: $0, prefix: "", outcome: end) }
        }
        let inner = ended.compactMap { step in
            step.outcome.flatMap { end in
                end.note.map {
                    Asked(template: $0, prefix: step.name + "/", outcome: end, reachedAt: step.reachedAt)
                }
            }
        }
        var left = [own].compactMap(\.self) + inner
        var notes: [(main: Asked, taken: [Asked])] = []
        while let first = left.first {
            // A procedure run inside ends before the one that ran it: that one's note is the whole, and comes first.
            let main = left.last { $0.takesUp(first) } ?? first
            let taken = left.filter { main.takesUp($0) }
            notes.append((main, taken))
            left.removeAll { $0.prefix == main.prefix || main.takesUp($0) }
        }
        return notes
    }

    private func fields(of note: Asked, for contact: ContactWords) -> [String: String] {
        var values: [Template.Place: String] = [.time: note.time(for: contact)]
        values[.site] = contact.site
        values[.due] = contact.limits.flatMap { schedule, from in
            due(note.outcome.due, reached: from, in: schedule, prefix: note.prefix).first?.dated(in: schedule.zone)
        }
        for step in trail where step.name.hasPrefix(note.prefix) && step.by != .procedure {
            values[.answer(String(step.unnumbered.dropFirst(note.prefix.count)))] = step.answerWords(
                by: contact.clock, on: contact.today)
        }
        return note.template.fields.mapValues { $0.filled(values) }
    }

    /// Both, a line each; once where they say the same, or one says nothing.
    private static func joined(_ first: String, _ second: String) -> String {
        func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
        return isBlank(second) || first == second ? first : isBlank(first) ? second : "\(first)\n\(second)"
    }

    /// Everybody to be told: by the outcome, and by those of procedures run inside, but for what a note told at a wait.
    public var notified: [Procedure.Outcome.Role] {
        (ended.flatMap { $0.outcome?.notify ?? [] } + (outcome?.notify ?? [])).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}

extension TrailStep {
    /// What was decided, by which fact and rule: `Face-to-face restriction: Partially, because: … (R4, OMC T1.2)`.
    public var words: String { words(by: nil) }

    /// The same with the time of each tick, and its day where that is not `today`; nil leaves every day out.
    public func words(by clock: WorkClock?, on today: CalendarDay? = nil) -> String {
        var words = "\(node.title): \(label(by: clock, on: today))"
        switch by {
        case .record:
            if let because { words += ", because: \(because.clause)" }
        case .person:
            if let because {
                words += ", \(overruled ? "decided otherwise than the record" : "said"): \(because.clause)"
            }
            if let finding, let value = finding.value {
                words += "; the record says \(node.choice(value)?.label ?? value), because \(finding.because.clause)"
            }
        case .procedure: break
        }
        let places = [finding?.rule, node.source].compactMap { $0 }.filter { !$0.isEmpty }
        return words + " (\(places.joined(separator: ", ")))"
    }

    /// The answer for people, with what was left undone.
    public func label(by clock: WorkClock? = nil, on today: CalendarDay? = nil) -> String {
        let words = answerWords(by: clock, on: today)
        guard case .tasks(let items) = node.kind, case .ticked(let ticked) = value else { return words }
        let open = items.filter { !ticked.contains($0.id) && !$0.isOptional }
        let left = "not done: \(open.map(\.words.clause).joined(separator: "; "))"
        if open.isEmpty { return ticked.isEmpty ? "nothing to do" : words }
        return ticked.isEmpty ? left : "\(words); \(left)"
    }

    /// The answer alone: its label, its words, the day in words, or what was ticked and when.
    func answerWords(by clock: WorkClock?, on today: CalendarDay?) -> String {
        switch value {
        case .choice(let value): outcome?.title ?? node.choice(value)?.label ?? value
        case .ticked(let names):
            names.map { name in
                let words = node.items.first { $0.id == name }?.words.clause ?? node.choice(name)?.label ?? name
                // What was done has its time; what was seen or said of several is one answer.
                guard case .tasks = node.kind, let clock, let at = given?.ticks?[name] else { return words }
                return "\(clock.words(at, on: today)) \(words)"
            }.joined(separator: "; ").ifEmpty("none")
        case .text(let text): text.ifEmpty("nothing")
        case .day(let day): day.inWords
        case .number(let number):
            if case .number(let unit?) = node.kind { "\(number) \(unit)" } else { "\(number)" }
        case .done: "went on"
        }
    }
}

extension String {
    /// Without its full stop, to stand inside a sentence.
    fileprivate var clause: String { hasSuffix(".") ? String(dropLast()) : self }

    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
