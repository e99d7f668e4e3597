import Casework
import Synchronization
import Terminal
import TestSupport
import Testing
import Widgets

@testable import Screens

@Suite("The runtime")
struct RuntimeTests {
    // MARK: Effects

    @Test("The answer to an older question is dropped when it comes late")
    func lateAnswer() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada]))
        let held = HeldWorker()
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        person.type("pe")
        // The first job read what waits for the officer; then came "p", which fits both, and "pe", which fits Ada.
        held.works(on: 2)
        person.settle()
        held.works(on: 1)
        person.settle()
        #expect(person.sees("Ada BYRON"))
        #expect(person.doesNotSee("NGUYEN"))
    }

    @Test("Enter pressed twice before the record comes opens it once")
    func openedOnce() throws {
        let held = HeldWorker()
        let person = try Operator(Office(), worker: { held.sitting(with: $0) })
        person.type("nguyen")
        while held.waiting > 0 { held.works(on: 0) }
        person.settle()
        person.press(.enter, .enter)
        held.answersAll(person)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find"))
    }

    @Test("A timer that waits is not begun anew, so that continuous typing cannot put it off")
    func afterKeepsTheFirst() throws {
        let person = try Operator(at: Probe(["a": .init(.after(.milliseconds(150), "draft", .told("saved")))]))
        for _ in 0..<2 {
            person.press(.character("a"))
            person.waits(.milliseconds(100))
        }
        #expect(person.sees("heard: saved"))
        person.waits(.milliseconds(200))
        #expect(person.doesNotSee("saved saved"))
    }

    @Test("A timer that waits for rest begins anew with every key")
    func restStartsAgain() throws {
        let person = try Operator(at: Probe(["r": .init(.rest(.milliseconds(150), "record", .told("rested")))]))
        for _ in 0..<5 {
            person.press(.character("r"))
            person.waits(.milliseconds(100))
        }
        #expect(person.doesNotSee("rested"))
        person.waits(.milliseconds(60))
        #expect(person.sees("heard: rested"))
    }

    @Test("What a screen still waits to save is saved when it is left, and when the program ends")
    func leavingSaves() throws {
        let saves = Mutex(0)
        let save = Probe.Wish(
            .after(
                .seconds(60), "draft",
                .wished(
                    Probe.Wish(
                        .run { _ in
                            saves.withLock { $0 += 1 }
                            return .told("saved")
                        }))))
        let back = Probe.Wish(.back)
        let person = try Operator(at: Probe(["o": Probe.Wish(.open(Probe(title: "Above", ["s": save, "b": back])))]))
        person.press(.character("o"), .character("s"), .character("b"))
        #expect(saves.withLock { $0 } == 1)
        person.press(.character("o"), .character("s"), .control("q"))
        #expect(saves.withLock { $0 } == 2)
        #expect(person.app.isOver)
    }

    @Test("What fails is said at the foot of the screen with what to do, until the next key")
    func errorsBecomeNotices() throws {
        let fails = Probe.Wish(.run { _ in throw ReferenceError.unknown("999") })
        let person = try Operator(at: Probe(["f": fails, "x": Probe.Wish(.none)]))
        person.press(.character("f"))
        #expect(person.sees("Nobody in the register bears '999'."))
        #expect(person.sees("search by name"))
        person.press(.character("x"))
        #expect(person.doesNotSee("999"))
    }

    @Test("Closing the terminal ends the program")
    func ended() throws {
        let person = try Operator()
        person.send(.ended)
        #expect(person.app.isOver)
    }

    // MARK: Keys

    @Test("A key that does nothing just now says why")
    func unavailable() throws {
        var probe = Probe(["w": Probe.Wish(.none)])
        probe.unavailable["w"] = "There is no warning to show."
        let person = try Operator(at: probe)
        #expect(person.sees("(w Wish w)"))
        person.press(.character("w"))
        #expect(person.sees("There is no warning to show."))
    }

    @Test("In a text field every printable key is text: q ? : ! and digits too")
    func printableIsText() throws {
        let person = try Operator(at: Probe(isTyping: true, ["q": Probe.Wish(.quit), "1": Probe.Wish(.quit)]))
        person.type("q?:!1 z")
        #expect(person.sees("typed: q?:!1 z"))
        #expect(!person.app.isOver)
    }

    @Test(
        "Outside text fields ? : and ! are help, commands and emergency; in them the function keys are",
        arguments: [
            (Key.character("?"), false, "Help: Probe"), (.character(":"), false, "Commands"),
            (.character("!"), false, "Emergency"), (.function(1), true, "Help: Probe"),
            (.control("p"), true, "Commands"), (.function(8), true, "Emergency"),
        ])
    func globals(key: Key, isTyping: Bool, title: String) throws {
        let person = try Operator(at: Probe(isTyping: isTyping))
        person.press(key)
        #expect(person.row(with: "MSP Desk").contains(title))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Probe"))
    }

    @Test("Ctrl-Z suspends outside text fields and takes back typing inside them")
    func suspend() throws {
        let person = try Operator(at: Probe())
        person.press(.control("z"))
        #expect(person.display.suspensions == 1)
        let typing = try Operator(at: Probe(isTyping: true))
        typing.type("word")
        typing.press(.control("z"))
        #expect(typing.display.suspensions == 0)
    }

    @Test("The emergency steps open once, however often F8 is pressed")
    func emergencyOnce() throws {
        let person = try Operator(at: Probe())
        person.press(.function(8), .function(8), .escape)
        #expect(person.row(with: "MSP Desk").contains("Probe"))
    }

    @Test("A command chosen by name is done on the screen below")
    func palettePerforms() throws {
        let person = try Operator(at: Probe(["h": Probe.Wish(.run { _ in .told("hello") }), "x": Probe.Wish(.none)]))
        person.press(.control("p"))
        person.type("wish h")
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Probe"))
        #expect(person.sees("heard: hello"))
    }

    @Test("A command chosen by name that is of every screen is done")
    func paletteGlobal() throws {
        let person = try Operator(at: Probe())
        person.press(.control("p"))
        person.type("shell")
        person.press(.enter)
        #expect(person.display.suspensions == 1)
    }

    @Test("A command that cannot be done says why and stays in the list")
    func paletteUnavailable() throws {
        var probe = Probe(["w": Probe.Wish(.quit)])
        probe.unavailable["w"] = "There is no warning to show."
        let person = try Operator(at: probe)
        person.press(.control("p"))
        person.type("wish w")
        person.press(.enter)
        #expect(person.sees("There is no warning to show."))
        #expect(person.row(with: "MSP Desk").contains("Commands"))
        #expect(!person.app.isOver)
    }

    // MARK: Pictures

    @Test(
        "F9 hides the screen, no name left on it, and any key shows it again unchanged",
        arguments: [
            Key.function(9), .control("b"),
        ])
    func blank(key: Key) throws {
        let person = try Operator.atRecord()
        let before = person.screen
        person.press(key)
        #expect(person.doesNotSee("NGUYEN"))
        #expect(person.screen.filter { !$0.isEmpty }.count == 1)
        person.paste("nothing reaches a hidden screen")
        #expect(person.doesNotSee("NGUYEN"))
        person.press(.escape)
        #expect(person.screen == before)
    }

    @Test("A mouse press on a hidden screen shows it and does nothing else")
    func blankMouse() throws {
        let person = try Operator.atRecord()
        let before = person.screen
        person.press(.function(9))
        person.send(.mouse(Mouse(.press, at: Position(column: 2, row: 23))))
        #expect(person.screen == before)
    }

    @Test(
        "A window too small says so, and what was typed is there when it is large again",
        arguments: [
            (39, 24), (80, 11), (1, 1), (12, 3),
        ])
    func tooSmall(width: Int, height: Int) throws {
        let person = try Operator.atNote()
        person.type("Asked about a claim")
        person.resize(width, height)
        #expect(person.doesNotSee("NGUYEN"))
        if width >= 20, height >= 5 {
            #expect(person.sees("40x12"))
            #expect(person.sees("Nothing is lost."))
        }
        person.resize(width, height)
        person.type(", unseen")
        // Nobody sees what these would do to the note: throw it away, save it.
        person.press(.control("d"), .enter, .function(2), .enter, .enter)
        person.paste(" but kept")
        person.resize(80, 24)
        #expect(person.sees("Asked about a claim, unseen but kept"))
        #expect(person.doesNotSee("Throw this draft away?") && person.doesNotSee("saved"))
        person.resize(width, height)
        person.press(.control("q"))
        #expect(person.app.isOver)
    }

    @Test("What comes late for a covered screen takes its place there, and never comes over what covers it")
    func replacedBelow() throws {
        let held = HeldWorker()
        let second = Probe.Wish(.replace(Probe(title: "Second")))
        let person = try Operator(
            at: Probe(["r": .init(.run { _ in .wished(second) })]), worker: { held.sitting(with: $0) })
        person.press(.character("r"), .function(1))
        #expect(person.row(with: "MSP Desk").contains("Help"))
        held.answersAll(person)
        #expect(person.row(with: "MSP Desk").contains("Help"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Second"))
    }

    @Test("A press on a row chooses it, and a press on the chosen row opens it")
    func mouseOnRow() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada]))
        let person = try Operator(office)
        person.type("19")
        person.press(.escape)
        person.type("p")
        #expect(person.sees("Mai NGUYEN") && person.sees("Ada BYRON"))
        let second = person.screen.last { $0.contains("Mai NGUYEN") || $0.contains("Ada BYRON") } ?? ""
        let name = second.contains("Ada") ? "Ada BYRON" : "Mai NGUYEN"
        person.click(on: name)
        #expect(person.row(with: "MSP Desk").contains("Find"))
        person.click(on: name)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees(name))
    }

    @Test("A press on a hint is the same as its key")
    func mouseOnHint() throws {
        let person = try Operator()
        person.click(on: "F1")
        #expect(person.row(with: "MSP Desk").contains("Help"))
        person.click(on: "Esc")
        #expect(person.row(with: "MSP Desk").contains("Find"))
    }

    @Test("The wheel scrolls")
    func wheel() throws {
        let person = try Operator(width: 80, height: 14)
        person.press(.function(1))
        let before = person.screen
        person.send(.mouse(Mouse(.scrollDown, at: Position(column: 5, row: 5))))
        #expect(person.screen != before)
        person.send(.mouse(Mouse(.scrollUp, at: Position(column: 5, row: 5))))
        #expect(person.screen == before)
    }

    @Test("Run as it is run, the end of the terminal ends it once all work is done")
    func runs() throws {
        let done = Mutex(false)
        let services = try Office().services { at("2026-03-03T11:15") }
        let display = MemoryDisplay(script: [.key(.character("w"))])
        let work = Probe.Wish(
            .run { _ in
                done.withLock { $0 = true }
                return .told("done")
            })
        let app = App(display: display, services: services, theme: .plain, root: Probe(["w": work]))
        app.run()
        #expect(done.withLock { $0 })
        #expect(display.framesShown > 0)
    }
}
