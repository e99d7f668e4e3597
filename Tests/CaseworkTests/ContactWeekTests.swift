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
        #expect(tuesday.slots[17] == .inLine)
        #expect(tuesday.slots[19] == .notInLine)
        #expect(try stretch(week, "2026-03-08") == [])
    }

    @Test(
        "A window that begins within a half hour is told to the minute, and its half hour is marked as partly in line")
    func withinTheHalfHour() throws {
        let plan = Plan.partialFaceToFace(.window([.tuesday], "10:15", "12:00"))
        let week = try week(plan, .visit("2026-03-04T10:15:00+11:00"))
        let tuesday = try #require(week.days.first { $0.day.weekday == .tuesday })
        #expect(tuesday.slots[20] == .partly)
        #expect(tuesday.slots[21] == .inLine)
        #expect(
            tuesday.stretches.filter { $0.slot == .inLine }.map { [$0.from, $0.to] } == [
                [time("10:15"), time("12:00")]
            ])
    }

    @Test("An appointment is in line from half an hour before to half an hour after")
    func appointment() throws {
        var plan = Plan.partialFaceToFace(.appointment)
        plan.appointments = [Appointment(site: "Parramatta", at: at("2026-03-05T10:45:00+11:00"))]
        let attempt = ContactAttempt(channel: .faceToFace, at: at("2026-03-04T10:15:00+11:00"), site: "Parramatta")
        let week = try week(plan, attempt, site: .parramatta)
        let open = week.days.flatMap { day in
            day.stretches.filter(\.slot.isOpen).map { "\(day.day) \($0.from) \($0.to)" }
        }
        #expect(open == ["2026-03-05 10:15 11:15"])
        // In the half hour that begins with its last second nobody can come.
        plan.appointments = [Appointment(site: "Parramatta", at: at("2026-03-05T10:30:00+11:00"))]
        let half = try self.week(plan, attempt, site: .parramatta)
        #expect(try stretch(half, "2026-03-05") == [20, 21])
        #expect(half.days.allSatisfy { !$0.slots.contains(.partly) })
    }

    @Test("Without a plan too a closed site is closed")
    func closedWithoutPlan() throws {
        let attempt = ContactAttempt(channel: .faceToFace, at: at("2026-04-02T10:15:00+11:00"), site: "Parramatta")
        let week = try [Plan]().week(
            of: attempt, history: [], site: .parramatta, calendar: BusinessCalendar())
        #expect(week.days[4].holiday == "Good Friday")
        for closed in week.days[4...6] { #expect(closed.slots.allSatisfy { $0 == .closed }, "\(closed.day)") }
        #expect(week.days[3].slots[10] == .closed && week.days[3].slots[20] == .noPlan)
    }

    @Test(
        "Windows keep the wall clock in the weeks in which it is set back and forward, and each half hour is judged so",
        arguments: ["2026-04-01", "2026-09-30"])
    func daylightSaving(wednesday: String) throws {
        let plan = Plan.invented(
            phone: .partial(.window([.sunday, .tuesday], "01:30", "10:00")), from: "2026-02-02", to: "2026-12-31")
        let attempt = ContactAttempt.call("\(wednesday)T10:15:00")
        let week = try week(plan, attempt)
        #expect(week.days.count == 7)
        for day in week.days {
            let isOpen = day.day.weekday == .sunday || day.day.weekday == .tuesday
            let open = day.stretches.filter(\.slot.isOpen).map { "\($0.from) \($0.to)" }
            #expect(open == (isOpen ? ["01:30 10:00"] : []), "\(day.day)")
            #expect(day.slots.count == 48)
            for (index, slot) in day.slots.enumerated() where slot != .partly {
                let instant = week.zone.instant(of: day.day, at: time("\(index / 2):\(index % 2 == 0 ? "00" : "30")"))
                var then = attempt
                then.at = instant
                let judged = try [plan].judge(then, history: [], site: nil, calendar: BusinessCalendar())
                #expect((slot == .inLine) == (judged.verdict == .inLine), "\(day.day) \(index)")
            }
        }
    }

    @Test("Another week is that week by the calendar, late on the Sunday before the clock changes too")
    func otherWeeks() throws {
        let late = "2026-10-04T23:40:00"
        let plan = Plan.invented(phone: .partial(.limit(1, per: .week)), from: "2026-02-02", to: "2026-12-31")
        let store = MemoryStore(
            customers: [.invented()], plans: [plan],
            contacts: [.call("2026-09-29T09:10:00"), .call("2026-10-06T11:00:00")])
        let desk = try store.desk(.none)
        let record = try desk.open(Customer.ID(rawValue: 1), at: at(late))
        for (weeks, monday) in [(0, "2026-09-28"), (1, "2026-10-05"), (-1, "2026-09-21"), (-26, "2026-03-30")] {
            let week = try desk.week(of: .call(late), for: record, after: weeks)
            #expect(week.days.first?.day == day(monday))
        }
        let next = try desk.week(of: .call(late), for: record, after: 1)
        #expect(next.remaining == Judgement.Remaining(limit: 1, used: 1, per: .week))
        #expect(next.days[1].contacts.map(\.time) == [time("11:00")])
        #expect(try desk.week(of: .call(late), for: record, after: -1).remaining?.used == 0)
    }

    @Test("Contacts stand on their day, the refused apart from those that count")
    func made() throws {
        let plan = Plan.partialPhone(.limit(2, per: .week))
        let week = try [plan].week(
            of: .call("2026-03-04T10:15:00+11:00"),
            history: [
                .call("2026-03-02T09:10:00+11:00"), .call("2026-03-02T09:40:00+11:00", refused: true),
                .call("2026-03-02T10:00:00+11:00", toOmc: true), .visit("2026-03-02T11:00:00+11:00"),
            ], site: nil, calendar: BusinessCalendar())
        #expect(week.days[0].contacts.map(\.time) == [time("9:10"), time("9:40"), time("10:00")])
        #expect(week.days[0].contacts.map(\.refused) == [false, true, false])
        #expect(week.days[0].contacts.map(\.counts) == [true, false, false])
    }
}
