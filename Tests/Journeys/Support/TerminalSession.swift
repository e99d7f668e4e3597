import Foundation
import Testing

/// A person at a real terminal: a private tmux server with the program, or a shell, in its only window.
///
/// Nothing here waits for a fixed time: ``sees(_:within:sourceLocation:)`` looks until it is so.
final class TerminalSession {
    private let name: String
    private let directory: String
    private let environment: [String: String]
    /// The terminal itself. It stays in the foreground: as a daemon it would keep open what `Process` waits on.
    private let server = Process()

    /// A key as tmux names it.
    struct Key: ExpressibleByStringLiteral {
        let name: String
        init(stringLiteral name: String) { self.name = name }
        static let enter: Key = "Enter", escape: Key = "Escape", tab: Key = "Tab", up: Key = "Up", down: Key = "Down",
            end: Key = "End"
        static let f1: Key = "F1", f2: Key = "F2", f8: Key = "F8", f9: Key = "F9"
        static func control(_ letter: Character) -> Key { Key(stringLiteral: "C-\(letter)") }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// How long something may take before it counts as never: far more than it takes, for a busy machine.
    static let patience = Duration.seconds(120)

    /// Opens the program's full screen on a register.
    ///
    /// - Parameters:
    ///   - kind: what TERM says; a real tmux when nil.
    ///   - ordinary: run by an account that file modes bind, since they do not bind root.
    convenience init(
        _ desk: Desk, as logon: String, width: Int = 80, height: Int = 24, kind: String? = nil, ordinary: Bool = false,
        with more: [String: String] = [:]
    ) async throws {
        let program = (ordinary ? try Running.account() : []) + [try Program.path, "open"]
        // tmux names itself to whatever it starts.
        let command = try kind.map { [try Program.tool("env"), "TERM=\($0)"] + program } ?? program
        try await self.init(
            command: command,
            environment: desk.environment(as: logon).merging(more) { $1 }, directory: desk.directory,
            width: width, height: height)
    }

    /// Opens a shell, from which the program is then called, as most people do.
    static func shell(
        _ desk: Desk, as logon: String, with more: [String: String] = [:], width: Int = 80
    ) async throws -> TerminalSession {
        var environment = desk.environment(as: logon).merging(more) { $1 }
        environment["PS1"] = "ready> "
        environment["PROGRAM"] = try Program.path
        return try await TerminalSession(
            command: ["/bin/sh", "-i"], environment: environment, directory: desk.directory, width: width, height: 24)
    }

    private init(
        command: [String], environment: [String: String], directory: String, width: Int, height: Int
    ) async throws {
        name = "journey-\(UUID().uuidString.prefix(8))"
        self.directory = directory
        self.environment = environment
        let settings = """
            set -g status off
            set -g remain-on-exit on
            set -sg escape-time 10
            set -g default-terminal tmux-256color

            """
        let file = directory + "/tmux.conf"
        try settings.write(toFile: file, atomically: true, encoding: .utf8)
        server.executableURL = URL(fileURLWithPath: try Program.tool("tmux"))
        server.arguments = ["-L", name, "-f", file, "-D"]
        server.environment = environment
        server.standardInput = FileHandle.nullDevice
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        server.currentDirectoryURL = URL(fileURLWithPath: directory)
        try server.runUnmasked()
        let isUp = try await holds { (try? self.tmux(["show-options", "-s"])) != nil }
        guard isUp else { throw Failure(description: "tmux did not start") }
        _ = try tmux(["new-session", "-d", "-s", "desk", "-x", "\(width)", "-y", "\(height)"] + command)
    }

    deinit {
        _ = try? tmux(["kill-server"])
        if server.isRunning { server.terminate() }
    }

    // MARK: What the person does

    func type(_ text: String) throws { _ = try tmux(["send-keys", "-t", "desk", "-l", text]) }

    /// A byte as the terminal would send it, whatever it means.
    func send(_ byte: UInt8) throws {
        _ = try tmux(["send-keys", "-t", "desk", "-H", String(byte, radix: 16)])
    }

    func press(_ keys: Key...) throws { _ = try tmux(["send-keys", "-t", "desk"] + keys.map(\.name)) }

    /// Presses and releases the mouse on the first place that shows `text`.
    ///
    /// - Parameter isAtOnce: as a tap, a slow line or a busy program has it: both arrive together.
    func click(on text: String, isAtOnce: Bool = false) throws {
        let lines = try screen().split(separator: "\n", omittingEmptySubsequences: false)
        guard let row = lines.firstIndex(where: { $0.contains(text) }), let place = lines[row].range(of: text) else {
            throw Failure(description: "nothing shows \(text)")
        }
        let column = lines[row].distance(from: lines[row].startIndex, to: place.lowerBound)
        if isAtOnce { return try mouse(0, 3, column: column, row: row) }
        try mouse(0, column: column, row: row)
        try mouse(3, column: column, row: row)
    }

    /// Turns the wheel a notch, up or down, over the middle of an 80-column window.
    func turnWheel(up: Bool) throws { try mouse(up ? 64 : 65, column: 40, row: 10) }

    /// What a terminal sends for the mouse, in the way that the program asked for, in one piece. Button 3 lets go.
    private func mouse(_ buttons: Int..., column: Int, row: Int) throws {
        if try state("mouse_sgr_flag") == "1" {
            let events = buttons.map { button in
                "\u{1b}[<\(button == 3 ? 0 : button);\(column + 1);\(row + 1)\(button == 3 ? "m" : "M")"
            }
            return try type(events.joined())
        }
        let bytes = buttons.flatMap { [0x1b, 0x5b, 0x4d, 32 + $0, 33 + column, 33 + row] }
        _ = try tmux(["send-keys", "-t", "desk", "-H"] + bytes.map { String($0, radix: 16) })
    }

