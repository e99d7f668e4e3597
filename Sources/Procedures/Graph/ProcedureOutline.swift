extension Procedure {
    /// The whole procedure in lines to read or to hear: source, each node with its answers, each outcome.
    public var outline: [String] {
        var lines = [
            "\(title) (\(id), version \(version))", "\(source.title), \(source.number), valid from \(source.date)",
        ]
        for node in nodes {
            lines += ["", "\(node.id): \(node.title) (\(node.source)\(node.released ? "" : ", not released"))"]
            if case .fact(let fact) = node.kind { lines.append("  from the record: \(fact.rawValue)") }
            lines.append("  ask: \(node.question)")
            if let hint = node.hint { lines.append("  hint: \(hint)") }
            if let say = node.say { lines.append("  say: \(say)") }
            lines += node.actions.map { "  do: \($0)" }
            lines += node.choices.map { "  \($0.value) → \($0.target.name)" }
            lines += node.corrects.flatMap(\.lines)
        }
        for outcome in outcomes {
            lines += [
                "", "→ \(outcome.id): \(outcome.title) (\(outcome.source)\(outcome.released ? "" : ", not released"))",
            ]
            lines += outcome.actions.map { "  do: \($0)" }
            if let say = outcome.say { lines.append("  say: \(say)") }
            lines.append("  note: \(outcome.note?.type.rawValue ?? "none")")
            if !outcome.notify.isEmpty {
                lines.append("  tell: \(outcome.notify.map(\.rawValue).joined(separator: ", "))")
            }
            lines += outcome.corrects.flatMap(\.lines)
        }
        return lines
    }
}

extension Procedure.Correction {
    fileprivate var lines: [String] { ["  corrects \(place)", "    printed: \(printed)", "    built: \(built)"] }
}

extension Procedure.Target {
    fileprivate var name: String {
        switch self {
        case .node(let id): id.rawValue
        case .outcome(let id): id.rawValue
        }
    }
}
