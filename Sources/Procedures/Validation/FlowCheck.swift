import Casework

/// Whether a written procedure flows: every answer leads on, every step can be reached, every path ends.
struct FlowCheck {
    private let procedure: WrittenProcedure
    private let nodes: [String: WrittenNode]
    private let outcomes: Set<String>
    private let called: [Procedure.ID: Procedure]
    private var log: FaultLog

    /// `log` with every fault of flow added.
    static func check(
        _ procedure: WrittenProcedure, called: [Procedure.ID: Procedure], _ log: FaultLog
    ) -> FaultLog {
        var check = FlowCheck(procedure, called, log)
        check.names()
        for node in procedure.nodes { check.edges(of: node) }
        check.reach()
        check.loops()
        return check.log
    }

    private init(_ procedure: WrittenProcedure, _ called: [Procedure.ID: Procedure], _ log: FaultLog) {
        self.procedure = procedure
        self.called = called
        nodes = Dictionary(procedure.nodes.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        outcomes = Set(procedure.outcomes.map(\.value.id.rawValue))
        self.log = log
    }

    private mutating func names() {
        let named =
            procedure.nodes.flatMap { [$0.id, Placed(value: $0.name, line: $0.id.line)] + $0.ticked }
            + procedure.outcomes.map { Placed(value: $0.value.id.rawValue, line: $0.line) }
        var refused: Set<String> = []
        for name in named where !Self.canBeTyped(name.value) && refused.insert(name.value).inserted {
            log.report(.badName(name.value), line: name.line, in: nil)
        }
        for node in procedure.nodes where outcomes.contains(node.id.value) {
            log.report(.sharedName(node.id.value), line: node.id.line, in: node.id.value)
        }
        for (name, group) in Dictionary(grouping: procedure.nodes, by: \.name).sorted(by: { $0.key < $1.key }) {
            for other in group.dropFirst() where other.kind != group[0].kind || takes(other) != takes(group[0]) {
                log.report(.namesakesDiffer(name), line: other.id.line, in: other.id.value)
            }
        }
        if nodes[procedure.start.value] == nil, !procedure.start.value.isEmpty {
            undefined(procedure.start, in: nil)
        }
    }

    /// Names stand in commands and graphs, so they are plain words.
    private static func canBeTyped(_ name: String) -> Bool {
        name.first.map { ("a"..."z").contains($0) } == true
            && name.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
    }

    private func takes(_ node: WrittenNode) -> [String] {
        guard case .guide(let id) = node.kind else { return node.choices(called: nil).map(\.value) }
        return node.choices(called: called[id]).map(\.value)
    }

    private mutating func edges(of node: WrittenNode) {
        let place = node.id.value
        guard let kind = node.kind else { return }
        let takes = takes(node)
        if case .fact = kind, !node.labels.isEmpty {
            let listed = node.labels.map(\.value.value)
            for label in node.labels where !takes.contains(label.value.value) {
                log.report(.answersDiffer(label.value.value, takes: takes), line: label.line, in: place)
            }
            for value in takes where !listed.contains(value) {
                log.report(.answersDiffer(value, takes: takes), line: node.id.line, in: place)
            }
        }
        for target in node.targets where nodes[target.value] == nil && !outcomes.contains(target.value) {
            undefined(target, in: place)
        }
        if case .guide(let id) = kind, called[id] == nil { return }
        guard !node.edges.isEmpty else { return log.report(.deadEnd, line: node.id.line, in: place) }
        for fault in EdgeCheck(kind: kind, takes: takes).faults(in: node.edges) {
            log.report(fault.value, line: fault.line ?? node.id.line, in: place)
        }
    }

    private mutating func undefined(_ target: Placed<String>, in place: String?) {
        let known = procedure.nodes.map(\.id.value) + procedure.outcomes.map(\.value.id.rawValue)
        log.report(
            .undefinedTarget(target.value, nearest: nearest(to: target.value, among: known)), line: target.line,
            in: place)
    }

    private mutating func reach() {
        guard nodes[procedure.start.value] != nil else { return }
        let reached = reachable(from: procedure.start.value).union([procedure.start.value])
        for node in procedure.nodes where !reached.contains(node.id.value) {
            log.report(.unreachable, line: node.id.line, in: node.id.value)
        }
        for outcome in procedure.outcomes where !reached.contains(outcome.value.id.rawValue) {
            log.report(.unreachable, line: outcome.line, in: outcome.value.id.rawValue)
        }
        let named = Dictionary(grouping: procedure.nodes, by: \.name).values.filter { $0.count > 1 }
        for group in named {
            for node in group {
                let later = reachable(from: node.id.value)
                for other in group where other.id.value != node.id.value && later.contains(other.id.value) {
                    log.report(.askedTwice(other.name, after: node.id.value), line: other.id.line, in: other.id.value)
                }
            }
        }
    }

    /// Every node and outcome that comes after `start`; `start` itself only where a loop leads back to it.
    private func reachable(from start: String) -> Set<String> {
        var reached: Set<String> = []
        var open = [start]
        while let id = open.popLast() {
            for target in nodes[id]?.targets ?? [] where reached.insert(target.value).inserted {
                open.append(target.value)
            }
        }
        return reached
    }

    /// Reports each edge that leads back to a node of its own path, once.
    ///
    /// A node with `at-most` leads on by its answers that often and then by `then-after` alone. So every run ends when,
    /// with only `then-after` of such nodes left, no path comes back.
    private mutating func loops() {
        var finished: Set<String> = []
        func walk(_ id: String, _ path: [String], _ found: inout [(Placed<String>, [String])]) {
            guard let node = nodes[id], !finished.contains(id) else { return }
            for target in node.repeats.map({ [$0.thenAfter] }) ?? node.edges.map(\.target) {
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
            log.report(.loop(nodes), line: edge.line, in: nodes.dropLast().last)
        }
    }
}

extension WrittenNode {
    fileprivate var targets: [Placed<String>] { edges.map(\.target) + [repeats?.thenAfter].compactMap { $0 } }

    /// The names that answers to tasks and several hold, separated by commas.
    fileprivate var ticked: [Placed<String>] {
        switch kind {
        case .tasks(let items): items.map { Placed(value: $0.id, line: id.line) }
        case .several: labels.map { Placed(value: $0.value.value, line: $0.line) }
        default: []
        }
    }
}
