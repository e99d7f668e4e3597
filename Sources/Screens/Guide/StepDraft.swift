import Casework
import Procedures
import Widgets

/// What is ticked or typed at a step before the person goes on: no answer yet.
struct StepDraft: Sendable {
    var ticked: Set<String> = []
    /// What was ticked just now has no time before it is kept.
    var tickTimes: [String: Instant] = [:]
    /// Words, a day or a number.
    var text = TextBuffer("", allowsNewlines: false)

    init() {}

    /// As it was kept, or answered: what is ticked has times with it, what is typed has none.
    init(_ answer: Answer) {
        if let ticks = answer.ticks {
            ticked = Set(answer.value.split(separator: ",").map(String.init)).subtracting([Self.nothing])
            tickTimes = ticks
        } else {
            text = TextBuffer(answer.value, allowsNewlines: false)
        }
    }

    /// What a list in which nothing is ticked answers.
    private static let nothing = "none"

    /// Nil where nothing is ticked or typed.
    func unfinished(at step: String) -> Answer? {
        if !ticked.isEmpty { return answer(to: step, rows: ticked.sorted()) }
        return text.isEmpty ? nil : Answer(step, text.text)
    }

    /// What is ticked of `rows`, in their order, as an answer.
    func answer(to step: String, rows: [String]) -> Answer {
        let names = rows.filter(ticked.contains)
        return Answer(
            step, names.isEmpty ? Self.nothing : names.joined(separator: ","),
            ticks: tickTimes.filter { names.contains($0.key) })
    }

    mutating func toggle(_ row: String) {
        if ticked.remove(row) == nil { ticked.insert(row) }
        tickTimes = tickTimes.filter { ticked.contains($0.key) }
    }

    /// Gives every tick that has none the time `now`.
    mutating func stamp(_ now: Instant) {
        for name in ticked where tickTimes[name] == nil { tickTimes[name] = now }
    }
}

extension Guide {
    /// What is ticked or typed at the step that waits.
    var draft: StepDraft {
        get { run.awaiting.flatMap { drafts[$0.name] } ?? StepDraft() }
        set { if let name = run.awaiting?.name { drafts[name] = newValue } }
    }

    /// What the run keeps beside its answers.
    var pending: [Answer] {
        let steps = drafts.sorted { $0.key < $1.key }.compactMap { $0.value.unfinished(at: $0.key) }
        return steps + [overruling?.unfinished ?? leftOverruling].compactMap(\.self)
    }

    /// Puts what stands in `unanswered` where it was ticked, typed or given as a reason: an answer that is taken back is
    /// not to be typed a second time.
    mutating func putBy(_ unanswered: [Answer]) {
        for answer in unanswered {
            if let reason = answer.because {
                if reason != Self.couldNotTell { leftOverruling = Answer(answer.node, answer.value, because: reason) }
            } else if answer.ticks != nil || procedure.node(answering: answer.node)?.isTyped == true {
                drafts[answer.node] = StepDraft(answer)
            }
        }
    }
}

extension Procedure.Node {
    /// Whether it takes words, a day or a number.
    var isTyped: Bool {
        switch kind {
        case .text, .date, .number: true
        default: false
        }
    }
}
