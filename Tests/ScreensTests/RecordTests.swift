import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The record")
struct RecordTests {
    @Test("The plan's page tells where a brand differs, under its channel (R2)")
    func brands() throws {
        let plan = Plan.invented(
            phone: Restriction(
                level: .partial, note: "Two calls a week", terms: [.limit(2, per: .week)],
                brands: [.medicarePublic: BrandRestriction(level: .full)]))
        let person = try Operator.atRecord(Office(store: MemoryStore(customers: [.mai], plans: [plan])))
        #expect(person.sees("terms: 2 Smart Centre calls a week"))
        #expect(person.sees("Medicare public: Restricted, May not call any number, the OMC's included"))
    }

    @Test("The strip says what to do now on every tab, and digits and Tab change the tab")
    func tabs() throws {
        let person = try Operator.atRecord()
        for (key, words) in [
            ("1", "In force"), ("2", "No note yet."), ("3", "No contact"), ("4", "No incident"), ("5", "OMC"),
            ("6", "today"),
        ] {
            person.press(.character(Character(key)))
            #expect(person.sees("Face to face: In line until 12:00"))
            #expect(person.sees(words))
        }
        person.press(.tab)
        #expect(person.sees("In force"))
        person.press(.backTab)
        #expect(person.sees("today"))
        person.click(on: "Notes")
        #expect(person.sees("No note yet."))
    }

    @Test("The plan tab gives kind, span, zone, levels with their terms, and whether the customer was informed")
    func planTab() throws {
        let person = try Operator.atRecord(height: 40)
        for words in [
            "MSP-000001", "reactive", "CIMS", "2 February 2026 to 1 August 2026", "zone Sydney West", "Centrelink",
            "Partially", "Available", "Tuesday and Thursday, 10:00 to 12:00", "not yet",
        ] {
            #expect(person.sees(words), "\(words)")
        }
    }

    @Test("The length of a plan is given both ways, with the holidays that make the difference named")
    func span() throws {
        // Ten weekdays; Good Friday and Easter Monday of 2026 among them.
        let plan = Plan.invented(from: "2026-03-30", to: "2026-04-10")
        var office = Office(store: MemoryStore(customers: [.mai], plans: [plan]))
        office.now = at("2026-03-31T10:30")
        let person = try Operator.atRecord(office, height: 30)
        #expect(person.sees("10 business days as the incident system counts"))
        #expect(person.sees("8 working days"))
        #expect(person.sees("Good Friday"))
        #expect(person.sees("Easter Monday"))
    }

    @Test("A plan that ends on a public holiday says so")
    func endsOnHoliday() throws {
        let plan = Plan.invented(from: "2026-03-30", to: "2026-04-03")
        var office = Office(store: MemoryStore(customers: [.mai], plans: [plan]))
        office.now = at("2026-03-31T10:30")
        let person = try Operator.atRecord(office, height: 30)
        #expect(person.sees("ends on a public holiday: Good Friday"))
    }

    @Test("People are given with logon, and how to reach them")
    func people() throws {
        let person = try Operator.atRecord()
        person.press(.character("5"))
        #expect(person.row(with: "Tom Nguyen").contains("PR0002"))
        #expect(person.row(with: "Rosa Petrov").contains("Backup"))
    }

    @Test("Below whom the plan names stands all that is known of the customer, plan or none", arguments: [true, false])
    func customer(hasPlan: Bool) throws {
        var mai = Customer.mai
        mai.medicareNumber = "2123456701"
        mai.csid = "4711"
        mai.addressLine1 = "1 Example Street"
        let store = MemoryStore(customers: [mai], plans: hasPlan ? [.tuesdaysAndThursdays] : [])
        let person = try Operator.atRecord(Office(store: store))
        person.press(.character("5"))
        for words in ["2123 45670 1", "4711", mai.externalId, "1 Example Street, Parramatta 2150", "0412 345 678"] {
            #expect(person.sees(words), "\(words)")
        }
    }

    @Test("A representative with a plan of their own is marked, so that it is looked at first")
    func representative() throws {
        var plan = Plan.tuesdaysAndThursdays
        plan.representatives = [
            Representative(name: "Ada Byron", role: .nominee, customer: Customer.ada.id),
            Representative(name: "Somebody Else", role: .nominee),
        ]
        let own = Plan.invented("MSP-000002", of: 2, faceToFace: .full)
        let person = try Operator.atRecord(Office(store: MemoryStore(customers: [.mai, .ada], plans: [plan, own])))
        person.press(.character("5"))
        #expect(person.sees("Ada Byron: HAS A PLAN OF THEIR OWN"))
        #expect(person.doesNotSee("Somebody Else: HAS"))
    }

    // MARK: Notes and contacts

