import Casework
import TestSupport
import Testing

@Suite("The next contact in line (R5)")
struct JudgeNextTests {
    @Test("Next is the first instant in line, in the plan's span, on a day that is worked", arguments: rows)
    func judged(row: JudgeCase) throws { try row.check() }

    @Test(
        "A plan without an end in sight is judged at once, where no contact will ever be in line and where one may in years",
        .timeLimit(.minutes(1)), arguments: endless)
    func farEnd(row: JudgeCase) throws { try row.check() }

    static let endless: [JudgeCase] = [
        JudgeCase(
            "Saturdays alone, at a counter that opens on none",
            .invented(faceToFace: .partial(.window([.saturday], "10:00", "12:00")), to: "9999-12-31"),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta"), .notInLine, .days
        ).never(),
        JudgeCase(
            "By appointment, and none is made",
            .invented(faceToFace: .partial(.appointment), to: "9999-12-31"),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta"), .notInLine, .appointment
        ).never(),
        JudgeCase(
            "By appointment, in years",
            .invented(
                faceToFace: .partial(.appointment), to: "9999-12-31",
                appointments: [Appointment(site: "Parramatta", at: at("2031-03-04T10:30:00+11:00"))]),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta"), .notInLine, .appointment
        ).next("2031-03-04T10:00:00+11:00"),
    ]

    static func visits(_ day: Weekday, state: AustralianState = .nsw) -> Plan {
        .partialFaceToFace(.window([day], "10:00", "12:00"), state: state)
    }
    static func calls(_ day: Weekday, state: AustralianState = .nsw, to end: String = "2026-08-01") -> Plan {
        .invented(phone: .partial(.window([day], "10:00", "12:00")), state: state, to: end)
    }

    static let rows: [JudgeCase] = [
        JudgeCase(
            "A visit does not wait for Good Friday", visits(.friday), .visit("2026-04-02T13:00:00+11:00", "Parramatta"),
            .notInLine, .days
        ).next("2026-04-10T10:00:00+10:00"),
        JudgeCase(
            "A call may", calls(.friday), .call("2026-04-02T13:00:00+11:00"), .notInLine, .days
        ).next("2026-04-03T10:00:00+11:00"),
        JudgeCase(
            "A visit without a site skips Good Friday as well", visits(.friday), .visit("2026-04-02T13:00:00+11:00"),
            .notInLine, .days
        ).next("2026-04-10T10:00:00+10:00"),
        JudgeCase(
            "A visit to an unknown site skips the holidays of the plan's state", visits(.friday),
            .visit("2026-04-02T13:00:00+11:00", "Dubbo"), .notInLine, .days
        ).next("2026-04-10T10:00:00+10:00"),
        JudgeCase(
            "A visit does not wait for Easter Monday", visits(.monday),
            .visit("2026-03-30T12:00:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2026-04-13T10:00:00+10:00"),
        JudgeCase(
            "The Monday after Anzac Day is kept in New South Wales", visits(.monday),
            .visit("2026-04-20T12:00:00+10:00", "Parramatta"), .notInLine, .days
        ).next("2026-05-04T10:00:00+10:00"),
        JudgeCase(
            "The Monday after Anzac Day is worked in Victoria", visits(.monday, state: .vic),
            .visit("2026-04-20T12:00:00+10:00"), .notInLine, .days
        ).next("2026-04-27T10:00:00+10:00"),
        JudgeCase(
            "Adelaide Cup Day is kept at the Adelaide counter", visits(.monday),
            .visit("2026-03-02T12:00:00+10:30", "Adelaide"), .notInLine, .days
        ).next("2026-03-16T10:00:00+10:30"),
        JudgeCase(
            "Adelaide Cup Day is worked at Parramatta", visits(.monday, state: .sa),
            .visit("2026-03-02T12:00:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2026-03-09T10:00:00+11:00"),
        JudgeCase(
            "On a holiday in the window, next is the week after", visits(.monday),
            .visit("2026-04-06T10:30:00+10:00", "Parramatta"), .inLine
        ).siteClosed(opens: "2026-04-07T08:30:00+10:00").next("2026-04-13T10:00:00+10:00"),
        JudgeCase(
            "The plan's last day still counts", calls(.saturday), .call("2026-07-31T12:00:00+10:00"), .notInLine, .days
        ).next("2026-08-01T10:00:00+10:00"),
        JudgeCase(
            "After the last window of the plan there is none", calls(.saturday), .call("2026-08-01T12:00:00+10:00"),
            .notInLine, .days
        ).never(),
        JudgeCase(
            "The day after the plan's end does not count", calls(.saturday, to: "2026-07-31"),
            .call("2026-07-31T12:00:00+10:00"), .notInLine, .days
        ).never(),
        JudgeCase(
            "A window and a daily count", Plan.partialPhone(.window([.tuesday, .thursday]), .limit(1, per: .day)),
            .call("2026-03-03T15:00:00+11:00"), after: [.call("2026-03-03T09:00:00+11:00")], .notInLine, .limit
        ).next("2026-03-05T00:00:00+11:00"),
        JudgeCase(
            "In line at this very second, next is now", calls(.wednesday), .call("2026-03-04T10:00:17+11:00"), .inLine
        ).nextIsNow(),
        JudgeCase(
            "At the wrong site no day will do", Plan.partialFaceToFace(.sites(["Perth"]), .window([.monday])),
            .visit("2026-03-04T10:00:00+11:00", "Parramatta"), .notInLine, .sites
        ).never(),
        JudgeCase(
            "On the wrong day with the wrong number none will do",
            Plan.partialPhone(.number("0412 345 678"), .window([.monday])),
            .call("2026-03-04T10:00:00+11:00", number: "0400 000 000"), .notInLine, .days
        ).never(),
        JudgeCase(
            "Through the OMC only, a general call never is",
            Plan.partialPhone(.window([.monday]), .only(.omc)), .call("2026-03-04T10:00:00+11:00"), .notInLine, .days
        ).never(),
    ]
}
