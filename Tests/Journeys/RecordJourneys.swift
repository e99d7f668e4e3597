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
}
