import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Advice on the wording of a note (N5)")
struct NoteWordingTests {
    private let manager = Office(access: .manager)

    @Test("Advice is read whole below the part, and the text with it", arguments: sizes)
    func whole(size: Size) throws {
        let person = try Operator.atNote(manager, width: size.width, height: size.height)
        person.type("He was aggressive and rude, a schizo")
        #expect(
            person.sees(
                "Wording: \"schizo\" labels a person. Leave it out; exact words go in quotation marks. (+2 more)"))
        #expect(person.sees("a schizo"))
        #expect(person.row(with: "Contact reason *").hasPrefix("Contact reason *"))
    }

    @Test("At 40 by 12 a line of a follow-up that came back can still be written in, and its advice read")
    func smallest() throws {
        let office = Office(store: MemoryStore(customers: [.mai], plans: [.alerting]))
        let desk = try office.store.desk(.manager)
        _ = try desk.save(.other("Asks about rent"), for: Customer.mai.id, at: at("2026-03-02T10:05"))
        _ = try office.store.desk(.none).save(
            .other("Is a schizo"), for: Customer.mai.id, follows: Note.ID(rawValue: 1), at: at("2026-03-02T12:00"))
        try desk.giveBack(
            ContactReport.ID(rawValue: 1), because: "When?", as: NoteDraft.ID(rawValue: "back"),
            at: at("2026-03-02T12:30"))
        let author = try Operator(office, width: 40, height: 12)
        author.press(.enter, .enter)
        #expect(author.sees("SAFETY ALERT"))
        #expect(author.sees("RETURNED by PR0002: When?"))
        #expect(author.sees("Is a schizo"))
        #expect(author.sees("labels a person. Leave it out; exact words go in quotation marks."))
    }

    @Test("Who will see the note is read whole at 40 by 12, with a guide behind it too")
    func readers() throws {
        let officer = try Operator.atNote(width: 40, height: 12)
        #expect(officer.screen.contains { $0.hasPrefix("A contact report; a manager records it.") })
        let person = try Operator.atRecord(manager)
        person.press(.character("v"), .character("1"), .character("1"), .character("2"), .enter)
        #expect(person.sees("of the guide stand in it too."))
        person.resize(40, 12)
        #expect(person.screen.contains { $0.hasPrefix("A note, seen by all who open the record.") })
    }

    @Test("A folded part with advice says so in a word, and no other does", arguments: sizes)
    func folded(size: Size) throws {
        let person = try Operator.atNote(manager, width: size.width, height: size.height)
        person.type("He was rude")
        #expect(!person.row(with: "Contact reason *").contains("! wording"))
        person.press(.tab)
        #expect(person.row(with: "Contact reason *").contains("Contact reason *  ! wording  He was"))
        #expect(!person.row(with: "Discussion *").contains("! wording"))
        person.press(.backTab)
        person.type(": he swore.")
        person.press(.tab)
        #expect(person.row(with: "Contact reason *").contains("Contact reason *  He was rude"))
    }

    @Test("A long name of a part leaves room for the word at 40 columns")
    func longLabel() throws {
        let person = try Operator.atRecord(manager, width: 40, height: 12)
        person.press(.character("n"), .character("8"))
        person.press(.tab, .tab)
        person.type("Is lazy")
        person.press(.tab)
        #expect(person.row(with: "Vulnerabilities and how").contains("~  ! wording"))
    }

    @Test("The question before saving names the parts with advice, and lets them be saved so", arguments: sizes)
    func asked(size: Size) throws {
        let office = manager
        let person = try Operator.atNote(office, width: size.width, height: size.height)
        person.type("He was rude")
        person.press(.tab, .tab)
        person.type("I felt unsafe.")
        person.press(.control("s"))
        #expect(person.sees("Save this note?"))
        #expect(person.sees("! Look at the wording of:"))
        #expect(person.sees("Look at the wording of: Contact reason, Discussion."))
        person.press(.enter)
        #expect(office.store.contents.notes.first?.content.fields["discussion"] == "I felt unsafe.")
    }

    @Test("A note without advice is asked about as ever")
    func nothingToAdvise() throws {
        let person = try Operator.atNote(manager)
        person.tellsOfClaim()
        person.press(.control("s"))
        #expect(person.sees("Save this note?") && person.doesNotSee("wording"))
    }

    @Test("Where lines are said, the word stands with the part")
    func linear() throws {
        let person = try LinearListener(manager)
        person.answers("nguyen", "1", "", "n", "1", "He was rude", ".", ".again")
        #expect(person.hears("Contact reason *, look at the wording: He was rude"))
    }
}

extension Plan {
    /// Mai's plan with a safety alert, which takes a row of every screen of her record.
    fileprivate static var alerting: Plan {
        var plan = tuesdaysAndThursdays
        plan.safetyAlert = true
        return plan
    }
}
