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
    /// Every way through, in the order of the file. Finite, because a loop is refused.
    public var paths: [ProcedurePath] { paths(from: .node(start), after: []) }

    private func paths(from target: Target, after steps: [ProcedurePath.Step]) -> [ProcedurePath] {
        switch target {
        case .outcome(let id): [ProcedurePath(steps: steps, outcome: id)]
        case .node(let id):
            node(id).map { node in
                node.choices.flatMap { choice in
                    let step = ProcedurePath.Step(node: id, name: node.name, answer: choice.value)
                    return paths(from: choice.target, after: steps + [step])
                }
            } ?? []
        }
    }
}
