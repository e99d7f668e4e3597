import Casework
import TestSupport
import Testing

/// In 2026 the clocks of the south-east go back on 5 April (3:00 shows 2:00 again) and forward on 4 October (2:00 is
/// 3:00); Queensland, Western Australia and the Northern Territory keep theirs.
@Suite("Daylight saving (R5)")
struct JudgeDaylightSavingTests {
    @Test("A window is kept by what the clock shows", arguments: back + forward + elsewhere)
    func judged(row: JudgeCase) throws { try row.check() }

    static func phone(
        _ days: Set<Weekday>, _ from: String, _ to: String, state: AustralianState = .nsw,
        inSpring: Bool = false
    ) -> Plan {
        .invented(
            phone: .partial(.window(days, from, to)), state: state, from: inSpring ? "2026-09-07" : "2026-02-02",
            to: inSpring ? "2027-02-28" : "2026-08-01")
    }

    static let repeated = phone([], "02:00", "03:00")
    static let halfRepeated = phone([], "02:30", "03:00")
    static let sundays = Plan.partialPhone(.window([.sunday]))
    static let mondayNine = phone([.monday], "09:00", "10:00")

    static let back: [JudgeCase] = [
        JudgeCase(
            "Before the repeated hour", repeated, .call("2026-04-05T01:59:59+11:00"), .notInLine, .days
        ).next("2026-04-05T02:00:00+11:00"),
        JudgeCase("The repeated hour the first time", repeated, .call("2026-04-05T02:30:00+11:00"), .inLine),
        JudgeCase("Its last second the first time", repeated, .call("2026-04-05T02:59:59+11:00"), .inLine),
        JudgeCase("The repeated hour begins again", repeated, .call("2026-04-05T02:00:00+10:00"), .inLine),
        JudgeCase("The repeated hour the second time", repeated, .call("2026-04-05T02:59:59+10:00"), .inLine),
        JudgeCase(
            "After the repeated hour", repeated, .call("2026-04-05T03:00:00+10:00"), .notInLine, .days
        ).next("2026-04-06T02:00:00+10:00"),
        JudgeCase(
            "Half of the repeated hour: the first half again is outside", halfRepeated,
            .call("2026-04-05T02:00:00+10:00"), .notInLine, .days
        ).next("2026-04-05T02:30:00+10:00"),
        JudgeCase(
            "Half of the repeated hour: it holds a second time", halfRepeated, .call("2026-04-05T02:30:00+10:00"),
            .inLine),
        JudgeCase(
            "A window up to the repeated hour is over before it", phone([], "01:00", "02:00"),
            .call("2026-04-05T02:00:00+11:00"), .notInLine, .days
        ).next("2026-04-06T01:00:00+10:00"),
        JudgeCase("A Sunday of 25 hours begins", sundays, .call("2026-04-05T00:00:00+11:00"), .inLine),
        JudgeCase("A Sunday of 25 hours ends", sundays, .call("2026-04-05T23:59:59+10:00"), .inLine),
        JudgeCase(
            "After a Sunday of 25 hours", sundays, .call("2026-04-06T00:00:00+10:00"), .notInLine, .days
        ).next("2026-04-12T00:00:00+10:00"),
        JudgeCase(
            "The next window lies on the new clock", mondayNine, .call("2026-04-04T12:00:00+11:00"), .notInLine, .days
        ).next("2026-04-06T09:00:00+10:00"),
        JudgeCase("Nine on the new clock", mondayNine, .call("2026-04-06T09:00:00+10:00"), .inLine),
        JudgeCase(
            "Nine on the old clock is eight", mondayNine, .call("2026-04-06T09:00:00+11:00"), .notInLine, .days),
    ]

    static let missing = phone([], "02:00", "03:00", inSpring: true)
    static let springMonday = phone([.monday], "09:00", "10:00", inSpring: true)

