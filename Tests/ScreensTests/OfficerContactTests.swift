import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// Whose contact it is: a contact that reaches the plan's own officer is one to the OMC or PSSO (R4).
@Suite("A contact with the plan's own officer")
struct OfficerContactTests {
    private static let omcOnly = Plan.partialPhone(.only(.omc))

    /// By phone; the manager is the OMC of every invented plan, the delegate its backup.
    private func office(_ plan: Plan, _ access: Access, _ channel: Channel = .phone) -> Office {
        Office(
            store: MemoryStore(customers: [.mai], plans: [plan]), access: access,
            site: channel == .phone ? nil : "Parramatta", channel: channel)
    }

    /// Answers that identity is proved and the customer is there.
    private func guided(_ office: Office, width: Int = 80, height: Int = 24) throws -> Operator {
        let person = try Operator.atRecord(office, width: width, height: height)
        person.press(.character(office.channel == .phone ? "c" : "v"), .character("1"), .character("1"))
        return person
    }

    @Test("A call that reaches the OMC is in line where contact goes through the OMC only, and the warning says why")
    func warning() throws {
        let person = try Operator.atWarning(office(Self.omcOnly, .manager))
        #expect(person.sees("Phone: In line"))
        #expect(person.sees("You are the One Main Contact"))
        let other = try Operator.atWarning(office(Self.omcOnly, .none))
        #expect(other.sees("Phone: Not in line here: contact goes through the One Main Contact only"))
        #expect(other.doesNotSee("You are"))
    }

    @Test("The week says whose contact it shows as well")
    func week() throws {
        let person = try Operator.atRecord(office(Self.omcOnly, .manager))
        person.press(.character("d"))
        #expect(person.sees("You are the One Main Contact: judged as contact with you."))
        let other = try Operator.atRecord(office(Self.omcOnly, .none))
        other.press(.character("d"))
        #expect(other.doesNotSee("You are"))
    }

    @Test("The guide serves a call that reached the OMC, and enters it as none to the Smart Centre")
    func guide() throws {
        let office = office(Self.omcOnly, .manager)
        let person = try guided(office)
        #expect(person.sees("Help the caller"))
        #expect(person.sees("You are the One Main Contact"))
        person.press(.enter)
        let draft = try #require(office.store.contents.drafts.first)
        #expect(draft.contact?.smartCentre == false)
        #expect(draft.contact?.verdict == .inLine)
        #expect(draft.content.trail.contains { $0.contains("this call reached them") })
        #expect(!draft.content.fields.values.contains { $0.contains("Smart Centre") })
    }

    @Test("The outcome of the OMC's own call tells of no mail to the OMC, and names whom it goes to")
    func ownMail() throws {
        let person = try guided(office(Self.omcOnly, .manager), height: 40)
        #expect(person.sees("Help the caller"))
        #expect(person.sees("Saving the note mails whoever is named for it below."), "\(person)")
        #expect(person.sees("- Backup OMC: "))
        for words in ["mails the OMC", "tell the OMC"] { #expect(person.doesNotSee(words), "\(words) \(person)") }
    }

    @Test("A call that reached the backup uses up none of the calls that the plan allows")
    func limit() throws {
        let plan = Plan.partialPhone(.limit(1, per: .day))
        let office = office(plan, .delegate)
        let person = try guided(office)
        person.press(.enter)
        person.tellsOfClaim()
        person.press(.control("s"), .enter)
        #expect(office.store.contents.contacts.map(\.smartCentre) == [false])
        var next = office
        next.access = .none
        #expect(try Operator.atWarning(next).sees("0 of 1 used"))
    }

    @Test("A full restriction with the OMC's number left open lets the OMC help; with it included, nobody")
    func full() throws {
        var open = Plan.invented(phone: .full)
        open.restrictions[.phone]?.includesOmc = false
        #expect(try guided(office(open, .manager)).sees("Help the caller"))
        #expect(try guided(office(open, .none)).sees("Not complying"))
        #expect(try guided(office(.invented(phone: .full), .manager)).sees("Not complying"))
    }

    @Test("A call that reached the PSSO is not passed to Personalised Services")
    func personalisedServices() throws {
        let plan = Plan.invented(
            phone: .partial(.only(.psso)), management: .ps, people: PlanPeople(psso: .psManager))
        #expect(try guided(office(plan, .psManager)).sees("Help the caller"))
        #expect(try guided(office(plan, .none)).sees("PS Triage line"))
    }

    @Test("At the counter the OMC keeps 'through the OMC only'; every other term binds as before")
    func counter() throws {
        let plan = Plan.partialFaceToFace(.only(.omc), .window([.tuesday], "10:00", "12:00"))
        #expect(try Operator.atWarning(office(plan, .manager, .faceToFace)).sees("In line until 12:00"))
        var late = office(plan, .manager, .faceToFace)
        late.now = at("2026-03-03T12:30")
        #expect(try Operator.atWarning(late).sees("Not in line: do not serve"))
        #expect(try Operator.atWarning(office(plan, .none, .faceToFace)).sees("Not in line here"))
    }

    @Test("Where contact goes through the OMC only, the warning says so once")
    func once() throws {
        let person = try Operator.atWarning(office(Self.omcOnly, .none), width: 120, height: 40)
        #expect(person.screen.filter { $0.lowercased().contains("contact goes through") }.count == 1)
    }
}
