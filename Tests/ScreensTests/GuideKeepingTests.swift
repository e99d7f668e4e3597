import Casework
import Procedures
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("What is typed or ticked in a guide is never lost")
struct GuideKeepingTests {
    let content: SampleContent
    let office: Office
    let disk: FullDisk

    init() throws {
        content = try SampleContent(["visit": SampleContent.visit])
        var office = Office(access: .manager)
        office.procedures = content.library
        disk = FullDisk(office.store)
        office.disk = disk
        self.office = office
    }

    private var run: GuideRun? { office.store.contents.guideRuns.first }
    private var pending: [String] { run?.pending.map(\.value) ?? [] }

    private func visiting() throws -> Operator {
        let person = try Operator.atRecord(office)
        person.press(.character("v"))
        return person
    }

    /// As far as the list after the verdict.
    private func talking() throws -> Operator {
        let person = try visiting()
        person.press(.enter)
        person.type("A form")
        person.press(.enter)
        #expect(person.sees("Talk it over"))
        return person
    }

    /// Goes on with the run after another start of the program.
    private func resumed() throws -> Operator {
        let person = try Operator(office)
        person.press(.enter)
        if person.row(with: "MSP Desk").contains("Warning") { person.press(.enter) }
        return person
    }

    // MARK: While time passes

    @Test("What is ticked stays ticked, with its time, when the window ends: on screen and on disk")
    func ticksOutliveTheWindow() throws {
        let person = try talking()
        person.press(.character("2"))
        let kept = run?.pending
        #expect(kept?.map(\.value) == ["sum"] && kept?.first?.ticks == ["sum": at("2026-03-03T11:15")])
        person.waits(.seconds(46 * 60))
        #expect(person.sees("CHANGED at 12:00"))
        #expect(person.row(with: "Sum it up").contains("[x]") && person.row(with: "Sum it up").contains("11:15"))
        #expect(person.row(with: "Sum it up").hasPrefix(">"), "the row that was chosen is chosen still")
        #expect(run?.pending == kept)
        person.press(.enter)
        #expect(run?.answers.last?.ticks == ["sum": at("2026-03-03T11:15")])
    }

    @Test("What is typed stays when the window ends, and when a reason that was begun is left after it")
    func wordsOutliveTheWindow() throws {
        let person = try talking()
        person.press(.enter)
        person.type("Thank")
        person.waits(.seconds(46 * 60))
        #expect(person.sees("CHANGED at 12:00") && person.sees("Thank"))
        #expect(pending == ["Thank"])
        let other = try Operator.atRecord(office)
        other.press(.character("v"), .enter)
        other.type("A form")
        other.press(.enter, .character("1"), .control("o"))
        other.waits(.seconds(46 * 60))
        other.press(.escape)
        #expect(other.row(with: "Listen.").contains("[x]"))
    }

    // MARK: Whatever ends the program

    @Test("However fast one types at a step, what was typed is on disk 300 ms later, and stands there again")
    func words() throws {
        let person = try talking()
        person.press(.enter)
        let words = "They asked twice when the letter comes"
        for end in words.indices {
            person.type(String(words[end]))
            person.waits(.milliseconds(50))
            // 50 ms a key: six keys are 300 ms.
            #expect((pending.last ?? "").count >= words[...end].count - 6)
        }
        person.waits(.milliseconds(300))
        #expect(pending == [words])
        let next = try resumed()
        #expect(next.sees("What was said?") && next.sees(words))
        next.press(.enter)
        #expect(run?.answers.last?.value == words && run?.pending == [])
    }

    @Test("Words typed just now are kept when the program is asked to end, pasted ones too", arguments: [false, true])
    func ended(isPasted: Bool) throws {
        let person = try talking()
        person.press(.enter)
        if isPasted { person.paste("Thanks") } else { person.type("Thanks") }
        person.send(.ended)
        #expect(pending == ["Thanks"])
    }

