import Casework
import Procedures
import Terminal
import Widgets

extension Guide {
    mutating func beginOverruling(_ index: Int) -> Effect<Action> {
        guard decided.indices.contains(index) else { return .none }
        let step = decided[index]
        guard let other = step.node.choices.first(where: { $0.value != step.answer }) else { return .none }
        overruling = Overruling(
            step: step, choice: other, reason: overruling?.reason ?? TextBuffer("", allowsNewlines: false))
        return .none
    }

    mutating func overrule() -> Effect<Action> {
        guard let overruling else { return .none }
        self.overruling = nil
        _ = adoptLatest()
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
        overruling = current
        return .none
    }
}
