import Casework
import TestSupport
import Testing

@Suite("The week as a picture (R5)")
struct ContactWeekTests {
    private func week(_ plan: Plan, _ attempt: ContactAttempt, site: Site? = nil) throws -> ContactWeek {
        try [plan].week(of: attempt, history: [], site: site, calendar: BusinessCalendar())
    }

    private func stretch(_ week: ContactWeek, _ name: String) throws -> [Int] {
        let day = try #require(week.days.first { $0.day.description == name })
        return day.slots.indices.filter { day.slots[$0] == .inLine }
    }

    @Test("Tuesday and Thursday from 10 to 12 are in line, and no other half hour of the week")
    func windows() throws {
        let plan = Plan.partialFaceToFace(.window([.tuesday, .thursday], "10:00", "12:00"))
        let week = try week(plan, .visit("2026-03-04T10:15:00+11:00"))
        #expect(week.days.map(\.day.weekday) == Weekday.allCases)
        #expect(try stretch(week, "2026-03-03") == [20, 21, 22, 23])
        #expect(try stretch(week, "2026-03-05") == [20, 21, 22, 23])
        #expect(try stretch(week, "2026-03-04") == [])
    }

    @Test("A known site is closed outside its hours, on weekends and on a public holiday")
    func closed() throws {
        let plan = Plan.partialFaceToFace(.sites(["Parramatta"]))
        let attempt = ContactAttempt(channel: .faceToFace, at: at("2026-04-02T10:15:00+11:00"), site: "Parramatta")
        let week = try week(plan, attempt, site: .parramatta)
        let friday = try #require(week.days.first { $0.day.description == "2026-04-03" })
        #expect(friday.holiday == "Good Friday")
        #expect(friday.slots.allSatisfy { $0 == .closed })
        let thursday = try #require(week.days.first { $0.day.description == "2026-04-02" })
        #expect(thursday.slots[0] == .closed)
        #expect(thursday.slots[20] == .inLine)
        let saturday = try #require(week.days.first { $0.day.description == "2026-04-04" })
        #expect(saturday.slots.allSatisfy { $0 == .closed })
    }

    @Test("A used-up count closes the rest of the week")
    func limit() throws {
        let plan = Plan.partialPhone(.limit(1, per: .week))
        let call = "2026-03-03T09:00:00+11:00"
        let week = try [plan].week(
            of: .call("2026-03-04T10:15:00+11:00"), history: [.call(call)], site: nil,
            calendar: BusinessCalendar())
        #expect(week.remaining == Judgement.Remaining(limit: 1, used: 1, per: .week))
        let tuesday = try #require(week.days.first { $0.day.description == "2026-03-03" })
        #expect(tuesday.slots[18] == .inLine)
        #expect(tuesday.slots[19] == .notInLine)
        #expect(try stretch(week, "2026-03-08") == [])
    }
}
