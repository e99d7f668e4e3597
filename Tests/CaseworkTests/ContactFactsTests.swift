import Casework
import TestSupport
import Testing

@Suite("Facts that a procedure turns on (R1, R2, R4, R6, R11)")
struct ContactFactsTests {
    static let ada = Customer.invented(1)
    static let cleo = Customer.invented(2, "Cleo", "Adeyemi")
    static let noon = "2026-03-04T12:00:00+11:00"

    /// The value of `fact` for `attempt`, as the desk finds it.
    func finding(
        _ fact: FactName, _ plans: [Plan], _ attempt: ContactAttempt = .visit(noon, "Parramatta"),
        contacts: [Contact] = []
    ) throws -> Finding {
        let store = MemoryStore(customers: [Self.ada, Self.cleo], plans: plans, contacts: contacts)
        let desk = try store.desk(.none)
        let record = try desk.open(Self.ada.id, at: attempt.at)
        let judgement = try desk.judge(attempt, of: record)
        let finding = ContactFacts(record: record, attempt: attempt, judgement: judgement).finding(fact)
        #expect(!finding.because.isEmpty)
        #expect(!finding.rule.isEmpty)
        if let value = finding.value { #expect(fact.values.contains(value)) }
        return finding
    }

    func value(
        _ fact: FactName, _ plan: Plan?, _ attempt: ContactAttempt = .visit(noon, "Parramatta")
    ) throws -> String? {
        try finding(fact, plan.map { [$0] } ?? [], attempt).value
    }

    @Test("The facts of the contract keep their names and the values that they can take")
    func names() {
        let contract: [FactName] = [
            .planActive, .faceToFaceLevel, .phoneLevel, .variation, .inLine, .omcOnly, .managedByPs,
            .representativeRestricted,
        ]
        #expect(
            contract.map(\.rawValue) == [
                "plan-active", "face-to-face-level", "phone-level", "variation", "in-line", "omc-only",
                "managed-by-ps", "representative-restricted",
            ])
        for fact in FactName.allCases {
            switch fact {
            case .phoneLevel, .faceToFaceLevel, .writingLevel:
                #expect(Set(fact.values) == ["available", "partial", "full"])
            case .planKind, .planTerm, .planSystem, .planBrand, .daysToEnd, .checkInterval:
                #expect(fact.values.count > 1 && !fact.values.contains("yes"))
            default: #expect(fact.values == ["yes", "no"])
            }
        }
    }

    @Test("A plan is active when an agency plan is in force")
    func planActive() throws {
        #expect(try value(.planActive, nil) == "no")
        #expect(try value(.planActive, .invented()) == "yes")
        #expect(try value(.planActive, .invented(status: .draft)) == "no")
        #expect(try value(.planActive, .invented(provider: true)) == "no")
        #expect(try value(.planActive, .invented(to: "2026-03-03")) == "no")
    }

    @Test("The level is that of the channel and brand (R1, R2)")
    func levels() throws {
        let plan = Plan.invented(
            faceToFace: .full,
            phone: Restriction(
                level: .partial, note: "x", terms: [.only(.omc)],
                brands: [.childSupport: BrandRestriction(level: .available)]))
        #expect(try value(.faceToFaceLevel, plan) == "full")
        #expect(try value(.phoneLevel, plan, .call(Self.noon)) == "partial")
        #expect(try value(.phoneLevel, plan, .call(Self.noon, brand: .childSupport)) == "available")
        #expect(try value(.phoneLevel, nil) == "available")
        #expect(try value(.faceToFaceLevel, nil) == "available")
    }

    @Test("The reason of a level ends in one full stop, whatever its note ends in")
    func levelReason() throws {
        let plan = Plan.invented(faceToFace: Restriction(level: .partial, note: "Ask at the door."))
        #expect(try finding(.faceToFaceLevel, [plan]).because == "Face to face: Ask at the door.")
    }

    @Test("In line is yes, no, or to be asked (R4)")
    func inLine() throws {
        let plan = Plan.partialFaceToFace(.sites(["Parramatta"]))
        #expect(try value(.inLine, plan) == "yes")
        #expect(try value(.inLine, plan, .visit(Self.noon, "Perth")) == "no")
        #expect(try value(.inLine, plan, .visit(Self.noon)) == nil)
    }

