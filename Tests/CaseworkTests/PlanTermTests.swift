import Casework
import TestSupport
import Testing

@Suite("Length, span and plan in force (P2, P3, P6, P7)")
struct PlanTermTests {
    @Test(
        "A plan is classified by its business days, as the incident system counts (P2, P3)",
        arguments: [
            ("2026-03-02", "2026-03-02", PlanTerm.provisional),
            ("2026-03-02", "2026-03-13", .provisional),
            ("2026-03-02", "2026-03-15", .provisional),
            ("2026-03-02", "2026-03-16", .longTerm),
            ("2026-03-07", "2026-03-20", .provisional),
            ("2026-03-07", "2026-03-23", .longTerm),
            // Good Friday and Easter Monday count as business days.
            ("2026-03-30", "2026-04-10", .provisional),
            ("2026-03-30", "2026-04-13", .longTerm),
            ("2026-03-02", "2027-03-01", .longTerm),
            ("2026-03-02", "2027-03-02", .overTwelveMonths),
            ("2028-02-29", "2029-02-27", .longTerm),
            ("2028-02-29", "2029-02-28", .overTwelveMonths),
        ])
    func classified(start: String, end: String, term: PlanTerm) {
        #expect(Plan.invented(from: start, to: end).term == term)
    }

    @Test(
        "A Medicare provider's plan is never provisional, however short: it has no such term (P2, P4)",
        arguments: [
            ([Brand.medicareProvider], "2026-03-12", PlanTerm.longTerm), ([.medicareProvider], "2026-03-16", .longTerm),
            ([.medicareProvider], "2027-03-02", .overTwelveMonths), ([.medicarePublic], "2026-03-12", .provisional),
            ([.medicareProvider, .centrelink], "2026-03-12", .provisional), ([], "2026-03-12", .provisional),
        ])
    func medicareProvider(brands: [Brand], end: String, term: PlanTerm) {
        var plan = Plan.invented(from: "2026-03-02", to: end)
        (plan.brands, plan.system) = (brands, .cirt)
        #expect(plan.term == term)
    }

    @Test("The days left run from the plan's own day to its end, the last day being 0 (P6, W2)")
    func daysLeft() throws {
        let plan = Plan.invented(state: .wa, to: "2026-03-31")
        #expect(try plan.daysLeft(at: at("2026-03-30T12:00:00+08:00")) == 1)
        #expect(try plan.daysLeft(at: at("2026-03-31T00:00:00+11:00")) == 1)
        #expect(try plan.daysLeft(at: at("2026-03-31T23:59:59+08:00")) == 0)
        #expect(try plan.daysLeft(at: at("2026-04-02T12:00:00+08:00")) == 0)
    }

    @Test("A plan of a state spans whole days of its clock, 25 hours on the day it goes back (P6)")
    func span() throws {
        let span = try Plan.invented(from: "2026-04-05", to: "2026-04-05").span()
        #expect(span.lowerBound == at("2026-04-05T00:00:00+11:00"))
        #expect(span.upperBound == at("2026-04-06T00:00:00+10:00"))
        #expect(span.upperBound.seconds - span.lowerBound.seconds == 25 * 3600)
    }

    @Test("At most one agency plan is in force, whatever stands beside it (P7, P9, R12)")
    func oneInForce() throws {
        let plans: [Plan] = [
            .invented("MSP-000001", status: .rejected), .invented("MSP-000002", provider: true),
            .invented("MSP-000003", to: "2026-03-31"), .invented("MSP-000004", from: "2026-04-01"),
            .invented("MSP-000005", status: .draft),
        ]
        #expect(try plans.inForce(at: at("2026-03-31T23:59:59+11:00"))?.id.rawValue == "MSP-000003")
        #expect(try plans.inForce(at: at("2026-04-01T00:00:00+11:00"))?.id.rawValue == "MSP-000004")
        #expect(try plans.inForce(at: at("2026-02-01T23:59:59+11:00")) == nil)
        #expect(try plans.providerInForce(at: at("2026-03-31T12:00:00+11:00"))?.id.rawValue == "MSP-000002")
        #expect(try plans.filter { try !$0.provider && $0.isInForce(at: at("2026-04-01T00:00:00+11:00")) }.count == 1)
    }
}
