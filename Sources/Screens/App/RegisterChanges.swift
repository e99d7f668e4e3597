import Synchronization

/// Carries to the screens that another program wrote to the register, from whatever thread noticed it.
public final class RegisterChanges: Sendable {
    private struct State {
        var isNew = false
        var wake: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    public init() {}

    /// What the screens show may be otherwise by now.
    public func tell() {
        let wake = state.withLock { state in
            state.isNew = true
            return state.wake
        }
        wake?()
    }

    /// - Parameter wake: ends the wait of whoever shows the screens; called from any thread.
    func listen(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }

    /// Whether there were some since the last call.
    func take() -> Bool {
        state.withLock { state in
            defer { state.isNew = false }
            return state.isNew
        }
    }
}
