import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The warning")
struct WarningTests {
    private func office(_ plan: Plan, at now: String = "2026-03-03T11:15", _ channel: Channel = .faceToFace) -> Office {
        Office(store: MemoryStore(customers: [.mai], plans: [plan]), channel: channel, now: at(now))
    }

    /// The first row of words under title and identity.
    private func firstLine(_ person: Operator) -> String {
        person.screen.dropFirst(1).first {
            $0.contains("Face to face:") || $0.contains("Phone:") || $0.contains("Writing:")
        }
            ?? ""
    }

    // MARK: What to do now

    @Test("Within a window the first line says until when a visit is in line")
    func inLine() throws {
        let person = try Operator.atWarning()
        #expect(firstLine(person).contains("In line until 12:00"))
    }

    @Test("Outside the windows the first line says not to serve, and when the next visit may be")
    func notInLine() throws {
        let person = try Operator.atWarning(office(.tuesdaysAndThursdays, at: "2026-03-03T12:00"))
        #expect(firstLine(person).contains("Not in line: do not serve; next Thursday 5 March, 10:00"))
        #expect(person.sees("10:00 to 12:00"))
    }

    @Test("A full restriction says so in its first line")
    func full() throws {
        let person = try Operator.atWarning(office(.invented(faceToFace: .full)))
        #expect(firstLine(person).contains("Full restriction: do not serve"))
        #expect(person.sees("Restricted"))
    }

    @Test("What the register cannot know is asked, in the first line")
    func ask() throws {
        var office = office(.partialFaceToFace(.sites(["Parramatta"])))
        office.site = nil
        let person = try Operator.atWarning(office)
        #expect(firstLine(person).contains("Ask first:"))
    }

    @Test("A safety alert stands beside the name, and again as a block of its own; the first line is the verdict's")
    func safetyAlert() throws {
        var plan = Plan.tuesdaysAndThursdays
        plan.safetyAlert = true
        let person = try Operator.atWarning(office(plan))
        #expect(person.row(with: "Mai NGUYEN").contains("!!! SAFETY ALERT !!!"))
        #expect(firstLine(person).contains("Face to face: In line until 12:00"))
        #expect(person.screen.filter { $0.contains("SAFETY ALERT") }.count == 2)
        #expect(person.sees("F8"))
    }

    @Test("A closed site is said apart: the visit stays in line")
    func closed() throws {
        let everyDay = Plan.partialFaceToFace(.window([], "07:00", "20:00"))
        let person = try Operator.atWarning(office(everyDay, at: "2026-03-03T17:30"))
        #expect(person.sees("In line until 20:00, but the site is closed"))
    }

    @Test("The warning names channels, OMC, backup, how to reach them, end and days left")
    func content() throws {
        var plan = Plan.tuesdaysAndThursdays
        plan.restrictions[.phone] = .full
        plan.notificationAlert = true
        let person = try Operator.atWarning(office(plan), height: 30)
        for words in [
            "NOTIFICATION ALERT", "Partially", "Restricted", "Available", "Tom Nguyen", "Rosa Petrov", "1800 312 004",
            "option 2", "1 August 2026", "days left",
        ] {
            #expect(person.sees(words), "\(words)")
        }
    }

    @Test("Managed by Personalised Services, the Triage option is 1 and the officer is named")
    func personalisedServices() throws {
        let plan = Plan.invented(
            phone: .partial(.only(.psso)), management: .ps, people: PlanPeople(psso: .psManager))
        let person = try Operator.atWarning(office(plan))
        #expect(person.sees("option 1"))
        #expect(person.sees("Ian Walsh"))
        #expect(person.row(with: "Managed by").contains("Personalised Services"))
    }

    @Test(
        "A call for a plan of Personalised Services is passed to them at any level, as its guide does",
        arguments: [Restriction.available, .full, .partial(.window([.monday], "10:00", "12:00"))])
    func passedToPersonalisedServices(phone: Restriction) throws {
        let plan = Plan.invented(phone: phone, management: .ps, people: PlanPeople(psso: .psManager))
        var office = office(plan, .phone)
        office.site = nil
        let person = try Operator.atWarning(office)
        #expect(firstLine(person).contains("Phone: Transfer to Personalised Services, Triage line option 1"))
        #expect(person.doesNotSee("Phone: In line"))
        #expect(person.doesNotSee("do not serve"))
        person.press(.character("1"))
        #expect(firstLine(person).contains("Face to face: In line"))
        office.access = .psManager
        #expect(try Operator.atWarning(office).doesNotSee("Transfer to Personalised Services"))
    }

