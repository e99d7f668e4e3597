import Casework
import Yams

extension Procedure {
    /// Reads and proves a procedure.
    ///
    /// - Parameter file: its name, for faults; when it ends in `.yaml` it must be the procedure's id.
    /// - Throws: ``ProcedureError/broken(_:)`` with every fault found. A text that is not YAML, or holds a key twice,
    ///   has that fault alone; flow and examples are looked at once the form is right.
    public init(yaml: String, file: String) throws(ProcedureError) {
        let root: Yams.Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw .broken([Self.fault(error, yaml: yaml, file: file)])
        }
        var reader = ProcedureReader(file: file)
        let written = reader.read(root ?? Yams.Node(""))
        var log = reader.log
        guard let written else { throw .broken(log.faults) }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        if name.hasSuffix(".yaml"), !written.id.value.isEmpty, name != "\(written.id.value).yaml" {
            log.report(.wrongFile(id: written.id.value), line: written.id.line, in: nil)
        }
        log = FlowCheck.check(written, log)
        try log.check()
        self.init(written)
        try ExampleCheck.check(self, examples: written.examples, outcomes: written.outcomes, log).check()
    }

    private init(_ written: WrittenProcedure) {
        let outcomes = written.outcomes.map(\.value)
        let ends = Set(outcomes.map(\.id.rawValue))
        id = ID(rawValue: written.id.value)
        title = written.title
        version = written.version
        source = written.source
        channel = written.channel
        start = Node.ID(rawValue: written.start.value)
        self.outcomes = outcomes
        examples = written.examples.map(\.value)
        nodes = written.nodes.map { node in
            Node(
                id: .init(rawValue: node.id.value), name: node.name, title: node.title, kind: node.kind,
                question: node.question, hint: node.hint, say: node.say, actions: node.actions, source: node.source,
                released: node.released, corrects: node.corrects,
                choices: node.takes.compactMap { value in
                    node.edges.first { $0.value.value == value }.map { edge in
                        let target = edge.target.value
                        return Choice(
                            value: value, label: node.label(of: value),
                            target: ends.contains(target)
                                ? .outcome(.init(rawValue: target)) : .node(.init(rawValue: target)))
                    }
                })
        }
    }

    private static func fault(_ error: any Error, yaml: String, file: String) -> ProcedureFault {
        // What is left open at the end of a text is reported on the line after it.
        let lines = max(1, yaml.split(separator: "\n", omittingEmptySubsequences: false).count)
        func fault(_ problem: ProcedureProblem, _ line: Int) -> ProcedureFault {
            ProcedureFault(file: file, line: min(max(1, line), lines), node: nil, problem: problem)
        }
        switch error as? YamlError {
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            return fault(.duplicateKey(key), lineOfRepeat(key, first: context.mark, in: yaml))
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return fault(.notYaml(problem), mark.line)
        case .reader(let problem, _, _, _): return fault(.notYaml(problem), 1)
        default: return fault(.notYaml(String(describing: error)), 1)
        }
    }

    /// Yams tells where a repeated key stands first; the one to mend is the next at its column.
    private static func lineOfRepeat(_ key: String, first mark: Mark, in yaml: String) -> Int {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated().dropFirst(mark.line) {
            let indent = line.prefix { $0 == " " }.count
            if indent == mark.column - 1, line.dropFirst(indent).hasPrefix("\(key):") { return index + 1 }
        }
        return mark.line
    }
}
