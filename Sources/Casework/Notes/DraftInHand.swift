import Synchronization

/// A draft as one window writes it, and what that window knows of it in the register.
///
/// Two windows may have the same draft in hand. Each goes by what it read or wrote itself, so that neither writes over
/// words of the other's, nor saves the same note again. `savedAt` would not tell: two windows write within one second.
public final class DraftInHand: Sendable {
    struct State: Sendable {
        /// As it was begun or read; ``kept`` says what it says now.
        var draft: NoteDraft
        /// What it says in the register, as far as this window knows; nil while it was never kept.
        var kept: NoteContent?
        /// What was last to be kept. A register may have taken it and still have failed.
        var tried: NoteContent?

        /// Whether no other window has written what stands there, or has done away with it.
        func accounts(for stored: NoteDraft?) -> Bool {
            guard let stored else { return kept == nil }
            return stored.content == kept || stored.content == tried
        }
    }

    private let mutex: Mutex<State>

    /// One that was just begun and stands nowhere yet.
    public init(begun draft: NoteDraft) {
        mutex = Mutex(State(draft: draft))
    }

    /// One as it was just read from the register, or written there.
    public init(kept draft: NoteDraft) {
        mutex = Mutex(State(draft: draft, kept: draft.content))
    }

    var state: State { mutex.withLock { $0 } }

    public var draft: NoteDraft { state.draft }
    public var isKept: Bool { state.kept != nil }

    func tries(_ content: NoteContent) { mutex.withLock { $0.tried = content } }
    func stands(as draft: NoteDraft) { mutex.withLock { $0 = State(draft: draft, kept: draft.content) } }
}
