import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Finding a person")
struct LookupTests {
    @Test("The start says who sits here, with which access and where")
    func start() throws {
        let person = try Operator()
        #expect(person.sees("Mina Okafor"))
        #expect(person.sees("Parramatta"))
        #expect(person.sees("Nothing waits for you."))
    }

    @Test("The start shows unfinished notes and whose they are")
    func drafts() throws {
        let office = Office()
        let writing = try Operator.atNote(office)
        writing.type("About a claim")
        writing.press(.control("q"))
        let person = try Operator(office)
        #expect(person.sees("Waiting for you"))
        #expect(person.row(with: "NGUYEN").contains("Customer contact"))
    }

    @Test("A manager's start counts the contact reports that wait; others are not told of them")
    func reports() throws {
        var office = Office()
        _ = try office.store.desk(.none).save(
            NoteContent.contact, for: Customer.mai.id, at: at("2026-03-02T10:00"))
        let colleague = try Operator(office)
        #expect(colleague.doesNotSee("to record"))
        #expect(colleague.sees("Nothing waits for you."))
        office.access = .manager
        let manager = try Operator(office)
        #expect(manager.row(with: "1 contact report").contains("to record"))
    }

    @Test("Mail that was not taken, or cannot be handed over, is told at the start and leads to the outbox")
    func unsent() throws {
        let office = Office()
        office.store.holdsMails()
        let person = try Operator(office)
        #expect(person.row(with: "2 mails NOT sent").contains("outbox"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Outbox"))
        let quiet = Office()
        quiet.store.holdsMails()
        quiet.store.contents.mails = [.waiting, .sent]
        #expect(try Operator(quiet).sees("Nothing waits for you."))
    }

