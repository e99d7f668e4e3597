import Casework
import Dispatch
import Synchronization

/// A piece of work that an effect asked for, and the level of the screen that gets its answer.
struct Job: Sendable {
    let level: Int
    /// Nil for work that is always done; else only the newest of the name matters.
    let name: String?
    /// Whether other work overtakes it.
    var isApart = false
    let work: @Sendable (Services) throws -> any Sendable
}

/// The answer to a job.
struct Delivery: Sendable {
    let level: Int
    let result: Result<any Sendable, any Error>
}

/// Does the work of effects, in order.
protocol EffectWorker: Sendable {
    func submit(_ job: Job)
    /// What was submitted under that name for that level has no answer any more.
    func drop(_ name: String, of level: Int)
    /// The answers since the last call, in order.
    func deliveries() -> [Delivery]
    /// Whether ``deliveries()`` has something.
    var hasAnswers: Bool { get }
    /// Whether something submitted is still to be done, work apart left out.
    var isWorking: Bool { get }
    /// Whether work without a name is still to be done: somebody asked for it and waits, as for a record that opens.
    var isHurried: Bool { get }
    /// Returns when everything submitted but work apart is done: what is typed must be safe before the program ends.
    func finish()
}

extension EffectWorker {
    /// Whether an answer is on its way or has come.
    var isAwaited: Bool { isWorking || hasAnswers }
    /// Whoever works at once has nothing left to do.
    var isWorking: Bool { false }
    var isHurried: Bool { false }
    func drop(_ name: String, of level: Int) {}
    var hasAnswers: Bool { false }
}

/// Works off the drawing thread, one job after the other, and wakes the display with each answer.
final class BackgroundWorker: EffectWorker {
    private struct State {
        var answers: [Delivery] = []
        /// Of each name, the newest job that is not done.
        var newest: [String: Int] = [:]
        var turns = 0
        var unfinished = 0
        /// Of these, those without a name.
        var hurried = 0
    }

    private let services: Services
    private let wake: @Sendable () -> Void
    private let thread = WorkThread(name: "effects")
    private let apart = DispatchQueue(label: "apart", qos: .utility, attributes: .concurrent)
    private let state = Mutex(State())

    init(services: Services, wake: @escaping @Sendable () -> Void) {
        self.services = services
        self.wake = wake
    }

    func submit(_ job: Job) {
        let key = job.name.map { Self.key($0, of: job.level) }
        let isHurried = job.name == nil && !job.isApart
        let turn = key.map { key in
            state.withLock {
                $0.turns += 1
                $0.newest[key] = $0.turns
                return $0.turns
            }
        }
        state.withLock { state in
            if !job.isApart { state.unfinished += 1 }
            if isHurried { state.hurried += 1 }
        }
        let work: @Sendable () -> Void = { [self] in
            var services = services
            if let key { services.isOutdated = { [self] in state.withLock { $0.newest[key] } != turn } }
            let result = services.isOutdated() ? nil : Result { try job.work(services) }
            let isWanted = !services.isOutdated()
            state.withLock { state in
                if !job.isApart { state.unfinished -= 1 }
                if isHurried { state.hurried -= 1 }
                if let result, isWanted { state.answers.append(Delivery(level: job.level, result: result)) }
                // Every screen that was ever opened would leave its names here.
                if let key, state.newest[key] == turn { state.newest[key] = nil }
            }
            wake()
        }
        if job.isApart { apart.async(execute: work) } else { thread.add(work) }
    }

    func drop(_ name: String, of level: Int) { state.withLock { $0.newest[Self.key(name, of: level)] = nil } }

    private static func key(_ name: String, of level: Int) -> String { "\(level).\(name)" }

    func deliveries() -> [Delivery] {
        state.withLock { state in
            defer { state.answers = [] }
            return state.answers
        }
    }

    var hasAnswers: Bool { state.withLock { !$0.answers.isEmpty } }

    var isWorking: Bool { state.withLock { $0.unfinished > 0 } }

    var isHurried: Bool { state.withLock { $0.hurried > 0 } }

    /// Names of which a job is not done.
    var namesAtWork: Int { state.withLock { $0.newest.count } }

    func finish() { thread.finish() }
}

/// Works at once, for tests and soaks.
final class InlineWorker: EffectWorker {
    private let services: Services
    private let answers = Mutex<[Delivery]>([])

    init(services: Services) {
        self.services = services
    }

    func submit(_ job: Job) {
        let result = Result { try job.work(services) }
        answers.withLock { $0.append(Delivery(level: job.level, result: result)) }
    }

    func deliveries() -> [Delivery] {
        answers.withLock { answers in
            defer { answers = [] }
            return answers
        }
    }

    func finish() {}
}
