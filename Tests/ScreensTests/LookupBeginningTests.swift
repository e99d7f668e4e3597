import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// While too little is typed to tell anybody by.
@Suite("The beginning of a search")
struct LookupBeginningTests {
    @Test("One letter that very many fit lists nobody and says so; where few fit, or when pasted, it lists them")
    func vague() throws {
        let crowd = (1...30).map { Customer.invented(Int64($0), "Ann\($0)", "Ng", born: "1980-04-03") }
        let office = Office(store: MemoryStore(customers: crowd))
        let person = try Operator(office)
        person.type("n")
        #expect(person.sees("Too many fit one letter: type on."))
        #expect(person.doesNotSee(" NG"))
        #expect(person.sees("Just type what you hear."))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Find a person"))
        person.type("g")
        #expect(person.sees(" NG"))
        #expect(person.doesNotSee("Too many fit"))
        person.press(.backspace)
        #expect(person.doesNotSee(" NG"))
        person.press(.escape)
        #expect(person.doesNotSee("type on"))
        person.paste("n")
        #expect(person.sees(" NG"))
        let few = try Operator(Office(store: MemoryStore(customers: Array(crowd.prefix(3)))))
        few.type("n")
        #expect(few.sees(" NG"))
        let listener = try LinearListener(office)
        listener.answers("n")
        #expect(listener.hears(" NG"))
    }

    @Test("While something is typed, nothing that waits is marked as chosen")
    func waitingNotChosen() throws {
        let crowd = (11...40).map { Customer.invented(Int64($0), "Zoe\($0)", "Zed", born: "1980-04-03") }
        let office = Office(store: MemoryStore(customers: [.mai] + crowd))
        let writing = try Operator.atNote(office)
        writing.type("About a claim")
        writing.press(.control("q"))
        let person = try Operator(office)
        #expect(person.row(with: "NGUYEN").contains(">"))
        person.type("z")
        #expect(person.sees("type on"))
        #expect(!person.row(with: "NGUYEN").contains(">"))
        person.press(.escape)
        #expect(person.row(with: "NGUYEN").contains(">"))
        let other = Office(store: MemoryStore(customers: [.mai] + crowd))
        _ = try other.store.desk(.none).save(NoteContent.contact, for: Customer.mai.id, at: other.now)
        let author = try Operator(other)
        #expect(author.sees("Your contact reports"))
        #expect(author.row(with: "NGUYEN").contains(">"))
        author.type("z")
        #expect(!author.row(with: "NGUYEN").contains(">"))
    }

    @Test("After somebody was opened, what is typed or pasted begins a new search and is not added to theirs")
    func nextPerson() throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada])))
        person.type("nguyen")
        person.press(.enter, .escape)
        #expect(person.sees("Mai NGUYEN"))
        #expect(person.sees("Typing begins a new search."))
        person.type("byron")
        #expect(person.row(with: "Find [").contains("[byron"))
        #expect(person.sees("Ada BYRON"))
        #expect(person.doesNotSee("begins a new search"))
        person.press(.enter, .escape)
        person.press(.backspace)
        person.type("n")
        #expect(person.row(with: "Find [").contains("[byron"))
        person.press(.enter, .escape)
        person.paste("nguyen")
        #expect(person.row(with: "Find [").contains("[nguyen"))
    }

    @Test("Esc where nothing is left to go back to asks once; whatever is done between begins anew")
    func leaving() throws {
        let person = try Operator()
        person.press(.escape)
        #expect(!person.app.isOver)
        #expect(person.sees("Once more leaves the program."))
        person.type("n")
        person.press(.escape, .escape)
        #expect(!person.app.isOver)
        person.press(.escape)
        #expect(person.app.isOver)
    }

    @Test("Of a number that cannot be right, and is near to nobody's, the screen says why nobody is found")
    func faultyNumber() throws {
        let person = try Operator()
        person.type("111111924A")
        #expect(person.sees("Nobody found for"))
        #expect(person.sees("check letter"))
        #expect(person.sees("Ask for it again."))
    }

    @Test("What waits is told apart: when a note was begun and what it begins with, which guide was left and when")
    func toldApart() throws {
        let office = Office()
        for (id, reason, time) in [
            ("a", "Asked about rent", "14:00"), ("b", "Brought a letter", "15:30"), ("c", "", "16:00"),
        ] {
            try office.store.write {
                try $0.save(
                    NoteDraft(
                        id: NoteDraft.ID(rawValue: id), customer: Customer.mai.id, author: .counter,
                        content: NoteContent(
                            type: NoteType.customerContact, fields: ["time": "2 March 2026", "contactReason": reason]),
                        beganAt: at("2026-03-02T\(time)"), savedAt: at("2026-03-02T17:00")))
            }
        }
        let person = try Operator(office)
        #expect(person.sees("Begun 2 March 2026 14:00: Asked about rent"))
        #expect(person.sees("Begun 2 March 2026 15:30: Brought a letter"))
        #expect(person.sees("Begun 2 March 2026 16:00; nothing typed yet."))
        person.press(.function(8), .enter)
        person.send(.ended)
        let next = try Operator(office)
        #expect(next.row(with: "no record").contains("Emergency steps"))
        #expect(next.row(after: "no record").contains("Left 3 March 2026 11:15, at: "))
    }

    @Test("A long draft begins on the start with some words of it, and lines say no more of it")
    func longDraft() throws {
        let office = Office()
        let long =
            "She asked why the letter about her rent had not come. "
            + String(repeating: "Again she asked. ", count: 900)
        try office.store.write {
            try $0.save(
                NoteDraft(
                    id: NoteDraft.ID(rawValue: "a"), customer: Customer.mai.id, author: .counter,
                    content: NoteContent(
                        type: NoteType.customerContact, fields: ["time": "2 March 2026", "contactReason": long]),
                    beganAt: at("2026-03-02T14:00"), savedAt: at("2026-03-02T17:00")))
        }
        let listener = try LinearListener(office)
        #expect(listener.hears("14:00: She asked why the letter about her rent had not come. Again..."))
        #expect(!listener.hears("Again she"))
    }

    @Test("An administrator, who opens no record, reads what they can do, and why nobody is searched for")
    func administrator() throws {
        var office = Office()
        office.access = .admin
        let person = try Operator(office)
        #expect(person.doesNotSee("Just type what you hear."))
        #expect(person.sees("mspdesk import"))
        person.type("nguyen")
        person.waits(.seconds(1))
        for _ in ["typed", "Enter", "back from the commands"] {
            #expect(person.sees("administrator access) may not"))
            #expect(person.doesNotSee("Searching."))
            #expect(person.doesNotSee("NGUYEN"))
            person.press(.enter, .control("p"), .escape)
        }
        person.press(.escape)
        #expect(person.sees("mspdesk import"))
        #expect(person.doesNotSee("may not"))
        let listener = try LinearListener(office)
        listener.answers("nguyen")
        #expect(listener.hears("administrator access) may not"))
    }
}
