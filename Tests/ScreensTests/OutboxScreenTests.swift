import Casework
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The outbox's screen")
struct OutboxScreenTests {
    private func office(_ mail: MailProgram? = MailProgram(path: "/usr/sbin/sendmail") { _ in 0 }) -> Office {
        var office = Office()
        office.store.holdsMails()
        office.mail = mail
        return office
    }

    @Test("It shows what waits, what failed with reason, tries and the next one, what is held, and what was sent")
    func states() throws {
        let person = try Operator(at: Outbox(), office(), width: 80, height: 40)
        #expect(person.sees("Handed to /usr/sbin/sendmail."))
        for words in ["waiting", "FAILED", "HELD", "sent"] { #expect(person.row(with: words).contains("letter")) }
        #expect(person.sees("waiting, not tried yet"))
        person.press(.down)
        #expect(person.sees("it ended with status 75"))
        #expect(person.sees("3 times"))
        #expect(person.sees("11:40"))
        person.press(.down)
        #expect(person.sees("The register does not know PR9999."))
        person.press(.down)
        #expect(person.sees("sent 3 March 2026, 09:02") || person.row(with: "State").contains("9:02"))
    }

    @Test("The mail's own text can be read, and whom it goes to; the person is not in it")
    func text() throws {
        let person = try Operator(at: Outbox(), office(), width: 80, height: 40)
        #expect(person.sees("A visit took place."))
        #expect(person.sees("tom@example.gov.au"))
        #expect(person.doesNotSee("NGUYEN"))
    }

    @Test("Send now hands over what waits and says how many were taken")
    func send() throws {
        let asked = Mutex<[Bool]>([])
        let office = office(
            MailProgram(path: "/usr/sbin/sendmail") { dueOnly in
                asked.withLock { $0.append(dueOnly) }
                return 2
            })
        let person = try Operator(at: Outbox(), office)
        person.press(.character("s"))
        #expect(asked.withLock { $0 } == [false])
        #expect(person.sees("2 mails are sent."))
    }

    @Test("A failure of sending is said, and sending can be tried again")
    func failure() throws {
        let person = try Operator(
            at: Outbox(), office(MailProgram(path: "/usr/sbin/sendmail") { _ in throw DiskError.full }))
        person.press(.character("s"))
        #expect(person.sees("The disk is full."))
        person.press(.character("s"))
        #expect(person.sees("The disk is full."))
    }

    @Test("Without a mail program it says that mail is kept, and why nothing can be sent")
    func noProgram() throws {
        let person = try Operator(at: Outbox(), office(nil))
        #expect(person.sees("No mail program is configured"))
        person.press(.character("s"))
        #expect(person.sees("No mail program is configured: mail is kept."))
    }

    @Test("What the sending in the background changes is seen without a key")
    func live() throws {
        let office = office()
        let person = try Operator(at: Outbox(), office)
        #expect(person.sees("FAILED"))
        office.store.contents.mails[1].delivery.sentAt = at("2026-03-03T11:15")
        person.waits(.seconds(3))
        #expect(person.doesNotSee("FAILED"))
    }

    @Test("The chosen mail stays chosen when others are sent before it")
    func selectionStays() throws {
        let office = office()
        let person = try Operator(at: Outbox(), office)
        person.press(.down)
        office.store.contents.mails[0].delivery.sentAt = at("2026-03-03T11:15")
        person.waits(.seconds(3))
        #expect(person.row(with: ">").contains("letter 2"))
    }

    @Test("When sending in the background stands still it says why")
    func trouble() throws {
        let mail = MailProgram(path: "/usr/sbin/sendmail", send: { _ in 0 }, trouble: { "The register is busy." })
        let person = try Operator(at: Outbox(), office(mail))
        #expect(person.sees("Sending stands still. The register is busy."))
    }

    @Test("Everybody at a desk may see it, as with the command", arguments: Access.allCases)
    func everybody(access: Access) throws {
        var office = office()
        office.access = access
        let person = try Operator(at: Outbox(), office)
        #expect(person.sees("waiting"))
    }
}
