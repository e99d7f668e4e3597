import Casework
import Dispatch
import Synchronization
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
}
