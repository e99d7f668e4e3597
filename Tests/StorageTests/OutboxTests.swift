import Casework
import Testing

@testable import Storage

@Suite("The outbox in the register")
struct OutboxTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            let ada = try session.insert(.named("Ada", "Byron"))
            try session.save(
                Plan(
                    id: Plan.ID(rawValue: "MSP-000001"), customer: ada, kind: .reactive, status: .active,
                    start: try day("2026-02-02"), end: try day("2026-08-01"), zone: "Sydney West", state: .nsw))
            _ = try session.add(Self.mail)
        }
    }

    static let mail = Mail(
        id: Mail.ID(rawValue: 1), plan: Plan.ID(rawValue: "MSP-000001"), role: .omc, recipient: .ann, author: .ann,
        subject: "Plan MSP-000001", body: "line\nline", messageID: "abc", writtenAt: .morning,
        delivery: Mail.Delivery(nextAt: .morning))

    @Test("A mail comes back as it was kept, and so does how far it has come")
    func roundTrip() throws {
        #expect(try register.read { try $0.mails(includingSent: false) } == [Self.mail])
        var mail = Self.mail
        mail.delivery = Mail.Delivery(
            attempts: 2, nextAt: .morning + 60, busyUntil: .morning + 120, failure: "It is down.")
        try register.write { [mail] in try $0.save(mail.delivery, of: mail.id) }
        #expect(try register.read { try $0.mail(mail.id) } == mail)
        try register.write { try $0.save(Mail.Delivery(nextAt: .morning, sentAt: .morning), of: mail.id) }
        #expect(try register.read { try $0.mails(includingSent: false) }.isEmpty)
        #expect(try register.read { try $0.mails(includingSent: true) }.count == 1)
    }

    @Test("Of what was sent the newest come first, and no more than asked for")
    func latestSent() throws {
        try register.write { writer in
            for number in 2...4 {
                var mail = Self.mail
                mail.messageID = "m\(number)"
                let id = try writer.add(mail)
                try writer.save(Mail.Delivery(nextAt: .morning, sentAt: .morning + number), of: id)
            }
        }
        #expect(try register.read { try $0.mails(latestSent: 2).map(\.messageID) } == ["m4", "m3"])
    }

    @Test(
        "What a mail says is never changed, no mail is deleted, and one that was sent stays sent",
        arguments: [
            "UPDATE outbox SET body = 'other'", "UPDATE outbox SET recipient = 'X'", "DELETE FROM outbox",
            "INSERT OR REPLACE INTO outbox SELECT * FROM outbox",
            "UPDATE outbox SET sent_at = 1; UPDATE outbox SET sent_at = NULL",
        ])
    func unchanged(sql: String) throws {
        let error = #expect(throws: RegisterError.self) {
            try register.inspect { db in
                try db.inTransaction {
                    try db.execute(sql: sql)
                    return .commit
                }
            }
        }
        guard case .appendOnly = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try register.read { try $0.mails(includingSent: false) } == [Self.mail])
    }
}
