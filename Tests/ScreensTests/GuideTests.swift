import Casework
import Procedures
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The guide")
struct GuideTests {
    private func follow(_ path: Path, width: Int = 80, height: Int = 24) throws -> Operator {
        let person = try Operator.atRecord(path.office, width: width, height: height)
        person.press(.character(path.key))
        person.type(path.answers)
        return person
    }

    // MARK: From the first question to the outcome

    @Test("A visit goes from the first question to its outcome", arguments: visits)
    func visit(path: Path) throws {
        let person = try follow(path)
        #expect(person.sees(path.outcome))
    }

    @Test("A call goes from the first question to its outcome", arguments: calls)
    func call(path: Path) throws {
        let person = try follow(path)
        #expect(person.sees(path.outcome))
    }

    @Test("A work item goes from the first question to its outcome", arguments: workItems)
    func workItem(path: Path) throws {
        let person = try follow(path)
        #expect(person.sees(path.outcome))
    }

    @Test("Every outcome is readable at 40 by 12: its title stands on the first screen", arguments: visits)
    func small(path: Path) throws {
        let person = try follow(path, width: 40, height: 12)
        #expect(person.sees(path.outcome))
    }

    @Test("Arrows and Enter answer as digits do, and so does the mouse")
    func otherWays() throws {
        let person = try Operator.atRecord()
        person.press(.character("v"), .enter, .enter, .down, .enter)
        #expect(person.sees("Help the customer here"))
        let mouse = try Operator.atRecord()
        mouse.press(.character("v"))
        mouse.click(on: "1  Yes")
        mouse.click(on: "The customer")
        mouse.click(on: "2  No")
        #expect(mouse.sees("Help the customer here"))
    }

    @Test("A step shows the question, what to say, and where it comes from")
    func step() throws {
        let person = try Operator.atRecord()
        person.press(.character("v"))
        #expect(person.sees("Have you proved who this person is?"))
        #expect(person.sees("Say: Before we start"))
        #expect(person.sees("Source: OMC T1.1"))
    }

    @Test("What the record decided is shown with its reason, at every width", arguments: [40, 80, 120])
    func facts(width: Int) throws {
        let person = try Operator.atRecord(width: width, height: 24)
        person.press(.character("v"))
        #expect(person.sees("Plan in force: Yes"))
        #expect(person.sees("MSP-000001 is in force to 1 August 2026."))
    }

    @Test("A step built without a released text says so")
    func unreleased() throws {
        let person = try follow(Self.visits[2])
        person.press(.pageDown, .pageDown)
        #expect(person.sees("not released"))
    }

    // MARK: Back

    @Test("Esc takes back one answer, then leaves to the record; nothing is written")
    func stepBack() throws {
        let office = Office()
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"))
        #expect(person.sees("Who is at the counter?"))
        person.press(.escape)
        #expect(person.sees("Have you proved who this person is?"))
        person.press(.character("1"), .character("1"), .character("2"), .escape)
        #expect(person.sees("needed to finish this business?"))
        person.press(.escape, .escape, .escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.store.contents.notes.isEmpty)
        #expect(office.store.contents.drafts.isEmpty)
    }

    @Test("What the register cannot know is asked, with what it lacks")
    func asks() throws {
        var office = Office(
            store: MemoryStore(customers: [.mai], plans: [.partialFaceToFace(.sites(["Parramatta"]))]))
        office.site = nil
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"))
        #expect(person.sees("Does this visit keep every condition"))
        #expect(person.sees("The record cannot tell"))
        person.press(.character("2"))
        #expect(person.sees("Not complying"))
    }

    @Test("A visit is judged at the minute the guide begins, and as a visit though the officer serves the phone")
    func judgedAnew() throws {
        var office = Office()
        office.channel = .phone
        office.now = at("2026-03-03T11:58")
        let person = try Operator.atRecord(office)
        person.waits(.seconds(300))
        person.press(.character("v"), .character("1"), .character("1"))
        #expect(person.sees("Not complying"))
    }

    // MARK: While time passes

    @Test("When the window ends on the way, the guide goes by the verdict of now and says which fact changed")
    func windowEnds() throws {
        let person = try Operator.atRecord()
        person.press(.character("v"), .character("1"), .character("1"))
        #expect(person.sees("needed to finish this business?"))
        person.waits(.seconds(44 * 60))
        #expect(person.doesNotSee("CHANGED"))
        person.waits(.seconds(90))
        #expect(person.sees("CHANGED at 12:00"))
        #expect(person.sees("Visit in line with the plan: was Yes, now No."))
        #expect(person.sees("Not complying"))
        #expect(person.sees("Not in line: do not serve"))
        person.press(.escape)
        #expect(person.doesNotSee("CHANGED"))
    }

