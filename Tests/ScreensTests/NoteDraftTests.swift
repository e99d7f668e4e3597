import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Nothing typed is lost")
struct NoteDraftTests {
    @Test("However fast one types, what was typed is on disk 300 ms later")
    func draftUnderTyping() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        var typed: [String] = [""]
        for character in "They said that the letter of 3 March had not come" {
            typed.append(typed[typed.count - 1] + String(character))
            person.type(String(character))
            person.waits(.milliseconds(50))
            let kept = office.store.contents.drafts.first?.content.fields["contactReason"] ?? ""
            // 50 ms a key: six keys are 300 ms.
            #expect(kept.count >= typed.count - 1 - 6, "kept '\(kept)' of '\(typed.last ?? "")'")
        }
        person.waits(.milliseconds(300))
        #expect(office.store.contents.drafts.first?.content.fields["contactReason"] == typed.last)
        #expect(office.store.contents.drafts.count == 1)
    }

    @Test("A note that was opened and left untouched leaves no draft behind")
    func untouched() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.press(.escape)
        person.waits(.milliseconds(300))
        #expect(person.sees("[Plan]"))
        #expect(office.store.contents.drafts.isEmpty)
    }

    @Test(
        "Typing and asking to save at once loses nothing, whatever ends the program then",
        arguments: [
            Key.control("s"), .control("d"), .function(8), .function(1), .control("p"), .function(9),
        ])
    func draftUnderDialog(key: Key) throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.tellsOfClaim()
        person.press(key)
        person.waits(.milliseconds(300))
        #expect(office.store.contents.drafts.first?.content.fields["discussion"] == "Forms were given.")
        let other = Office()
        let hasty = try Operator.atNote(other)
        hasty.tellsOfClaim()
        hasty.press(key)
        hasty.send(.ended)
        #expect(other.store.contents.drafts.first?.content.fields["discussion"] == "Forms were given.")
    }

    @Test("A draft is offered at the start and goes on where it was, on the same person, after the warning")
    func resumed() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays]))
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"), .character("2"), .enter)
        person.type("Asked about a claim")
        person.send(.ended)

        let next = try Operator(office)
        #expect(next.sees("Waiting for you"))
        next.press(.enter)
        #expect(next.row(with: "MSP Desk").contains("Warning"))
        next.press(.enter)
        #expect(next.row(with: "MSP Desk").contains("Note: Customer contact"))
        #expect(next.sees("Mai NGUYEN"))
        #expect(next.sees("Asked about a claim"))
        next.type("Forms were given.")
        next.press(.control("s"), .enter)
        let report = try #require(office.store.contents.reports.first)
        #expect(report.customer == Customer.mai.id)
        #expect(!report.content.trail.isEmpty)
        #expect(office.store.contents.contacts.count == 1)
        #expect(next.row(with: "MSP Desk").contains("Find"))
        #expect(next.doesNotSee("Begun"))
    }

    @Test("The record says that one's own draft waits, and n offers first to go on with it", arguments: sizes)
    func onRecord(size: Size) throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays]))
        let person = try Operator.atNote(office, width: size.width, height: size.height)
        person.type("About Mai")
        person.press(.escape)
        person.press(.character("2"))
        #expect(person.sees("Your draft waits: Customer contact, 3 March 2026 11:15; n goes on with it."), "\(person)")
        person.press(.character("n"))
        #expect(person.row(with: "> ").contains("Go on: Customer contact"), "\(person)")
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Note: Cus") && person.sees("About Mai"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        // Another of the same kind is a digit away as before.
        person.press(.character("n"), .character("1"))
        #expect(person.doesNotSee("About Mai"))
        person.press(.escape)
        #expect(office.store.contents.drafts.count == 1)
    }

    @Test("Neither another's draft nor one about somebody else is told of on a record")
    func othersDrafts() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays]))
        let person = try Operator.atNote(office)
        person.type("About Mai")
        person.press(.escape)
        var other = office
        other.access = .manager
        let manager = try Operator.atRecord(other)
        manager.press(.character("2"))
        #expect(manager.doesNotSee("Your draft waits"))
        person.press(.escape, .escape)
        person.type("byron")
        person.press(.enter, .character("2"))
        #expect(person.row(with: "MSP Desk").contains("Record") && person.doesNotSee("Your draft waits"))
        person.press(.character("n"))
        #expect(person.doesNotSee("Go on:"))
    }

    @Test("A note belongs to the person on screen when it began, whoever is looked up after")
    func samePerson() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays]))
        let person = try Operator.atNote(office)
        person.type("About Mai")
        person.press(.escape, .escape, .escape)
        person.type("byron")
        person.press(.enter, .character("n"), .enter)
        #expect(person.sees("Ada BYRON"))
        #expect(person.doesNotSee("About Mai"))
        person.type("About Ada")
        person.waits(.milliseconds(300))
        let owners = Dictionary(
            office.store.contents.drafts.map { ($0.content.fields["contactReason"] ?? "", $0.customer) },
            uniquingKeysWith: { $1 })
        #expect(owners == ["About Mai": Customer.mai.id, "About Ada": Customer.ada.id])
    }

    @Test("Esc keeps the draft and says so")
    func later() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.type("Asked about a claim")
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(person.sees("Kept as a draft"))
        #expect(office.store.contents.drafts.map { $0.content.fields["contactReason"] } == ["Asked about a claim"])
    }

    @Test("Throwing a draft away asks first; Enter and Esc keep it, y throws it away")
    func discard() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.type("Asked about a claim")
        person.waits(.milliseconds(300))
        for key in [Key.enter, .escape, .character("n")] {
            person.press(.control("d"))
            #expect(person.sees("Throw this draft away?"))
            person.press(key)
            #expect(person.sees("Asked about a claim"))
        }
        #expect(office.store.contents.drafts.count == 1)
        person.press(.control("d"), .character("y"))
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.store.contents.drafts.isEmpty)
        person.waits(.seconds(1))
        #expect(office.store.contents.drafts.isEmpty)
    }

    @Test("Before the program stops for the shell, the words typed just now are kept")
    func stopping() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.type("Asked")
        person.send(.stopping)
        #expect(person.display.suspensions == 1)
        #expect(office.store.contents.drafts.map { $0.content.fields["contactReason"] } == ["Asked"])
        person.type(" about a claim")
        #expect(person.sees("Asked about a claim"))
    }

    @Test("A draft that cannot be thrown away is said, and one goes on writing")
    func discardFails() throws {
        let office = Office()
        let disk = FullDisk(office.store)
        let person = try Operator.atNote(Office(store: office.store, disk: disk))
        person.type("Asked")
        disk.fills()
        person.press(.control("d"), .character("y"))
        #expect(person.sees("The disk is full."))
        disk.hasRoomAgain()
        person.type(" about a claim")
        #expect(person.sees("Asked about a claim"))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("An arrow to another form takes nothing from the draft; what is saved, and shown before, is the form's alone")
    func otherForm() throws {
        let type = try #require(NoteType.catalogue.first { !$0.forms.isEmpty })
        let said = [
            "form": "implement", "decisionMaker": "The manager, by word of mouth.", "criteria": "Assault.",
            "behaviourAndSafety": "Threw a chair.", "immediateRisk": "High.", "otherSources": "None.",
        ]
        let fields = said.merging(["rationale": "Of another form."]) { $1 }
        let office = Office(access: .manager)
        try office.store.write {
            try $0.save(
                NoteDraft(
                    id: NoteDraft.ID(rawValue: "kept"), customer: Customer.mai.id, author: .manager,
                    content: NoteContent(type: type.id, fields: fields), beganAt: at("2026-03-02T15:00"),
                    savedAt: at("2026-03-02T15:00")))
        }
        let person = try Operator(office, height: 40)
        person.press(.enter, .enter)
        #expect(person.sees("Up or Down chooses"))
        var forms: Set<String> = []
        for _ in 0..<5 {
            person.press(.down)
            person.waits(.milliseconds(300))
            var kept = office.store.contents.drafts.first?.content.fields ?? [:]
            forms.insert(kept["form"] ?? "")
            kept["form"] = "implement"
            #expect(kept == fields)
        }
        #expect(forms.count == 5)
        person.press(.control("s"))
        #expect(person.sees("Threw a chair.") && person.doesNotSee("Of another form."))
        person.press(.enter)
        #expect(office.store.contents.notes.first?.content.fields == said)
    }

    @Test("A paste where no text goes is said to be lost, and where to paste it: the save line, a choice, a question")
    func pasteLost() throws {
        let person = try Operator.atNote(Office(access: .manager))
        person.press(.backTab)
        #expect(person.sees("> Save"))
        person.paste("Rent.")
        #expect(person.sees("Nothing was pasted"))
        person.press(.tab)
        person.tellsOfClaim()
        person.press(.control("d"))
        person.paste("Rent.")
        #expect(person.sees("Nothing was pasted") && person.sees("Throw this draft away?"))
    }

    @Test("A note emptied again leaves no draft; one that a guide began stays, untouched as it is")
    func emptied() throws {
        let office = Office()
        let person = try Operator.atNote(office)
        person.type("A")
        person.waits(.milliseconds(300))
        #expect(office.store.contents.drafts.count == 1)
        person.press(.backspace, .escape)
        person.waits(.milliseconds(300))
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.store.contents.drafts.isEmpty)
        person.press(.character("v"), .character("1"), .character("1"), .character("2"), .enter, .escape)
        #expect(office.store.contents.drafts.count == 1)
    }
}
