import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The note editor")
struct NoteEditorTests {
    private let manager = Office(access: .manager)

    // MARK: Parts

    @Test("A note begins with the time filled in and the caret in the first part that is empty")
    func begins() throws {
        let person = try Operator.atNote()
        #expect(person.row(with: "Time *").contains("3 March 2026 11:15"))
        person.type("Asked about a claim")
        person.press(.tab)
        #expect(person.row(with: "Contact reason *").contains("Asked about a claim"))
    }

    @Test("Saving without a required part names it and goes there")
    func missing() throws {
        let office = manager
        let person = try Operator.atNote(office)
        person.type("Asked about a claim")
        person.press(.control("s"))
        #expect(person.sees("Discussion is still empty"))
        person.type("Forms were given.")
        person.press(.control("s"), .enter)
        #expect(office.store.contents.notes.first?.content.fields["discussion"] == "Forms were given.")
    }

    @Test("Blanks do not fill a required part")
    func blanks() throws {
        let person = try Operator.atNote()
        person.type("   ")
        person.press(.control("s"))
        #expect(person.sees("Contact reason is still empty"))
    }

    @Test("Enter begins a new line in a part, and saves from the line below the last part")
    func enter() throws {
        let office = manager
        let person = try Operator.atNote(office)
        person.type("Asked about a claim\nand a letter")
        person.press(.tab, .tab)
        person.type("Forms were given.")
        person.press(.tab, times: 6)
        person.press(.enter)
        #expect(person.sees("Save this note?"))
        person.press(.enter)
        #expect(
            office.store.contents.notes.first?.content.fields["contactReason"] == "Asked about a claim\nand a letter")
    }

    @Test("The guide's trail stands in the note, and its fields are the note's parts")
    func trailBecomesFields() throws {
        let office = manager
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"), .character("2"), .enter)
        #expect(person.sees("Visit to Parramatta"))
        person.type("Asked about a claim")
        person.press(.control("s"), .enter)
        let note = try #require(office.store.contents.notes.first)
        #expect(note.content.fields["contactReason"] == "Visit to Parramatta")
        #expect(note.content.fields["discussion"] == "Asked about a claim")
        #expect(note.content.fields["time"] == "3 March 2026 11:15")
        #expect(note.content.trail.contains { $0.hasPrefix("Plan in force: Yes, because: MSP-000001") })
        #expect(note.content.trail.contains { $0.hasPrefix("Who is here: The customer") })
        #expect(note.content.trail.last?.contains("Help the customer here") == true)
    }

    // MARK: Saving

    @Test("Save asks once, with the person's name, and says that a saved note cannot be changed")
    func asksOnce() throws {
        let office = manager
        let person = try Operator.atNote(office)
        person.tellsOfClaim()
        person.press(.function(2))
        #expect(person.sees("Save this note?"))
        #expect(person.sees("Mai NGUYEN"))
        #expect(person.sees("cannot be changed"))
        #expect(office.store.contents.notes.isEmpty)
        person.press(.escape)
        person.type(" More.")
        person.press(.function(2), .enter)
        #expect(office.store.contents.notes.map { $0.content.fields["discussion"] } == ["Forms were given. More."])
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees("Done: Note 1 is saved."))
        #expect(office.store.contents.drafts.isEmpty)
    }

    @Test("Save shows all that will stand there for good, the guide's lines too, at 80 by 24 and at 40 by 12")
    func showsWhatStays() throws {
        let person = try Operator.atRecord(manager)
        person.press(.character("v"), .character("1"), .character("1"), .character("2"), .enter)
        #expect(person.sees("of the guide stand in it too."))
        person.tellsOfClaim()
        person.press(.function(2))
        #expect(person.sees("What will stand there"))
        #expect(person.sees("Forms were given."))
        person.resize(40, 12)
        #expect(person.sees("Enter Save  F8 Emergency  Esc Write on"))
        #expect(person.doesNotSee("Help the customer here"))
        person.press(.pageDown, times: 12)
        #expect(person.sees("Help the customer here"))
        person.press(.enter)
        #expect(person.sees("Done: Note 1 is saved."))
    }

    @Test("Of several places to be worded otherwise, the one nearest to the caret is told of")
    func nearestAdvice() throws {
        let person = try Operator.atNote(manager)
        person.type("He was aggressive. She was inappropriate.")
        #expect(person.row(with: "Wording:").contains("inappropriate"))
        person.press(.home)
        #expect(person.row(with: "Wording:").contains("aggressive"))
        #expect(person.row(with: "Wording:").contains("(+1 more)"))
        person.resize(140, 40)
        #expect(person.sees("\"inappropriate\" judges."))
    }

    @Test("A manager's note is a note; it stands in the record at once")
    func note() throws {
        let office = manager
        let person = try Operator.atNote(office)
        person.tellsOfClaim()
        person.press(.control("s"), .enter, .character("2"))
        #expect(office.store.contents.reports.isEmpty)
        #expect(office.audited(.noteRecorded).count == 1)
        #expect(person.sees("Forms were given."))
    }

    @Test("Without manager access it becomes a contact report, and says so before and after")
    func report() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        #expect(person.sees("contact report"))
        person.tellsOfClaim()
        person.press(.control("s"))
        #expect(person.sees("It goes to a manager"))
        person.press(.enter)
        #expect(person.sees("Contact report 1 is saved and waits for a manager"))
        #expect(office.store.contents.notes.isEmpty)
        #expect(office.store.contents.reports.map(\.customer) == [Customer.mai.id])
        person.press(.character("2"))
        #expect(person.sees("REPORT waiting"))
    }

    @Test("The contact is entered with the note and counts the next time")
    func contactCounts() throws {
        var office = Office(
            store: MemoryStore(customers: [.mai], plans: [.partialPhone(.limit(1, per: .week))]), channel: .phone)
        let person = try Operator.atRecord(office)
        person.press(.enter, .character("1"), .character("1"))
        #expect(person.sees("Help the caller"))
        person.press(.enter)
        #expect(office.store.contents.contacts.isEmpty)
        person.type("Asked about a claim")
        person.waits(.seconds(60))
        person.press(.control("s"), .enter)
        let contact = try #require(office.store.contents.contacts.first)
        #expect(contact.channel == .phone)
        #expect(contact.verdict == .inLine)
        #expect(!contact.refused)
        #expect(office.audited(.contactLogged).count == 1)
        #expect(person.sees("Not in line"))
        office.now = at("2026-03-03T14:00")
        let later = try Operator.atWarning(office)
        #expect(later.sees("Not in line: do not serve; next Monday 9 March"))
    }

    @Test("A refused visit is entered as refused")
    func refused() throws {
        let office = Office(access: .manager, now: at("2026-03-04T11:15"))
        let person = try Operator.atRecord(office)
        person.press(.enter, .character("1"), .character("1"), .enter)
        person.type("Left at once.")
        person.press(.control("s"), .enter)
        #expect(office.store.contents.contacts.map(\.refused) == [true])
        #expect(office.store.contents.contacts.first?.verdict == .notInLine)
    }

    @Test("When the disk is full nothing is half saved, the text stays, and saving works once there is room")
    func diskFull() throws {
        let office = Office(access: .manager)
        let disk = FullDisk(office.store)
        let person = try Operator.atNote(Office(store: office.store, disk: disk, access: .manager))
        person.tellsOfClaim()
        disk.fills()
        person.press(.control("s"), .enter)
        #expect(person.sees("The disk is full."))
        #expect(person.sees("Forms were given."))
        #expect(office.store.contents.notes.isEmpty)
        disk.hasRoomAgain()
        person.press(.control("s"), .enter)
        #expect(office.store.contents.notes.count == 1)
    }

    // MARK: Writing

    @Test("Ctrl-Z takes back what was typed, word by word, and Ctrl-Y does it again")
    func undo() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.type("Asked nicely")
        person.press(.control("z"))
        #expect(person.doesNotSee("nicely"))
        #expect(person.sees("Asked"))
        person.press(.control("y"))
        #expect(person.sees("Asked nicely"))
        person.press(.control("z"))
        person.waits(.milliseconds(300))
        #expect(office.store.contents.drafts.first?.content.fields["contactReason"]?.contains("nicely") == false)
    }

    @Test("The surname of whoever wrote on the record is marked too, though no plan names them (N5)")
    func colleagues() throws {
        let office = manager
        _ = try office.store.desk(.none).save(
            .other("Came about rent."), for: Customer.mai.id, at: at("2026-03-02T10:05"))
        _ = try office.store.desk(.manager).record(ContactReport.ID(rawValue: 1), at: at("2026-03-02T10:15"))
        let person = try Operator.atNote(office, width: 120, height: 40)
        person.type("Officer Okafor told her.")
        #expect(person.sees("can identify a colleague"))
    }

    @Test(
        "Pasted text is text: no key in it is obeyed, control characters are shown and kept apart, undo takes it back")
    func paste() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.paste("Letter:\r\nq ? : ! 1\u{1b}[2J\u{11}\u{13}\u{4}end")
        #expect(person.row(with: "MSP Desk").contains("Note"))
        #expect(person.sees("Letter:"))
        #expect(person.sees("q ? : ! 1"))
        #expect(person.sees("end"))
        #expect(!person.display.frame.hasRawControl)
        person.press(.control("z"))
        #expect(person.doesNotSee("Letter:"))
    }

    @Test("A paste that was cut is said to be")
    func pasteCut() throws {
        let person = try Operator.atNote()
        person.send(.paste("Rent.", isCut: true))
        #expect(person.sees("Rent.") && person.sees("Only the beginning was pasted"))
    }

    @Test("A note may be long: 20,000 characters go in and come back whole")
    func long() throws {
        let office = manager
        let person = try Operator.atNote(office)
        let text = String(repeating: "a long telling of what was said ", count: 625)
        person.type("Asked")
        person.press(.tab, .tab)
        person.paste(text)
        person.press(.control("s"), .enter)
        #expect(office.store.contents.notes.first?.content.fields["discussion"]?.count == 20_000)
    }

    // MARK: Choices

    @Test("A part with choices is filled by the arrows, and the form chosen adds its own parts")
    func choices() throws {
        let type = try #require(NoteType.catalogue.first { !$0.forms.isEmpty })
        let office = manager
        let person = try Operator.atRecord(office, height: 40)
        person.press(.character("n"))
        person.press(.down, times: NoteType.catalogue.firstIndex(of: type) ?? 0)
        person.press(.enter)
        let place = type.parts.firstIndex { !$0.choices.isEmpty } ?? 0
        for _ in 0..<type.parts.count where !person.sees("Up or Down chooses") { person.press(.tab) }
        // Nothing is marked that is not chosen, and Enter says so.
        #expect(person.doesNotSee("> 1 Implement"))
        person.press(.enter)
        #expect(person.sees("Nothing is chosen yet"))
        person.press(.down)
        #expect(person.sees("> 1 Implement, with a provisional plan"))
        person.waits(.milliseconds(300))
        let chosen = office.store.contents.drafts.first?.content.fields[type.parts[place].name]
        #expect(type.parts[place].choices.contains(chosen ?? ""))
        for part in type.forms[chosen ?? ""] ?? [] { #expect(person.sees(part.label), "\(part.label)") }
    }

    @Test("A digit chooses too, and Enter goes on to what the choice asks for")
    func chosenByDigit() throws {
        let person = try Operator.atRecord(manager, height: 40)
        person.press(.character("n"))
        person.press(.down, times: NoteType.catalogue.firstIndex { !$0.forms.isEmpty } ?? 0)
        person.press(.enter, .character("3"))
        #expect(person.sees("> 3 Propose"))
        person.press(.enter)
        person.type("Assault.")
        #expect(person.row(with: "Decision *").contains("Propose"))
        #expect(person.sees("Assault."))
    }

    @Test("Pages go through a long text, to its ends and no further")
    func pages() throws {
        let person = try Operator.atNote(manager)
        person.paste((1...50).map { "line \($0)" }.joined(separator: "\n"))
        #expect(person.sees("line 50"))
        person.press(.pageUp)
        #expect(person.doesNotSee("line 50"))
        person.press(.pageUp, times: 20)
        #expect(person.row(with: "line 1").hasPrefix("line 1 "))
        person.type("Y")
        #expect(person.sees("Yline 1"))
        person.press(.pageDown, times: 20)
        #expect(person.sees("line 50"))
    }

    @Test("A press on a part goes there, and on the save line asks to save")
    func mouse() throws {
        let person = try Operator.atNote()
        person.type("Asked")
        person.click(on: "Discussion *")
        person.type("Forms were given.")
        person.click(on: "Save")
        #expect(person.sees("Save this note?"))
        #expect(person.sees("Forms were given.") || person.sees("Mai NGUYEN"))
    }
}
