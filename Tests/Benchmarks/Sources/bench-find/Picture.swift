import Casework
import Foundation
import Storage

/// From a key to the picture of its results: the release program in a terminal of its own, typed into from outside.
func picture(of finder: Finder) throws {
    let program = environment["MSPDESK_PROGRAM"] ?? "../../.build/release/mspdesk"
    guard access(program, X_OK) == 0 else {
        print("\nA key to its picture: not measured, there is no program at \(program).")
        return
    }
    let terminal = try Terminal(program, ["open", "--register", finder.path], columns: 100, rows: 30)
    defer { terminal.end() }
    _ = terminal.answer(within: 10_000, quiet: 500)
    var dice = Dice(state: 7)
    let all = PracticePeople(seed: 1, count: finder.people)
    var times = Times()
    var unanswered = 0
    for _ in 0..<25 {
        let person = all[dice.below(finder.people)]
        let born = person.dateOfBirth?.text.split(separator: "-").reversed().joined(separator: "/") ?? ""
        for key in "\(person.givenName) \(person.surname) \(born)".lowercased() {
            terminal.type(String(key))
            if let microseconds = terminal.answer(within: 2_000, quiet: 50) {
                times.add(microseconds)
            } else {
                unanswered += 1
            }
        }
        terminal.type("\u{1B}")
        _ = terminal.answer(within: 2_000, quiet: 200)
    }
    Figures.define(
        "A key to its picture",
        "\(times.all.count) keys of names and birth dates typed into the full screen of the release program, 100 by 30, "
            + "\(finder.people) people: from the key to the last byte that it changes, 50 ms of silence after it. "
            + "\(unanswered) changed nothing.")
    times.tell("key to picture", goals: [0.95: 16])
}

/// A program in a pseudo-terminal.
private final class Terminal {
    private let descriptor: Int32
    private var process: pid_t = 0
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(_ program: String, _ arguments: [String], columns: UInt16, rows: UInt16) throws {
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (locked, number): (Int32, UInt32) = (0, 0)
        // Linux's own, since Swift sees neither posix_openpt nor ptsname: unlock, and ask for the number.
        guard descriptor >= 0, ioctl(descriptor, 0x4004_5431, &locked) == 0,
            ioctl(descriptor, 0x8004_5430, &number) == 0
        else { throw BenchError.notFound("a pseudo-terminal") }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        // POSIX_SPAWN_SETSID: the terminal that is opened first becomes its own.
        posix_spawnattr_setflags(&attributes, 0x80)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            environment.filter { !$0.key.hasPrefix("MSPDESK_") && !["TERM", "LC_ALL"].contains($0.key) }
            .map { strdup("\($0.key)=\($0.value)") } + [strdup("TERM=xterm-256color"), strdup("LC_ALL=C.UTF-8"), nil]
        defer { for pointer in words + variables { free(pointer) } }
        guard posix_spawn(&process, program, &actions, &attributes, &words, &variables) == 0 else {
            throw BenchError.notFound(program)
        }
    }

    func type(_ keys: String) { _ = Array(keys.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } }

    /// Microseconds until the last byte before a silence; nil when none came.
    func answer(within patience: Int32, quiet: Int32) -> Double? {
        let start = clock.now
        var last: Double?
        while true {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, last == nil ? patience : quiet) > 0 else { return last }
            guard read(descriptor, &buffer, buffer.count) > 0 else { return last }
            last = (clock.now - start) / .microseconds(1)
        }
    }

    func end() {
        kill(process, SIGHUP)
        close(descriptor)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }
}