    @Test("Words of the first step of an emergency are kept too, though nothing is answered yet and nobody is known")
    func withoutRecord() throws {
        let person = try Operator(office)
        person.press(.function(8), .enter, .character("2"), .enter)
        person.type("4/3")
        person.waits(.milliseconds(300))
        #expect(pending == ["4/3"] && run?.customer == nil)
    }

    @Test("The reason to overrule is kept as it is typed; Esc leaves it where it is gone on with")
    func reason() throws {
        let person = try talking()
        person.press(.character("o"))
        person.type("The OMC rang")
        person.waits(.milliseconds(300))
        #expect(run?.pending == [Answer("in-line", "no", because: "The OMC rang")])
        person.press(.escape)
        #expect(person.sees("Talk it over"))
        person.press(.character("o"))
        #expect(person.sees("The OMC rang"))
        person.press(.escape)
        #expect(run?.pending.count == 1)
        let next = try resumed()
        next.press(.character("o"))
        #expect(next.sees("The OMC rang"))
        next.type(" at 11")
        next.press(.enter)
        #expect(run?.answers.last?.because == "The OMC rang at 11" && run?.pending == [])
    }

    // MARK: Back and on

    @Test("Stepping back and on again brings back what was typed and ticked on both sides, also after a new start")
    func backAndOn() throws {
        let person = try talking()
        person.press(.character("1"), .enter)
        person.type("Thank")
        person.press(.escape)
        #expect(person.row(with: "Listen.").contains("[x]") && person.row(with: "Listen.").contains("11:15"))
        person.press(.escape)
        #expect(person.sees("What do they want?") && person.sees("A form"))
        person.waits(.milliseconds(300))
        for desk in [person, try resumed()] {
            #expect(desk.sees("A form"))
            desk.press(.enter)
            #expect(desk.row(with: "Listen.").contains("[x]"))
            desk.press(.enter)
            #expect(desk.sees("Thank"))
            desk.press(.escape, .escape)
        }
    }

    @Test("A decision that was overruled and is taken back keeps its reason for another time")
    func reasonTakenBack() throws {
        let person = try talking()
        person.press(.character("o"))
        person.type("The OMC rang")
        person.press(.enter, .escape, .character("o"))
        #expect(person.sees("The OMC rang"))
    }

    // MARK: A register that takes no writes

    @Test("What could not be kept is tried again by itself until it is, which is said once")
    func triedAgain() throws {
        let person = try talking()
        disk.fills()
        person.press(.character("1"))
        #expect(person.sees("The disk is full.") && pending == [])
        person.waits(.seconds(3))
        #expect(person.sees("The disk is full.") && person.sees("[x] Listen."))
        disk.hasRoomAgain()
        person.waits(.seconds(3))
        #expect(pending == ["listen"] && person.sees("kept again"))
        person.press(.character("2"))
        #expect(person.doesNotSee("kept again"))
        person.waits(.seconds(5))
        #expect(person.doesNotSee("kept again"))
        #expect(person.app.stage.patience ?? .seconds(60) >= .seconds(60), "and nothing is tried after")
    }

    @Test("Leaving the program with what cannot be kept is said first; only a second time ends it")
    func quit() throws {
        let person = try talking()
        disk.fills()
        person.press(.character("1"), .control("q"))
        #expect(!person.app.isOver && person.sees("Leave again to lose what is not saved."))
        person.press(.control("q"))
        #expect(person.app.isOver)
    }

    @Test("Leaving a guide with what cannot be kept is said first; only a second time leaves it")
    func leave() throws {
        let person = try visiting()
        disk.fills()
        person.press(.character("1"), .escape)
        #expect(person.sees("Esc once more leaves without what was typed since it was kept last."))
        #expect(person.sees("[x] Offer a seat."))
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
        person.press(.character("v"), .character("1"), .escape)
        disk.hasRoomAgain()
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Record") && pending == ["seat"])
    }

    // MARK: What is ticked at once

