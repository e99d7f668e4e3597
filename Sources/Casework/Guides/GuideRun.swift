import Crypto

/// A run of a procedure, kept so that it can be gone on with days later and by somebody else.
///
/// It holds answers, not a position: what they lead to is found by replaying them through the texts that it began with.
@dynamicMemberLookup
public struct GuideRun: Codable, Sendable, Hashable {
    public struct ID: RawRepresentable, Codable, Sendable, Hashable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// How it ended.
    public struct End: Codable, Sendable, Hashable {
        public var outcome: String
        /// The outcome's words.
        public var title: String
        public var at: Instant

        public init(outcome: String, title: String, at: Instant) {
            self.outcome = outcome
            self.title = title
            self.at = at
        }

        /// Left on the way, its note written all the same: none of its procedure's outcomes.
        public static func left(at step: String?, _ instant: Instant) -> End {
            End(outcome: leftOutcome, title: "Left\(step.map { " at \($0)" } ?? ""), and noted", at: instant)
        }

        public var isLeft: Bool { outcome == Self.leftOutcome }

        private static let leftOutcome = "left-and-noted"
    }

    /// A contact as it was judged when it was made.
    public struct JudgedAttempt: Codable, Sendable, Hashable {
        public var attempt: ContactAttempt
        public var verdict: Verdict

        public init(_ attempt: ContactAttempt, _ verdict: Verdict) {
            self.attempt = attempt
            self.verdict = verdict
        }
    }

    /// What is read where runs are listed: not the texts, answers and facts, which are long.
    public struct Head: Codable, Sendable, Hashable {
        public var id: ID
        public var procedure: String
        public var title: String
        public var version: String
        /// Nil for the steps of an emergency, which need no record.
        public var customer: Customer.ID?
        public var begunBy: StaffMember.ID
        public var begunAt: Instant
        public var savedBy: StaffMember.ID
        public var savedAt: Instant
        /// What it waits for: a step's title.
        public var awaiting: String?
        /// When what it waits for is due; nil where it waits for a person alone.
        public var heldUntil: Instant?
        public var end: End?

        public init(
            id: ID, procedure: String, title: String, version: String, customer: Customer.ID?,
            begunBy: StaffMember.ID, begunAt: Instant, savedBy: StaffMember.ID, savedAt: Instant,
            awaiting: String? = nil, heldUntil: Instant? = nil, end: End? = nil
        ) {
            self.id = id
            self.procedure = procedure
            self.title = title
            self.version = version
            self.customer = customer
            self.begunBy = begunBy
            self.begunAt = begunAt
            self.savedBy = savedBy
            self.savedAt = savedAt
            self.awaiting = awaiting
            self.heldUntil = heldUntil
            self.end = end
        }

        /// Whether somebody can go on with it at `instant`: it has not ended, and no wait of it lasts.
        public func isDue(at instant: Instant) -> Bool { end == nil && heldUntil.map { $0 <= instant } ?? true }
    }

    public var head: Head
    /// The procedure and those that it runs as they were when it began, by their ids.
    public var texts: [String: String]
    public var answers: [Answer]
    /// What was ticked or typed at steps that the person did not go on from: no answers yet. One with a reason is a
    /// decision of the record that was about to be overruled.
    public var pending: [Answer]
    /// What the record told on the way; it stands when the run is gone on with.
    public var facts: [FactName: Finding]
    /// The contact that it leads through: it stands too, whenever the run is gone on with (C1). Nil where there is none,
    /// and in runs of earlier versions.
    public var contact: JudgedAttempt?

    public init(
        _ head: Head, texts: [String: String], answers: [Answer] = [], pending: [Answer] = [],
        facts: [FactName: Finding] = [:], contact: JudgedAttempt? = nil
    ) {
        self.head = head
        self.texts = texts
        self.answers = answers
        self.pending = pending
        self.facts = facts
        self.contact = contact
    }

    public subscript<Value>(dynamicMember member: WritableKeyPath<Head, Value>) -> Value {
        get { head[keyPath: member] }
        set { head[keyPath: member] = newValue }
    }

    /// Tells the texts from others, in 64 hexadecimal digits: runs that began alike share them.
    public var textsDigest: String {
        var hasher = SHA256()
        for (id, text) in texts.sorted(by: { $0.key < $1.key }) {
            for part in [id, text] { hasher.update(data: Array("\(part.utf8.count):\(part)".utf8)) }
        }
        return hasher.finalize().hexadecimal
    }
}
