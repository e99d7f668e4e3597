/// One way through a procedure, from its start to an outcome.
public struct ProcedurePath: Sendable, Hashable, CustomStringConvertible {
    public struct Step: Sendable, Hashable {
        public let node: Procedure.Node.ID
        /// What an answer calls it.
        public let name: String
        public let answer: String
    }

    public let steps: [Step]
    public let outcome: Procedure.Outcome.ID

    public var description: String {
        (steps.map { "\($0.name)=\($0.answer)" } + ["→ \(outcome)"]).joined(separator: " ")
    }
}

extension Procedure {
    /// Every way through, in the order of the file; nil when there are more than `limit`. A procedure run inside is one
    /// step. There is an end to them, because a loop without one is refused.
    public func paths(limit: Int = 2000) -> [ProcedurePath]? {
        var paths: [ProcedurePath] = []
        var passings: [Node.ID: Int] = [:]
        func walk(_ target: Target, _ steps: [ProcedurePath.Step]) -> Bool {
            switch target {
            case .outcome(let id):
                paths.append(ProcedurePath(steps: steps, outcome: id))
                return paths.count <= limit
            case .node(let id):
                guard let node = node(id) else { return true }
                let passing = passings[id, default: 0] + 1
                if let repeats = node.repeats, passing > repeats.atMost { return walk(repeats.thenAfter, steps) }
                passings[id] = passing
                defer { passings[id] = passing - 1 }
                return node.edges.allSatisfy { edge in
                    let name = node.name + (passing > 1 ? "#\(passing)" : "")
                    return walk(
                        edge.target,
                        steps + [ProcedurePath.Step(node: id, name: name, answer: node.value(edge))])
                }
            }
        }
        return walk(.node(start), []) ? paths : nil
    }

    /// The shortest way to each outcome, in the order of the file: where there are too many ways to list, that each
    /// outcome can be come to is shown by one.
    public var shortestPaths: [ProcedurePath] {
        var found: [Outcome.ID: ProcedurePath] = [:]
        var seen: Set<Target> = [.node(start)]
        var open: [(target: Target, steps: [ProcedurePath.Step])] = [(.node(start), [])]
        while !open.isEmpty {
            let (target, steps) = open.removeFirst()
            switch target {
            case .outcome(let id): found[id] = ProcedurePath(steps: steps, outcome: id)
            case .node(let id):
                guard let node = node(id) else { continue }
                let ways =
                    node.edges.map { ($0.target, node.value($0)) }
                    + (node.repeats.map { [($0.thenAfter, "after \($0.atMost) times")] } ?? [])
                for (next, answer) in ways where seen.insert(next).inserted {
                    open.append((next, steps + [ProcedurePath.Step(node: id, name: node.name, answer: answer)]))
                }
            }
        }
        return outcomes.compactMap { found[$0.id] }
    }
}
