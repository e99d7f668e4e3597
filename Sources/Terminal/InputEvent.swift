/// What reaches the program from outside its own work.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Text pasted in one go; lines end as the terminal sent them. It may be the beginning of more, which was too long.
    case paste(String, isCut: Bool = false)
    case mouse(Mouse)
    case resized(Size)
    /// Somebody called ``Waker/wake()``.
    case woken
    /// Somebody asks the program to stop until it is continued: the answer is ``Display/suspend()``.
    case stopping
    /// No input can come any more: the terminal went away.
    case ended
}

public struct Mouse: Hashable, Sendable {
    public let position: Position
    public let kind: Kind

    public init(_ kind: Kind, at position: Position) {
        self.kind = kind
        self.position = position
    }

    public enum Kind: Hashable, Sendable {
        case press, release, scrollUp, scrollDown
    }
}
