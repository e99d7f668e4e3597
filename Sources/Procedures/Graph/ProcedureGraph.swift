extension Procedure {
    /// The flow in Mermaid's language, one edge an answer.
    public var mermaid: String {
        var lines = ["flowchart TD"]
        for node in nodes {
            let label = "\(node.title)<br/>\(node.source)".quotedForMermaid
            let (open, close) = node.kind.mermaidShape
            lines.append("    \(node.id.graphName)\(open)\(label)\(close)")
        }
        for outcome in outcomes { lines.append("    \(outcome.id.graphName)([\(outcome.title.quotedForMermaid)])") }
        for edge in arrows {
            let label = edge.label.isEmpty ? "" : "|\(edge.label.quotedForMermaid)|"
            lines.append("    \(edge.from) -->\(label) \(edge.to)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The flow in Graphviz' language, one edge an answer.
    public var dot: String {
        var lines = ["digraph \(id.rawValue.quotedForDot) {", "    rankdir=TB;"]
        for node in nodes {
            let label = "\(node.title) (\(node.source))".quotedForDot
            lines.append("    \(node.id.graphName.quotedForDot) [shape=\(node.kind.dotShape), label=\(label)];")
        }
        for outcome in outcomes {
            lines.append(
                "    \(outcome.id.graphName.quotedForDot) [shape=box, style=rounded, label=\(outcome.title.quotedForDot)];"
            )
        }
        for edge in arrows {
            lines.append("    \(edge.from.quotedForDot) -> \(edge.to.quotedForDot) [label=\(edge.label.quotedForDot)];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private var arrows: [(from: String, to: String, label: String)] {
        nodes.flatMap { node in
            node.edges.map { (node.id.graphName, $0.target.graphName, node.words($0)) }
                + (node.repeats.map { [(node.id.graphName, $0.thenAfter.graphName, "After \($0.atMost) times")] } ?? [])
        }
    }
}

extension String {
    /// As a label of Mermaid's, in quotation marks.
    var quotedForMermaid: String { "\"" + replacing("\"", with: "#quot;") + "\"" }

    /// As a word of Graphviz', in quotation marks; a new line stays one.
    var quotedForDot: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
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

extension Procedure.Node.ID {
    private static let reserved: Set = ["class", "click", "default", "end", "flowchart", "graph", "style", "subgraph"]

    /// Never a word that Mermaid keeps for itself: one step named `end` would leave the whole undrawn.
    fileprivate var graphName: String { Self.reserved.contains(rawValue) ? "step-\(rawValue)" : rawValue }
}

extension Procedure.Outcome.ID {
    /// Apart from node names.
    fileprivate var graphName: String { "to-\(rawValue)" }
}

extension Procedure.Target {
    fileprivate var graphName: String {
        switch self {
        case .node(let id): id.graphName
        case .outcome(let id): id.graphName
        }
    }
}