    func paste(_ text: String) throws {
        _ = try tmux(["set-buffer", text, ";", "paste-buffer", "-p", "-t", "desk"])
    }

    /// Pastes bytes as they are, text or not.
    func paste(bytes: [UInt8]) throws {
        let file = workingFile("pasted")
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        _ = try tmux(["load-buffer", file, ";", "paste-buffer", "-p", "-t", "desk"])
    }

    func resize(width: Int, height: Int) throws {
        _ = try tmux(["resize-window", "-t", "desk", "-x", "\(width)", "-y", "\(height)"])
    }

    /// Closes the terminal under the program.
    func close() throws { _ = try tmux(["kill-session", "-t", "desk"]) }

    // MARK: What the person sees

    func screen() throws -> String { try tmux(["capture-pane", "-p", "-t", "desk"]) }

    /// The screen with the sequences that colour it.
    func colouredScreen() throws -> String { try tmux(["capture-pane", "-p", "-e", "-t", "desk"]) }

    /// Waits until all of `phrases` stand on the screen at once; fails with the screen when they do not.
    ///
    /// A phrase may be broken over two lines.
    func sees(
        _ phrases: String..., within limit: Duration = patience, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var screen = ""
        let isSeen = try await holds(within: limit) {
            screen = try self.screen()
            let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return phrases.allSatisfy { words.contains($0) }
        }
        guard !isSeen else { return }
        Issue.record("\(phrases) is not seen on:\n\(screen)", sourceLocation: sourceLocation)
        throw Failure(description: "not seen: \(phrases.joined(separator: ", "))")
    }

    /// Waits until `phrase` stands nowhere on the screen.
    func seesNoMore(
        _ phrase: String, within limit: Duration = patience, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let isGone = try await holds(within: limit) { try !self.screen().contains(phrase) }
        let screen = try screen()
        #expect(isGone, "still there: \(phrase)\n\(screen)", sourceLocation: sourceLocation)
    }

    /// Takes down in a file what is sent to the terminal from now on, and gives its path.
    func record() throws -> String {
        let path = workingFile("sent")
        _ = try tmux(["pipe-pane", "-t", "desk", "cat > '\(path)'"])
        return path
    }

    /// What the terminal itself is in, as tmux names it: `alternate_on`, `cursor_flag`, `mouse_any_flag`, `pane_dead`.
    func state(_ name: String) throws -> String { try said("#{\(name)}") }

    private func said(_ format: String) throws -> String {
        try tmux(["display-message", "-p", "-t", "desk", format]).trimmingCharacters(in: .newlines)
    }

    /// A file that the shell in the window writes, by its name.
    func workingFile(_ name: String) -> String { directory + "/" + name }

    // MARK: The process

    /// The process in the window.
    func pid() throws -> pid_t {
        guard let pid = pid_t(try state("pane_pid")) else { throw Failure(description: "no process in the window") }
        return pid
    }

    /// The program that the window's shell started, once it is there.
    func child() async throws -> pid_t {
        let shell = try pid()
        var child: pid_t?
        let isThere = try await holds {
            let text = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
            child = text.split(separator: " ").first.flatMap { pid_t($0) }
            return child != nil
        }
        guard isThere, let child else { throw Failure(description: "the shell started nothing") }
        return child
    }

    /// Waits until a process has ended, whether or not its parent has asked how.
    func hasEnded(_ process: pid_t) async throws -> Bool {
        try await holds {
            guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
                return true
            }
            return status.contains("State:\tZ")
        }
    }

    /// Waits until no thread of the process in the window has woken for `span`.
    func liesStill(for span: Duration) async throws -> Bool {
        let tasks = "/proc/\(try pid())/task"
        var (wakes, since) = ([String?](), ContinuousClock.now)
        return try await holds {
            // A thread that ends meanwhile has no figure any more.
            let now = try FileManager.default.contentsOfDirectory(atPath: tasks).map {
                try? String(contentsOfFile: "\(tasks)/\($0)/schedstat", encoding: .utf8)
            }
            if now != wakes { (wakes, since) = (now, .now) }
            return .now - since >= span
        }
    }

    /// Sends a signal to the process in the window.
    func kill(_ signal: Int32) throws { Foundation.kill(try pid(), signal) }

    /// Waits for the end of the process in the window, and gives its exit status; nil when a signal ended it.
    func exitStatus() async throws -> Int32? {
        var ending = ""
        let isOver = try await holds {
            // The terminal is gone a moment before tmux knows how its process ended. Sometimes it misses the news: a
            // child that ends makes it ask after all of them.
            _ = try self.tmux(["run-shell", "true"])
            ending = try self.said("#{pane_dead_status}#{?pane_dead_signal,by a signal,}")
            return !ending.isEmpty
        }
        guard isOver else { throw Failure(description: "the program did not end:\n\(try screen())") }
        return Int32(ending)
    }

    /// Whether `condition` comes true within the limit; asked again and again, never slept through.
    func holds(within limit: Duration = patience, condition: () throws -> Bool) async throws -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while try !condition() {
            if clock.now > end { return false }
            try await Task.sleep(for: .milliseconds(15))
        }
        return true
    }

    // MARK: tmux

    private func tmux(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.tool("tmux"))
        process.arguments = ["-N", "-L", name] + arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        let (out, err) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = out
        process.standardError = err
        try process.runUnmasked()
        let text = try out.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try err.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: "tmux \(arguments.first ?? ""): \(String(decoding: complaint, as: UTF8.self))")
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Process {
    /// Starts the process with no signal blocked.
    ///
    /// The threads that tests run on block most signals, and a child inherits that: tmux would never hear that its
    /// program ended, and the program never that its window changed.
    func runUnmasked() throws {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
    }
}
