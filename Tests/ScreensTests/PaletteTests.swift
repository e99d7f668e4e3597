import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Finding commands, people, guides and drafts")
struct PaletteTests {
    private func opened(_ office: Office = Office(), typing text: String = "") throws -> Operator {
        let person = try Operator(office)
        person.press(.control("p"))
        person.type(text)
        return person
    }

    @Test("People whose records the officer opened lately are there, with birth date and number; others are not")
    func people() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays]))
        _ = try office.store.desk(.none).open(Customer.mai.id, at: at("2026-03-03T09:00"))
        _ = try office.store.desk(.manager).open(Customer.ada.id, at: at("2026-03-03T10:00"))
        let person = try opened(office, typing: "nguyen")
        let row = person.row(with: "Mai NGUYEN")
        #expect(row.contains("1980-04-03"))
        #expect(person.row(after: "Mai NGUYEN").contains("CRN 307 111 942H"))
        person.press(.control("u"))
        person.type("byron")
        #expect(person.doesNotSee("BYRON"))
    }

    @Test("A person of the palette is opened as from the search: audited, and the warning first")
    func warningFirst() throws {
        let office = Office()
        _ = try office.store.desk(.none).open(Customer.mai.id, at: at("2026-03-03T09:00"))
        let person = try opened(office, typing: "nguyen")
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        #expect(office.audited(.opened).count == 2)
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find a person"))
    }

    @Test("An administrator, who opens no record, is shown nobody")
    func administrator() throws {
        var office = Office()
        office.access = .admin
        let person = try opened(office, typing: "nguyen")
        #expect(person.sees("Nothing is called so."))
        #expect(office.audited(.refused).isEmpty)
    }

    @Test("With a record open the guides open on it; without one they say that they need it")
    func guides() throws {
        let person = try Operator.atRecord()
        person.press(.control("p"))
        person.type("visits")
        person.press(.enter)
        #expect(person.sees("A customer visits a service centre"))
        #expect(person.sees("Have you proved who this person is?"))
        let other = try opened(typing: "visits")
        #expect(other.sees("Open a record first."))
        other.press(.enter)
        #expect(other.row(with: "MSP Desk").contains("Commands"))
    }

    @Test("At 80 columns a guide's long name is read whole, and below the list why it cannot be opened")
    func longNames() throws {
        let person = try opened(typing: "referral child")
        #expect(person.row(with: ">").contains("> Referral to Child Support Personalised Services"))
        #expect(person.sees("Open a record first."))
        let there = try Operator.atRecord()
        there.press(.control("p"))
        there.type("referral child")
        #expect(there.row(with: ">").contains("> Referral to Child Support Personalised Services"))
        #expect(there.sees("For Mai NGUYEN"))
    }

    @Test("Before the warning is acknowledged no guide opens past it")
    func notPastTheWarning() throws {
        let person = try Operator.atWarning()
        person.press(.control("p"))
        person.type("visits")
        #expect(person.sees("Open a record first."))
    }

    @Test("An unfinished note is gone on with, the warning first; the one being written is not offered")
    func drafts() throws {
        let office = Office()
        let writing = try Operator.atNote(office)
        writing.type("About a claim")
        writing.waits(.seconds(1))
        writing.press(.control("p"))
        writing.type("unfinished")
        #expect(writing.sees("Nothing is called so."))
        let person = try opened(office, typing: "unfinished")
        #expect(person.row(after: "NGUYEN").contains("Customer contact, unfinished"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Warning"))
        person.press(.enter)
        #expect(person.sees("About a claim"))
    }

    @Test("Screens that open from anywhere are found by name; one that needs more access says so")
    func screens() throws {
        #expect(try opened(typing: "outbox").row(with: ">").contains("Outbox"))
        #expect(try opened(typing: "contact reports").sees("manager access"))
        var office = Office()
        office.access = .manager
        let person = try opened(office, typing: "contact reports")
        person.press(.enter)
        #expect(person.sees("No contact report waits."))
    }

    @Test("Enter pressed before what is typed was found opens it once it is; what nothing is called is said then")
    func quickHand() throws {
        for (typed, seen) in [("outbox", "No mail waits"), ("zzyzx", "Nothing is called so.")] {
            let held = HeldWorker()
            let person = try Operator(worker: { held.sitting(with: $0) })
            held.answersAll(person)
            person.press(.control("p"))
            person.type(typed)
            person.press(.enter)
            #expect(person.row(with: "MSP Desk").contains("Commands"))
            held.answersAll(person)
            #expect(person.sees(seen))
        }
    }

    @Test(
        "The best fit stands first",
        arguments: [
            ("he", "Help"), ("lea", "Leave"), ("docter", ""), ("dctr", "Doctor"), ("out", "Outbox"), ("OUT", "Outbox"),
            ("hide", "Blank"),
        ])
    func bestFirst(typed: String, first: String) throws {
        let person = try opened(typing: typed)
        guard !first.isEmpty else { return #expect(person.sees("Nothing is called so.")) }
        #expect(person.row(with: ">").contains("> \(first)"))
    }

    @Test(
        "What somebody in danger may type finds the emergency steps",
        arguments: ["suicide", "assault", "knife", "bomb", "police", "angry", "gun"])
    func danger(word: String) throws {
        let person = try opened(typing: word)
        #expect(person.row(with: ">").contains("> Emergency"))
        person.press(.enter)
        #expect(person.sees("What is happening?"))
    }

    @Test("Where nothing is found the key of the emergency steps is said")
    func dangerUnknown() throws {
        let searching = try opened(typing: "zzz")
        #expect(searching.sees("Nothing is called so. F8: emergency steps. What a record has"))
        let reading = try Operator.atRecord()
        reading.press(.control("p"))
        reading.type("zzz")
        #expect(reading.sees("Nothing is called so. F8: emergency steps.") && reading.doesNotSee("What a record has"))
    }

    @Test("The key of a command is one that answers on the screen below")
    func answeringKeys() throws {
        #expect(try opened(typing: "emergency").row(with: ">").contains("F8, Ctrl-G  "))
        let person = try Operator.atRecord()
        person.press(.control("p"))
        person.type("emergency")
        #expect(person.row(with: ">").contains("F8, Ctrl-G, !"))
    }

    @Test("The letters that fit are marked on the row")
    func marked() throws {
        let person = try opened(typing: "dctr")
        let row = try #require(person.screen.firstIndex { $0.contains("> Doctor") })
        let underlined = (2..<8).filter {
            person.display.frame.style(at: Position(column: $0, row: row))?.attributes.contains(.underline) == true
        }
        #expect(underlined == [2, 4, 5, 7])
    }
}

