import Casework
import Foundation
import TestSupport

/// The built program on a terminal: random keys go in, and every byte that comes out is one that ncurses may send.
struct TerminalSoak {
    let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    private static let each = 2_000

    func soak() throws -> String {
        guard FileManager.default.isExecutableFile(atPath: settings.program) else {
            throw Trouble("there is no program at \(settings.program): run 'make build'")
        }
        var (keys, bytes) = (0, 0)
        let count = max(1, (settings.terminalKeys + Self.each - 1) / Self.each)
        for seed in settings.seeds(count) {
            do { bytes += try shift(seed) } catch let trouble as Trouble {
                throw Trouble(trouble.words, in: .terminal, seed: seed, scale: Self.each)
            }
            keys += Self.each
        }
        return "\(keys) keys, \(bytes) bytes looked at"
    }

    private func shift(_ seed: UInt64) throws -> Int {
        let scratch = try Scratch()
        try Office.make(at: scratch.register, seed: seed)
        var random = SeededNumbers(seed: seed)
        let terminal = try Terminal()
        let kind = random.one(of: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100", "dumb", "dumb"])
        var check = ByteCheck(isLines: kind == "dumb")
        let environment = [
            "TERM": kind, "LANG": "C.UTF-8",
            "HOME": scratch.directory, "MSPDESK_REGISTER": scratch.register, "PATH": "/usr/bin:/bin",
            "MSPDESK_AS": random.one(of: ["PRCOUNTER", "PROMC1"]), "MSPDESK_NOW": "2026-11-24T10:10:00+11:00",
        ]
        func start() throws -> Child {
            try Child(program: settings.program, ["open"], environment: environment, terminal: terminal.path)
        }
        var child = try start()
        defer { child.kill() }
        for _ in 0..<Self.each {
            if random.once(in: 60) { terminal.resize(columns: 20 + random.below(160), rows: 5 + random.below(50)) }
            terminal.write(Self.input(&random))
            try check.take(terminal.read(waiting: 3))
            guard let ending = child.endingIfOver() else { continue }
            // Esc on the first screen leaves.
            guard ending == .exited(0) else { throw Trouble("the program ended with \(ending)") }
            try check.take(terminal.read(waiting: 20))
            child = try start()
        }
        terminal.resize(columns: 80, rows: 24)
        Foundation.kill(child.pid, SIGTERM)
        try check.take(terminal.read(waiting: 500))
        // The lines end by themselves, the full screen by the signal once the terminal is given back.
        let ending = child.wait(upTo: .seconds(30))
        guard ending == .signal(SIGTERM) || (check.isLines && ending == .exited(0)) else {
            throw Trouble("asked to end, the program ended with \(ending)")
        }
        try check.take(terminal.read(waiting: 20))
        return check.bytes
    }

    private static func input(_ random: inout SeededNumbers) -> String {
        switch random.below(20) {
        case 0: "\u{1b}[200~" + random.one(of: Office.hostile) + "\u{1b}[201~"
        case 1: random.one(of: ["\u{1b}", "\t", "\u{7f}", "\u{10}", "\u{2}", "\u{1a}", "\u{13}", "\u{19}"])
        case 2...3: random.one(of: ["\u{1b}OP", "\u{1b}OQ", "\u{1b}[19~", "\u{1b}[20~", "\u{1b}[5~", "\u{1b}[6~"])
        case 4...6: random.one(of: ["\u{1b}OA", "\u{1b}OB", "\u{1b}OC", "\u{1b}OD", "\u{1b}[Z"])
        case 7: "\u{1b}[<0;\(1 + random.below(80));\(1 + random.below(24))M"
        case 8...12: "\r"
        default: String(random.one(of: Array("abcdeghiklmnoprstuvw 0123456789")))
        }
    }
}

/// The end of a terminal at which the person sits.
final class Terminal {
    private let descriptor: Int32
    /// Kept open, so that the terminal stays while no program is on it.
    private let far: Int32
    let path: String

