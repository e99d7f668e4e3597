import Procedures
import Terminal
import Widgets

extension Guide {
    /// Longer answers stand in the list alone: the hint bar has no room to repeat them.
    private static let longestHint = 14

    public var bindings: [Binding<Action>] {
        if let overruling { return overrulingKeys(overruling) }
        var bindings = isPathShown || interlude != nil ? [goOnKey] : stepKeys
        if latest != nil, change != nil || isOfBefore {
            bindings.append(
                Binding(
                    .character("j"), name: "Judge anew",
                    about: "Go by what the record says now; the outcome may be another.", .judgedAnewChosen))
        }
        bindings += [
            back,
            Binding(
                .character("o"), .control("o"), name: "Overrule",
                about: "Decide otherwise than the record, with a reason: what it decided last, or before that.",
                .overruleChosen(0), unavailable: decided.isEmpty ? "The record has decided nothing here yet." : nil),
            Binding(
                .character("p"), .tab, name: "Path", about: "The way so far as a picture.", .pathToggled,
                unavailable: run.trail.isEmpty
                    ? "Nothing is decided yet." : isPathBeside ? "It stands beside the step." : nil,
                hinted: !isPathBeside),
            Binding(.up, name: "Up", about: "Answer above, or scroll.", .moved(by: -1), hinted: false),
            Binding(.down, name: "Down", about: "Answer below, or scroll.", .moved(by: 1), hinted: false),
            Binding(.pageUp, name: "Page up", about: "Scroll up.", .moved(by: 2 - size.height), hinted: false),
        ]
        let pageDown = Action.moved(by: size.height - 2)
        bindings.append(
            takesTicks
                ? Binding(.pageDown, name: "Page down", about: "Scroll down.", pageDown, hinted: false)
                : Binding(
                    .pageDown, .character(" "), name: "Page down", about: "Scroll down.", pageDown, hinted: false))
        return bindings
    }

    private var back: Binding<Action> {
        let isOver = if case .elsewhere = keeping.standing { true } else { false }
        let isFirst = isOver || answers.isEmpty && interlude == nil && !isPathShown
        let (name, about, action) =
            isPathShown
            ? ("Close", "Back to the step; no answer is taken back.", Action.stepBack)
            : (isFirst ? "Leave" : "Step back", "One answer back, or out.", isFirst ? Action.left : .stepBack)
        // Where one types, Backspace belongs to the text.
        return isTyping
            ? Binding(.escape, name: name, about: about, action)
            : Binding(.escape, .backspace, name: name, about: about, action)
    }

    private var goOnKey: Binding<Action> {
        Binding(.enter, name: "Go on", about: "Go on with the step that waits.", .chosen)
    }

    private var stepKeys: [Binding<Action>] {
        guard let node = run.awaiting?.node else { return outcomeKeys }
        switch node.kind {
        case .ask, .fact, .guide:
            return [Binding(.enter, name: "Answer", about: "Give the chosen answer.", .chosen)]
                + digits(node.choices.map(\.label), about: "Answer")
        case .tasks(let items):
            return [
                Binding(.enter, name: "Go on", about: "Go on; what is not ticked is said in the note.", .chosen),
                Binding(
                    .character(" "), name: "Tick", about: "Tick the chosen row, or take its tick back.",
                    .answerChosen(selection)),
                Binding(
                    .character("a"), name: "All done",
                    about: "Tick every row but those that apply in some cases only: whoever did them ticks them.",
                    .allTicked,
                    unavailable: items.allSatisfy(\.isOptional)
                        ? "Each row applies in some cases only: tick those that you did." : nil),
            ] + digits(items.map(\.words), about: "Tick", hinted: false)
        case .several:
            return [
                Binding(.enter, name: "Go on", about: "Answer with what is ticked; nothing ticked is none.", .chosen),
                Binding(
                    .character(" "), name: "Tick", about: "Tick the chosen row, or take its tick back.",
                    .answerChosen(selection)),
            ] + digits(node.choices.map(\.label), about: "Tick", hinted: false)
        case .text, .date, .number:
            return [Binding(.enter, name: "Go on", about: "Answer with what is typed.", .chosen)]
        case .hold:
            return [
                Binding(.enter, name: "Choose", about: "Do what is chosen.", .chosen)
            ] + digits(["Wait", "Go on now"], about: "Choose")
        }
    }

    private var outcomeKeys: [Binding<Action>] {
        let notes = open == nil ? 0 : run.noteTypes.count
        let name = notes == 0 ? "Done" : notes == 1 ? "Write the note" : "Write \(notes) notes"
        return [Binding(.enter, name: name, about: "Go on: the trail becomes the note.", .chosen)]
            + digits((run.outcome?.nextProcedures ?? []).map { self.name(of: $0) }, about: "Begin")
    }

    private func digits(_ labels: [String], about: String, hinted: Bool = true) -> [Binding<Action>] {
        // Some of the answers in the bar, and others not, would look as if there were no others.
        let isHinted = hinted && labels.allSatisfy { $0.count <= Self.longestHint }
        return labels.enumerated().prefix(9).map { index, label in
            Binding(
                .character(Character("\(index + 1)")), name: label, about: "\(about): \(label).", .answerChosen(index),
                hinted: isHinted)
        }
    }

    private func overrulingKeys(_ overruling: Overruling) -> [Binding<Action>] {
        let place = decided.firstIndex { $0.name == overruling.step.name } ?? 0
        return [
            Binding(
                .enter, name: "Decide so", about: "Decide otherwise than the record, with this reason.",
                .overruleConfirmed,
                unavailable: overruling.reason.text.allSatisfy(\.isWhitespace)
                    ? "Say why: it stands in the note." : nil),
            Binding(
                .tab, name: "Other decision", about: "Overrule what the record decided before this instead.",
                .overruleChosen((place + 1) % max(1, decided.count)),
                unavailable: decided.count < 2 ? "The record has decided nothing else." : nil),
            Binding(.escape, name: "Leave it", about: "Let the record's decision stand.", .overruleLeft),
        ]
            + Binding.upAndDown(
                "The decision above.", "The decision below.",
                unavailable: overruling.others.count < 2 ? "There is no other decision." : nil,
                Action.decisionMoved(by:))
    }
}

extension Procedure.Node.Kind {
    /// Why what was typed is no answer.
    var complaint: String {
        switch self {
        case .date: "Type a day, such as 4/3/2026 or 4 mar 2026."
        case .number: "Type a number without signs or spaces."
        default: "Type something: this step needs words."
        }
    }
}
