import Foundation
import Testing

/// The linear face of the built program: through a pipe, and on terminals that show no pictures.
@Suite("In lines, from search to saved note")
struct LinearJourneys {
    // MARK: The three contacts, through a pipe

    @Test("The counter: a visit in line, by lines through a pipe, becomes a contact report")
    func visit() throws {
        let desk = try Desk.practice()
        let said = try desk.speaks(
            "applegarth", "1", "", "", "1", "1", "2", "write the note",
            "Asked why the March payment was late.", "Explained the new date.", ".save", "", "quit", as: "PRCOUNTER")
        #expect(said.status == 0)
        #expect(said.err.isEmpty)
        let lines = said.lines
        for line in [
            "PRACTICE  MSP Desk: Warning", "Good: Face to face: In line until 12:00",
            "Have you proved who this person is?",
            "Good: Help the customer here", "Save this note?",
            "Done: Contact report 1 is saved and waits for a manager to record it. Mail to OMC is in the outbox.",
        ] { #expect(lines.contains(line), "\(line)") }
        let report = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]
        #expect(report["customer"].text == "P0000001")
        #expect(report["author"].text == "PRCOUNTER")
        #expect(
            report["fields"]["discussion"].text == "Asked why the March payment was late.\nExplained the new date.")
        #expect(try desk.run("audit", "verify").status == 0)
    }

    @Test("The Smart Centre: a caller whose calls are used up is turned away by lines through a pipe")
    func call() throws {
        let desk = try Desk.practice()
        let said = try desk.speaks(
            "thackeray 3/4/1980", "1", "i have read this", "guide the call", "1", "1", "write the note",
            "Asked about a form.", ".", ".save", "save", as: "PRPHONE")
        #expect(said.status == 0)
        #expect(said.lines.contains { $0.hasPrefix("Stop: Phone: Not in line") })
        #expect(said.lines.contains { $0.contains("Give no service") })
        let report = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]
        #expect(report["customer"].text == "P0000002")
        #expect(report["fields"]["contactReason"].text == "Call outside the plan")
    }

    @Test("Processing: a work item by lines through a pipe ends with the One Main Contact's advice and a report")
    func workItem() throws {
        let desk = try Desk.practice()
        let said = try desk.speaks(
            "lương cabramatta", "1", "", "k", "2", "1", "", "Claim checked; the OMC calls on Thursday.", ".save", "y",
            as: "PRPROCESS")
        #expect(said.status == 0)
        #expect(said.lines.contains { $0.contains("INTERPRETER: Vietnamese") })
        let report = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]
        #expect(report["customer"].text == "P0000003")
        #expect(report["author"].text == "PRPROCESS")
    }

    @Test(
        "Who takes calls at a service centre knows where a visitor stands: warning, week and guide judge a visit by it",
        arguments: [["--site", "Parramatta"], []])
    func callAtCentre(site: [String]) throws {
        let said = try Desk.practice().speaks(
            ["applegarth", "1", "face to face", "", "week", "back", "v", "1", "1", "quit"], as: "PROMC1",
            opening: ["--channel", "phone"] + site)
        #expect(said.lines.contains { $0.contains("Phone: In line") }, "\(said.out)")
        #expect(said.lines.contains { $0.contains("Face to face: In line until 12:00") }, "\(said.out)")
        #expect(said.lines.contains { $0.contains("Face to face: Partially") && $0.contains("at Parramatta") })
        #expect(!said.out.contains("which site is this?"), "\(said.out)")
    }

    @Test("Who takes calls elsewhere does not know where a visitor would stand, and asks")
    func callElsewhere() throws {
        let said = try Desk.practice().speaks(["applegarth", "1", "face to face", "quit"], as: "PRPHONE")
        #expect(said.lines.contains { $0.contains("which site is this?") }, "\(said.out)")
    }

    // MARK: Terminals

    @Test(
        "A terminal of no kind, an unknown kind or a dumb kind speaks in lines, digits at once, and is left as it was",
        arguments: ["TERM=dumb", "TERM=no-such-terminal", "-u TERM"])
    func plainTerminal(_ setting: String) async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        let before = try await shell.modes("before")
        try shell.line("env \(setting) \"$PROGRAM\" open; echo \"left with $?.\"")
        try await shell.sees("Just type what you hear")
        try shell.line("applegarth")
        try await shell.sees("1) Marjorie APPLEGARTH")
        try shell.line("1")
        try await shell.sees("Good: Face to face: In line until 12:00")
        try shell.line("i have read this")
        try await shell.sees("Enter: Guide the visit")
        try shell.line("visit")
        try await shell.sees("Have you proved who this person is?")
        try shell.type("1")
        try await shell.sees("Who is at the counter?")
        try shell.type("1")
        try await shell.sees("needed to finish this business?")
        try shell.type("2")
        try await shell.sees("Help the customer here")
        try shell.line("write the note")
        try await shell.sees("text>")
        try shell.line("Asked about x")
        try shell.line(".save")
        try await shell.sees("Save this note?")
        try shell.line("save")
        try await shell.sees("Done: Contact report 1 is saved")
        #expect(try shell.state("alternate_on") == "0")
        try shell.line("quit")
        try await shell.sees("left with 0.")
        #expect(try await shell.modes("after") == before)
        let report = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]
        #expect(report["fields"]["discussion"].text == "Asked about x")
    }

    @Test("--linear speaks in lines on any terminal, and Ctrl-C leaves with the draft kept")
    func asked() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        let before = try await shell.modes("before")
        try shell.line("\"$PROGRAM\" --linear; echo \"left with $?.\"")
        try await shell.sees("Just type what you hear")
        try shell.line("applegarth")
        try await shell.sees("1) Marjorie APPLEGARTH")
        try shell.line("1")
        try await shell.sees("I have read this")
        try shell.line("i have read this")
        try await shell.sees("n: Note")
        try shell.line("n")
        try await shell.sees("16) Other")
        try shell.line("1")
        try await shell.sees("text>")
        try shell.line("Half a thought")
        try await shell.sees("Half a thought")
        try shell.type("and the half that nobody ended")
        try await shell.sees("nobody ended")
        try shell.press(.control("c"))
        try await shell.sees("left with 0.")
        try await shell.keeps("and the half that nobody ended", in: desk)
        #expect(try await shell.modes("after") == before)
        let next = try desk.speaks("1", as: "PRCOUNTER")
        #expect(next.lines.contains { $0.hasPrefix("1) Marjorie APPLEGARTH") && $0.contains("Begun") })
    }

    @Test("Esc at the last question goes on writing at once, an Enter after it saves nothing, and F8 opens the steps")
    func keysAtOnce() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        try await shell.sees("ready>")
        try shell.line("\"$PROGRAM\" --linear")
        try await shell.sees("Just type what you hear")
        for (line, heard) in [
            ("applegarth", "1) Marjorie APPLEGARTH"), ("1", "I have read this"), ("i have read this", "n: Note"),
            ("n", "16) Other"), ("16", "text>"), ("Half a thought", "Half a thought"), (".save", "Save this note?"),
        ] {
            try shell.line(line)
            try await shell.sees(heard)
        }
        try shell.press(.escape)
        #expect(
            try await shell.holds {
                try shell.screen().split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }?.hasPrefix("text>")
                    ?? false
            })
        try shell.press(.enter)
        try shell.type("and the rest")
        try shell.press(.f8)
        try await shell.sees("MSP Desk: Emergency steps")
        try await shell.keeps("and the rest", in: desk)
        #expect(try desk.run("note", "reports", "--json", as: "PROMC1").out.contains("Half a thought") == false)
    }

    @Test("Asked to end while Ctrl-S has stopped the terminal, the program does not wait for it, and the draft is kept")
    func stopped() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        try await shell.sees("ready>")
        try shell.line("\"$PROGRAM\" --linear")
        let program = try await shell.child()
        try await shell.sees("Just type what you hear")
        for (line, heard) in [
            ("applegarth", "1) Marjorie APPLEGARTH"), ("1", "I have read this"), ("i have read this", "n: Note"),
            ("n", "16) Other"), ("1", "text>"), ("Before the stop", "Before the stop"),
        ] {
            try shell.line(line)
            try await shell.sees(heard)
        }
        try shell.press(.control("s"))
        try shell.line("Words that nobody sees")
        try shell.line(".help")
        // It waits in the middle of saying what nobody reads.
        #expect(
            try await shell.holds {
                try String(contentsOfFile: "/proc/\(program)/stat", encoding: .utf8).contains(") S ")
            })
        kill(program, SIGTERM)
        #expect(try await shell.hasEnded(program))
        let next = try desk.speaks("1", as: "PRCOUNTER")
        #expect(next.lines.contains { $0.hasPrefix("1) Marjorie APPLEGARTH") && $0.contains("Begun") })
    }

    @Test("A verdict that changes while a line is typed is said at once, and the line goes on where it was")
    func interrupted() async throws {
        let desk = try Desk.practice()
        // The program's clock runs on: a machine too busy to come to the warning before twelve gets more time.
        for start in ["11:59:45", "11:59:00", "11:56:00"] {
            let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
            try await shell.sees("ready>")
            try shell.line("MSPDESK_NOW=2026-03-03T\(start)+11:00 \"$PROGRAM\" --linear")
            try await shell.sees("Just type what you hear")
            try shell.line("applegarth")
            try await shell.sees("1) Marjorie APPLEGARTH")
            try shell.line("1")
            try await shell.sees("Keys: Enter: I have read this")
            guard try shell.screen().contains("In line until 12:00") else { continue }
            try shell.type("he")
            try await shell.sees("Stop: Face to face: Not in line", "> he", within: .seconds(300))
            try shell.line("lp")
            try await shell.sees("The faces of the program")
            return
        }
        Issue.record("the warning never came before twelve")
    }

    // MARK: What it sends

    @Test("Nothing but text and line ends is sent, and ASCII alone where the locale has no more")
    func plainBytes() throws {
        let desk = try Desk.practice()
        let lines = ["lương cabramatta", "1", "", "2", "3", "4", ".help"]
        for locale in ["C.UTF-8", "C"] {
            let said = try desk.speaks(lines, as: "PRPROCESS", with: ["LANG": locale, "LC_ALL": locale])
            #expect(said.out.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
            #expect(said.out.unicodeScalars.allSatisfy { !("\u{2500}"..."\u{259f}").contains($0) })
            #expect(said.out.utf8.allSatisfy { $0 < 128 } == (locale == "C"))
        }
    }

    // MARK: The same facts as JSON

    @Test(
        "Each fact of a warning as JSON is said in lines, and each of its plan's facts in lines stands in the JSON",
        arguments: ["P0000001", "P0000002", "P0000003", "P0000004"])
    func warningFacts(reference: String) throws {
        let desk = try Desk.practice()
        let json = try desk.run("warning", reference, "--json", as: "PRCOUNTER").json()
        let said = try desk.speaks(reference, "1", as: "PRCOUNTER").lines
        let start = try #require(said.firstIndex { $0.hasSuffix("MSP Desk: Warning") })
        let warning = said[start...].prefix { !$0.hasPrefix("Keys:") }
        func stands(_ words: String) -> Bool { warning.contains { $0.contains(words) } }

        #expect(json["active"].bool == true)
        let plan = try #require(json["plan"].text)
        let ends = try #require(json["ends"].text?.split(separator: "-").compactMap { Int($0) })
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        #expect(stands("Plan: \(plan) ends \(ends[2]) \(months[ends[1] - 1]) \(ends[0])"))
        #expect(stands("\(json["daysLeft"].number ?? -1) days left"))
        #expect(stands("SAFETY ALERT") == json["safetyAlert"].bool)
        #expect(stands("NOTIFICATION ALERT") == json["notificationAlert"].bool)
        #expect(stands("Informed: not yet") == json["customerInformed"].isNull)
        #expect(stands("Provider: ") == !json["provider"].isNull)
        let names = ["faceToFace": "Face to face", "phone": "Phone", "writing": "Writing"]
        let levels = ["full": "Restricted", "partial": "Partially", "available": "Available"]
        #expect(json["channels"].keys == Set(names.keys))
        for (key, name) in names {
            let rule = json["channels"][key]
            let level = levels[rule["level"].text ?? ""] ?? "?"
            let line = warning.first { $0.hasPrefix("\(name): ") } ?? ""
            #expect(line == "\(name): \(level): \(rule["words"].text ?? "?")")
            for brand in rule["brands"].texts { #expect(stands(brand)) }
        }
        for (key, role) in ["omc": "OMC", "backup": "Backup OMC", "psso": "PSSO"] {
            let line = warning.first { $0.hasPrefix("\(role): ") }
            if let id = json["contact"][key].text {
                #expect(line?.contains(id) == true, "\(role)")
            } else {
                #expect(line == nil || line == "OMC: none named", "\(role)")
            }
        }
        #expect(stands("Triage line \(json["contact"]["triageLine"].text ?? "?")"))
        #expect(stands("option \(json["contact"]["triageOption"].number ?? -1)"))
        #expect(
            Set(json["flags"].texts)
                == Set(warning.filter { $0.hasPrefix("Review: ") }.map { $0.dropFirst(8) }.map(String.init)))
    }
}

extension Desk {
    /// Gives the program lines through a pipe, to the end of input, and hears what it says.
    func speaks(_ lines: String..., as logon: String) throws -> Outcome { try speaks(lines, as: logon) }

    func speaks(
        _ lines: [String], as logon: String, opening words: [String] = [], with more: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.path)
        process.arguments = ["open"] + words
        process.environment = environment(as: logon).merging(more) { $1 }
        let (input, out, err) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, out, err)
        try process.runUnmasked()
        try input.fileHandleForWriting.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        let said = try out.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try err.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
            err: String(decoding: complaint, as: UTF8.self))
    }
}

extension Outcome {
    var lines: [String] { out.split(separator: "\n").map(String.init) }
}
