import Foundation
import Testing

/// Whole procedures on the screens of the built program, as the officers who work them go through them.
@Suite("A procedure from its occasion to its note")
struct ProcedureJourneys {
    @Test("At 40x12 a threat by phone is ticked through with its times, and its note is written once it is known whose")
    func threat() async throws {
        let desk = try Desk.practice()
        let phone = try await TerminalSession(desk, as: "PRPHONE", width: 40, height: 12)
        try await phone.sees("Nothing waits for you.")
        try phone.press(.f8)
        try await phone.sees("What is happening?", "Life in danger? Call 000 first.", "3 A threat on the phone")
        try phone.type("3")
        try await phone.sees("> 1 [ ] Signal your team leader or", "Who: You")
        try phone.type("1")
        // The practice clock runs on: only its hour is sure, however slow the machine.
        try await phone.sees("1 [x] Signal your team leader 10:")
        try phone.type("2")
        try await phone.sees("> 2 [x] Write down the exact 10:")
        try phone.press(.enter)
        try await phone.answers("Does the threat aim at people", "2")
        try await phone.ticksAll("Clarify what they mean")
        try await phone.ticksAll("Tell your team leader or manager")
        try await phone.answers("Do you know who called", "2")
        try await phone.sees("Call 000", "Due: at once")
        try await phone.ticksAll("Call 000")
        try await phone.ticksAll("Ring Physical Security")
        try await phone.ticksAll("Record it together")
        try await phone.sees("The threat is on the record")
        try phone.press(.enter)
        try await phone.sees("The emergency steps are on the")
        try phone.press(.enter)
        // Nobody is known yet to whose record the note belongs; it is not lost.
        try await phone.sees("Find a person", "Done: Kept with its times.")

        try await phone.chooses("applegarth", "1958-03-12")
        try await phone.sees("MSP Desk: Warning")
        try phone.press(.enter)
        try await phone.sees("MSP Desk: Record")
        try phone.type("g")
        try await phone.sees("Emergency steps, without a record")
        try phone.press(.down)
        try await phone.sees("> Emergency steps, without a record", "Begun 3 March 2026 10:")
        try phone.press(.enter)
        try await phone.sees("Were these steps about")
        try phone.press(.enter)
        try await phone.sees("Note: Other", "A threat on the phone")
        try await phone.saves("Contact report 1 is saved")

        let report = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]
        #expect(report["customer"].text == "P0000001")
        #expect(report["author"].text == "PRPHONE")
        #expect(report["fields"]["content"].text?.hasPrefix("Emergency steps taken, begun 3 March 2026 10:") == true)
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        let trail = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json()[0]["trail"].texts
        #expect(trail.contains { $0.firstMatch(of: /10:\d\d Signal your team leader or manager now/) != nil })
        #expect(trail.contains { $0.hasPrefix("Police: 10:") })
    }

    @Test("On the day of the 28-day reminder a plan is reviewed, as far as the recorded recommendation of its panel")
    func review() async throws {
        let desk = try Desk.practice()
        // MSP-000003 ends on 2 April.
        let contact = try await TerminalSession(desk, as: "PROMC1", with: ["MSPDESK_NOW": "2026-03-05T10:15:00+11:00"])
        try await contact.opensRecord("lương cabramatta", "27 July 1969")
        try await contact.begins("review a plan")
        try await contact.answers("Why is the plan reviewed?", "1")
        try await contact.sees("Days to the end: 28 days or fewer. MSP-000003 ends on 2 April 2026, in 28 days.")
        try await contact.ticksAll("Start on the day of the reminder")
        try await contact.ticksAll("Four things that hold in every review")
        try await contact.sees("Bring the right people together")
        try contact.type("12")
        try await contact.sees("> 2 [x] The local, zone or HSDD panel")
        try contact.press(.enter)
        try await contact.answers("Is it right to phone this customer?", "1")
        try await contact.answers("Did you reach the customer?", "1")
        try await contact.ticksAll("Tell the customer")
        try await contact.answers("Do they say that they will take part?", "1")
        try await contact.goesOn("The customer takes part", "Enter goes on with: Review a plan.")
        try await contact.ticksAll("The OMC or PSSO gives the panel")
        try await contact.sees("What the panel weighs in a review", "Who does this: Panel")
        try await contact.ticksAll("Weigh")
        try await contact.answers("What does the panel recommend?", "1")
        try await contact.ticksAll("Settle length and end date")
        try await contact.answers("Is the plan that follows reactive or proactive?", "2")
        try await contact.answers("Will the proactive plan restrict a channel?", "2")
        try await contact.ticksAll("Settle strategies and specialists")
        try await contact.sees("The record cannot tell: No incident stands on the record.")
        try await contact.answers("Is there an incident of actual or attempted assault", "2")
        try await contact.answers("verified information of a high risk of assault?", "2")
        try await contact.goesOn("Which reasons speak for Personalised Services?", "Notification alert: No.")
        try await contact.answers("Is it a joint plan", "2")
        try await contact.answers("When does the new plan begin?", "1")
        try await contact.goesOn("Extend", "Enter goes on with: Review a plan.")
        try await contact.goesOn(
            "Extend; record the recommendation", "Employee Responsible: Judith Kettlewell",
            "1 Record and submit the outcome of a review")
        try await contact.sees("Note: Review recommendation", "Extend the plan.", "still empty")
        // The note opens at its first empty part.
        try contact.type("Extend; the visits went well.")
        try contact.press(.tab)
        try contact.type("Interpreter for each call.")
        try await contact.sees("Interpreter for each call.")
        try await contact.saves("Note 1 is saved")

        let note = try desk.run("note", "list", "P0000003", "--json", as: "PROMC1").json()[0]
        #expect(note["type"].text == "review-recommendation")
        #expect(note["fields"]["panel"].text?.hasPrefix("Extend the plan.") == true)
        #expect(note["fields"]["strategiesOpen"].text == "Interpreter for each call.")
        let trail = note["trail"].texts
        #expect(trail.contains { $0.hasPrefix("Days to the end: 28 days or fewer, because: MSP-000003 ends") })
        #expect(trail.contains { $0.hasPrefix("Recommendation: Go on, unchanged") })
    }

    @Test("A caller who rings again and again is warned, and listed for cold transfer once approved")
    func coldTransfer() async throws {
        let desk = try Desk.practice()
        let officer = try await TerminalSession(desk, as: "PRPSSO1")
        try await officer.opensRecord("fa'aoso", "22 December 1988")
        try await officer.begins("cold transfer centrelink")
        try await officer.answers("Does the caller have urgent business?", "2")
        try await officer.answers("Do they ring again and again", "1")
        try await officer.ticksAll("Answer, then warn")
        try await officer.answers("Do they ring again?", "1")
        try await officer.answers("Has the Service Support Manager approved the cold transfer?", "1")
        try await officer.sees("List and tell", "Who: Service Support Manager")
        try officer.type("123")
        // Adelaide is half an hour behind the clock of the test, which runs on.
        try await officer.sees("> 3 [x] Record the number of calls in CIMS. 9:")
        try officer.press(.enter)
        try await officer.sees("Approved: 3 of 4 done.")
        try await officer.ticksAll("Review history, strategies and restrictions")
        try await officer.goesOn("Listed for cold transfer", "1 Report and record an incident")
        try await officer.sees("Note: PS case note", "Cold transfer approved, 3 March 2026 9:")
        try await officer.saves("Note 1 is saved")

        let note = try desk.run("note", "list", "P0000007", "--json", as: "PRPSSO1").json()[0]
        #expect(note["type"].text == "ps-case")
        #expect(note["author"].text == "PRPSSO1")
        #expect(note["trail"].texts.contains { $0.contains("not done: E-mail the zone's escalation team") })
    }

    @Test("A customer who does not answer the phone is told of a new plan by SMS and letter; each has its note")
    func unreached() async throws {
        let desk = try Desk.practice()
        let contact = try await TerminalSession(desk, as: "PROMC1")
        try await contact.opensRecord("applegarth", "12 March 1958")
        try await contact.begins("tell the customer of a new plan")
        try await contact.answers("Is it right to phone this customer?", "1")
        try await contact.answers("Did you reach the customer?", "3")
        try await contact.sees("Send an SMS on the plan", "Brand: Centrelink.")
        try await contact.answers("Does an approved decision maker want it sent?", "1")
        try await contact.answers("Which reason holds?", "1")
        try await contact.answers("Has the customer talked of suicide", "2")
        try await contact.answers("Is family and domestic violence an immediate threat", "2")
        try await contact.sees("0491570001 stands on this record alone.")
        try await contact.ticksAll("Before it goes")
        try await contact.goesOn("Send the SMS; the letter still goes", "Enter goes on with: Tell the customer")
        try await contact.answers("Is the approved, final letter attached", "1")
        try await contact.answers("Do the police hand the letter over?", "2")
        try await contact.ticksAll("Send the letter so that its delivery can be proved")
        try await contact.goesOn("Letter sent with proof of delivery")
        try await contact.goesOn("Not reached; the letter is on its way", "Go on trying", "Enter Write 3 notes")
        try await contact.sees("Note: Unsuccessful contact attempt", "Phone, then letter", "Implementation of the plan")
        try await contact.saves("Note 1 is saved")
        try await contact.sees("Note: SMS sent (1 more after it)", "The customer can't be reached by phone")
        try contact.type("Your plan starts today. Please call your One Main Contact.")
        try await contact.sees("call your One Main Contact.")
        try await contact.saves("Note 2 is saved")
        try await contact.sees("Note: Letter delivery", "With proof of delivery and contact card")
        try contact.press(.escape)
        try await contact.sees("MSP Desk: Record", "Kept as a draft")

        let notes = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json()
        #expect(notes.list.map { $0["type"].text } == ["sms-sent", "unsuccessful-contact"])
        #expect(notes[0]["trail"].texts.contains { $0.hasPrefix("Why an SMS: The customer can't be reached") })
        let note = notes[1]
        #expect(note["type"].text == "unsuccessful-contact")
        #expect(note["fields"]["time"].text?.hasPrefix("3 March 2026 10:") == true)
        #expect(note["trail"].texts.contains { $0.hasPrefix("Reached: No") })
        #expect(note["trail"].texts.contains { $0.hasPrefix("SMS: Send the SMS") })
        #expect(note["trail"].texts.contains { $0.hasPrefix("Letter: Letter sent with proof of delivery") })
    }

    @Test("A stopped payment is followed up by one officer, held, and finalised by another two days later")
    func followUp() async throws {
        let desk = try Desk.practice()
        let processing = try await TerminalSession(desk, as: "PRPROCESS")
        try await processing.chooses("hollingberry", "25 December 1936")
        try await processing.sees("No plan in force: serve as usual")
        try await processing.begins("vulnerable customer")
        try await processing.answers("Why do you have it?", "1")
        try await processing.answers("Has the status changed", "2")
        try await processing.answers("Is there a DOC titled", "2")
        try await processing.answers("Does the customer live overseas?", "2")
        try await processing.ticksAll("Find out why the payment stopped")
        try await processing.answers("Is the reason CFP", "2")
        try await processing.answers("Can the payment be restored without further contact", "2")
        try await processing.sees("What does the record show?")
        try processing.type("5")
        try await processing.sees("> 5 [x] Frail, aged, or in residential care")
        try processing.press(.enter)
        try await processing.sees("Phone number: Yes. The record holds")
        try await processing.answers("Did you reach the customer or the nominee?", "2")
        try await processing.goesOn("> 1 Wait, and leave Come back by Wednesday 4 March.")
        try await processing.sees("MSP Desk: Record", "Done: Kept. Come back by Wednesday 4 March.")

        let later = ["MSPDESK_NOW": "2026-03-05T09:00:00+11:00"]
        let leader = try await TerminalSession(desk, as: "PRLEADER", with: later)
        try await leader.chooses("hollingberry", "25 December 1936")
        try await leader.sees("MSP Desk: Record")
        try leader.type("g")
        try await leader.goesOn("> Go on: Follow up a vulnerable customer", "its wait is over", "last by PRPROCESS")
        try await leader.goesOn("The next working day, for the second attempt", "> 2 Go on now The wait is over.")
        try await leader.sees("For the second time.")
        try await leader.answers("Did you reach the customer or the nominee?", "1")
        try await leader.ticksAll("Explain it to them")
        try await leader.answers("What is possible in this contact?", "1")
        try await leader.goesOn("Does any of this hold?")
        try await leader.sees("Restore the payment")
        try leader.type("1")
        try await leader.goesOn("> 1 [x] Follow the page of the payment for the restoration. 9:")
        try await leader.answers("Did you or somebody before you make a DOC", "1")
        try await leader.goesOn("Restored; annotate and finalise")
        try await leader.sees("Note: Other", "Payment restored")
        try leader.press(.end)
        try leader.type("5 March 2026.")
        try await leader.sees("dated: 5 March 2026.")
        try await leader.saves("Contact report 1 is saved")

        let report = try desk.run("note", "reports", "--json", as: "PROMC1").json()[0]
        #expect(report["customer"].text == "P0000015")
        #expect(report["author"].text == "PRLEADER")
        #expect(try desk.run("note", "record", "1", as: "PROMC1").status == 0)
        let trail = try desk.run("note", "list", "P0000015", "--json", as: "PROMC1").json()[0]["trail"].texts
        #expect(trail.filter { $0.hasPrefix("Contact: ") }.map { $0.hasPrefix("Contact: No") } == [true, false])
    }
}

