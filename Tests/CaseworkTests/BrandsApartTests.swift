import Casework
import TestSupport
import Testing

@Suite("Brands that differ, where none is named (R2)")
struct BrandsApartTests {
    private static let noon = "2026-03-04T12:00:00+11:00"

    private func judge(_ plan: Plan, _ attempt: ContactAttempt) throws -> Judgement {
        try [plan].judge(attempt, history: [], site: .parramatta, calendar: BusinessCalendar())
    }

    @Test("Without a brand the verdict is that of the rest, and its reason names the brand that differs")
    func told() throws {
        let said = try judge(JudgeLevelTests.medicareFull, .visit(Self.noon, "Parramatta"))
        #expect(said.verdict == .inLine)
        #expect(said.because == "Face to face is not restricted. A brand differs: Medicare public: Restricted.")
    }

    @Test("Whoever serves is asked for the brand before anybody is served or turned away")
    func asked() throws {
        let asked = try judge(JudgeLevelTests.medicareFull, .visit(Self.noon, "Parramatta")).askingBrand
        #expect(asked.verdict == .ask)
        #expect(asked.decidedBy == .level)
        #expect(asked.because == "Which brand is this for? Medicare public: Restricted; any other: Available.")
    }

    @Test("With the brand nothing is asked", arguments: Brand.allCases)
    func known(brand: Brand) throws {
        let said = try judge(JudgeLevelTests.medicareFull, .visit(Self.noon, "Parramatta", brand: brand))
        #expect(said.brandsApart.isEmpty)
        #expect(said.askingBrand == said)
    }

    @Test("Terms of its own make a brand differ too; the OMC's number does for calls to the OMC alone (R3)")
    func terms() throws {
        let hours = Plan.invented(
            phone: Restriction(
                level: .partial, note: "Mornings", terms: [.window([], "09:00", "12:00")],
                brands: [
                    .centrelink: BrandRestriction(level: .partial, terms: [.window([], "14:00", "16:00")]),
                    .childSupport: BrandRestriction(level: .partial, terms: [.window([], "09:00", "12:00")]),
                ]))
        let said = try judge(hours, .call(Self.noon))
        #expect(said.brandsApart.map(\.brand) == [.centrelink])
        #expect(said.because.contains("A brand differs: Centrelink: Partially, by other terms."))
        #expect(try judge(JudgeLevelTests.omcByBrand, .call(Self.noon)).brandsApart.isEmpty)
        let toOmc = try judge(JudgeLevelTests.omcByBrand, .call(Self.noon, toOmc: true))
        #expect(toOmc.brandsApart.map(\.brand) == [.childSupport])
    }

    @Test("The one line for a queue names the brand that differs with its level (W4)")
    func banner() throws {
        let line = try #require(PlanWarning.queueBanner(plan: JudgeLevelTests.medicareFull, provider: nil))
        #expect(line.contains("Face to face Available (Medicare public Restricted)"))
        #expect(!line.contains("Phone"))
    }
}
