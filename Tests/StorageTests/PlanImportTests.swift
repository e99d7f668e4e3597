import Casework
import Testing

@testable import Storage

@Suite("Importing plans")
struct PlanImportTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            try session.insert(.named("Ada", "Byron", id: "A1", crn: "307111942H"))
            try session.insert(.named("Bo", "Cee", id: "B2", crn: "111111111A"))
            try session.insert(.named("Cy", "Dee", id: "C3", crn: "111111111A"))
            for (logon, access) in [("OMC1", Access.manager), ("BAK1", .manager), ("NONE1", .none)] {
                try session.save(
                    StaffMember(id: StaffMember.ID(rawValue: logon), givenName: logon, surname: "", access: access))
            }
        }
    }

    private func take(_ text: String, _ options: ImportOptions = ImportOptions()) throws -> ImportReport {
        try register.importFile(.plans, from: try scratch.file(text), options: options, actor: .ann, at: .morning)
    }

    /// A plan without fault, changed by `parts`: JSON members that take the place of its own.
    private func plan(_ parts: String..., id: String = "MSP-000001") -> String {
        let own = [
            "\"id\":\"\(id)\"", "\"customer\":\"A1\"", "\"kind\":\"reactive\"", "\"status\":\"active\"",
            "\"start\":\"2026-02-02\"", "\"end\":\"2026-08-01\"", "\"state\":\"nsw\"",
            "\"people\":{\"omc\":\"omc1\",\"backup\":\"BAK1\"}",
            Self.restrictions(phone: #""level":"partial","note":"two","terms":[{"limit":2,"per":"week"}]"#),
        ]
        let names = parts.compactMap { $0.split(separator: ":").first }
        let kept = own.filter { member in !names.contains { member.hasPrefix($0 + ":") } }
        return "{" + (kept + parts).joined(separator: ",") + "}"
    }

    /// The levels of all three channels, as each plan states them.
    private static func restrictions(faceToFace: String = #""level":"available""#, phone: String) -> String {
        #""restrictions":{"faceToFace":{\#(faceToFace)},"phone":{\#(phone)},"writing":{"level":"available"}}"#
    }

    private func plans(of id: Int64 = 1) throws -> [Plan] {
        try register.read { try $0.plans(of: Customer.ID(rawValue: id)) }
    }

    @Test("A plan is imported with everything of it, twice without a double")
    func whole() throws {
        let text = """
            [
            {"id":"MSP-000001","customer":"307 111 942h","kind":"reactive","status":"active","start":"2026-02-02",
             "end":"2026-08-01","zone":"Sydney West","state":"nsw","system":"CIMS","brands":["centrelink"],
             "management":"zone",
             "people":{"omc":"omc1","backup":"bak1","psso":null},
             "restrictions":{
              "faceToFace":{"level":"partial","note":"Tuesdays",
                "terms":[{"days":["tue","thu"],"from":"10:00","to":"12:00"},{"sites":["Parramatta"]}]},
              "phone":{"level":"full","note":"none","includesOmc":false,
                "brands":{"medicarePublic":{"level":"partial","note":"m","terms":[{"only":"omc"}]}}},
              "writing":{"level":"available"}},
             "safetyAlert":true,"notificationAlert":false,"customerInformed":"2026-02-03",
             "variations":[{"channel":"faceToFace","site":"Parramatta","from":"2026-03-04T09:00:00+11:00",
               "to":"2026-03-04T11:00:00+11:00","approvedBy":"boss9"}],
             "appointments":[{"site":"Parramatta","at":"2026-03-05T10:30"}],
             "contacts":[{"channel":"phone","at":"2026-03-04T10:15:00+11:00","smartCentre":true,"refused":false},
               {"channel":"phone","at":"2026-03-04T10:15:00+11:00","smartCentre":false}],
             "representatives":[{"name":"Bo","role":"nominee","customer":"B2"},{"name":"Zed","role":"ppe"}],
             "provider":false}
            ]
            """
        let report = try take(text)
        #expect(report.read == 1 && report.imported == 1 && report.warnings.isEmpty)
        #expect(report.bad.isEmpty)
        let plan = try #require(try plans().first)
        #expect(plan.people.omc?.rawValue == "OMC1")
        #expect(plan.restriction(on: .faceToFace).terms.count == 2)
        #expect(plan.restriction(on: .phone).includesOmc == false)
        #expect(plan.restriction(on: .phone).brands[.medicarePublic]?.terms == [.only(.omc)])
        #expect(plan.representatives.map(\.customer?.rawValue) == [2, nil])
        #expect(plan.variations.first?.from == .morning - 75 * 60)
        #expect(plan.appointments.first?.at == .morning + 86_400 + 15 * 60)

        let again = try take(text)
        #expect(again.imported == 0 && again.updated == 1)
        #expect(try plans() == [plan])
        let contacts = try register.read {
            try $0.contacts(of: Customer.ID(rawValue: 1), from: .morning, to: .morning + 1)
        }
        #expect(contacts.map(\.smartCentre).sorted { !$0 && $1 } == [false, true])
    }

    @Test(
        "What has no meaning is refused, named by line, field and reason",
        arguments: [
            ("\"end\":\"2026-02-01\"", "end", "2026-02-01 is before the start, 2026-02-02"),
            ("\"end\":\"2026-02-30\"", "end", "'2026-02-30' is not a day"),
            ("\"end\":null", "end", "is missing"),
            ("\"end\":5", "end", "is not text between quotation marks"),
            ("\"customer\":\"Z9\"", "customer", "nobody bears 'Z9'"),
            ("\"customer\":\"111111111A\"", "customer", "'111111111A' names 2 people: B2, C3"),
            ("\"kind\":\"sudden\"", "kind", "'sudden' is none of reactive, proactive"),
            ("\"status\":\"ended\"", "status", "'ended' is none of draft, submitted, active, rejected, removed"),
            (
                "\"brands\":[\"x\"]", "brands",
                "'x' is none of centrelink, medicarePublic, medicareProvider, childSupport"
            ),
            ("\"brands\":\"x\"", "brands", "is not a list"),
            ("\"safetyAlert\":\"yes\"", "safetyAlert", "is not true or false"),
            ("\"saftyAlert\":true", "saftyAlert", "is not known here; known are"),
            ("\"people\":{\"boss\":\"X\"}", "people.boss", "is not known here; known are"),
            ("\"\":true", "''", "is not known here; known are"),
            ("\"people\":{\" \":\"X\"}", "people.' '", "is not known here; known are"),
            (
                "\"restrictions\":{\"phone\":{\"level\":\"partial\",\"terms\":[{\"limit\":0,\"per\":\"day\"}]}}",
                "restrictions.phone.terms.0", "'limit' must be 1 or more"
            ),
            (
                "\"restrictions\":{\"phone\":{\"level\":\"partial\",\"terms\":[{\"limit\":1,\"per\":\"month\"}]}}",
                "restrictions.phone.terms.0.per", "is none of day, week"
            ),
            (
                "\"restrictions\":{\"phone\":{\"level\":\"partial\",\"terms\":[{\"only\":\"me\"}]}}",
                "restrictions.phone.terms.0.only", "is none of omc, psso"
            ),
            (
                "\"restrictions\":{\"phone\":{\"level\":\"partial\",\"terms\":[{\"sites\":[\"A\"]},{\"moon\":1}]}}",
                "restrictions.phone.terms.1", "unknown term 'moon'"
            ),
            ("\"restrictions\":{\"fax\":{\"level\":\"full\"}}", "restrictions.fax", "is not known here"),
            ("\"restrictions\":{\"phone\":{}}", "restrictions.phone.level", "is missing"),
            (
                "\"variations\":[{\"channel\":\"phone\",\"from\":\"2026-03-04T09:00:00Z\",\"to\":\"2026-03-04T09:00:00Z\"}]",
                "variations.0.to", "is not after 'from'"
            ),
            ("\"contacts\":[{\"channel\":\"phone\",\"at\":\"noon\"}]", "contacts.0.at", "'noon' is not an instant"),
            (
                "\"representatives\":[{\"name\":\"Q\",\"role\":\"ppe\",\"customer\":\"Q7\"}]",
                "representatives.0.customer", "nobody bears 'Q7'"
            ),
        ])
    func refused(part: String, field: String, reason: String) throws {
        let report = try take("[\n\(plan(id: "MSP-000009")),\n\(plan(part))\n]")
        let bad = try #require(report.bad.first)
        #expect(bad.line == 3 && bad.field == field)
        #expect(bad.reason.hasPrefix(reason), "\(bad.reason)")
        #expect(report.imported == 0)
        #expect(try plans().isEmpty)
    }

    @Test(
        "A file that is not a list of JSON is refused with the line",
        arguments: [
            ("{}", 1), ("[\n{\n\"id\":1", 2), ("[\n{},\n]", 3), ("[{}\n] x", 2), ("[\n{}\n{}]", 2), ("[\n\"abc]", 2),
        ])
    func notAList(text: String, line: Int) throws {
        let error = #expect(throws: ImportError.self) { try take(text) }
        guard case .notJSON(_, let found, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == line || found == line + 1)
        #expect(error?.fault == .badInput)
    }

    @Test("A plan that is not valid JSON is named by the line on which it begins")
    func brokenElement() throws {
        let report = try take("[\n\(plan()),\n{\"id\": MSP}\n]")
        #expect(report.bad.map(\.line) == [3])
        #expect(report.bad.map(\.reason) == ["is not valid JSON"])
    }

    @Test("Two plans of one person may follow each other; they may not share a day (P7)")
    func overlap() throws {
        let next = plan("\"start\":\"2026-08-02\"", "\"end\":\"2026-09-01\"", id: "MSP-000002")
        #expect(try take("[\(plan()),\n\(next)]").imported == 2)
        let shared = plan("\"start\":\"2026-09-01\"", "\"end\":\"2026-10-01\"", id: "MSP-000003")
        let report = try take("[\(shared)]")
        #expect(report.bad.map(\.field) == ["start"])
        #expect(report.bad.first?.reason == "the plan overlaps MSP-000002, in force 2026-08-02 to 2026-09-01 (P7)")
    }

    @Test("Within a file the later of two overlapping plans is refused, and no more than that")
    func overlapInFile() throws {
        let first = plan("\"end\":\"2026-03-01\"", id: "MSP-1")
        let second = plan("\"start\":\"2026-03-01\"", "\"end\":\"2026-05-01\"", id: "MSP-2")
        let third = plan("\"start\":\"2026-04-01\"", "\"end\":\"2026-06-01\"", id: "MSP-3")
        let report = try take("[\n\(first),\n\(second),\n\(third)\n]", ImportOptions(skipBad: true))
        #expect(report.bad.map(\.line) == [3])
        #expect(report.imported == 2)
        #expect(try plans().map(\.id.rawValue) == ["MSP-3", "MSP-1"])
    }

    @Test("A plan may take the days that another one in the same file gives up")
    func movedInFile() throws {
        _ = try take("[\(plan(id: "MSP-1"))]")
        let taking = plan("\"start\":\"2026-05-01\"", id: "MSP-2")
        let giving = plan("\"end\":\"2026-04-30\"", id: "MSP-1")
        let report = try take("[\(taking),\n\(giving)]")
        #expect(report.bad.isEmpty && report.imported == 1 && report.updated == 1)
    }

    @Test("Drafts and provider plans overlap nothing (P7, R12)")
    func noOverlap() throws {
        let report = try take(
            "[\(plan()),\(plan("\"status\":\"draft\"", id: "D")),\(plan("\"provider\":true", id: "P"))]")
        #expect(report.imported == 3 && report.bad.isEmpty)
    }

    @Test("An ID that stands twice in a file is refused")
    func twice() throws {
        let report = try take("[\(plan()),\n\(plan("\"status\":\"draft\"", id: "msp 000001"))]")
        #expect(report.bad == [.init(line: 2, field: "id", reason: "msp 000001 stands on line 1 already")])
    }

    @Test("A plan never moves to another person")
    func moved() throws {
        _ = try take("[\(plan())]")
        let report = try take("[\(plan("\"customer\":\"B2\""))]")
        #expect(report.bad.map(\.field) == ["customer"])
    }

    @Test(
        "What today's rules would refuse is imported, warned of and flagged",
        arguments: [
            (
                "\"restrictions\":{\"faceToFace\":{\"level\":\"full\"},\"phone\":{\"level\":\"full\"},\"writing\":{\"level\":\"full\"}}",
                "(R8)"
            ),
            (Self.restrictions(phone: #""level":"partial","terms":[{"noUpload":true}]"#), "(R1)"),
            ("\"people\":{\"omc\":\"GONE9\",\"backup\":\"BAK1\"}", "GONE9 is not in the staff list"),
            ("\"people\":{\"omc\":\"OMC1\",\"backup\":\"BAK1\",\"approver\":\"GONE9\"}", "approver GONE9 is not in"),
            ("\"people\":{\"omc\":\"NONE1\",\"backup\":\"BAK1\"}", "(P11)"),
            ("\"people\":{\"omc\":\"OMC1\",\"backup\":\"OMC1\"}", "(P11)"),
            ("\"people\":{\"backup\":\"BAK1\"}", "must name an OMC (P10)"),
            ("\"people\":{\"omc\":\"OMC1\"}", "must name a backup OMC (P10)"),
            ("\"end\":\"2027-02-02\"", "(P3)"),
        ])
    func flagged(part: String, words: String) throws {
        let report = try take("[\n\(plan(part))]")
        #expect(report.imported == 1 && report.bad.isEmpty)
        #expect(report.warnings.count == 1)
        #expect(report.warnings.first?.hasPrefix("line 2: MSP-000001: ") == true)
        let flags = try #require(try plans().first).flags
        #expect(flags.count == 1)
        #expect(flags.first?.contains(words) == true, "\(flags)")
    }

    @Test("A short plan that restricts nothing, and alerts on a draft, are flagged (P2, P10, A1, A2)")
    func flaggedShort() throws {
        let short = "\"end\":\"2026-02-06\""
        _ = try take(
            """
            [\(plan(short, Self.restrictions(phone: #""level":"available""#), "\"status\":\"draft\"",
                "\"safetyAlert\":true", "\"notificationAlert\":true", id: "MSP-1")),
            \(plan(short, Self.restrictions(faceToFace: #""level":"full""#, phone: #""level":"available""#),
                "\"people\":{}", id: "MSP-2"))]
            """)
        let flags = try plans().map(\.flags)
        #expect(flags[1].map { $0.suffix(5) } == ["(P2).", "(A1).", "(A2)."])
        #expect(flags[0] == ["A full face-to-face restriction must name an OMC (P10)."])
    }

    @Test("A short plan for brands that have none, with nobody named, is flagged for each rule (P2, P4, P10, R10)")
    func flaggedBrands() throws {
        let report = try take(
            """
            [\(plan("\"end\":\"2026-02-06\"", "\"brands\":[\"childSupport\",\"medicareProvider\"]", "\"people\":{}"))]
            """)
        #expect(report.warnings.count == 5, "\(report.warnings)")
        for rule in ["(P2)", "(P4)", "(P10)", "(R10)"] {
            #expect(report.warnings.contains { $0.contains(rule) }, "\(rule)")
        }
    }

    @Test("A provider's plan is information and never flagged (R12)")
    func provider() throws {
        let report = try take("[\(plan("\"provider\":true", "\"people\":{\"omc\":\"GONE9\"}"))]")
        #expect(report.warnings.isEmpty)
    }

    @Test("A plan is found by its ID in any writing, and by nothing once it is removed")
    func byPlan() throws {
        _ = try take("[\(plan())]")
        func found() throws -> [String] {
            try register.read { try $0.customers(bearing: CustomerReference("msp 000001")).map(\.externalId) }
        }
        #expect(try found() == ["A1"])
        _ = try take("[\(plan("\"status\":\"removed\""))]")
        #expect(try found().isEmpty)
        #expect(try plans().isEmpty)
    }

    @Test("A plans file has no columns to map")
    func noMap() throws {
        #expect(throws: ImportError.nothingToMap) { try take("[]", ImportOptions(map: ["id": "plan"])) }
    }
}
