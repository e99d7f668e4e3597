import Casework

/// An answer as its node understands it.
public enum AnswerValue: Sendable, Hashable {
    case choice(String)
    /// Names of items or choices, in the order of the node.
    case ticked([String])
    case text(String)
    case day(CalendarDay)
    case number(Int)
    /// A hold is over.
    case done
}

extension Procedure.Node {
    /// What `text` means as an answer here; nil when the node takes no such answer.
    public func reads(_ text: String) -> AnswerValue? {
        switch kind {
        case .ask, .fact, .guide: choice(text).map { .choice($0.value) }
        case .tasks(let items): Self.ticked(text, of: items.map(\.id), all: true).map { .ticked($0) }
        case .several: Self.ticked(text, of: choices.map(\.value), all: false).map { .ticked($0) }
        case .text(let isOptional):
            isOptional || text.contains(where: { !$0.isWhitespace }) ? .text(text) : nil
        case .date: CalendarDay(text).map { .day($0) }
        case .number: Int(text).flatMap { $0 >= 0 && text.allSatisfy(\.isNumber) ? .number($0) : nil }
        case .hold: text == "done" ? .done : nil
        }
    }

    private static func ticked(_ text: String, of known: [String], all: Bool) -> [String]? {
        if text == "none" { return [] }
        if all, text == "all" { return known }
        let named = text.split(separator: ",").map { $0.filter { $0 != " " } }
        guard !named.isEmpty, named.allSatisfy(known.contains) else { return nil }
        return known.filter(named.contains)
    }

    /// What may be answered, for whoever answered something else.
    public var takes: [String] {
        switch kind {
        case .ask, .fact, .guide: choices.map(\.value)
        case .tasks(let items): ["all", "none"] + items.map(\.id)
        case .several: ["none"] + choices.map(\.value)
        case .text: ["words"]
        case .date: ["a day such as 2026-03-04"]
        case .number: ["a number"]
        case .hold: ["done"]
        }
    }

    /// Where an answer leads; nil only for a value that ``reads(_:)`` does not give here.
    func target(of value: AnswerValue) -> Procedure.Target? {
        edges.first { $0.when.holds(for: value) }?.target
    }
}

extension Procedure.Condition {
    fileprivate func holds(for answer: AnswerValue) -> Bool {
        switch (self, answer) {
        case (.always, _), (.otherwise, _): true
        case (.value(let value), .choice(let chosen)): value == chosen
        case (.any(let values), .ticked(let ticked)): values.contains(where: ticked.contains)
        case (.none, .ticked(let ticked)): ticked.isEmpty
        case (.under(let bound), .number(let number)): number < bound
        default: false
        }
    }
}

/// Why answers do not fit a procedure.
public enum AnswerError: UserFacing, Hashable {
    /// The day lies before the first or after the last that its node takes.
    case dayOutside(node: String, because: String)
    case unknownNode(String, in: Procedure.ID, known: [String])
    case notTaken(String, node: String, takes: [String])
    case answeredTwice(String)
    /// The record settles this fact: overruling it needs a reason.
    case reasonMissing(node: String, recorded: String, because: String)

    public var message: String {
        switch self {
        case .dayOutside(let node, let because): "The day given to '\(node)' does not fit. \(because)"
        case .unknownNode(let name, let procedure, _): "The guide '\(procedure)' has no node '\(name)'."
        case .notTaken(let value, let node, _): "'\(value)' is not an answer to '\(node)'."
        case .answeredTwice(let node): "'\(node)' is answered twice."
        case .reasonMissing(let node, let recorded, let because):
            "The record answers '\(node)' with \(recorded): \(because)"
        }
    }

    public var remedy: String {
        switch self {
        case .dayOutside: "Give another day; if the plan's days are wrong, have them put right first."
        case .unknownNode(_, _, let known): "It has \(known.joined(separator: ", "))."
        case .notTaken(_, _, let takes): "Answer with \(takes.joined(separator: " or "))."
        case .answeredTwice: "Give one answer to each node."
        case .reasonMissing: "Leave the answer out, or give your reason for another: --because TEXT."
        }
    }

    public var fault: Fault { .badInput }
}
