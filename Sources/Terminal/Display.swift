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
    /// Works out what showing `frame` next would take, and shows nothing; nil where that cannot be known.
    func prepare(_ frame: Frame) -> PreparedFrame?
    /// Shows a frame as it was prepared. Nothing else may have been shown since, and the size must be the same. What is to
    /// be seen must be shown after it: where it is the same frame, that takes nothing.
    func show(_ prepared: PreparedFrame)
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

    // Where showing takes no work there is none to do before.
    public func prepare(_ frame: Frame) -> PreparedFrame? { .frame(frame) }
    public func show(_ prepared: PreparedFrame) { if case .frame(let frame) = prepared { show(frame) } }
}

/// What takes a display from the frame that it shows to another.
public enum PreparedFrame {
    /// What is sent.
    case bytes([UInt8])
    case frame(Frame)
}

/// Ends the wait of a ``Display`` or ``LineConsole``, from any thread.
public struct Waker: Sendable {
    private let action: @Sendable () -> Void

    public init(_ action: @escaping @Sendable () -> Void) {
        self.action = action
    }

    public func wake() { action() }
}
