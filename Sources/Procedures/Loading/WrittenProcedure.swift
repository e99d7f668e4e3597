import Casework

/// A procedure as its file states it: every part with its line, nothing proved yet.
struct WrittenProcedure {
    var id: Placed<String>
    var title: String
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
    var kind: Procedure.Node.Kind
    var question: String
    var hint: String?
    var say: String?
    var actions: [String]
    var source: String
    var released: Bool
    var corrects: [Procedure.Correction]
    /// Answers with their labels, where the file lists them.
    var labels: [Placed<(value: String, label: String)>]
    var edges: [(value: Placed<String>, target: Placed<String>)]

    /// Every answer that it can have, in the order in which they are offered.
    var takes: [String] {
        if case .fact(let fact) = kind { return fact.values }
        return labels.isEmpty ? ["yes", "no"] : labels.map(\.value.value)
    }

    func label(of value: String) -> String {
        if let own = labels.first(where: { $0.value.value == value }) { return own.value.label }
        if case .fact = kind, let level = RestrictionLevel(rawValue: value) { return level.name }
        return value.prefix(1).uppercased() + value.dropFirst()
    }
}
