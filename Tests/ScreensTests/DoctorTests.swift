import Casework
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The doctor's screen")
struct DoctorTests {
    private func office(_ checks: HealthCheck...) -> Office {
        var office = Office()
        office.health = checks
        return office
    }

    @Test("Faults stand first, then warnings, each with its finding and what to do")
    func faultsFirst() throws {
        let person = try Operator(
            at: Doctor(),
            office(
                .ok("terminal", "kind", "TERM is xterm"),
                .warning("terminal", "size", "39 columns", remedy: "Enlarge it."),
                .fault("register", "room", "0 MiB free", remedy: "Free some room.")))
        #expect(person.sees("1 fault. 1 warning."))
        let rows = ["FAULT", "WARNING", "ok "].compactMap { word in person.screen.firstIndex { $0.contains(word) } }
        #expect(rows.count == 3 && rows == rows.sorted())
        #expect(person.sees("Register, room: 0 MiB free"))
        #expect(person.sees("Free some room."))
        person.press(.down)
        #expect(person.sees("Terminal, size: 39 columns"))
    }

    @Test("When all is well the first line says so")
    func well() throws {
        let person = try Operator(at: Doctor(), office(.ok("terminal", "kind", "TERM is xterm")))
        #expect(person.sees("No fault found."))
        #expect(person.doesNotSee("warning"))
    }

    @Test("Looking goes on beside everything else: the screen is there at once and says that it looks")
    func apart() throws {
        let person = try Operator(at: Doctor(), office(.ok("terminal", "kind", "TERM is xterm"))) { IdleWorker($0) }
        #expect(person.sees("Looking."))
        person.press(.enter)
        #expect(person.sees("It is looking."))
        person.press(.escape)
        #expect(person.app.isOver)
    }

    @Test("Enter looks again, and what was mended is gone")
    func again() throws {
        let isMended = Mutex(false)
        let person = try Operator(at: Doctor(), Office()) { services in
            InlineWorker(
                services: Services(
                    desk: services.desk, procedures: services.procedures, post: services.post, now: services.now,
                    newDraftID: services.newDraftID,
                    examine: {
                        isMended.withLock { $0 }
                            ? [.ok("register", "room", "900 MiB free")]
                            : [.fault("register", "room", "0 MiB free", remedy: "Free some room.")]
                    }))
        }
        #expect(person.sees("FAULT"))
        isMended.withLock { $0 = true }
        person.press(.enter)
        #expect(person.doesNotSee("FAULT"))
        #expect(person.sees("No fault found."))
    }

    @Test("It opens from every screen, and Esc comes back")
    func fromAnywhere() throws {
        let person = try Operator.atNote()
        person.type("About a claim")
        person.goes(to: "doctor")
        #expect(person.row(with: "MSP Desk").contains("Doctor"))
        person.press(.escape)
        #expect(person.sees("About a claim"))
    }
}

/// Takes work and never does it.
private final class IdleWorker: EffectWorker {
    init(_ services: Services) {}
    func submit(_ job: Job) {}
    func deliveries() -> [Delivery] { [] }
    func finish() {}
}