    @Test("Under a note the warning tells the terms that the verdict goes by, and in place of one not twice (W2)")
    func terms() throws {
        var plan = Plan.partialFaceToFace(.window([.tuesday, .thursday], "10:00", "12:00"), .sites(["Parramatta"]))
        plan.restrictions[.faceToFace]?.note = "See letter of 3 November."
        plan.restrictions[.phone] = Restriction(level: .partial, terms: [.limit(2, per: .week)])
        let person = try Operator.atWarning(office(plan, .phone))
        #expect(person.sees("Partially: See letter of 3 November."))
        #expect(person.sees("terms: Tuesday and Thursday, 10:00 to 12:00; only at Parramatta"))
        #expect(person.sees("Partially: 2 Smart Centre calls a week"))
        #expect(person.screen.filter { $0.contains("terms: ") }.count == 1)
        // In the channel in use the reason tells them.
        person.press(.character("1"))
        #expect(person.screen.filter { $0.contains("Tuesday and Thursday") }.count == 1)
        #expect(person.doesNotSee("terms: "))
    }

    @Test("What is left of a count is not told where no call is in line at any time")
    func countOfNoUse() throws {
        let plan = Plan.partialPhone(.window([.wednesday], "10:00", "12:00"), .only(.omc), .limit(1, per: .day))
        let person = try Operator.atWarning(office(plan, .phone))
        #expect(person.sees("it is Tuesday 11:15. Contact goes through the One Main"))
        #expect(person.doesNotSee("1 left"))
        let other = try Operator.atWarning(
            office(.partialPhone(.window([.wednesday], "10:00", "12:00"), .limit(1, per: .day)), .phone))
        #expect(other.sees("1 left"))
    }

    @Test("In writing, a ban on uploads is said in the first line")
    func uploads() throws {
        let person = try Operator.atWarning(office(.partialWriting(.noUpload)))
        person.press(.character("3"))
        #expect(firstLine(person).contains("Writing: In line, unless it is an upload"))
    }

    // MARK: Acknowledged

    @Test("Nothing else of the record opens before the warning is acknowledged")
    func nothingElse() throws {
        let office = Office()
        let person = try Operator.atWarning(office)
        for letter in "nwvckqo4" { person.press(.character(letter)) }
        person.press(.tab, .right, .function(2), .left, .backTab)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        #expect(office.audited(.warningAcknowledged).isEmpty)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.audited(.warningAcknowledged) == ["MSP-000001"])
    }

    @Test("Who acknowledged the warning, and when, is kept")
    func kept() throws {
        let office = Office()
        let person = try Operator.atWarning(office)
        person.waits(.seconds(40))
        person.press(.enter)
        let entry = try #require(office.store.contents.audit.last { $0.act == .warningAcknowledged })
        #expect(entry.staff == .counter)
        #expect(entry.customer == Customer.mai.id)
        #expect(entry.at == at("2026-03-03T11:15:40+11:00"))
    }

