import Glibc

/// Standard input and output as they come: a terminal of any kind, or a pipe. It sends text and line ends alone.
public final class StandardConsole: LineConsole {
    /// The terminal's settings as they were found; nil where input or output is no terminal.
    private let found: termios?
    private let isASCII: Bool
    private let signals = SignalPipe()
    private var waiting: [UInt8] = []
    /// The line being typed; it outlasts what time brings meanwhile.
    private var editor = LineEditor()
    private var isOver = false
    /// When a digit was last taken without Enter.
    private var lastDigit: ContinuousClock.Instant?

    /// An Enter that follows a digit so soon comes from habit and is no answer to what is said next.
    private static let habit = Duration.milliseconds(400)

    public init() {
        var settings = termios()
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        found = isTerminal && tcgetattr(STDIN_FILENO, &settings) == 0 ? settings : nil
        setlocale(LC_CTYPE, "")
        isASCII = String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8"
    }

    public var isTerminal: Bool { found != nil }

    public func say(_ line: String) { write(safe(line) + "\n") }
    public func prompt(_ text: String) { write(safe(text + editor.text)) }

    public func next(timeout: Duration?, digits: Int) -> LineEvent? {
        found == nil ? nextOfPipe(timeout) : nextOfTerminal(timeout, digits: digits)
    }

    /// A pipe shows nothing of what comes through it, so each line is said for the reader of the output.
    private func nextOfPipe(_ timeout: Duration?) -> LineEvent? {
        let end = timeout.map { ContinuousClock.now + $0 }
        while true {
            if let line = wholeLine() {
                say(line)
                return .line(line)
            }
            if isOver { return .ended }
            let left = end.map { $0 - ContinuousClock.now }
            if let left, left <= .zero { return nil }
            wait(left)
        }
    }

    private func wholeLine() -> String? {
        if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
            defer { waiting.removeFirst(end + 1) }
            return LineEditor.text(waiting[..<end])
        }
        guard isOver, !waiting.isEmpty else { return nil }
        defer { waiting = [] }
        return LineEditor.text(waiting)
    }

    private func nextOfTerminal(_ timeout: Duration?, digits: Int) -> LineEvent? {
        let end = timeout.map { ContinuousClock.now + $0 }
        editor.digits = digits
        listenByKeys()
        defer { restore() }
        while true {
            while !waiting.isEmpty {
                let byte = waiting.removeFirst()
                if byte == UInt8(ascii: "\n"), editor.isEmpty, let digit = lastDigit {
                    lastDigit = nil
                    if ContinuousClock.now - digit < Self.habit { continue }
                }
                let taken = editor.take(byte)
                write(taken.echo)
                guard let event = taken.event else { continue }
                lastDigit = taken.isDigit ? .now : nil
                editor = LineEditor()
                return event
            }
            if isOver { return .ended }
            let left = end.map { $0 - ContinuousClock.now }
            if let left, left <= .zero { return nil }
            wait(left)
        }
    }

    // MARK: The terminal

    private func listenByKeys() {
        guard var settings = found else { return }
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    }

    private func restore() {
        guard var settings = found else { return }
        tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    }

    /// Sleeps until there is input, a signal, or the time is over; takes what has come.
    private func wait(_ time: Duration?) {
        var files = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.end, events: Int16(POLLIN), revents: 0),
        ]
        // Rounded up, so that a wait is never a busy one.
        let milliseconds = time.map { Int32(min(($0 / .milliseconds(1)).rounded(.up), 1_000_000_000)) } ?? -1
        guard poll(&files, nfds_t(files.count), milliseconds) > 0 else { return }
        if files[1].revents != 0 {
            switch signals.read() {
            case SIGCONT: listenByKeys()
            case nil: break
            default: isOver = true
            }
        }
        if files[0].revents != 0 { read() }
    }

    private func read() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        if count > 0 {
            waiting += bytes[..<count]
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            isOver = true
        }
    }

    // MARK: Text

    /// Visible marks for what a terminal could obey, and the nearest ASCII where the locale has no more.
    private func safe(_ text: String) -> String {
        let visible = TerminalText.visible(text)
        guard isASCII else { return visible }
        var ascii = ""
        for character in visible {
            if let first = character.unicodeScalars.first { ascii.unicodeScalars.append(ASCIIForm.of(first)) }
        }
        return ascii
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            // Nobody reads any more: there is nothing left to do but to end.
            guard count > 0 else { return isOver = true }
            written += count
        }
    }
}
