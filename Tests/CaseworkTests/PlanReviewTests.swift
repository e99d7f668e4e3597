import Casework
import TestSupport
import Testing

@Suite("What today's rules would refuse in a plan")
struct PlanReviewTests {
    private func rules(_ plan: Plan) throws -> [String] {
        let staff = Dictionary(uniqueKeysWithValues: StaffMember.invented.map { ($0.id, $0) })
        return try PlanReview(of: plan, staff: { staff[$0] }).flags().compactMap { flag in
            flag.split(separator: "(").last.map { String($0.prefix { $0 != ")" }) }
        }
    }

    /// A plan that restricts calls, from Monday 2 February 2026 to `end`.
    private func plan(
        _ brands: Brand..., system: IncidentSystem = .cims, to end: String, people: PlanPeople? = nil
    ) -> Plan {
        var plan = Plan.invented(phone: .partial(.limit(2, per: .week)), to: end)
        plan.brands = brands
        plan.system = system
        if let people { plan.people = people }
        return plan
    }

    @Test("A provisional plan is for Centrelink and Medicare public alone, and restricts a channel (P2)")
    func provisional() throws {
        #expect(try rules(plan(.centrelink, to: "2026-02-06")) == [])
        #expect(try rules(plan(.centrelink, .medicarePublic, to: "2026-02-13")) == [])
        #expect(try rules(plan(.childSupport, to: "2026-02-06")) == ["P2", "R10"])
        #expect(try rules(.invented(to: "2026-02-06")) == ["P2"])
    }

    @Test("A Medicare provider's plan is in CIRT and lasts 6 business days or more; it is no provisional one (P4)")
    func medicareProvider() throws {
        #expect(try rules(plan(.medicareProvider, system: .cirt, to: "2026-02-09")) == [])
        #expect(try rules(plan(.medicareProvider, system: .cirt, to: "2026-02-06")) == ["P4"])
        #expect(try rules(plan(.medicareProvider, to: "2026-02-09")) == ["P4"])
        #expect(try rules(plan(.medicareProvider, system: .cirt, to: "2027-02-02")) == ["P3"])
        let nobody = PlanPeople()
        #expect(
            try rules(plan(.medicareProvider, system: .cirt, to: "2026-02-12", people: nobody)) == ["P10", "P10"])
    }

    @Test("A restriction of Child Support is flagged where Personalised Services does not manage (R10)")
    func childSupport() throws {
        var managed = plan(.childSupport, to: "2026-08-01")
        managed.management = .ps
        #expect(try rules(managed) == [])
        #expect(try rules(plan(.childSupport, to: "2026-08-01")) == ["R10"])
        #expect(try rules(plan(.centrelink, .childSupport, to: "2026-08-01")) == ["R10"])
        #expect(try rules(plan(.centrelink, to: "2026-08-01")) == [])
        var unrestricted = Plan.invented()
        unrestricted.brands = [.childSupport]
        #expect(try rules(unrestricted) == [])
        var apart = plan(.centrelink, .childSupport, to: "2026-08-01")
        apart.restrictions[.phone]?.brands = [.childSupport: BrandRestriction(level: .available)]
        #expect(try rules(apart) == [])
        unrestricted.restrictions[.phone]?.brands = [.childSupport: BrandRestriction(level: .full, note: "n")]
        #expect(try rules(unrestricted) == ["R10"])
    }

    @Test("A number without digits and an address without words are flagged: nothing can be judged by them (R4)")
    func wordsForNumbers() throws {
        var odd = Plan.invented(
            phone: .partial(.number("the Triage line"), .number("0412 345 678")), writing: .partial(.address("-")))
        #expect(try rules(odd) == ["R4", "R4"])
        odd = .invented(phone: .partial(.number("1800 312 004")), writing: .partial(.address("a@b.example")))
        odd.restrictions[.phone]?.brands = [
            .medicarePublic: BrandRestriction(level: .partial, note: "n", terms: [.number("as agreed")])
        ]
        #expect(try rules(odd) == ["R4"])
    }

    @Test("With more than one brand at risk an OMC or PSSO is named, however short the plan (P10)")
    func brands() throws {
        let nobody = PlanPeople()
        #expect(try rules(plan(.centrelink, .medicarePublic, to: "2026-02-06", people: nobody)) == ["P10"])
        #expect(try rules(plan(.centrelink, to: "2026-02-06", people: nobody)) == [])
        let psso = PlanPeople(psso: .manager)
        #expect(try rules(plan(.centrelink, .medicarePublic, to: "2026-02-06", people: psso)) == [])
    }

    @Test("A provider's plan is information and never flagged (R12)")
    func provider() throws {
        var provider = plan(.childSupport, to: "2026-02-06", people: PlanPeople())
        provider.provider = true
        #expect(try rules(provider) == [])
    }
}
