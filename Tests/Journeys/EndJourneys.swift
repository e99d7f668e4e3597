import Foundation
import Testing

/// However the program ends, the terminal is as it was and what was typed is there.
@Suite("Every end of the program")
struct EndJourneys {
    enum End: String, CaseIterable, CustomTestStringConvertible {
        case leave, ctrlC, ctrlQ, terminate, hangUp, interrupt, quit, segmentationFault, trap, abort, brokenPipe, user

        var signal: Int32? {
            switch self {
            case .leave, .ctrlC, .ctrlQ: nil
            case .terminate: SIGTERM
            case .hangUp: SIGHUP
            case .interrupt: SIGINT
            case .quit: SIGQUIT
            case .segmentationFault: SIGSEGV
            case .trap: SIGILL
            case .abort: SIGABRT
            case .brokenPipe: SIGPIPE
            case .user: SIGUSR1
            }
        }

        var testDescription: String { rawValue }
    }

    @Test("The terminal is the same before and after, whatever ends the program", arguments: End.allCases)
    func terminalRestored(_ end: End) async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        let before = try await shell.modes("before")
        try shell.line("\"$PROGRAM\" open")
        try await shell.sees("Find a person")
        #expect(try shell.state("alternate_on") == "1")
        let program = try await shell.child()
        switch end {
        case .leave: try shell.press(.escape, .escape)
        case .ctrlC: try shell.press(.control("c"))
        case .ctrlQ: try shell.press(.control("q"))
        default: kill(program, try #require(end.signal))
        }
        try await shell.isBack(from: program)
        try shell.line("echo \"left with $?.\"")
        try await shell.sees("left with \(end.signal.map { 128 + $0 } ?? 0).")
        #expect(try await shell.modes("after") == before)
        #expect(try shell.state("cursor_flag") == "1")
        #expect(try shell.state("mouse_any_flag") == "0")
        #expect(try shell.state("keypad_flag") == "0")
    }

