extension Procedure {
    /// The flow in Mermaid's language, one edge an answer.
    public var mermaid: String {
        func quoted(_ text: String) -> String { text.replacing("\"", with: "#quot;") }
        var lines = ["flowchart TD"]
        for node in nodes {
            let label = "\"\(quoted(node.title))<br/>\(quoted(node.source))\""
            let (open, close) = node.kind.mermaidShape
            lines.append("    \(node.id)\(open)\(label)\(close)")
        }
        for outcome in outcomes { lines.append("    \(outcome.id.graphName)([\"\(quoted(outcome.title))\"])") }
        for edge in arrows {
            let label = edge.label.isEmpty ? "" : "|\"\(quoted(edge.label))\"|"
            lines.append("    \(edge.from) -->\(label) \(edge.to)")
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
            lines.append("    \(quoted(node.id.rawValue)) [shape=\(node.kind.dotShape), label=\(label)];")
        }
        for outcome in outcomes {
            lines.append(
                "    \(quoted(outcome.id.graphName)) [shape=box, style=rounded, label=\(quoted(outcome.title))];")
        }
        for edge in arrows {
            lines.append("    \(quoted(edge.from)) -> \(quoted(edge.to)) [label=\(quoted(edge.label))];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private var arrows: [(from: String, to: String, label: String)] {
        nodes.flatMap { node in
            node.edges.map { (node.id.rawValue, $0.target.graphName, node.words($0)) }
                + (node.repeats.map { [(node.id.rawValue, $0.thenAfter.graphName, "After \($0.atMost) times")] } ?? [])
        }
    }
}

extension Procedure.Node.Kind {
    fileprivate var mermaidShape: (open: String, close: String) {
        switch self {
        case .ask, .several: ("{", "}")
        case .fact: ("{{", "}}")
        case .tasks, .text, .date, .number: ("[", "]")
        case .guide: ("[[", "]]")
        case .hold: ("[/", "/]")
        }
    }

    fileprivate var dotShape: String {
        switch self {
        case .ask, .several: "diamond"
        case .fact: "hexagon"
        case .tasks, .text, .date, .number: "box"
        case .guide: "box3d"
        case .hold: "parallelogram"
        }
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