@Suite("How typed words fit")
struct WordMatchTests {
    private func score(_ query: String, _ name: String, _ beside: String = "") -> Double? {
        WordMatch(.init(query), .init(name: name, beside: beside))?.score
    }

    @Test("A whole word fits better than its beginning, that better than a part, that better than letters of it")
    func order() throws {
        let scores = try ["note", "not", "ote", "nt"].map { try #require(score($0, "Note")) }
        #expect(scores == scores.sorted(by: >))
        #expect(Set(scores).count == 4)
    }

    @Test("Every word typed must fit somewhere, in any order")
    func everyWord() {
        #expect(score("item work", "Work item") != nil)
        #expect(score("item home", "Work item") == nil)
        #expect(score("wi", "Work item") != nil)
    }

    @Test("What stands beside a name counts less than the name")
    func beside() throws {
        #expect(try #require(score("note", "Note")) > #require(score("note", "Write", "A note of any type.")))
        #expect(score("nt", "Write", "A note.") == nil)
    }

    @Test("Case and accents do not matter, and the marked letters are those of the name")
    func folded() throws {
        let match = try #require(WordMatch(.init("lodz"), .init(name: "Café Łódź", beside: "")))
        #expect(match.marked == [5..<9])
    }

    @Test("Nothing typed fits everything, and odd text breaks nothing", arguments: ["", " ", "\u{0}", "!!", "\u{301}"])
    func odd(text: String) {
        #expect(WordMatch(.init(text), .init(name: "Note", beside: "")) != nil)
        _ = WordMatch(.init("a"), .init(name: text, beside: text))
    }
}
