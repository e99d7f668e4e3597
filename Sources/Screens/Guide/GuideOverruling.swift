import Casework
import Procedures
import Terminal
import Widgets

extension Guide {
    struct Overruling: Sendable {
        let step: TrailStep
        var choice: Procedure.Choice
        var reason: TextBuffer

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
        let others = step.node.choices.filter { $0.value != step.answer }
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
        guard var current = overruling else { return .none }
        let choices = current.step.node.choices.filter { $0.value != current.step.answer }
        if key == .up || key == .down, let place = choices.firstIndex(of: current.choice) {
            let step = key == .up ? choices.count - 1 : 1
            current.choice = choices[(place + step) % choices.count]
        } else {
            _ = current.reason.handle(key)
        }
        defer { overruling = current }
        return overruling?.unfinished == current.unfinished ? .none : keepSoon()
    }
}
