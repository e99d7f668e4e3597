import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Two programs of one officer on the same draft")
struct DraftInTwoWindowsTests {
    /// A draft of a note of customer contact waits; it tells of a contact.
    let office: Office

    init() throws {
        office = Office()
        var draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "waits"), customer: Customer.mai.id, author: .counter, content: .contact,
            beganAt: at("2026-03-02T15:00"), savedAt: at("2026-03-02T15:05"))
        draft.contact = .visit("2026-03-02T15:00")
        try office.store.write { try $0.save(draft) }
    }

    private var kept: [String] {
        office.store.contents.drafts.map { $0.content.fields["contactReason"] ?? "" }.sorted()
    }

    @Test("A draft is opened as it stands now, not as it was listed")
    func anew() throws {
        let (one, other) = (try Operator(office), try Operator(office))
        one.press(.enter, .enter)
        one.type("Rent. ")
        one.press(.escape)
        other.press(.enter, .enter)
        #expect(other.row(with: "MSP Desk").contains("Note") && other.sees("Rent. "))
        other.type("More. ")
        other.waits(.milliseconds(300))
        #expect(kept.count == 1 && kept[0].contains("Rent. More. "))
    }

    @Test("A draft saved meanwhile is said to be gone, and is listed no more, at the start and in the palette")
    func gone() throws {
        let (one, other, third) = (try Operator(office), try Operator(office), try Operator(office))
        third.press(.control("p"))
        third.type("unfinished")
        one.press(.enter, .enter, .control("s"), .enter)
        other.press(.enter)
        #expect(other.sees("already saved or thrown away in another window"))
        #expect(other.row(with: "MSP Desk").contains("Find") && other.doesNotSee("Begun 2 March"))
        third.press(.enter)
        #expect(third.sees("already saved or thrown away in another window"))
        #expect(third.doesNotSee("Customer contact, unfinished"))
    }

    @Test("What is typed where another window changed the draft is kept apart, and said")
    func apart() throws {
        let (one, other) = (try Operator(office), try Operator(office))
        for person in [one, other] { person.press(.enter, .enter) }
        one.type("Rent. ")
        one.waits(.milliseconds(300))
        other.type("A letter. ")
        other.waits(.milliseconds(300))
        #expect(other.sees("Another window changed this draft") && other.sees("is kept as a draft of its own."))
        other.type("More. ")
        other.waits(.milliseconds(300))
        #expect(other.sees("A draft of its own"))
        one.type("Paid. ")
        one.press(.escape)
        #expect(one.sees("Kept as a draft"))
        #expect(kept.count == 2 && kept[0].contains("A letter. More. ") && kept[1].contains("Rent. Paid. "))
    }

    @Test("A note saved in one window is not saved again in the other, nor its contact; the words stay on screen")
    func savedOnce() throws {
        let (one, other) = (try Operator(office), try Operator(office))
        for person in [one, other] { person.press(.enter, .enter) }
        one.press(.control("s"), .enter)
        other.press(.control("s"), .enter)
        #expect(other.sees("already saved or thrown away in another window"))
        #expect(other.row(with: "MSP Desk").contains("Note"))
        other.waits(.milliseconds(300))
        #expect(kept.isEmpty && office.store.contents.reports.count == 1)
        other.type("A letter. ")
        other.waits(.milliseconds(300))
        #expect(other.sees("is kept as a draft of its own."))
        other.press(.control("s"), .enter)
        #expect(office.store.contents.reports.count == 2 && office.store.contents.contacts.count == 1)
    }

    @Test("Left untouched, a draft that another window has changed stays as that one wrote it, and it is said")
    func untouched() throws {
        let trail = NoteContent(type: NoteType.customerContact, fields: ["discussion": "Forms."], trail: ["a step"])
        office.store.contents.drafts[0].content = trail
        let (one, other) = (try Operator(office), try Operator(office))
        for person in [one, other] { person.press(.enter, .enter) }
        one.type("Rent.")
        one.press(.escape)
        other.press(.escape)
        #expect(other.sees("Another window changed this draft, saved it or threw it away; here nothing was typed."))
        #expect(kept == ["Rent."])
    }

    @Test("However slow the register, a window is not taken for another of its own")
    func slow() throws {
        let held = HeldWorker()
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        func work() { while held.waiting > 0 { held.works(on: 0) } }
        work()
        person.settle()
        person.press(.enter)
        work()
        person.settle()
        person.press(.enter)
        work()
        person.settle()
        #expect(person.row(with: "MSP Desk").contains("Note"))
        for word in ["Rent. ", "A letter. ", "More. "] {
            person.type(word)
            person.waits(.milliseconds(300))
        }
        work()
        person.settle()
        #expect(kept.count == 1 && kept[0].contains("Rent. A letter. More. "))
        #expect(person.doesNotSee("Another window"))
    }
}
