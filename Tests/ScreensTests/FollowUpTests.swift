import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Notes that follow others, on the screens (N2)")
struct FollowUpTests {
    private let office = Office(access: .manager)

    /// Mai's record at its notes: a voicemail by a manager, and what follows it.
    private func atNotes(
        _ follows: [String] = [], as access: Access = .manager, width: Int = 80, height: Int = 24
    ) throws -> Operator {
        let desk = try office.store.desk(.manager)
        let voicemail = NoteContent(
            type: NoteType.ID(rawValue: "voicemail"), fields: ["time": "9:58", "content": "Asks about rent"])
        _ = try desk.save(voicemail, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        for (place, text) in follows.enumerated() {
            _ = try desk.save(
                .other(text), for: Customer.mai.id, follows: Note.ID(rawValue: 1),
                at: at("2026-03-02T11:0\(place)"))
        }
        var office = office
        office.access = access
        let person = try Operator.atRecord(office, width: width, height: height)
        person.press(.character("2"))
        return person
    }

    private let voicemail = "Follows: Voicemail received, 2 March 2026 10:05, Tom Nguyen (PR0002)"

    // MARK: Writing

    @Test("f begins a note of the same kind; editor, question and saved note say which one it follows")
    func written() throws {
        let person = try atNotes()
        person.press(.character("f"))
        #expect(person.row(with: "MSP Desk").contains("What kind of note?"))
        #expect(person.sees(voicemail))
        #expect(person.row(with: "> ").contains("Voicemail received"))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Note: Voicemail received"))
        #expect(person.sees(voicemail))
        #expect(person.sees("A note, seen by all who open the record."))
        person.type("Asks about the bond")
        person.press(.control("s"))
        #expect(person.sees("Save this note?"))
        #expect(person.row(after: "What will stand there").contains("Follows: Voicemail received, 2 March 2026 10:05"))
        person.press(.enter)
        #expect(person.sees("Done: Note 2 is saved."))
        #expect(office.store.contents.notes.map(\.follows) == [nil, Note.ID(rawValue: 1)])
        #expect(office.store.contents.notes.first?.content.fields["content"] == "Asks about rent")
        #expect(person.row(with: "11:15").contains("Voicemail received, follow-up: Asks about"))
    }

    @Test("Another kind can be chosen, and what is left for later still follows when it is taken up again (N6)")
    func resumed() throws {
        let person = try atNotes(as: .none)
        person.press(.character("f"), .end)
        person.press(.down, times: 11)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Note: Other"))
        person.type("Called back.")
        person.press(.escape)
        var office = office
        office.access = .none
        let later = try Operator(office)
        later.press(.enter, .enter)
        #expect(later.sees(voicemail))
        later.press(.control("s"), .enter)
        #expect(office.store.contents.reports.map(\.follows) == [Note.ID(rawValue: 1)])
    }

    @Test("A follow-up in which nothing was typed leaves nothing behind")
    func untouched() throws {
        let person = try atNotes()
        person.press(.character("f"), .enter, .escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.store.contents.drafts.isEmpty)
    }

    @Test("At 40 by 12 the whole reference stands above the part that is written")
    func small() throws {
        let person = try atNotes(width: 40, height: 12)
        person.press(.character("f"))
        #expect(person.sees(voicemail))
        person.press(.enter)
        #expect(person.sees(voicemail))
        #expect(person.sees("Content *"))
        person.type("Asks about the bond")
        #expect(person.sees("Asks about the bond"))
    }

    @Test("A report that came back tells what is asked for, and what it follows, at 80 by 24 and 40 by 12")
    func returned() throws {
        _ = try atNotes()
        _ = try office.store.desk(.none).save(
            .other("Called back."), for: Customer.mai.id, follows: Note.ID(rawValue: 1), at: at("2026-03-02T12:00"))
        try office.store.desk(.manager).giveBack(
            ContactReport.ID(rawValue: 1), because: "When?", as: NoteDraft.ID(rawValue: "back"),
            at: at("2026-03-02T12:30"))
        var office = office
        office.access = .none
        let author = try Operator(office)
        author.press(.enter, .enter)
        #expect(author.sees("RETURNED by PR0002: When?"))
        #expect(author.sees(voicemail))
        author.resize(40, 12)
        #expect(author.sees("RETURNED by PR0002: When?"))
        #expect(author.sees(voicemail))
        #expect(author.sees("Called back."))
    }

    @Test("What cannot be followed says why: a report that waits, a contact, nothing")
    func unavailable() throws {
        let office = Office(
            store: MemoryStore(
                customers: [.mai], plans: [.tuesdaysAndThursdays], contacts: [.visit("2026-03-02T10:15")]))
        _ = try office.store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        let person = try Operator.atRecord(office)
        person.press(.character("f"))
        #expect(person.sees("Only a note can be followed"))
        person.press(.character("2"), .character("f"))
        #expect(person.sees("can be followed once it is recorded"))
        person.press(.character("3"), .character("f"))
        #expect(person.sees("Only a note can be followed"))
    }

    // MARK: Reading

    @Test("Each page says what the note follows and by what it is followed; digits and clicks lead there")
    func pages() throws {
        let person = try atNotes(["Called back.", "Called again."])
        #expect(person.row(with: "> ").contains("Other, follow-up: Called again."))
        #expect(person.sees(voicemail))
        person.press(.character("o"))
        #expect(person.row(with: "MSP Desk").contains("Note: Other, follow-up"))
        #expect(person.row(with: "Follows: ").contains("1  \(voicemail)"))
        person.press(.character("1"))
        #expect(person.row(with: "MSP Desk").contains("Note: Voicemail received"))
        #expect(person.row(with: "11:00").contains("1  Followed by: Other, 2 March 2026 11:00, Tom"))
        #expect(person.row(with: "11:01").contains("2  Followed by: Other"))
        #expect(person.sees("Content: Asks about rent"))
        person.click(on: "2 March 2026 11:01")
        #expect(person.sees("Content: Called again."))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("A page that is come back to tells of the note that was written from it")
    func fresh() throws {
        let person = try atNotes()
        person.press(.character("o"))
        #expect(person.doesNotSee("Followed by"))
        person.press(.character("f"), .enter)
        person.type("Asks about the bond")
        person.press(.control("s"), .enter)
        #expect(person.row(with: "MSP Desk").contains("Note: Voicemail received"))
        #expect(person.sees("Followed by: Voicemail received, 3 March 2026 11:15"))
    }

    @Test("On the timeline a follow-up is told in its row, and f begins one from there")
    func timeline() throws {
        let person = try atNotes(["Called back."])
        person.press(.character("6"))
        #expect(person.row(with: "> 2026-03-02 11:00").contains("Other, follow-up"))
        person.press(.character("f"))
        #expect(person.sees("Follows: Other, 2 March 2026 11:00"))
        #expect(person.row(with: "> ").contains("Other"))
    }

    @Test("Of a removed note that is followed stands type, author and time, and nothing that it says (N3)")
    func removed() throws {
        _ = try atNotes(["Called back."])
        try office.store.desk(.capt).remove(
            Note.ID(rawValue: 1), reason: .privacy, why: "Names a neighbour", at: at("2026-03-02T12:00"))
        let person = try Operator.atRecord(office)
        person.press(.character("2"))
        #expect(person.sees("Follows: Voicemail received, removed, 2 March 2026 10:05, Tom Nguyen (PR0002)"))
        person.press(.character("o"), .character("1"))
        #expect(person.sees("Removed for privacy breach"))
        #expect(person.sees("Followed by: Other"))
        #expect(person.doesNotSee("Asks about rent"))
        person.press(.character("f"), .enter)
        #expect(person.sees("Follows: Voicemail received, removed"))
    }

    @Test("A report that waits is told on the note that it follows, and the manager reads what it follows")
    func report() throws {
        _ = try atNotes()
        _ = try office.store.desk(.none).save(
            .other("Called back."), for: Customer.mai.id, follows: Note.ID(rawValue: 1), at: at("2026-03-02T12:00"))
        let person = try Operator(office)
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Contact reports"))
        #expect(person.row(with: "> ").contains("Other, follow-up"))
        #expect(person.sees(voicemail))
        let reader = try Operator.atRecord(office)
        reader.press(.character("2"), .down)
        #expect(reader.sees("Followed by: REPORT waiting: Other, 2 March 2026 12:00"))
        reader.press(.character("o"), .character("1"))
        #expect(reader.sees("waits to be recorded."))
        #expect(reader.sees(voicemail))
    }

    @Test("In lines the notes to go to have numbers, and the editor says what the note follows")
    func lines() throws {
        _ = try atNotes(["Called back."])
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "notes", "open")
        #expect(person.hears("1) \(voicemail)"))
        person.answers("1")
        #expect(person.hears("1) Followed by: Other, 2 March 2026 11:00, Tom Nguyen (PR0002)"))
        person.answers("follow up", "")
        #expect(person.hears(voicemail))
        person.answers("Asks about the bond", ".", ".save", "")
        #expect(office.store.contents.notes.last?.follows == Note.ID(rawValue: 1))
    }
}
