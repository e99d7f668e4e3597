import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The timeline of a record")
struct TimelineTests {
    /// Mai's record with a plan, two contacts, a note, a health check and two incidents, on its timeline.
    private func atTimeline(width: Int = 80, height: Int = 24, plans: [Plan] = []) throws -> Operator {
        var refused = Contact.visit("2026-02-12T10:15", refused: true)
        refused.verdict = .notInLine
        let store = MemoryStore(
            customers: [.mai], plans: [.tuesdaysAndThursdays] + plans,
            contacts: [refused, .call("2026-03-02T09:00")], incidents: Incident.ofMai)
        let desk = try store.desk(.manager)
        _ = try desk.save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let parts = NoteType.named(NoteType.ID(rawValue: "health-check"))?.parts.filter(\.required) ?? []
        _ = try desk.save(
            NoteContent(
                type: NoteType.ID(rawValue: "health-check"),
                fields: Dictionary(uniqueKeysWithValues: parts.map { ($0.name, "Nothing new.") })),
            for: Customer.mai.id, at: at("2026-02-16T14:00"))
        let person = try Operator.atRecord(Office(store: store), width: width, height: height)
        person.press(.character("6"))
        return person
    }

    @Test("Contacts, notes, checks, the plan, its reviews and incidents stand in lanes, each told by its own sign")
    func lanes() throws {
        let person = try atTimeline()
        for (lane, sign) in [
            ("Plans", "[ MSP-000001 reactive"), ("Contacts", "x"), ("Notes ", "n"), ("Health checks", "+"),
            ("Incidents ", "!"),
        ] {
            #expect(person.screen.contains { $0.hasPrefix(lane) && $0.contains(sign) }, "\(lane)")
        }
        #expect(person.sees("today"))
        #expect(person.sees("Six months: 1 November 2025 to 2 May 2026"))
    }

    @Test("What was in one hour stands in the order of its minutes, whatever its sort")
    func sameHour() throws {
        let store = MemoryStore(
            customers: [.mai], plans: [.tuesdaysAndThursdays], contacts: [.call("2026-03-02T10:50")])
        let desk = try store.desk(.manager)
        _ = try desk.save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:55"))
        _ = try desk.save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator.atRecord(Office(store: store), height: 60)
        person.press(.character("6"))
        let times = person.screen.filter { $0.contains("2026-03-02 10:") }.map { $0.dropFirst(13).prefix(5) }
        #expect(times == ["10:05", "10:50", "10:55"])
    }

    @Test("Up and Down choose the entry before and after, Enter opens it whole, and Esc comes back to it")
    func opened() throws {
        let person = try atTimeline()
        #expect(person.row(with: ">").contains("Customer contact"))
        person.press(.up, .up)
        #expect(person.row(with: ">").contains("CIRT-000077"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Incident: CIRT-000077"))
        #expect(person.sees("Shouted on the phone, then apologised."))
        #expect(person.sees("26 February 2026 10:55 by Tom Nguyen (PR0002)"))
        #expect(person.sees("Face to face: In line until 12:00"))
        person.press(.escape)
        #expect(person.row(with: ">").contains("CIRT-000077"))
    }

    @Test("Each sort of entry opens: plan, reminder, end of the plan, contact, check")
    func everySort() throws {
        let person = try atTimeline(height: 60)
        for (row, words) in [
            ("MSP-000001 reactive, to", "2 February 2026 to 1 August 2026"),
            ("28 days before", "are reminded of its review"),
            ("Plan ends", "by itself, into standard servicing"), ("REFUSED", "it counts against no limit"),
            ("Health check: ", "Payment issues: Nothing new."),
        ] {
            person.click(on: row)
            if person.row(with: "MSP Desk").contains("Record") { person.press(.enter) }
            #expect(person.sees(words), "\(row)")
            person.press(.escape)
        }
    }

    @Test("Plus and minus go closer and wider from two weeks to two years, and the entry chosen stays in sight")
    func zoom() throws {
        let person = try atTimeline()
        for name in ["Two months", "Two weeks"] {
            person.press(.character("+"))
            #expect(person.sees("\(name): "))
            #expect(person.screen.contains { $0.hasPrefix("Notes ") && $0.contains("n") })
        }
        person.press(.character("+"))
        #expect(person.sees("No closer: two weeks are seen."))
        for name in ["Two months", "Six months", "Two years"] {
            person.press(.character("-"))
            #expect(person.sees("\(name): "))
        }
        person.press(.character("-"))
        #expect(person.sees("No wider: two years are seen."))
    }