    @Test("In line counts the contacts of the register (R4)")
    func inLineCounts() throws {
        let plan = Plan.partialPhone(.limit(1, per: .week))
        let before = [Contact.call("2026-03-02T09:00:00+11:00")]
        #expect(try finding(.inLine, [plan], .call(Self.noon), contacts: before).value == "no")
        #expect(try finding(.inLine, [plan], .call(Self.noon)).value == "yes")
        // Of somebody else.
        let others = before.map { contact in
            var other = contact
            other.customer = Self.cleo.id
            return other
        }
        #expect(try finding(.inLine, [plan], .call(Self.noon), contacts: others).value == "yes")
    }

    @Test("A variation is yes where it covers the contact, no elsewhere, asked where the site is not known (R11)")
    func variation() throws {
        let span = (at("2026-03-04T11:00:00+11:00"), at("2026-03-04T13:00:00+11:00"))
        let there = Plan.invented(
            faceToFace: .full,
            variations: [Variation(channel: .faceToFace, site: "Parramatta", from: span.0, to: span.1)])
        let anywhere = Plan.invented(
            faceToFace: .full, variations: [Variation(channel: .faceToFace, from: span.0, to: span.1)])
        #expect(try value(.variation, there) == "yes")
        #expect(try value(.variation, there, .visit(Self.noon, "Perth")) == "no")
        #expect(try value(.variation, there, .visit(Self.noon)) == nil)
        #expect(try value(.variation, there, .visit("2026-03-04T13:00:00+11:00")) == "no")
        #expect(try value(.variation, there, .call(Self.noon)) == "no")
        #expect(try value(.variation, anywhere, .visit(Self.noon)) == "yes")
        #expect(try value(.variation, .invented(faceToFace: .full)) == "no")
        #expect(try value(.variation, nil) == "no")
    }

    @Test("OMC only is the partial phone restriction that names an officer (R4)")
    func omcOnly() throws {
        let call = ContactAttempt.call(Self.noon)
        #expect(try value(.omcOnly, .partialPhone(.only(.omc)), call) == "yes")
        #expect(try value(.omcOnly, .partialPhone(.only(.psso)), call) == "yes")
        #expect(try value(.omcOnly, .partialPhone(.limit(1, per: .week)), call) == "no")
        #expect(try value(.omcOnly, .partialFaceToFace(.only(.omc)), call) == "no")
        #expect(try value(.omcOnly, nil, call) == "no")
    }

    @Test("A plan is managed by PS or by the zone")
    func managedByPs() throws {
        #expect(try value(.managedByPs, .invented(management: .ps)) == "yes")
        #expect(try value(.managedByPs, .invented(management: .zone)) == "no")
        #expect(try value(.managedByPs, nil) == "no")
    }

    @Test("A representative is bound only by an agency plan of their own in force (R6)")
    func representativeRestricted() throws {
        func plans(_ theirs: Plan..., role: Representative.Role = .nominee, named: Bool = true) -> [Plan] {
            let cleo = Representative(name: "Cleo Adeyemi", role: role, customer: named ? Self.cleo.id : nil)
            return [.invented(representatives: [cleo])] + theirs
        }
        let theirs = Plan.invented("MSP-000009", of: 2, phone: .full)
        #expect(try finding(.representativeRestricted, plans()).value == "no")
        #expect(try finding(.representativeRestricted, plans(theirs)).value == "yes")
        for role in Representative.Role.allCases {
            #expect(try finding(.representativeRestricted, plans(theirs, role: role)).value == "yes")
        }
        #expect(try finding(.representativeRestricted, plans(theirs, named: false)).value == "no")
        for other in [
            Plan.invented("MSP-000009", of: 2, status: .draft), .invented("MSP-000009", of: 2, provider: true),
            .invented("MSP-000009", of: 2, to: "2026-03-03"), .invented("MSP-000009", of: 2, from: "2026-03-05"),
        ] {
            #expect(try finding(.representativeRestricted, plans(other)).value == "no")
        }
        #expect(try finding(.representativeRestricted, [theirs]).value == "no")
    }
}
