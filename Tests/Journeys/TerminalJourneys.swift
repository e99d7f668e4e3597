import Foundation
import Testing

/// The whole way of a visit on every kind of terminal, in every locale, and through hostile names.
@Suite("On every terminal")
struct TerminalJourneys {
    static let kinds = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"]

    @Test(
        "A visit goes from the search to its saved note, at sizes that change on the way",
        arguments: kinds)
    func visit(kind: String) async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", width: 40, height: 12, kind: kind)
        try await counter.opens("applegarth", "Marjorie APPLEGARTH")
        try await counter.sees("In line until")
        let coloured = try counter.colouredScreen()
        #expect(kind != "vt100" || coloured.contains("[7m"), "without colour the warning is filled by reverse")
        #expect(kind == "vt100" || coloured.contains(";5;") || coloured.contains("[4"), "with colour by colour")
        try counter.resize(width: 80, height: 24)
        try await counter.sees("Warning", "Tuesdays and Thursdays, 10 to 12")
        try counter.press(.escape)
        try await counter.sees("Esc Clear")
        try counter.press(.control("u"))
        try await counter.savesVisit()
        try counter.resize(width: 120, height: 40)
        try await counter.sees("Contact report 1 is saved")
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)
        #expect(try desk.run("note", "reports", "--json", as: "PROMC1").json().list.count == 1)
    }

    @Test(
        "Letters, rows and tabs, answered as prepared, leave what a picture sent whole shows, and send none whole",
        arguments: kinds)
    func prepared(kind: String) async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", kind: kind)
        try await counter.sees("Find")
        let sendsWhole = try wholePictures(of: counter)
        var typed = ""
        for letter in "luong" {
            typed.append(letter)
            try counter.type(String(letter))
            try await counter.sees("[\(typed)")
        }
        try await counter.sees("LƯƠNG")
        for key in [TerminalSession.Key.down, .down, .up] { try counter.press(key) }
        try await looksWhole(counter, sendsWhole)
    }

    @Test(
        "The tabs of a record, with a caret and without, leave the same, and send none whole",
        arguments: kinds)
    func tabs(kind: String) async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", kind: kind)
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("In line until")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        let sendsWhole = try wholePictures(of: counter)
        for (key, fact) in [("3", "Brightwater"), ("5", "Approver"), ("1", "Managed by"), ("6", "Six months")] {
            try counter.type(key)
            try await counter.sees(fact)
        }
        try counter.press("Tab", .down, "2")
        try await counter.sees("No note yet.")
        try await looksWhole(counter, sendsWhole)
    }

    /// From now on: whether a picture was sent whole.
    private func wholePictures(of counter: TerminalSession) throws -> () throws -> Bool {
        let log = try counter.record()
        return {
            let sent = String(decoding: try Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self)
            return ["\u{1b}[H\u{1b}[J", "\u{1b}[H\u{1b}[2J"].contains { sent.contains($0) }
        }
    }

    /// Sees that what stands there is what a whole picture shows, and that none was sent before it is asked for.
    private func looksWhole(_ counter: TerminalSession, _ sendsWhole: () throws -> Bool) async throws {
        var before = Looks("")
        // Nothing more moves when two looks see the same.
        #expect(
            try await counter.holds {
                let seen = before
                before = Looks(try counter.colouredScreen())
                return seen == before
            })
        #expect(try !sendsWhole())
        try counter.kill(SIGCONT)
        #expect(try await counter.holds { try sendsWhole() && Looks(counter.colouredScreen()) == before })
    }

    @Test("A locale without UTF-8 gets ASCII alone, wherever a name or a frame has more", arguments: ["C", "POSIX"])
    func ascii(locale: String) async throws {
        let desk = try Desk.practice()
        let process = try await TerminalSession(
            desk, as: "PRPROCESS", kind: "xterm-256color", with: ["LC_ALL": locale, "LANG": locale])
        try await process.opens("luong cabramatta", "27 July 1969")
        try await process.sees("Warning", "LUONG")
        try process.press(.enter)
        try await process.sees("Work item")
        try process.type("d")
        try await process.sees("Week")
        #expect(try process.screen().utf8.allSatisfy { $0 < 128 })
        #expect(!(try process.screen().contains("\u{fffd}")))
    }

    @Test(
        "In a locale of one-byte characters names are readable, what is typed is kept whole, and no byte is a control one",
        .enabled(if: Latin.isPossible, "this machine has nothing to build such a locale from"))
    func latin() async throws {
        let desk = try Desk.practice()
        let locale = try Latin.make(in: desk.directory)
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", kind: "xterm-256color", with: locale)
        try await counter.beginsNote()
        try counter.type("Caf")
        try counter.send(0xe9)
        try await counter.sees("Cafe")
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)

        let shell = try await TerminalSession.shell(desk, as: "PROMC1", with: locale)
        try await shell.sees("ready>")
        let log = try shell.record()
        // What a shell gives to a program are the locale's bytes: 351 is e with an acute accent.
        _ = try desk.file(
            """
            "$PROGRAM" note add P0000003 --type other --field content="$(printf 'Caf\\351 Luka\\263')" >/dev/null
            "$PROGRAM" note list P0000003
            "$PROGRAM" find "$(printf 'luong cabramatt\\341')" --json
            printf 'luong cabramatt\\341\\n1\\n' | "$PROGRAM" --linear
            echo all done

            """, named: "commands")
        try shell.line("sh commands")
        func sent() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: log))) }
        #expect(try await shell.holds { String(decoding: try sent(), as: UTF8.self).contains("all done\r\n") })
        let text = String(decoding: try sent(), as: UTF8.self)
        #expect(try sent().allSatisfy { $0 < 128 }, "\(text)")
        for words in ["LUONG", "Cafe", "\\u01b0", "PRACTICE  MSP Desk: Warning"] { #expect(text.contains(words)) }
        let notes = try desk.run("note", "list", "P0000003", "--json", as: "PROMC1").json()
        #expect(notes.list.last?["fields"]["content"].text == "Café Luka³")
        try await TerminalSession(desk, as: "PRCOUNTER").resumesNote("Café")
    }

    @Test("A byte that is no text leaves a mark, and takes nothing after it along")
    func unreadable() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.beginsNote()
        try counter.paste(bytes: Array("The caf".utf8) + [0xe9] + Array(" owner threatened him there.".utf8))
        try await counter.sees("The caf\u{fffd} owner threatened him there.")
        try counter.type(" Grüße, 李.")
        try await counter.sees("him there. Grüße, 李.")
    }

    @Test("Nothing of a name is obeyed by the terminal, whichever command prints it there")
    func hostileOutput() async throws {
        let desk = try Desk.practice()
        let hostile =
            "Ev\u{1b}[5;41mil\u{202e}x\u{7}\u{9b}2J\u{1b}]0;owned\u{7}\u{200b}e\(String(repeating: "\u{301}", count: 10_000))"
        let people = try desk.file(
            "externalId,givenName,surname,suburb,addressLine1,interpreterLanguage,email\n"
                + "X-1,\"\(hostile)\",Redson,\"\(hostile)\",\"\(hostile)\",\"\(hostile)\",\"\(hostile)\"\n")
        #expect(try desk.run("import", "customers", people, as: "PRADMIN").status == 0)
        let words = hostile.replacing("\u{1b}", with: "\\u001b").replacing("\u{7}", with: "\\u0007")
        let plan = try desk.file(
            """
            [{"id":"MSP-900001","customer":"X-1","kind":"reactive","status":"active","start":"2026-02-02",
              "end":"2026-08-01","zone":"\(words)","state":"nsw","people":{"omc":"PROMC1"},
              "restrictions":{"phone":{"level":"partial","note":"\(words)","terms":[{"sites":["\(words)"]}]}}}]
            """, named: "plans.json")
        #expect(try desk.run("import", "plans", plan, as: "PRADMIN").status == 0)
        let note = try desk.file(hostile, named: "note.txt")
        #expect(
            try desk.run("note", "add", "X-1", "--type", "other", "--from", note, as: "PROMC1").status == 0)
        let found = try desk.run("find", "redson", "--json", as: "PROMC1").json()["results"][0]
        #expect(found["name"].text == "\(hostile) Redson", "JSON says the same, in numbers")
        let commands = [
            "find redson", "show X-1", "warning X-1", "warning X-1 --one-line", "check X-1 --channel phone",
            "note list X-1", "find \"$(cat note.txt)\"", "show \"$(cat note.txt)\"", "guide run call --customer X-1",
            "audit show --as PRADMIN", "outbox", "find redson --json",
        ]
        _ = try desk.file(commands.map { "\"$PROGRAM\" \($0)\n" }.joined() + "echo all done\n", named: "commands")
        let shell = try await TerminalSession.shell(desk, as: "PROMC1")
        try await shell.sees("ready>")
        let log = try shell.record()
        try shell.line("sh commands")
        #expect(
            try await shell.holds {
                (try? Data(contentsOf: URL(fileURLWithPath: log)).suffix(200).contains(Data("all done".utf8))) ?? false
            })
        let sent = try #require(String(validating: Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self))
        #expect(sent.contains("<ESC>[5;41mil<U+202E>x<BEL>"))
        let raw = sent.unicodeScalars.filter { scalar in
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\r" || scalar == "\u{202e}"
                || scalar == "\u{200b}"
        }
        #expect(raw.isEmpty, "\(raw.map { String($0.value, radix: 16) })")
    }
}

/// A locale whose characters are bytes of ISO 8859-1, built where the machine has what it is built from.
private enum Latin {
    private static let name = "en_AU.ISO-8859-1"

    static let isPossible: Bool = {
        do {
            let directory = FileManager.default.temporaryDirectory.path + "/mspdesk-locale-\(getpid())"
            defer { try? FileManager.default.removeItem(atPath: directory) }
            _ = try make(in: directory)
            return true
        } catch { return false }
    }()

    /// Gives the environment that names it.
    static func make(in directory: String) throws -> [String: String] {
        let place = directory + "/locales"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.tool("localedef"))
        process.arguments = ["-i", "en_AU", "-f", "ISO-8859-1", "\(place)/\(name)"]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.runUnmasked()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return ["LOCPATH": place, "LC_ALL": name]
    }
}