    @Test("Left and Right look earlier and later, the wheel too, and Home comes back to today")
    func scroll() throws {
        let person = try atTimeline()
        let before = person.screen
        person.press(.left)
        #expect(person.sees("Six months: 17 September 2025 to 18 March 2026"))
        person.press(.right)
        #expect(person.screen == before)
        person.send(.mouse(Mouse(.scrollUp, at: Position(column: 40, row: 10))))
        #expect(person.sees("Six months: 17 September 2025"))
        person.send(.mouse(Mouse(.scrollDown, at: Position(column: 40, row: 10))))
        #expect(person.screen == before)
        person.press(.pageUp, .pageUp)
        #expect(person.sees("Six months: 6 November 2024"))
        #expect(person.doesNotSee("today"))
        person.press(.home)
        #expect(person.sees("today"))
    }

    @Test("From an entry out of sight Up and Down choose what is in sight, and a step beyond brings the picture along")
    func outOfSight() throws {
        let person = try atTimeline()
        person.press(.character("+"), .character("+"), .down)
        #expect(person.row(with: ">").contains("28 days before"))
        #expect(person.sees("2026-07-04"))
        #expect(person.screen.contains { $0.hasPrefix("Reviews") && $0.contains("R") })
        person.press(.home, .up)
        #expect(person.row(with: ">").contains("Customer contact"))
    }

    @Test("A click on a mark chooses its entry, and on the chosen one opens it")
    func mouse() throws {
        let person = try atTimeline()
        let row = try #require(person.screen.firstIndex { $0.hasPrefix("Health checks") })
        let column = try #require(Array(person.screen[row]).firstIndex(of: "+"))
        person.send(.mouse(Mouse(.press, at: Position(column: column, row: row))))
        #expect(person.row(with: ">").contains("Health check"))
        person.send(.mouse(Mouse(.press, at: Position(column: column, row: row))))
        #expect(person.row(with: "MSP Desk").contains("Note: Health check"))
    }

    @Test("The caret stands on the chosen line of the list, where a braille display reads words", arguments: sizes)
    func caret(size: Size) throws {
        let person = try atTimeline(width: size.width, height: size.height)
        for _ in 0..<8 {
            let row = try #require(person.display.frame.cursor?.row)
            #expect(person.screen[row].hasPrefix("> 2026-"))
            person.press(.up)
        }
    }

    @Test("From 120 columns the entry chosen is read beside the picture")
    func beside() throws {
        let person = try atTimeline(width: 120, height: 40)
        #expect(person.sees("Discussion: Forms were given."))
        person.press(.up, .up)
        #expect(person.sees("Shouted on the phone"))
    }

    @Test("At 40 by 12 the picture keeps the lane of the entry chosen and says the entry")
    func small() throws {
        let person = try atTimeline(width: 40, height: 12)
        #expect(person.sees("today"))
        #expect(person.row(with: ">").contains("2026-03-02 10:05"))
        #expect(person.screen.contains { $0.hasPrefix("Note") && $0.contains("n") })
    }

    @Test("Where no words stand over the picture its scale names the year", arguments: [(40, 12), (60, 16)])
    func year(width: Int, height: Int) throws {
        let person = try atTimeline(width: width, height: height)
        #expect(person.sees("2025") && !person.screen.contains { $0.contains("Six months: ") })
        let scale = person.row(with: "2025")
        person.press(.pageUp, .pageUp)
        #expect(person.sees("2024") && person.row(with: "2024") != scale, "\(person)")
        person.press(.home, .character("+"))
        #expect(person.sees(" 2026"), "\(person)")
        person.press(.character("+"))
        #expect(person.sees(" 2026"), "\(person)")
        person.press(.character("-"), .character("-"), .character("-"))
        #expect(person.sees("2024"), "\(person)")
    }

    @Test("Every plan has a bar, told apart: in force, over, not approved")
    func plans() throws {
        let over = Plan.invented("MSP-000002", from: "2025-07-01", to: "2026-01-15")
        let draft = Plan.invented("MSP-000003", from: "2026-02-20", to: "2026-04-30", status: .draft)
        let person = try atTimeline(plans: [over, draft])
        #expect(person.sees("-- ") || person.sees("MSP-000002 reactive -"))
        #expect(person.screen.contains { $0.contains("[ MSP-000003") })
        #expect(person.screen.contains { $0.contains("MSP-000001 reactive =") })
    }