    @Test("Results come as one types, with why each matches, the plan and the level of each channel")
    func results() throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays])))
        person.type("ngu")
        #expect(person.row(with: "NGUYEN").contains("MSP-000001"))
        #expect(person.row(with: "NGUYEN").contains("3 April 1980"))
        #expect(person.row(with: "NGUYEN").contains("Parramatta"))
        let below = person.row(with: "Face to face")
        #expect(below.contains("PART"))
        #expect(below.contains("Phone open"))
        #expect(below.contains("surname"))
        #expect(person.doesNotSee("BYRON"))
    }

    @Test("A brand that differs stands beside the level of the rest, in the list and in what is known (R2)")
    func brandApart() throws {
        let apart = Restriction(level: .available, brands: [.medicarePublic: BrandRestriction(level: .full)])
        let office = Office(store: MemoryStore(customers: [.mai], plans: [.invented(faceToFace: apart)]))
        let person = try Operator(office, width: 120)
        person.type("nguyen")
        #expect(person.row(with: "Face to face open").contains("Face to face open (Medicare public Restricted)"))
        #expect(person.sees("Available (Medicare public Restricted)"))
        let narrow = try Operator(office, width: 40)
        narrow.type("nguyen")
        #expect(narrow.sees("F2F by brand"))
    }

    @Test("The postcode is whole where there is no room for the state", arguments: [(80, false), (100, true)])
    func suburb(width: Int, hasState: Bool) throws {
        var harbour = Customer.invented(
            3, "Lea", "Ngata", born: "1991-11-30", suburb: "Coffs Harbour", postcode: "2450")
        harbour.state = .nsw
        let office = Office(store: MemoryStore(customers: [harbour]))
        let person = try Operator(office, width: width)
        person.type("ngata")
        #expect(person.row(with: "NGATA").contains("Coffs Harbour 2450"))
        #expect(person.row(with: "NGATA").contains("2450 NSW") == hasState)
        let listener = try LinearListener(office)
        listener.answers("ngata")
        #expect(listener.hears("Coffs Harbour 2450 NSW"))
    }

    @Test("A full restriction and a safety alert are seen before the record is opened")
    func alertInResults() throws {
        var plan = Plan.invented(faceToFace: .full)
        plan.safetyAlert = true
        let person = try Operator(Office(store: MemoryStore(customers: [.mai], plans: [plan])))
        person.type("mai")
        #expect(person.sees("SAFETY ALERT"))
        #expect(person.sees("FULL"))
    }

    @Test("Where there is little room, a long suburb leaves the levels in sight")
    func levelsBeforeSuburb() throws {
        var mai = Customer.mai
        mai.suburb = "Mount Kuring-gai Heights"
        let office = Office(store: MemoryStore(customers: [mai], plans: [.invented(faceToFace: .full)]))
        let person = try Operator(office, width: 40)
        person.type("nguyen")
        #expect(person.sees("F2F FULL"))
    }

    @Test("A plan that leaves every channel open says so where there is little room")
    func allOpen() throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai], plans: [.invented()])), width: 40)
        person.type("nguyen")
        #expect(person.sees("1980-04-03, all open, Parramatta"), "\(person)")
    }

    @Test(
        "Namesakes are marked, and birth date and suburb tell them apart",
        arguments: [
            (40, ["1980-04-03", "1991-11-30"]), (80, ["3 April 1980", "30 November 1991"]),
        ])
    func namesakes(width: Int, born: [String]) throws {
        let other = Customer.invented(3, "Mai", "Nguyen", born: "1991-11-30", suburb: "Cabramatta")
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, other])), width: width)
        person.type("nguyen")
        #expect(person.screen.filter { $0.contains("SAME NAME") }.count == 2)
        for telling in born + ["Parramatta", "Cabramatta"] { #expect(person.sees(telling)) }
    }

    @Test("Namesakes born in different years are told apart by the year, else by what differs first")
    func toldApart() throws {
        var twin = Customer.invented(3, "Mai", "Nguyen", born: "1991-11-30", suburb: "Cabramatta")
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, twin])), width: 80)
        person.type("mai nguyen")
        #expect(person.sees("SAME NAME | born 1980"))
        #expect(person.sees("SAME NAME | born 1991"))
        twin.dateOfBirth = Customer.mai.dateOfBirth
        let other = try Operator(Office(store: MemoryStore(customers: [.mai, twin])), width: 80)
        other.type("mai nguyen")
        #expect(other.sees("SAME NAME | Parramatta"))
        #expect(other.sees("SAME NAME | Cabramatta"))
    }

    @Test("Who is far behind the likeliest is not listed, which the screen says, and no row moves for that")
    func farBehind() throws {
        let other = Customer.invented(3, "Bao", "Nguyen", born: "1991-11-30", suburb: "Cabramatta")
        let held = HeldWorker()
        let office = Office(store: MemoryStore(customers: [.mai, other]))
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        person.type("mai nguyen")
        held.answersAll(person)
        #expect(person.sees("Bao NGUYEN"))
        #expect(person.doesNotSee("not listed"))
        let place = person.screen.firstIndex { $0.contains("Mai NGUYEN") }
        person.type(" 3/4/1980")
        person.press(.enter)
        held.answersAll(person)
        #expect(person.doesNotSee("Bao NGUYEN"))
        #expect(person.sees("Others fit far less: not listed."))
        #expect(person.screen.firstIndex { $0.contains("Mai NGUYEN") } == place)
        // They may be meant all the same: only whoever saw the list opens one of it.
        #expect(office.audited(.opened).isEmpty)
        person.press(.enter)
        held.answersAll(person)
        #expect(office.audited(.opened).count == 1)
    }

    @Test("Of the first digits of a number nothing is said while it is typed")
    func begun() throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada])))
        person.type("mai nguyen 7")
        #expect(person.doesNotSee("The nearest"))
        person.type("77")
        #expect(person.doesNotSee("The nearest"))
        person.type("7")
        #expect(person.sees("Nobody fits all of it: nothing for \"7777\". The nearest:"))
        person.press(.escape)
        person.type("777 nguyen")
        #expect(person.sees("nothing for \"777\""))
    }

    @Test("When nobody is found the screen says what was searched")
    func nobody() throws {
        let person = try Operator()
        person.type("zzyzx")
        #expect(person.sees("Nobody found for \"zzyzx\""))
        for field in ["names", "birth", "CRN", "Medicare", "phone", "suburb"] { #expect(person.sees(field)) }
        person.press(.enter)
        #expect(person.sees("Nobody matches"))
    }

    @Test(
        "Any number is found however it is spaced, and a date of birth however it is written",
        arguments: [
            "307 111 942h", "307111942H", "3/4/1980", "1980-04-03", "0412345678", "may", "2150 mai",
        ])
    func numbers(text: String) throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada])))
        person.type(text)
        #expect(person.sees("Mai NGUYEN"))
    }

    @Test("Enter never opens a person found for an earlier text: it waits for the answer, and opens it if it is one")
    func enterBeforeAnswer() throws {
        let held = HeldWorker()
        let office = Office(store: MemoryStore(customers: [.mai, .ada]))
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        person.type("n")
        while held.waiting > 0 { held.works(on: 0) }
        person.settle()
        #expect(person.sees("Mai NGUYEN"))
        person.press(.backspace)
        person.type("byron")
        person.press(.enter)
        #expect(office.audited(.opened).isEmpty)
        held.answersAll(person)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees("Ada BYRON"))
    }

    @Test("Enter before the answer opens nobody when several people fit: one has to choose")
    func enterBeforeSeveral() throws {
        let held = HeldWorker()
        let office = Office(store: MemoryStore(customers: [.mai, .ada]))
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        person.type("p")
        person.press(.enter)
        held.answersAll(person)
        #expect(person.row(with: "MSP Desk").contains("Find"))
        #expect(person.sees("Mai NGUYEN") && person.sees("Ada BYRON"))
        #expect(office.audited(.opened).isEmpty)
    }

    @Test("A pasted number with a line end finds the person too")
    func pasted() throws {
        let person = try Operator()
        person.paste("307 111 942H\n")
        #expect(person.sees("Mai NGUYEN"))
    }

    @Test("A search enters the audit trail once, when it has come to rest, whatever is done after")
    func audited() throws {
        let office = Office()
        let person = try Operator(office)
        person.type("nguyen")
        #expect(office.audited(.searched).isEmpty)
        person.waits(.seconds(2))
        #expect(office.audited(.searched) == ["nguyen (1 found)"])
        person.press(.enter, .escape)
        person.waits(.seconds(5))
        person.press(.escape)
        #expect(office.audited(.searched) == ["nguyen (1 found)"])
    }

    @Test("A person opened before the search came to rest leaves the search in the audit trail too")
    func auditedOnOpening() throws {
        let office = Office()
        _ = try Operator.atWarning(office)
        #expect(office.audited(.searched) == ["nguyen (1 found)"])
        #expect(office.store.contents.audit.map(\.act) == [.searched, .opened])
    }

    @Test("A search that was cleared or left before it came to rest is in the audit trail")
    func auditedOnLeaving() throws {
        let office = Office()
        let person = try Operator(office)
        person.type("nguyen")
        person.press(.escape)
        #expect(office.audited(.searched) == ["nguyen (1 found)"])
        person.type("byron")
        person.press(.control("q"))
        #expect(office.audited(.searched) == ["nguyen (1 found)", "byron (0 found)"])
    }

    @Test("Esc clears what was typed, then twice leaves the program")
    func escape() throws {
        let person = try Operator()
        person.type("nguyen")
        person.press(.escape)
        #expect(person.doesNotSee("NGUYEN"))
        #expect(!person.app.isOver)
        person.press(.escape, .escape)
        #expect(person.app.isOver)
    }

    @Test("The arrows stop at the ends of the list")
    func arrows() throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada])))
        person.type("p")
        person.press(.up, .down, .down, .down, .pageDown)
        let last = person.screen.last { $0.contains("NGUYEN") || $0.contains("BYRON") } ?? ""
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees(last.contains("BYRON") ? "Ada BYRON" : "Mai NGUYEN"))
    }

    @Test(
        "A list that is not all of it says so, in every face, and is never longer than somebody reads",
        arguments: [24, 200])
    func more(height: Int) throws {
        let crowd = (1...60).map { Customer.invented(Int64($0), "Ann\($0)", "Ng", born: "1980-04-03") }
        let office = Office(store: MemoryStore(customers: crowd))
        let person = try Operator(office, height: height)
        person.type("ng")
        #expect(person.sees("Others fit as well: type on."))
        #expect(person.screen.count { $0.contains(" NG") } <= 30)
        let listener = try LinearListener(office)
        listener.answers("ng")
        #expect(listener.hears("Others fit as well: type on."))
        #expect(listener.heard.count { $0.contains(" NG") } == 30)
        let few = try Operator(Office(store: MemoryStore(customers: Array(crowd.prefix(3)))))
        few.type("ng")
        #expect(few.doesNotSee("Others fit as well"))
    }

    @Test("An administrator is refused, and told what access is needed")
    func administrator() throws {
        var office = Office()
        office.access = .admin
        let person = try Operator(office)
        person.type("nguyen")
        #expect(person.doesNotSee("NGUYEN"))
        #expect(person.sees("access"))
    }
}

extension NoteContent {
    /// A contact told in full.
    static let contact = NoteContent(
        type: NoteType.customerContact,
        fields: [
            "contactReason": "Asked about a claim", "time": "2 March 2026 10:00", "discussion": "Forms were given.",
        ])
}