extension TerminalSession {
    /// Searches, and opens the person found. The words come at once: Enter is refused while a part of them is answered.
    fileprivate func chooses(
        _ words: String, _ mark: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await sees("Find", sourceLocation: sourceLocation)
        try paste(words)
        try await sees(mark, "Enter Open", sourceLocation: sourceLocation)
        try press(.enter)
    }

    /// From the search past the warning to the record.
    fileprivate func opensRecord(
        _ words: String, _ mark: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await chooses(words, mark, sourceLocation: sourceLocation)
        try await sees("MSP Desk: Warning", sourceLocation: sourceLocation)
        try press(.enter)
        try await sees("MSP Desk: Record", sourceLocation: sourceLocation)
    }

    /// Begins the procedure that the commands find first by these words.
    fileprivate func begins(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try press(.control("p"))
        try await sees("MSP Desk: Commands", sourceLocation: sourceLocation)
        try type(words)
        try await sees("Find [\(words) ", "guide", "Enter Do it", sourceLocation: sourceLocation)
        try press(.enter)
        try await seesNoMore("MSP Desk: Commands", sourceLocation: sourceLocation)
    }

    /// Gives the answer with this digit, once it is asked for.
    fileprivate func answers(
        _ question: String, _ digit: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await sees(question, sourceLocation: sourceLocation)
        try type(digit)
    }

    /// Ticks every row of the list, and goes on.
    fileprivate func ticksAll(_ tasks: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await sees(tasks, "> 1 [ ]", sourceLocation: sourceLocation)
        try type("a")
        try await sees("> 1 [x]", sourceLocation: sourceLocation)
        try press(.enter)
    }

    fileprivate func goesOn(_ phrases: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
        for phrase in phrases { try await sees(phrase, sourceLocation: sourceLocation) }
        try press(.enter)
    }
}