    @Test("An outcome that was reached in time stands when the window ends; j goes by what holds now")
    func outcomeStands() throws {
        let office = Office(access: .manager)
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"), .character("2"))
        person.waits(.seconds(46 * 60))
        #expect(person.sees("CHANGED at 12:00"))
        #expect(person.sees("Help the customer here"))
        #expect(person.sees("j Judge anew"))
        // What others write later, and is none of its own, gives it no later time.
        person.waits(.seconds(5 * 60))
        office.changes.tell()
        person.settle()
        #expect(person.sees("CHANGED at 12:00"))
        let anew = try Operator.atRecord(office)
        anew.press(.character("v"), .character("1"), .character("1"), .character("2"))
        anew.waits(.seconds(46 * 60))
        anew.press(.character("j"))
        #expect(anew.sees("Not complying"))
        #expect(anew.doesNotSee("Help the customer here"))
        person.press(.enter)
        person.tellsOfClaim()
        person.press(.control("s"), .enter)
        #expect(office.store.contents.contacts.first?.verdict == .inLine)
        #expect(office.store.contents.contacts.first?.occurredAt == at("2026-03-03T11:15"))
    }

    @Test("What changed and is again as it was at the outcome is told no more; what was followed stays told")
    func changedBack() throws {
        let office = Office(access: .manager)
        let (reached, followed) = (try Operator.atRecord(office), try Operator.atRecord(office))
        reached.press(.character("v"), .character("1"), .character("1"), .character("2"))
        followed.press(.character("v"), .character("1"), .character("1"))
        let plans = office.store.contents.plans
        func told(_ changed: [Plan], _ person: Operator) {
            office.store.contents.plans = changed
            office.changes.tell()
            person.settle()
        }
        told([.invented(faceToFace: .full)], reached)
        #expect(reached.sees("CHANGED at 11:15") && reached.sees("Help the customer here"))
        told(plans, reached)
        #expect(reached.doesNotSee("CHANGED") && reached.sees("Help the customer here"))
        told([.invented(faceToFace: .full)], followed)
        #expect(followed.sees("CHANGED at 11:15") && followed.sees("Not complying"))
        followed.waits(.seconds(60))
        told([.invented(faceToFace: .full)], followed)
        #expect(followed.sees("CHANGED at 11:15"))
    }

    @Test("A window that begins on the way lets the visit go on, and says so, at 40 by 12 too", arguments: [40, 80])
    func windowBegins(width: Int) throws {
        let office = Office(now: at("2026-03-03T09:50"))
        let person = try Operator.atRecord(office, width: width, height: width == 40 ? 12 : 24)
        person.press(.character("v"), .character("1"))
        #expect(person.sees("Who is at the counter?"))
        person.waits(.seconds(11 * 60))
        #expect(person.doesNotSee("CHANGED"))
        person.press(.character("1"))
        #expect(person.sees("needed to finish this business?"))
    }

    @Test("A step that the record does not decide is not called changed, and nothing is judged for the emergency")
    func unchanged() throws {
        let person = try Operator.atRecord()
        person.press(.character("v"))
        person.waits(.seconds(46 * 60))
        #expect(person.doesNotSee("CHANGED"))
        #expect(person.sees("Have you proved who this person is?"))
        #expect(person.sees("Not in line: do not serve"))
        let emergency = try Operator()
        emergency.press(.function(8))
        let before = emergency.screen
        emergency.waits(.seconds(3600))
        #expect(emergency.screen == before)
    }

    // MARK: Outcome

    @Test("The outcome lists whom to tell, by name")
    func tell() throws {
        let person = try follow(Self.calls[2], height: 40)
        #expect(person.sees("Mailed when the note is saved") && person.doesNotSee("Tell them yourself"))
        #expect(person.sees("OMC: Tom Nguyen (PR0002)"))
        #expect(person.sees("Backup OMC: Rosa Petrov (PR0003)"))
    }

    @Test("Enter on the outcome begins the note, with reason, time and what was decided")
    func beginsNote() throws {
        let person = try follow(Self.visits[4], width: 120, height: 40)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Note: Customer contact"))
        #expect(person.sees("Visit to Parramatta"))
        #expect(person.sees("3 March 2026 11:15"))
        #expect(person.sees("Visit in line with the plan: Yes"))
    }

    @Test("An outcome that asks for no note ends at the record, and the audit trail keeps that it was reached")
    func noNote() throws {
        let path = Self.workItems[0]
        let office = path.office
        let person = try Operator.atRecord(office)
        person.press(.character("k"), .character("2"))
        #expect(person.sees("No plan note is asked for here."))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.audited(.guided) == ["work-item to ps-consult"])
        #expect(office.store.contents.contacts.isEmpty)
    }

    @Test("The emergency steps are there from anywhere, need no record, and come back to where one was")
    func emergency() throws {
        let person = try Operator.atNote()
        person.type("Asked about a claim")
        let before = person.screen
        person.press(.function(8))
        #expect(person.sees("What is happening?"))
        person.press(.character("1"))
        #expect(person.sees("Get away. Duress. Call 000."))
        person.press(.escape, .escape)
        #expect(person.screen == before)
    }
}
