import Casework
import Dispatch
import Foundation
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Work off the drawing thread")
struct WorkerTests {
    @Test("A search that a newer one has overtaken is never made")
    func superseded() throws {
        let services = try Office().services { at("2026-03-03T11:15") }
        let worker = BackgroundWorker(services: services) {}
        let gate = DispatchSemaphore(value: 0)
        let made = Mutex<[String]>([])
        worker.submit(
            Job(level: 1, name: nil) { _ in
                gate.wait()
                return "begun"
            })
        for text in ["n", "ng", "ngu"] {
            worker.submit(
                Job(level: 1, name: "search") { _ in
                    made.withLock { $0.append(text) }
                    return text
                })
        }
        worker.submit(Job(level: 2, name: "search") { _ in "another screen's" })
        gate.signal()
        worker.finish()
        #expect(made.withLock { $0 } == ["ngu"])
        #expect(
            worker.deliveries().compactMap { try? $0.result.get() as? String } == ["begun", "ngu", "another screen's"])
    }

    @Test("All that was asked for is done in its order, and the thread ends with its worker")
    func order() throws {
        let done = Mutex<[Int]>([])
        let own = Mutex("")
        do {
            let thread = WorkThread(name: "ends with it")
            thread.add {
                let task = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
                own.withLock { $0 = "/proc/\(task ?? "nobody")/comm" }
            }
            for number in 1...50 { thread.add { done.withLock { $0.append(number) } } }
            thread.finish()
            #expect(done.withLock { $0 } == Array(1...50))
            #expect(try name(of: own.withLock { $0 }) == "ends with it")
            thread.add { done.withLock { $0.append(51) } }
        }
        let end = ContinuousClock.now + .seconds(30)
        while (try? name(of: own.withLock { $0 })) != nil, ContinuousClock.now < end { sched_yield() }
        #expect(throws: (any Error).self) { try name(of: own.withLock { $0 }) }
        #expect(done.withLock { $0.last } == 51)
    }

    /// By its own file: a list of all threads leaves some out while others come and go.
    private func name(of thread: String) throws -> String {
        try String(contentsOfFile: thread, encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    @Test("Of work that is done nothing is kept, however many screens asked for it")
    func forgotten() throws {
        let services = try Office().services { at("2026-03-03T11:15") }
        let worker = BackgroundWorker(services: services) {}
        for level in 1...50 { worker.submit(Job(level: level, name: "record") { _ in level }) }
        worker.finish()
        #expect(worker.deliveries().count == 50)
        #expect(worker.namesAtWork == 0)
    }

    @Test("A search that is under way when a newer one comes is told so, and its late answer reaches nobody")
    func overtaken() throws {
        let services = try Office().services { at("2026-03-03T11:15") }
        let worker = BackgroundWorker(services: services) {}
        let (begun, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let told = Mutex<[Bool]>([])
        worker.submit(
            Job(level: 1, name: "search") { services in
                told.withLock { $0.append(services.isOutdated()) }
                begun.signal()
                gate.wait()
                told.withLock { $0.append(services.isOutdated()) }
                return "n"
            })
        begun.wait()
        worker.submit(Job(level: 1, name: "search") { _ in "ng" })
        gate.signal()
        worker.finish()
        #expect(told.withLock { $0 } == [false, true])
        #expect(worker.deliveries().compactMap { try? $0.result.get() as? String } == ["ng"])
    }

    @Test("Work that is dropped is told so, is not begun, and has no answer; other work does not mind")
    func dropped() throws {
        let services = try Office().services { at("2026-03-03T11:15") }
        let worker = BackgroundWorker(services: services) {}
        let (begun, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let told = Mutex<[Bool]>([])
        worker.submit(
            Job(level: 1, name: "search") { services in
                begun.signal()
                gate.wait()
                told.withLock { $0.append(services.isOutdated()) }
                return "n"
            })
        begun.wait()
        worker.submit(Job(level: 1, name: "rows") { _ in "rows" })
        worker.submit(Job(level: 2, name: "search") { _ in "another screen's" })
        worker.drop("search", of: 1)
        gate.signal()
        worker.finish()
        #expect(told.withLock { $0 } == [true])
        #expect(worker.deliveries().compactMap { try? $0.result.get() as? String } == ["rows", "another screen's"])
        #expect(worker.namesAtWork == 0)
    }

    @Test("Work without a name is somebody's who waits; a search is not, nor what goes on beside")
    func hurried() throws {
        let worker = BackgroundWorker(services: try Office().services { at("2026-03-03T11:15") }) {}
        let gate = DispatchSemaphore(value: 0)
        worker.submit(Job(level: 1, name: "search") { _ in gate.wait() })
        worker.submit(Job(level: 1, name: nil, isApart: true) { _ in })
        #expect(!worker.isHurried)
        worker.submit(Job(level: 1, name: nil) { _ in })
        #expect(worker.isHurried)
        gate.signal()
        worker.finish()
        #expect(!worker.isHurried)
    }

    @Test("A key and the answer that is there at once are one picture")
    func onePicture() throws {
        let held = HeldWorker()
        let services = try Office().services { at("2026-03-03T11:15") }
        let display = PromptDisplay(held, [.key(.character("n"))])
        let app = App(
            display: display, services: services, theme: .plain, root: Lookup(), worker: held.sitting(with: services),
            monotonic: { .zero })
        app.run()
        #expect(display.pictures.count == 2, "the start, and the name with who was found")
        #expect(display.pictures.last?.contains { $0.contains("NGUYEN") } == true)
    }
}

/// A terminal beside which all work is done as soon as anything waits for it.
private final class PromptDisplay: Display {
    let size = Size(width: 80, height: 24)
    let depth = ColourDepth.trueColour
    let isASCII = false
    let waker = Waker {}
    private(set) var pictures: [[String]] = []
    private let worker: HeldWorker
    private var keys: [InputEvent]

    init(_ worker: HeldWorker, _ keys: [InputEvent]) {
        self.worker = worker
        self.keys = keys
    }

    func show(_ frame: Frame) { pictures.append(frame.lines) }

    func nextEvent(timeout: Duration?) -> InputEvent? {
        guard worker.waiting == 0 else {
            while worker.waiting > 0 { worker.works(on: 0) }
            return .woken
        }
        return keys.isEmpty ? .ended : keys.removeFirst()
    }

    func useMouse(_ isOn: Bool) {}
    func suspend() {}
    func close() {}
}
