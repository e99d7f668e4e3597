import Testing

@testable import Casework

@Suite("Public holidays, state by state (P5)")
struct CalendarHolidayTests {
    let calendar = BusinessCalendar()

    func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    @Test(
        "Every state keeps as many whole-state holidays a year as it published",
        arguments: [
            (AustralianState.nsw, [2024: 11, 2025: 11, 2026: 13, 2027: 14]),
            (.vic, [2024: 13, 2025: 13, 2026: 14]),
            (.qld, [2024: 11, 2025: 11, 2026: 12, 2027: 13, 2028: 12]),
            (.sa, [2024: 12, 2025: 12, 2026: 13, 2027: 14]),
            (.wa, [2024: 11, 2025: 11, 2026: 13, 2027: 14]),
            (.tas, [2024: 9, 2025: 9, 2026: 9, 2027: 11]),
            (.act, [2024: 13, 2025: 13, 2026: 15, 2027: 15, 2028: 14, 2029: 13]),
            (.nt, [2024: 12, 2025: 12, 2026: 13, 2027: 14]),
        ])
    func counts(state: AustralianState, expected: [Int: Int]) throws {
        for (year, count) in expected {
            #expect(try calendar.holidays(in: state, year: year).count == count, "\(state) \(year)")
        }
    }

    @Test("No line of the holiday data is lost or doubled", arguments: AustralianState.allCases)
    func dataReads(state: AustralianState) {
        let data = PublicHolidays.of(state)
        let years = Set(data.days.map(\.day.year))
        #expect(data.knownTo > PublicHolidays.firstDay)
        #expect(Set(data.days.map(\.day)).count == data.days.count)
        #expect(years == Set(2024...data.knownTo.year))
        #expect(data.days.allSatisfy { !$0.name.isEmpty && $0.name.first?.isWhitespace == false })
    }

    @Test("A line that is no holiday is left out, and a day before the data begins is none")
    func badLine() {
        let data = PublicHolidays(knownTo: "2024-12-31", days: "2024-13-01 Nothing\n2024-05-01 Something\n2024-05-02")
        #expect(data.days.map(\.name) == ["Something"])
    }

    @Test(
        "These days are holidays",
        arguments: [
            ("2026-01-26", AustralianState.nsw, "Australia Day"),
            ("2025-01-27", .qld, "Australia Day (substitute day)"),
            ("2026-04-27", .nsw, "Anzac Day (additional day)"),
            ("2027-04-26", .nsw, "Anzac Day (additional day)"),
            ("2026-04-25", .vic, "Anzac Day"),
            ("2026-04-27", .act, "Anzac Day (additional day)"),
            ("2027-04-26", .act, "Anzac Day (substitute day)"),
            ("2026-04-27", .wa, "Anzac Day (additional day)"),
            ("2027-04-26", .qld, "Anzac Day (substitute day)"),
            ("2027-04-26", .nt, "Anzac Day (substitute day)"),
            ("2024-09-27", .vic, "Friday before the AFL Grand Final"),
            ("2025-09-26", .vic, "Friday before the AFL Grand Final"),
            ("2026-09-25", .vic, "Friday before the AFL Grand Final"),
            ("2026-11-03", .vic, "Melbourne Cup Day"),
            ("2024-09-23", .wa, "King's Birthday"),
            ("2025-09-29", .wa, "King's Birthday"),
            ("2026-09-28", .wa, "King's Birthday"),
            ("2026-06-01", .wa, "Western Australia Day"),
            ("2026-10-05", .qld, "King's Birthday"),
            ("2026-05-04", .qld, "Labour Day"),
            ("2026-05-04", .nt, "May Day"),
            ("2026-08-03", .nt, "Picnic Day"),
            ("2026-03-09", .sa, "Adelaide Cup Day"),
            ("2026-12-26", .sa, "Proclamation Day"),
            ("2026-12-28", .sa, "Proclamation Day (additional day)"),
            ("2026-03-09", .tas, "Eight Hours Day"),
            ("2026-12-28", .tas, "Boxing Day (substitute day)"),
            ("2027-03-28", .tas, "Easter Sunday"),
            ("2026-03-09", .act, "Canberra Day"),
            ("2025-06-02", .act, "Reconciliation Day"),
            ("2026-06-01", .act, "Reconciliation Day"),
            ("2027-12-27", .nsw, "Christmas Day (additional day)"),
            ("2028-01-03", .qld, "New Year's Day (additional day)"),
        ])
    func isHoliday(text: String, state: AustralianState, name: String) throws {
        #expect(try calendar.holiday(on: day(text), in: state)?.name == name)
    }

