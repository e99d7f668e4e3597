import Foundation
import Testing

/// What goes wrong under an open screen is said in words, and nothing typed is lost.
@Suite("When something fails under an open screen")
struct FaultJourneys {
    @Test("While another program holds the register the screen goes on, and the words typed meanwhile are kept after")
    func locked() async throws {
        let desk = try Desk.practice()
        let first = try await TerminalSession(desk, as: "PRCOUNTER")
        try await first.beginsNote()
        let held = try HeldRegister(desk)
        try first.type("Came while it was locked.")
        // Slow to answer at first, in use by other programs once the wait is over: a busy machine may show only the second.
        try await first.sees("Came while it was locked.", "The register ")
        try first.press(.f1)
        try await first.sees("Keys of this screen")
        try first.press(.escape)
        try first.type(" Typed on.")
        try await first.sees("Came while it was locked. Typed on.")
        held.letGo()
        try await first.seesNoMore("slow to answer")
        try await first.keepsDraft(of: desk, "Came while it was locked. Typed on.")
    }

    @Test("On a full disk people are found and warned of, the words stay, and with room again they are kept")
    func fullDisk() async throws {
        let desk = try Desk.practice()
        let first = try await TerminalSession(desk, as: "PRCOUNTER")
        try await first.sees("Find a person")
        try first.diskFills()
        try await first.opens("applegarth", "12 March 1958")
        try await first.sees("Warning", "In line until 12:00", "NOTHING CAN BE SAVED")
        try first.press(.enter)
        try await first.sees("Guide the visit")
        try first.type("n")
        try await first.sees("What kind of note?")
        try first.press(.enter)
        try await first.sees("Note: Customer contact")
        try first.type("No room for this.")
        try await first.sees("No room for this.", "did not take what was written")
        try first.press(.escape)
        try await first.sees("did not take what was written", "Esc once more leaves", "No room for this.")
        try first.press(.control("q"))
        try await first.sees("Leave again to lose what is not saved.", "No room for this.")
        try first.diskHasRoom()
        try first.press(.control("q"))
        #expect(try await first.exitStatus() == 0)
        try await first.keepsDraft(of: desk, "No room for this.")
        #expect(try desk.run("audit", "verify", as: "PRADMIN").status == 0)
        let acts = try desk.run("audit", "show", "P0000001", "--json", as: "PRADMIN").json().list.compactMap {
            $0["act"].text
        }
        #expect(acts.prefix(2) == ["opened", "warning-acknowledged"], "what was read meanwhile stands in the trail")
    }

