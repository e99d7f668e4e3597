import Casework
import TestSupport
import Testing

@Suite("Facts of the plan, the person, the register and the officer (P1, P2, V2, L2, C5, Q1)")
struct RegisterFactsTests {
    private static let now = "2026-03-04T12:00:00+11:00"

    private func value(
        _ fact: FactName, _ customer: Customer = .invented(1), others: [Customer] = [], plans: [Plan] = [],
        contacts: [Contact] = [], as access: Access = .none, at text: String = now
    ) throws -> String? {
        let store = MemoryStore(customers: [customer] + others, plans: plans, contacts: contacts)
        let desk = try store.desk(access)
        let record = try desk.open(customer.id, at: at(text))
        let attempt = ContactAttempt(channel: .phone, at: at(text))
        let contact = ContactFacts(record: record, attempt: attempt, judgement: try desk.judge(attempt, of: record))
        let finding = try #require(try desk.facts([fact], for: contact)[fact])
        #expect(finding.because.count > 5 && !finding.rule.isEmpty)
        if let value = finding.value { #expect(fact.values.contains(value)) }
        return finding.value
    }

    private func plan(_ start: String, _ end: String, _ change: (inout Plan) -> Void = { _ in }) -> Plan {
        var plan = Plan.invented()
        (plan.start, plan.end) = (day(start), day(end))
        change(&plan)
        return plan
    }

    @Test("Kind, term, system and brand are the plan's; without a plan they are not known")
    func plan() throws {
        let long = plan("2026-02-02", "2026-08-01") {
            $0.kind = .proactive
            $0.system = .cirt
            $0.brands = [.medicareProvider]
        }
        #expect(try value(.planKind, plans: [long]) == "proactive")
        #expect(try value(.planTerm, plans: [long]) == "long-term")
        #expect(try value(.planSystem, plans: [long]) == "cirt")
        #expect(try value(.planBrand, plans: [long]) == "medicare-provider")
        #expect(try value(.planTerm, plans: [plan("2026-03-02", "2026-03-13")]) == "provisional")
        #expect(try value(.planTerm, plans: [plan("2026-03-02", "2026-03-16")]) == "long-term")
        #expect(
            try value(
                .planBrand, plans: [plan("2026-02-02", "2026-08-01") { $0.brands = [.centrelink, .childSupport] }])
                == "several")
        for fact in [FactName.planKind, .planTerm, .planSystem, .planBrand, .daysToEnd, .omcNamed] {
            #expect(try value(fact) == nil)
        }
    }

    @Test(
        "Days to the end: 29, 28, 3, 2, 0 and past",
        arguments: [
            ("2026-04-02", "over-28"), ("2026-04-01", "within-28"), ("2026-03-07", "within-28"),
            ("2026-03-06", "within-2"), ("2026-03-04", "within-2"), ("2026-03-03", "ended"),
        ])
    func daysToEnd(end: String, expected: String) throws {
        #expect(try value(.daysToEnd, plans: [plan("2026-02-02", end)]) == expected)
    }

    @Test("Alerts, officers, the day of informing and representatives are those of the plan in force")
    func named() throws {
        let full = plan("2026-02-02", "2026-08-01") {
            $0.safetyAlert = true
            $0.notificationAlert = true
            $0.people = PlanPeople(omc: .manager)
            $0.customerInformed = day("2026-02-03")
            $0.representatives = [Representative(name: "Bo Lee", role: .ppe)]
        }
        #expect(try value(.safetyAlert, plans: [full]) == "yes")
        #expect(try value(.notificationAlert, plans: [full]) == "yes")
        #expect(try value(.omcNamed, plans: [full]) == "yes")
        #expect(try value(.backupNamed, plans: [full]) == "no")
        #expect(try value(.customerInformed, plans: [full]) == "yes")
        #expect(try value(.representativeNamed, plans: [full]) == "yes")
        #expect(try value(.safetyAlert) == "no")
        #expect(try value(.customerInformed, plans: [plan("2026-02-02", "2026-08-01")]) == "no")
        // An alert never outlives its plan (A1).
        #expect(try value(.safetyAlert, plans: [plan("2026-01-02", "2026-03-01") { $0.safetyAlert = true }]) == "no")
    }

    @Test("Levels of each channel, and whether any is restricted")
    func levels() throws {
        let partial = Plan.invented(phone: .full)
        #expect(try value(.writingLevel, plans: [partial]) == "available")
        #expect(try value(.anyRestriction, plans: [partial]) == "yes")
        #expect(try value(.anyRestriction, plans: [.invented()]) == "no")
        #expect(try value(.anyRestriction) == "no")
    }

