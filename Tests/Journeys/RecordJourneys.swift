import Foundation
import Testing

/// The past of a person: incidents, the timeline, and who looked at it.
@Suite("A record's past")
struct RecordJourneys {
    @Test("The timeline is scrolled and zoomed by keys and wheel, and its marks open by key and by mouse")
    func timeline() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.opens("vukcevic", "9 November 1974")
        try await counter.sees("MSP Desk: Warning", "SAFETY ALERT")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        try counter.type("6")
        try await counter.sees("[Timeline]", "today", "MSP-000004", "Incidents", "Six months: 1 November 2025")
        try counter.type("+")
        try await counter.sees("Two months: ")
        try counter.type("-")
        try await counter.sees("Six months: 1 November 2025")
        try counter.turnWheel(up: true)
        try await counter.sees("Six months: 17 September 2025")
        try counter.turnWheel(up: false)
        try await counter.sees("Six months: 1 November 2025")
        try counter.press(.up)
        try counter.press(.enter)
        try await counter.sees("MSP Desk: Contact: Face to face, Penrith", "Verdict", "VUKČEVIĆ", "Full restriction")
        try counter.press(.escape)
        try await counter.sees("[Timeline]")
        try counter.click(on: "CIMS-000003", isAtOnce: true)
        try await counter.sees("[Timeline]", "> 2026-02-11 13:28")
        try counter.press(.enter)
        try await counter.sees("Incident: CIMS-", "Severity", "Recorded")
        try counter.press(.escape)
        try await counter.survivesResizing("VUK")
        try counter.type("4")
        try await counter.sees("[Incidents]", "CIMS-000003 serious")
        try counter.press(.down)
        try await counter.sees("a safety alert must be considered")
        try counter.type("a")
        try await counter.sees("The audit trail of a record is read by CAPT")
    }

    @Test("CAPT reads who opened a record, and the trail still verifies")
    func audit() async throws {
        let desk = try Desk.practice()
        #expect(try desk.run("show", "P0000001", as: "PRCOUNTER").status == 0)
        let capt = try await TerminalSession(desk, as: "PRCAPT")
        try await capt.opens("applegarth", "12 March 1958")
        try await capt.sees("Warning")
        try capt.press(.enter)
        try await capt.sees("Guide the call")
        try capt.type("a")
        try await capt.sees("Audit of this record", "PRCOUNTER", "warning shown")
        try capt.type("prcounter")
        try await capt.sees("2 of ")
        try capt.press(.escape, .escape)
        try await capt.sees("Guide the call")
        #expect(try desk.run("audit", "verify").status == 0)
    }

    @Test("Incidents stand in the JSON of a record as on the screen, and in lines the timeline is a numbered list")
    func inLines() throws {
        let desk = try Desk.practice()
        let shown = try desk.run("show", "P0000004", "--json", as: "PRCOUNTER").json()
        #expect(shown["incidents"].list.count == 2)
        let first = shown["incidents"][1]
        #expect(first["severity"].text == "serious")
        #expect(first["plan"].text == "MSP-000004")
        #expect(first["behaviours"].texts.contains("assault-no-weapon-actual"))
        let number = try #require(first["id"].text)
        #expect(number.hasPrefix("CIMS-"))
        let said = try desk.speaks(["vukcevic", "1", "", "timeline", "incidents", "8"], as: "PRCOUNTER").out
        #expect(said.contains("Incidents 2; today 3 March 2026"))
        #expect(said.split(separator: "\n").contains { $0.contains(") ") && $0.contains(number) })
        #expect(said.contains("a safety alert must be considered"))
    }

    @Test("A provider's plan is shown beside an agency plan in force alone, by command as on the screen (R12, W3)")
    func providersPlan() throws {
        let desk = try Desk.practice()
        let plan = try desk.run("warning", "P0000011", "--one-line", as: "PRCOUNTER").out
            .split(separator: " ").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let provider = try #require(plan)
        let alone = try desk.run("show", "P0000011", as: "PRCOUNTER").out
        #expect(!alone.contains(provider) && !alone.contains("Plan "))
        #expect(try desk.run("show", "P0000011", "--json", as: "PRCOUNTER").json()["plans"].list.isEmpty)
        let file = desk.directory + "/beside.json"
        let beside = """
            [{"id":"MSP-900111","customer":"P0000011","kind":"reactive","status":"active","start":"2026-03-02",
            "end":"2026-08-01","state":"qld","restrictions":{"faceToFace":{"level":"available"},
            "phone":{"level":"full","note":"n"},"writing":{"level":"available"}}}]
            """
        try beside.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try desk.run("import", "plans", file, as: "PRADMIN").status == 0)
        let both = try desk.run("show", "P0000011", as: "PRCOUNTER").out
        #expect(both.contains("Plan MSP-900111: ") && both.contains("Plan \(provider): "))
        #expect(try desk.run("show", "P0000011", "--json", as: "PRCOUNTER").json()["plans"].list.count == 2)
    }

    @Test("By command a note follows another, through a report too; both say so, and the trail (N2)")
    func followUpByCommand() throws {
        let desk = try Desk.practice()
        func add(_ ref: String, follows: String, as logon: String) throws -> Outcome {
            try desk.run(
                "note", "add", ref, "--type", "other", "--field", "content=Called back", "--follows", follows, as: logon
            )
        }
        let first = ["--type", "voicemail", "--field", "time=10:05", "--field", "content=Rang"]
        #expect(try desk.run(["note", "add", "P0000001"] + first, as: "PROMC1").status == 0)
        for (ref, follows, words) in [
            ("P0000001", "9", "There is no note 9."), ("P0000003", "1", "Note 1 stands on another person's record"),
        ] {
            let refused = try add(ref, follows: follows, as: "PROMC1")
            #expect(refused.status == 65 && refused.isOneErrorWithRemedy && refused.err.contains(words))
            #expect(refused.err.contains("note list"))
        }
        #expect(try add("P0000001", follows: "1", as: "PROMC1").out.contains("Note 2 is recorded and follows note 1."))
        #expect(try add("P0000001", follows: "2", as: "PRCOUNTER").status == 0)
        let waiting = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]
        #expect(waiting["follows"].number == 2)
        #expect(
            try desk.run("note", "reports", as: "PROMC1").out
                .contains("\n    follows note 2, other, 3 March 2026 10:15, PROMC1\n"))
        #expect(try desk.run("show", "P0000001", "--json", as: "PROMC1").json()["reports"][0]["follows"].number == 2)
        func notes() throws -> [JSON] { try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json().list }
        #expect(try notes().map { $0["follows"].number } == [1, nil])
        #expect(try notes()[0]["followedByReports"].list.map(\.number) == [1])
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        #expect(try notes().map { $0["follows"].number } == [2, 1, nil])
        #expect(try notes().map { $0["followedBy"].list.map(\.number) } == [[], [3], [2]])
        #expect(try notes().allSatisfy { $0["followedByReports"].list.isEmpty })
        let listed = try desk.run("note", "list", "P0000001", as: "PROMC1").out
        #expect(listed.contains("    follows note 1, voicemail, 3 March 2026 10:15, PROMC1"))
        #expect(listed.contains("    followed by note 3, other, 3 March 2026 10:15, PRCOUNTER"))
        let trail = try desk.run("audit", "show", "P0000001", as: "PRCAPT").out
        #expect(trail.contains("note 2, other, follows note 1") && trail.contains("report 1, other, follows note 2"))
        #expect(try desk.run("audit", "verify", as: "PRCAPT").status == 0)
    }

    @Test("On the screen a note is followed up by one key, and the link outlives the program (N2, N6)")
    func followUpOnScreen() async throws {
        let desk = try Desk.practice()
        _ = try desk.run(
            "note", "add", "P0000001", "--type", "voicemail", "--field", "time=10:05", "--field", "content=Rang",
            as: "PROMC1")
        let follows = "Follows: Voicemail received, 3 March 2026 10:15, Helena Marchetti (PROMC1)"
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("Warning")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        try counter.type("2")
        try await counter.sees("[Notes]", "Content: Rang", "f Follow up")
        try counter.type("f")
        try await counter.sees("What kind of note?", follows, "> 5 Voicemail received")
        try counter.press(.enter)
        try await counter.sees("Note: Voicemail received", follows)
        try counter.type("Rang again.")
        try await counter.sees("Rang again.")
        try counter.press(.escape)
        try await counter.sees("Kept as a draft")
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)

        let again = try await TerminalSession(desk, as: "PRCOUNTER")
        try await again.sees("Waiting for you", "APPLEGARTH")
        try again.press(.enter)
        try await again.sees("Warning")
        try again.press(.enter)
        try await again.sees("Note: Voicemail received", follows)
        try await again.saves("Contact report 1 is saved")
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)

        let manager = try await TerminalSession(desk, as: "PROMC1")
        try await manager.opens("applegarth", "12 March 1958")
        try await manager.sees("Warning")
        try manager.press(.enter)
        try await manager.sees("Record")
        try manager.type("2")
        try await manager.sees("[Notes]", "Voicemail received, follow-up: Rang again.", follows)
        try manager.type("o")
        try await manager.sees("MSP Desk: Note: Voicemail received, follow-up", "1 Follows")
        try manager.type("1")
        try await manager.sees("Content: Rang", "Followed by: Voicemail received, 3 March 2026 10:15")
        try await manager.survivesResizing("APPLEGARTH")
        #expect(try desk.run("audit", "verify").status == 0)
    }

    @Test("The author of a contact report sees at the start who recorded it")
    func recorded() async throws {
        let desk = try Desk.practice()
        let written = try desk.run(
            "note", "add", "P0000001", "--type", "voicemail", "--field", "time=10:05", "--field", "content=Rang",
            as: "PRCOUNTER")
        #expect(written.status == 0)
        let waiting = try await TerminalSession(desk, as: "PRCOUNTER")
        try await waiting.sees("Your contact reports", "Waits for a manager since")
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        let later = try await TerminalSession(desk, as: "PRCOUNTER")
        try await later.sees("RECORDED by Helena Marchetti (PROMC1)", "as note 1")
    }

    @Test("A guide that was left, and what became of one's contact report, stand in JSON as on the screens")
    func guidesAndReports() throws {
        let desk = try Desk.practice()
        _ = try desk.speaks(["applegarth", "1", "", "v", "1", ".quit"], as: "PRCOUNTER")
        let guide = try desk.run("show", "P0000001", "--json", as: "PROMC1").json()["guides"][0]
        #expect(guide["procedure"].text == "visit" && guide["begunBy"].text == "PRCOUNTER")
        #expect(guide["at"].text?.isEmpty == false && guide["end"].isNull)
        _ = try desk.run(
            "note", "add", "P0000001", "--type", "other", "--field", "content=Came in", as: "PRCOUNTER")
        func own() throws -> JSON { try desk.run("waiting", "--json", as: "PRCOUNTER").json()["ownReports"][0] }
        let waits = try own()
        #expect(waits["customer"].text == "P0000001" && waits["recorded"].isNull)
        let id = try #require(waits["id"].number)
        #expect(try desk.run("note", "record", "\(Int(id))", as: "PROMC1").status == 0)
        #expect(try own()["recorded"]["by"].text == "PROMC1")
    }
}
