import Casework

/// A procedure as its file states it: every part with its line, nothing proved yet.
struct WrittenProcedure {
    var id: Placed<String>
    var title: String
    var purpose: String
    var group: Procedure.Group
    var version: String
    var source: Procedure.Source
    var channel: Channel?
    var start: Placed<String>
    var nodes: [WrittenNode]
    var outcomes: [Placed<Procedure.Outcome>]
    var examples: [Placed<Procedure.Example>]
}

struct WrittenNode {
    var id: Placed<String>
    var name: String
    var title: String
    /// Nil when the file does not say, which is a fault noted already.
    var kind: Procedure.Node.Kind?
    var question: String
    var hint: String?
    var say: String?
    var actions: [String]
    var role: String?
    var due: [Placed<Procedure.Limit>]
    var sources: [String]
    var released: Bool
    var redacted: String?
    var corrects: [Procedure.Correction]
    /// Answers with their labels, where the file lists them.
    var labels: [Placed<(value: String, label: String)>]
    var edges: [WrittenEdge]
    /// How often it may be passed, and where the run goes then.
    var repeats: (atMost: Int, thenAfter: Placed<String>)?
}

struct WrittenEdge {
    var when: Placed<Procedure.Condition>
    var target: Placed<String>
}

extension WrittenNode {
    /// Every answer that can be chosen here, in the order in which they are offered; `called` are the outcomes of the
    /// procedure that it runs.
    func choices(called: Procedure?) -> [Procedure.Choice] {
        switch kind {
        case .fact(let fact):
            fact.labels.map { Procedure.Choice(value: $0.value, label: label(of: $0.value) ?? $0.label) }
        case .ask, .several:
            labels.isEmpty
                ? [Procedure.Choice(value: "yes", label: "Yes"), Procedure.Choice(value: "no", label: "No")]
                : labels.map { Procedure.Choice(value: $0.value.value, label: $0.value.label) }
        case .guide: (called?.outcomes ?? []).map { Procedure.Choice(value: $0.id.rawValue, label: $0.title) }
        default: []
        }
    }

    private func label(of value: String) -> String? { labels.first { $0.value.value == value }?.value.label }
}
