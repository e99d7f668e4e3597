import Casework

/// What a draft can say of the contact that no node asked for.
public struct ContactWords: Sendable {
    /// When it happened, in words, local time of the site or plan.
    public var time: String
    public var site: String?
    /// In which the times of ticks are said; nil leaves them out.
    public var zone: LocalZone?
    /// By what, and from when, a note says when something is due; nil leaves it out.
    public var limits: (schedule: Schedule, from: Instant)?

    public init(
        time: String, site: String? = nil, zone: LocalZone? = nil, limits: (schedule: Schedule, from: Instant)? = nil
    ) {
        self.time = time
        self.site = site
        self.zone = zone
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
        guard outcome != nil else { return [] }
        return notesInOrder.enumerated().map { place, note in
            let taken = [note.main] + note.taken
            let steps = place == 0 ? trail : trail.filter { $0.name.hasPrefix(note.main.prefix) }
            let end = place == 0 ? outcome?.title ?? "" : note.main.end
            return NoteContent(
                type: note.main.template.type,
                fields: taken.map { fields(of: $0, for: contact) }.reduce(into: [:]) { all, more in
                    all.merge(more, uniquingKeysWith: Self.joined)
                },
                trail: steps.map { $0.words(in: contact.zone) } + ["Guide \(procedure), version \(version): \(end)"])
        }
    }

    /// The types of the notes that the end drafts, as ``drafts(for:)`` gives them.
    public var noteTypes: [NoteType.ID] { outcome == nil ? [] : notesInOrder.map(\.main.template.type) }

    /// A note that an outcome on the way asks for.
    private struct Asked {
        let template: Procedure.NoteTemplate
        /// What stands before the names of the nodes that it can mean.
        let prefix: String
        let outcome: Procedure.Outcome
        var end: String { outcome.title }

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
        let inner = trail.compactMap { step in
            step.outcome.flatMap { end in
                end.note.map { Asked(template: $0, prefix: step.name + "/", outcome: end) }
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
        var values: [Template.Place: String] = [.time: contact.time]
        values[.site] = contact.site
        values[.due] = contact.limits.flatMap { schedule, from in
            due(note.outcome.due, reached: from, in: schedule, prefix: note.prefix).first?.due.dated(in: schedule.zone)
        }
        for step in trail where step.name.hasPrefix(note.prefix) && step.by != .procedure {
            values[.answer(String(step.unnumbered.dropFirst(note.prefix.count)))] = step.answerWords(in: contact.zone)
        }
        return note.template.fields.mapValues { $0.filled(values) }
    }

    /// Both, a line each; once where they say the same, or one says nothing.
    private static func joined(_ first: String, _ second: String) -> String {
        func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
        return isBlank(second) || first == second ? first : isBlank(first) ? second : "\(first)\n\(second)"
    }

    /// Everybody to be told: by the outcome, and by those of procedures run inside.
    public var notified: [Procedure.Outcome.Role] {
        (trail.flatMap { $0.outcome?.notify ?? [] } + (outcome?.notify ?? [])).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}

extension DueTime {
    /// With its year, for notes, which are read long after: `Tuesday 8 December 2026`; nil where it has no date.
    fileprivate func dated(in zone: LocalZone) -> String? {
        switch self {
        case .day(let day): day.inWords
        case .instant(let instant): zone.stamp(instant)
        case .atOnce, .unknown: nil
        }
    }
}

extension TrailStep {
    /// What was decided, by which fact and rule: `Face-to-face restriction: Partially, because: … (R4, OMC T1.2)`.
    public var words: String { words(in: nil) }

    /// The same with the time of each tick.
    public func words(in zone: LocalZone?) -> String {
        var words = "\(node.title): \(label(in: zone))"
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
    public func label(in zone: LocalZone? = nil) -> String {
        guard case .tasks(let items) = node.kind, case .ticked(let ticked) = value else { return answerWords(in: zone) }
        let open = items.filter { !ticked.contains($0.id) && !$0.isOptional }
        let left = "not done: \(open.map(\.words.clause).joined(separator: "; "))"
        if open.isEmpty { return ticked.isEmpty ? "nothing to do" : answerWords(in: zone) }
        return ticked.isEmpty ? left : "\(answerWords(in: zone)); \(left)"
    }

    /// The answer alone: its label, its words, the day in words, or what was ticked and when.
    func answerWords(in zone: LocalZone?) -> String {
        switch value {
        case .choice(let value): outcome?.title ?? node.choice(value)?.label ?? value
        case .ticked(let names):
            names.map { name in
                let words = node.items.first { $0.id == name }?.words.clause ?? node.choice(name)?.label ?? name
                // What was done has its time; what was seen or said of several is one answer.
                guard case .tasks = node.kind, let zone, let at = given?.ticks?[name] else { return words }
                return "\(zone.clock(at: at).time.inWords) \(words)"
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