    static let forward: [JudgeCase] = [
        JudgeCase(
            "A window that the clock jumps over comes the next day", missing, .call("2026-10-04T01:59:59+10:00"),
            .notInLine, .days
        ).next("2026-10-05T02:00:00+11:00"),
        JudgeCase(
            "After the jump it is past the window", missing, .call("2026-10-04T03:00:00+11:00"), .notInLine, .days
        ).next("2026-10-05T02:00:00+11:00"),
        JudgeCase(
            "A window that begins in the gap begins after it", phone([], "02:30", "04:00", inSpring: true),
            .call("2026-10-04T01:59:59+10:00"), .notInLine, .days
        ).next("2026-10-04T03:00:00+11:00"),
        JudgeCase(
            "A window that begins in the gap holds right after it", phone([], "02:30", "04:00", inSpring: true),
            .call("2026-10-04T03:00:00+11:00"), .inLine),
        JudgeCase(
            "A window that ends in the gap holds up to it", phone([], "01:00", "02:30", inSpring: true),
            .call("2026-10-04T01:59:59+10:00"), .inLine),
        JudgeCase(
            "A window that ends in the gap is over after it", phone([], "01:00", "02:30", inSpring: true),
            .call("2026-10-04T03:00:00+11:00"), .notInLine, .days
        ).next("2026-10-05T01:00:00+11:00"),
        JudgeCase(
            "A Sunday of 23 hours begins",
            phone([.sunday], "00:00", "24:00", inSpring: true), .call("2026-10-04T00:00:00+10:00"), .inLine),
        JudgeCase(
            "A Sunday of 23 hours ends", phone([.sunday], "00:00", "24:00", inSpring: true),
            .call("2026-10-04T23:59:59+11:00"), .inLine),
        JudgeCase(
            "After a Sunday of 23 hours", phone([.sunday], "00:00", "24:00", inSpring: true),
            .call("2026-10-05T00:00:00+11:00"), .notInLine, .days),
        JudgeCase(
            "The next window lies on the summer clock", springMonday, .call("2026-10-03T12:00:00+10:00"), .notInLine,
            .days
        ).next("2026-10-05T09:00:00+11:00"),
        JudgeCase("Nine on the summer clock", springMonday, .call("2026-10-05T09:00:00+11:00"), .inLine),
        JudgeCase(
            "Nine on the winter clock is ten", springMonday, .call("2026-10-05T09:00:00+10:00"), .notInLine, .days),
    ]

    static let adelaide = phone([], "09:00", "10:00", state: .sa)
    static let darwin = phone([], "09:00", "10:00", state: .nt)
    static let perth = phone([], "09:00", "10:00", state: .wa)
    static let tueTen = Plan.partialFaceToFace(.window([.tuesday], "10:00", "12:00"))

    static let elsewhere: [JudgeCase] = [
        JudgeCase("Adelaide before the change", adelaide, .call("2026-04-04T09:00:00+10:30"), .inLine),
        JudgeCase("Adelaide after the change", adelaide, .call("2026-04-05T09:00:00+09:30"), .inLine),
        JudgeCase(
            "Adelaide's old nine is eight", adelaide, .call("2026-04-05T09:00:00+10:30"), .notInLine, .days
        ).next("2026-04-05T09:00:00+09:30"),
        JudgeCase("Darwin before the others change", darwin, .call("2026-04-04T09:00:00+09:30"), .inLine),
        JudgeCase("Darwin after the others change", darwin, .call("2026-04-05T09:59:59+09:30"), .inLine),
        JudgeCase("Darwin's window ends", darwin, .call("2026-04-05T10:00:00+09:30"), .notInLine, .days)
            .next("2026-04-06T09:00:00+09:30"),
        JudgeCase("Perth before and after is the same", perth, .call("2026-04-05T09:00:00+08:00"), .inLine),
        JudgeCase(
            "Brisbane has the hour that Sydney jumps over", phone([], "02:00", "03:00", state: .qld, inSpring: true),
            .call("2026-10-04T02:30:00+10:00"), .inLine),
        JudgeCase(
            "Brisbane has no repeated hour", phone([], "02:00", "03:00", state: .qld),
            .call("2026-04-05T03:00:00+10:00"), .notInLine, .days
        ).next("2026-04-06T02:00:00+10:00"),
        JudgeCase(
            "Broken Hill changes with Adelaide's clock", tueTen, .visit("2026-04-07T10:00:00+09:30", "Broken Hill"),
            .inLine
        ).siteOpen(),
        JudgeCase(
            "Ten in Sydney is half past nine in Broken Hill in winter too", tueTen,
            .visit("2026-04-07T10:00:00+10:00", "Broken Hill"), .notInLine, .days
        ).next("2026-04-07T10:00:00+09:30"),
        JudgeCase(
            "Over the change Broken Hill's next window lies on its new clock", tueTen,
            .visit("2026-04-02T10:00:00+10:30", "Broken Hill"), .notInLine, .days
        ).next("2026-04-07T10:00:00+09:30"),
        JudgeCase(
            "A variation in the repeated hour ends at its own instant",
            Plan.invented(
                phone: .full,
                variations: [
                    Variation(
                        channel: .phone, from: at("2026-04-05T02:00:00+11:00"), to: at("2026-04-05T02:30:00+10:00"))
                ]), .call("2026-04-05T02:29:59+10:00"), .inLine, .variation),
        JudgeCase(
            "An appointment's half hour runs over the change",
            Plan.invented(
                faceToFace: .partial(.appointment),
                appointments: [Appointment(site: "Dubbo", at: at("2026-04-05T02:45:00+11:00"))]),
            .visit("2026-04-05T02:15:00+10:00", "Dubbo"), .inLine),
    ]
}
