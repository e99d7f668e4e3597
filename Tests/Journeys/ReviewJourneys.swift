import Testing

/// Reviews of plans, by command.
@Suite("A plan's review, by command")
struct ReviewJourneys {
    @Test("Once a review recommendation is recorded, the reminder two days before the end is not to come (V2)")
    func reminders() throws {
        let desk = try Desk.practice()
        let plan = try desk.file(
            """
            [{"id":"MSP-900001","customer":"P0000015","start":"2025-09-04","end":"2026-03-10","kind":"reactive",
             "status":"active","zone":"Sydney West","state":"nsw","system":"CIMS","brands":["centrelink"],
             "management":"zone","people":{"omc":"PROMC1"},
             "restrictions":{"faceToFace":{"level":"full","note":"No visits"}}}]
            """, named: "plans.json")
        try #require(try desk.run("import", "plans", plan, as: "PRADMIN").status == 0)
        func daysBefore() throws -> [Int?] {
            try desk.run("show", "P0000015", "--json", as: "PROMC1").json()["plans"][0]["reviewReminders"].list.map {
                $0["daysBefore"].number
            }
        }
        #expect(try daysBefore() == [28, 2])
        let added = try desk.run(
            "note", "add", "P0000015", "--type", "review-recommendation", "--field", "panel=x", "--field",
            "recommendations=y", "--field", "strategiesOpen=z", as: "PROMC1")
        try #require(added.status == 0, "\(added.err)")
        #expect(try daysBefore() == [28])
    }
}
