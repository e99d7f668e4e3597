import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// Nobody presses a key, and another officer, an OMC or an import changes what holds: the screen says so (W1, W2, C1).
@Suite("What others write while a screen stands there")
struct ToldOfChangeTests {
    private let office = Office()

    /// Another program writes this plan, or takes the plan away.
    private func planChanges(_ plan: Plan?, _ person: Operator) {
        office.store.contents.plans = [plan].compactMap(\.self)
        office.changes.tell()
        person.settle()
    }

    private var stricter: Plan {
        var plan = Plan.invented(faceToFace: .full)
        plan.safetyAlert = true
        return plan
    }

    private var readings: Int { office.audited(.warningAcknowledged).count }

    /// An Enter of the same second reads nothing; a later one does, and the record opens.
    private func readsItLater(_ person: Operator) {
        let before = readings
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Warning") && readings == before)
        #expect(person.sees("The plan has just changed: read this first."))
        person.waits(.seconds(1))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record") && readings == before + 1)
    }

    @Test("The warning of a plan that was changed comes over its record, and an Enter just pressed does not read it")
    func record() throws {
        let person = try Operator.atRecord(office)
        #expect(person.sees("In line until 12:00") && readings == 1)
        planChanges(stricter, person)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        #expect(person.sees("SAFETY ALERT") && person.sees("Face to face: Full restriction: do not serve"))
        #expect(person.sees("The plan has just changed: read this first."))
        readsItLater(person)
    }

    @Test("So does a warning that nobody has read yet, where the plan changes under it")
    func warning() throws {
        let person = try Operator.atWarning(office, width: 40, height: 12)
        person.press(.pageDown)
        planChanges(stricter, person)
        #expect(person.sees("SAFETY ALERT"))
        readsItLater(person)
    }

    @Test("A change that does not concern the plan leaves a warning as it stands, and Enter reads it")
    func other() throws {
        let person = try Operator.atWarning(office, width: 40, height: 12)
        person.press(.pageDown)
        let before = person.screen
        office.changes.tell()
        person.settle()
        #expect(person.screen == before)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record") && readings == 1)
    }

    @Test("A plan that was taken away is no warning any more, on the record and on the warning itself")
    func gone() throws {
        let (reader, server) = (try Operator.atWarning(office), try Operator.atRecord(office))
        planChanges(nil, server)
        #expect(server.row(with: "MSP Desk").contains("Record") && server.sees("No plan in force: serve as usual"))
        office.changes.tell()
        reader.settle()
        #expect(reader.row(with: "MSP Desk").contains("Record") && reader.sees("No plan in force: serve as usual"))
    }

    @Test("The call that a colleague takes is counted at once where the same caller's record is open, and listed")
    func counted() throws {
        let store = MemoryStore(customers: [.mai], plans: [.partialPhone(.limit(1, per: .day))])
        let call = Office(store: store, site: nil, channel: .phone)
        let (first, second) = (try Operator.atRecord(call), try Operator.atRecord(call))
        second.press(.character("3"))
        first.press(.character("c"), .character("1"), .character("1"), .enter)
        first.tellsOfClaim()
        first.press(.control("s"), .enter)
        second.waits(.seconds(60))
        #expect(second.sees("In line") && store.contents.contacts.count == 1)
        call.changes.tell()
        second.settle()
        #expect(second.row(with: "Phone: ").contains("Not in line: do not serve"))
        #expect(second.sees("3 March 2026 11:15") || second.sees("2026-03-03 11:15"))
    }

    @Test("A guide says what changed of what it went by; where nothing did, it keeps nothing and stays where it is")
    func guide() throws {
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"))
        let kept = office.store.contents.guideRuns
        let before = person.screen
        person.waits(.seconds(60))
        office.changes.tell()
        person.settle()
        #expect(person.screen == before)
        #expect(office.store.contents.guideRuns == kept && !kept.isEmpty)
        planChanges(stricter, person)
        #expect(person.sees("Not complying"), "\(person)")
    }

    @Test("What covers a record is not disturbed; the record says it when one is back")
    func covered() throws {
        let person = try Operator.atRecord(office)
        person.press(.function(1))
        let help = person.screen
        planChanges(stricter, person)
        #expect(person.screen == help)
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Warning") && person.sees("SAFETY ALERT"))
        readsItLater(person)
    }

    @Test("What others add to a list of the record leaves chosen what was, and what is heard of writes nothing")
    func chosen() throws {
        for text in ["First.", "Second."] {
            _ = try office.store.desk(.manager).save(
                NoteContent(type: NoteType.other.id, fields: ["content": text]), for: Customer.mai.id,
                at: at("2026-03-02T10:05"))
        }
        let person = try Operator.atRecord(office)
        person.press(.character("2"), .down)
        let chosen = person.row(after: "> ")
        let row = person.row(with: "> ")
        _ = try office.store.desk(.manager).save(
            NoteContent(type: NoteType.other.id, fields: ["content": "Third."]), for: Customer.mai.id,
            at: at("2026-03-02T10:06"))
        let audit = office.store.contents.audit.count
        office.changes.tell()
        person.settle()
        #expect(person.sees("10:06") && person.row(with: "> ") == row && person.row(after: "> ") == chosen)
        #expect(office.store.contents.audit.count == audit)
    }

    @Test("The start tells what comes to wait, and Enter opens what was chosen before; a search is not disturbed")
    func waiting() throws {
        let office = Office(store: office.store, access: .manager)
        let draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "mine"), customer: Customer.mai.id,
            author: try office.services { office.now }
                .desk.staff.id, content: .contact, beganAt: office.now, savedAt: office.now)
        office.store.contents.drafts = [draft]
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator(office)
        person.press(.down)
        let chosen = person.row(with: "> ")
        #expect(chosen.contains("1 contact report"))
        var later = draft
        later.id = NoteDraft.ID(rawValue: "of another window")
        office.store.contents.drafts.append(later)
        office.changes.tell()
        person.settle()
        #expect(person.row(with: "> ") == chosen && person.screen.count { $0.contains("Mai NGUYEN") } == 2)
        person.type("nguyen")
        let found = person.screen
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:06"))
        office.changes.tell()
        person.settle()
        #expect(person.screen == found)
        person.press(.escape)
        #expect(person.sees("2 contact reports"))
    }

    @Test("In lines nobody is interrupted for what comes to wait: it is said when one is back at the start")
    func waitingSpoken() throws {
        let office = Office(store: office.store, access: .manager)
        let person = try LinearListener(office)
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        office.changes.tell()
        person.waits(.zero)
        #expect(person.heard.isEmpty)
        person.answers(".help", ".back")
        #expect(person.hears("1 contact report"))
    }

    @Test("A change that is told when somebody has just left the program finds no screen, and that is well")
    func left() throws {
        let person = try Operator(at: Reports(), office)
        person.press(.escape)
        #expect(person.app.isOver)
        office.changes.tell()
        person.settle()
        #expect(person.app.isOver)
    }

    @Test("The linear face says the new warning, and an empty answer does not read it in the same second")
    func spoken() throws {
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "")
        office.store.contents.plans = [stricter]
        office.changes.tell()
        person.waits(.zero)
        #expect(person.hears("SAFETY ALERT") && person.hears("Full restriction: do not serve"), "\(person.heard)")
        person.answers("")
        #expect(readings == 1)
        person.waits(.seconds(1))
        person.answers("")
        #expect(readings == 2)
    }
}
