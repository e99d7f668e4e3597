import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Incidents and the audit on the record")
struct AuditTrailTests {
    private func office(_ access: Access) throws -> Office {
        let office = Office(
            store: MemoryStore(customers: [.mai, .ada], plans: [.tuesdaysAndThursdays], incidents: Incident.ofMai),
            access: access)
        _ = try office.store.desk(.manager).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
        _ = try office.store.desk(.none).open(Customer.ada.id, at: at("2026-03-02T10:10"))
        return office
    }

    @Test("CAPT reads who did what with this record, the newest first, and finds entries by typing")
    func read() throws {
        let person = try Operator.atRecord(try office(.capt))
        person.press(.character("a"))
        #expect(person.row(with: "MSP Desk").contains("Audit of this record"))
        #expect(person.sees("Mai NGUYEN"))
        #expect(person.row(with: ">").contains("warning acknowledged"))
        #expect(person.sees("3 entries"))
        person.type("PR0002 note")
        #expect(person.sees("1 of 3 entries"))
        #expect(person.row(with: ">").contains("note recorded"))
        #expect(person.sees("Tom Nguyen (PR0002)"))
        person.press(.escape)
        #expect(person.sees("3 entries"))
        person.type("zzz")
        #expect(person.sees("No entry fits."))
        person.press(.escape, .escape)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("The caret's own keys leave marked what was; other words begin anew at the newest that fits")
    func caretKeys() throws {
        let person = try Operator.atRecord(try office(.capt))
        person.press(.character("a"), .down, .down)
        let marked = person.row(with: "> ")
        for key in [Key.end, .home, .left, .right] {
            person.press(key)
            #expect(person.row(with: "> ") == marked, "\(key)")
        }
        person.type("r")
        #expect(person.row(with: "> ") != marked)
    }

    @Test("Another person's entries are never among them")
    func others() throws {
        let person = try Operator.atRecord(try office(.capt))
        person.press(.character("a"))
        #expect(person.doesNotSee("no plan in force"))
    }

    @Test("Whoever may not read it is told who may, and nothing opens", arguments: [Access.none, .manager, .delegate])
    func refused(access: Access) throws {
        let person = try Operator.atRecord(try office(access))
        person.press(.character("a"))
        #expect(person.sees("The audit trail of a record is read by CAPT"))
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("In lines the audit is read and filtered too")
    func inLines() throws {
        let person = try LinearListener(try office(.capt))
        person.answers("nguyen", "1", "", "audit")
        #expect(person.hears("3 entries"))
        #expect(person.hears("note recorded"))
        person.answers("pr0002")
        #expect(person.hears("1 of 3 entries"))
    }

    @Test("Incidents are listed with their severity and read whole; the plan names those that belong to it")
    func incidents() throws {
        let person = try Operator.atRecord(try office(.none), height: 30)
        #expect(person.row(with: "CIMS-000412").contains("2 February 2026 9:40, serious"))
        #expect(person.doesNotSee("CIRT-000077"))
        person.press(.character("4"))
        #expect(person.row(with: "2026-02-26 10:30").contains("CIRT-000077 low: Abuse, verbal, actual"))
        #expect(person.sees("Shouted on the phone, then apologised."))
        person.press(.down)
        for words in [
            "CIMS-000412, in CIMS, final", "Assault, no weapon, attempted", "MSP-000001",
            "after such behaviour a safety alert must be considered", "Raised a chair over the desk",
        ] {
            #expect(person.sees(words), "\(words)")
        }
    }
}
