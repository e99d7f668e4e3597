import Casework
import TestSupport
import Testing

@Suite("Clocks and how instants are written")
struct LocalTimeTests {
    let sydney = zone("Australia/Sydney")

    @Test(
        "An instant is written with its offset, never Z",
        arguments: [
            ("2026-03-04T10:15:00+11:00", "Australia/Sydney"), ("2026-04-05T02:30:00+11:00", "Australia/Sydney"),
            ("2026-04-05T02:30:00+10:00", "Australia/Sydney"), ("2026-07-01T00:00:00+09:30", "Australia/Adelaide"),
            ("2026-01-01T23:59:59+10:30", "Australia/Broken_Hill"), ("2026-01-01T23:59:59+08:00", "Australia/Perth"),
            ("1969-12-31T23:59:59+10:00", "Australia/Sydney"),
        ])
    func written(text: String, identifier: String) {
        #expect(zone(identifier).text(at(text)) == text)
    }

    @Test("The same instant is read from every way to write it")
    func read() {
        let instant = at("2026-03-04T10:15:00+11:00")
        for text in [
            "2026-03-04T10:15+11:00", "2026-03-03T23:15:00Z", "2026-03-04 10:15:00+11:00", "2026-03-04T10:15:00",
            "2026-03-04 10:15", "2026-03-04 10:15:00 +11:00", "2026-03-04T07:15:00+08:00", "2026-03-03T18:15:00-05:00",
        ] {
            #expect(WrittenInstant(text)?.resolved(in: sydney) == instant, "\(text)")
        }
    }

    @Test(
        "What is no instant is not read",
        arguments: [
            "", "2026-03-04", "2026-02-30T10:00:00+11:00", "2026-03-04T24:00:00+11:00", "2026-03-04T10:60:00+11:00",
            "2026-03-04T10:15:60+11:00", "2026-03-04T10:15:00+15:00", "2026-03-04T10:15:00*11:00", "yesterday",
            "2026-03-0410:15", "2026-03-04_10:15", "2026-03-04  10:15",
        ])
    func unread(text: String) {
        #expect(WrittenInstant(text) == nil)
    }

    @Test("A time that the clock skips is the moment of the change; one that it shows twice is the first")
    func changes() {
        #expect(sydney.instant(of: day("2026-10-04"), at: time("2:30")) == at("2026-10-04T03:00:00+11:00"))
        #expect(sydney.instant(of: day("2026-04-05"), at: time("2:30")) == at("2026-04-05T02:30:00+11:00"))
        #expect(
            sydney.instants(of: day("2026-04-05"), at: time("2:30"))
                == [at("2026-04-05T02:30:00+11:00"), at("2026-04-05T02:30:00+10:00")])
        #expect(sydney.instant(of: day("2026-04-05"), at: time("24:00")) == at("2026-04-06T00:00:00+10:00"))
        #expect(sydney.instants(of: day("2026-04-06"), at: time("2:30")) == [at("2026-04-06T02:30:00+10:00")])
    }

    @Test("An unknown zone is an error, never another zone")
    func unknown() {
        #expect(throws: CalendarError.unknownZone("Australia/Nowhere")) { try LocalZone("Australia/Nowhere") }
    }

    @Test("People read the time alone today, and the day with it later")
    func words() {
        let now = at("2026-03-04T10:15:00+11:00")
        #expect(sydney.words(at("2026-03-04T12:00:00+11:00"), from: now) == "12:00")
        #expect(sydney.words(at("2026-03-05T10:00:00+11:00"), from: now) == "tomorrow, Thursday 5 March, 10:00")
        #expect(sydney.words(at("2026-03-10T09:05:00+11:00"), from: now) == "Tuesday 10 March, 9:05")
        #expect(sydney.words(at("2027-01-05T10:00:00+11:00"), from: now) == "Tuesday 5 January 2027, 10:00")
    }
}

@Suite("The verdict in one line (R5)")
struct HeadlineTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let windows = Plan.partialFaceToFace(.window([.tuesday, .thursday], "10:00", "12:00"))

    func headline(_ plan: Plan, _ text: String, _ site: Site? = .parramatta) throws -> String {
        let attempt = ContactAttempt.visit(text, site?.name)
        return try plan.judge(attempt, history: [], site: site, calendar: BusinessCalendar()).headline(at: attempt.at)
    }

    @Test("It says what to do, until when, or when next")
    func lines() throws {
        #expect(try headline(Self.windows, "2026-03-05T10:15:00+11:00").contains("until 12:00"))
        let early = try headline(Self.windows, "2026-03-04T10:15:00+11:00")
        #expect(early.contains("ot in line"))
        #expect(early.contains("tomorrow, Thursday 5 March, 10:00"))
        let full = try headline(.invented(faceToFace: .full), "2026-03-04T10:15:00+11:00")
        #expect(full.contains("ull restriction: do not serve"))
        #expect(!full.contains("next"))
        let closed = try headline(.invented(), "2026-03-07T10:15:00+11:00")
        #expect(closed.contains("closed until Monday 9 March, 8:30"))
        let asked = try headline(.partialFaceToFace(.sites(["Parramatta"])), "2026-03-04T10:15:00+11:00", nil)
        #expect(asked.contains("which site is this?"))
    }
}
