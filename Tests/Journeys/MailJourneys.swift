import Foundation
import Testing

/// Mail goes to a program that stands in for sendmail; whatever that does, no mail is lost and no screen waits.
@Suite("Handing over mail")
struct MailJourneys {
    /// A stand-in that keeps its arguments and its input, says how often it was called, and ends as told.
    private func program(_ desk: Desk, then end: String) throws -> [String: String] {
        let path = try desk.file(
            """
            #!/bin/sh
            for word in "$@"; do printf '%s\\n' "$word"; done > "$HOME/arguments"
            cat > "$HOME/message"
            echo called >> "$HOME/calls"
            \(end)

            """, named: "sendmail")
        try #require(chmod(path, 0o700) == 0)
        return ["MSPDESK_SENDMAIL": path]
    }

    /// A desk in whose outbox the mail of a visit waits.
    private func desk() throws -> Desk {
        let desk = try Desk.practice()
        let added = try desk.run(
            "note", "add", "P0000001", "--type", "other", "--field", "content=Marjorie Applegarth shouted",
            "--channel", "face-to-face", "--site", "Parramatta", as: "PRCOUNTER")
        try #require(added.status == 0, "\(added.err)")
        return desk
    }

    private func text(_ desk: Desk, _ name: String) -> String {
        (try? String(contentsOfFile: desk.directory + "/" + name, encoding: .utf8)) ?? ""
    }

