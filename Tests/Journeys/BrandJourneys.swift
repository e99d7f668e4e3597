import Testing

/// A brand with a level of its own, as commands judge it (R2).
@Suite("A brand that differs, by command")
struct BrandJourneys {
    /// - Parameter faceToFace: the restriction face to face; every other channel is open.
    private func desk(
        _ faceToFace: String = #"{"level":"full","note":"No visits","brands":{"medicarePublic":{"level":"available"}}}"#
    ) throws -> Desk {
        let desk = try Desk.practice()
        let plan = try desk.file(
            """
            [{"id":"MSP-900001","customer":"P0000015","start":"2026-02-02","end":"2026-08-01","kind":"reactive",
             "status":"active","zone":"Sydney West","state":"nsw","system":"CIMS",
             "brands":["centrelink","medicarePublic"],"management":"zone","people":{"omc":"PROMC1"},
             "restrictions":{
               "faceToFace":\(faceToFace),
               "phone":{"level":"available"},"writing":{"level":"available"}}}]
            """, named: "plans.json")
        try #require(try desk.run("import", "plans", plan, as: "PRADMIN").status == 0)
        return desk
    }

    @Test("A guide goes by the brand that it is told, and asks for the level where it is told none")
    func guide() throws {
        let desk = try desk()
        let visit = [
            "guide", "run", "visit", "--customer", "P0000015", "--site", "Parramatta", "--answer", "authenticated=yes",
            "--answer", "who=customer", "--json",
        ]
        let asked = try desk.run(visit, as: "PRCOUNTER").json()
        #expect(asked["awaiting"]["node"].text == "face-to-face-level")
        #expect(asked["outcome"].isNull)
        let medicare = try desk.run(visit + ["--brand", "medicarePublic"], as: "PRCOUNTER").json()
        #expect(medicare["awaiting"]["node"].text == "wants-omc")
        let centrelink = try desk.run(visit + ["--brand", "centrelink"], as: "PRCOUNTER").json()
        #expect(centrelink["outcome"]["id"].text == "not-complying")
        let none = try desk.run(visit + ["--brand", "taxation"], as: "PRCOUNTER")
        #expect(none.status == 64 && none.isOneErrorWithRemedy)
    }

    @Test("A note of a contact says in line or not once the brand is told; without one nobody is told of a breach")
    func note() throws {
        let desk = try desk()
        let visit = [
            "note", "add", "P0000015", "--type", "other", "--field", "content=x", "--channel", "face-to-face", "--site",
            "Parramatta",
        ]
        try #require(try desk.run(visit, as: "PROMC1").status == 0)
        for (brand, minute) in [("medicarePublic", "20"), ("centrelink", "25")] {
            let now = "2026-03-03T10:\(minute):00+11:00"
            try #require(try desk.run(visit + ["--brand", brand], as: "PRCOUNTER", now: now).status == 0)
        }
        let later = "2026-03-03T10:30:00+11:00"
        let contacts = try desk.run("show", "P0000015", "--json", as: "PROMC1", now: later).json()["contacts"]
        #expect(contacts.list.prefix(3).map { $0["verdict"].text } == ["not-in-line", "in-line", "ask"])
        let subjects = try desk.run("outbox", "--json", as: "PRADMIN").json().list.map { $0["subject"].text ?? "" }
        #expect(subjects.count { $0.contains("not in line") } == 1, "\(subjects)")
        let none = try desk.run(visit + ["--brand", "taxation"], as: "PRCOUNTER")
        #expect(none.status == 64 && none.isOneErrorWithRemedy)
        let alone = try desk.run(["note", "add", "P0000015", "--type", "other", "--brand", "centrelink"])
        #expect(alone.status == 64)
    }

    @Test("A check without a brand asks for it where one differs, whichever of the two is stricter (R2)")
    func check() throws {
        let desk = try desk()
        let visit = ["check", "P0000015", "--channel", "face-to-face", "--site", "Parramatta", "--json"]
        let asked = try desk.run(visit, as: "PRCOUNTER")
        #expect(asked.status == 0)
        let json = try asked.json()
        #expect(json["verdict"].text == "ask" && json["decidedBy"].text == "level")
        #expect(json["because"].text?.contains("Which brand is this for? Medicare public: Available") == true)
        let medicare = try desk.run(visit + ["--brand", "medicarePublic"], as: "PRCOUNTER")
        #expect(medicare.status == 0)
        #expect(try medicare.json()["verdict"].text == "in-line")
        let centrelink = try desk.run(visit + ["--brand", "centrelink"], as: "PRCOUNTER")
        #expect(centrelink.status == 1)
        let line = try desk.run("warning", "P0000015", "--one-line", as: "PRCOUNTER")
        #expect(line.out.contains("Face to face Restricted (Medicare public Available)"))
    }

    @Test("A brand that is fully restricted where the rest is open is no 'in line' without the brand (R2)")
    func restrictedBrand() throws {
        let desk = try desk(#"{"level":"available","brands":{"medicarePublic":{"level":"full","note":"n"}}}"#)
        let asked = try desk.run("check", "P0000015", "--channel", "face-to-face", as: "PRCOUNTER")
        #expect(asked.status == 0 && asked.out.contains("Ask first: Which brand"))
        let phone = try desk.run("check", "P0000015", "--channel", "phone", "--json", as: "PRCOUNTER")
        #expect(try phone.json()["verdict"].text == "in-line")
    }
}
