import Casework
import Procedures
import Testing

@Suite("The program's own guides")
struct ContentTests {
    /// Written from the contract, not from the files: each path as the order of its nodes and answers.
    static let paths: [String: [String]] = [
        "visit": """
        plan-active=no → no-plan
        plan-active=yes authenticated=no → not-authenticated
        plan-active=yes authenticated=yes who=representative representative-restricted=yes → check-representative
        plan-active=yes authenticated=yes who=representative representative-restricted=no → serve-representative
        CUSTOMER variation=yes → serve-variation
        CUSTOMER variation=no face-to-face-level=full → not-complying
        CUSTOMER variation=no face-to-face-level=partial in-line=no → not-complying
        CUSTOMER variation=no face-to-face-level=partial in-line=yes omc-needed=no → resolve
        CUSTOMER variation=no face-to-face-level=partial in-line=yes omc-needed=yes omc-reached=yes → follow-omc
        CUSTOMER variation=no face-to-face-level=partial in-line=yes omc-needed=yes omc-reached=no → ask-team-leader
        CUSTOMER variation=no face-to-face-level=available wants-omc=no → resolve
        CUSTOMER variation=no face-to-face-level=available wants-omc=yes omc-reached=yes → follow-omc
        CUSTOMER variation=no face-to-face-level=available wants-omc=yes omc-reached=no → resolve
        """.lines(customer: "plan-active=yes authenticated=yes who=customer"),
        "call": """
        plan-active=no → no-plan
        plan-active=yes authenticated=no → not-authenticated
        plan-active=yes authenticated=yes who=representative representative-restricted=yes → check-representative
        plan-active=yes authenticated=yes who=representative representative-restricted=no → serve-representative
        CUSTOMER managed-by-ps=yes → ps-triage
        CUSTOMER managed-by-ps=no variation=yes → serve-variation
        CUSTOMER managed-by-ps=no variation=no phone-level=full → not-complying
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=yes → not-complying
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=no in-line=yes → resolve-notify
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=no in-line=no → not-complying
        CUSTOMER managed-by-ps=no variation=no phone-level=available wants-omc=yes → triage-transfer
        CUSTOMER managed-by-ps=no variation=no phone-level=available wants-omc=no → resolve-notify
        """.lines(customer: "plan-active=yes authenticated=yes who=customer"),
        "work-item": """
        plan-active=no → no-plan
        plan-active=yes on-the-phone=no managed-by-ps=yes → ps-consult
        plan-active=yes on-the-phone=no managed-by-ps=no omc-reached=yes → omc-advice
        plan-active=yes on-the-phone=no managed-by-ps=no omc-reached=no → omc-unavailable
        plan-active=yes on-the-phone=yes authenticated=no → not-authenticated
        plan-active=yes on-the-phone=yes authenticated=yes who=representative representative-restricted=yes → check-representative
        plan-active=yes on-the-phone=yes authenticated=yes who=representative representative-restricted=no → serve-representative
        CUSTOMER managed-by-ps=yes → ps-triage
        CUSTOMER managed-by-ps=no variation=yes → serve-variation
        CUSTOMER managed-by-ps=no variation=no phone-level=full → not-complying
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=yes omc-reached=yes → triage-transfer
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=yes omc-reached=no has-phone=yes → call-back
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=yes omc-reached=no has-phone=no → alternative-number
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=no in-line=yes → resolve-notify
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=no in-line=no omc-reached=yes → triage-transfer
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=no in-line=no omc-reached=no has-phone=yes → call-back
        CUSTOMER managed-by-ps=no variation=no phone-level=partial omc-only=no in-line=no omc-reached=no has-phone=no → alternative-number
        CUSTOMER managed-by-ps=no variation=no phone-level=available wants-omc=yes → triage-transfer
        CUSTOMER managed-by-ps=no variation=no phone-level=available wants-omc=no → resolve-notify
        """.lines(customer: "plan-active=yes on-the-phone=yes authenticated=yes who=customer"),
    ]

    private static let contacts = ["call", "visit", "work-item"].map(Procedure.ID.init(rawValue:))

