import Casework

/// What a draft can say of the contact that no node asked for.
public struct ContactWords: Sendable, Hashable {
    /// When it happened, in words, local time of the site or plan.
    public var time: String
    public var site: String?

    public init(time: String, site: String? = nil) {
        self.time = time
        self.site = site
    }
}

extension ProcedureRun {
    /// The note that the outcome drafts, with the trail behind it; nil before the outcome, and where it drafts none.
    ///
    /// A part that only the person can fill is there and empty.
    public func draft(for contact: ContactWords) -> NoteContent? {
        guard let template = outcome?.note else { return nil }
        var values: [Template.Place: String] = [.time: contact.time]
        values[.site] = contact.site
        return NoteContent(
            type: template.type, fields: template.fields.mapValues { $0.filled(values) },
            trail: trail.map(\.words) + ["Guide \(procedure), version \(version): \(outcome?.title ?? "")"])
    }
}

extension TrailStep {
    /// What was decided, by which fact and rule: `Face-to-face restriction: Partially, because: … (R4, OMC T1.2)`.
    public var words: String {
        let label = node.choice(answer)?.label ?? answer
        var words = "\(node.title): \(label)"
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
        }
        let places = [finding?.rule, node.source].compactMap { $0 }.filter { !$0.isEmpty }
        return words + " (\(places.joined(separator: ", ")))"
    }
}

extension String {
    /// Without its full stop, to stand inside a sentence.
    fileprivate var clause: String { hasSuffix(".") ? String(dropLast()) : self }
}