    @Test("A note of a contact by command enters the contact and keeps mail for OMC, and for the backup of a call")
    func kept() throws {
        let desk = try desk()
        let outbox = try desk.run("outbox", "--json", as: "PRCOUNTER").json()
        #expect(outbox.list.map { $0["to"].text } == ["PROMC1"])
        let check = ["check", "P0000001", "--channel", "phone", "--json"]
        let used = try desk.run(check, as: "PRPHONE", now: later).json()["remaining"]["used"].number
        _ = try desk.run(
            "note", "add", "P0000001", "--type", "other", "--field", "content=x", "--channel", "phone", as: "PRPHONE")
        #expect(
            try desk.run(check, as: "PRPHONE", now: later).json()["remaining"]["used"].number == (used ?? 0) + 1)
        #expect(
            try desk.run("outbox", "--json", as: "PRCOUNTER").json().list.map { $0["to"].text }
                == ["PROMC1", "PROMC1", "PROMC2"])
        #expect(
            try desk.run("note", "add", "P0000001", "--type", "other", "--field", "content=x", "--refused").status == 64
        )
    }

    @Test("A mail program that ends before it has read its mail ends nothing else: it is said, and the mail stays")
    func unread() async throws {
        let desk = try desk()
        let path = try desk.file("#!/bin/sh\necho busy >&2\nexit 75\n", named: "sendmail")
        try #require(chmod(path, 0o700) == 0)
        // It is tried again after growing pauses.
        for day in 4...15 {
            let sent = try desk.run(
                "outbox", "send", as: "PRCOUNTER", now: "2026-03-\(day < 10 ? "0" : "")\(day)T11:15+11:00",
                with: ["MSPDESK_SENDMAIL": path])
            #expect(
                sent.status == 1 && sent.out.contains("ended with status 75, saying: busy"),
                "\(sent.status) \(sent.out) \(sent.err)")
        }
        #expect(try desk.run("outbox", "--json", as: "PRCOUNTER").json().list.count == 1)
        for _ in 1...4 {
            let lines = try desk.speaks(
                [".commands", "outbox", "1", "", ".quit"], as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": path])
            #expect(lines.status == 0 && lines.out.contains("Outbox"), "\(lines.status)")
        }
    }

    @Test("A note of a contact is judged by all that is told of it; a call has no site, and a refusal is in the mail")
    func told() throws {
        let desk = try Desk.practice()
        let plan = try desk.file(
            """
            [{"id":"MSP-900001","customer":"P0000015","start":"2026-02-02","end":"2026-08-01","kind":"reactive",
             "status":"active","zone":"Sydney West","state":"nsw","people":{"omc":"PROMC1","backup":"PROMC2"},
             "restrictions":{
               "phone":{"level":"partial","note":"n","terms":[{"number":"0298765432"},{"limit":2,"per":"week"}]},
               "writing":{"level":"partial","note":"n","terms":[{"address":"a@example.org"},{"noUpload":true}]},
               "faceToFace":{"level":"available"}}}]
            """, named: "plans.json")
        try #require(try desk.run("import", "plans", plan, as: "PRADMIN").status == 0)
        func add(_ more: String...) throws -> String {
            let added = try desk.run(
                ["note", "add", "P0000015", "--type", "other", "--field", "content=x"] + more, as: "PRCOUNTER")
            try #require(added.status == 0, "\(added.err)")
            let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: try program(desk, then: "exit 0"))
            try #require(sent.status == 0)
            return text(desk, "message")
        }
        let call = try add("--channel", "phone", "--number", "02 9876 5432", "--site", "Penrith", "--refused")
        #expect(call.contains("Contact: phone, in line, refused") && !call.contains("Penrith"))
        #expect(try add("--channel", "phone", "--number", "02 9999 9999").contains("phone, not in line\n"))
        #expect(try add("--channel", "writing", "--address", "a@example.org").contains("writing, in line\n"))
        #expect(try add("--channel", "writing", "--upload").contains("writing, not in line\n"))
        let used = try desk.run(
            "check", "P0000015", "--channel", "phone", "--number", "0298765432", "--json", as: "PRPHONE", now: later)
        #expect(try used.json()["remaining"]["used"].number == 1)
        _ = try add("--channel", "phone", "--to-omc")
        let still = try desk.run(
            "check", "P0000015", "--channel", "phone", "--number", "0298765432", "--json", as: "PRPHONE", now: later)
        #expect(try still.json()["remaining"]["used"].number == 1)
        #expect(
            try desk.run("note", "add", "P0000015", "--type", "other", "--field", "content=x", "--to-omc").status == 64)
    }

    private let later = "2026-03-03T11:15:00+11:00"

    @Test("The program gets the address as an argument of its own, and a whole message that names no customer")
    func handedOver() throws {
        let desk = try desk()
        let sent = try desk.run("outbox", "send", "--json", as: "PRCOUNTER", with: try program(desk, then: "exit 0"))
        #expect(sent.status == 0, "\(sent.err)")
        #expect(text(desk, "arguments") == "-i\n--\npromc1@example.org\n")
        let message = text(desk, "message")
        #expect(!message.contains("\r") && message.utf8.allSatisfy { $0 < 128 && ($0 >= 32 || $0 == 10) })
        let head = message.components(separatedBy: "\n\n")[0]
        for line in ["To: <promc1@example.org>", "Subject: PRACTICE: Plan MSP-000001: contact face to face in line"] {
            #expect(head.contains(line), "\(head)")
        }
        for secret in ["Marjorie", "pplegarth", "APPLEGARTH", "200000001", "shouted", "1958"] {
            #expect(!message.contains(secret), "\(secret)")
        }
        #expect(try desk.run("outbox", "--json", as: "PRCOUNTER").json().list.isEmpty)
        let acts = try desk.run("audit", "show", "--json", as: "PRADMIN").json().list.compactMap { $0["act"].text }
        #expect(acts.contains("mail-sent"))
    }

    /// More than a mail program has to say.
    private static let flood = "head -c 300000 /dev/zero | tr '\\0' x >&2"

    @Test("A mail program that took the mail took it, however much it says besides")
    func takenLoudly() throws {
        let desk = try desk()
        let stand = try program(desk, then: "\(Self.flood); exit 0")
        let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: stand)
        #expect(sent.status == 0 && sent.out.contains("Handed over 1 of 1."), "\(sent.out)\(sent.err)")
        #expect(try desk.run("outbox", "--json", as: "PRCOUNTER").json().list.isEmpty)
    }

    struct Failing: CustomTestStringConvertible {
        let testDescription: String
        let end: String
        let names: String
    }

    @Test(
        "A mail that is not taken stays with its reason, and is tried again after growing pauses",
        arguments: [
            Failing(testDescription: "refused", end: "echo 'no such user' >&2; exit 67", names: "no such user"),
            Failing(testDescription: "for later", end: "exit 75", names: "status 75"),
            Failing(testDescription: "killed", end: "kill -9 $$", names: "signal"),
            Failing(testDescription: "reads nothing", end: "exec <&-; exit 1", names: "status 1"),
            Failing(
                testDescription: "shouts", end: "echo 'mailbox full' >&2; \(Self.flood); exit 1",
                names: "status 1, saying: mailbox full; xxx"),
        ])
    func notTaken(_ failing: Failing) throws {
        let desk = try desk()
        let stand = try program(desk, then: failing.end)
        let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: stand)
        #expect(sent.status == 1 && sent.out.contains("Handed over 0 of 1."), "\(sent.out)\(sent.err)")
        let row = try desk.run("outbox", "--json", as: "PRCOUNTER").json()[0]
        #expect(row["state"].text == "waiting" && row["attempts"].number == 1)
        #expect(row["reason"].text?.contains(failing.names) == true, "\(row["reason"].text ?? "")")
        #expect((row["reason"].text?.count ?? 0) < 1_000)
        // Within the minute nothing is tried; after it, once more.
        #expect(
            try desk.run("outbox", "send", "--due", as: "PRCOUNTER", with: stand).out.contains("Handed over 0 of 0."))
        _ = try desk.run("outbox", "send", "--due", as: "PRCOUNTER", now: "2026-03-03T10:17:00+11:00", with: stand)
        let again = try desk.run("outbox", "--json", as: "PRCOUNTER").json()[0]
        #expect(again["attempts"].number == 2)
        #expect(again["nextAt"].text == "2026-03-03T10:21:00+11:00", "a minute, then four")
    }

    @Test("A mail program that is not there, cannot be run, or is no whole path is said, and the mail stays")
    func missing() throws {
        let desk = try desk()
        let plain = try desk.file("no program", named: "plain")
        for path in ["/nowhere/sendmail", plain, desk.directory] {
            let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": path])
            #expect(sent.status == 1, "\(path): \(sent.out)\(sent.err)")
            #expect(sent.out.contains("There is no mail program at \(path) that can be run. Name one"), "\(sent.out)")
            let doctor = try desk.run("doctor", as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": path])
            #expect(doctor.status == 1 && doctor.out.contains("There is no mail program at \(path)"), "\(path)")
        }
        let relative = try desk.run("outbox", "send", as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": "sendmail"])
        #expect(relative.status == 64 && relative.isOneErrorWithRemedy)
        #expect(try desk.run("outbox", "send", as: "PRCOUNTER").status == 73)
        #expect(try desk.run("outbox", "--json", as: "PRCOUNTER").json().list.count == 1)
    }

    @Test(
        "A mail program that hangs is ended after its time, even one that will not go, and the mail stays with that reason",
        arguments: ["exec sleep 600", "trap '' TERM; while :; do sleep 1; done"])
    func givenUp(end: String) async throws {
        let desk = try desk()
        var stand = try program(desk, then: "echo $$ > \"$HOME/process\"; \(end)")
        stand["MSPDESK_SENDMAIL_LIMIT"] = "1"
        let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: stand)
        #expect(sent.status == 1 && sent.out.contains("Handed over 0 of 1."), "\(sent.out)\(sent.err)")
        let row = try desk.run("outbox", "--json", as: "PRCOUNTER").json()[0]
        #expect(row["state"].text == "waiting" && row["attempts"].number == 1)
        #expect(row["reason"].text?.contains("had not taken the mail after 1 second, and was ended") == true)
        let process = try #require(pid_t(text(desk, "process").trimmingCharacters(in: .newlines)))
        #expect(kill(process, 0) != 0 && errno == ESRCH, "nothing of it is left behind")
    }

    @Test("A time for the mail program that is none is said, and nothing is tried", arguments: ["0", "61", "soon"])
    func noLimit(text: String) throws {
        let desk = try desk()
        var stand = try program(desk, then: "exit 0")
        stand["MSPDESK_SENDMAIL_LIMIT"] = text
        let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: stand)
        #expect(sent.status == 64 && sent.isOneErrorWithRemedy && sent.err.contains("1 to 60"), "\(sent.err)")
        #expect(self.text(desk, "calls").isEmpty)
    }

    @Test("A mail program that hangs stops no screen: the note is saved, keys work, and leaving does not wait for it")
    func hanging() async throws {
        let desk = try Desk.practice()
        let stand = try program(desk, then: "exec sleep 40")
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", with: stand)
        try await counter.savesVisit()
        #expect(try await counter.holds { self.text(desk, "calls") == "called\n" })
        try counter.press(.f1)
        try await counter.sees("Keys of this screen")
        try counter.press(.escape)
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)
        // It is in somebody's hands for two minutes, then it is tried again.
        let now = try desk.run("outbox", "send", "--due", as: "PRCOUNTER", with: try program(desk, then: "exit 0"))
        #expect(now.out.contains("Handed over 0 of"))
        let after = try desk.run(
            "outbox", "send", as: "PRCOUNTER", now: "2026-03-03T10:30:00+11:00", with: try program(desk, then: "exit 0")
        )
        #expect(after.status == 0 && after.out.contains("Handed over 1 of 1."), "\(after.out)")
    }

    @Test("A mail that fails is said on the screen that its note was saved from, and the note stays saved")
    func noticed() async throws {
        let desk = try Desk.practice()
        let stand = try program(desk, then: "echo 'mailbox full' >&2; exit 1")
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", with: stand)
        try await counter.savesVisit()
        try await counter.sees("A mail was not sent", "mailbox full")
        #expect(try desk.run("note", "reports", "--json", as: "PROMC1").json().list.count == 1)
    }
}
