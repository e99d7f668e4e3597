import Foundation
import Testing

/// What goes wrong under a command is said in two lines, with the right exit status.
@Suite("When something fails under a command")
struct FaultCommands {
    @Test("A register with bad pages is called damaged by whatever comes upon them, and nothing ends without words")
    func corrupt() throws {
        let desk = try Desk.practice()
        let bad = try desk.file(Array(try desk.badPages()), named: "bad.sqlite")
        for command in [
            ["find", "applegarth"], ["show", "P0000001"], ["warning", "MSP-000001"], ["note", "list", "P0000001"],
            ["check", "P0000001", "--channel", "phone"], ["open", "--linear"], ["backup", desk.directory + "/copy"],
        ] {
            let outcome = try desk.run(command + ["--register", bad], as: "PRCOUNTER")
            #expect(outcome.status == 69, "\(command): \(outcome.status) \(outcome.err)")
            #expect(outcome.err.contains("is damaged") && outcome.err.contains("restore"), "\(command): \(outcome.err)")
        }
        #expect(try desk.run("doctor", "--register", bad).status == 1)
    }

    @Test("A register whose audit trail is gone as a whole is damaged, and can be restored over")
    func trailGone() throws {
        let desk = try Desk.practice()
        let copy = desk.directory + "/copy.sqlite"
        #expect(try desk.run("backup", copy, as: "PRADMIN").status == 0)
        try desk.changesRegister("DROP TABLE audit")
        for (command, logon) in [(["find", "apple"], "PRCOUNTER"), (["audit", "verify"], "PRCAPT")] {
            let outcome = try desk.run(command, as: logon)
            #expect(
                outcome.status == 69 && outcome.isOneErrorWithRemedy, "\(command): \(outcome.status) \(outcome.err)")
            #expect(outcome.err.contains("is damaged") && outcome.err.contains("mspdesk restore"), "\(outcome.err)")
        }
        #expect(try desk.run("doctor").status == 1)
        #expect(try desk.run("restore", copy, as: "PRADMIN").status == 0)
        #expect(try desk.run("find", "apple", as: "PRCOUNTER").status == 0)
    }

    @Test("A register that is gone, or empty, is said so by every command, and none is made in its place")
    func gone() throws {
        let desk = try Desk.practice()
        try desk.moveRegister(to: ".away")
        for command in [["find", "x"], ["show", "P0000001"], ["open"], ["outbox"], ["audit", "verify"]] {
            let outcome = try desk.run(command, as: "PRCOUNTER")
            #expect(
                outcome.status == 69 && outcome.isOneErrorWithRemedy, "\(command): \(outcome.status) \(outcome.err)")
        }
        #expect(!FileManager.default.fileExists(atPath: desk.register))
    }

    @Test("With the clock set back a note is taken, keeps its own time, and the trail holds")
    func clockBack() throws {
        let desk = try Desk.practice()
        func add(_ text: String, at now: String) throws {
            let outcome = try desk.run(
                "note", "add", "P0000001", "--type", "other", "--field", "content=\(text)", as: "PROMC1", now: now)
            #expect(outcome.status == 0, "\(outcome.err)")
        }
        try add("First", at: "2026-03-03T10:15:00+11:00")
        try add("A year before", at: "2025-03-03T10:15:00+11:00")
        // Said also after the wrong clock has made entries of its own.
        for command in [["show", "P0000001"], ["check", "P0000001", "--channel", "phone"]] {
            let told = try desk.run(command, as: "PROMC1", now: "2025-03-03T10:20:00+11:00")
            #expect(told.err.contains("CHECK THE CLOCK: it shows 3 March 2025 10:20"), "\(command): \(told.err)")
            let right = try desk.run(command, as: "PROMC1", now: "2026-03-03T10:20:00+11:00")
            #expect(!right.err.contains("CLOCK"))
        }
        let notes = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json()
        #expect(notes.list.map { $0["writtenAt"].text?.prefix(4) } == ["2026", "2025"])
        #expect(try desk.run("audit", "verify", as: "PRADMIN").status == 0)
    }

    @Test("Where the proclaimed holidays end, contacts are judged on, and it is said that a next one may fall on one")
    func holidaysEnded() throws {
        let desk = try Desk.practice()
        let plan = try desk.file(
            """
            [{"id":"MSP-900001","customer":"P0000015","kind":"reactive","status":"active","start":"2061-02-01",
              "end":"2061-08-01","zone":"Sydney West","state":"nsw","people":{"omc":"PROMC1"},
              "restrictions":{"faceToFace":{"level":"partial","note":"Tuesdays","terms":[{"days":["tue"]}]}}}]
            """, named: "plans.json")
        #expect(try desk.run("import", "plans", plan, as: "PRADMIN").status == 0)
        let monday = "2061-03-07T10:15:00+11:00"
        let check = try desk.run(
            "check", "P0000015", "--channel", "face-to-face", "--site", "Parramatta", "--json", as: "PRCOUNTER",
            now: monday)
        #expect(check.status == 1, "\(check.err)")
        let json = try check.json()
        #expect(json["verdict"].text == "not-in-line")
        #expect(json["next"].text?.hasPrefix("2061-03-08") == true)
        #expect(json["warnings"].texts.contains { $0.contains("not known that far") })
        #expect(try desk.run("warning", "P0000015", as: "PRCOUNTER", now: monday).out.contains("MSP-900001"))
        #expect(
            try desk.run("calendar", "count", "2061-03-01", "2061-03-09", "nsw").status == 65,
            "a count that would be a guess is refused")
    }
}
