import Foundation
import Testing

/// What is told to nobody else is kept, and nothing of any person with it.
@Suite("The log")
struct LogJourneys {
    private static let place = "/.local/state/mspdesk"

    @Test("Nothing is logged, and no file made, while nothing fails")
    func quiet() throws {
        let desk = try Desk.practice()
        _ = try desk.run("find", "applegarth", as: "PRCOUNTER")
        _ = try desk.run("warning", "P9999999", as: "PRCOUNTER")
        #expect(!FileManager.default.fileExists(atPath: desk.directory + "/.local"))
    }

    @Test("A mail program that refuses is logged without what it said; the file is this account's alone")
    func mail() throws {
        let desk = try Desk.practice()
        try desk.keepsMail()
        let program = try desk.mailProgram("echo 'no mailbox for helena.marchetti' >&2; exit 75")
        let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": program])
        #expect(sent.status == 1)
        #expect(sent.out.contains("helena.marchetti"), "the person is told")
        let log = try desk.log()
        #expect(log.contains("mail: ") && log.contains("it ended with status 75"))
        #expect(!log.contains("helena"))
        #expect(try desk.mode(of: desk.directory + Self.place) == 0o700)
        #expect(try desk.mode(of: desk.directory + Self.place + "/mspdesk.log") == 0o600)
        #expect(log.hasSuffix("\n") && !log.contains(desk.directory), "the home's path stands as ~")
    }

    @Test("What the engine says of a damaged register is logged, and no word of a search")
    func engine() throws {
        let desk = try Desk.practice()
        let file = try #require(FileHandle(forUpdatingAtPath: desk.register))
        let length = try file.seekToEnd()
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(length) - 8192))
        try file.close()
        _ = try desk.run("find", "applegarth", as: "PRCOUNTER")
        let log = try desk.log()
        #expect(log.contains("register: SQLite 11") || log.contains("register: SQLite 26"), "\(log)")
        #expect(!log.lowercased().contains("applegarth"))
    }

    @Test("A log that has grown full becomes the older one, of which there is one")
    func bounded() throws {
        let desk = try Desk.practice()
        try desk.keepsMail()
        let program = try desk.mailProgram("exit 75")
        let directory = desk.directory + Self.place
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try String(repeating: "old\n", count: 65_536).write(
            toFile: directory + "/mspdesk.log", atomically: false, encoding: .utf8)
        try "older\n".write(toFile: directory + "/mspdesk.log.1", atomically: false, encoding: .utf8)
        _ = try desk.run("outbox", "send", as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": program])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory).sorted() == ["mspdesk.log", "mspdesk.log.1"])
        #expect(try String(contentsOfFile: directory + "/mspdesk.log.1", encoding: .utf8).hasPrefix("old\n"))
        let log = try desk.log()
        #expect(log.contains("status 75") && !log.contains("old"))
        #expect(try desk.mode(of: directory + "/mspdesk.log") == 0o600)
    }

    @Test("A log that cannot be written stops nothing, and doctor says so")
    func unwritable() throws {
        let desk = try Desk.practice()
        try desk.keepsMail()
        let state = try desk.file("a file where a directory should be", named: "state")
        let program = try desk.mailProgram("exit 75")
        let with = ["MSPDESK_SENDMAIL": program, "XDG_STATE_HOME": state, "TERM": "xterm-256color"]
        let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: with)
        #expect(sent.status == 1 && sent.out.contains("status 75"))
        let doctor = try desk.run("doctor", with: with)
        #expect(doctor.out.contains("WARNING  log, file: \(state)/mspdesk/mspdesk.log cannot be written"))
        #expect(doctor.status == 0)
    }
}

extension Desk {
    /// Goes through a visit whose outcome tells OMC and backup, so that mail waits.
    func keepsMail() throws {
        _ = try speaks(
            "applegarth", "1", "", "", "1", "1", "2", "write the note", "Asked why.", ".", "Told.", ".save", "", "quit",
            as: "PRCOUNTER")
        let waiting = try run("outbox", "--json", as: "PRCOUNTER").json().list
        try #require(!waiting.isEmpty)
    }

    /// A mail program that does as the shell script says.
    func mailProgram(_ script: String) throws -> String {
        let path = try file("#!/bin/sh\ncat > /dev/null\n\(script)\n", named: "sendmail")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }
}
