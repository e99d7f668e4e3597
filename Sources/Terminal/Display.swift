/// Where frames are shown and events come from. It belongs to one thread; only its waker crosses threads.
public protocol Display: AnyObject {
    var size: Size { get }
    var depth: ColourDepth { get }
    /// Whether only ASCII can be shown; the display replaces the rest itself.
    var isASCII: Bool { get }
    /// Ends a wait in `nextEvent` from another thread.
    var waker: Waker { get }

    /// Shows `frame`, whose size should be ``size``; what does not fit is cut off.
    func show(_ frame: Frame)
    /// The next event; nil when `timeout` passes first. Without a timeout it waits for as long as it takes, at no cost.
    func nextEvent(timeout: Duration?) -> InputEvent?
    /// Whether presses of the mouse come as events; without them the terminal selects text with it. Off at first.
    func useMouse(_ isOn: Bool)
    /// Gives the terminal back to the shell until the person resumes the program. Show a frame afterwards.
    func suspend()
    /// Leaves the terminal as it was found. Safe to call twice.
    func close()
}

extension Display {
    public func nextEvent() -> InputEvent? { nextEvent(timeout: nil) }
}

/// Ends a display's wait for events from any thread.
public struct Waker: Sendable {
    private let action: @Sendable () -> Void

    public init(_ action: @escaping @Sendable () -> Void) {
        self.action = action
    }

    public func wake() { action() }
}
