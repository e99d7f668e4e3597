import Casework
import TestSupport
import Testing

@Suite("Time limits of procedures, as days and times")
struct TimeLimitTests {
    private let schedule = Schedule(
        calendar: BusinessCalendar(), state: .nsw, zone: zone("Australia/Sydney"), planStart: day("2026-02-02"),
        planEnd: day("2026-08-01"), incident: at("2026-03-02T23:30"))

    private func due(_ text: String, from now: String = "2026-03-06T15:00") throws -> DueTime {
        schedule.due(try #require(TimeLimit(text)), reached: at(now)) { $0 == "agreed" ? day("2026-03-10") : nil }
    }

    @Test("Business days leave out weekends and public holidays of the state; the day itself is not counted")
    func businessDays() throws {
        #expect(try due("2 business days") == .day(day("2026-03-10")))
        // Good Friday is 3 April and Easter Monday 6 April 2026.
        #expect(try due("1 business day", from: "2026-04-02T10:00") == .day(day("2026-04-07")))
        #expect(try due("1 business day before end") == .day(day("2026-07-31")))
    }

    @Test("Business hours run from 8:30 to 16:30 on working days")
    func businessHours() throws {
        #expect(try due("3 business hours") == .instant(at("2026-03-09T10:00")))
        #expect(try due("3 business hours", from: "2026-03-06T07:00") == .instant(at("2026-03-06T11:30")))
        #expect(try due("3 business hours", from: "2026-03-06T13:30") == .instant(at("2026-03-06T16:30")))
        #expect(try due("1 business hour", from: "2026-03-07T12:00") == .instant(at("2026-03-09T09:30")))
    }

    @Test("Days, weeks and months count every day; hours count to the minute, across a change of the clock too")
    func plain() throws {
        #expect(try due("14 days") == .day(day("2026-03-20")))
        #expect(try due("28 days before end") == .day(day("2026-07-04")))
        #expect(try due("2 weeks after start") == .day(day("2026-02-16")))
        #expect(try due("1 month", from: "2026-01-31T10:00") == .day(day("2026-02-28")))
        #expect(try due("48 hours after incident") == .instant(at("2026-03-04T23:30")))
        #expect(try due("3 hours", from: "2026-04-05T01:30") == .instant(at("2026-04-05T03:30")))
        #expect(try due("3 days after answer:agreed") == .day(day("2026-03-13")))
        #expect(try due("at once") == .atOnce)
    }

    @Test("What cannot be counted says why, and never guesses")
    func unknown() throws {
        #expect(try due("3 days after answer:other") == .unknown("its day was not given"))
        let bare = Schedule(calendar: BusinessCalendar(), state: .nsw, zone: zone("Australia/Sydney"))
        let end = try #require(TimeLimit("28 days before end"))
        #expect(bare.due(end, reached: at("2026-03-06T15:00")) == .unknown("no plan is in force"))
        let far = try due("5 business days", from: "2090-01-02T10:00")
        guard case .unknown(let why) = far else {
            Issue.record("\(far)")
            return
        }
        #expect(why.contains("known up to"))
    }

    @Test(
        "A limit reads back as it was written",
        arguments: [
            "5 business days", "1 business day", "3 business hours", "28 days before the plan's end", "at once",
        ])
    func words(text: String) throws {
        let limit = try #require(TimeLimit(text.replacing("the plan's ", with: "")))
        #expect(limit.words == text)
    }

    @Test(
        "What is no limit is refused",
        arguments: [
            "", "soon", "five days", "5", "days", "5 workdays", "-5 days", "0 days", "5 days before",
            "5 days since end",
            "5 days after answer:", "28 days end", "10000 days", "9223372036854775807 hours", "99999999999999 months",
        ])
    func refused(text: String) { #expect(TimeLimit(text) == nil) }

    @Test("It is said as a day or a time, seen from now")
    func said() {
        let (sydney, now) = (zone("Australia/Sydney"), at("2026-03-06T15:00"))
        #expect(DueTime.day(day("2026-03-10")).words(in: sydney, from: now) == "by Tuesday 10 March")
        #expect(DueTime.day(day("2026-03-06")).words(in: sydney, from: now) == "today")
        #expect(DueTime.day(day("2027-03-10")).words(in: sydney, from: now) == "by Wednesday 10 March 2027")
        #expect(DueTime.instant(at("2026-03-06T16:20")).words(in: sydney, from: now) == "by 16:20")
        #expect(DueTime.atOnce.words(in: sydney, from: now) == "at once")
        #expect(DueTime.day(day("2026-03-06")).hasCome(at: now, in: sydney))
        #expect(!DueTime.instant(now + 1).hasCome(at: now, in: sydney))
    }
}
