import Foundation

/// A program in a terminal of its own, with a person at it who measures.
final class PseudoTerminal {
    /// What a program sent in answer, and when, in milliseconds since it was asked.
    struct Answer {
        var first: Double?
        var last: Double?
        var bytes = 0
        /// The bytes of the first read: one picture, where a picture is sent as a whole.
        var firstBytes = 0
        var text = ""
    }

    struct Failure: Error, CustomStringConvertible { let description: String }

    let process: pid_t
    private let master: Int32
    private let spawned: ContinuousClock.Instant
    private let clock = ContinuousClock()
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// Starts `command`, its first word a path, in a terminal of 100 by 30.
    init(_ command: [String]) throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 128)
        var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ours, &theirs, &name, nil, &size) == 0 else {
            throw Failure(description: "there is no pseudo-terminal to be had")
        }
        close(theirs)
        _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
        master = ours
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID, which Swift does not see: the first terminal that the child opens is then its own.
        posix_spawnattr_setflags(&attributes, 0x80)
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("MSPDESK_") }
        environment["COLORTERM"] = nil
        environment.merge(["TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]) { $1 }
        let words = command.map { strdup($0) } + [nil]
        let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var child: pid_t = 0
        spawned = clock.now
        let failure = posix_spawn(&child, command[0], &actions, &attributes, words, settings)
        guard failure == 0 else { throw Failure(description: "\(command[0]): \(String(cString: strerror(failure)))") }
        process = child
    }

    /// What comes from the start of the program until it rests.
    func start() -> Answer { listen(since: spawned, silence: 150, patience: 10_000) }

    /// Sends `keys` and listens until there was `silence`, in milliseconds.
    func press(_ keys: String, silence: Double = 60, patience: Double = 1_000) -> Answer {
        let asked = clock.now
        _ = keys.withCString { write(master, $0, strlen($0)) }
        return listen(since: asked, silence: silence, patience: patience)
    }

    /// What comes while nothing is asked, within `milliseconds`.
    func idle(_ milliseconds: Double) -> Answer {
        listen(since: clock.now, silence: milliseconds, patience: milliseconds)
    }

    private func listen(since asked: ContinuousClock.Instant, silence: Double, patience: Double) -> Answer {
        var answer = Answer()
        while true {
            var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&file, 1, Int32(answer.first == nil ? patience : silence)) > 0 else { return answer }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return answer }
            let now = (clock.now - asked) / .milliseconds(1)
            if answer.first == nil {
                answer.first = now
                answer.firstBytes = count
            }
            answer.last = now
            answer.bytes += count
            answer.text += String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    /// Resident memory in MiB.
    var resident: Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
        let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
        return (kilobytes ?? .nan) / 1_024
    }

    /// Milliseconds of processor that all threads of the program have used.
    var busy: Double {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.reduce(0) { sum, thread in
            let text = try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/schedstat", encoding: .utf8)
            return sum + (text?.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1e6
        }
    }

    /// Leaves by `keys`, and by force when they do not suffice.
    func end(_ keys: String) {
        _ = press(keys, silence: 20, patience: 200)
        var status: Int32 = 0
        for _ in 0..<100 where waitpid(process, &status, WNOHANG) == 0 { usleep(5_000) }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        close(master)
    }
}