    @Test("Where the terminal has only ASCII every sign is ASCII")
    func ascii() throws {
        let store = MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays], incidents: Incident.ofMai)
        let person = try Operator(Office(store: store), isASCII: true)
        person.type("nguyen")
        person.press(.enter, .enter, .character("6"))
        #expect(person.sees("MSP-000001 reactive ="))
        #expect(person.display.lines.joined().unicodeScalars.allSatisfy { $0.value < 128 })
    }

    @Test("In lines it is a dated list with numbers, and a number opens the entry")
    func inLines() throws {
        let office = Office(
            store: MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays], incidents: Incident.ofMai))
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "timeline")
        #expect(person.hears("Plans 1, Reviews 3, Contacts 0, Notes 0, Health checks 0, Guides 0, Incidents 2"))
        let line = try #require(person.heard.first { $0.contains("CIRT-000077") })
        #expect(line.contains("2026-02-26 10:30, Incident"))
        person.answers(String(line.prefix { $0 != ")" }))
        #expect(person.hears("Shouted on the phone, then apologised."))
        person.answers("back")
        #expect(person.hears("Record"))
    }

    @Test("In lines, closer and wider, earlier and later say which span is seen now, and no entry again")
    func spanInLines() throws {
        let office = Office(
            store: MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays], incidents: Incident.ofMai))
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "timeline")
        for (answer, span) in [
            ("left", "Six months: 17 September 2025 to 18 March 2026"), ("home", "Six months: 1 November 2025"),
            ("right", "Six months: 16 December 2025"), ("+", "Two months: "), ("-", "Six months: "),
        ] {
            person.answers(answer)
            #expect(person.heard.count == 1 && person.hears(span), "\(answer): \(person.heard)")
        }
        person.answers("-")
        #expect(person.hears("Two years: ") && person.hears("Keys: -: Wider (not now"))
        #expect(person.heard.count == 2)
        person.answers("again")
        #expect(person.hears("Two years: ") && person.hears("CIRT-000077"))
    }

    @Test("In lines an entry chosen out of sight is said with the span that it brings along, and no other entry")
    func movedInLines() throws {
        let office = Office(
            store: MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays], incidents: Incident.ofMai))
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "timeline", "+", "+", "down")
        #expect(person.hears("Two weeks: 27 June 2026") && person.hears("28 days before"))
        #expect(person.heard.count == 2)
    }

    @Test("In lines no sign of the picture is explained, for the entries are said in words")
    func legendInLines() throws {
        let office = Office(
            store: MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays], incidents: Incident.ofMai))
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "timeline")
        #expect(person.hears("Review due") && !person.hears("that many"))
        person.answers("d")
        #expect(person.hears("in line ") && !person.hears("@ now"))
    }

    /// The counter's visit to Mai, left at its second question.
    private func officeWithRun() throws -> Office {
        let office = Office(store: MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays]))
        try Operator.atRecord(office).press(.character("v"), .character("1"))
        return office
    }

    @Test("A guide that was left stands in its lane; it opens with where it stands, and Enter goes on with it")
    func guideLeft() throws {
        let person = try Operator.atRecord(try officeWithRun())
        person.press(.character("6"))
        #expect(person.screen.contains { $0.hasPrefix("Guides") && $0.contains("G") })
        #expect(person.row(with: ">").contains("GUIDE left"))
        #expect(person.row(with: ">").contains("A customer visits a service c"))
        #expect(person.sees("G guide not ended"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("GUIDE left: A customer visits"))
        #expect(person.row(with: "Begun").contains("(PR0001)"))
        person.press(.enter)
        #expect(person.sees("Who is at the counter?"))
    }

    @Test("A guide that has ended says how it ended, and only Esc and Enter lead back")
    func guideEnded() throws {
        let office = try officeWithRun()
        var run = try #require(office.store.contents.guideRuns.first)
        let hand = RunInHand(kept: run)
        run.end = GuideRun.End(outcome: "resolve", title: "Serve them", at: at("2026-03-03T11:40"))
        run.awaiting = nil
        try office.store.desk(.none).save(run, of: hand, at: at("2026-03-03T11:40"))
        let person = try Operator.atRecord(office)
        person.press(.character("6"))
        #expect(person.screen.contains { $0.hasPrefix("Guides") && $0.contains("g") })
        #expect(person.row(with: ">").contains("A customer visits a service c"))
        person.press(.enter)
        #expect(person.sees("3 March 2026 11:40: Serve them"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("In lines a guide is said with its day, how it stands and where, and is gone on with from there")
    func guideInLines() throws {
        let person = try LinearListener(try officeWithRun())
        person.answers("nguyen", "1", "", "timeline")
        #expect(person.hears("Guides 1"))
        let line = try #require(person.heard.first { $0.contains("GUIDE left") })
        #expect(line.contains("2026-03-03 11:15, GUIDE left, A customer visits a service centre"))
        person.answers(String(line.prefix { $0 != ")" }))
        #expect(person.hears("Begun"))
        person.answers("go on")
        #expect(person.hears("Who is at the counter?"))
    }

    @Test("Without anything on the record it says so")
    func empty() throws {
        let person = try Operator.atRecord(Office(store: MemoryStore(customers: [.mai])))
        person.press(.character("6"))
        #expect(person.sees("Nothing has happened on this record yet."))
        person.press(.enter)
        #expect(person.sees("Nothing stands on the timeline yet."))
    }
}