    init() throws {
        var (near, far): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&near, &far, &name, nil, nil) == 0 else { throw Trouble("no terminal is left") }
        (descriptor, self.far) = (near, far)
        path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        for end in [near, far] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(near, F_SETFL, O_NONBLOCK)
        // While no program has the terminal in hand, the system would send back what is typed, raw.
        var modes = termios()
        tcgetattr(far, &modes)
        modes.c_lflag &= ~tcflag_t(ECHO | ECHOCTL)
        tcsetattr(far, TCSANOW, &modes)
        resize(columns: 80, rows: 24)
    }

    deinit {
        close(descriptor)
        close(far)
    }

    func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }

    func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Foundation.write(descriptor, bytes, bytes.count)
    }

    /// What comes until nothing has come for so many milliseconds.
    func read(waiting milliseconds: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&file, 1, milliseconds) > 0, file.revents & Int16(POLLIN) != 0 {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            all += buffer[..<count]
        }
        return all
    }
}

/// Looks at what a program sends to a terminal: text that can be seen, and the sequences of a full screen.
struct ByteCheck {
    /// Whether the program speaks in lines: then there are no sequences at all.
    let isLines: Bool
    private(set) var bytes = 0
    private var rest: [UInt8] = []

    init(isLines: Bool) { self.isLines = isLines }

    /// - Throws: ``Trouble`` for a byte that is neither.
    mutating func take(_ new: [UInt8]) throws {
        bytes += new.count
        let all = rest + new
        var index = 0
        while index < all.count {
            let byte = all[index]
            var length: Int? = 1
            switch byte {
            // Shifts between sets of characters, and what moves the cursor.
            case 0x08, 0x0a, 0x0d, 0x20..<0x7f: break
            case 0x09 where !isLines, 0x0e where !isLines, 0x0f where !isLines: break
            // Padding of an old terminal.
            case 0 where !isLines: break
            case 0x1b where !isLines: length = try sequence(all[index...])
            case 0x80...: length = try scalar(all[index...])
            default: throw Trouble("a raw byte \(byte) in \(shown(all[max(0, index - 20)...]))")
            }
            guard let length else { break }
            index += length
        }
        rest = Array(all[index...])
        guard rest.count < 64 else { throw Trouble("a sequence without an end: \(shown(rest[...]))") }
    }

    /// The length of an escape sequence; nil when its end has not come yet.
    private func sequence(_ bytes: ArraySlice<UInt8>) throws -> Int? {
        guard let kind = bytes.dropFirst().first else { return nil }
        switch kind {
        case UInt8(ascii: "["):
            guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40..<0x7f).contains($0) }) else { return nil }
            let parameters = bytes[(bytes.startIndex + 2)..<end]
            let words = parameters.split(separator: UInt8(ascii: ";"))
            // No theme blinks: this stands in the names of the soak's people alone.
            guard parameters.allSatisfy({ (0x30..<0x40).contains($0) }),
                !(bytes[end] == UInt8(ascii: "m") && words.first?.elementsEqual([0x35]) == true)
            else { throw Trouble("a foreign sequence: \(shown(bytes[...end]))") }
            return end - bytes.startIndex + 1
        case UInt8(ascii: "]"):
            // What gives some terminals their own colours back: ncurses sends it when the program comes back from the shell.
            let colours = Array("\u{1b}]104\u{7}".utf8)
            guard bytes.prefix(colours.count).elementsEqual(colours.prefix(bytes.count)) else {
                throw Trouble("a foreign sequence: \(shown(bytes))")
            }
            return bytes.count >= colours.count ? colours.count : nil
        case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count >= 3 ? 3 : nil
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "M"),
            UInt8(ascii: "D"), UInt8(ascii: "E"), UInt8(ascii: "H"), UInt8(ascii: "c"):
            return 2
        default: throw Trouble("a foreign sequence: \(shown(bytes))")
        }
    }

    private func scalar(_ bytes: ArraySlice<UInt8>) throws -> Int? {
        let first = bytes[bytes.startIndex]
        let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
        guard bytes.count >= length else { return nil }
        guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let scalar = text.unicodeScalars.first
        else { throw Trouble("no UTF-8: \(shown(bytes))") }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            throw Trouble("U+\(String(scalar.value, radix: 16)) reaches the terminal")
        default: return length
        }
    }

    private func shown(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.prefix(60).map { (32..<127).contains($0) ? String(UnicodeScalar($0)) : "<\($0)>" }.joined()
    }
}
