extension Desk {
    /// Puts a mail for each recipient into the outbox, in the transaction that saves the note.
    func keepMails(
        _ notification: ContactNotification, of customer: Customer.ID, at instant: Instant,
        in writer: any CaseworkWriter
    ) throws {
        guard let plan = try writer.plans(of: customer).first(where: { $0.id == notification.plan }) else { return }
        let site = try notification.site.flatMap { try writer.site(named: $0) }
        let zone = try site.map { try LocalZone($0.timeZone) } ?? plan.state.zone()
        for (role, recipient) in plan.recipients(for: notification.roles, author: staff.id) {
            try audit(
                .mailKept, of: customer, "\(plan.id), to \(recipient?.rawValue ?? "nobody yet") as \(role.rawValue)",
                at: instant, in: writer)
            let unique = try writer.lastAuditEntry()?.hash ?? ""
            _ = try writer.add(
                Mail(
                    id: Mail.ID(rawValue: 0), plan: plan.id, role: role, recipient: recipient, author: staff.id,
                    subject: (register.practice ? "PRACTICE: " : "") + notification.subject,
                    body: notification.lines(to: role, by: staff, zone: zone, practice: register.practice)
                        .joined(separator: "\n"),
                    // Nothing else has this hash, and nothing can be read from it.
                    messageID: String(unique.prefix(40)), writtenAt: instant,
                    delivery: Mail.Delivery(nextAt: instant)))
        }
    }

    /// What waits in the outbox, the oldest first; with what was sent, when asked for. It holds plan numbers and no
    /// names: everybody at a desk may see it.
    public func outbox(includingSent: Bool = false) throws -> [OutboxMail] {
        try store.read { reader in
            try reader.mails(includingSent: includingSent).map { try OutboxMail($0, in: reader) }
        }
    }

    /// What waits in the outbox, the oldest first, then the newest of what was sent, the newest first.
    public func outbox(latestSent count: Int) throws -> [OutboxMail] {
        try store.read { reader in
            let mails = try reader.mails(includingSent: false) + reader.mails(latestSent: count)
            return try mails.map { try OutboxMail($0, in: reader) }
        }
    }

    /// What came of handing over.
    public struct MailReport: Sendable, Hashable {
        public var sent: [OutboxMail] = []
        /// Each says in ``Mail/Delivery`` what it failed of, and when it is tried again.
        public var failed: [OutboxMail] = []
        /// Those that cannot be handed over as they are.
        public var held: [OutboxMail] = []
    }

    /// Hands over what waits, one mail after the other, none twice at a time.
    ///
    /// A mail is taken in one transaction, handed over outside any, and marked in another: a program that ends
    /// between leaves it to be tried again. So a mail may arrive twice, with one Message-ID, and is never lost.
    ///
    /// - Parameters:
    ///   - dueOnly: leaves those alone whose pause is not over.
    ///   - now: the clock, asked before and after each mail.
    ///   - handOver: gives the mail to the mail program; a ``UserFacing`` error that it throws is kept as the reason.
    public func sendMail(
        dueOnly: Bool, now: () -> Instant, handOver: (MailMessage) throws -> Void
    ) throws -> MailReport {
        var report = MailReport()
        for waiting in try outbox() {
            if dueOnly, waiting.mail.delivery.nextAt > now() { continue }
            guard waiting.held == nil, let address = waiting.address else {
                report.held.append(waiting)
                continue
            }
            guard var delivery = try take(waiting.mail.id, at: now()) else { continue }
            let mail = waiting.mail
            do {
                try handOver(
                    MailMessage(
                        from: waiting.from, to: address, subject: mail.subject, body: mail.body,
                        writtenAt: mail.writtenAt, zone: zone, id: mail.messageID))
                delivery.sentAt = now()
                delivery.failure = nil
            } catch {
                let error = error as? any UserFacing
                delivery.failure = error.map { "\($0.message) \($0.remedy)" } ?? "The mail program failed."
            }
            delivery.busyUntil = nil
            try write { [delivery] writer in
                try writer.save(delivery, of: mail.id)
                guard let sentAt = delivery.sentAt else { return }
                try audit(
                    .mailSent, of: nil,
                    "mail \(mail.id.rawValue), \(mail.plan), to \(waiting.recipient?.rawValue ?? "")",
                    at: sentAt, in: writer)
            }
            let done = try store.read { try OutboxMail(try $0.mail(mail.id) ?? mail, in: $0) }
            if delivery.sentAt == nil { report.failed.append(done) } else { report.sent.append(done) }
        }
        return report
    }

    /// Takes a mail for handing over; nil when it is sent by now, or somebody else has it in hand.
    private func take(_ id: Mail.ID, at instant: Instant) throws -> Mail.Delivery? {
        try write { writer in
            guard var delivery = try writer.mail(id)?.delivery, delivery.isFree(at: instant) else { return nil }
            delivery.attempts += 1
            delivery.nextAt = instant + Mail.Delivery.pause(after: delivery.attempts)
            delivery.busyUntil = instant + Mail.Delivery.span
            try writer.save(delivery, of: id)
            return delivery
        }
    }
}
