import Casework
import TestSupport
import Testing

@Suite("Which plan is in force, and from when to when (P6, P7, P9, R12)")
struct JudgeSpanTests {
    /// The offset on 2 March, when a plan starts, and on 5 April, when it ends and the clocks of the south-east change.
    @Test(
        "A plan is in force from 00:00 on its start to 24:00 on its end, by the clock of its state",
        arguments: [
            (AustralianState.nsw, "+11:00", "+10:00"), (.vic, "+11:00", "+10:00"), (.qld, "+10:00", "+10:00"),
            (.sa, "+10:30", "+09:30"), (.wa, "+08:00", "+08:00"), (.tas, "+11:00", "+10:00"),
            (.act, "+11:00", "+10:00"), (.nt, "+09:30", "+09:30"),
        ])
    func span(state: AustralianState, atStart: String, atEnd: String) throws {
        let plan = Plan.invented(phone: .full, state: state, from: "2026-03-02", to: "2026-04-05")
        for (title, text, verdict, decidedBy) in [
            ("before the first second", "2026-03-01T23:59:59\(atStart)", Verdict.inLine, DecidingTerm.none),
            ("in the first second", "2026-03-02T00:00:00\(atStart)", .notInLine, .level),
            ("in the last second", "2026-04-05T23:59:59\(atEnd)", .notInLine, .level),
            ("at 24:00", "2026-04-06T00:00:00\(atEnd)", .inLine, .none),
        ] {
            try JudgeCase("\(state) \(title)", plan, .call(text), verdict, decidedBy)
                .level(verdict == .inLine ? .available : .full).check()
        }
    }

    @Test("A contact is judged by the agency plan in force at that moment", arguments: which)
    func judged(row: JudgeCase) throws { try row.check() }

    static let wednesday = ContactAttempt.call("2026-03-04T10:00:00+11:00")
    static let first = Plan.invented("MSP-000001", phone: .full, to: "2026-03-31")
    static let second = Plan.invented("MSP-000002", phone: .partial(.only(.omc)), from: "2026-04-01")

    static func full(_ status: PlanStatus, provider: Bool = false) -> Plan {
        .invented(phone: .full, status: status, provider: provider)
    }

    static let which: [JudgeCase] = [
        JudgeCase("Nobody without a plan is restricted", [], wednesday, .inLine).level(.available),
        JudgeCase("An active plan counts", full(.active), wednesday, .notInLine, .level),
        JudgeCase("A draft does not count", full(.draft), wednesday, .inLine).level(.available),
        JudgeCase("A submitted plan does not count", full(.submitted), wednesday, .inLine).level(.available),
        JudgeCase("A rejected plan does not count", full(.rejected), wednesday, .inLine).level(.available),
        JudgeCase("A removed plan does not count", full(.removed), wednesday, .inLine).level(.available),
        JudgeCase("A provider's plan never counts", full(.active, provider: true), wednesday, .inLine)
            .level(.available),
        JudgeCase(
            "Beside a provider's full restriction the agency's plan decides",
            [full(.active, provider: true), .invented("MSP-000002", phone: .partial(.only(.omc)))], wednesday,
            .notInLine, .only),
        JudgeCase(
            "Beside a draft the active plan decides", [full(.draft), .invented("MSP-000002")], wednesday, .inLine
        ).level(.available),
        JudgeCase(
            "Of two plans in a row the first holds to its last second", [second, first],
            .call("2026-03-31T23:59:59+11:00"), .notInLine, .level
        ).level(.full),
        JudgeCase(
            "Of two plans in a row the second holds from midnight", [first, second],
            .call("2026-04-01T00:00:00+11:00"), .notInLine, .only
        ).level(.partial),
        JudgeCase(
            "Between two plans nothing is restricted",
            [first, .invented("MSP-000002", phone: .full, from: "2026-04-02")],
            .call("2026-04-01T12:00:00+11:00"), .inLine
        ).level(.available),
        JudgeCase(
            "A plan of one day holds that day", Plan.invented(phone: .full, from: "2026-03-04", to: "2026-03-04"),
            wednesday, .notInLine, .level),
        JudgeCase(
            "A plan of one day is over the next", Plan.invented(phone: .full, from: "2026-03-03", to: "2026-03-03"),
            wednesday, .inLine),
        JudgeCase(
            "A visit in Perth late on the last day comes after a Sydney plan",
            Plan.invented(faceToFace: .full), .visit("2026-08-01T22:00:00+08:00", "Perth"), .inLine
        ).level(.available),
        JudgeCase(
            "A visit in Perth before that is still under it",
            Plan.invented(faceToFace: .full), .visit("2026-08-01T21:59:59+08:00", "Perth"), .notInLine, .level),
    ]
}
