extension Procedure {
    /// The flow in Mermaid's language, one edge an answer.
    public var mermaid: String {
        func quoted(_ text: String) -> String { text.replacing("\"", with: "#quot;") }
        var lines = ["flowchart TD"]
        for node in nodes {
            let label = "\"\(quoted(node.title))<br/>\(quoted(node.source))\""
            lines.append("    \(node.id)" + (node.kind == .ask ? "{\(label)}" : "{{\(label)}}"))
        }
        for outcome in outcomes { lines.append("    \(outcome.id.graphName)([\"\(quoted(outcome.title))\"])") }
        for (node, choice) in edges {
            lines.append("    \(node.id) -->|\"\(quoted(choice.label))\"| \(choice.target.graphName)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The flow in Graphviz' language, one edge an answer.
    public var dot: String {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        var lines = ["digraph \(quoted(id.rawValue)) {", "    rankdir=TB;"]
        for node in nodes {
            let label = quoted("\(node.title) (\(node.source))")
            let shape = node.kind == .ask ? "diamond" : "hexagon"
            lines.append("    \(quoted(node.id.rawValue)) [shape=\(shape), label=\(label)];")
        }
        for outcome in outcomes {
            lines.append(
                "    \(quoted(outcome.id.graphName)) [shape=box, style=rounded, label=\(quoted(outcome.title))];")
        }
        for (node, choice) in edges {
            lines.append(
                "    \(quoted(node.id.rawValue)) -> \(quoted(choice.target.graphName)) [label=\(quoted(choice.label))];"
            )
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private var edges: [(node: Node, choice: Choice)] {
        nodes.flatMap { node in node.choices.map { (node, $0) } }
    }
}

extension Procedure.Outcome.ID {
    /// Apart from node names, and never `end`, which Mermaid keeps for itself.
    fileprivate var graphName: String { "to-\(rawValue)" }
}

extension Procedure.Target {
    fileprivate var graphName: String {
        switch self {
        case .node(let id): id.rawValue
        case .outcome(let id): id.graphName
        }
    }
}
