import Casework
import GRDB

extension RegisterSession {
    public func mails(includingSent: Bool) throws -> [Mail] {
        try rows("\(Self.selectMail) \(includingSent ? "" : "WHERE sent_at IS NULL") ORDER BY id", [], mail)
    }

    public func mails(latestSent count: Int) throws -> [Mail] {
        try rows(
            "\(Self.selectMail) WHERE sent_at IS NOT NULL ORDER BY sent_at DESC, id DESC LIMIT ?", [count], mail)
    }

    public func mail(_ id: Mail.ID) throws -> Mail? {
        try first("\(Self.selectMail) WHERE id = ?", [id.rawValue]).map(mail)
    }

    public func add(_ mail: Mail) throws -> Mail.ID {
        let delivery = mail.delivery
        try run(
            """
            INSERT INTO outbox (plan, role, recipient, author, subject, body, message_id, written_at, attempts, next_at,
                busy_until, failure, sent_at)
            VALUES (\(Self.places(13)))
            """,
            [
                mail.plan.rawValue, mail.role.rawValue, mail.recipient?.rawValue, mail.author.rawValue, mail.subject,
                mail.body, mail.messageID, mail.writtenAt.seconds, delivery.attempts, delivery.nextAt.seconds,
                delivery.busyUntil?.seconds, delivery.failure, delivery.sentAt?.seconds,
            ])
        return Mail.ID(rawValue: db.lastInsertedRowID)
    }

    public func save(_ delivery: Mail.Delivery, of mail: Mail.ID) throws {
        try run(
            """
            UPDATE outbox SET attempts = ?, next_at = ?, busy_until = ?, failure = ?, sent_at = ? WHERE id = ?
            """,
            [
                delivery.attempts, delivery.nextAt.seconds, delivery.busyUntil?.seconds, delivery.failure,
                delivery.sentAt?.seconds, mail.rawValue,
            ])
    }

    private static let selectMail = """
        SELECT id, plan, role, recipient, author, subject, body, message_id, written_at, attempts, next_at, busy_until,
            failure, sent_at
        FROM outbox
        """

    private func mail(_ row: Row) throws -> Mail {
        func instant(_ seconds: Int?) -> Instant? { seconds.map(Instant.init(seconds:)) }
        return Mail(
            id: Mail.ID(rawValue: row[0]), plan: Plan.ID(rawValue: row[1]), role: try code(row[2]),
            recipient: (row[3] as String?).map(StaffMember.ID.init(rawValue:)),
            author: StaffMember.ID(rawValue: row[4]), subject: row[5], body: row[6], messageID: row[7],
            writtenAt: Instant(seconds: row[8]),
            delivery: Mail.Delivery(
                attempts: row[9], nextAt: Instant(seconds: row[10]), busyUntil: instant(row[11]), failure: row[12],
                sentAt: instant(row[13])))
    }
}
