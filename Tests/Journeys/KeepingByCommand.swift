import Foundation
import Testing

/// What whoever keeps a register relies on: the trail, the holidays, and what doctor and the remedies say.
@Suite("Keeping a register, by command")
struct KeepingByCommand {
    @Test("The audit trail names people by their external ID, beside the register's own number (Q2)")
    func auditNames() throws {
        let desk = try Desk.practice()
        _ = try desk.run("show", "P0000004", as: "PRCOUNTER")
        let all = try desk.run("audit", "show", "--json", as: "PRADMIN").json().list
        let opened = try #require(all.last { $0["act"].text == "opened" })
        #expect(opened["externalId"].text == "P0000004" && opened["customer"].number != nil)
        let lines = try desk.run("audit", "show", as: "PRADMIN").out
        #expect(lines.contains("opened of P0000004"))
    }

    @Test("A day beyond a year that nobody entered makes nothing known, and the import says so (P5)")
    func holidayBeyondGap() throws {
        let desk = try Desk.practice()
        let slip = try desk.file("state,date,name\nvic,2082-01-26,Australia Day\n")
        let run = try desk.run("import", "holidays", slip, "--json", as: "PRADMIN")
        #expect(run.status == 0)
        let warning = try run.json()["warnings"][0].text
        #expect(warning?.contains("line 2") == true && warning?.contains("31 August 2027") == true, "\(run.out)")
        #expect(try !desk.run("doctor").out.contains("2082"))
    }

    @Test("The calendar counts the days that were added to the register at hand, and needs none (P5)")
    func calendarOfRegister() throws {
        let desk = try Desk.practice()
        let unknown = try desk.run("calendar", "holidays", "nsw", "2028", now: nil)
        #expect(unknown.status == 65)
        let days = try desk.file("state,date,name\nnsw,2028-01-03,New Year's Day\n")
        #expect(try desk.run("import", "holidays", days, as: "PRADMIN").status == 0)
        let known = try desk.run("calendar", "holidays", "nsw", "2028", "--json", now: nil)
        #expect(try known.json()[0]["date"].text == "2028-01-03")
        let counted = try desk.run("calendar", "count", "2028-01-03", "2028-01-04", "nsw", now: nil)
        #expect(counted.out.contains("1 working"))
        let none = try desk.run("calendar", "holidays", "nsw", "2026", "--register", desk.directory + "/none", now: nil)
        #expect(none.status == 0 && none.err.isEmpty)
    }

    @Test("A mail program that is named by the environment and is not there is a fault")
    func mailProgramOfEnvironment() throws {
        let desk = try Desk.practice()
        let run = try desk.run("doctor", with: ["MSPDESK_SENDMAIL": "/nosuch/sendmail"])
        #expect(run.status == 1)
        #expect(run.out.contains("sendmail") && run.out.contains("/nosuch/sendmail"))
    }

    @Test("A clock that was set back is still found once something was entered by it")
    func clockBackAfterWork() throws {
        let desk = try Desk.practice()
        let back = "2026-02-26T10:15:00+11:00"
        #expect(try desk.run("find", "applegarth", as: "PRCOUNTER", now: back).status == 0)
        #expect(try desk.run("doctor", now: back).out.contains("ahead of the clock"))
    }

    @Test("One entry is one entry; a trail that was emptied is broken to 'audit verify' and to doctor (Q2)")
    func emptiedTrail() throws {
        let desk = try Desk.live()
        let verified = try desk.run("audit", "verify", now: nil)
        #expect(verified.status == 0 && verified.out.contains("The audit trail holds: 1 entry, head "))
        #expect(try desk.run("doctor", now: nil).out.contains("holds, 1 entry\n"))
        let copied = try desk.run("backup", desk.directory + "/copy.sqlite", now: nil)
        #expect(copied.status == 0 && copied.out.contains(", 1 audit entry."), "\(copied.out)")
        try desk.changesRegister("DROP TRIGGER audit_undeleted")
        try desk.changesRegister("DELETE FROM audit")
        let emptied = try desk.run("audit", "verify", "--json", now: nil)
        #expect(emptied.status == 1)
        #expect(try emptied.json()["fault"].text?.contains("holds no entry") == true)
        let doctor = try desk.run("doctor", now: nil)
        #expect(doctor.status == 1 && doctor.out.contains("FAULT    register, audit trail: The trail holds no entry"))
    }