    @Test("\"All done\" ticks what is always to be done, and nothing that applies in some cases only")
    func allDone() throws {
        let person = try visiting()
        person.press(.character("a"))
        #expect(pending == ["name,seat"])
        #expect(person.row(with: "Say how long").contains("[ ]"))
        person.press(.enter)
        #expect(person.sees("Welcome: 2 of 2 done"))
        person.press(.escape, .character("3"), .enter)
        #expect(person.sees("Welcome: 3 of 3 done"))
    }

    // MARK: The end

    @Test("Enter pressed twice at the outcome of a slow register ends the run once, and nothing is called wrong")
    func twice() throws {
        let held = HeldWorker()
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        held.answersAll(person)
        person.press(.function(8), .enter, .character("2"), .enter)
        for words in ["4/3/2026", "Loud"] {
            held.answersAll(person)
            person.type(words)
            person.press(.enter)
        }
        held.answersAll(person)
        #expect(person.sees("It is over"))
        person.press(.enter, .enter, .escape, .enter)
        held.answersAll(person)
        #expect(person.row(with: "MSP Desk").contains("Find a person"))
        #expect(person.doesNotSee("refused") && person.doesNotSee("has ended"))
        #expect(run?.end != nil && office.audited(.guided) == ["emergency to over"])
    }

    @Test("A wait chosen right after a word was typed is not taken back by keeping that word")
    func waitStands() throws {
        let held = HeldWorker()
        let person = try Operator(office, worker: { held.sitting(with: $0) })
        held.answersAll(person)
        person.press(.function(8))
        held.answersAll(person)
        person.press(.enter, .character("1"), .enter)
        person.type("2")
        person.press(.enter, .enter, .enter)
        held.answersAll(person)
        #expect(run?.heldUntil == at("2026-03-05T00:00"))
    }

    @Test("A second window on a run that has ended says so in words, keeps nothing more and is left by one key")
    func secondWindow() throws {
        let first = try talking()
        let second = try Operator.atRecord(office)
        second.press(.character("g"), .enter)
        #expect(second.sees("Talk it over"))
        first.press(.enter)
        first.type("Thanks")
        first.press(.enter, .enter)
        #expect(run?.end != nil)
        second.press(.character("1"))
        #expect(second.sees("That run of a guide has ended: It is done."))
        second.press(.character("2"))
        #expect(second.sees("That run of a guide has ended") && second.sees("[ ] Sum it up."))
        second.waits(.seconds(5))
        second.press(.escape)
        #expect(second.row(with: "MSP Desk").contains("Guides"))
        #expect(run?.answers.last?.value == "Thanks")
    }

    @Test("Of two who follow one run neither writes over the other: the second is told, and keeps what stands there")
    func changedElsewhere() throws {
        let first = try talking()
        var other = office
        other.access = .delegate
        let second = try Operator.atRecord(other)
        second.press(.character("g"), .enter)
        #expect(second.sees("Talk it over"))
        first.press(.character("1"))
        let kept = run
        second.press(.character("2"))
        #expect(run == kept && kept?.pending.map(\.value) == ["listen"])
        #expect(second.sees("PR0002 has gone on with this run") && second.sees("[x] Sum it up."))
        second.press(.character("1"))
        #expect(second.sees("PR0002 has gone on with this run") && second.sees("[ ] Listen."))
        second.waits(.seconds(5))
        #expect(run == kept)
        first.press(.enter)
        first.type("Thanks")
        first.press(.enter, .enter)
        #expect(run?.end != nil, "and the first goes on as if nobody else were there")
        second.press(.escape)
        #expect(second.row(with: "MSP Desk").contains("Guides"))
    }

    @Test("A run that another window took back step by step is not brought back over what it says")
    func takenBackElsewhere() throws {
        let first = try visiting()
        first.press(.character("1"))
        let second = try Operator.atRecord(office)
        second.press(.character("g"), .enter)
        #expect(second.row(with: "Offer a seat.").contains("[x]"))
        first.press(.character("1"))
        #expect(office.store.contents.guideRuns.isEmpty)
        second.press(.character("2"))
        #expect(pending == ["name,seat"], "it writes over nothing")
        first.press(.character("3"))
        #expect(pending == ["name,seat"] && first.sees("has gone on with this run"))
    }
}
