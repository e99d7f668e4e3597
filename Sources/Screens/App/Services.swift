import Casework
import Procedures

/// All that the screens need from outside: filled by the main program, or by a test.
public struct Services: Sendable {
    public let desk: Desk
    public let procedures: ProcedureLibrary
    /// Where the officer works and which channel they serve, as far as it is known.
    public let post: Post
    /// What the clock shows.
    public let now: @Sendable () -> Instant
    /// A new name for a draft, never given before.
    public let newDraftID: @Sendable () -> NoteDraft.ID
    /// Hands over mail; nil where no mail program is configured, and mail is kept.
    public let mail: MailProgram?
    /// Looks at everything that the program stands on, as `doctor` does. It may take long.
    public let examine: @Sendable () -> [HealthCheck]
    /// Keeps for the log what the person is not told of a failure.
    public let log: @Sendable (any Error) -> Void
    public let setup: Setup
    /// Tells the screens what others wrote meanwhile.
    let changes: RegisterChanges
    /// Whether the answer to the work at hand comes too late: newer work of its name waits.
    var isOutdated: @Sendable () -> Bool = { false }

    public init(
        desk: Desk, procedures: ProcedureLibrary, post: Post, now: @escaping @Sendable () -> Instant,
        newDraftID: @escaping @Sendable () -> NoteDraft.ID, mail: MailProgram? = nil,
        examine: @escaping @Sendable () -> [HealthCheck] = { [] },
        log: @escaping @Sendable (any Error) -> Void = { _ in }, setup: Setup = Setup(),
        changes: RegisterChanges = RegisterChanges()
    ) {
        self.desk = desk
        self.procedures = procedures
        self.post = post
        self.now = now
        self.newDraftID = newDraftID
        self.mail = mail
        self.examine = examine
        self.log = log
        self.setup = setup
        self.changes = changes
    }
}

/// What hands mail over.
public struct MailProgram: Sendable {
    /// Its path, as it is configured.
    public let path: String
    /// Hands over what waits, or only what is due, and says how many were taken; throws when one was not. It may take
    /// long.
    public let send: @Sendable (_ dueOnly: Bool) throws -> Int
    /// Why the sending in the background stands still; nil while it goes on.
    public let trouble: @Sendable () -> String?

    public init(
        path: String, send: @escaping @Sendable (_ dueOnly: Bool) throws -> Int,
        trouble: @escaping @Sendable () -> String? = { nil }
    ) {
        self.path = path
        self.send = send
        self.trouble = trouble
    }
}

extension Services {
    /// Who sits here, with what access, and what they serve.
    var officer: String {
        let staff = desk.staff
        let place = post.workplace.map { " at \($0)" } ?? ""
        return
            "You are \(staff.name) (\(staff.id)), \(staff.access.name) access\(place), serving \(post.channel.inUse)."
    }
}

extension Channel {
    fileprivate var inUse: String {
        switch self {
        case .faceToFace: "people face to face"
        case .phone: "people on the phone"
        case .writing: "people in writing"
        }
    }
}

/// Where an officer serves people.
public struct Post: Sendable, Hashable {
    /// Where a customer stands who comes to the officer; nil where nobody does, as at a Smart Centre, or where that is not
    /// known. A caller or writer may be anywhere, whatever stands here (``Casework/Channel/site(_:)``).
    public var site: String?
    /// The channel served at first; the officer may turn to another.
    public var channel: Channel
    /// Where the officer sits, for the strip above every screen.
    public var workplace: String?

    public init(site: String?, channel: Channel, workplace: String? = nil) {
        self.site = site
        self.channel = channel
        self.workplace = workplace ?? site
    }
}
