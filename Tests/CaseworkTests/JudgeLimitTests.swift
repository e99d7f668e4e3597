import Casework
import TestSupport
import Testing

@Suite("A number of contacts a day or week (R4)")
struct JudgeLimitTests {
    @Test("A contact is counted against its day or week", arguments: weeks + days + several)
    func judged(row: JudgeCase) throws { try row.check() }

    static let twoCalls = Plan.partialPhone(.limit(2, per: .week))
    static let oneVisit = Plan.partialFaceToFace(.limit(1, per: .week))
    static let thursday = ContactAttempt.call("2026-03-05T10:00:00+11:00")
    static let monday = Contact.call("2026-03-02T09:10:00+11:00")
    static let tuesday = Contact.call("2026-03-03T09:10:00+11:00")

    static let weeks: [JudgeCase] = [
        JudgeCase("The first call of the week", twoCalls, thursday, .inLine).used(0, of: 2, .week).nextIsNow(),
        JudgeCase("The second call of the week", twoCalls, thursday, after: [monday], .inLine).used(1, of: 2, .week),
        JudgeCase("A third call waits for Monday", twoCalls, thursday, after: [monday, tuesday], .notInLine, .limit)
            .used(2, of: 2, .week).next("2026-03-09T00:00:00+11:00"),
        JudgeCase(
            "More calls than allowed are all counted", twoCalls, thursday,
            after: [monday, tuesday, .call("2026-03-04T09:00:00+11:00")], .notInLine, .limit
        ).used(3, of: 2, .week),
        JudgeCase(
            "A second before Monday the old week still counts", twoCalls, .call("2026-03-08T23:59:59+11:00"),
            after: [monday, tuesday], .notInLine, .limit
        ).next("2026-03-09T00:00:00+11:00"),
        JudgeCase(
            "On Monday at midnight the count begins anew", twoCalls, .call("2026-03-09T00:00:00+11:00"),
            after: [monday, tuesday], .inLine
        ).used(0, of: 2, .week),
        JudgeCase(
            "A call on Sunday at 23:59:59 is not of the next week", twoCalls, .call("2026-03-02T10:00:00+11:00"),
            after: [.call("2026-03-01T23:59:59+11:00")], .inLine
        ).used(0, of: 2, .week),
        JudgeCase(
            "A call on Monday at 00:00:00 is", twoCalls, .call("2026-03-02T10:00:00+11:00"),
            after: [.call("2026-03-02T00:00:00+11:00")], .inLine
        ).used(1, of: 2, .week),
        JudgeCase(
            "A refused call does not count", twoCalls, thursday,
            after: [monday, .call("2026-03-03T09:10:00+11:00", refused: true)], .inLine
        ).used(1, of: 2, .week),
        JudgeCase(
            "A call to the OMC does not count", twoCalls, thursday,
            after: [monday, .call("2026-03-03T09:10:00+11:00", toOmc: true)], .inLine
        ).used(1, of: 2, .week),
        JudgeCase(
            "A visit does not count against calls", twoCalls, thursday,
            after: [monday, .visit("2026-03-03T09:10:00+11:00")], .inLine
        ).used(1, of: 2, .week),
        JudgeCase(
            "A later call does not count", twoCalls, thursday,
            after: [monday, .call("2026-03-05T10:00:01+11:00")], .inLine
        ).used(1, of: 2, .week),
        JudgeCase(
            "The call itself does not count", twoCalls, thursday, after: [monday, .call("2026-03-05T10:00:00+11:00")],
            .inLine
        ).used(1, of: 2, .week),
        JudgeCase(
            "A call a second earlier counts", twoCalls, thursday,
            after: [monday, .call("2026-03-05T09:59:59+11:00")], .notInLine, .limit),
        JudgeCase(
            "Smart Centre calls used up leave the OMC's number open", twoCalls,
            .call("2026-03-05T10:00:00+11:00", toOmc: true), after: [monday, tuesday], .inLine),
        JudgeCase(
            "A second visit of the week waits for Monday's opening", oneVisit,
            .visit("2026-03-05T10:00:00+11:00", "Parramatta"), after: [.visit("2026-03-03T10:00:00+11:00")],
            .notInLine, .limit
        ).used(1, of: 1, .week).next("2026-03-09T08:30:00+11:00").siteOpen(),
        JudgeCase(
            "A call does not count against visits", oneVisit, .visit("2026-03-05T10:00:00+11:00", "Parramatta"),
            after: [monday], .inLine
        ).used(0, of: 1, .week),
        JudgeCase(
            "A refused visit does not count", oneVisit, .visit("2026-03-05T10:00:00+11:00", "Parramatta"),
            after: [.visit("2026-03-03T10:00:00+11:00", refused: true)], .inLine),
        JudgeCase(
            "Letters have their own count", Plan.partialWriting(.limit(1, per: .week)),
            .letter("2026-03-05T10:00:00+11:00"), after: [.letter("2026-03-02T10:00:00+11:00"), monday], .notInLine,
            .limit
        ).used(1, of: 1, .week).next("2026-03-09T00:00:00+11:00"),
        JudgeCase(
            "A visit over Easter waits for the first working day of the new week", oneVisit,
            .visit("2026-04-02T10:00:00+11:00", "Parramatta"), after: [.visit("2026-03-30T10:00:00+11:00")],
            .notInLine, .limit
        ).next("2026-04-07T08:30:00+10:00"),
        JudgeCase(
            "A call over Easter waits for Easter Monday", Plan.partialPhone(.limit(1, per: .week)),
            .call("2026-04-02T10:00:00+11:00"), after: [.call("2026-03-30T10:00:00+11:00")], .notInLine, .limit
        ).next("2026-04-06T00:00:00+10:00"),
        JudgeCase(
            "A plan that ends first lets no call follow", twoCalls, .call("2026-07-30T10:00:00+10:00"),
            after: [.call("2026-07-27T10:00:00+10:00"), .call("2026-07-28T10:00:00+10:00")], .notInLine, .limit
        ).never(),
        JudgeCase(
            "A channel without a limit has no count", tueThu, .visit("2026-03-03T10:30:00+11:00", "Parramatta"),
            .inLine
        ).uncounted(),
    ]

