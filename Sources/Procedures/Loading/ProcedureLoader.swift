import Casework
import Yams

extension Procedure {
    /// Reads and proves a procedure that runs no other.
    ///
    /// - Parameter file: its name, for faults; when it ends in `.yaml` it must be the procedure's id.
    /// - Throws: ``ProcedureError/broken(_:)`` with every fault found. A text that is not YAML, or holds a key twice,
    ///   has that fault alone; flow and examples are looked at once the form is right.
    public init(yaml: String, file: String) throws(ProcedureError) {
        func none(_ id: ID) throws(ProcedureError) { throw .unknownProcedure(id, known: []) }
        self = try ProcedureLoader(require: none) { id throws(ProcedureError) in
            throw .unknownProcedure(id, known: [])
        }.read(yaml, file: file)
    }

    /// Reads the procedure `id` as it was kept with a run: its text, and that of each procedure that it runs.
    ///
    /// - Throws: ``ProcedureError`` when a text is not there, or broken by today's rules.
    public init(_ id: ID, texts: [ID: String]) throws(ProcedureError) {
        let known = texts.keys.sorted { $0.rawValue < $1.rawValue }
        let loader = ProcedureLoader(require: { _ in }) { id throws(ProcedureError) in
            guard let text = texts[id] else { throw .unknownProcedure(id, known: known) }
            return (text, "\(id.rawValue).yaml")
        }
        self = try loader.procedure(id)
    }

    /// The text that it was read from, and that of every procedure that it runs.
    public var texts: [ID: String] {
        called.values.reduce(into: [id: text]) { $0.merge($1.texts) { first, _ in first } }
    }
}

/// One reading of procedures: each file once, those that a procedure runs before itself.
final class ProcedureLoader {
    typealias Source = (Procedure.ID) throws(ProcedureError) -> (text: String, file: String)

    /// Throws ``ProcedureError/unknownProcedure(_:known:)`` for one that an outcome opens and that is not there.
    private let require: (Procedure.ID) throws(ProcedureError) -> Void
    private let source: Source
    private var done: [Procedure.ID: Result<Procedure, ProcedureError>] = [:]
    private var chain: [Procedure.ID] = []

    init(require: @escaping (Procedure.ID) throws(ProcedureError) -> Void, source: @escaping Source) {
        self.require = require
        self.source = source
    }

    func procedure(_ id: Procedure.ID) throws(ProcedureError) -> Procedure {
        if let done = done[id] { return try done.get() }
        let (text, file) = try source(id)
        let result: Result<Procedure, ProcedureError>
        do throws(ProcedureError) {
            result = .success(try read(text, file: file))
        } catch {
            result = .failure(error)
        }
        done[id] = result
        return try result.get()
    }

    func read(_ yaml: String, file: String) throws(ProcedureError) -> Procedure {
        let root: Yams.Node?
        do {
            // The default resolver guesses types by regular expressions, and only words are read here.
            root = try Yams.compose(yaml: yaml, .basic)
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
        let called = called(by: written, &log)
        log = FlowCheck.check(written, called: called, log)
        log = WordCheck.check(written, called: called, log)
        try log.check()
        let procedure = Procedure(written, called: called, text: yaml)
        try ExampleCheck.check(procedure, examples: written.examples, outcomes: written.outcomes, log).check()
        return procedure
    }

    /// The procedures that `written` runs, without those that cannot be had: that is a fault.
    private func called(by written: WrittenProcedure, _ log: inout FaultLog) -> [Procedure.ID: Procedure] {
        var called: [Procedure.ID: Procedure] = [:]
        let own = Procedure.ID(rawValue: written.id.value)
        chain.append(own)
        defer { chain.removeLast() }
        for node in written.nodes {
            guard case .guide(let id) = node.kind, called[id] == nil else { continue }
            if let first = chain.firstIndex(of: id) {
                log.report(
                    .recursion(chain[first...].map(\.rawValue) + [id.rawValue]), line: node.id.line,
                    in: node.id.value)
                continue
            }
            do throws(ProcedureError) {
                called[id] = try procedure(id)
            } catch {
                log.report(Self.problem(error, of: id), line: node.id.line, in: node.id.value)
            }
        }
        for outcome in written.outcomes {
            for id in outcome.value.nextProcedures where id != own {
                do throws(ProcedureError) {
                    try require(id)
                } catch {
                    log.report(Self.problem(error, of: id), line: outcome.line, in: outcome.value.id.rawValue)
                }
            }
        }
        return called
    }

    /// What is wrong with naming `id`, which cannot be had for `error`.
    private static func problem(_ error: ProcedureError, of id: Procedure.ID) -> ProcedureProblem {
        switch error {
        case .unknownProcedure(_, let known):
            .unknownProcedure(id.rawValue, nearest: nearest(to: id.rawValue, among: known.map(\.rawValue)))
        case .noContent: .unknownProcedure(id.rawValue, nearest: nil)
        case .unreadable, .broken: .calledBroken(id.rawValue)
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

extension Procedure {
    /// What a file without a fault states.
    init(_ written: WrittenProcedure, called: [ID: Procedure], text: String) {
        let outcomes = written.outcomes.map(\.value)
        let ends = Set(outcomes.map(\.id.rawValue))
        func target(_ name: String) -> Target {
            ends.contains(name) ? .outcome(.init(rawValue: name)) : .node(.init(rawValue: name))
        }
        id = ID(rawValue: written.id.value)
        title = written.title
        purpose = written.purpose
        group = written.group
        version = written.version
        source = written.source
        channel = written.channel
        start = Node.ID(rawValue: written.start.value)
        self.outcomes = outcomes
        examples = written.examples.map(\.value)
        self.called = called
        self.text = text
        nodes = written.nodes.map { node in
            let kind = node.kind ?? .ask
            var inner: Procedure?
            if case .guide(let id) = kind { inner = called[id] }
            return Node(
                id: .init(rawValue: node.id.value), name: node.name, title: node.title, kind: kind,
                question: node.question, hint: node.hint, say: node.say, actions: node.actions, role: node.role,
                due: node.due.map(\.value), sources: node.sources, released: node.released, redacted: node.redacted,
                corrects: node.corrects, choices: node.choices(called: inner),
                edges: node.edgesInOrder(called: inner).map {
                    Edge(when: $0.when.value, target: target($0.target.value))
                },
                repeats: node.repeats.map { Repeats(atMost: $0.atMost, thenAfter: target($0.thenAfter.value)) })
        }
    }
}

extension WrittenNode {
    /// In the order of the choices, whatever that of the file; rules keep theirs.
    fileprivate func edgesInOrder(called: Procedure?) -> [WrittenEdge] {
        let order = choices(called: called).map(\.value)
        func place(_ edge: WrittenEdge) -> Int {
            guard case .value(let value) = edge.when.value else { return order.count }
            return order.firstIndex(of: value) ?? order.count
        }
        guard edges.contains(where: { if case .value = $0.when.value { true } else { false } }) else { return edges }
        return edges.sorted { place($0) < place($1) }
    }
}
