import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// What the work of an OMC or manager leaves on the record: contacts that took place, and no others.
@Suite("Work on a plan, told and entered as what it was")
struct OfficerWorkTests {
    /// The manager is the OMC; by the post they serve a counter, where their own plan would refuse the customer.
    private func office(_ access: Access = .manager, now: String = "2026-03-04T11:30", brands: [Brand]? = nil) -> Office
    {
        var plan = Plan.tuesdaysAndThursdays
        if let brands { plan.brands = brands }
        return Office(store: MemoryStore(customers: [.mai], plans: [plan]), access: access, now: at(now))
    }

    private func guided(_ title: String, _ office: Office, height: Int = 24) throws -> Operator {
        let person = try Operator.atRecord(office, height: height)
        person.press(.character("g"))
        person.type(title)
        person.press(.enter)
        return person
    }

    /// As far as the question whether it is right to phone.
    private func commencing(_ office: Office) throws -> Operator {
        let person = try guided("first contact by a new", office)
        person.press(.enter, .character("2"), .enter)
        #expect(person.sees("Is it right to phone this customer?"))
        return person
    }

    @Test("The first call of an OMC is a contact by phone with the OMC that the agency made, and no breach (C1, R7)")
    func firstCall() throws {
        let office = office()
        let person = try commencing(office)
        person.press(.character("1"), .character("1"), .enter, .enter, .enter, .character("2"), .enter)
        person.press(.tab, .tab)
        person.type("Told what the plan means.")
        person.press(.control("s"), .enter)
        #expect(person.sees("is saved. Mail to Backup OMC is in the outbox."))
        let contact = try #require(office.store.contents.contacts.first)
        #expect(contact.channel == .phone && !contact.smartCentre && contact.verdict == nil && !contact.refused)
        #expect(contact.site == nil)
        let mail = try #require(office.store.contents.mails.first)
        #expect(!mail.body.contains("Where:"))
        #expect(mail.subject.contains("contact by phone made by the agency"))
        #expect(!(mail.subject + mail.body).contains("in line") && !mail.body.contains("representative"))
    }

    @Test(
        "A customer's call to the OMC is entered with its verdict, whatever the post of the OMC",
        arguments: [true, false])
    func theirCall(includesOmc: Bool) throws {
        var plan = Plan.invented(phone: .full)
        plan.restrictions[.phone]?.includesOmc = includesOmc
        var office = office()
        office.store = MemoryStore(customers: [.mai], plans: [plan])
        let person = try guided("regular contact by", office)
        person.press(.character("2"), .enter, .character("2"), .enter)
        let contact = try #require(office.store.contents.drafts.first?.contact)
        #expect(contact.channel == .phone && !contact.smartCentre)
        #expect(contact.verdict == (includesOmc ? .notInLine : .inLine))
    }

    @Test("A customer's call to the OMC for a brand that nobody said is entered as not judged, and no breach (R2)")
    func theirCallForABrand() throws {
        var office = office()
        let phone = Restriction(
            level: .full, note: "No calls", brands: [.medicarePublic: BrandRestriction(level: .available)])
        office.store = MemoryStore(customers: [.mai], plans: [.invented(phone: phone)])
        let person = try guided("regular contact by", office)
        person.press(.character("2"), .enter, .character("2"), .enter)
        let contact = try #require(office.store.contents.drafts.first?.contact)
        #expect(contact.channel == .phone && contact.verdict == .ask)
    }

    @Test("A decision not to phone is mailed as work on the plan: nobody came, so nothing was out of line")
    func nobodyCame() throws {
        var office = office()
        var plan = Plan.tuesdaysAndThursdays
        plan.people.employeeResponsible = .capt
        office.store = MemoryStore(customers: [.mai], plans: [plan])
        let person = try commencing(office)
        person.press(.character("2"))
        person.type("In hospital")
        person.press(.enter)
        #expect(person.sees("Mailed when the note is saved") && person.sees("Employee Responsible: Leila Haddad"))
        person.press(.enter, .control("s"), .enter)
        #expect(person.sees("Mail to Employee Responsible is in the outbox."))
        #expect(office.store.contents.contacts.isEmpty)
        let mail = try #require(office.store.contents.mails.first)
        #expect(mail.subject == "PRACTICE: Plan MSP-000001: Not phoned; record the decision")
        #expect(!mail.body.contains("in line") && !mail.body.contains("There was a contact"))
    }

    @Test("Where no note goes, nobody is mailed, and the outcome says to tell them oneself")
    func toldInPerson() throws {
        let office = office()
        let person = try guided("assign or change the omc", office)
        person.press(.character("4"), .enter, .character("2"), .character("2"))
        #expect(person.sees("Tell them yourself") && person.sees("- Employee Responsible"))
        #expect(person.doesNotSee("Mailed when"))
        person.press(.enter)
        #expect(office.store.contents.mails.isEmpty)
    }

    @Test(
        "A wait opens the note of what was done before it, of that day: a decision not to phone is one (REV T1.6, L4)")
    func notedAtWait() throws {
        let office = office(brands: [.medicarePublic])
        let person = try guided("review a plan", office)
        person.press(.character("3"), .character("3"), .enter, .enter, .character("2"))
        person.type("In hospital")
        person.press(.enter, .character("1"), .character("a"), .enter)
        #expect(person.sees("Not phoned; invited by letter"))
        person.press(.enter)
        #expect(person.sees("The customer's answer") && person.sees("What was done until now is noted first."))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Decision not to contact"))
        #expect(person.sees("Come back"))
        let draft = try #require(office.store.contents.drafts.first)
        #expect(office.store.contents.drafts.count == 1 && draft.content.fields["reason"] == "In hospital")
        #expect(draft.content.trail.contains { $0.contains("11:30 Send the letter") })
        person.press(.control("s"), .enter)
        #expect(office.store.contents.notes.map(\.content.type) == [draft.content.type])
        let run = try #require(office.store.contents.guideRuns.first)
        #expect(run.heldUntil != nil && run.end == nil && run.answers.contains { $0.isNoted == true })
    }

    @Test("The handover note is there before the other zone is asked, not when the plan has moved (C6, OMC T4.2)")
    func handover() throws {
        let office = office(brands: [.centrelink])
        let person = try guided("move a customer", office)
        person.press(.character("1"), .enter)
        #expect(person.sees("Write the handover note") && person.sees("1 Carry out a plan's move to another zone"))
        person.press(.enter)
        #expect(office.store.contents.drafts.map(\.content.type.rawValue) == ["handover"])
    }
}
