import Casework
import TestSupport
import Testing

@Suite("A closed site is said apart, and next waits for it (R5)")
struct JudgeClosedSiteTests {
    @Test("Opening is told beside the verdict and never changes it", arguments: hours + holidays)
    func judged(row: JudgeCase) throws { try row.check() }

    static let free = Plan.invented()
    static let full = Plan.invented(faceToFace: .full)
    static let eightToNoon = Plan.partialFaceToFace(.window([], "08:00", "12:00"))
    static let saturdays = Plan.partialFaceToFace(.window([.saturday], "09:00", "12:00"))

    static let hours: [JudgeCase] = [
        JudgeCase("A second before opening", free, .visit("2026-03-04T08:29:59+11:00", "Parramatta"), .inLine)
            .siteClosed(opens: "2026-03-04T08:30:00+11:00").next("2026-03-04T08:30:00+11:00"),
        JudgeCase("At opening", free, .visit("2026-03-04T08:30:00+11:00", "Parramatta"), .inLine).siteOpen()
            .nextIsNow(),
        JudgeCase("The last second", free, .visit("2026-03-04T16:29:59+11:00", "Parramatta"), .inLine).siteOpen()
            .nextIsNow(),
        JudgeCase("At closing", free, .visit("2026-03-04T16:30:00+11:00", "Parramatta"), .inLine)
            .siteClosed(opens: "2026-03-05T08:30:00+11:00").next("2026-03-05T08:30:00+11:00"),
        JudgeCase("On Friday evening", free, .visit("2026-03-06T18:00:00+11:00", "Parramatta"), .inLine)
            .siteClosed(opens: "2026-03-09T08:30:00+11:00").next("2026-03-09T08:30:00+11:00"),
        JudgeCase("On Saturday", free, .visit("2026-03-07T10:00:00+11:00", "Parramatta"), .inLine)
            .siteClosed(opens: "2026-03-09T08:30:00+11:00"),
        JudgeCase("On Sunday, midnight", free, .visit("2026-03-08T00:00:00+11:00", "Parramatta"), .inLine)
            .siteClosed(opens: "2026-03-09T08:30:00+11:00"),
        JudgeCase(
            "Perth is closed when Sydney's counters are open", free, .visit("2026-03-04T10:00:00+11:00", "Perth"),
            .inLine
        ).siteClosed(opens: "2026-03-04T08:30:00+08:00").next("2026-03-04T08:30:00+08:00"),
        JudgeCase(
            "A full restriction stays one at a closed site", full, .visit("2026-03-04T18:00:00+11:00", "Parramatta"),
            .notInLine, .level
        ).siteClosed(opens: "2026-03-05T08:30:00+11:00").never(),
        JudgeCase(
            "In the window before opening", eightToNoon, .visit("2026-03-04T08:00:00+11:00", "Parramatta"), .inLine
        ).siteClosed(opens: "2026-03-04T08:30:00+11:00").next("2026-03-04T08:30:00+11:00"),
        JudgeCase(
            "After the window next is the opening, not the window's start", eightToNoon,
            .visit("2026-03-04T12:00:00+11:00", "Parramatta"), .notInLine, .days
        ).siteOpen().next("2026-03-05T08:30:00+11:00"),
        JudgeCase(
            "A window on days when the site never opens", saturdays,
            .visit("2026-03-07T10:00:00+11:00", "Parramatta"), .inLine
        ).siteClosed(opens: "2026-03-09T08:30:00+11:00").never(),
        JudgeCase(
            "The same window at a site whose hours are not known", saturdays,
            .visit("2026-03-07T10:00:00+11:00", "Dubbo"), .inLine
        ).openingUnknown().nextIsNow().warns("Dubbo"),
        JudgeCase(
            "A site whose hours are not known closes for nobody", free, .visit("2026-03-04T23:00:00+11:00", "Dubbo"),
            .inLine
        ).openingUnknown().nextIsNow(),
        JudgeCase("Without a site nothing is open or closed", free, .visit("2026-03-04T23:00:00+11:00"), .inLine)
            .openingUnknown().nextIsNow().warns(""),
        JudgeCase("A call at night has no opening", free, .call("2026-03-04T23:00:00+11:00"), .inLine)
            .openingUnknown().nextIsNow(),
        JudgeCase(
            "Without a plan the opening is told too", [], .visit("2026-03-07T10:00:00+11:00", "Parramatta"), .inLine
        )
        .siteClosed(opens: "2026-03-09T08:30:00+11:00"),
        JudgeCase(
            "Without a plan an unknown site is told too", [], .visit("2026-03-04T10:00:00+11:00", "Dubbo"), .inLine
        )
        .openingUnknown().warns("Dubbo"),
    ]

    static let late = Plan.invented(from: "2027-11-01", to: "2028-02-29")
    static let lateFridays = Plan.invented(
        faceToFace: .partial(.window([.friday], "10:00", "12:00")), from: "2027-11-01", to: "2028-02-29")

    static let holidays: [JudgeCase] = [
        JudgeCase("On Good Friday", free, .visit("2026-04-03T10:00:00+11:00", "Parramatta"), .inLine)
            .siteClosed(opens: "2026-04-07T08:30:00+10:00").next("2026-04-07T08:30:00+10:00"),
        JudgeCase(
            "On Labour Day in Perth, under a Sydney plan", free, .visit("2026-03-02T10:00:00+08:00", "Perth"), .inLine
        ).siteClosed(opens: "2026-03-03T08:30:00+08:00").next("2026-03-03T08:30:00+08:00"),
        JudgeCase("On that day Parramatta is open", free, .visit("2026-03-02T10:00:00+11:00", "Parramatta"), .inLine)
            .siteOpen().nextIsNow(),
        JudgeCase(
            "On the King's Birthday of the east Perth is open", free, .visit("2026-06-08T10:00:00+08:00", "Perth"),
            .inLine
        ).siteOpen().nextIsNow(),
        JudgeCase(
            "On a holiday without a site, next is the first working day", free, .visit("2026-04-03T10:00:00+11:00"),
            .inLine
        ).openingUnknown().next("2026-04-07T00:00:00+10:00"),
        JudgeCase("On a holiday a call is taken", free, .call("2026-04-03T10:00:00+11:00"), .inLine).nextIsNow(),
        JudgeCase("On a holiday a letter is taken", free, .letter("2026-04-03T10:00:00+11:00"), .inLine).nextIsNow(),
        JudgeCase(
            "Past the holidays known the opening is not told", late, .visit("2028-01-05T10:00:00+11:00", "Parramatta"),
            .inLine
        ).openingUnknown().warns("New South Wales"),
        JudgeCase(
            "A next past the holidays known is warned of", lateFridays,
            .visit("2027-12-31T12:00:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2028-01-07T10:00:00+11:00").warns("New South Wales"),
        JudgeCase(
            "A call past the holidays known needs no warning", late, .call("2028-01-05T10:00:00+11:00"), .inLine
        ).nextIsNow().warns(""),
    ]
}
