import Casework
import TestSupport
import Testing

@Suite("Prescribed days and times (R4, R5)")
struct JudgeWindowTests {
    @Test("A visit or call is judged by the window and the clock of the place", arguments: edges + several + zones)
    func judged(row: JudgeCase) throws { try row.check() }

    static let tueThu = Plan.partialFaceToFace(.window([.tuesday, .thursday], "10:00", "12:00"))
    static let mondays = Plan.partialPhone(.window([.monday]))
    static let fridayNights = Plan.partialPhone(.window([.friday], "20:00", "24:00"))
    static let mornings = Plan.partialPhone(.window([], "00:00", "09:00"))

    static let edges: [JudgeCase] = [
        JudgeCase("The window opens at 10:00:00", tueThu, .visit("2026-03-03T10:00:00+11:00", "Parramatta"), .inLine)
            .nextIsNow().siteOpen(),
        JudgeCase(
            "A second before 10:00 is too early", tueThu, .visit("2026-03-03T09:59:59+11:00", "Parramatta"),
            .notInLine, .days
        ).next("2026-03-03T10:00:00+11:00").siteOpen(),
        JudgeCase("11:59:59 is in the window", tueThu, .visit("2026-03-03T11:59:59+11:00", "Parramatta"), .inLine)
            .nextIsNow(),
        JudgeCase(
            "12:00:00 is past the window", tueThu, .visit("2026-03-03T12:00:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2026-03-05T10:00:00+11:00"),
        JudgeCase(
            "The day between is not in line", tueThu, .visit("2026-03-04T11:00:00+11:00", "Parramatta"), .notInLine,
            .days
        ).next("2026-03-05T10:00:00+11:00"),
        JudgeCase(
            "After the week's last window the next is in the next week", tueThu,
            .visit("2026-03-05T12:00:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2026-03-10T10:00:00+11:00"),
        JudgeCase(
            "A Friday waits for Tuesday", tueThu, .visit("2026-03-06T10:30:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2026-03-10T10:00:00+11:00"),
        JudgeCase("A window without a site asks for none", tueThu, .visit("2026-03-03T10:30:00+11:00"), .inLine)
            .openingUnknown().warns(""),
        JudgeCase("A whole Monday begins at midnight", mondays, .call("2026-03-02T00:00:00+11:00"), .inLine)
            .nextIsNow(),
        JudgeCase(
            "A second before Monday is Sunday", mondays, .call("2026-03-01T23:59:59+11:00"), .notInLine, .days
        ).next("2026-03-02T00:00:00+11:00"),
        JudgeCase("A whole Monday holds 23:59:59", mondays, .call("2026-03-02T23:59:59+11:00"), .inLine).nextIsNow(),
        JudgeCase("Monday ends at midnight", mondays, .call("2026-03-03T00:00:00+11:00"), .notInLine, .days)
            .next("2026-03-09T00:00:00+11:00"),
        JudgeCase("Up to 24:00 holds 23:59:59", fridayNights, .call("2026-03-06T23:59:59+11:00"), .inLine),
        JudgeCase(
            "Up to 24:00 ends with the day", fridayNights, .call("2026-03-07T00:00:00+11:00"), .notInLine, .days
        ).next("2026-03-13T20:00:00+11:00"),
        JudgeCase(
            "19:59:59 is before 20:00", fridayNights, .call("2026-03-06T19:59:59+11:00"), .notInLine, .days
        ).next("2026-03-06T20:00:00+11:00"),
        JudgeCase("From 00:00 holds midnight", mornings, .call("2026-03-04T00:00:00+11:00"), .inLine),
        JudgeCase("Up to 9:00 holds 8:59:59", mornings, .call("2026-03-04T08:59:59+11:00"), .inLine),
        JudgeCase(
            "At 9:00 the morning is over until the next midnight", mornings, .call("2026-03-04T09:00:00+11:00"),
            .notInLine, .days
        ).next("2026-03-05T00:00:00+11:00"),
        JudgeCase("Without days a window holds on Sunday too", mornings, .call("2026-03-08T08:00:00+11:00"), .inLine),
        JudgeCase(
            "A window on phone says nothing of a visit", mondays, .visit("2026-03-04T10:00:00+11:00", "Parramatta"),
            .inLine
        ).level(.available),
    ]

    static let tueOrThu = Plan.partialPhone(
        .window([.tuesday], "10:00", "12:00"), .window([.thursday], "14:00", "16:00"))
    static let twiceOnTuesday = Plan.partialPhone(
        .window([.tuesday], "09:00", "10:00"), .window([.tuesday], "15:00", "16:00"))
    static let touching = Plan.partialPhone(
        .window([.tuesday], "09:00", "10:00"), .window([.tuesday], "10:00", "12:00"))
    static let overlapping = Plan.partialPhone(
        .window([.monday, .tuesday, .wednesday, .thursday, .friday], "09:00", "12:00"),
        .window([.tuesday], "10:00", "14:00"))

    static let several: [JudgeCase] = [
        JudgeCase("Of two windows apart the first will do", tueOrThu, .call("2026-03-03T10:30:00+11:00"), .inLine),
        JudgeCase("Of two windows apart the second will do", tueOrThu, .call("2026-03-05T15:00:00+11:00"), .inLine),
        JudgeCase(
            "Tuesday's hours do not hold on Thursday", tueOrThu, .call("2026-03-05T10:30:00+11:00"), .notInLine, .days
        ).next("2026-03-05T14:00:00+11:00"),
        JudgeCase(
            "Thursday's hours do not hold on Tuesday", tueOrThu, .call("2026-03-03T14:30:00+11:00"), .notInLine, .days
        ).next("2026-03-05T14:00:00+11:00"),
        JudgeCase("Twice on one day: the first", twiceOnTuesday, .call("2026-03-03T09:30:00+11:00"), .inLine),
        JudgeCase(
            "Twice on one day: between", twiceOnTuesday, .call("2026-03-03T12:00:00+11:00"), .notInLine, .days
        ).next("2026-03-03T15:00:00+11:00"),
        JudgeCase("Twice on one day: the second", twiceOnTuesday, .call("2026-03-03T15:59:59+11:00"), .inLine),
        JudgeCase("Twice on one day: after", twiceOnTuesday, .call("2026-03-03T16:00:00+11:00"), .notInLine, .days)
            .next("2026-03-10T09:00:00+11:00"),
        JudgeCase(
            "Windows that touch do not overlap: the seam is in line", touching, .call("2026-03-03T10:00:00+11:00"),
            .inLine),
        JudgeCase(
            "Windows that touch: the earlier holds too", touching, .call("2026-03-03T09:59:59+11:00"), .inLine),
        JudgeCase(
            "Of two that overlap both must hold: too early for one", overlapping,
            .call("2026-03-03T09:30:00+11:00"), .notInLine, .days
        ).next("2026-03-03T10:00:00+11:00"),
        JudgeCase("Of two that overlap both hold", overlapping, .call("2026-03-03T10:00:00+11:00"), .inLine),
        JudgeCase("Of two that overlap both hold up to noon", overlapping, .call("2026-03-03T11:59:59+11:00"), .inLine),
        JudgeCase(
            "Of two that overlap both must hold: too late for one", overlapping, .call("2026-03-03T12:00:00+11:00"),
            .notInLine, .days
        ).next("2026-03-10T10:00:00+11:00"),
        JudgeCase(
            "Of two that overlap both must hold: the wrong day for one", overlapping,
            .call("2026-03-02T10:00:00+11:00"), .notInLine, .days
        ).next("2026-03-03T10:00:00+11:00"),
    ]

    static let perthHours = Plan.partialPhone(
        .window([.monday, .tuesday, .wednesday, .thursday, .friday], "09:00", "17:00"), state: .wa)

    static let zones: [JudgeCase] = [
        JudgeCase(
            "A call is judged by the clock of the plan's state", perthHours, .call("2026-03-04T09:00:00+08:00"), .inLine
        ),
        JudgeCase(
            "Nine in Sydney is not nine in Perth", perthHours, .call("2026-03-04T09:00:00+11:00"), .notInLine, .days
        ).next("2026-03-04T09:00:00+08:00"),
        JudgeCase("Noon in Sydney is nine in Perth", perthHours, .call("2026-03-04T12:00:00+11:00"), .inLine),
        JudgeCase("One second to nine in Perth", perthHours, .call("2026-03-04T08:59:59+08:00"), .notInLine, .days),
        JudgeCase(
            "A visit to Perth is judged by Perth's clock under a Sydney plan", tueThu,
            .visit("2026-03-03T10:00:00+08:00", "Perth"), .inLine
        ).nextIsNow(),
        JudgeCase(
            "Ten in Sydney is seven at the Perth counter", tueThu, .visit("2026-03-03T10:00:00+11:00", "Perth"),
            .notInLine, .days
        ).next("2026-03-03T10:00:00+08:00").siteClosed(opens: "2026-03-03T08:30:00+08:00"),
        JudgeCase(
            "Broken Hill keeps its own clock under a plan of its state", tueThu,
            .visit("2026-03-03T10:00:00+10:30", "Broken Hill"), .inLine),
        JudgeCase(
            "Ten in Sydney is half past nine in Broken Hill", tueThu,
            .visit("2026-03-03T10:00:00+11:00", "Broken Hill"), .notInLine, .days
        ).next("2026-03-03T10:00:00+10:30"),
        JudgeCase(
            "Noon in Sydney is still in the window in Broken Hill", tueThu,
            .visit("2026-03-03T12:00:00+11:00", "broken hill"), .inLine),
        JudgeCase(
            "An unknown site is judged by the clock of the plan's state, and said so", tueThu,
            .visit("2026-03-03T10:00:00+11:00", "Dubbo"), .inLine
        ).openingUnknown().warns("Dubbo"),
        JudgeCase(
            "An unknown site is too early by the clock of the plan's state", tueThu,
            .visit("2026-03-03T09:59:59+11:00", "Dubbo"), .notInLine, .days
        ).next("2026-03-03T10:00:00+11:00").warns("Dubbo"),
    ]
}
