import Casework
import Terminal
import TestSupport

@testable import Screens

extension Mail {
    /// To Mai's OMC, at nine on the third of March.
    static func invented(_ number: Int64, to recipient: StaffMember.ID?, _ delivery: Delivery) -> Mail {
        Mail(
            id: Mail.ID(rawValue: number), plan: Plan.tuesdaysAndThursdays.id, role: .omc, recipient: recipient,
            author: .counter, subject: "PRACTICE: MSP-000001: visit, letter \(number)",
            body: "A visit took place.\n\nIt was in line with plan MSP-000001.", messageID: "m\(number)",
            writtenAt: at("2026-03-03T09:00"), delivery: delivery)
    }

    static let waiting = invented(1, to: .manager, Delivery(nextAt: at("2026-03-03T09:00")))
    static let refused = invented(
        2, to: .manager,
        Delivery(
            attempts: 3, nextAt: at("2026-03-03T11:40"),
            failure: "The mail program /usr/sbin/sendmail did not take the mail: it ended with status 75."))
    static let held = invented(3, to: "PR9999", Delivery(nextAt: at("2026-03-03T09:00")))
    static let sent = invented(
        4, to: .manager, Delivery(attempts: 1, nextAt: at("2026-03-03T09:01"), sentAt: at("2026-03-03T09:02")))
}

extension Operator {
    /// Finds a screen by its name in the palette, and goes there.
    func goes(to name: String) {
        press(.control("p"))
        type(name)
        press(.enter)
    }
}

extension MemoryStore {
    /// One mail of each state; the manager, to whom they go, has an address.
    func holdsMails() {
        contents.staff = contents.staff.map { member in
            var member = member
            if member.id == .manager { member.email = "tom@example.gov.au" }
            return member
        }
        contents.mails = [.waiting, .refused, .held, .sent]
    }
}
