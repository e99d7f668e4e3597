import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Contact reports that wait")
struct ReportsTests {
    /// A report of Mai's, written at the counter, and the manager who reads it.
    private func atReports() throws -> (office: Office, person: Operator) {
        let office = Office(store: Office().store, access: .manager)
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator(office)
        person.press(.enter)
        return (office, person)
    }

    @Test("A manager reads a report with its author, time and person")
    func read() throws {
        let (_, person) = try atReports()
        for words in ["Contact reports", "Mai NGUYEN", "PR0001", "2 March 2026 10:05", "Forms were given."] {
            #expect(person.sees(words), "\(words)")
        }
    }

    @Test("What kind of note a report is stands over its text", arguments: sizes)
    func kind(size: Size) throws {
        let (_, person) = try atReports()
        person.resize(size.width, size.height)
        #expect(person.sees("Customer contact. Written by Mina Okafor (PR0001)"))
    }

    @Test("A safety alert stands over the report of a person who has one (W2)")
    func alert() throws {
        let office = Office(store: Office().store, access: .manager)
        var plan = Plan.invented(faceToFace: .full)
        plan.safetyAlert = true
        office.store.contents.plans = [plan]
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator(office)
        #expect(person.doesNotSee("SAFETY ALERT"))
        person.press(.enter)
        #expect(person.sees("SAFETY ALERT"))
    }

    @Test("That a report was read stands in the audit trail, once for each that was on screen (Q2)")
    func audited() throws {
        let office = Office(store: Office().store, access: .manager)
        for minute in ["05", "06", "07"] {
            _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:\(minute)"))
        }
        let person = try Operator(office)
        person.press(.enter)
        func read() -> [String] {
            office.store.contents.audit.filter { $0.act == .reportRead }.map(\.detail)
        }
        #expect(read() == ["report 1, customer-contact"])
        person.press(.down)
        person.press(.up)
        #expect(read() == ["report 1, customer-contact", "report 2, customer-contact"])
        #expect(office.store.contents.audit.last?.customer == Customer.mai.id)
        #expect(office.store.contents.audit.last?.staff == .manager)
    }

    @Test("Recording asks once and keeps author and time of the report")
    func record() throws {
        let (office, person) = try atReports()
        person.press(.enter)
        #expect(person.sees("cannot be changed"))
        person.press(.escape)
        #expect(office.store.contents.notes.isEmpty)
        person.press(.enter, .enter)
        let note = try #require(office.store.contents.notes.first)
        #expect(note.author == .counter)
        #expect(note.recordedBy == .manager)
        #expect(note.writtenAt == at("2026-03-02T10:05"))
        #expect(person.sees("is recorded as note 1"))
        #expect(person.sees("No contact report waits."))
        person.press(.enter)
        #expect(person.sees("No contact report waits."))
        #expect(office.store.contents.notes.count == 1)
    }

    @Test("A report is given back with a reason; its author finds it at the start, the reason with it, every word kept")
    func giveBack() throws {
        var (office, person) = try atReports()
        person.press(.character("r"), .enter)
        #expect(person.sees("Say why"))
        person.type("Which form? r q 1")
        person.press(.enter)
        #expect(person.sees("No contact report waits."))
        office.access = .none
        let author = try Operator(office)
        #expect(author.sees("RETURNED by PR0002: Which form? r q 1"))
        author.press(.enter, .enter)
        #expect(author.sees("RETURNED by PR0002"))
        #expect(author.sees("Asked about a claim"))
        author.press(.control("s"), .enter)
        #expect(office.store.contents.reports.filter { $0.note == nil }.last?.content == .contact)
        office.access = .manager
        let manager = try Operator(office, width: 120, height: 40)
        manager.press(.enter)
        #expect(manager.sees("3 March 2026 11:15"))
        #expect(manager.sees("First written 2 March 2026 10:05; given back by Tom Nguyen (PR0002)"))
        #expect(manager.sees("Which form? r q 1"))
    }

    @Test("A long reason is read whole where the author writes again")
    func longReason() throws {
        var (office, person) = try atReports()
        person.press(.character("r"))
        person.type("Which words were said, and did the person leave by themselves, or with the guard beside them?")
        person.press(.enter)
        office.access = .none
        let author = try Operator(office)
        author.press(.enter, .enter)
        #expect(author.sees("RETURNED by PR0002: Which words were said"))
        #expect(author.sees("beside them?"))
    }

