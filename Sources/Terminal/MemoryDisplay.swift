import Dispatch

/// A display for tests: a script of events goes in, rows of text and styles come out.
public final class MemoryDisplay: Display {
    public private(set) var size: Size
    public let depth: ColourDepth
    public let isASCII: Bool
    public let waker: Waker
    public private(set) var isClosed = false
    public private(set) var suspensions = 0
    public private(set) var hasMouse = false
    /// What was shown last.
    public private(set) var frame: Frame
    /// How many frames were shown, each of them once.
    public private(set) var framesShown = 0
    private var isPrepared = false
    private var script: [InputEvent]
    private let wakes = DispatchSemaphore(value: 0)

    public init(
        width: Int = 80, height: Int = 24, depth: ColourDepth = .trueColour, isASCII: Bool = false,
        script: [InputEvent] = []
    ) {
        size = Size(width: width, height: height)
        self.depth = depth
        self.isASCII = isASCII
        self.script = script
        frame = Frame(size: size)
        waker = Waker { [wakes] in wakes.signal() }
    }

    /// The rows shown, as a person would read them, without the spaces that end them.
    public var lines: [String] {
        isASCII ? frame.lines.map { ASCIIForm.of($0) } : frame.lines
    }

    /// The rows shown as one text.
    public var text: String { lines.joined(separator: "\n") }

    public func enqueue(_ events: InputEvent...) { script += events }

    public func show(_ frame: Frame) {
        if !(isPrepared && frame.looksLike(self.frame)) { framesShown += 1 }
        self.frame = frame
        isPrepared = false
    }

    public func show(_ prepared: PreparedFrame) {
        guard case .frame(let frame) = prepared else { return }
        show(frame)
        isPrepared = true
    }

    /// The next scripted event; `woken` when somebody woke the display; `ended` when the script is over and nothing
    /// is waited for. With a timeout and nothing scripted it waits for a wake that long.
    public func nextEvent(timeout: Duration?) -> InputEvent? {
        if wakes.wait(timeout: .now()) == .success { return .woken }
        if !script.isEmpty {
            let event = script.removeFirst()
            if case .resized(let size) = event { self.size = size }
            return event
        }
        guard let timeout else { return .ended }
        let nanoseconds = Int(timeout / .nanoseconds(1))
        return wakes.wait(timeout: .now() + .nanoseconds(nanoseconds)) == .success ? .woken : nil
    }

    public func useMouse(_ isOn: Bool) { hasMouse = isOn }

    public func suspend() { suspensions += 1 }

    public func close() { isClosed = true }
}
