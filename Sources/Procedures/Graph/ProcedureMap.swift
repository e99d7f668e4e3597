/// How procedures hang together: each as one place in its group, and where one runs or opens another.
public struct ProcedureMap: Sendable {
    /// A way from one procedure to another.
    public struct Link: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            /// The other runs inside it and comes back.
            case runs
            /// An outcome of it opens the other.
            case opens
        }

        public let from: Procedure.ID
        public let to: Procedure.ID
        public let kind: Kind
    }

    /// In the order of their groups; those without a procedure are left out.
    public let groups: [(group: Procedure.Group, procedures: [Procedure])]
    /// Each once, however many steps or outcomes lead there; to procedures that are at hand alone.
    public let links: [Link]

    public init(of procedures: [Procedure]) {
        groups = Procedure.Group.allCases.compactMap { group in
            let own = procedures.filter { $0.group == group }
            return own.isEmpty ? nil : (group, own)
        }
        let known = Set(procedures.map(\.id))
        links = groups.flatMap(\.procedures).flatMap { procedure in
            var seen: Set<Link> = []
            return procedure.links.filter { known.contains($0.to) && seen.insert($0).inserted }
        }
    }

    private static let legend = "Solid: runs inside it and comes back. Dotted: opens next."

    /// The map in Mermaid's language, a box around each group.
    public var mermaid: String {
        var lines = ["---", "title: \"\(Self.legend)\"", "---", "flowchart LR"]
        for (group, procedures) in groups {
            lines.append("    subgraph group-\(group.rawValue)[\(group.title.quotedForMermaid)]")
            for procedure in procedures {
                lines.append("        \(procedure.id.mapName)[\(procedure.mapLabel("<br/>").quotedForMermaid)]")
            }
            lines.append("    end")
        }
        for link in links {
            let arrow = link.kind == .runs ? "-->" : "-.->"
            lines.append("    \(link.from.mapName) \(arrow) \(link.to.mapName)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The map in Graphviz' language, a box around each group.
    public var dot: String {
        var lines = [
            "digraph procedures {", "    rankdir=LR;", "    node [shape=box, style=rounded];",
            "    label=\(Self.legend.quotedForDot);",
        ]
        for (group, procedures) in groups {
            // Only a subgraph whose name begins so gets a box.
            lines.append("    subgraph \("cluster-\(group.rawValue)".quotedForDot) {")
            lines.append("        label=\(group.title.quotedForDot);")
            for procedure in procedures {
                let label = procedure.mapLabel("\n").quotedForDot
                lines.append("        \(procedure.id.rawValue.quotedForDot) [label=\(label)];")
            }
            lines.append("    }")
        }
        for link in links {
            let style = link.kind == .runs ? "solid" : "dotted"
            lines.append(
                "    \(link.from.rawValue.quotedForDot) -> \(link.to.rawValue.quotedForDot) [style=\(style)];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }
}

extension Procedure {
    /// In the order of the file: what its steps run, then what its outcomes open.
    fileprivate var links: [ProcedureMap.Link] {
        let runs = nodes.compactMap { node -> ID? in
            if case .guide(let id) = node.kind { id } else { nil }
        }
        return runs.map { ProcedureMap.Link(from: id, to: $0, kind: .runs) }
            + outcomes.flatMap(\.nextProcedures).map { ProcedureMap.Link(from: id, to: $0, kind: .opens) }
    }

    fileprivate func mapLabel(_ lineBreak: String) -> String {
        title + lineBreak + id.rawValue + (source.released ? "" : ", not released")
    }
}

extension Procedure.ID {
    /// Apart from words that Mermaid keeps for itself, such as `call`.
    fileprivate var mapName: String { "guide-\(rawValue)" }
}
