import Glibc

/// Standard input and output as they come: a terminal of any kind, or a pipe. It sends text and line ends alone.
public final class StandardConsole: LineConsole {
    /// The terminal's settings as they were found; nil where input or output is no terminal.
    private let found: termios?
    private let locale = LocaleText.current
    private let signals = SignalPipe()
    public let waker = Waker { SignalPipe.wake() }
    private var isWoken = false
    private var waiting: [UInt8] = []
    /// The line being typed; it outlasts what time brings meanwhile.
    private var editor = LineEditor()
    private var isOver = false
    /// Whether nothing that is said arrives any more.
    private var isUnheard = false
    /// What keeps it from arriving, as `errno` has it; nil where all arrived, or nobody is there any more to read it.
    public private(set) var fault: Int32?
    /// Whether the terminal hands over each key.
    private var isListening = false
    /// What was last taken without Enter, and when.
    private var atOnce: (name: String, time: ContinuousClock.Instant)?

    /// An Enter that follows so soon ends what answered already. A later one may do so too: neither answers what is said
    /// next, but the later is told of.
    private static let habit = Duration.milliseconds(400)
    /// The bytes of a key's sequence come together; an Esc after which nothing comes for so long was pressed by itself.
    private static let escapeLimit = Duration.milliseconds(50)

    public init() {
        var settings = termios()
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        found = isTerminal && tcgetattr(STDIN_FILENO, &settings) == 0 ? settings : nil
    }

    public var isTerminal: Bool { found != nil }

    public func say(_ line: String) { write(locale.shown(line) + "\n") }
    public func prompt(_ text: String) { write(locale.shown(text + editor.text)) }

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
            if hasWoken() || left.map({ $0 <= .zero }) == true { return nil }
            wait(left)
        }
    }

    private func wholeLine() -> String? {
        if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
            defer { waiting.removeFirst(end + 1) }
            return text(waiting[..<end])
        }
        guard isOver, !waiting.isEmpty else { return nil }
        defer { waiting = [] }
        return text(waiting[...])
    }

    /// A line's text without the carriage return that some ends have.
    private func text(_ line: ArraySlice<UInt8>) -> String {
        locale.text(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }

    private func nextOfTerminal(_ timeout: Duration?, digits: Int) -> LineEvent? {
        let end = timeout.map { ContinuousClock.now + $0 }
        editor.digits = digits
        listenByKeys()
        defer { restore() }
        while true {
            while !waiting.isEmpty {
                let byte = waiting.removeFirst()
                if let event = enterAgain(byte) {
                    if let event { return event }
                    continue
                }
                if let event = event(of: editor.take(byte)) { return event }
            }
            if isOver {
                defer { editor = LineEditor() }
                return editor.text.isEmpty ? .ended : .unfinished(editor.text)
            }
            let left = end.map { $0 - ContinuousClock.now }
            if hasWoken() || left.map({ $0 <= .zero }) == true { return nil }
            guard editor.isEscaping else {
                wait(left)
                continue
            }
            wait(Self.escapeLimit)
            if waiting.isEmpty, !isOver, let event = event(of: editor.pause()) { return event }
        }
    }

    private func event(of taken: LineEditor.Taken) -> LineEvent? {
        write(locale.written(taken.echo))
        guard let event = taken.event else { return nil }
        atOnce = taken.atOnce.map { ($0, .now) }
        if !taken.keepsLine { editor = LineEditor() }
        if let left = taken.left { waiting.insert(left, at: 0) }
        return event
    }

    /// What an Enter alone means after an answer that needed none: nothing, so soon after it, else that it is told of.
    /// Nil for any other byte.
    private func enterAgain(_ byte: UInt8) -> LineEvent?? {
        guard let (name, time) = atOnce else { return nil }
        atOnce = nil
        guard byte == UInt8(ascii: "\n"), editor.isEmpty else { return nil }
        guard ContinuousClock.now - time >= Self.habit else { return .some(nil) }
        write("\n")
        return .enterAgain(after: name)
    }

    // MARK: The terminal

    private func listenByKeys() {
        guard var settings = found else { return }
        isListening = true
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    }

    private func restore() {
        guard var settings = found else { return }
        isListening = false
        // What is still to be shown may never be, where the terminal was stopped.
        tcsetattr(STDIN_FILENO, isOver ? TCSANOW : TCSADRAIN, &settings)
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
        if files[1].revents != 0 { takeSignal() }
        if files[0].revents != 0 { read() }
    }

    /// Whether somebody woke the console since this was last asked.
    private func hasWoken() -> Bool {
        defer { isWoken = false }
        return isWoken
    }

    private func takeSignal() {
        switch signals.read() {
        case 0: isWoken = true
        case SIGCONT: if isListening { listenByKeys() }
        case nil: break
        default: isOver = true
        }
    }

    private func read() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        if count > 0 {
            waiting += isTerminal ? bytes[..<count].flatMap(locale.utf8) : Array(bytes[..<count])
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            isOver = true
        }
    }

    // MARK: Text

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count, !isUnheard {
            guard canWrite() else { return isUnheard = true }
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            // Nobody reads any more: there is nothing left to do but to end.
            guard count > 0 else {
                // A terminal that is gone answers EIO.
                if errno != EPIPE, errno != EIO { fault = errno }
                (isOver, isUnheard) = (true, true)
                return
            }
            written += count
        }
    }

    /// Waits until something can be written. Output may be stopped (Ctrl-S), or its reader be slow: whoever is asked to
    /// end meanwhile does not wait for that, but for a moment.
    private func canWrite() -> Bool {
        var files = [
            pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: signals.end, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let count = poll(&files, nfds_t(files.count), isOver ? Self.moment : -1)
            if count < 0, errno == EINTR { continue }
            // What poll cannot tell, the write will.
            if count < 0 || files[0].revents != 0 { return true }
            if count == 0 { return false }
            takeSignal()
        }
    }

    /// In milliseconds.
    private static let moment: Int32 = 500
}
