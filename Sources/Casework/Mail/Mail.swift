/// A mail in the outbox: kept with the note that it tells of, until it is handed over.
///
/// No address is kept: it is the recipient's at the time of handing over.
public struct Mail: Codable, Sendable, Hashable {
    public struct ID: RawRepresentable, Codable, Sendable, Hashable {
        public let rawValue: Int64
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    /// How far handing over has come.
    public struct Delivery: Codable, Sendable, Hashable {
        public var attempts = 0
        /// Not before then is it tried again by itself.
        public var nextAt: Instant
        /// Somebody is handing it over, and has until then.
        public var busyUntil: Instant?
        /// What the last attempt failed of.
        public var failure: String?
        public var sentAt: Instant?

        public init(
            attempts: Int = 0, nextAt: Instant, busyUntil: Instant? = nil, failure: String? = nil,
            sentAt: Instant? = nil
        ) {
            self.attempts = attempts
            self.nextAt = nextAt
            self.busyUntil = busyUntil
            self.failure = failure
            self.sentAt = sentAt
        }

        /// Seconds between the attempt of this number and the next: a minute, four times as long after each, at most
        /// twelve hours.
        static func pause(after attempts: Int) -> Int {
            min(60 << (2 * min(max(attempts, 1) - 1, 10)), 43_200)
        }

        /// Seconds that somebody who hands a mail over has, at most.
        static let span = 120

        func isFree(at instant: Instant) -> Bool { sentAt == nil && (busyUntil.map { $0 <= instant } ?? true) }
    }

    public var id: ID
    public var plan: Plan.ID
    public var role: NotifiedRole
    /// Whom the plan named; nil when it named nobody in this role.
    public var recipient: StaffMember.ID?
    public var author: StaffMember.ID
    public var subject: String
    public var body: String
    /// Letters and digits that no other mail has.
    public var messageID: String
    public var writtenAt: Instant
    public var delivery: Delivery

    public init(
        id: ID, plan: Plan.ID, role: NotifiedRole, recipient: StaffMember.ID?, author: StaffMember.ID, subject: String,
        body: String, messageID: String, writtenAt: Instant, delivery: Delivery
    ) {
        self.id = id
        self.plan = plan
        self.role = role
        self.recipient = recipient
        self.author = author
        self.subject = subject
        self.body = body
        self.messageID = messageID
        self.writtenAt = writtenAt
        self.delivery = delivery
    }
}

/// A mail with what the register knows of its recipient now.
public struct OutboxMail: Sendable, Hashable {
    public let mail: Mail
    /// Whom it goes to: as it was kept or, where the plan named nobody then, whom it names now.
    public let recipient: StaffMember.ID?
    public let address: EmailAddress?
    let from: EmailAddress?
    /// Why it cannot be handed over; nil when it can.
    public let held: String?

    init(_ mail: Mail, in reader: any CaseworkReader) throws {
        self.mail = mail
        recipient = try mail.recipient ?? reader.plan(mail.plan)?.officer(mail.role)
        let member = try recipient.flatMap { try reader.staff($0) }
        let text = member?.email ?? ""
        address = EmailAddress(text)
        from = try reader.staff(mail.author)?.email.flatMap(EmailAddress.init)
        held =
            switch (recipient, member, address) {
            case (nil, _, _): "\(mail.plan) names no \(mail.role.name)."
            case (let id?, nil, _): "The register does not know \(id)."
            case (let id?, _, nil):
                text.isEmpty
                    ? "\(id) has no e-mail address in the register." : "The e-mail address of \(id) is not one."
            default: nil
            }
    }
}

extension OutboxMail {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Not tried yet.
        case waiting
        /// The last attempt failed; it is tried again.
        case failed
        /// It cannot be handed over as it is.
        case held
        case sent
    }

    public var state: State {
        if mail.delivery.sentAt != nil { return .sent }
        if held != nil { return .held }
        return mail.delivery.failure == nil ? .waiting : .failed
    }
}
