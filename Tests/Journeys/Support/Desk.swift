import Foundation
import Testing

/// A directory of a test's own with a register in it, gone when the test is.
final class Desk: Sendable {
    let directory: String
    var register: String { directory + "/register.sqlite" }

    /// A Tuesday in daylight saving: 10:15 at the Parramatta counter.
    static let now = "2026-03-03T10:15:00+11:00"

    private init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/mspdesk-journey-\(UUID().uuidString.prefix(8))"
        let settings = directory + "/.config/mspdesk"
        try FileManager.default.createDirectory(atPath: settings, withIntermediateDirectories: true)
        // On a busy machine a person of ours may not come to press a key for minutes.
        try "blank-after: never\n".write(toFile: settings + "/config.yaml", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    static func empty() throws -> Desk { try Desk() }

    /// A practice register of 300 people on that Tuesday.
    static func practice() throws -> Desk {
        let desk = try Desk()
        let made = try desk.run(
            "init", "--practice", "--customers", "300", "--plans", "60", "--now", "2026-03-03T08:00:00+11:00",
            as: nil, now: nil)
        try #require(made.status == 0, "\(made.err)")
        return desk
    }

    /// A live register, its administrator the account that runs the tests.
    static func live() throws -> Desk {
        let desk = try Desk()
        let made = try desk.run("init", as: nil, now: nil)
        try #require(made.status == 0, "\(made.err)")
        return desk
    }

    /// What the program sees of its surroundings: this and nothing else.
    func environment(as logon: String? = nil, now: String? = Desk.now) -> [String: String] {
        var environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": directory,
            "LANG": "C.UTF-8", "MSPDESK_REGISTER": register,
        ]
        environment["MSPDESK_AS"] = logon
        environment["MSPDESK_NOW"] = now
        return environment
    }

    /// Runs `body` while another program holds the register for writing.
    func held(_ body: () throws -> Void) throws {
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: try Program.tool("python3"))
        holder.arguments = [
            "-c",
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE');"
                + "print('held', flush=True); sys.stdin.read()",
            register,
        ]
        let (input, output) = (Pipe(), Pipe())
        (holder.standardInput, holder.standardOutput) = (input, output)
        try holder.runUnmasked()
        _ = output.fileHandleForReading.availableData
        defer { holder.waitUntilExit() }
        defer { try? input.fileHandleForWriting.close() }
        try body()
    }

    /// Runs the program to its end, without a shell and with nothing to read.
    func run(
        _ arguments: String..., as logon: String? = nil, now: String? = Desk.now, with more: [String: String] = [:]
    ) throws -> Outcome {
        try run(arguments, as: logon, now: now, with: more)
    }

    func run(
        _ arguments: [String], as logon: String? = nil, now: String? = Desk.now, with more: [String: String] = [:]
    ) throws -> Outcome {
        try start(arguments, as: logon, now: now, with: more).finish()
    }

    /// - Parameter output: a file for what it prints to go to, out of the outcome.
    func start(
        _ arguments: [String], as logon: String? = nil, now: String? = Desk.now, with more: [String: String] = [:],
        into output: String? = nil
    ) throws -> Running {
        try Running(
            arguments, environment: environment(as: logon, now: now).merging(more) { $1 }, in: directory, into: output)
    }

    /// The register's file with every page gone bad but the first, without which it would be no register at all.
    func badPages() throws -> Data {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: register))
        for index in stride(from: 4_096, to: bytes.count, by: 512) { bytes[index] ^= 0xA5 }
        return bytes
    }

    /// From now on the register may only be read, by an account that modes bind.
    func becomesReadOnly() throws {
        for path in [directory, register] where geteuid() == 0 {
            try #require(chown(path, Running.nobody, Running.nobody) == 0)
        }
        try #require(chmod(register, 0o400) == 0)
    }

    /// Writes a file beside the register, and gives its path.
    func file(_ text: String, named name: String = "input") throws -> String {
        try file(Array(text.utf8), named: name)
    }

    func file(_ bytes: [UInt8], named name: String = "input") throws -> String {
        let path = directory + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// The mode of a file or directory, as `chmod` writes it.
    func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}

/// A run of the program that has not been waited for. What it prints goes to files, so that no full pipe stops it.
struct Running {
    private let process = Process()
    private let (out, err): (String, String)

    /// - Parameter ordinary: run by an account that file modes bind, since they do not bind root.
    init(
        _ arguments: [String], environment: [String: String], in directory: String, ordinary: Bool = false,
        into output: String? = nil
    ) throws {
        let name = directory + "/" + UUID().uuidString
        (out, err) = (name + ".out", name + ".err")
        let command = (ordinary ? try Self.account() : []) + [try Program.path] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let printed = try Self.emptyFile(out)
        process.standardOutput = try output.map { try FileHandle(forWritingTo: URL(fileURLWithPath: $0)) } ?? printed
        process.standardError = try Self.emptyFile(err)
        try process.runUnmasked()
    }

    /// The account that owns nothing.
    static let nobody: UInt32 = 65_534

    /// What stands before a command, so that an account runs it which file modes bind.
    static func account() throws -> [String] {
        guard geteuid() == 0 else { return [] }
        return [try Program.tool("setpriv"), "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups"]
    }

    private static func emptyFile(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    func finish() throws -> Outcome {
        process.waitUntilExit()
        defer { for path in [out, err] { try? FileManager.default.removeItem(atPath: path) } }
        return Outcome(status: process.terminationStatus, out: try Self.text(out), err: try Self.text(err))
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
}
