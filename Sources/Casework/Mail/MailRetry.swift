/// When the outbox is gone through again by itself: at the earliest time that was asked for.
public struct MailRetry: Sendable {
    /// When the retry comes that counts; nil while none is set.
    private var due: Instant?

    public init() {}

    /// Asks for a retry at `instant`.
    ///
    /// - Returns: whether one is to be set for it: none is set yet, or a later one, whose place it takes.
    public mutating func asks(for instant: Instant) -> Bool {
        if let due, due <= instant { return false }
        due = instant
        return true
    }

    /// Whether the retry that was set for `instant` is made now that it comes: not where another took its place.
    public mutating func comes(_ instant: Instant) -> Bool {
        guard due == instant else { return false }
        due = nil
        return true
    }
}
