import Casework
import Synchronization
import Terminal
import Widgets

@testable import Screens

/// A screen as small as can be, to see what the app does with effects.
struct Probe: Screen {
    enum Action: Sendable {
        case told(String)
        case wished(Wish)
        case typed(Key)
    }

    /// What a key asks of the app, given when the probe is made.
    struct Wish: Sendable {
        let effect: @Sendable () -> Effect<Action>
        init(_ effect: @autoclosure @escaping @Sendable () -> Effect<Action>) { self.effect = effect }
    }

    var title = "Probe"
    var isTyping = false
    var wishes: [Character: Wish] = [:]
    var unavailable: [Character: String] = [:]
    /// What the app told it, in order.
    var heard: [String] = []
    private var text = TextBuffer("", allowsNewlines: false)

    init(title: String = "Probe", isTyping: Bool = false, _ wishes: [Character: Wish] = [:]) {
        self.title = title
        self.isTyping = isTyping
        self.wishes = wishes
    }

    var about: String { "Shows what the app does with effects." }

    var bindings: [Binding<Action>] {
        wishes.sorted { $0.key < $1.key }.map { letter, wish in
            Binding(
                .character(letter), name: "Wish \(letter)", about: "Ask the app for \(letter).", .wished(wish),
                unavailable: unavailable[letter])
        }
    }

    func typed(_ key: Key) -> Action? { isTyping ? .typed(key) : nil }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .told(let text): heard.append(text)
        case .wished(let wish): return wish.effect()
        case .typed(let key): _ = text.handle(key)
        }
        return .none
    }

    var view: any Widget {
        Column {
            Paragraph("heard: \(heard.joined(separator: " "))")
            Paragraph("typed: \(text.text)")
        }
    }
}

/// Does a job when the test says so, in whatever order.
final class HeldWorker: EffectWorker {
    private struct State {
        var services: Services?
        var jobs: [Job] = []
        var answers: [Delivery] = []
    }

    private let state = Mutex(State())

    /// The worker itself, once it knows what it works with.
    func sitting(with services: Services) -> HeldWorker {
        state.withLock { $0.services = services }
        return self
    }

    var waiting: Int { state.withLock { $0.jobs.count } }

    func submit(_ job: Job) { state.withLock { $0.jobs.append(job) } }

    /// Does the job that waits at `place`, 0 the oldest.
    func works(on place: Int) {
        let (services, job) = state.withLock { ($0.services, $0.jobs.remove(at: place)) }
        guard let services else { return }
        let result = Result { try job.work(services) }
        guard !services.isOutdated() else { return }
        state.withLock { $0.answers.append(Delivery(level: job.level, result: result)) }
    }

    /// Does all that waits, and what its answers ask for, and shows `person` each answer.
    func answersAll(_ person: Operator) {
        while waiting > 0 {
            works(on: 0)
            person.settle()
        }
    }

    func deliveries() -> [Delivery] {
        state.withLock { state in
            defer { state.answers = [] }
            return state.answers
        }
    }

    func drop(_ name: String, of level: Int) {
        state.withLock { $0.jobs.removeAll { $0.name == name && $0.level == level } }
    }

    var isWorking: Bool { waiting > 0 }
    var isHurried: Bool { state.withLock { $0.jobs.contains { $0.name == nil && !$0.isApart } } }
    var hasAnswers: Bool { state.withLock { !$0.answers.isEmpty } }

    func finish() {}
}
