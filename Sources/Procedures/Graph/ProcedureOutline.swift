import Casework

extension Procedure {
    /// The whole procedure in lines to read or to hear: source, each node with its answers, each outcome.
    public var outline: [String] {
        var lines = [
            "\(title) (\(id), version \(version))", purpose,
            "Source: \(source.title), \(source.number), valid from \(source.date)"
                + (source.released ? "" : "; not released: built from what the released documents say"),
        ]
        for node in nodes { lines += [""] + self.lines(node) }
        for outcome in outcomes { lines += [""] + self.lines(outcome) }
        return lines
    }

    private func lines(_ node: Node) -> [String] {
        var lines = ["\(node.id): \(node.title) (\(node.source)\(node.released ? "" : ", not released"))"]
        if node.name != node.id.rawValue { lines.append("  answered as: \(node.name)") }
        if case .fact(let fact) = node.kind { lines.append("  from the record: \(fact.rawValue)") }
        if let role = node.role { lines.append("  who: \(role)") }
        lines += node.due.map { "  due: \($0.words)" }
        if let redaction = node.redaction { lines.append("  \(redaction)") }
        lines.append("  \(node.kind.word): \(node.question)")
        if let hint = node.hint { lines.append("  hint: \(hint)") }
        if let say = node.say { lines.append("  say: \(say)") }
        lines += node.actions.map { "  do: \($0)" }
        for item in node.items {
            let notes =
                [item.role, item.isOptional ? "optional" : nil, item.redaction].compactMap { $0 }
                + item.due.map(\.words) + item.sources
            lines.append(
                "  [ ] \(item.id): \(item.words)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"))
            if let say = item.say { lines.append("      say: \(say)") }
        }
        if node.kind == .several { lines += node.choices.map { "  \($0.value): \($0.label)" } }
        lines += node.edges.map { "  \(node.value($0)) → \($0.target.name)" }
        if let repeats = node.repeats { lines.append("  after \(repeats.atMost) times → \(repeats.thenAfter.name)") }
        return lines + node.corrects.flatMap(\.lines)
    }

    private func lines(_ outcome: Outcome) -> [String] {
        var lines = ["→ \(outcome.id): \(outcome.title) (\(outcome.source)\(outcome.released ? "" : ", not released"))"]
        if let role = outcome.role { lines.append("  who: \(role)") }
        lines += outcome.due.map { "  due: \($0.words)" }
        lines += outcome.actions.map { "  do: \($0)" }
        if let say = outcome.say { lines.append("  say: \(say)") }
        lines.append("  note: \(outcome.note?.type.rawValue ?? "none")")
        if !outcome.notify.isEmpty {
            lines.append("  tell: \(outcome.notify.map(\.rawValue).joined(separator: ", "))")
        }
        if !outcome.nextProcedures.isEmpty {
            lines.append("  then: \(outcome.nextProcedures.map(\.rawValue).joined(separator: ", "))")
        }
        return lines + outcome.corrects.flatMap(\.lines)
    }
}

extension Procedure.Limit {
    /// As `Answer the sending zone: 5 business days`.
    public var words: String { (what.map { "\($0): " } ?? "") + limit.words }
}

extension Procedure.Node.Kind {
    /// What a line that states it begins with.
    fileprivate var word: String {
        switch self {
        case .ask, .fact, .several: "ask"
        case .tasks: "tasks"
        case .text: "write"
        case .date(let bounds): "day\(bounds.words)"
        case .number(let unit): unit.map { "number of \($0)" } ?? "number"
        case .guide(let id): "run \(id)"
        case .hold(let limit): "wait \(limit.words)"
        }
    }
}

extension Procedure.Correction {
    fileprivate var lines: [String] { ["  corrects \(place)", "    printed: \(printed)", "    built: \(built)"] }
}