    @Test("A mobile number is shared when another record bears it, however it is written; without one nobody knows")
    func mobile() throws {
        let ada = Customer.invented(1, mobile: "0491 570 156")
        let other = Customer.invented(2, "Bo", "Lee", mobile: "+61491570156")
        #expect(try value(.mobileKnown, ada) == "yes")
        #expect(try value(.mobileShared, ada) == "no")
        #expect(try value(.mobileShared, ada, others: [other]) == "yes")
        var atHome = Customer.invented(3, "Cy", "Day")
        atHome.phoneHome = "0491 570 156"
        #expect(try value(.mobileShared, ada, others: [atHome]) == "yes")
        var both = ada
        both.phoneHome = ada.phoneMobile
        #expect(try value(.mobileShared, both) == "no")
        #expect(try value(.mobileKnown) == "no")
        #expect(try value(.phoneKnown) == "no" && value(.phoneKnown, ada) == "yes")
        var landline = Customer.invented(3)
        landline.phoneHome = "02 5550 1234"
        #expect(try value(.phoneKnown, landline) == "yes" && value(.mobileKnown, landline) == "no")
        #expect(try value(.mobileShared) == nil)
    }

    @Test("An interpreter is needed when a language is recorded; prison is known only where a source marks it")
    func person() throws {
        var person = Customer.invented(1)
        #expect(try value(.interpreterNeeded, person) == "no")
        #expect(try value(.incarcerated, person) == nil)
        person.interpreterLanguage = "Dari"
        person.indicators = ["incarcerated"]
        #expect(try value(.interpreterNeeded, person) == "yes")
        #expect(try value(.incarcerated, person) == "yes")
        #expect(try value(.checkInterval, person) == nil)
    }

    @Test("The first contact counts from the plan's start, and one that was refused is none")
    func initialContact() throws {
        let plan = plan("2026-03-02", "2026-08-01")
        func contact(_ time: String, refused: Bool = false) -> Contact {
            Contact(customer: Customer.ID(rawValue: 1), channel: .phone, occurredAt: at(time), refused: refused)
        }
        #expect(try value(.initialContactMade, plans: [plan]) == "no")
        #expect(try value(.initialContactMade, plans: [plan], contacts: [contact("2026-03-03T10:00")]) == "yes")
        #expect(try value(.initialContactMade, plans: [plan], contacts: [contact("2026-02-27T10:00")]) == "no")
        #expect(
            try value(.initialContactMade, plans: [plan], contacts: [contact("2026-03-03T10:00", refused: true)])
                == "no")
        #expect(try value(.initialContactMade) == nil)
    }

    @Test("What one may do follows from one's access (section 11)")
    func access() throws {
        let expected: [(Access, String, String, String)] = [
            (.none, "no", "no", "no"), (.manager, "yes", "yes", "no"), (.delegate, "yes", "yes", "yes"),
            (.psManager, "yes", "yes", "no"), (.capt, "yes", "no", "no"),
        ]
        for (access, record, propose, approve) in expected {
            #expect(try value(.mayRecord, as: access) == record)
            #expect(try value(.mayPropose, as: access) == propose)
            #expect(try value(.mayApprove, as: access) == approve)
        }
    }

    @Test("A safety alert is a delegate's to approve; in a provisional plan a manager may too (A1)")
    func alertAccess() throws {
        let (provisional, long) = (plan("2026-03-02", "2026-03-06"), plan("2026-03-02", "2026-08-01"))
        for manager in [Access.manager, .psManager] {
            #expect(try value(.mayApproveAlert, plans: [provisional], as: manager) == "yes")
            #expect(try value(.mayApproveAlert, plans: [long], as: manager) == "no")
            #expect(try value(.mayApproveAlert, as: manager) == nil, "no plan tells of which term it would be")
        }
        #expect(try value(.mayApproveAlert, plans: [long], as: .delegate) == "yes")
        #expect(try value(.mayApproveAlert, plans: [provisional], as: .none) == "no")
        #expect(try value(.mayApproveAlert, plans: [provisional], as: .capt) == "no")
        var provider = provisional
        (provider.brands, provider.system, provider.end) = ([.medicareProvider], .cirt, day("2026-03-12"))
        #expect(try value(.planTerm, plans: [provider]) == "long-term")
        #expect(try value(.mayApproveAlert, plans: [provider], as: .manager) == "no")
    }
}
