import Casework
import TestSupport
import Testing

@Suite("Levels, the OMC's number and brands (R1–R3)")
struct JudgeLevelTests {
    @Test("A contact is judged by the level of its channel and brand", arguments: levels + brands)
    func judged(row: JudgeCase) throws { try row.check() }

    static let noon = "2026-03-04T12:00:00+11:00"
    static let visits = Plan.invented(faceToFace: .full)
    static let calls = Plan.invented(phone: .full)
    static let letters = Plan.invented(writing: .full)
    static let callsButOmc = Plan.invented(phone: Restriction(level: .full, note: "OMC only", includesOmc: false))

    static let levels: [JudgeCase] = [
        JudgeCase("A full restriction lets nobody in", visits, .visit(noon, "Parramatta"), .notInLine, .level)
            .level(.full).never().uncounted().siteOpen(),
        JudgeCase("A full restriction needs no site to be known", visits, .visit(noon), .notInLine, .level).never(),
        JudgeCase("A full restriction of visits leaves calls", visits, .call(noon), .inLine).level(.available)
            .nextIsNow(),
        JudgeCase("A full restriction of visits leaves letters", visits, .letter(noon), .inLine).level(.available),
        JudgeCase("A full phone restriction covers every general number", calls, .call(noon), .notInLine, .level)
            .level(.full).never(),
        JudgeCase(
            "A full phone restriction covers the OMC's number unless the plan says otherwise", calls,
            .call(noon, toOmc: true), .notInLine, .level),
        JudgeCase(
            "A full phone restriction that leaves the OMC's number out lets that call through", callsButOmc,
            .call(noon, toOmc: true), .inLine
        ).level(.full).nextIsNow(),
        JudgeCase(
            "A full phone restriction that leaves the OMC's number out covers the others", callsButOmc, .call(noon),
            .notInLine, .level
        ).never(),
        JudgeCase(
            "A full phone restriction leaves visits", calls, .visit(noon, "Parramatta"), .inLine
        ).level(.available),
        JudgeCase("A full restriction of writing covers letters", letters, .letter(noon), .notInLine, .level)
            .level(.full).never(),
        JudgeCase(
            "A full restriction of writing covers uploads", letters, .letter(noon, upload: true), .notInLine, .level),
        JudgeCase(
            "A full restriction of writing covers letters to the OMC", letters, .letter(noon, toOmc: true),
            .notInLine, .level),
        JudgeCase("A full restriction of writing leaves calls", letters, .call(noon), .inLine),
        JudgeCase("Strategies only: visits", Plan.invented(), .visit(noon, "Parramatta"), .inLine).level(.available),
        JudgeCase("Strategies only: calls", Plan.invented(), .call(noon), .inLine).level(.available),
        JudgeCase("Strategies only: letters", Plan.invented(), .letter(noon), .inLine).level(.available),
        JudgeCase(
            "A partial restriction in words alone must be read by a person", Plan.partialPhone(), .call(noon), .ask,
            .level
        ).level(.partial),
        JudgeCase(
            "A partial restriction tells its level", Plan.partialPhone(.only(.omc)), .call(noon), .notInLine, .only
        )
        .level(.partial),
    ]

    static let medicareFull = Plan.invented(
        faceToFace: Restriction(level: .available, brands: [.medicarePublic: BrandRestriction(level: .full)]))
    static let childSupportFree = Plan.invented(
        phone: Restriction(
            level: .partial, note: "Two calls a week", terms: [.limit(2, per: .week)],
            brands: [.childSupport: BrandRestriction(level: .available)]))
    static let centrelinkHours = Plan.invented(
        faceToFace: Restriction(
            level: .full, note: "None",
            brands: [.centrelink: BrandRestriction(level: .partial, terms: [.window([.wednesday], "09:00", "12:00")])]))
    static let omcByBrand = Plan.invented(
        phone: Restriction(
            level: .full, note: "None", includesOmc: true,
            brands: [
                .childSupport: BrandRestriction(level: .full, includesOmc: false),
                .medicarePublic: BrandRestriction(level: .full),
            ]))
    static let used = [Contact.call("2026-03-02T09:00:00+11:00"), .call("2026-03-03T09:00:00+11:00")]

    static let brands: [JudgeCase] = [
        JudgeCase(
            "A brand named apart has its own level", medicareFull, .visit(noon, "Parramatta", brand: .medicarePublic),
            .notInLine, .level
        ).level(.full),
        JudgeCase(
            "Another brand keeps the level of the channel", medicareFull,
            .visit(noon, "Parramatta", brand: .centrelink), .inLine
        ).level(.available),
        JudgeCase("No brand keeps the level of the channel", medicareFull, .visit(noon, "Parramatta"), .inLine),
        JudgeCase(
            "A brand named apart may be free of a limit", childSupportFree, .call(noon, brand: .childSupport),
            after: used, .inLine
        ).level(.available).uncounted(),
        JudgeCase(
            "Another brand keeps the limit", childSupportFree, .call(noon, brand: .centrelink), after: used,
            .notInLine, .limit),
        JudgeCase("No brand keeps the limit", childSupportFree, .call(noon), after: used, .notInLine, .limit),
        JudgeCase(
            "A brand named apart has its own hours", centrelinkHours,
            .visit("2026-03-04T11:59:59+11:00", "Parramatta", brand: .centrelink), .inLine
        ).level(.partial),
        JudgeCase(
            "A brand's own hours end", centrelinkHours, .visit(noon, "Parramatta", brand: .centrelink), .notInLine,
            .days
        ).next("2026-03-11T09:00:00+11:00"),
        JudgeCase(
            "Beside a brand's own hours the rest is full", centrelinkHours,
            .visit("2026-03-04T11:00:00+11:00", "Parramatta", brand: .childSupport), .notInLine, .level),
        JudgeCase(
            "A brand may leave the OMC's number open", omcByBrand, .call(noon, toOmc: true, brand: .childSupport),
            .inLine),
        JudgeCase(
            "A brand that does not say so includes the OMC's number as the channel does", omcByBrand,
            .call(noon, toOmc: true, brand: .medicarePublic), .notInLine, .level),
    ]
}