    @Test(
        "These days are none: another state's, a city's, a bank's or half a day's",
        arguments: [
            ("2026-04-27", AustralianState.vic), ("2026-04-27", .qld), ("2026-04-27", .sa), ("2026-04-27", .tas),
            ("2026-04-27", .nt), ("2027-04-26", .sa), ("2027-04-26", .tas), ("2026-08-03", .nsw),
            ("2026-08-12", .qld), ("2026-12-24", .qld), ("2026-12-24", .sa), ("2026-12-31", .nt),
            ("2026-02-09", .tas), ("2026-11-02", .tas), ("2026-04-07", .tas), ("2026-04-04", .wa),
            ("2026-04-05", .tas), ("2026-07-24", .nt), ("2026-06-08", .wa), ("2026-06-08", .qld),
            ("2025-01-26", .nsw), ("2026-12-26", .tas), ("2026-09-25", .nsw),
        ])
    func isNone(text: String, state: AustralianState) throws {
        #expect(try calendar.holiday(on: day(text), in: state) == nil)
    }

    @Test("Good Friday and Christmas Day are kept everywhere, each year", arguments: AustralianState.allCases)
    func everywhere(state: AustralianState) throws {
        for text in ["2024-03-29", "2025-04-18", "2026-04-03", "2027-03-26", "2024-12-25", "2025-12-25", "2026-12-25"] {
            #expect(try calendar.holiday(on: day(text), in: state) != nil, "\(text)")
        }
    }

    @Test("Past what a state has published the answer is an error that says how far it is known")
    func horizon() throws {
        for state in AustralianState.allCases {
            let last = calendar.knownDays(in: state).upperBound
            #expect(last >= (try day("2027-08-31")))
            #expect(throws: CalendarError.holidaysUnknown(state, after: last)) {
                try calendar.holiday(on: last.advanced(by: 1), in: state)
            }
            #expect(throws: CalendarError.holidaysUnknown(state, after: last)) {
                try calendar.holidays(in: state, year: last.year + 1)
            }
            #expect(throws: CalendarError.holidaysNotHeld(state, before: try day("2024-01-01"))) {
                try calendar.holidays(in: state, year: 2023)
            }
        }
    }

    @Test("Victoria's 2027 is not told until the Friday before the Grand Final is added, and then it is whole")
    func grandFinalToCome() throws {
        let last = try day("2027-08-31")
        #expect(throws: CalendarError.holidaysUnknown(.vic, after: last)) {
            try calendar.holidays(in: .vic, year: 2027)
        }
        let friday = PublicHoliday(day: try day("2027-09-24"), name: "Friday before the AFL Grand Final")
        let told = BusinessCalendar(added: [.vic: [friday]])
        let names = try told.holidays(in: .vic, year: 2027).map(\.name)
        #expect(names.count == 15)
        #expect(names.contains("Melbourne Cup Day"))
    }

    @Test("An added day makes its year known and comes after the program's own")
    func added() throws {
        let mourning = PublicHoliday(day: try day("2026-05-20"), name: "Day of Mourning")
        let renamed = PublicHoliday(day: try day("2026-01-26"), name: "Something else")
        let later = PublicHoliday(day: try day("2028-01-03"), name: "New Year's Day (additional day)")
        let told = BusinessCalendar(added: [.nsw: [later, mourning, renamed]])
        #expect(try told.holiday(on: mourning.day, in: .nsw) == mourning)
        #expect(try told.holidays(in: .nsw, year: 2026).count == 14)
        #expect(try told.holidays(in: .nsw, year: 2028) == [later])
        #expect(told.knownDays(in: .nsw).upperBound == (try day("2028-12-31")))
        #expect(!told.isKnown(later.day, in: .sa))
        #expect(try told.holidays(in: .nsw, year: 2026).first { $0.day == renamed.day }?.name == "Australia Day")
    }

    @Test("An added day makes known only years that follow without a gap on what is known (P5)")
    func addedBeyondGap() throws {
        func known(_ days: String...) throws -> CalendarDay {
            let added = try days.map { PublicHoliday(day: try day($0), name: "Added") }
            return BusinessCalendar(added: [.vic: added]).knownDays(in: .vic).upperBound
        }
        #expect(try known("2082-01-26") == (try day("2027-08-31")))
        #expect(try known("2028-01-03", "2082-01-26") == (try day("2027-08-31")))
        #expect(try known("2027-09-24", "2028-01-03", "2030-01-01") == (try day("2028-12-31")))
        let far = PublicHoliday(day: try day("2082-01-26"), name: "Added")
        #expect(try BusinessCalendar(added: [.vic: [far]]).holiday(on: far.day, in: .vic) == far)
    }
}
