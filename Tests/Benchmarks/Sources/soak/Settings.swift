import Foundation
import TestSupport

/// What is soaked, from which seed, and how long; all from the environment.
struct Settings {
    /// The seed of the first shift; the shifts after it get theirs from it.
    let seed: UInt64
    let parts: [Part]
    let kills: Int
    let keys: Int
    let answers: Int
    let terminalKeys: Int
    let processes: Int
    let minutes: Double
    let mutations: Int
    /// The project's checkout: content, themes and the built program are found in it.
    let checkout: String
    let program: String

    init(_ environment: [String: String]) {
        func number(_ name: String, _ usual: Int) -> Int { environment[name].flatMap { Int($0) } ?? usual }
        seed = environment["SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999_999)
        let named = (environment["PARTS"] ?? "").split(whereSeparator: { $0 == " " || $0 == "," })
        let known = named.compactMap { Part(rawValue: String($0)) }
        parts = known.isEmpty ? Part.allCases : known
        kills = number("KILLS", 10_000)
        keys = number("KEYS", 5_000_000)
        answers = number("ANSWERS", 500_000)
        terminalKeys = number("TERMINAL_KEYS", 20_000)
        processes = number("PROCESSES", 50)
        minutes = environment["MINUTES"].flatMap { Double($0) } ?? 10
        mutations = number("MUTATIONS", 200_000)
        checkout = environment["CHECKOUT"] ?? FileManager.default.currentDirectoryPath
        program = environment["PROGRAM"] ?? checkout + "/.build/release/mspdesk"
    }

    /// Seeds for `count` shifts, the first of which is the seed itself: what a shift found is found again by it alone.
    func seeds(_ count: Int) -> [UInt64] {
        var numbers = SeededNumbers(seed: seed)
        return [seed] + (1..<max(1, count)).map { _ in numbers.next() % 1_000_000_000 }
    }
}

/// What `make soak` runs, in this order.
enum Part: String, CaseIterable {
    case kills, keys, lines, terminal, fuzz, fleet

    /// - Returns: what was done, in figures.
    /// - Throws: ``Trouble``.
    func soak(_ settings: Settings) throws -> String {
        switch self {
        case .kills: try Shifts(part: self, each: 50, of: settings.kills, settings).soak()
        case .keys: try Shifts(part: self, each: 20_000, of: settings.keys, settings).soak()
        case .lines: try Shifts(part: self, each: 10_000, of: settings.answers, settings).soak()
        case .terminal: try TerminalSoak(settings).soak()
        case .fuzz: try Shifts(part: self, each: 4_000, of: settings.mutations, settings).soak()
        case .fleet: try Fleet(settings).soak()
        }
    }

    /// One shift of it, in this process.
    ///
    /// - Returns: how much of what ``figure`` names.
    /// - Throws: ``Trouble``.
    func shift(seed: UInt64, count: Int, _ settings: Settings) throws -> Int {
        switch self {
        case .kills: try KillShift(seed: seed, kills: count).work()
        case .keys: try KeyShift(seed: seed, settings).work(with: Robot(seed: seed, keys: count))
        case .lines: try KeyShift(seed: seed, settings).work(with: LineRobot(seed: seed, lines: count))
        case .fuzz: try FuzzShift(seed: seed, count: count, settings).work()
        case .terminal, .fleet: throw Trouble("\(rawValue) has no shifts")
        }
    }

    /// What a shift counts.
    var figure: String {
        switch self {
        case .kills, .fleet: "promises kept"
        case .keys: "pictures"
        case .lines: "lines said"
        case .terminal: "bytes looked at"
        case .fuzz: "taken and the rest refused in words"
        }
    }

    /// The setting that scales it.
    var scale: String {
        switch self {
        case .kills: "KILLS"
        case .keys: "KEYS"
        case .lines: "ANSWERS"
        case .terminal: "TERMINAL_KEYS"
        case .fuzz: "MUTATIONS"
        case .fleet: "MINUTES"
        }
    }
}

/// Something that broke.
struct Trouble: Error {
    let words: String
    var replay: String?

    init(_ words: String, replay: String? = nil) {
        self.words = words
        self.replay = replay
    }

    /// The same with the command that leads to it again.
    init(_ words: String, in part: Part, seed: UInt64, scale: Int) {
        self.init(words, replay: "make soak SEED=\(seed) PARTS=\(part.rawValue) \(part.scale)=\(scale)")
    }
}

/// A directory that is gone when the soak is; in memory where the machine has such a place.
final class Scratch {
    let directory: String

    init() throws {
        let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
        directory = root + "/mspdesk-soak-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    var register: String { directory + "/register.sqlite" }
}
