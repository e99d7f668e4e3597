import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("When nothing can be saved, what was typed stays and it is said")
struct FullDiskTests {
    let office: Office
    let disk: FullDisk

    init() {
        let store = Office().store
        disk = FullDisk(store)
        office = Office(store: store, disk: disk)
    }

    private var drafts: [String] { office.store.contents.drafts.compactMap { $0.content.fields["contactReason"] } }

    @Test("A draft that could not be kept is tried again by itself until it is")
    func triedAgain() throws {
        let person = try Operator.atNote(office)
        disk.fills()
        person.type("Asked about a claim")
        person.waits(.seconds(1))
        #expect(person.sees("The disk is full."))
        disk.hasRoomAgain()
        person.waits(.seconds(3))
        #expect(drafts == ["Asked about a claim"])
    }

    @Test("Esc leaves a note only once its draft is kept")
    func escape() throws {
        let person = try Operator.atNote(office)
        disk.fills()
        person.type("Asked about a claim")
        person.press(.escape)
        #expect(person.sees("The disk is full.") && person.sees("Asked about a claim"))
        #expect(person.row(with: "MSP Desk").contains("Note"))
        disk.hasRoomAgain()
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(drafts == ["Asked about a claim"])
    }

    private static let goes = "Esc once more leaves without what was typed since it was kept last."

    @Test("Esc says first what leaving a note would lose; only a second one leaves, without those words")
    func escapeTwice() throws {
        let person = try Operator.atNote(office)
        person.type("Asked")
        person.waits(.seconds(1))
        disk.fills()
        person.type(" about a claim")
        person.waits(.seconds(1))
        #expect(person.doesNotSee(Self.goes))
        person.press(.escape)
        #expect(person.sees("The disk is full.") && person.sees(Self.goes))
        person.waits(.seconds(5))
        #expect(person.sees(Self.goes), "a try that fails once more does not hide it")
        person.type(".")
        person.waits(.seconds(5))
        #expect(person.doesNotSee(Self.goes))
        person.press(.escape)
        #expect(person.sees(Self.goes) && person.sees("Asked about a claim."), "whoever typed on is asked anew")
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(drafts == ["Asked"])
    }

    @Test("An Esc after one that could not leave keeps what can be kept by then")
    func escapeWithRoom() throws {
        let person = try Operator.atNote(office)
        disk.fills()
        person.type("Asked about a claim")
        person.press(.escape)
        disk.hasRoomAgain()
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(drafts == ["Asked about a claim"])
    }

    @Test("Ended by somebody else, the program says of the words typed last that they are not kept")
    func ended() throws {
        let (writer, walker) = (try Operator.atNote(office), try Operator.atRecord(office))
        walker.press(.character("v"))
        disk.fills()
        writer.type("Asked about a claim")
        walker.press(.character("1"))
        for (person, what) in [(writer, "typed last into the note"), (walker, "answered, ticked or typed last")] {
            person.send(.ended)
            let said = person.app.stage.conclude()
            #expect(said?.text.hasPrefix("The disk is full. What was \(what)") == true, "\(said?.text ?? "nothing")")
            #expect(said?.text.hasSuffix("is not kept.") == true)
        }
    }

    @Test("Ended while all is kept, it says nothing, whatever was said before")
    func endedKept() throws {
        let person = try Operator.atNote(office)
        disk.fills()
        person.type("Asked about a claim")
        person.waits(.seconds(1))
        disk.hasRoomAgain()
        person.send(.ended)
        #expect(person.app.stage.conclude() == nil && drafts == ["Asked about a claim"])
    }

    @Test("While another program writes, nobody is told to try again what is tried by itself")
    func busy() throws {
        let (writer, walker) = (try Operator.atNote(office), try Operator.atRecord(office))
        walker.press(.character("v"))
        disk.fills(.held)
        writer.type("Asked about a claim")
        writer.waits(.seconds(1))
        walker.press(.character("1"))
        for person in [writer, walker] {
            #expect(person.sees("The register is in use. It is tried again by itself."))
            #expect(person.doesNotSee("Try again"))
        }
    }

