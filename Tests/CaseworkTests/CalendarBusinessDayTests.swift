import Testing

@testable import Casework

@Suite("Business days, with and without public holidays (P5)")
struct CalendarBusinessDayTests {
    let calendar = BusinessCalendar()

    func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    @Test(
        "The day so many business days after another skips the state's holidays",
        arguments: [
            ("2026-03-06", 1, AustralianState.nsw, "2026-03-09"),
            ("2026-03-06", 1, .vic, "2026-03-10"),
            ("2026-04-02", 1, .nsw, "2026-04-07"),
            ("2026-04-24", 1, .nsw, "2026-04-28"),
            ("2026-04-24", 1, .vic, "2026-04-27"),
            ("2025-12-24", 1, .qld, "2025-12-29"),
            ("2026-12-24", 2, .tas, "2026-12-30"),
            ("2026-02-02", 10, .nsw, "2026-02-16"),
            ("2026-02-07", 1, .nsw, "2026-02-09"),
            ("2026-02-07", 0, .nsw, "2026-02-07"),
            ("2026-04-07", -1, .nsw, "2026-04-02"),
            ("2026-03-09", -1, .nsw, "2026-03-06"),
            ("2026-03-10", -1, .vic, "2026-03-06"),
        ])
    func counted(from: String, count: Int, state: AustralianState, expected: String) throws {
        #expect(try calendar.businessDay(count, after: day(from), in: state) == day(expected))
    }

    @Test("The incident system counts on over holidays, forwards and backwards")
    func system() throws {
        #expect(BusinessCalendar.systemBusinessDay(1, after: try day("2026-04-02")) == (try day("2026-04-03")))
        #expect(BusinessCalendar.systemBusinessDay(10, after: try day("2026-02-02")) == (try day("2026-02-16")))
        #expect(BusinessCalendar.systemBusinessDay(-1, after: try day("2026-04-06")) == (try day("2026-04-03")))
        #expect(BusinessCalendar.systemBusinessDay(5, after: try day("2026-02-07")) == (try day("2026-02-13")))
        #expect(BusinessCalendar.systemBusinessDay(0, after: try day("2026-02-07")) == (try day("2026-02-07")))
    }

    @Test("A fortnight over Easter holds ten business days, eight of them worked")
    func easter() throws {
        let (from, to) = (try day("2026-03-30"), try day("2026-04-10"))
        #expect(BusinessCalendar.businessDays(from: from, to: to) == 10)
        #expect(try calendar.workingDays(from: from, to: to, in: .nsw) == 8)
        #expect(
            try calendar.holidays(from: from, to: to, in: .nsw).map(\.name)
                == ["Good Friday", "Easter Saturday", "Easter Sunday", "Easter Monday"])
    }

    @Test("Working days are those of the span that are neither weekend nor holiday, whatever the span")
    func propertyOfSpans() throws {
        var seed: UInt64 = 20_260_304
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let first = try day("2024-01-01")
        for _ in 0..<400 {
            let state = AustralianState.allCases[random(AustralianState.allCases.count)]
            let from = first.advanced(by: random(1000))
            let to = from.advanced(by: random(300))
            let working = try calendar.workingDays(from: from, to: to, in: state)
            let business = BusinessCalendar.businessDays(from: from, to: to)
            var byHand = 0
            for each in from...to where try calendar.isWorkingDay(each, in: state) { byHand += 1 }
            #expect(working <= business)
            #expect(working == byHand, "\(state) \(from) \(to)")
            if working > 0, try calendar.isWorkingDay(to, in: state) {
                let before = from.advanced(by: -1)
                guard calendar.isKnown(before, in: state) else { continue }
                #expect(try calendar.businessDay(working, after: before, in: state) == to)
                #expect(BusinessCalendar.systemBusinessDay(business, after: before) == to)
            }
        }
    }

    @Test("A span that ends before it starts, and a count that runs out of known days, are refused")
    func refusals() throws {
        let (from, to) = (try day("2026-03-10"), try day("2026-03-09"))
        #expect(throws: CalendarError.endsBeforeStart(from, to)) {
            try calendar.workingDays(from: from, to: to, in: .nsw)
        }
        #expect(throws: CalendarError.holidaysUnknown(.nsw, after: try day("2027-12-31"))) {
            try calendar.businessDay(1, after: day("2027-12-31"), in: .nsw)
        }
        #expect(throws: CalendarError.holidaysNotHeld(.nsw, before: try day("2024-01-01"))) {
            try calendar.businessDay(-1, after: day("2024-01-01"), in: .nsw)
        }
    }
}
