import Foundation
import Testing

/// Each of the three contacts, from the search to the saved note, as the person at the desk does it.
@Suite("A contact from search to saved note")
struct ContactJourneys {
    @Test("The counter: a visit in line becomes a contact report, which the One Main Contact records as a note")
    func visit() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("PRACTICE", "Find")
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("Warning", "In line until 12:00", "Tuesdays and Thursdays, 10 to 12", "Helena Marchetti")
        try await counter.isGuided(through: .visit)
        try await counter.sees("Is the One Main Contact, or the backup, needed", "Visit in line with the plan: Yes")
        try counter.type("2")
        try await counter.sees("Help the customer here", "promc1@example.org")
        try counter.press(.enter)
        try await counter.sees("Note: Customer contact", "Visit to Parramatta", "3 March 2026 10:")
        try counter.type("Asked why the March payment was late. Explained the new date.")
        try await counter.sees("Explained the new date.")
        try await counter.saves("Contact report 1 is saved")
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)

        let waiting = try desk.run("note", "reports", "--json", as: "PROMC1").json()
        #expect(waiting.list.count == 1)
        #expect(waiting[0]["customer"].text == "P0000001")
        #expect(waiting[0]["plan"].text == "MSP-000001")
        #expect(waiting[0]["author"].text == "PRCOUNTER")
        #expect(
            waiting[0]["fields"]["discussion"].text == "Asked why the March payment was late. Explained the new date.")
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        let notes = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json()
        #expect(notes[0]["author"].text == "PRCOUNTER")
        #expect(notes[0]["recordedBy"].text == "PROMC1")
        #expect(notes[0]["report"].number == 1)
        #expect(notes[0]["fields"]["contactReason"].text == "Visit to Parramatta")
        #expect(notes[0]["trail"].texts.contains { $0.contains("Visit in line with the plan") })
        #expect(try desk.run("note", "reports", "--json", as: "PROMC1").json().list.isEmpty)
        #expect(try desk.run("audit", "verify").status == 0)
    }

    @Test("The Smart Centre: a caller whose calls are used up is turned away, and the report says so")
    func call() async throws {
        let desk = try Desk.practice()
        let phone = try await TerminalSession(desk, as: "PRPHONE")
        try await phone.opens("thackeray 3/4/1980", "Desmond")
        try await phone.sees("Warning", "Not in line", "Two Smart Centre calls a week")
        try await phone.isGuided(through: .call)
        try await phone.sees("Not complying", "Give no service")
        try phone.press(.enter)
        try await phone.sees("Call outside the plan", "Discussion")
        try phone.type("Asked about a form. Said goodbye calmly.")
        try await phone.sees("goodbye calmly.")
        try await phone.saves("Contact report 1 is saved")
        try phone.press(.control("c"))
        #expect(try await phone.exitStatus() == 0)

        let waiting = try desk.run("note", "reports", "--json", as: "PROMC1").json()
        #expect(waiting[0]["customer"].text == "P0000002")
        #expect(waiting[0]["fields"]["contactReason"].text == "Call outside the plan")
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        // A contact that was refused does not count.
        let check = try desk.run("check", "P0000002", "--channel", "phone", "--json", as: "PRPHONE").json()
        #expect(check["remaining"]["used"].number == 2)
    }

    @Test("Processing: a work item whose One Main Contact was reached ends with their advice and a report")
    func workItem() async throws {
        let desk = try Desk.practice()
        let process = try await TerminalSession(desk, as: "PRPROCESS")
        try await process.opens("lương cabramatta", "27 July 1969")
        try await process.sees("Warning", "Calls the OMC on the Triage number")
        try process.press(.enter)
        try await process.sees("Work item")
        try process.type("k")
        try await process.sees("Is the customer on the phone with you?", "INTERPRETER: Vietnamese")
        try process.type("2")
        try await process.sees("Did you reach the One Main Contact")
        try process.type("1")
        try await process.sees("Enter writes the note")
        try process.press(.enter)
        try await process.sees("Note:", "Discussion")
        try process.type("Claim checked; the OMC calls on Thursday.")
        try await process.sees("calls on Thursday.")
        try await process.saves("Contact report 1 is saved")

        let waiting = try desk.run("note", "reports", "--json", as: "PROMC1").json()
        #expect(waiting[0]["customer"].text == "P0000003")
        #expect(waiting[0]["author"].text == "PRPROCESS")
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        let notes = try desk.run("note", "list", "P0000003", "--json", as: "PROMC1").json()
        #expect(notes[0]["trail"].texts.contains { $0.contains("On the phone") || $0.contains("on the phone") })
    }

    @Test("A call that was served counts: one of two calls is used before it, both after it")
    func servedCallCounts() async throws {
        let desk = try Desk.practice()
        func used() throws -> Int? {
            try desk.run("check", "P0000001", "--channel", "phone", "--json", as: "PRPHONE", now: later)
                .json()["remaining"]["used"].number
        }
        #expect(try used() == 1)
        let phone = try await TerminalSession(desk, as: "PRPHONE")
        try await phone.opens("applegarth", "12 March 1958")
        try await phone.sees("Warning", "In line")
        try await phone.isGuided(through: .call)
        try await phone.sees("Help the caller")
        try phone.press(.enter)
        try await phone.sees("Note:", "Discussion")
        try phone.type("Changed the address.")
        try await phone.sees("Changed the address.")
        try await phone.saves("Contact report 1 is saved")
        #expect(try used() == 2)
        let check = try desk.run("check", "P0000001", "--channel", "phone", "--json", as: "PRPHONE", now: later)
        #expect(check.status == 1)
        #expect(try check.json()["decidedBy"].text == "limit")
    }

    private let later = "2026-03-03T11:15:00+11:00"

    @Test("A manager's note is recorded at once, with nothing waiting for anybody")
    func managersNote() async throws {
        let desk = try Desk.practice()
        let manager = try await TerminalSession(desk, as: "PROMC1")
        try await manager.opens("vukcevic", "9 November 1974")
        try await manager.sees("SAFETY ALERT", "NOTIFICATION ALERT")
        try manager.press(.enter)
        try await manager.sees("Record")
        try manager.type("n")
        try await manager.sees("What kind of note?", "Customer contact")
        for _ in 0..<4 { try manager.press(.down) }
        try await manager.sees("> 5 Voicemail received")
        try manager.press(.enter)
        try await manager.sees("Note: Voicemail received", "Content")
        try manager.type("Wants a call on Friday.")
        try await manager.sees("on Friday.")
        try await manager.saves("Note 1 is saved")
        let notes = try desk.run("note", "list", "P0000004", "--json", as: "PROMC1").json()
        #expect(notes[0]["type"].text == "voicemail")
        #expect(notes[0]["author"].text == "PROMC1")
        #expect(notes[0]["recordedBy"].text == "PROMC1")
        #expect(try desk.run("note", "reports", "--json", as: "PROMC1").json().list.isEmpty)
    }

    @Test("Deciding otherwise than the record needs a reason, and the reason stays in the note")
    func overrule() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("Warning")
        try await counter.isGuided(through: .visit)
        try await counter.sees("Visit in line with the plan: Yes")
        try counter.type("o")
        try await counter.sees("Your reason")
        try counter.press(.enter)
        try await counter.sees("Say why: it stands in the note.")
        try counter.type("Came with three friends, agreed to come alone.")
        try await counter.sees("agreed to come alone.")
        try counter.press(.enter)
        try await counter.sees("Not complying")
        try counter.press(.enter)
        try await counter.sees("Note:", "Discussion")
        try counter.type("Left at once.")
        try await counter.sees("Left at once.")
        try await counter.saves("Contact report 1 is saved")
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        let trail = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json()[0]["trail"].texts
        #expect(trail.contains { $0.contains("Came with three friends, agreed to come alone") })
    }
}