    @Test("A note that cannot be saved while another program writes is to be saved again, its words kept meanwhile")
    func saveWhileBusy() throws {
        let person = try Operator.atNote(office)
        person.tellsOfClaim()
        disk.fills(.held)
        person.press(.control("s"), .enter)
        #expect(person.sees("The register is in use. The note is not saved: save it again in a moment."))
        disk.hasRoomAgain()
        person.waits(.seconds(3))
        #expect(drafts == ["Asked about a claim"])
        person.press(.control("s"), .enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("The end of a guide and the notes that it drafted are kept together, or it goes on waiting for its end")
    func guideEnd() throws {
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"), .character("2"))
        #expect(person.sees("Help the customer here"))
        disk.fills()
        person.press(.enter)
        #expect(person.sees("The disk is full.") && person.sees("Help the customer here"))
        #expect(office.store.contents.drafts.isEmpty && office.store.contents.guideRuns.first?.end == nil)
        disk.hasRoomAgain()
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Note: Customer contact"))
        #expect(office.store.contents.drafts.count == 1 && office.store.contents.guideRuns.first?.end != nil)
    }

    @Test("Leaving the program with words that cannot be kept is said first; only a second time ends it")
    func leave() throws {
        let person = try Operator.atNote(office)
        disk.fills()
        person.type("Asked about a claim")
        person.press(.control("q"))
        #expect(!person.app.isOver)
        #expect(person.sees("Leave again to lose what is not saved."))
        person.type(".")
        person.press(.control("q"))
        #expect(!person.app.isOver, "whoever typed on is asked anew")
        person.press(.control("q"))
        #expect(person.app.isOver)
    }

    @Test("With room again, leaving keeps the draft and ends at once")
    func leaveKept() throws {
        let person = try Operator.atNote(office)
        disk.fills()
        person.type("Asked about a claim")
        person.press(.control("q"))
        disk.hasRoomAgain()
        person.press(.control("q"))
        #expect(person.app.isOver)
        #expect(drafts == ["Asked about a claim"])
    }

    @Test("People are found and warned of as ever, and whose searches and records are owed to the trail is made up for")
    func reading() throws {
        disk.fills()
        let person = try Operator.atWarning(office)
        #expect(person.sees("NOTHING CAN BE SAVED: The disk is full."))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        #expect(office.store.contents.audit.isEmpty)
        disk.hasRoomAgain()
        person.press(.character("n"), .enter)
        person.type("A")
        person.waits(.seconds(1))
        #expect(office.store.contents.audit.map(\.act) == [.searched, .opened, .warningAcknowledged])
    }

    @Test("Once all that was owed is written, the record no longer says that nothing can be saved")
    func savedAgain() throws {
        disk.fills()
        let person = try Operator.atRecord(office)
        #expect(person.sees("NOTHING CAN BE SAVED"))
        person.press(.character("n"), .escape)
        #expect(person.sees("NOTHING CAN BE SAVED"), "as long as it is so")
        disk.hasRoomAgain()
        person.press(.character("n"), .enter)
        person.type("A")
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record") && person.doesNotSee("NOTHING CAN BE SAVED"))
    }

    @Test("Without a key what is owed is written once there is room, and warning and record say so no more")
    func savedByItself() throws {
        disk.fills()
        let (reader, server) = (try Operator.atWarning(office), try Operator.atRecord(office))
        for person in [reader, server] {
            person.waits(.seconds(10))
            #expect(person.sees("NOTHING CAN BE SAVED: The disk is full."), "as long as it is so")
            #expect(person.app.stage.patience ?? .seconds(60) <= .seconds(2))
        }
        disk.hasRoomAgain()
        server.waits(.seconds(3))
        #expect(server.row(with: "MSP Desk").contains("Record") && server.doesNotSee("NOTHING CAN BE SAVED"))
        #expect(office.store.contents.audit.map(\.act) == [.searched, .opened, .warningAcknowledged])
        reader.waits(.seconds(3))
        #expect(reader.row(with: "MSP Desk").contains("Warning") && reader.doesNotSee("NOTHING CAN BE SAVED"))
        #expect(office.store.contents.audit.count == 5)
        #expect(server.app.stage.patience ?? .seconds(60) > .seconds(30), "nothing is owed, so nobody wakes for it")
    }

    @Test("At the start a search that is owed is written too, and nobody wakes for what nobody owes")
    func searchSavedByItself() throws {
        let person = try Operator(office)
        person.waits(.seconds(1))
        #expect(person.app.stage.patience == nil)
        disk.fills()
        person.type("nguyen")
        person.waits(.seconds(2))
        #expect(person.sees("nothing can be saved."))
        disk.hasRoomAgain()
        person.waits(.seconds(3))
        #expect(office.store.contents.audit.map(\.act) == [.searched])
        #expect(person.app.stage.patience == nil)
    }

    @Test("In lines it is heard without an answer that things can be saved again")
    func savedByItselfHeard() throws {
        disk.fills()
        let person = try LinearListener(office)
        person.answers("nguyen", "1")
        #expect(person.hears("NOTHING CAN BE SAVED"))
        person.waits(.seconds(3))
        #expect(person.heard.isEmpty, "nothing changed")
        disk.hasRoomAgain()
        person.waits(.seconds(3))
        #expect(person.hears("In line until 12:00") && !person.hears("NOTHING CAN BE SAVED"))
        #expect(office.store.contents.audit.map(\.act) == [.searched, .opened])
    }

    @Test("A search that the trail could not take shows its people, and says that nothing can be saved")
    func searching() throws {
        disk.fills()
        let person = try Operator(office)
        person.type("nguyen")
        person.waits(.seconds(2))
        #expect(person.sees("Mai NGUYEN"))
        #expect(person.sees("You can search and read; nothing can be saved."))
    }
}

@Suite("A register that is slow to answer")
struct SlowRegisterTests {
    @Test("After a second it is said; keys are taken all the while, and the words go when the answer comes")
    func slow() throws {
        let held = HeldWorker()
        let person = try Operator(Office(), worker: { held.sitting(with: $0) })
        while held.waiting > 0 { held.works(on: 0) }
        person.settle()
        person.type("nguyen")
        #expect(person.doesNotSee("slow to answer"))
        person.waits(.seconds(2))
        #expect(person.sees("nguyen") && person.sees("The register is slow to answer"))
        while held.waiting > 0 { held.works(on: 0) }
        person.settle()
        #expect(person.doesNotSee("slow to answer"))
        #expect(person.sees("Mai NGUYEN"))
    }

    @Test("Leaving waits for the words to be kept, and the screen goes on meanwhile")
    func leaving() throws {
        let held = HeldWorker()
        let person = try Operator(Office(), worker: { held.sitting(with: $0) })
        person.type("nguyen")
        person.press(.control("q"))
        person.waits(.seconds(2))
        #expect(!person.app.isOver && person.sees("The register is slow to answer"))
        person.press(.function(1))
        #expect(person.sees("Help: Find a person"))
        while held.waiting > 0 { held.works(on: 0) }
        person.settle()
        #expect(person.app.isOver)
    }
}