    static let tueThu = Plan.partialFaceToFace(.window([.tuesday, .thursday], "10:00", "12:00"))
    static let daily = Plan.partialPhone(.limit(1, per: .day))

    static let days: [JudgeCase] = [
        JudgeCase(
            "A second call of the day waits for midnight", daily, .call("2026-03-05T23:59:59+11:00"),
            after: [.call("2026-03-05T00:00:00+11:00")], .notInLine, .limit
        ).used(1, of: 1, .day).next("2026-03-06T00:00:00+11:00"),
        JudgeCase(
            "Yesterday's last second is not today", daily, .call("2026-03-05T00:00:00+11:00"),
            after: [.call("2026-03-04T23:59:59+11:00")], .inLine
        ).used(0, of: 1, .day),
        JudgeCase(
            "A day runs in the plan's zone: half past midnight in Sydney is a new day for the Perth counter",
            Plan.partialFaceToFace(.limit(1, per: .day)), .visit("2026-03-04T21:30:00+08:00", "Perth"),
            after: [.visit("2026-03-04T20:30:00+08:00")], .inLine
        ).used(0, of: 1, .day),
        JudgeCase(
            "A day runs in the plan's zone: midnight in Perth is no new day for a Sydney plan",
            Plan.partialFaceToFace(.limit(1, per: .day)), .visit("2026-03-05T00:30:00+08:00", "Perth"),
            after: [.visit("2026-03-04T22:30:00+08:00")], .notInLine, .limit
        ).used(1, of: 1, .day),
        JudgeCase(
            "A week runs in the plan's zone at Broken Hill too", oneVisit,
            .visit("2026-03-08T23:40:00+10:30", "Broken Hill"), after: [.visit("2026-03-08T23:10:00+10:30")], .inLine
        ).used(0, of: 1, .week),
        JudgeCase(
            "The day of 25 hours is one day", daily, .call("2026-04-05T23:30:00+10:00"),
            after: [.call("2026-04-05T00:10:00+11:00")], .notInLine, .limit
        ).next("2026-04-06T00:00:00+10:00"),
        JudgeCase(
            "After the day of 25 hours comes a new one", daily, .call("2026-04-06T00:00:00+10:00"),
            after: [.call("2026-04-05T23:59:59+10:00")], .inLine),
        JudgeCase(
            "The day of 23 hours is one day",
            Plan.invented(phone: .partial(.limit(1, per: .day)), from: "2026-09-07", to: "2027-02-28"),
            .call("2026-10-04T23:50:00+11:00"), after: [.call("2026-10-04T00:00:00+10:00")], .notInLine, .limit
        ).next("2026-10-05T00:00:00+11:00"),
        JudgeCase(
            "The week that ends with the change of the clock holds its last second", twoCalls,
            .call("2026-04-05T23:59:59+10:00"),
            after: [.call("2026-03-30T00:00:00+11:00"), .call("2026-04-05T02:30:00+11:00")], .notInLine, .limit
        ).used(2, of: 2, .week).next("2026-04-06T00:00:00+10:00"),
    ]

    static let dayAndWeek = Plan.partialPhone(.limit(1, per: .day), .limit(3, per: .week))
    static let once = Plan.partialPhone(.window([.tuesday], "10:00", "12:00"), .limit(1, per: .week))

    static let several: [JudgeCase] = [
        JudgeCase(
            "Of two limits the day's is used first", dayAndWeek, .call("2026-03-05T15:00:00+11:00"),
            after: [.call("2026-03-05T09:00:00+11:00")], .notInLine, .limit
        ).used(1, of: 1, .day).next("2026-03-06T00:00:00+11:00"),
        JudgeCase(
            "Of two limits the week's is used up", dayAndWeek, thursday,
            after: [monday, tuesday, .call("2026-03-04T09:00:00+11:00")], .notInLine, .limit
        ).used(3, of: 3, .week).next("2026-03-09T00:00:00+11:00"),
        JudgeCase(
            "Both limits used: the new day does not help, the new week does", dayAndWeek, thursday,
            after: [monday, tuesday, .call("2026-03-05T09:00:00+11:00")], .notInLine, .limit
        ).next("2026-03-09T00:00:00+11:00"),
        JudgeCase(
            "Of two limits the one with less left is told", dayAndWeek, thursday, after: [monday], .inLine
        ).used(0, of: 1, .day),
        JudgeCase(
            "Used in this week's window, the next is in the next week's", once, .call("2026-03-03T11:00:00+11:00"),
            after: [.call("2026-03-03T10:15:00+11:00")], .notInLine, .limit
        ).next("2026-03-10T10:00:00+11:00"),
        JudgeCase(
            "The window decides before the limit, and next keeps both", once, .call("2026-03-03T12:00:00+11:00"),
            after: [.call("2026-03-03T10:15:00+11:00")], .notInLine, .days
        ).next("2026-03-10T10:00:00+11:00"),
    ]
}
