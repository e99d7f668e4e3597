import Casework

/// Whether a written procedure flows: every answer leads on, every step can be reached, no path comes back.
struct FlowCheck {
    private let procedure: WrittenProcedure
    private let nodes: [String: WrittenNode]
    private let outcomes: Set<String>
    private var reader: FieldReader

    /// Every fault of flow, in the order of the file.
    static func faults(of procedure: WrittenProcedure, file: String) -> [ProcedureFault] {
        var check = FlowCheck(procedure, file: file)
        check.names()
        for node in procedure.nodes { check.edges(of: node) }
        check.reach()
        check.loops()
        return check.reader.faults
    }

    private init(_ procedure: WrittenProcedure, file: String) {
        self.procedure = procedure
        nodes = Dictionary(procedure.nodes.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        outcomes = Set(procedure.outcomes.map(\.value.id.rawValue))
        reader = FieldReader(file: file)
    }

    private mutating func names() {
        for node in procedure.nodes where outcomes.contains(node.id.value) {
            reader.report(.sharedName(node.id.value), line: node.id.line, in: node.id.value)
        }
        for (name, group) in Dictionary(grouping: procedure.nodes, by: \.name).sorted(by: { $0.key < $1.key }) {
            for other in group.dropFirst() where other.kind != group[0].kind || other.takes != group[0].takes {
                reader.report(.namesakesDiffer(name), line: other.id.line, in: other.id.value)
            }
        }
        if nodes[procedure.start.value] == nil, !procedure.start.value.isEmpty {
            undefined(procedure.start, in: nil)
        }
    }

    private mutating func edges(of node: WrittenNode) {
        let place = node.id.value
        let takes = node.takes
        if case .fact = node.kind, !node.labels.isEmpty {
            let listed = node.labels.map(\.value.value)
            for label in node.labels where !takes.contains(label.value.value) {
                reader.report(.answersDiffer(label.value.value, takes: takes), line: label.line, in: place)
            }
            for value in takes where !listed.contains(value) {
                reader.report(.answersDiffer(value, takes: takes), line: node.id.line, in: place)
            }
        }
        guard !node.edges.isEmpty else { return reader.report(.deadEnd, line: node.id.line, in: place) }
        for (value, target) in node.edges {
            if !takes.contains(value.value) {
                reader.report(.edgeNotTaken(value.value, takes: takes), line: value.line, in: place)
            }
            if nodes[target.value] == nil, !outcomes.contains(target.value) { undefined(target, in: place) }
        }
        for value in takes where !node.edges.contains(where: { $0.value.value == value }) {
            reader.report(.edgeMissing(value), line: node.id.line, in: place)
        }
    }

    private mutating func undefined(_ target: Placed<String>, in place: String?) {
        let known = procedure.nodes.map(\.id.value) + procedure.outcomes.map(\.value.id.rawValue)
        reader.report(
            .undefinedTarget(target.value, nearest: nearest(to: target.value, among: known)), line: target.line,
            in: place)
    }

    private mutating func reach() {
        guard nodes[procedure.start.value] != nil else { return }
        let reached = reachable(from: procedure.start.value).union([procedure.start.value])
        for node in procedure.nodes where !reached.contains(node.id.value) {
            reader.report(.unreachable, line: node.id.line, in: node.id.value)
        }
        for outcome in procedure.outcomes where !reached.contains(outcome.value.id.rawValue) {
            reader.report(.unreachable, line: outcome.line, in: outcome.value.id.rawValue)
        }
        for node in procedure.nodes {
            let later = reachable(from: node.id.value).subtracting([node.id.value])
            for other in procedure.nodes where other.name == node.name && later.contains(other.id.value) {
                reader.report(
                    .askedTwice(other.name, after: node.id.value), line: other.id.line, in: other.id.value)
            }
        }
    }

    /// Every node and outcome that comes after `start`; `start` itself only where a loop leads back to it.
    private func reachable(from start: String) -> Set<String> {
        var reached: Set<String> = []
        var open = [start]
        while let id = open.popLast() {
            for (_, target) in nodes[id]?.edges ?? [] where reached.insert(target.value).inserted {
                open.append(target.value)
            }
        }
        return reached
    }

    /// Reports each edge that leads back to a node of its own path, once.
    private mutating func loops() {
        var finished: Set<String> = []
        func walk(_ id: String, _ path: [String], _ found: inout [(Placed<String>, [String])]) {
            guard let node = nodes[id], !finished.contains(id) else { return }
            for (_, target) in node.edges {
                let path = path + [id]
                if let first = path.firstIndex(of: target.value) {
                    found.append((target, path[first...] + [target.value]))
                } else {
                    walk(target.value, path, &found)
                }
            }
            finished.insert(id)
        }
        var found: [(Placed<String>, [String])] = []
        for node in procedure.nodes { walk(node.id.value, [], &found) }
        for (edge, nodes) in found {
            reader.report(.loop(nodes), line: edge.line, in: nodes.dropLast().last)
        }
    }
}