    @Test("Enter pressed twice at once acknowledges once, and the second Enter reaches nothing behind the warning")
    func acknowledgedOnce() throws {
        let office = Office()
        let held = HeldWorker()
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        person.type("nguyen")
        held.answersAll(person)
        person.press(.enter)
        held.answersAll(person)
        person.press(.enter, .enter)
        held.answersAll(person)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.audited(.warningAcknowledged).count == 1)
    }

    @Test("Esc opens nothing and acknowledges nothing; the next opening warns again")
    func escape() throws {
        let office = Office()
        let person = try Operator.atWarning(office)
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find"))
        #expect(office.audited(.warningAcknowledged).isEmpty)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
    }

    @Test("Each opening of the record warns again, though it was acknowledged before")
    func everyOpening() throws {
        let person = try Operator.atRecord()
        person.press(.escape, .enter)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
    }

    @Test("When nothing can be written the record is still read, and its first line says that nothing can be saved")
    func cannotKeep() throws {
        let disk = FullDisk(Office().store)
        disk.fills()
        let person = try Operator.atWarning(Office(disk: disk))
        #expect(person.sees("NOTHING CAN BE SAVED"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    // MARK: Channel and time

    @Test("The digits switch the channel; the verdict is that channel's")
    func channels() throws {
        var plan = Plan.tuesdaysAndThursdays
        plan.restrictions[.phone] = .full
        let person = try Operator.atWarning(office(plan))
        person.press(.character("2"))
        #expect(firstLine(person).contains("Phone: Full restriction: do not serve"))
        person.press(.character("3"))
        #expect(firstLine(person).contains("Writing: In line"))
        person.press(.character("1"))
        #expect(firstLine(person).contains("Face to face: In line until 12:00"))
        person.press(.character("1"))
        #expect(person.sees("This is the verdict for that channel."))
    }

    @Test("At a counter a call goes by the plan's clock, and no call or letter by the counter's hours (R5)")
    func notAtTheCounter() throws {
        var atTen = office(.partialPhone(.window([], "10:00", "12:00")), at: "2026-03-03T10:10")
        atTen.site = "Broken Hill"
        let person = try Operator.atWarning(atTen)
        person.press(.character("2"))
        #expect(firstLine(person).contains("Phone: In line until 12:00"))
        let evening = try Operator.atWarning(office(.invented(), at: "2026-03-03T16:45"))
        #expect(evening.sees("the site is closed"))
        for (key, channel) in [("2", "Phone"), ("3", "Writing")] {
            evening.press(.character(Character(key)))
            #expect(firstLine(evening).contains("\(channel): In line"))
            #expect(evening.doesNotSee("closed"))
        }
        evening.press(.character("1"))
        #expect(evening.sees("the site is closed"))
    }

    @Test("The verdict changes by itself at the minute the window ends")
    func windowEnds() throws {
        let person = try Operator.atWarning()
        person.waits(.seconds(44 * 60))
        #expect(firstLine(person).contains("In line until 12:00"))
        person.waits(.seconds(70))
        #expect(firstLine(person).contains("Not in line"))
    }

    @Test("The verdict of an open record changes by itself too, and it changes back when the next window begins")
    func recordFollows() throws {
        let person = try Operator.atRecord(office(.tuesdaysAndThursdays, at: "2026-03-03T09:58"))
        #expect(person.sees("Not in line"))
        person.waits(.seconds(180))
        #expect(person.sees("In line until 12:00"))
    }

    @Test("At midnight after its last day a plan ends by itself, and the warning with it")
    func planEnds() throws {
        let plan = Plan.invented(faceToFace: .full, to: "2026-03-03")
        let evening = try Operator.atWarning(office(plan, at: "2026-03-03T23:58"))
        #expect(evening.sees("Full restriction"))
        #expect(evening.sees("ends today"))
        let night = try Operator(office(plan, at: "2026-03-04T00:00"))
        night.type("nguyen")
        night.press(.enter)
        #expect(night.row(with: "MSP Desk").contains("Record"))
        #expect(night.sees("No plan in force: serve as usual"))
    }

    // MARK: No warning

    @Test("Without a plan there is no warning, and the record says what was looked at")
    func noPlan() throws {
        let office = Office(store: MemoryStore(customers: [.mai]))
        let person = try Operator.atRecord(office)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees("No plan in force"))
        #expect(office.audited(.warningAcknowledged).isEmpty)
        person.press(.character("w"))
        #expect(person.sees("there is no warning"))
    }

    @Test("A provider's plan alone brings no warning")
    func providerAlone() throws {
        let provider = Plan.invented("ESP-000009", faceToFace: .full, provider: true)
        let person = try Operator.atRecord(office(provider))
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees("No plan in force"))
        // Nor is it told of elsewhere, where it would look like the opposite (R12).
        for tab in "16" {
            person.type(String(tab))
            #expect(person.doesNotSee("ESP-000009"), "\(tab)")
        }
    }

    @Test("Beside an agency plan a provider's plan is shown as information")
    func providerBeside() throws {
        let store = MemoryStore(
            customers: [.mai],
            plans: [.tuesdaysAndThursdays, .invented("ESP-000009", faceToFace: .full, provider: true)])
        let person = try Operator.atWarning(Office(store: store), height: 30)
        #expect(person.sees("ESP-000009"))
        #expect(person.sees("information only"))
        #expect(firstLine(person).contains("In line"))
    }

    // MARK: Any terminal

    @Test("At 40 columns, without colour and in plain ASCII, verdict, person and acknowledgement are all there")
    func poorTerminal() throws {
        var plan = Plan.tuesdaysAndThursdays
        plan.safetyAlert = true
        let person = try Operator(
            office(plan, at: "2026-03-03T12:00"), width: 40, height: 12, depth: .none, isASCII: true)
        person.type("nguyen")
        person.press(.enter)
        #expect(person.sees("SAFETY ALERT"))
        #expect(person.sees("Not in line: do not serve"))
        #expect(person.sees("Mai NGUYEN"))
        #expect(person.sees("PRACTICE"))
        #expect(person.row(with: "Enter").contains("I have read this"))
        #expect(!person.screen.contains { $0.contains { !$0.isASCII } })
    }

    @Test("What does not fit is reached by scrolling")
    func scrolling() throws {
        let person = try Operator.atWarning(width: 40, height: 12)
        #expect(person.doesNotSee("1800 312 004"))
        var seen = false
        for _ in 0..<40 {
            seen = seen || person.sees("1800 312 004")
            person.press(.down)
        }
        #expect(seen)
    }
}