    @Test("A register is not restored under an open desk, and the remedy is to leave that first")
    func restoreUnderDesk() async throws {
        let desk = try Desk.practice()
        let copy = desk.directory + "/copy.sqlite"
        #expect(try desk.run("backup", copy, as: "PRADMIN").status == 0)
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Find a person")
        let refused = try desk.run("restore", copy, as: "PRADMIN")
        #expect(refused.status == 69 && refused.isOneErrorWithRemedy)
        #expect(refused.err.contains("Leave every desk that has it open"), "\(refused.err)")
        #expect(!refused.err.contains("in a moment"))
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)
        #expect(try desk.run("restore", copy, as: "PRADMIN").status == 0)
    }

    @Test("A live register that nobody can administer is a fault")
    func nobodyAdministers() throws {
        let desk = try Desk.live()
        #expect(try !desk.run("doctor", now: nil).out.contains("FAULT    register, administrator"))
        try desk.changesRegister("UPDATE staff SET os_user = NULL")
        let run = try desk.run("doctor", now: nil)
        #expect(run.status == 1 && run.out.contains("register, administrator"))
    }

    @Test("Where there is no register, the remedy names restoring one as well")
    func noRegister() throws {
        let run = try Desk.empty().run("find", "ada")
        #expect(run.status == 69 && run.isOneErrorWithRemedy)
        #expect(run.err.contains("restore FILE"))
    }

    @Test("A note's text is read from a pipe as from a file")
    func noteFromPipe() throws {
        let desk = try Desk.practice()
        let run = try desk.shell(
            "printf 'Rang about a form.' | \"$PROGRAM\" note add P0000001 --type other --from /dev/stdin",
            as: "PRCOUNTER")
        #expect(run.status == 0, "\(run.err)")
        let reports = try desk.run("note", "reports", "--json", as: "PROMC1").json()
        #expect(reports[0]["fields"]["content"].text == "Rang about a form.")
    }

    @Test("A record and its verdict come in seconds while another program writes, and it is said what is not kept (Q2)")
    func readWhileBusy() throws {
        let desk = try Desk.practice()
        try desk.held {
            let warning = try desk.run("warning", "P0000004", "--one-line", as: "PRCOUNTER")
            #expect(warning.status == 0 && warning.out.contains("MSP in force"))
            #expect(warning.err.contains("is not in the audit trail"))
            let found = try desk.run("find", "applegarth", as: "PRCOUNTER")
            #expect(found.status == 0 && found.err.contains("is not in the audit trail"))
        }
    }

    @Test("A call entered for the wrong person counts no more once CAPT removes its note for that (N3, R5)")
    func wrongPerson() throws {
        let desk = try Desk.practice()
        func used() throws -> Int? {
            try desk.run("check", "P0000001", "--channel", "phone", "--json", as: "PRPHONE").json()["remaining"]["used"]
                .number
        }
        let before = try #require(try used())
        let added = try desk.run(
            "note", "add", "P0000001", "--type", "other", "--field", "content=Rang.", "--channel", "phone", "--json",
            as: "PRPHONE", now: "2026-03-03T09:00:00+11:00")
        let report = try #require(try added.json()["report"].number)
        let recorded = try desk.run("note", "record", "\(report)", as: "PROMC1")
        #expect(recorded.status == 0)
        #expect(try used() == before + 1)
        let notes = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json().list
        let note = try #require(notes.first { $0["report"].number == report }?["id"].number)
        let removed = try desk.run(
            "note", "remove", "\(note)", "--reason", "wrong-customer", "--why", "another caller", as: "PRCAPT")
        #expect(removed.status == 0)
        #expect(try used() == before)
    }
}

extension Desk {
    /// Changes the register behind the program's back.
    ///
    /// - Parameter leavingJournal: by a program that ends without closing it, so that the change lies in its journal.
    func changesRegister(_ sql: String, leavingJournal: Bool = false) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.tool("python3"))
        process.arguments = [
            "-c",
            "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit(); "
                + (leavingJournal ? "os._exit(0)" : "c.close()"),
            register, sql,
        ]
        try process.runUnmasked()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// Runs words of the shell, in which `$PROGRAM` is the program.
    fileprivate func shell(_ words: String, as logon: String) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", words]
        process.environment = environment(as: logon).merging(["PROGRAM": try Program.path]) { $1 }
        let (out, err) = (directory + "/shell.out", directory + "/shell.err")
        for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
        try process.runUnmasked()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, out: try String(contentsOfFile: out, encoding: .utf8),
            err: try String(contentsOfFile: err, encoding: .utf8))
    }
}
