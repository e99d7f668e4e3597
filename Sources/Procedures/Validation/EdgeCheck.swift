import Casework

/// Whether the edges of one node take every answer that it can have, each once.
struct EdgeCheck {
    let kind: Procedure.Node.Kind
    /// The values that can be chosen.
    let takes: [String]

    /// A nil line is that of the node.
    struct Found {
        let value: ProcedureProblem
        let line: Int?
    }

    func faults(in edges: [WrittenEdge]) -> [Found] {
        var faults = edges.filter { !fits($0.when.value) }.map { edge in
            Found(value: .edgeNotTaken(Self.words(edge.when.value), takes: takes), line: edge.when.line)
        }
        let fitting = edges.filter { fits($0.when.value) }
        faults += neverTaken(fitting)
        faults += missing(fitting.map(\.when.value)).map { Found(value: .edgeMissing($0), line: nil) }
        return faults
    }

    /// Whether this kind of node can have such an edge.
    private func fits(_ condition: Procedure.Condition) -> Bool {
        switch (kind, condition) {
        case (.ask, .value(let value)), (.fact, .value(let value)), (.guide, .value(let value)): takes.contains(value)
        case (.guide, .otherwise), (.number, .otherwise), (.number, .always), (.number, .under): true
        case (.several, .any(let values)): !values.isEmpty && values.allSatisfy(takes.contains)
        case (.several, .none), (.several, .otherwise): true
        case (.tasks, .always), (.text, .always), (.date, .always), (.hold, .always): true
        default: false
        }
    }

    /// Edges that those before them leave nothing to.
    private func neverTaken(_ edges: [WrittenEdge]) -> [Found] {
        var found: [Found] = []
        var (bound, covered, hasNone, isClosed) = (0, Set<String>(), false, false)
        for edge in edges {
            let isLeft: Bool
            switch edge.when.value {
            case .under(let number):
                isLeft = number > bound
                bound = max(bound, number)
            case .any(let values):
                isLeft = !covered.isSuperset(of: values)
                covered.formUnion(values)
            case .none:
                isLeft = !hasNone
                hasNone = true
            case .value(let value):
                isLeft = covered.insert(value).inserted
            case .otherwise, .always: isLeft = kind.isOpen || !missing(before: edge, in: edges).isEmpty
            }
            if isClosed || !isLeft {
                found.append(Found(value: .edgeNeverTaken(Self.words(edge.when.value)), line: edge.when.line))
            }
            if edge.when.value == .otherwise || edge.when.value == .always { isClosed = true }
        }
        return found
    }

    private func missing(before edge: WrittenEdge, in edges: [WrittenEdge]) -> [String] {
        missing(edges.map(\.when.value).filter { $0 != .otherwise && $0 != .always })
    }

    /// The answers that no edge takes.
    private func missing(_ conditions: [Procedure.Condition]) -> [String] {
        if conditions.contains(.otherwise) || conditions.contains(.always) { return [] }
        switch kind {
        case .ask, .fact, .guide: return takes.filter { !conditions.contains(.value($0)) }
        case .several:
            let covered = conditions.reduce(into: Set<String>()) {
                if case .any(let values) = $1 { $0.formUnion(values) }
            }
            return takes.filter { !covered.contains($0) } + (conditions.contains(.none) ? [] : ["none"])
        case .number: return ["else"]
        case .tasks, .text, .date, .hold: return ["next"]
        }
    }

    private static func words(_ condition: Procedure.Condition) -> String {
        switch condition {
        case .value(let value): value
        case .any(let values): "any: [\(values.joined(separator: ", "))]"
        case .none: "none"
        case .under(let number): "under: \(number)"
        case .otherwise: "else"
        case .always: "next"
        }
    }
}

extension Procedure.Node.Kind {
    /// Whether its answers cannot be counted, so that a last edge always has something left.
    fileprivate var isOpen: Bool {
        switch self {
        case .number, .tasks, .text, .date, .hold: true
        case .ask, .fact, .several, .guide: false
        }
    }
}