    @Test("The emergency steps ask what is happening and lead there, need no record, and most of them call 000")
    func emergency() throws {
        let emergency = try content.procedure(.init(rawValue: "emergency"))
        #expect(emergency.channel == nil)
        #expect(emergency.nodes.first?.kind == .ask)
        #expect(emergency.outcomes.allSatisfy { !$0.isContact })
        let led = emergency.called.values.sorted { $0.id.rawValue < $1.id.rawValue }
        #expect(led.count >= 5)
        #expect(led.count { $0.outline.contains { $0.contains("000") } } >= 4)
    }

    @Test("A contact guide counts the customer's own contacts, and nobody else's (C1, R6)")
    func contactsCounted() throws {
        for id in Self.contacts {
            for outcome in try content.procedure(id).outcomes {
                let others = ["serve-representative", "omc-advice"].contains(outcome.id.rawValue)
                #expect(outcome.isContact == !others, "\(id) \(outcome.id)")
            }
        }
    }

    @Test("In work on a record an OMC's talks alone are contacts; what the agency made is bound by nothing (C1, R7)")
    func officersContacts() throws {
        var talks: [String: Set<String>] = [:]
        for procedure in try content.everything().procedures where procedure.channel == nil {
            for outcome in procedure.outcomes {
                guard let channel = procedure.contactChannel(of: outcome) else { continue }
                #expect(channel == .phone)
                talks["\(procedure.id), \(outcome.isByAgency ? "ours" : "theirs")", default: []]
                    .insert(outcome.id.rawValue)
            }
        }
        #expect(
            talks == [
                "omc-contact, ours": ["recorded", "recorded-with-incident"],
                "omc-contact, theirs": ["took-call", "took-call-with-incident"],
                "omc-commencement, ours": ["spoken", "spoken-with-incident"],
            ])
    }

    @Test("There are the guides of the three contacts and the emergency steps, and no guide has a fault")
    func sound() throws {
        #expect(Set(try content.ids().map(\.rawValue)).isSuperset(of: ["call", "emergency", "visit", "work-item"]))
        #expect(try content.faults() == [])
    }

    @Test("Every row of every released table stands in a guide, and every document that was not released has one")
    func covered() throws {
        let coverage = ProcedureCoverage(of: try content.everything().procedures)
        for table in coverage.tables { #expect(table.missing == [], "\(table.table.id)") }
        #expect(coverage.isComplete && coverage.coveredRows == coverage.rows && coverage.rows == 325)
    }

    @Test("Every example of every guide ends where it says, and every outcome has one")
    func examples() throws {
        let procedures = try content.everything().procedures
        #expect(procedures.map(\.id) == (try content.ids()))
        for procedure in procedures {
            var reached: Set<Procedure.Outcome.ID> = []
            for example in procedure.examples {
                let run = try procedure.run(
                    facts: { Finding(value: example.facts[$0], because: "the example says so", rule: "") },
                    answers: example.answers.sorted { $0.key < $1.key }.map { Answer($0.key, $0.value, because: "so") })
                #expect(run.outcome?.id == example.outcome, "\(procedure.id): \(example.title)")
                if let outcome = run.outcome { reached.insert(outcome.id) }
            }
            #expect(reached == Set(procedure.outcomes.map(\.id)), "\(procedure.id)")
        }
    }

    @Test("A guide has the paths of the contract and no other", arguments: paths.keys.sorted())
    func pathsAreTheContracts(id: String) throws {
        let procedure = try content.procedure(.init(rawValue: id))
        #expect(procedure.paths()?.map(\.description).sorted() == Self.paths[id]?.sorted())
    }

    @Test("Every path ends where it says, from the record and from a person's answers", arguments: paths.keys.sorted())
    func pathsRun(id: String) throws {
        let procedure = try content.procedure(.init(rawValue: id))
        for path in try #require(procedure.paths()) {
            let steps = path.steps.map { "\($0.name)=\($0.answer)" }
            let known = steps.filter { FactName(rawValue: String($0.prefix { $0 != "=" })) != nil }
            let asked = steps.filter { !known.contains($0) }
            let fromRecord = try procedure.run(
                facts: facts(known.joined(separator: " ")), answers: answers(asked.joined(separator: " ")))
            let fromPerson = try procedure.run(facts: facts(""), answers: answers(steps.joined(separator: " ")))
            #expect(fromRecord.outcome?.id == path.outcome, "\(path)")
            #expect(fromPerson.outcome?.id == path.outcome, "\(path)")
            #expect(fromRecord.trail.map { "\($0.node.name)=\($0.answer)" } == steps)
        }
    }

    @Test(
        "What lies off the path decides nothing",
        arguments: [
            // A representative is not bound by the customer's restriction (R6).
            (
                "visit", "representative-restricted=no variation=no face-to-face-level=full in-line=no",
                "who=representative", "serve-representative"
            ),
            // A variation comes before the level (R11).
            ("visit", "variation=yes face-to-face-level=full in-line=no", "who=customer", "serve-variation"),
            (
                "call", "managed-by-ps=no variation=yes phone-level=full omc-only=yes in-line=no", "who=customer",
                "serve-variation"
            ),
            // Personalised Services comes before a variation and the level (OMC T2.1).
            ("call", "managed-by-ps=yes variation=yes phone-level=available", "who=customer", "ps-triage"),
            // A call that keeps days and count is still a breach when only the OMC may be called (OMC T2.3) …
            (
                "call", "managed-by-ps=no variation=no phone-level=partial omc-only=yes in-line=yes", "who=customer",
                "not-complying"
            ),
            // … and is passed on by a processing team (OMC T3.4).
            (
                "work-item", "managed-by-ps=no variation=no phone-level=partial omc-only=yes in-line=yes",
                "on-the-phone=yes who=customer omc-reached=yes", "triage-transfer"
            ),
            // Nobody is there to be authenticated for a work item alone (OMC T3.1).
            (
                "work-item", "managed-by-ps=no variation=yes phone-level=full",
                "on-the-phone=no who=customer omc-reached=no has-phone=yes", "omc-unavailable"
            ),
            (
                "visit", "variation=no face-to-face-level=available in-line=no",
                "who=customer omc-needed=yes wants-omc=no omc-reached=yes", "resolve"
            ),
        ])
    func offPath(id: String, known: String, asked: String, outcome: String) throws {
        let run = try content.procedure(.init(rawValue: id)).run(
            facts: facts("plan-active=yes " + known), answers: answers("authenticated=yes " + asked))
        #expect(run.outcome?.id.rawValue == outcome)
    }

    @Test("The nodes that ask are those of the contract")
    func asking() throws {
        func asking(_ id: String) throws -> Set<String> {
            Set(try content.procedure(.init(rawValue: id)).nodes.filter { $0.kind == .ask }.map(\.name))
        }
        #expect(try asking("visit") == ["authenticated", "who", "omc-needed", "omc-reached", "wants-omc"])
        #expect(try asking("call") == ["authenticated", "who", "wants-omc"])
        #expect(
            try asking("work-item")
                == ["on-the-phone", "authenticated", "who", "omc-reached", "has-phone", "wants-omc"])
    }

    @Test("In a contact guide each fact stands under its own name")
    func factNames() throws {
        for id in Self.contacts {
            for node in try content.procedure(id).nodes {
                if case .fact(let fact) = node.kind { #expect(node.name == fact.rawValue) }
            }
        }
    }

    @Test("A contact that was served, refused or passed on drafts a customer contact (OMC T1.6, T2.5, T3.6)")
    func notes() throws {
        let without: Set = ["no-plan", "not-authenticated", "check-representative", "ps-consult", "omc-unavailable"]
        for id in Self.contacts {
            for outcome in try content.procedure(id).outcomes {
                let expected = without.contains(outcome.id.rawValue) ? nil : NoteType.customerContact
                #expect(outcome.note?.type == expected, "\(id) \(outcome.id)")
            }
        }
    }

    @Test("The OMC is told of each visit, OMC and backup of each call, the PSSO where they manage (C1)")
    func notified() throws {
        func told(_ id: String, _ outcome: String) throws -> [String] {
            try content.procedure(.init(rawValue: id)).outcome(.init(rawValue: outcome))?.notify.map(\.rawValue) ?? []
        }
        for outcome in ["serve-representative", "serve-variation", "not-complying", "follow-omc", "resolve"] {
            #expect(try told("visit", outcome) == ["omc"])
        }
        for outcome in [
            "serve-representative", "serve-variation", "not-complying", "resolve-notify", "triage-transfer",
        ] {
            #expect(try told("call", outcome) == ["omc", "backup"])
            #expect(try told("work-item", outcome) == ["omc", "backup"])
        }
        #expect(try told("call", "ps-triage") == ["psso"])
        #expect(try told("work-item", "ps-consult") == ["psso"])
        #expect(try told("work-item", "omc-unavailable") == ["backup", "employee-responsible"])
        #expect(try told("visit", "no-plan") == [])
    }

    @Test(
        "Transfers name the Triage line and its option, call-backs their limit, and social workers come after the OMC")
    func words() throws {
        func words(_ id: String, _ outcome: String) throws -> String {
            let found = try content.procedure(.init(rawValue: id)).outcome(.init(rawValue: outcome))
            return (found?.actions ?? []).joined(separator: " ")
        }
        for id in ["call", "work-item"] {
            #expect(try words(id, "ps-triage").contains("1800 312 004, option 1"))
            #expect(try words(id, "triage-transfer").contains("1800 312 004, option 2"))
        }
        #expect(try words("work-item", "call-back").contains("3 business hours"))
        #expect(try words("work-item", "triage-transfer").contains("social worker"))
        for id in ["visit", "call", "work-item"] {
            let refusal = try words(id, "not-complying")
            for needed in ["incident", "review", "Local Assessment Panel", "mergency steps", "team leader", "suicide"] {
                #expect(refusal.contains(needed), "\(id): \(needed)")
            }
        }
    }

    @Test("The note of a transfer says nothing of it before it was made, and what is said holds at any hour")
    func transfers() throws {
        for id in ["call", "work-item"] {
            for name in ["ps-triage", "triage-transfer"] {
                let outcome = try #require(try content.procedure(.init(rawValue: id)).outcome(.init(rawValue: name)))
                let fields = try #require(outcome.note?.fields)
                #expect(fields["followUp"] == fields["discussion"], "\(id) \(name): left to whoever writes it")
                #expect(outcome.actions.contains { $0.hasPrefix("Closed?") }, "\(id) \(name)")
            }
        }
        let call = try content.procedure(.init(rawValue: "call"))
        for outcome in call.outcomes where outcome.tone == .transfer {
            #expect(outcome.say?.contains("now") == false && outcome.say?.contains("8:30 to 16:30") == true)
        }
    }

    @Test("What is struck out is said once, with who knows it")
    func redacted() throws {
        for procedure in try content.everything().procedures {
            for node in procedure.nodes {
                for redacted in [node.redacted] + node.items.map(\.redacted) {
                    guard let redacted else { continue }
                    #expect(redacted.split(separator: "; ").count == 2, "\(procedure.id) \(node.id): \(redacted)")
                }
                let others = [node.title, node.question, node.hint, node.say].compactMap(\.self) + node.actions
                #expect(!(others + node.items.map(\.words)).contains { $0.contains("struck out") }, "\(node.id)")
            }
        }
    }

    @Test("Where the source stumbles, the guide says what was printed and what was built")
    func corrections() throws {
        #expect(try content.procedure(.init(rawValue: "visit")).corrections.map(\.place) == ["OMC T1.3"])
        #expect(try content.procedure(.init(rawValue: "call")).corrections.map(\.place) == ["OMC T2.3, T3.4"])
        #expect(
            try content.procedure(.init(rawValue: "work-item")).corrections.map(\.place)
                == ["OMC T2.3, T3.4", "OMC T3.4"])
    }

    @Test("What stands on a document that was not released is marked so")
    func released() throws {
        for id in Self.contacts {
            let refusal = try #require(try content.procedure(id).outcome(.init(rawValue: "not-complying")))
            #expect(!refusal.released)
        }
    }
}

extension String {
    fileprivate func lines(customer: String) -> [String] {
        split(separator: "\n").map { String($0).replacing("CUSTOMER", with: customer) }
    }
}
