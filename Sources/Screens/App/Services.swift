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
    /// Hands over the mails that are due; throws when one could not be. It may take long.
    public let sendMail: @Sendable () throws -> Void
    /// Whether the answer to the work at hand comes too late: newer work of its name waits.
    var isOutdated: @Sendable () -> Bool = { false }

    public init(
        desk: Desk, procedures: ProcedureLibrary, post: Post, now: @escaping @Sendable () -> Instant,
        newDraftID: @escaping @Sendable () -> NoteDraft.ID, sendMail: @escaping @Sendable () throws -> Void = {}
    ) {
        self.desk = desk
        self.procedures = procedures
        self.post = post
        self.now = now
        self.newDraftID = newDraftID
        self.sendMail = sendMail
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
    /// Where the customer stands; nil on the phone, where a caller may be anywhere.
    public var site: String?
    public var channel: Channel
    /// Where the officer sits, for the strip above every screen.
    public var workplace: String?

    public init(site: String?, channel: Channel, workplace: String? = nil) {
        self.site = site
        self.channel = channel
        self.workplace = workplace ?? site
    }
}
