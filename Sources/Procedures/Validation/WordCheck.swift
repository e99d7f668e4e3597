import Casework

/// Whether words that name the answers of nodes name ones that give them: note templates, and time limits counted from
/// a day that was answered.
struct WordCheck {
    private let procedure: WrittenProcedure
    private let called: [Procedure.ID: Procedure]
    private var log: FaultLog

    static func check(
        _ procedure: WrittenProcedure, called: [Procedure.ID: Procedure], _ log: FaultLog
    ) -> FaultLog {
        var check = WordCheck(procedure: procedure, called: called, log: log)
        check.limits()
        check.templates()
        return check.log
    }

    private mutating func limits() {
        for node in procedure.nodes {
            var limits = node.due
            switch node.kind {
            case .tasks(let items): limits += items.flatMap(\.due).map { Placed(value: $0, line: node.id.line) }
            case .hold(let limit):
                limits.append(Placed(value: Procedure.Limit(what: nil, limit: limit), line: node.id.line))
            default: break
            }
            for limit in limits { check(limit, in: node.id.value) }
        }
        for outcome in procedure.outcomes {
            for limit in outcome.value.due {
                check(Placed(value: limit, line: outcome.line), in: outcome.value.id.rawValue)
            }
        }
    }

    private mutating func check(_ limit: Placed<Procedure.Limit>, in place: String) {
        guard case .answer(let name) = limit.value.limit.anchor else { return }
        let dates = procedure.nodes.filter { $0.kind?.isOfDay ?? false }.map(\.name)
        guard !dates.contains(name) else { return }
        log.report(.unknownAnswer(name, nearest: nearest(to: name, among: dates)), line: limit.line, in: place)
    }

    private mutating func templates() {
        let names = procedure.nodes.map(\.name)
        for outcome in procedure.outcomes {
            let id = outcome.value.id.rawValue
            var reported: Set<String> = []
            for template in (outcome.value.note?.fields ?? [:]).values {
                for (name, isOptional) in template.answers where !reported.contains(name) {
                    guard isAnswer(name) else {
                        reported.insert(name)
                        log.report(
                            .unknownAnswer(name, nearest: nearest(to: name, among: names)), line: outcome.line, in: id)
                        continue
                    }
                    if !isOptional, canMiss(name, on: id) {
                        reported.insert(name)
                        log.report(.answerNotSure(name), line: outcome.line, in: id)
                    }
                }
            }
        }
    }

    /// Whether a node of this procedure, or one inside a procedure that it runs, is so named.
    private func isAnswer(_ name: String) -> Bool {
        if procedure.nodes.contains(where: { $0.name == name }) { return true }
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let node = procedure.nodes.first(where: { $0.name == parts[0] }),
            case .guide(let id) = node.kind, let inner = called[id]
        else { return false }
        return inner.names.contains(parts[1])
    }

    /// Whether a path from the start to `outcome` passes no node of this name.
    private func canMiss(_ name: String, on outcome: String) -> Bool {
        // Inside another procedure no node is sure.
        guard procedure.nodes.contains(where: { $0.name == name }) else { return true }
        let nodes = Dictionary(procedure.nodes.map { ($0.id.value, $0) }) { first, _ in first }
        var reached: Set = [procedure.start.value]
        var open = [procedure.start.value]
        while let id = open.popLast() {
            guard let node = nodes[id], node.name != name else { continue }
            let targets = node.edges.map(\.target.value) + [node.repeats?.thenAfter.value].compactMap { $0 }
            for target in targets where reached.insert(target).inserted { open.append(target) }
        }
        return reached.contains(outcome)
    }
}
