import Foundation
import Testing

/// What holds on every screen: any size, help, commands, hiding, emergency.
@Suite("On every screen")
struct ScreenJourneys {
    @Test("The window may shrink to 40 columns, to nearly nothing, and grow again: nothing is lost on any screen")
    func resized() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Find")
        try counter.type("applegarth")
        try await counter.survivesResizing("applegarth", "APPLEGARTH")
        try counter.press(.enter)
        try await counter.sees("Warning")
        try await counter.survivesResizing("In line until")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        try await counter.survivesResizing("In line until")
        try counter.press(.enter)
        try await counter.survivesResizing("Have you proved who this person is?")
        try counter.press(.escape)
        try await counter.sees("Guide the visit")
        try counter.type("n")
        try await counter.sees("What kind of note?")
        try await counter.survivesResizing("Customer contact")
        try counter.press(.enter)
        try await counter.sees("Note: Customer contact")
        try counter.type("Wrote about the rent.")
        try await counter.survivesResizing("Wrote about the rent.")
    }

    @Test("What is typed while the window is too small is there when it is large enough")
    func typedBlind() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", width: 20, height: 5)
        try await counter.sees("needs 40x12", "This window is 20x5", "Nothing is lost")
        try counter.type("thackeray")
        try counter.resize(width: 80, height: 24)
        try await counter.sees("thackeray", "3 April 1980")
    }

    @Test("F1 explains the screen and its keys, and Esc goes back to it")
    func help() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Find")
        try counter.type("inkpen")
        try await counter.sees("30 June 1941")
        try counter.press(.f1)
        try await counter.sees("Help: Find a person", "Keys of this screen")
        try counter.press(.escape)
        try await counter.sees("inkpen", "30 June 1941")
    }

    @Test("Ctrl-P finds a command by its name and does it")
    func palette() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Find")
        try counter.press(.control("p"))
        try await counter.sees("MSP Desk: Commands")
        try counter.type("hide the screen")
        try await counter.sees("Blank")
        try counter.press(.enter)
        try await counter.sees("Hidden. Any key shows the screen again.")
        try counter.press(.enter)
        try await counter.sees("Find a person")
    }

    @Test("F9 and Ctrl-B hide everything about the person, even while a note is typed, and lose nothing")
    func hidden() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.beginsNote()
        try counter.type("About ten. ")
        for key in [TerminalSession.Key.f9, .control("b")] {
            try await counter.sees("About ten.", "APPLEGARTH")
            try counter.press(key)
            try await counter.sees("Hidden.")
            #expect(!(try counter.screen().uppercased().contains("APPLEGARTH")))
            #expect(!(try counter.screen().contains("About ten.")))
            try counter.type("x")
            try await counter.sees("About ten.", "APPLEGARTH")
            #expect(!(try counter.screen().contains("About ten. x")), "the key that shows the screen types nothing")
        }
    }

    @Test("F8 opens the emergency steps from anywhere, and Esc comes back to what was being typed")
    func emergency() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.beginsNote()
        try counter.type("Shouted twice. ")
        try await counter.sees("Shouted twice.")
        try counter.press(.f8)
        try await counter.sees("Emergency steps", "> 1")
        try counter.press(.escape)
        try await counter.sees("Note: Voicemail received", "Shouted twice.")
    }

    @Test("A pasted text goes into the note whole, its lines kept and nothing of it taken for a key")
    func pasted() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.beginsNote()
        try counter.paste("First line of it.\nSecond: łódź, 北京, e\u{301}.\n")
        try await counter.sees("First line of it.", "Second: łódź, 北京")
        try await counter.saves("Contact report 1 is saved")
        let fields = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]["fields"]
        #expect(fields["content"].text?.hasPrefix("First line of it.\nSecond: łódź, 北京, e\u{301}.") == true)
    }

    @Test("With standard input closed a command works as ever, and the screens say the first one and end")
    func inputClosed() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        try await shell.sees("ready>")
        try shell.line("\"$PROGRAM\" find applegarth --json <&- > found; echo \"left with $?.\"")
        try await shell.sees("left with 0.")
        let found = try String(contentsOfFile: shell.workingFile("found"), encoding: .utf8)
        #expect(try Outcome(status: 0, out: found, err: "").json()["results"][0]["externalId"].text == "P0000001")
        try shell.line("\"$PROGRAM\" open <&- 2> complaint; echo \"screen left with $?.\"")
        try await shell.sees("screen left with 0.")
        let complaint = try String(contentsOfFile: shell.workingFile("complaint"), encoding: .utf8)
        #expect(complaint == "")
        try await shell.sees("Find a person")
    }
}

extension TerminalSession {
    /// Shrinks to the smallest usable window, then further, then back; `phrases` stand wherever there is room.
    func survivesResizing(
        _ phrases: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for (width, height) in [(80, 24), (40, 12), (20, 5), (80, 24)] {
            try resize(width: width, height: height)
            if width < 40 {
                try await sees("make it larger", "Nothing is lost", sourceLocation: sourceLocation)
            } else {
                for phrase in phrases { try await sees(phrase, sourceLocation: sourceLocation) }
                try await seesNoMore("make it larger", sourceLocation: sourceLocation)
            }
        }
    }
}