    @Test("Stopped with Ctrl-Z's signal, the shell has its terminal back; 'fg' brings the screen back")
    func stoppedAndContinued() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        let before = try await shell.modes("before")
        try shell.line("\"$PROGRAM\" open")
        try await shell.sees("Find a person")
        try shell.type("applegarth")
        try await shell.sees("12 March 1958")
        let program = try await shell.child()
        kill(program, SIGTSTP)
        #expect(try await shell.holds { try shell.state("alternate_on") == "0" })
        try shell.line("echo \"at the shell\"")
        try await shell.sees("at the shell")
        #expect(try await shell.modes("stopped") == before)
        #expect(try shell.state("cursor_flag") == "1")
        try shell.line("fg")
        try await shell.sees("applegarth", "12 March 1958")
        try shell.press(.control("q"))
        try await shell.isBack(from: program)
        #expect(try await shell.modes("after") == before)
    }

    enum Loss: String, CaseIterable, CustomTestStringConvertible {
        case killed, interrupted, terminated, terminalClosed, left
        var testDescription: String { rawValue }
    }

    @Test("Every word typed before the end is offered again, and saved once", arguments: Loss.allCases)
    func draftOutlives(_ loss: Loss) async throws {
        let desk = try Desk.practice()
        let words = "She said that the letter came on Monday and that nobody had called her back since."
        let first = try await TerminalSession(desk, as: "PRCOUNTER")
        try await first.beginsNote()
        let program = try first.pid()
        // All at once, so that the end comes before the draft is due. Whoever can still act keeps it even so.
        try first.type(words + " ")
        try await first.sees(words)
        if loss == .killed { try await first.keeps(words, in: desk) }
        switch loss {
        case .killed: kill(program, SIGKILL)
        case .interrupted: kill(program, SIGINT)
        case .terminated: kill(program, SIGTERM)
        case .terminalClosed: try first.close()
        case .left: try first.press(.control("q"))
        }
        #expect(try await first.hasEnded(program), "the program runs on")

        let again = try await TerminalSession(desk, as: "PRCOUNTER")
        try await again.sees("Waiting for you", "APPLEGARTH")
        try again.press(.enter)
        try await again.sees("Warning", "In line until 12:00")
        try again.press(.enter)
        try await again.sees("Note: Voicemail received")
        try again.press(.tab)
        try await again.sees(words)
        try await again.saves("Contact report 1 is saved")
        try await again.sees("Nothing waits for you.")
        let waiting = try desk.run("note", "reports", "--json", as: "PROMC1").json()
        #expect(waiting.list.count == 1)
        #expect(waiting[0]["fields"]["content"].text == words + " ")
    }

    @Test(
        "A fault of the program in the middle of a note gives the terminal back, and the note is offered again",
        arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT])
    func faultInNote(_ fault: Int32) async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        let before = try await shell.modes("before")
        try shell.line("\"$PROGRAM\" open")
        try await shell.beginsNote()
        let words = "She asked for the letter in larger print."
        try shell.type(words)
        try await shell.sees(words)
        try await shell.keeps(words, in: desk)
        let program = try await shell.child()
        kill(program, fault)
        try await shell.isBack(from: program)
        #expect(try await shell.modes("after") == before)
        #expect(try shell.state("cursor_flag") == "1")
        try shell.line("\"$PROGRAM\" open")
        try await shell.sees("Waiting for you", "APPLEGARTH", words)
    }

    @Test("The reason to give a report back outlives the program too, and the report goes back with it")
    func reasonOutlives() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.savesVisit()
        let reason = "Which of the two letters did she mean, and from whom did it come?"
        for end in [SIGKILL, SIGHUP] {
            let manager = try await TerminalSession(desk, as: "PROMC1")
            try await manager.sees("Waiting for you")
            try manager.press(.enter)
            try await manager.sees("Contact reports", "Asked about the letter.")
            try manager.type("r")
            try await manager.sees("Give it back to its author")
            let program = try manager.pid()
            try manager.type(end == SIGKILL ? reason : " Please say.")
            try await manager.sees(end == SIGKILL ? "from whom did it come?" : "Please say.")
            if end == SIGKILL { try await manager.keeps(reason, in: desk) }
            kill(program, end)
            #expect(try await manager.hasEnded(program), "the program runs on")
        }
        let begun = try desk.run("note", "reports", "--json", as: "PROMC1").json()
        #expect(begun[0]["begunReturn"].text == reason + " Please say.")
        let manager = try await TerminalSession(desk, as: "PROMC1")
        try await manager.sees("Waiting for you")
        try manager.press(.enter)
        try await manager.sees("You began to give it back", "Which of the two letters")
        try manager.type("r")
        try await manager.sees("Please say.")
        try manager.press(.enter)
        try await manager.sees("No contact report waits.")
        let author = try await TerminalSession(desk, as: "PRCOUNTER")
        try await author.sees("RETURNED by PROMC1: Which of the two letters")
    }

    @Test("A terminal that takes nothing any more keeps nobody from ending the program", .timeLimit(.minutes(3)))
    func terminalFull() async throws {
        let desk = try Desk.practice()
        var (near, far): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&near, &far, nil, nil, &size) == 0)
        for end in [near, far] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { for end in [near, far] { close(end) } }
        let program = Process()
        program.executableURL = URL(fileURLWithPath: try Program.path)
        program.arguments = ["open"]
        program.environment = desk.environment(as: "PRCOUNTER").merging(["TERM": "xterm-256color"]) { $1 }
        let terminal = FileHandle(fileDescriptor: far, closeOnDealloc: false)
        (program.standardInput, program.standardOutput, program.standardError) = (terminal, terminal, terminal)
        try program.runUnmasked()
        // Nobody reads the pictures. A row more or less makes another.
        var isFull = false
        while !isFull, program.isRunning {
            size.ws_row = 49 - size.ws_row
            _ = ioctl(far, UInt(TIOCSWINSZ), &size)
            kill(program.processIdentifier, SIGWINCH)
            var out = pollfd(fd: far, events: Int16(POLLOUT), revents: 0)
            isFull = poll(&out, 1, 20) == 0
        }
        program.terminate()
        program.waitUntilExit()
        #expect(program.terminationReason == .uncaughtSignal)
        #expect(program.terminationStatus == SIGTERM)
    }

    @Test("A draft thrown away after the question is gone for good")
    func draftThrownAway() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.beginsNote()
        try counter.type("Mistaken. ")
        try await counter.sees("Mistaken.")
        try counter.press(.control("d"))
        try await counter.sees("Throw this draft away?")
        try counter.type("y")
        try await counter.sees("The draft was thrown away.")
        try counter.press(.escape)
        try await counter.sees("Esc Clear")
        try counter.press(.escape)
        try await counter.sees("Nothing waits for you.")
    }
}
