import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Nothing is drawn without need, and nobody's record stands open alone")
struct QuietTests {
    @Test("No frame is shown when nothing changed")
    func quiet() throws {
        let person = try Operator(at: Probe(["x": Probe.Wish(.none)]))
        let shown = person.display.framesShown
        person.send(.woken)
        person.waits(.seconds(5))
        person.send(.mouse(Mouse(.release, at: Position(column: 1, row: 1))))
        person.send(.mouse(Mouse(.press, at: Position(column: 70, row: 10))))
        person.press(.function(12))
        #expect(person.display.framesShown == shown)
    }

    @Test("A key that means nothing on a screen sends nothing to the terminal", arguments: Place.allCases)
    func ineffective(place: Place) throws {
        let person = try place.reached(width: 80, height: 24)
        // Where a new key is chosen every key means something.
        guard !person.app.stage.top.takesNextKey else { return }
        person.press(.up, times: 60)
        person.press(.function(12))
        let shown = person.display.framesShown
        person.press(.function(12), .insert, .control("t"), .function(11))
        #expect(person.display.framesShown == shown)
        // At the top there is nothing above; a key that says why it does nothing says something.
        guard !person.app.stage.top.notes.contains(where: { $0.keys.contains(.up) && $0.unavailable != nil }) else {
            return
        }
        person.press(.up, .up)
        #expect(person.display.framesShown == shown)
    }

    @Test("A key that changed nothing leaves the mouse where it was, and a new window is drawn even so")
    func shownAgain() throws {
        let person = try Operator()
        let shown = person.display.framesShown
        person.resize(80, 24)
        #expect(person.display.framesShown == shown + 1)
        person.press(.control("p"))
        person.type("suspend")
        let before = person.display.framesShown
        person.press(.enter)
        #expect(person.display.framesShown > before)
    }

    // MARK: Nobody there

    private func office(_ blanking: Blanking) -> Office {
        var office = Office()
        office.setup.configuration.blanking = blanking
        return office
    }

    @Test("After five minutes without a key the screen is hidden, and the next key shows it as it was")
    func idle() throws {
        let person = try Operator.atNote(office(Configuration().blanking))
        person.type("Asked about a claim")
        person.waits(.seconds(299))
        let before = person.screen
        #expect(person.sees("NGUYEN"))
        person.waits(.seconds(2))
        #expect(person.doesNotSee("NGUYEN") && person.doesNotSee("claim"))
        #expect(person.sees("Hidden. Any key shows the screen again. Nobody pressed a key for 5 minutes"))
        person.type("x")
        #expect(person.screen == before)
    }

    @Test("Each key, paste and press of the mouse begins the time anew", arguments: [0, 1, 2])
    func inputs(kind: Int) throws {
        let person = try Operator.atNote(office(.minutes(1)))
        for _ in 0..<3 {
            person.waits(.seconds(50))
            switch kind {
            case 0: person.type("a")
            case 1: person.paste("b")
            default: person.send(.mouse(Mouse(.release, at: Position(column: 0, row: 0))))
            }
        }
        #expect(person.sees("NGUYEN"))
        person.waits(.seconds(61))
        #expect(person.doesNotSee("NGUYEN"))
    }

    @Test("A hidden screen waits for nothing, and one that is never hidden neither: no processor time is spent")
    func patience() throws {
        let person = try Operator(at: Probe(), office(.minutes(1)))
        #expect(person.app.stage.patience == .seconds(60))
        person.waits(.seconds(61))
        #expect(person.app.stage.patience == nil)
        let shown = person.display.framesShown
        person.waits(.seconds(600))
        #expect(person.display.framesShown == shown)
        person.press(.escape)
        #expect(person.app.stage.patience == .seconds(60))
        #expect(try Operator(at: Probe(), office(.never)).app.stage.patience == nil)
    }

    @Test("In lines an idle desk says that it is locked, and the next command only says the screen again")
    func lockedInLines() throws {
        let listener = try LinearListener(office(.minutes(5)))
        listener.answers("nguyen", "1")
        listener.waits(.seconds(301))
        #expect(listener.hears("! Locked") || listener.hears("Locked: nothing was answered for 5 minutes."))
        listener.answers("1")
        #expect(listener.hears("MSP Desk: Warning") && listener.hears("Mai NGUYEN"))
        listener.answers("")
        #expect(listener.hears("MSP Desk: Record"))
    }

    @Test("Text that was half typed when the desk was locked is taken all the same")
    func lockedInText() throws {
        let listener = try LinearListener(office(.minutes(5)))
        listener.waits(.seconds(301))
        listener.answers("nguyen")
        #expect(listener.hears("Mai NGUYEN"))
    }

    @Test(
        "Of a note no line is dropped for what it looks like, locked or not",
        arguments: ["0412345678", "...and then he left the counter", ".5 of it", "7"])
    func lockedInNote(line: String) throws {
        let listener = try LinearListener(office(.minutes(5)))
        listener.answers("nguyen", "1", "", "n", "1", "first")
        listener.waits(.seconds(301))
        listener.answers(line, ".save")
        #expect(listener.hears("first") && listener.hears(line))
    }

    @Test("A script that is slow is never locked out")
    func scripts() throws {
        let listener = try LinearListener(office(.minutes(5)), isTerminal: false)
        listener.answers("nguyen", "1")
        listener.waits(.seconds(301))
        #expect(listener.heard.isEmpty)
        listener.answers("")
        #expect(listener.hears("MSP Desk: Record"))
    }

    // MARK: The mouse

    @Test("The mouse is taken or left as the configuration says", arguments: [true, false])
    func mouse(isOn: Bool) throws {
        var office = Office()
        office.setup.configuration.mouse = isOn
        #expect(try Operator(office).display.hasMouse == isOn)
    }

    @Test("A command gives the mouse back to the terminal, and takes it again")
    func mouseByCommand() throws {
        let person = try Operator()
        for isOn in [false, true] {
            person.press(.control("p"))
            person.type("mouse off")
            person.press(.enter)
            #expect(person.display.hasMouse == isOn)
            #expect(person.sees(isOn ? "hold Shift to select text" : "The mouse selects text"))
        }
    }
}