    @Test("On a register that may only be read people are found and warned of, and it is said that nothing is saved")
    func readOnly() async throws {
        let desk = try Desk.practice()
        try desk.becomesReadOnly()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", ordinary: true)
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("Warning", "In line until 12:00", "NOTHING CAN BE SAVED", "cannot be written")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        try counter.type("d")
        try await counter.sees("Week")
        try counter.press(.escape)
        try await counter.sees("Guide the visit")
        try counter.type("n")
        try await counter.sees("What kind of note?")
        try counter.press(.enter)
        try await counter.sees("Note: Customer contact")
        try counter.type("Only on the screen.")
        try await counter.sees("Only on the screen.", "cannot be written")
        try counter.press(.control("q"))
        try await counter.sees("Leave again to lose what is not saved.", "Only on the screen.")
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)
    }

    @Test("What the audit trail never got is said when the program ends")
    func owed() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        try await shell.sees("ready>")
        try shell.line("\"$PROGRAM\" open")
        try await shell.opens("applegarth", "12 March 1958")
        try await shell.sees("Warning", "In line until 12:00")
        try desk.moveRegister(to: ".away")
        try shell.press(.enter)
        try await shell.sees("Guide the visit")
        try shell.press(.control("q"))
        // The terminal breaks the line where it will.
        try await shell.sees("Warning: The register", "of what was read meanwhile.")
    }

    @Test("Ended by somebody else while nothing can be kept, the program says that what was typed last is lost")
    func endedUnkept() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER", width: 200)
        try await shell.sees("ready>")
        try shell.line("\"$PROGRAM\" open")
        try await shell.beginsNote()
        let program = try await shell.child()
        try desk.moveRegister(to: ".away")
        try shell.type("Where did it go?")
        try await shell.sees("was deleted or moved away")
        kill(program, SIGTERM)
        try await shell.isBack(from: program)
        try await shell.sees("Warning: The register", "What was typed last into the note is not kept.")
    }

    @Test("Without a key what is owed to the trail is written once the disk takes it, and the record says so no more")
    func owedByItself() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Find a person")
        try counter.diskFills()
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("Warning", "NOTHING CAN BE SAVED")
        try counter.press(.enter)
        try await counter.sees("Guide the visit", "NOTHING CAN BE SAVED")
        try counter.diskHasRoom()
        try await counter.seesNoMore("NOTHING CAN BE SAVED")
        let program = try counter.pid()
        kill(program, SIGKILL)
        #expect(try await counter.hasEnded(program))
        let acts = try desk.run("audit", "show", "P0000001", "--json", as: "PRADMIN").json().list.compactMap {
            $0["act"].text
        }
        #expect(acts.prefix(2) == ["opened", "warning-acknowledged"])
    }

    @Test("A register that is taken away is said at once; the words stay, and are kept once it is back")
    func takenAway() async throws {
        let desk = try Desk.practice()
        let first = try await TerminalSession(desk, as: "PRCOUNTER")
        try await first.beginsNote()
        try desk.moveRegister(to: ".away")
        try first.type("Where did it go?")
        try await first.sees("was deleted or moved away", "Where did it go?")
        try desk.moveRegister(from: ".away")
        try await first.seesNoMore("moved away")
        try await first.keepsDraft(of: desk, "Where did it go?")
    }

    @Test("Where another register took its place nothing is written to either, and the words stay on the screen")
    func replaced() async throws {
        let (desk, other) = (try Desk.practice(), try Desk.practice())
        let first = try await TerminalSession(desk, as: "PRCOUNTER")
        try await first.beginsNote()
        try desk.moveRegister(to: ".away")
        try FileManager.default.moveItem(atPath: other.register, toPath: desk.register)
        try first.type("Not for the other one.")
        try await first.sees("Another register took the place", "Not for the other one.")
        try first.press(.escape)
        try await first.sees("Another register took the place", "Not for the other one.")
        try FileManager.default.removeItem(atPath: desk.register)
        try desk.moveRegister(from: ".away")
        try await first.seesNoMore("took the place")
        try await first.keepsDraft(of: desk, "Not for the other one.")
    }

    @Test("A register that goes bad under an open note is called damaged, never another; the words stay on the screen")
    func goesBad() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.beginsNote()
        try counter.type("Came about rent.")
        try await counter.keeps("Came about rent.", in: desk)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: desk.register))
        try file.write(contentsOf: try desk.badPages())
        try file.close()
        try counter.press(.f2)
        try await counter.sees("Save this note?")
        try counter.press(.enter)
        try await counter.sees("is damaged", "mspdesk restore", "Came about rent.")
        // However often it is tried, and past the time in which it might be another register.
        let end = ContinuousClock.now + .seconds(6)
        while ContinuousClock.now < end {
            try counter.press(.f2)
            try await counter.sees("Save this note?")
            try counter.press(.enter)
            try await counter.sees("is damaged", "Came about rent.")
        }
    }

    @Test("A note goes on through every sudden end: each time the words are offered again, and none is lost")
    func suddenEnds() async throws {
        let desk = try Desk.practice()
        var words = ""
        for (name, signal) in [
            ("Hung", SIGHUP), ("interrupted", SIGINT), ("faulted", SIGSEGV), ("trapped", SIGILL), ("aborted", SIGABRT),
            ("bus", SIGBUS),
        ] {
            let session = try await TerminalSession(desk, as: "PRCOUNTER")
            if words.isEmpty {
                try await session.beginsNote()
            } else {
                try await session.resumesNote(words)
            }
            try session.type("\(name) ")
            words += "\(name) "
            try await session.sees(words.trimmingCharacters(in: .whitespaces))
            try await session.keeps(words.trimmingCharacters(in: .whitespaces), in: desk)
            let program = try session.pid()
            try session.kill(signal)
            #expect(try await session.hasEnded(program))
        }
        let last = try await TerminalSession(desk, as: "PRCOUNTER")
        try await last.resumesNote("Hung interrupted faulted trapped aborted bus")
    }

    @Test("Stopped in the middle of a note and killed while stopped, the words are there")
    func stoppedAndKilled() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        try await shell.sees("ready>")
        try shell.line("\"$PROGRAM\" open")
        let program = try await shell.child()
        try await shell.beginsNote()
        try shell.type("Went to the shell.")
        try await shell.sees("Went to the shell.")
        kill(program, SIGTSTP)
        #expect(try await shell.holds { try shell.state("alternate_on") == "0" })
        kill(program, SIGKILL)
        #expect(try await shell.hasEnded(program))
        let again = try await TerminalSession(desk, as: "PRCOUNTER")
        try await again.resumesNote("Went to the shell.")
    }
}
