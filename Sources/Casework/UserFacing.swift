/// A failure that a person reads: what happened, and what they can do about it.
public protocol UserFacing: Error, Sendable {
    /// What happened, one sentence.
    var message: String { get }
    /// What to do now, one sentence.
    var remedy: String { get }
    /// What sort of failure it is, for scripts.
    var fault: Fault { get }
}

/// The sort of a failure, from which every face derives its own sign (an exit status, a role).
public enum Fault: Sendable, Hashable {
    /// The words of a command do not fit.
    case usage
    /// The input was read and is wrong.
    case badInput
    /// An input file is not there.
    case missingInput
    /// The register cannot be opened.
    case registerUnavailable
    /// Others write to the register for longer than this one waits.
    case busy
    /// Something cannot be written.
    case cannotWrite
    /// The person acting may not do this.
    case notPermitted
}
