import Foundation
import Testing

/// The whole way of a visit on every kind of terminal, in every locale, and through hostile names.
@Suite("On every terminal")
struct TerminalJourneys {
    @Test(
        "A visit goes from the search to its saved note, at sizes that change on the way",
        arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"])
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

    @Test("A locale without UTF-8 gets ASCII alone, wherever a name or a frame has more", arguments: ["C", "POSIX"])
    func ascii(locale: String) async throws {
        let desk = try Desk.practice()
        let process = try await TerminalSession(
            desk, as: "PRPROCESS", kind: "xterm-256color", with: ["LC_ALL": locale, "LANG": locale])
        try await process.opens("luong cabramatta", "27 July 1969")
        try await process.sees("Warning", "L??NG")
        try process.press(.enter)
        try await process.sees("Work item")
        try process.type("d")
        try await process.sees("Week")
        #expect(try process.screen().utf8.allSatisfy { $0 < 128 })
        #expect(!(try process.screen().contains("\u{fffd}")))
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
