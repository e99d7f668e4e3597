import Casework

/// One thing wrong in a procedure's file, and where.
public struct ProcedureFault: UserFacing, Hashable, CustomStringConvertible {
    public let file: String
    /// From 1.
    public let line: Int
    /// The node, outcome or example in which it stands; nil for the file itself.
    public let node: String?
    public let problem: ProcedureProblem

    public init(file: String, line: Int, node: String?, problem: ProcedureProblem) {
        self.file = file
        self.line = line
        self.node = node
        self.problem = problem
    }

    public var message: String { Self.brief((node.map { "\($0): " } ?? "") + problem.message) }
    public var remedy: String { Self.brief(problem.remedy) }
    public var fault: Fault { .badInput }
    /// As compilers write it: `visit.yaml:12: who: …`.
    public var description: String { "\(file):\(line): \(message)" }

    /// Words of a problem repeat what stands in the file, which may be of any length.
    private static func brief(_ words: String) -> String { String(words.prefix(600)) }
}

/// The faults of one file, as they are found.
struct FaultLog {
    let file: String
    private(set) var faults: [ProcedureFault] = []

    init(file: String) {
        self.file = file
    }

    mutating func report(_ problem: ProcedureProblem, line: Int, in node: String?) {
        faults.append(ProcedureFault(file: file, line: line, node: node, problem: problem))
    }

    /// - Throws: ``ProcedureError/broken(_:)`` with every fault in the order of its line, when there are any.
    func check() throws(ProcedureError) {
        guard faults.isEmpty else { throw .broken(faults.sorted { $0.line < $1.line }) }
    }
}