    @Test("A note is read in its parts, the way it was decided below")
    func note() throws {
        let office = Office()
        var content = NoteContent.contact
        content.trail = ["Plan in force: Yes (P6)"]
        _ = try office.store.desk(.manager).save(content, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator.atRecord(office)
        person.press(.character("2"))
        for words in ["2026-03-02 10:05", "Customer contact", "Forms were given.", "Plan in force: Yes (P6)"] {
            #expect(person.sees(words), "\(words)")
        }
    }

    @Test("A removed note keeps its place, type and reason; its text is shown to CAPT alone")
    func removed() throws {
        var office = Office()
        _ = try office.store.desk(.manager).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        try office.store.desk(.capt).remove(
            Note.ID(rawValue: 1), reason: .privacy, why: "Names a neighbour", at: at("2026-03-02T11:00"))
        let person = try Operator.atRecord(office)
        person.press(.character("2"))
        #expect(person.row(with: "2026-03-02 10:05").contains("removed"))
        #expect(person.sees("privacy breach"))
        #expect(person.doesNotSee("Forms were given."))
        #expect(person.doesNotSee("neighbour"))
        office.access = .capt
        let capt = try Operator.atRecord(office)
        capt.press(.character("2"))
        #expect(capt.sees("Forms were given."))
    }

    @Test("A removed note does not show through beside the plan on a wide screen")
    func removedWide() throws {
        let office = Office()
        _ = try office.store.desk(.manager).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator.atRecord(office, width: 140, height: 40)
        #expect(person.sees("Forms were given."))
        try office.store.desk(.capt).remove(
            Note.ID(rawValue: 1), reason: .privacy, why: "Names a neighbour", at: at("2026-03-02T11:00"))
        let later = try Operator.atRecord(office, width: 140, height: 40)
        #expect(later.doesNotSee("Forms were given."))
    }

    @Test("A contact report that waits is marked as such and can be read")
    func report() throws {
        let office = Office()
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator.atRecord(office)
        person.press(.character("2"))
        #expect(person.sees("REPORT waiting"))
        #expect(person.sees("Forms were given."))
    }

    @Test("A note's row says what it is about; a short note below leaves the list the rest of the room")
    func rows() throws {
        let office = Office()
        for minute in 10..<22 {
            _ = try office.store.desk(.manager).save(
                .contact, for: Customer.mai.id, at: at("2026-03-02T10:\(minute)"))
        }
        let person = try Operator.atRecord(office)
        person.press(.character("2"))
        #expect(person.row(with: "> 2026-03-02 10:21").contains("Customer contact: Asked about a claim"))
        #expect(person.sees("2026-03-02 10:12"))
        #expect(person.sees("Discussion: Forms were given."))
    }

    @Test("Contacts are listed with channel, verdict and whether they were refused")
    func contacts() throws {
        var refused = Contact.visit("2026-03-02T10:15", refused: true)
        refused.verdict = .notInLine
        var served = Contact.call("2026-02-26T09:00")
        served.verdict = .inLine
        let office = Office(
            store: MemoryStore(
                customers: [.mai], plans: [.tuesdaysAndThursdays], contacts: [refused, served]))
        let person = try Operator.atRecord(office)
        person.press(.character("3"))
        #expect(person.row(with: "2026-03-02 10:15").contains("REFUSED"))
        #expect(person.row(with: "2026-03-02 10:15").contains("NOT in line"))
        #expect(person.row(with: "2026-02-26 09:00").contains("Phone"))
    }

    @Test("Another person's notes and contacts are never in the record")
    func othersNotes() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays]))
        _ = try office.store.desk(.manager).save(.contact, for: Customer.ada.id, at: at("2026-03-02T10:05"))
        let person = try Operator.atRecord(office)
        person.press(.character("2"))
        #expect(person.sees("No note yet."))
    }

    // MARK: From here

    @Test(
        "Enter guides the contact of the channel in use",
        arguments: [
            (Channel.faceToFace, "A customer visits a service centre"), (.phone, "A customer calls a Smart Centre"),
            (.writing, "A work item, or a call passed to a processing team"),
        ])
    func mainGuide(channel: Channel, title: String) throws {
        var office = Office()
        office.channel = channel
        let person = try Operator.atRecord(office)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains(title.prefix(20)))
    }

    @Test("The warning can be read again, and Enter comes back to the record without a second acknowledgement")
    func warningAgain() throws {
        let office = Office()
        let person = try Operator.atRecord(office)
        person.press(.character("w"))
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        person.press(.character("w"), .enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find"))
        #expect(office.audited(.warningAcknowledged).count == 1)
    }

    @Test("Esc closes the record and what was typed to find it is still there")
    func escape() throws {
        let person = try Operator.atRecord()
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find"))
        #expect(person.row(with: "Find [").contains("nguyen"))
    }
}
