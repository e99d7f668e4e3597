import Casework
import Procedures
import Terminal
import Widgets

extension Guide {
    struct Overruling: Sendable {
        let step: TrailStep
        /// One of ``others``.
        var choice: Procedure.Choice
        var reason: TextBuffer

        /// What can be decided in the place of what the record says.
        var others: [Procedure.Choice] { Self.others(at: step) }

        /// The place of ``choice`` among them.
        var chosen: Int? { others.firstIndex(of: choice) }

        static func others(at step: TrailStep) -> [Procedure.Choice] {
            step.node.choices.filter { $0.value != step.answer }
        }

        /// As the run keeps it; nil before a reason is typed.
        var unfinished: Answer? {
            reason.text.allSatisfy(\.isWhitespace) ? nil : Answer(step.name, choice.value, because: reason.text)
        }
    }

    /// Whoever left a reason goes on with it, for the decision that it was typed for.
    mutating func beginOverruling(_ index: Int) -> Effect<Action> {
        let left = leftOverruling
        let index = left.flatMap { left in decided.firstIndex { $0.name == left.node } } ?? index
        guard decided.indices.contains(index) else { return .none }
        let step = decided[index]
        let others = Overruling.others(at: step)
        guard let other = others.first(where: { $0.value == left?.value }) ?? others.first else { return .none }
        overruling = Overruling(
            step: step, choice: other,
            reason: overruling?.reason ?? TextBuffer(left?.because ?? "", allowsNewlines: false))
        leftOverruling = nil
        return overruling?.unfinished == left ? .none : keepSoon()
    }

    mutating func overrule() -> Effect<Action> {
        guard let overruling else { return .none }
        self.overruling = nil
        _ = followLatest()
        let kept = answers.filter { answer in
            // Answers after the overruled step belong to a path that is left.
            run.trail.prefix { $0.name != overruling.step.name }.contains { $0.name == answer.node }
        }
        return replay(
            kept + [Answer(overruling.step.name, overruling.choice.value, because: overruling.reason.text)])
    }

    mutating func typeReason(_ key: Key) -> Effect<Action> {
        guard var current = overruling, current.reason.handle(key) else { return .none }
        return goOn(with: current)
    }

    /// - Parameter index: of the other decisions.
    mutating func decide(_ index: Int) -> Effect<Action> {
        guard var current = overruling, current.others.indices.contains(index) else { return .none }
        current.choice = current.others[index]
        return goOn(with: current)
    }

    /// Goes through the other decisions, after the last to the first.
    mutating func moveDecision(by rows: Int) -> Effect<Action> {
        guard let others = overruling?.others, let place = overruling?.chosen else { return .none }
        return decide((place + rows + others.count) % others.count)
    }

    private mutating func goOn(with changed: Overruling) -> Effect<Action> {
        defer { overruling = changed }
        return overruling?.unfinished == changed.unfinished ? .none : keepSoon()
    }
}
