import Foundation

/// This program once more, as a process of its own.
struct Child {
    let pid: pid_t

    /// POSIX_SPAWN_SETSID, which the module for C leaves out.
    private static let newSession: Int16 = 0x80

    enum Ending: Equatable {
        case exited(Int32)
        case signal(Int32)
        /// It had to be ended: it took longer than it was given.
        case tooLong
    }

    /// - Parameter output: the file that its standard output goes to; this process's own when nil.
    init(_ arguments: [String], output: String? = nil) throws {
        try self.init(
            program: "/proc/self/exe", arguments, environment: ProcessInfo.processInfo.environment, output: output)
    }

    /// - Parameter terminal: the path of a terminal that becomes the child's own; its input and output go there.
    init(
        program: String, _ arguments: [String], environment: [String: String], output: String? = nil,
        terminal: String? = nil
    ) throws {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if let output { posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600) }
        var flags = Int16(POSIX_SPAWN_SETSIGMASK)
        if let terminal {
            // A session's leader makes the first terminal that it opens its own.
            flags |= Self.newSession
            posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
        }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, flags)
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + values { free(text) } }
        var pid: pid_t = 0
        let failure = posix_spawn(&pid, program, &actions, &attributes, words, values)
        guard failure == 0 else { throw Trouble("\(program) does not start: \(String(cString: strerror(failure)))") }
        self.pid = pid
    }

    /// Ends it without a word, and waits until it has.
    @discardableResult func kill() -> Ending {
        Foundation.kill(pid, SIGKILL)
        return ending()
    }

    /// Waits for its end; after `limit` it is ended.
    func wait(upTo limit: Duration) -> Ending {
        let end = ContinuousClock.now + limit
        while true {
            if let ending = endingIfOver() { return ending }
            guard ContinuousClock.now < end else {
                kill()
                return .tooLong
            }
            usleep(2_000)
        }
    }

    /// Nil while it runs.
    func endingIfOver() -> Ending? {
        var status: Int32 = 0
        return waitpid(pid, &status, WNOHANG) == 0 ? nil : Self.ending(of: status)
    }

    private func ending() -> Ending {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return Self.ending(of: status)
    }

    private static func ending(of status: Int32) -> Ending {
        status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signal(status & 0x7f)
    }
}

/// What a child of the soak was sent to do.
struct Errand {
    private let words: [String]
    private let settings: Settings

    init(_ words: ArraySlice<String>, _ settings: Settings) {
        self.words = Array(words)
        self.settings = settings
    }

    func run() throws {
        switch (words.first, words.count) {
        case ("write", 5):
            try Writer(register: words[1], logon: words[2], seed: UInt64(words[3]) ?? 0).write(
                upTo: .seconds(Double(words[4]) ?? 1))
        case ("shift", 4):
            guard let part = Part(rawValue: words[1]), let seed = UInt64(words[2]), let count = Int(words[3]) else {
                throw Trouble("nobody knows how to \(words.joined(separator: " "))")
            }
            say("\(try part.shift(seed: seed, count: count, settings))")
        default: throw Trouble("nobody knows how to \(words.joined(separator: " "))")
        }
    }
}
