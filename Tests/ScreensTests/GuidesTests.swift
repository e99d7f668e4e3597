import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The guides of a record")
struct GuidesTests {
    @Test(
        "Typing finds a guide as the palette does, at 40 by 12 too; Esc shows all again",
        arguments: [(40, 12), (80, 24)])
    func narrowed(width: Int, height: Int) throws {
        let person = try Operator.atRecord(width: width, height: height)
        person.press(.character("g"))
        person.type("zone tr")
        #expect(person.row(with: "> ").contains("zone"))
        #expect(person.doesNotSee("A customer visits"))
        person.press(.escape)
        #expect(person.sees("A customer visits"))
        person.type("zzzz")
        #expect(person.sees("No guide is called so."))
        person.press(.enter)
        #expect(person.sees("No guide is called so."))
        person.press(.control("u"))
        person.type("health")
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").lowercased().contains("health check"))
        person.press(.escape)
        #expect(person.sees("health"), "what was typed still stands there")
    }

    @Test(
        "The emergency steps are one key away while one types there too",
        arguments: [Key.character("!"), .function(8)])
    func danger(key: Key) throws {
        let person = try Operator.atRecord()
        person.press(.character("g"))
        person.type("thr")
        person.press(key)
        #expect(person.row(with: "MSP Desk").contains("Emergency"))
    }

    @Test("In lines a guide is found by its words and begun by its number")
    func spoken() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", "", "guides", "zone transfer")
        #expect(person.hears("1) ") && !person.hears("A customer visits"))
        person.answers("1")
        #expect(person.heard.contains { $0.contains("MSP Desk:") && $0.contains("zone") })
    }

    @Test("Every procedure stands there by its group, with what it is for, the one for this contact first")
    func listed() throws {
        let office = Office()
        let person = try Operator.atRecord(office)
        person.press(.character("g"))
        #expect(person.sees("A customer visits a service centre"))
        #expect(person.sees("Contacts: What to do when a customer"))
        person.press(.enter)
        #expect(person.sees("Have you proved who this person is?"))
    }

    @Test("Somebody else goes on where a run was left; the way says who answered")
    func goneOn() throws {
        var office = Office()
        let first = try Operator.atRecord(office)
        first.press(.character("v"), .character("1"))
        office.access = .manager
        let second = try Operator.atRecord(office, width: 120, height: 40)
        second.press(.character("g"))
        #expect(second.sees("Go on: A customer visits a service centre"))
        second.press(.enter)
        #expect(second.sees("Who is at the counter?"))
        #expect(second.sees("(PR0001"))
        second.press(.character("1"))
        #expect(second.sees("The customer (you"))
        #expect(office.store.contents.guideRuns.first?.savedBy == .manager)
        #expect(office.store.contents.guideRuns.first?.begunBy == .counter)
    }
}
