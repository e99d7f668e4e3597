import Casework
import TestSupport
import Testing

@Suite("One-off variations (R11)")
struct JudgeVariationTests {
    @Test("A variation is looked at first and covers its channel, site and span", arguments: rows)
    func judged(row: JudgeCase) throws { try row.check() }

    static func variation(
        _ channel: Channel, _ from: String, _ to: String, site: String? = nil
    ) -> Variation {
        Variation(channel: channel, site: site, from: at(from), to: at(to), approvedBy: .delegate)
    }

    static let nineToEleven = variation(
        .faceToFace, "2026-03-04T09:00:00+11:00", "2026-03-04T11:00:00+11:00", site: "Parramatta")
    static let anywhere = variation(.faceToFace, "2026-03-04T09:00:00+11:00", "2026-03-04T11:00:00+11:00")
    static let call = variation(.phone, "2026-03-04T09:00:00+11:00", "2026-03-04T11:00:00+11:00")
    static let letter = variation(.writing, "2026-03-04T00:00:00+11:00", "2026-03-05T00:00:00+11:00")
    static let evening = variation(.faceToFace, "2026-03-04T18:00:00+11:00", "2026-03-04T19:00:00+11:00")
    static let afterTheEnd = variation(.faceToFace, "2026-08-03T09:00:00+10:00", "2026-08-03T11:00:00+10:00")
    static let overTheEnd = variation(.faceToFace, "2026-08-01T23:00:00+10:00", "2026-08-02T01:00:00+10:00")

    static func full(_ variations: Variation...) -> Plan {
        .invented(faceToFace: .full, phone: .full, writing: .full, variations: variations)
    }

    static let rows: [JudgeCase] = [
        JudgeCase(
            "It covers its first second", full(nineToEleven), .visit("2026-03-04T09:00:00+11:00", "Parramatta"),
            .inLine, .variation
        ).level(.full).nextIsNow(),
        JudgeCase(
            "A second before, the full restriction holds", full(nineToEleven),
            .visit("2026-03-04T08:59:59+11:00", "Parramatta"), .notInLine, .level
        ).next("2026-03-04T09:00:00+11:00"),
        JudgeCase(
            "It covers the last second before its end", full(nineToEleven),
            .visit("2026-03-04T10:59:59+11:00", "Parramatta"), .inLine, .variation),
        JudgeCase(
            "At its end it is over and does not come again", full(nineToEleven),
            .visit("2026-03-04T11:00:00+11:00", "Parramatta"), .notInLine, .level
        ).never(),
        JudgeCase(
            "It is told ahead", full(nineToEleven), .visit("2026-03-02T15:00:00+11:00", "Parramatta"), .notInLine,
            .level
        ).next("2026-03-04T09:00:00+11:00"),
        JudgeCase(
            "Another site is not covered", full(nineToEleven), .visit("2026-03-04T10:00:00+11:00", "Broken Hill"),
            .notInLine, .level
        ).never(),
        JudgeCase(
            "The site's name is compared without regard to case and spaces", full(nineToEleven),
            .visit("2026-03-04T10:00:00+11:00", "  PARRAMATTA "), .inLine, .variation),
        JudgeCase(
            "Without a site named it covers every site", full(anywhere),
            .visit("2026-03-04T10:00:00+11:00", "Broken Hill"), .inLine, .variation),
        JudgeCase(
            "Without a site named it covers a visit of unknown place", full(anywhere),
            .visit("2026-03-04T10:00:00+11:00"), .inLine, .variation),
        JudgeCase(
            "It covers a call", full(call), .call("2026-03-04T10:00:00+11:00"), .inLine, .variation
        ).nextIsNow(),
        JudgeCase(
            "It covers a letter", full(letter), .letter("2026-03-04T23:59:59+11:00"), .inLine, .variation),
        JudgeCase(
            "One for calls does not cover a visit", full(call), .visit("2026-03-04T10:00:00+11:00", "Parramatta"),
            .notInLine, .level),
        JudgeCase(
            "One for visits does not cover a call", full(anywhere), .call("2026-03-04T10:00:00+11:00"), .notInLine,
            .level),
        JudgeCase(
            "It goes before every term of a partial restriction",
            Plan.invented(
                faceToFace: .partial(.sites(["Broken Hill"]), .window([.friday]), .limit(1, per: .day)),
                variations: [anywhere]),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta"), after: [.visit("2026-03-04T09:30:00+11:00")], .inLine,
            .variation
        ).level(.partial),
        JudgeCase(
            "It is named even where the channel is available", Plan.invented(variations: [anywhere]),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta"), .inLine, .variation
        ).level(.available),
        JudgeCase(
            "It goes before a brand's own level",
            Plan.invented(
                faceToFace: Restriction(level: .available, brands: [.centrelink: BrandRestriction(level: .full)]),
                variations: [anywhere]),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta", brand: .centrelink), .inLine, .variation),
        JudgeCase(
            "Of two the one that covers the moment decides", full(evening, nineToEleven),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta"), .inLine, .variation),
        JudgeCase(
            "Past the plan's end there is nothing to vary", full(afterTheEnd),
            .visit("2026-08-03T10:00:00+10:00", "Parramatta"), .inLine, .none
        ).level(.available),
        JudgeCase(
            "One past the plan's end is never next", full(afterTheEnd),
            .visit("2026-07-30T10:00:00+10:00", "Parramatta"), .notInLine, .level
        ).never(),
        JudgeCase(
            "One over the plan's end covers up to it", full(overTheEnd), .visit("2026-08-01T23:59:59+10:00"), .inLine,
            .variation),
        JudgeCase(
            "One over the plan's end is no variation after it", full(overTheEnd),
            .visit("2026-08-02T00:00:00+10:00"), .inLine, .none
        ).level(.available),
        JudgeCase(
            "When the site is closed the visit is in line, but nobody is received before it ends", full(evening),
            .visit("2026-03-04T18:00:00+11:00", "Parramatta"), .inLine, .variation
        ).siteClosed(opens: "2026-03-05T08:30:00+11:00").never(),
        JudgeCase(
            "With the count used up it is the next contact",
            Plan.invented(phone: .partial(.limit(1, per: .week)), variations: [call]),
            .call("2026-03-03T10:00:00+11:00"), after: [.call("2026-03-02T10:00:00+11:00")], .notInLine, .limit
        ).next("2026-03-04T09:00:00+11:00"),
        JudgeCase(
            "In the wrong window it is the next contact",
            Plan.invented(faceToFace: .partial(.window([.friday], "10:00", "12:00")), variations: [nineToEleven]),
            .visit("2026-03-03T10:00:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2026-03-04T09:00:00+11:00"),
        JudgeCase(
            "At the wrong site it is the next contact there",
            Plan.invented(faceToFace: .partial(.sites(["Broken Hill"])), variations: [nineToEleven]),
            .visit("2026-03-03T10:00:00+11:00", "Parramatta"), .notInLine, .sites
        ).next("2026-03-04T09:00:00+11:00"),
    ]
}
