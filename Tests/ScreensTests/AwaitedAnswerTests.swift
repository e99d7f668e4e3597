import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("What stands there while an answer is on its way")
struct AwaitedAnswerTests {
    @Test("What stands there stays until the answer comes; only a search that takes long says that it searches")
    func staysUntilAnswered() throws {
        let held = HeldWorker()
        let person = try Operator(worker: { held.sitting(with: $0) })
        held.answersAll(person)
        // All between the field and the hints, of which Esc now clears.
        let before = Array(person.screen[2..<23])
        person.type("n")
        #expect(Array(person.screen[2..<23]) == before)
        person.waits(.milliseconds(190))
        #expect(person.doesNotSee("Searching."))
        person.waits(.milliseconds(20))
        #expect(person.sees("Searching."))
        held.works(on: 0)
        person.settle()
        #expect(person.sees("Mai NGUYEN") && person.doesNotSee("Searching."))
    }

    @Test("A slow search that is cleared leaves the start, and the next one begins as quietly")
    func clearedWhileSlow() throws {
        let held = HeldWorker()
        let person = try Operator(worker: { held.sitting(with: $0) })
        person.type("n")
        person.waits(.milliseconds(250))
        person.press(.escape)
        #expect(person.sees("Just type") && person.doesNotSee("Searching."))
        person.type("n")
        #expect(person.sees("Just type") && person.doesNotSee("Searching."))
    }

    @Test("Where nobody matches, a further key changes the name typed and nothing else")
    func nobodyStays() throws {
        let person = try Operator(width: 100, height: 30)
        person.type("zzyzx")
        let before = person.screen
        person.type("q")
        let changed = zip(before, person.screen).filter { $0 != $1 }
        #expect(changed.map(\.1) == [person.row(with: "zzyzxq"), "Nobody found for \"zzyzxq\"."])
    }

    @Test("Enter pressed before the answer opens the one it names, though nobody matched until then")
    func enterAfterNobody() throws {
        let held = HeldWorker()
        let office = Office(store: MemoryStore(customers: [.ada]))
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        person.type("zzyzx")
        held.answersAll(person)
        #expect(person.sees("Nobody found"))
        person.press(.home)
        person.type("byron")
        person.press(.delete, times: 5)
        person.press(.enter)
        held.answersAll(person)
        #expect(office.audited(.opened).count == 1)
    }

    @Test("Somebody who was opened late, after the search for them was cleared or went on, is not opened")
    func openedTooLate() throws {
        for goOn in [
            { $0.press(.escape) }, { $0.type("n5") },
            {
                $0.press(.escape); $0.type("byron")
            },
        ]
            as [(Operator) -> Void]
        {
            let held = HeldWorker()
            let person = try Operator(
                Office(store: MemoryStore(customers: [.mai, .ada])), worker: { held.sitting(with: $0) })
            person.type("nguyen")
            held.answersAll(person)
            person.press(.enter)
            goOn(person)
            held.answersAll(person)
            #expect(person.row(with: "MSP Desk").contains("Find"))
        }
    }

    @Test("A desk at rest waits for a key, and for nothing else that comes within a minute")
    func noTimer() throws {
        let person = try Operator()
        person.type("nguyen")
        #expect(person.app.stage.patience ?? .seconds(60) <= .seconds(1))
        person.waits(.seconds(2))
        #expect(person.app.stage.patience ?? .seconds(60) >= .seconds(60))
    }

    @Test("The first picture shows what waits for the officer: no second one follows it")
    func oneFirstPicture() throws {
        let services = try Office().services { at("2026-03-03T11:15") }
        let display = MemoryDisplay()
        let app = App(
            display: display, services: services, theme: .plain, root: Lookup(),
            worker: InlineWorker(services: services), monotonic: { .zero })
        app.begin()
        #expect(display.lines.contains { $0.contains("You are") })
        app.settle()
        app.refresh()
        #expect(display.framesShown == 1)
    }
}
