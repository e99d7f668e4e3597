import Casework

/// What a draft can say of the contact that no node asked for.
public struct ContactWords: Sendable, Hashable {
    /// When it happened, in words, local time of the site or plan.
    public var time: String
    public var site: String?
    /// In which the times of ticks are said; nil leaves them out.
    public var zone: LocalZone?

    public init(time: String, site: String? = nil, zone: LocalZone? = nil) {
        self.time = time
        self.site = site
        self.zone = zone
    }
}

extension ProcedureRun {
    /// The note that the outcome drafts, with the trail behind it; nil before the outcome, and where it drafts none.
    /// Where the outcome drafts none, and a procedure run inside did, it is that one's.
    ///
    /// A part that only the person can fill is there and empty.
    public func draft(for contact: ContactWords) -> NoteContent? {
        guard let (template, prefix) = noteTemplate else { return nil }
        var values: [Template.Place: String] = [.time: contact.time]
        values[.site] = contact.site
        for step in trail where step.name.hasPrefix(prefix) && step.by != .procedure {
            values[.answer(String(step.unnumbered.dropFirst(prefix.count)))] = step.answerWords(in: contact.zone)
        }
        return NoteContent(
            type: template.type, fields: template.fields.mapValues { $0.filled(values) },
            trail: trail.map { $0.words(in: contact.zone) } + [
                "Guide \(procedure), version \(version): \(outcome?.title ?? "")"
            ])
    }

    /// Whether a note is drafted at the end.
    public var draftsNote: Bool { noteTemplate != nil }

    /// The template, and what stands before the names of the nodes that it can mean.
    private var noteTemplate: (template: Procedure.NoteTemplate, prefix: String)? {
        guard let outcome else { return nil }
        if let note = outcome.note { return (note, "") }
        for step in trail.reversed() {
            if let note = step.outcome?.note { return (note, step.name + "/") }
        }
        return nil
    }

    /// Everybody to be told: by the outcome, and by those of procedures run inside.
    public var notified: [Procedure.Outcome.Role] {
        (trail.flatMap { $0.outcome?.notify ?? [] } + (outcome?.notify ?? [])).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
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
                guard let zone, let at = given?.ticks?[name] else { return words }
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