    @Test("However long it is, a reason is read whole, and where it is cut that is marked", arguments: sizes)
    func reasonWhole(size: Size) throws {
        var (office, person) = try atReports()
        let reason = (1...40).map { "reason\($0)" }.joined(separator: " ")
        person.press(.character("r"))
        person.type(reason)
        person.press(.enter)
        office.access = .none
        let author = try Operator(office, width: size.width, height: size.height)
        author.press(.enter, .enter)
        #expect(author.sees("RETURNED by PR0002: reason1"))
        if author.doesNotSee("reason40") { #expect(author.screen.contains { $0.hasSuffix("~") }, "\(author)") }
        author.press(.control("r"))
        for number in 1...40 {
            for _ in 0..<40 where author.doesNotSee("reason\(number)") { author.press(.down) }
            #expect(author.sees("reason\(number)"), "\(author)")
        }
        author.press(.escape)
        author.type("Done so. ")
        #expect(author.row(with: "MSP Desk").contains("Note: Cus") && author.sees("Done so."))
    }

    @Test("Esc keeps the report waiting")
    func escape() throws {
        let (office, person) = try atReports()
        person.press(.character("r"))
        person.type("Which form?")
        person.press(.escape)
        #expect(person.sees("Forms were given."))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find"))
        #expect(office.store.contents.reports.allSatisfy { $0.note == nil })
    }

    @Test("Its author sees at the start that a report waits, and later who recorded it and when, and opens the record")
    func author() throws {
        var (office, person) = try atReports()
        office.access = .none
        let waiting = try Operator(office)
        #expect(waiting.sees("Your contact reports"))
        #expect(waiting.sees("Waits for a manager since 2 March 2026 10:05."))
        person.press(.enter, .enter)
        let later = try Operator(office)
        #expect(later.sees("RECORDED by Tom Nguyen (PR0002), 3 March 2026 11:15, as note 1."))
        #expect(later.doesNotSee("Waits for a manager"))
        later.press(.enter)
        #expect(later.row(with: "MSP Desk").contains("Warning"))
        #expect(later.sees("Mai NGUYEN"))
    }

    @Test("Another's reports, and those of weeks ago, are not told of; a returned one is a draft with its reason alone")
    func othersReports() throws {
        let office = Office(access: .manager)
        let desk = try office.store.desk(.none)
        _ = try desk.save(.contact, for: Customer.mai.id, at: at("2026-02-10T10:05"))
        let manager = try Operator(office)
        #expect(manager.doesNotSee("Your contact reports"))
        var counter = office
        counter.access = .none
        #expect(try Operator(counter).doesNotSee("Your contact reports"))
        _ = try desk.save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let reports = try Operator(office)
        reports.press(.enter, .down, .character("r"))
        reports.type("Which form?")
        reports.press(.enter)
        let author = try Operator(counter)
        #expect(author.sees("RETURNED by PR0002: Which form?"))
        #expect(author.doesNotSee("Your contact reports"))
    }

    @Test("The reason typed is there again where giving back failed, and after Esc: each report has its own")
    func reasonKept() throws {
        let store = Office().store
        let disk = FullDisk(store)
        let office = Office(store: store, disk: disk, access: .manager)
        for time in ["2026-03-02T10:05", "2026-03-02T11:05"] {
            _ = try store.desk(.none).save(.contact, for: Customer.mai.id, at: at(time))
        }
        let person = try Operator(office)
        person.press(.enter, .character("r"))
        person.type("Which form?")
        disk.fills()
        person.press(.enter)
        #expect(person.sees("The disk is full."))
        #expect(person.sees("Give it back to its author") && person.sees("Which form?"))
        person.press(.escape)
        person.press(.down, .character("r"))
        #expect(person.doesNotSee("Which form?"))
        person.press(.escape, .up, .character("r"))
        #expect(person.sees("Which form?"))
        disk.hasRoomAgain()
        person.press(.enter)
        #expect(store.contents.reports.map { $0.returned?.reason } == ["Which form?", nil])
    }

    @Test("What was typed of a reason outlives the program, for whoever typed it, until the report is given back")
    func reasonOutlives() throws {
        let (office, person) = try atReports()
        person.press(.character("r"))
        person.type("Which form?")
        person.waits(.milliseconds(160))
        // The program is killed; it is opened anew.
        let again = try Operator(office)
        again.press(.enter)
        #expect(again.sees("You began to give it back: Which form?"))
        again.press(.character("r"))
        #expect(again.sees("Reason [Which form?"))
        var other = office
        other.access = .delegate
        let colleague = try Operator(other)
        colleague.press(.enter)
        #expect(colleague.sees("Contact reports") && colleague.doesNotSee("Which form?"))
        // What is taken back is forgotten, and what is typed to the last key before leaving is kept.
        again.press(.control("u"))
        again.waits(.milliseconds(160))
        let third = try Operator(office)
        third.press(.enter)
        #expect(third.doesNotSee("You began to give it back"))
        again.type("Whose?")
        again.press(.escape, .escape)
        third.press(.escape, .enter)
        #expect(third.sees("You began to give it back: Whose?"))
        third.press(.character("r"), .enter)
        #expect(office.store.contents.reports.map { $0.returned?.reason } == ["Whose?"])
    }

    @Test("Where a reason cannot be kept it is said, and tried again until it is")
    func reasonNotKept() throws {
        let store = Office().store
        let disk = FullDisk(store)
        let office = Office(store: store, disk: disk, access: .manager)
        _ = try store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator(office)
        person.press(.enter, .character("r"))
        disk.fills()
        person.type("Which form?")
        person.waits(.milliseconds(160))
        #expect(person.sees("The disk is full."))
        disk.hasRoomAgain()
        person.waits(.seconds(2))
        #expect(person.sees("What you typed is kept again."))
        #expect(store.contents.returnReasons.values.flatMap(\.values) == ["Which form?"])
    }

    /// Another manager records the first report.
    private func recordedElsewhere(_ office: Office, isTold: Bool = true, _ person: Operator) throws {
        _ = try office.store.desk(.manager).record(ContactReport.ID(rawValue: 1), at: at("2026-03-02T12:00"))
        guard isTold else { return }
        office.changes.tell()
        person.settle()
    }

    @Test("A report that another manager records goes from the list by itself, and the chosen one stays chosen")
    func recordedByOther() throws {
        let (office, person) = try atReports()
        for minute in ["06", "07"] {
            _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:\(minute)"))
        }
        office.changes.tell()
        person.settle()
        #expect(person.sees("10:07") && person.row(after: "> ").contains("10:05"))
        person.press(.down)
        #expect(person.row(after: "> ").contains("10:06"))
        try recordedElsewhere(office, person)
        #expect(person.doesNotSee("10:05") && person.row(after: "> ").contains("10:06"), "\(person)")
    }

    @Test("A question about a report that waits no more goes, and it is said why; what was typed then gives none back")
    func questionGone() throws {
        let (office, person) = try atReports()
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:06"))
        office.changes.tell()
        person.settle()
        person.press(.character("r"))
        person.type("Which form?")
        try recordedElsewhere(office, person)
        #expect(person.doesNotSee("Give it back to its author"), "\(person)")
        #expect(person.sees("Contact report 1 waits no more"))
        #expect(person.row(after: "> ").contains("10:06"))
        #expect(office.store.contents.reports.allSatisfy { $0.returned == nil })
    }

    @Test("A report that cannot be recorded any more goes from the list when that is said")
    func refused() throws {
        let (office, person) = try atReports()
        person.press(.enter)
        try recordedElsewhere(office, isTold: false, person)
        person.press(.enter)
        #expect(person.sees("was recorded before"))
        #expect(person.sees("No contact report waits."), "\(person)")
    }

    @Test("Keys typed while a report is on its way into the register ask about no other, nor about that one again")
    func burst() throws {
        let office = Office(store: Office().store, access: .manager)
        for minute in ["05", "06"] {
            _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:\(minute)"))
        }
        let person = try Operator(office)
        person.press(.enter, .enter)
        // All at once: nothing of it is answered before the last.
        for key in "yrabc" { person.app.take(.key(.character(key))) }
        person.settle()
        #expect(person.sees("is recorded as note 1"))
        #expect(person.doesNotSee("Give it back to its author"), "\(person)")
        #expect(person.row(after: "> ").contains("10:06"))
    }

    @Test("A report that another manager has recorded meanwhile is said to be, and the question goes")
    func recordedMeanwhile() throws {
        let (office, person) = try atReports()
        person.press(.character("r"))
        person.type("Which form?")
        _ = try office.store.desk(.manager).record(ContactReport.ID(rawValue: 1), at: at("2026-03-02T12:00"))
        person.press(.enter)
        #expect(person.sees("was recorded before, as note 1"))
        #expect(person.sees("No contact report waits."))
    }
}
