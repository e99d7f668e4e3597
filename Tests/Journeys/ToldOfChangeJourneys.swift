import Testing

/// Two programs on one register: what one writes the other says, though nobody presses a key there.
@Suite("A plan that comes while its record stands open")
struct ToldOfChangeJourneys {
    @Test("The warning of an imported plan comes over the open record, as a picture and in lines")
    func imported() async throws {
        let desk = try Desk.practice()
        let (counter, lines) = (
            try await TerminalSession(desk, as: "PRCOUNTER"),
            try await TerminalSession(desk, as: "PRPHONE", kind: "dumb")
        )
        try await counter.opens("hollingberry", "25 December 1936")
        try await counter.sees("MSP Desk: Record", "No plan in force")
        try await lines.sees("Find: empty", ".again >")
        try lines.type("hollingberry")
        try lines.press(.enter)
        try await lines.sees("1) ")
        try lines.type("1")
        try lines.press(.enter)
        try await lines.sees("No plan in force")
        let plan = try desk.file(
            """
            [{"id":"MSP-900001","customer":"P0000015","start":"2026-02-02","end":"2026-08-01","kind":"reactive",
             "status":"active","zone":"Sydney West","state":"nsw","system":"CIMS","brands":["centrelink"],
             "management":"zone","people":{"omc":"PROMC1"},"restrictions":{"faceToFace":{"level":"full"},
             "phone":{"level":"full"},"writing":{"level":"available"}}}]
            """, named: "plans.json")
        #expect(try desk.run("import", "plans", plan, as: "PRADMIN").status == 0)
        try await counter.sees("MSP Desk: Warning", "Full restriction: do not serve", "MSP-900001")
        try await lines.sees("Full restriction: do not serve", "MSP-900001")
        // An Enter in the same second would have been meant for the record.
        try await counter.seesNoMore("(Enter I have read this)")
        try counter.press(.enter)
        try await counter.sees("MSP Desk: Record", "Full restriction: do not serve")
    }
}
