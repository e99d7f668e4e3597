/// A brand for which a contact is judged by another level or other terms than for the rest (R2).
public struct BrandApart: Sendable, Hashable {
    public let brand: Brand
    public let level: RestrictionLevel
    /// Whether the level is that of the rest, and only the terms are its own.
    public let isOnlyInTerms: Bool

    /// As `Medicare public: Available`.
    var inWords: String { "\(brand.name): \(isOnlyInTerms ? "\(level.name), by other terms" : level.name)" }
}

extension Judgement {
    /// The same where a person waits for the answer: whoever knows no brand is asked for it, for the level of the rest
    /// could turn away somebody who may be served, or serve somebody who may not (R2).
    public var askingBrand: Judgement {
        guard !brandsApart.isEmpty else { return self }
        var asked = self
        asked.verdict = .ask
        asked.decidedBy = .level
        asked.because = brandQuestion
        // Of whose count is not known.
        asked.remaining = nil
        return asked
    }

    private var brandQuestion: String {
        "Which brand is this for? \(brandsApart.map(\.inWords).joined(separator: "; ")); any other: \(level.name)."
    }

    /// What stands beside a verdict of the rest, given without a brand.
    mutating func tellBrandsApart() {
        guard !brandsApart.isEmpty else { return }
        because += " A brand differs: \(brandsApart.map(\.inWords).joined(separator: "; "))."
    }
}

extension Restriction {
    /// The brands that differ with their levels, as `Medicare public Available, Child Support Partially`; nil where none
    /// does.
    public var levelsApart: String? {
        let apart = Brand.allCases.compactMap { brand in brands[brand].map { "\(brand.name) \($0.level.name)" } }
        return apart.isEmpty ? nil : apart.joined(separator: ", ")
    }
}

extension PlanTest {
    /// The brands that the attempt, made without one, would be judged otherwise for; none where a variation covers
    /// whatever it is for.
    func brandsApart(at instant: Instant, history: [Contact], site: Site?) throws(CalendarError) -> [BrandApart] {
        guard attempt.brand == nil, variation(at: instant) == nil else { return [] }
        var apart: [BrandApart] = []
        for brand in Brand.allCases where restriction.brands[brand] != nil {
            var own = attempt
            own.brand = brand
            let test = try PlanTest(plan: plan, attempt: own, history: history, site: site)
            let isOfLevel = test.restriction.level == restriction.level
            let keepsTerms = restriction.level != .partial || test.restriction.terms == restriction.terms
            // Two full restrictions of a call to the OMC differ where one leaves that number open (R3).
            guard !isOfLevel || !keepsTerms || test.result(at: instant).isInLine != result(at: instant).isInLine else {
                continue
            }
            apart.append(BrandApart(brand: brand, level: test.restriction.level, isOnlyInTerms: isOfLevel))
        }
        return apart
    }
}
