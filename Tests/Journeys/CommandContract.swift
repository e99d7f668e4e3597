import Foundation
import Testing

/// What scripts rely on: the keys of each JSON document and the exit status of each answer.
@Suite("What commands print and how they end")
struct CommandContract {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let logon: String
        let status: Int32
        /// The keys that the document holds, or the first of its list; none to be looked at when empty.
        let keys: Set<String>

        init(_ title: String, _ command: String, as logon: String, status: Int32 = 0, keys: String = "") {
            testDescription = title
            arguments = command.split(separator: " ").map(String.init)
            self.logon = logon
            self.status = status
            self.keys = Set(keys.split(separator: " ").map(String.init))
        }
    }

    static let documents = [
        Case("A search that finds somebody", "find applegarth --json", as: "PRCOUNTER", keys: "results micros"),
        Case("A search that finds nobody", "find qqqqq --json", as: "PRCOUNTER", status: 1, keys: "results micros"),
        Case(
            "A warning in force", "warning P0000001 --json", as: "PRCOUNTER",
            keys: "active plan safetyAlert notificationAlert channels contact ends daysLeft customerInformed provider"),
        Case("No warning: no plan", "warning P0000015 --json", as: "PRCOUNTER", keys: "active"),
        Case("No warning: the plan ended yesterday", "warning P0000008 --json", as: "PRCOUNTER", keys: "active"),
        Case("No warning: a provider's plan alone", "warning P0000011 --json", as: "PRCOUNTER", keys: "active"),
        Case("A record", "show MSP-000001 --json", as: "PRCOUNTER", keys: "customer warning plans"),
        Case(
            "A contact judged", "check P0000001 --channel phone --json", as: "PRPHONE",
            keys: "verdict level decidedBy because remaining open opens next"),
        Case("The guides", "guide list --json", as: "PRCOUNTER", keys: "id title"),
        Case(
            "A guide run", "guide run visit --customer P0000001 --json", as: "PRCOUNTER",
            keys: "procedure version trail awaiting outcome"),
        Case(
            "A contact report", "note add P0000001 --type other --field content=Seen --json", as: "PRCOUNTER",
            keys: "report recorded"),
        Case(
            "A note", "note add P0000001 --type other --field content=Seen --json", as: "PROMC1",
            keys: "note recorded"),
        Case("The types of note", "note types --json", as: "PRCOUNTER", keys: "type parts"),
        Case("Public holidays", "calendar holidays nsw 2026 --json", as: "PRCOUNTER", keys: "date name"),
        Case(
            "Days counted", "calendar count 2026-03-30 2026-04-10 nsw --json", as: "PRCOUNTER",
            keys: "businessDays workingDays holidays"),
        Case("The audit trail", "audit show --json", as: "PRADMIN", keys: "number at staff act hash"),
        Case("The audit trail verified", "audit verify --json", as: "PRCAPT", keys: "intact entries head"),
    ]

    @Test("One JSON document with the keys of the contract, and nothing else on standard output", arguments: documents)
    func document(_ each: Case) throws {
        let desk = try Desk.practice()
        let outcome = try desk.run(each.arguments, as: each.logon)
        #expect(outcome.status == each.status, "\(outcome.err)")
        let json = try outcome.json()
        let keys = json.keys.isEmpty ? json[0].keys : json.keys
        #expect(keys.isSuperset(of: each.keys), "missing: \(each.keys.subtracting(keys))")
        #expect(!outcome.out.contains("Z\""), "an instant without its offset")
    }

    @Test("A person found stands with every key, null where nothing is known, and why they match")
    func foundPerson() throws {
        let desk = try Desk.practice()
        let found = try desk.run("find", "12/3/1958", "applegarth", "--json", as: "PRCOUNTER").json()["results"][0]
        #expect(
            found.keys.isSuperset(
                of: ["externalId", "crn", "name", "dateOfBirth", "suburb", "score", "why", "plan"]))
        #expect(found["plan"].text == "MSP-000001")
        #expect(found["dateOfBirth"].text == "1958-03-12")
        #expect(!found["why"].list.isEmpty)
        let without = try desk.run("find", "hollingberry", "--json", as: "PRCOUNTER").json()["results"][0]
        #expect(without.keys.contains("plan") && without["plan"].isNull)
    }

    @Test("Who was left out of a list is said, and a list that is all of it says nothing")
    func leftOut() throws {
        let desk = try Desk.practice()
        let cut = try desk.run("find", "smith", "--limit", "2", "--json", as: "PRCOUNTER").json()
        #expect(cut["more"].bool == true && cut["results"].list.count == 2)
        #expect(try desk.run("find", "smith", "--limit", "2", as: "PRCOUNTER").out.contains("Others fit as well"))
        let whole = try desk.run("find", "applegarth", "12/3/1958", "--limit", "1000", "--json", as: "PRCOUNTER").json()
        #expect(whole["more"].bool == false)
    }

    @Test("A word that nobody has is named above those who are the nearest")
    func nearest() throws {
        let outcome = try Desk.practice().run("find", "applegarth", "zebedee", as: "PRCOUNTER")
        #expect(outcome.out.contains("Nobody fits all of it: nothing for \"zebedee\". The nearest:"))
        #expect(outcome.out.contains("Marjorie Applegarth"))
    }

    @Test(
        "A person is found by any of their names, dates and numbers, in any order",
        arguments: [
            "applegarth marjorie", "marjorie applegarth 12/3/1958", "1958-03-12 applegarth", "19580312 applegarth",
            "200 000 001S", "2000000115", "0491570001", "applegarth 2150", "parramatta applegarth", "mar appleg",
        ])
    func found(_ words: String) throws {
        let desk = try Desk.practice()
        let outcome = try desk.run(
            ["find"] + words.split(separator: " ").map(String.init) + ["--json"], as: "PRCOUNTER")
        #expect(outcome.status == 0)
        #expect(try outcome.json()["results"][0]["externalId"].text == "P0000001")
    }

    @Test(
        "A record opens by CRN, Medicare number, plan and external ID, spaces or none",
        arguments: ["200000001S", "200 000 001s", "2000 00011 5", "MSP-000001", "P0000001"])
    func references(_ reference: String) throws {
        let desk = try Desk.practice()
        let outcome = try desk.run("show", reference, "--json", as: "PRCOUNTER")
        #expect(try outcome.json()["customer"]["externalId"].text == "P0000001", "\(outcome.err)")
        #expect(outcome.err.contains("MANAGED SERVICE PLAN"), "the warning comes on standard error")
    }

    @Test("A plan that ended is told as over, as the record's screen tells it, and its status stays what was approved")
    func endedPlan() throws {
        let desk = try Desk.practice()
        let text = try desk.run("show", "P0000008", as: "PRCOUNTER").out
        #expect(text.contains("approved, over") && !text.contains(", active"))
        let plan = try desk.run("show", "P0000008", "--json", as: "PRCOUNTER").json()["plans"][0]
        #expect(plan["status"].text == "active" && plan["standing"].text == "approved, over")
    }

    @Test("The warning names levels, words, people and the days that are left")
    func warning() throws {
        let desk = try Desk.practice()
        let json = try desk.run("warning", "P0000004", "--json", as: "PRCOUNTER").json()
        #expect(json["safetyAlert"].bool == true && json["notificationAlert"].bool == true)
        #expect(json["channels"].keys == ["faceToFace", "phone", "writing"])
        #expect(json["channels"]["faceToFace"]["level"].text == "full")
        #expect(json["channels"]["phone"]["words"].text == "One Smart Centre call a day")
        #expect(json["contact"]["omc"].text == "PROMC1" && json["contact"]["backup"].text == "PROMC2")
        #expect(json["contact"]["triageOption"].number == 2)
        #expect(json["ends"].text == "2026-08-10" && json["daysLeft"].number == 160)
        let managed = try desk.run("warning", "P0000007", "--json", as: "PRCOUNTER").json()["contact"]
        #expect(managed["triageOption"].number == 1 && managed["psso"].text == "PRPSSO1")
        let line = try desk.run("warning", "P0000004", "--one-line", as: "PRCOUNTER").out
        #expect(line.split(separator: "\n").count == 1)
        #expect(line.contains("PRACTICE") && line.uppercased().contains("SAFETY ALERT"))
    }

    @Test("Where a brand differs, show tells its level, words and terms, and the warning too (R2)")
    func brands() throws {
        let desk = try Desk.practice()
        let plan = try desk.file(
            """
            [{"id":"MSP-900001","customer":"P0000015","kind":"reactive","status":"active","start":"2026-02-01",
              "end":"2026-08-01","zone":"Sydney West","state":"nsw","people":{"omc":"PROMC1"},
              "restrictions":{"phone":{"level":"partial","note":"Two calls a week","terms":[{"limit":2,"per":"week"}],
              "brands":{"medicarePublic":{"level":"full"},"childSupport":{"level":"partial","terms":[{"only":"psso"}]}}}}}]
            """, named: "plans.json")
        #expect(try desk.run("import", "plans", plan, as: "PRADMIN").status == 0)
        let shown = try desk.run("show", "P0000015", "--json", as: "PRCOUNTER")
        let phone = try shown.json()["plans"][0]["restrictions"]["phone"]
        #expect(phone["terms"].texts == ["2 Smart Centre calls a week"])
        #expect(phone["brands"]["medicarePublic"]["level"].text == "full")
        #expect(phone["brands"]["medicarePublic"]["words"].text == "May not call any number, the OMC's included")
        #expect(phone["brands"]["childSupport"]["terms"].texts == ["through the Personalised Services officer only"])
        #expect(shown.err.contains("    terms: 2 Smart Centre calls a week"))
        #expect(shown.err.contains("    Medicare public: Restricted, May not call any number"))
        let warning = try desk.run("warning", "P0000015", "--json", as: "PRCOUNTER").json()
        #expect(warning["channels"]["phone"]["terms"].texts == ["2 Smart Centre calls a week"])
    }

    @Test("Everything printed for people of a practice register says PRACTICE first")
    func practice() throws {
        let desk = try Desk.practice()
        for arguments in [
            ["find", "applegarth"], ["show", "P0000001"], ["warning", "P0000015"],
            ["check", "P0000001", "--channel", "writing"], ["week", "P0000001"],
            ["note", "list", "P0000001"], ["guide", "run", "visit", "--customer", "P0000001"],
        ] {
            let outcome = try desk.run(arguments, as: "PRCOUNTER")
            #expect(outcome.status == 0 && outcome.out.hasPrefix("PRACTICE"), "\(arguments): \(outcome.out)")
        }
    }

    @Test("Help, version, completions and the manual need no register and end well")
    func withoutRegister() throws {
        let desk = try Desk.empty()
        let commands = [
            "open", "demo", "init", "import", "find", "show", "warning", "check", "week", "guide", "guide list",
            "guide show", "guide check", "guide graph", "guide paths", "guide run", "note", "note add", "note list",
            "note types",
            "note remove", "note reports", "note record", "calendar", "calendar holidays", "calendar count", "audit",
            "audit show", "audit verify", "audit head", "completions", "manual",
        ]
        for command in [""] + commands {
            let outcome = try desk.run(command.split(separator: " ").map(String.init) + ["--help"], now: nil)
            #expect(outcome.status == 0 && outcome.out.contains("USAGE: mspdesk"), "\(command) --help")
            #expect(outcome.err.isEmpty)
        }
        #expect(try desk.run("--version", now: nil).out.contains("."))
        for shell in ["bash", "zsh", "fish"] {
            let script = try desk.run("completions", shell, now: nil)
            #expect(script.status == 0 && script.out.contains("mspdesk") && script.out.contains("warning"))
        }
        let manual = try desk.run("manual", now: nil)
        #expect(manual.status == 0 && manual.out.hasPrefix(".TH MSPDESK 1"))
        for part in [".SH EXIT STATUS", ".SH KEYS", "Find a person", "note record"] {
            #expect(manual.out.contains(part), "\(part)")
        }
        #expect(try desk.run("calendar", "holidays", "vic", "2026", now: nil).out.contains("Melbourne Cup"))
    }

    @Test("A plan may be imported twice: new rows once, then updated, nothing twice; a dry run keeps nothing")
    func imports() throws {
        let desk = try Desk.practice()
        let path = try desk.file(
            "givenName,surname,externalId,dateOfBirth\nAda,Byronson,X-1,1990-01-02\n\"Bo\",Quist,X-2,\n", named: "p.csv"
        )
        func imported(_ more: String...) throws -> JSON {
            try desk.run(["import", "customers", path, "--json"] + more, as: "PRADMIN").json()
        }
        #expect(try imported("--dry-run")["imported"].number == 2)
        #expect(try desk.run("find", "byronson", as: "PRCOUNTER").status == 1)
        let first = try imported()
        #expect(first.keys.isSuperset(of: ["read", "imported", "updated", "bad", "warnings"]))
        #expect(first["read"].number == 2 && first["imported"].number == 2 && first["updated"].number == 0)
        let second = try imported()
        #expect(second["imported"].number == 0 && second["updated"].number == 2)
        #expect(try desk.run("find", "byronson", as: "PRCOUNTER").status == 0)
    }

    @Test("The audit trail keeps searches, openings, warnings shown and refusals, each with who and when")
    func audit() throws {
        let desk = try Desk.practice()
        _ = try desk.run("find", "applegarth", as: "PRCOUNTER")
        _ = try desk.run("check", "P0000001", "--channel", "phone", as: "PRPHONE")
        _ = try desk.run("note", "reports", as: "PRPHONE")
        let all = try desk.run("audit", "show", "--json", as: "PRADMIN").json().list
        let acts = all.compactMap { $0["act"].text }
        for act in ["searched", "opened", "warning-shown", "judged", "refused"] {
            #expect(acts.contains(act), "\(act) is not among \(acts)")
        }
        #expect(all.allSatisfy { $0["at"].text?.hasSuffix("+11:00") == true })
        #expect(all.compactMap { $0["number"].number } == Array(1...all.count))
        let head = try desk.run("audit", "head", as: "PRADMIN").out.trimmingCharacters(in: .newlines)
        #expect(head == all.last?["hash"].text)
        #expect(try desk.run("audit", "verify", "--head", head, as: "PRADMIN").status == 0)
        let wrong = try desk.run("audit", "verify", "--head", String(repeating: "f", count: 64), as: "PRADMIN")
        #expect(wrong.status == 1)
    }

    @Test("An audit entry changed behind the program's back is named")
    func tampered() throws {
        let desk = try Desk.practice()
        _ = try desk.run("find", "tamperedname", as: "PRCOUNTER")
        _ = try desk.run("find", "applegarth", as: "PRCOUNTER")
        #expect(try desk.run("audit", "verify", as: "PRADMIN").status == 0)
        // The same length, so that the page of the database stays whole.
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: desk.register)))
        let places = bytes.places(of: Array("tamperedname".utf8))
        try #require(!places.isEmpty, "the entry is not in the register's file")
        for place in places { bytes.replaceSubrange(place..<place + 8, with: Array("innocent".utf8)) }
        try Data(bytes).write(to: URL(fileURLWithPath: desk.register))
        let verified = try desk.run("audit", "verify", "--json", as: "PRADMIN")
        #expect(verified.status == 1)
        #expect(try verified.json()["intact"].bool == false)
        #expect(try verified.json()["brokenAt"].number == 2)
        #expect(try desk.run("audit", "verify", as: "PRADMIN").out.contains("2"))
    }

    @Test("A note is listed in the words of its form, and in their order")
    func listed() throws {
        let desk = try Desk.practice()
        let fields = ["behaviourAndWarnings=Calm", "time=10:00", "discussion=Forms", "contactReason=Rent"]
        let given = fields.flatMap { ["--field", $0] }
        let add = ["note", "add", "P0000001", "--type", "customer-contact"] + given
        #expect(try desk.run(add, as: "PROMC1").status == 0)
        let lines = try desk.run("note", "list", "P0000001", as: "PROMC1").out.split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.contains("Contact reason: Rent") }, "\(lines)")
        #expect(
            lines[first...].prefix(4) == [
                "    Contact reason: Rent", "    Time: 10:00", "    Discussion: Forms",
                "    Behaviour and warnings: Calm",
            ])
    }

    @Test("A note out of sight keeps its type, author and time in the list, and its text for CAPT alone")
    func removed() throws {
        let desk = try Desk.practice()
        _ = try desk.run("note", "add", "P0000001", "--type", "other", "--field", "content=Wrong person", as: "PROMC1")
        #expect(
            try desk.run("note", "remove", "1", "--reason", "wrong-customer", "--why", "Meant another", as: "PRCAPT")
                .status == 0)
        let shown = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json()[0]
        #expect(shown["type"].text == "other" && shown["author"].text == "PROMC1")
        #expect(shown["removed"].text == "wrong-customer" && shown["fields"].keys.isEmpty)
        let kept = try desk.run("note", "list", "P0000001", "--json", as: "PRCAPT").json()[0]
        #expect(kept["fields"]["content"].text == "Wrong person")
    }

    @Test(
        "A live register makes the account its administrator, who imports and opens no record, for nobody to enter as another"
    )
    func live() throws {
        let desk = try Desk.live()
        #expect(try desk.mode(of: desk.register) == 0o600)
        let inner = try desk.run("init", "--register", desk.directory + "/deep/er/r.sqlite", now: nil)
        #expect(inner.status == 0)
        #expect(try desk.mode(of: desk.directory + "/deep") == 0o700)
        #expect(try desk.mode(of: desk.directory + "/deep/er") == 0o700)
        #expect(try desk.run("init", now: nil).status == 73)
        let people = try desk.file("givenName,surname,externalId\nAda,Byronson,X-1\n", named: "p.csv")
        #expect(try desk.run("import", "customers", people, now: nil).status == 0)
        for arguments in [
            ["find", "byronson"], ["show", "X-1"], ["warning", "X-1"], ["week", "X-1"], ["note", "list", "X-1"],
        ] {
            let refused = try desk.run(arguments, now: nil)
            #expect(refused.status == 77 && refused.isOneErrorWithRemedy, "\(arguments): \(refused.err)")
        }
        #expect(try desk.run("audit", "verify", now: nil).status == 0)
        #expect(try desk.run("audit", "head", "--as", "PRCOUNTER", now: nil).status == 64)
        #expect(try desk.run("audit", "head", "--now", Desk.now, now: nil).status == 64)
        #expect(try desk.run("audit", "head", as: "PRCOUNTER", now: nil).status == 64)
        #expect(try desk.run("audit", "head").status == 64)
    }
}

extension [UInt8] {
    /// Where `part` begins in these bytes.
    fileprivate func places(of part: [UInt8]) -> [Int] {
        guard let first = part.first else { return [] }
        return indices.filter { self[$0] == first && dropFirst($0).starts(with: part) }
    }
}
