import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Deciding otherwise than the record")
struct GuideOverrulingTests {
    /// At the outcome of a full restriction.
    private func refused(width: Int = 80, height: Int = 24) throws -> Operator {
        let path = GuideTests.visits[2]
        let person = try Operator.atRecord(path.office, width: width, height: height)
        person.press(.character(path.key))
        person.type(path.answers)
        return person
    }

    @Test("The record's decision is overruled with a reason, and the note keeps both")
    func overrule() throws {
        let office = Office(
            store: MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays]), access: .manager,
            now: at("2026-03-04T11:15"))
        let person = try Operator.atRecord(office)
        person.press(.character("v"), .character("1"), .character("1"))
        #expect(person.sees("Not complying"))
        person.press(.character("o"))
        #expect(person.sees("the record says No"))
        person.press(.enter)
        #expect(person.sees("Say why"))
        person.type("The OMC allowed it by phone at 11?")
        person.press(.enter)
        #expect(person.sees("needed to finish this business?"))
        person.press(.character("2"), .enter)
        person.type("x")
        person.waits(.milliseconds(300))
        let trail = try #require(office.store.contents.drafts.first).content.trail
        let kept = trail.first { $0.contains("Visit in line with the plan: Yes") }
        #expect(kept?.contains("decided otherwise than the record: The OMC allowed it by phone at 11?") == true)
        #expect(kept?.contains("the record says No, because") == true)
    }

    @Test("One sees the reason that one types, at 40 by 12 too")
    func overruleSmall() throws {
        let person = try refused(width: 40, height: 12)
        person.press(.character("o"))
        person.type("The OMC rang")
        #expect(person.sees("The OMC rang"))
        #expect(person.sees("You decide:"))
    }

    @Test("Of several other decisions Up, Down or the mouse chooses one; the reason stays in sight", arguments: sizes)
    func overruleAmongSeveral(size: Size) throws {
        let person = try refused(width: size.width, height: size.height)
        person.press(.character("o"))
        #expect(person.sees("the record says Restricted.") && person.sees("> Available") && person.sees("Partially"))
        person.type("The OMC rang")
        person.press(.down)
        #expect(person.sees("> Partially") && person.sees("The OMC rang"))
        person.press(.down)
        #expect(person.sees("> Available"))
        person.press(.up)
        #expect(person.sees("> Partially"))
        person.click(on: "Available")
        #expect(person.sees("> Available") && person.sees("The OMC rang"))
        person.press(.enter)
        #expect(person.sees("Would the customer like to deal with the One Main Contact"))
    }

    @Test("While one types a reason the caret stands in it, and on the decision while one goes through them")
    func caretOfOverruling() throws {
        let person = try refused()
        person.press(.character("o"))
        let field = try #require(person.display.frame.cursor)
        person.press(.down)
        let row = try #require(person.display.frame.cursor)
        #expect(person.display.frame.text(at: row) == ">" && person.screen[row.row].contains("Partially"))
        person.type("x")
        #expect(person.display.frame.cursor?.row == field.row)
    }

    @Test("Where there is no other decision, Up and Down say so")
    func overruleAlone() throws {
        let person = try Operator.atRecord()
        person.press(.character("v"), .character("1"), .character("1"), .character("o"), .down)
        #expect(person.sees("There is no other decision."))
    }

    @Test("Esc lets the record's decision stand")
    func overruleLeft() throws {
        let person = try refused()
        person.press(.character("o"))
        person.type("Perhaps")
        person.press(.escape)
        #expect(person.sees("Not complying"))
    }

    @Test("Any decision of the record on the way can be overruled, not only the latest")
    func overruleEarlier() throws {
        // A full restriction: the latest decision is the level, the one before it that no variation is known.
        let person = try refused()
        person.press(.character("o"))
        #expect(person.sees("Face-to-face restriction: the record says"))
        person.type("The approver rang at 11")
        person.press(.tab)
        #expect(person.sees("One-off variation for this visit: the record says No"))
        person.press(.enter)
        #expect(person.sees("Serve as the one-off variation states"))
    }

    @Test("Where nothing is decided by the record, overruling says so")
    func nothingToOverrule() throws {
        let person = try Operator()
        person.press(.function(8), .character("o"))
        #expect(person.sees("The record has decided nothing here yet."))
    }
}
