/// A terminal or a pipe for a face that speaks and listens in lines. It belongs to one thread.
public protocol LineConsole: AnyObject {
    /// Ends the wait for a line.
    var waker: Waker { get }
    /// Whether a person answers at a terminal, rather than a script through a pipe.
    var isTerminal: Bool { get }
    /// Writes a line; what a terminal could obey in it is made visible.
    func say(_ line: String)
    /// Writes `text` without ending the line; what is answered follows it, as does what was half typed before.
    func prompt(_ text: String)
    /// The next line; nil when `timeout` passes first, or the console is woken. Without a timeout it waits for as long as
    /// it takes.
    ///
    /// - Parameter digits: a digit from 1 to this one, typed first, is an answer without Enter where the terminal
    ///   allows; 0 for none.
    func next(timeout: Duration?, digits: Int) -> LineEvent?
}

extension LineConsole {
    /// A script is never waited for.
    public var waker: Waker { Waker {} }
}

/// What a person or a script answers.
public enum LineEvent: Hashable, Sendable {
    /// A line without its end. Bytes that are no UTF-8 stand in it as replacement characters.
    case line(String)
    /// A key that acts without Enter, or does nothing in a line; nil for one that is not known. What was typed before it
    /// goes with it, save where the line goes on.
    case key(Key?, typed: String)
    /// An Enter alone, long after the answer of this name, which needed none.
    case enterAgain(after: String)
    /// What stood on a line that nobody ended, when no more can come.
    case unfinished(String)
    /// No more can come: the input ended, the terminal went away, or a signal asks for the end.
    case ended
}

/// A console for tests: a script goes in, lines come out.
public final class MemoryConsole: LineConsole {
    /// What was said, prompts left out.
    public private(set) var said: [String] = []
    public private(set) var prompts: [String] = []
    /// The digits that would have been answers, at each wait.
    public private(set) var digits: [Int] = []
    private var script: [String]
    public let isTerminal: Bool

    public init(script: [String] = [], isTerminal: Bool = true) {
        self.isTerminal = isTerminal
        self.script = script
    }

    public func say(_ line: String) { said.append(TerminalText.visible(line)) }
    public func prompt(_ text: String) { prompts.append(text) }

    public func next(timeout: Duration?, digits: Int) -> LineEvent? {
        self.digits.append(digits)
        return script.isEmpty ? .ended : .line(script.removeFirst())
    }

    public func forget() { said = [] }
}
