import Foundation
import Testing

/// Each fault that can befall the program, and how doctor finds it: by the command, and on the screen.
@Suite("What doctor finds")
struct DoctorJourneys {
    private static let terminal = ["TERM": "xterm-256color"]

    /// The findings of a kind, as `area, name: finding`.
    private func found(_ desk: Desk, _ state: String, with more: [String: String] = [:]) throws -> [String] {
        let run = try desk.run("doctor", "--json", with: Self.terminal.merging(more) { $1 })
        let json = try run.json()
        #expect((json["healthy"].bool == true) == (run.status == 0))
        let checks = json["checks"].list.filter { $0["state"].text == state }
        for check in checks where state != "ok" { #expect(check["remedy"].text?.isEmpty == false) }
        return checks.map { "\($0["area"].text ?? ""), \($0["name"].text ?? ""): \($0["finding"].text ?? "")" }
    }

    @Test("On a sound register there is no fault, and the place of the log is named")
    func sound() throws {
        let desk = try Desk.practice()
        #expect(try found(desk, "fault") == [])
        let log = try found(desk, "ok").first { $0.hasPrefix("log, file: ") }
        #expect(log?.contains(desk.directory + "/.local/state/mspdesk/mspdesk.log") == true)
        #expect(!FileManager.default.fileExists(atPath: desk.directory + "/.local/state"))
    }

    @Test("A register that was deleted is not there; the desk that still has it open is named by its process")
    func deleted() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Nothing waits for you.")
        try FileManager.default.removeItem(atPath: desk.register)
        let faults = try found(desk, "fault")
        #expect(faults.contains("register, file: There is no register at \(desk.register)."))
        let holder = "process \(try counter.pid())"
        #expect(faults.contains { $0.contains(holder) })
        try await counter.finds("doctor", "Doctor")
        try await counter.sees("FAULT register, place", "was deleted or moved away while it was open")
    }

    @Test("A register that another took the place of is found by the desk that has the old one open, and by others")
    func replaced() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Nothing waits for you.")
        let other = try Desk.practice()
        try FileManager.default.removeItem(atPath: desk.register)
        try FileManager.default.copyItem(atPath: other.register, toPath: desk.register)
        let holder = "process \(try counter.pid())"
        #expect(try found(desk, "fault").contains { $0.contains(holder) })
        try await counter.finds("doctor", "Doctor")
        try await counter.sees("FAULT register, place", "Another register took the place")
    }

    @Test("A register that this account may only read is found, whatever else works")
    func readOnly() throws {
        let desk = try Desk.practice()
        let files = FileManager.default
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: desk.register)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: desk.directory)
        let run = try desk.startOrdinary(["doctor", "--json"]).finish()
        let faults = try run.json()["checks"].list.filter { $0["state"].text == "fault" }
        #expect(run.status == 1)
        #expect(faults.contains { $0["finding"].text?.contains("cannot be written") == true }, "\(run.out)")
    }

    @Test("A register whose file takes no write is found though its directory does, and its mode hides it from others")
    func fileTakesNoWrite() throws {
        let desk = try Desk.practice()
        try desk.becomesReadOnly()
        let run = try desk.startOrdinary(["doctor", "--json"]).finish()
        let checks = try run.json()["checks"].list
        let writing = checks.first { $0["name"].text == "writing" }
        #expect(writing?["state"].text == "fault", "\(run.out)")
        #expect(writing?["finding"].text == "The register \(desk.register) cannot be written.")
        let permissions = checks.first { $0["name"].text == "permissions" }
        #expect(permissions?["state"].text == "warning" && permissions?["remedy"].text?.contains("chmod 600") == true)
        #expect(permissions?["finding"].text == "0400, so that its owner may not write it")
    }

    @Test("A protection that was taken out of the register is found, and named (Q2)")
    func protectionGone() throws {
        let desk = try Desk.practice()
        try desk.changesRegister("DROP TRIGGER audit_unchanged")
        let faults = try found(desk, "fault")
        #expect(faults.count == 1 && faults.first?.contains("trigger audit_unchanged is missing") == true, "\(faults)")
    }

    @Test("A page that went bad is found")
    func corruptPage() throws {
        let desk = try Desk.practice()
        let file = try #require(FileHandle(forUpdatingAtPath: desk.register))
        let length = try file.seekToEnd()
        try file.seek(toOffset: length / 2)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(length / 4)))
        try file.close()
        let faults = try found(desk, "fault")
        #expect(faults.contains { $0.hasPrefix("register, ") && $0.contains("is damaged") }, "\(faults)")
    }

    @Test("A register that another program holds is found, in seconds")
    func locked() throws {
        let desk = try Desk.practice()
        try desk.held {
            let faults = try found(desk, "fault")
            #expect(faults == ["register, writing: The register \(desk.register) is in use by other programs."])
        }
        #expect(try found(desk, "fault") == [])
    }

    @Test("A full disk is found by trying it", .enabled(if: FullDiskSpace.isPossible))
    func fullDisk() throws {
        let desk = try Desk.practice()
        let run = try FullDiskSpace.run(desk, [try Program.path, "doctor", "--json"])
        let faults = try run.json()["checks"].list.filter { $0["state"].text == "fault" }
        #expect(faults.contains { $0["finding"].text?.contains("no room left") == true }, "\(run.out)\(run.err)")
    }

    @Test("A clock that was set back, and holidays that have ended, are found")
    func clock() throws {
        let desk = try Desk.practice()
        let back = try found(desk, "warning", with: ["MSPDESK_NOW": "2026-03-01T10:15:00+11:00"])
        #expect(back.contains { $0.hasPrefix("register, clock: the newest audit entry is") })
        let late = try found(desk, "fault", with: ["MSPDESK_NOW": "2031-03-01T10:15:00+11:00"])
        #expect(late.count { $0.contains("holidays of") && $0.contains("ended on") } == 8)
    }

    @Test("A directory of guides of one's own that cannot be looked into is found, and the program's are used")
    func ownContentUnreadable() throws {
        let desk = try Desk.practice()
        let own = desk.directory + "/.config/mspdesk"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        try "no directory".write(toFile: own + "/procedures", atomically: true, encoding: .utf8)
        let faults = try found(desk, "fault")
        #expect(faults == ["procedures, content of your own: \(own)/procedures cannot be read."])
        #expect(try desk.run("guide", "show", "visit").status == 0)
    }

    @Test("A broken guide and a broken theme are found with file and line, and told to the log as well")
    func brokenContent() throws {
        let desk = try Desk.practice()
        let program = try desk.installed()
        try "id: visit\ntitle: [\n".write(
            toFile: desk.directory + "/share/mspdesk/procedures/visit.yaml", atomically: true, encoding: .utf8)
        try "name: dark\nground: green\n".write(
            toFile: desk.directory + "/share/mspdesk/themes/dark.yaml", atomically: true, encoding: .utf8)
        let run = try desk.runProgram(program, ["doctor", "--json"])
        let faults = try run.json()["checks"].list.filter { $0["state"].text == "fault" }
        #expect(faults.contains { $0["name"].text?.contains("visit.yaml:") == true }, "\(run.out)")
        #expect(faults.contains { $0["area"].text == "themes" && $0["finding"].text?.contains("dark.yaml") == true })
        let guided = try desk.runProgram(program, ["guide", "show", "visit"])
        #expect(guided.status == 65)
        let log = try desk.log()
        #expect(log.contains("content: ") && log.contains("visit.yaml"))
    }
}

extension Desk {
    /// Runs as an account that file modes bind.
    fileprivate func startOrdinary(_ arguments: [String]) throws -> Running {
        try Running(arguments, environment: environment(), in: directory, ordinary: true)
    }

    /// The program with its content under the desk's directory, as `make install` lays it out.
    fileprivate func installed() throws -> String {
        let files = FileManager.default
        let share = directory + "/share/mspdesk"
        try files.createDirectory(atPath: directory + "/bin", withIntermediateDirectories: true)
        try files.createDirectory(atPath: share, withIntermediateDirectories: true)
        try files.copyItem(atPath: Program.checkout + "/Sources/Procedures/Content", toPath: share + "/procedures")
        try files.copyItem(atPath: Program.checkout + "/Themes", toPath: share + "/themes")
        let program = directory + "/bin/mspdesk"
        try files.copyItem(
            atPath: URL(fileURLWithPath: try Program.path).resolvingSymlinksInPath().path, toPath: program)
        return program
    }

    fileprivate func runProgram(_ program: String, _ arguments: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment()
        let (out, err) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (out, err)
        process.standardInput = FileHandle.nullDevice
        try process.runUnmasked()
        let said = try out.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try err.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
            err: String(decoding: complaint, as: UTF8.self))
    }

    /// What stands in the log; empty where there is none.
    func log() throws -> String {
        let path = directory + "/.local/state/mspdesk/mspdesk.log"
        return FileManager.default.fileExists(atPath: path) ? try String(contentsOfFile: path, encoding: .utf8) : ""
    }
}

/// A disk of two megabytes with a register on it and no room left, where this account may make one.
enum FullDiskSpace {
    static let isPossible: Bool = {
        do {
            return try sh("mount -t tmpfs -o size=2m tmpfs \"$0\"", [FileManager.default.temporaryDirectory.path], [:])
                .status == 0
        } catch { return false }
    }()

    /// Runs a command on a copy of the desk's register there.
    static func run(_ desk: Desk, _ command: [String], with environment: [String: String]? = nil) throws -> Outcome {
        let place = desk.directory + "/small"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let script = """
            mount -t tmpfs -o size=2m tmpfs "$0" && cp "$MSPDESK_REGISTER" "$0/register.sqlite" || exit 99
            cat /dev/zero > "$0/filler" 2>/dev/null
            MSPDESK_REGISTER="$0/register.sqlite" exec "$@"
            """
        return try sh(script, [place] + command, environment ?? desk.environment())
    }

    /// In mounts of its own, which end with the command.
    private static func sh(_ script: String, _ arguments: [String], _ environment: [String: String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.tool("unshare"))
        process.arguments = ["-m", "sh", "-c", script] + arguments
        process.environment = environment.merging(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { $1 }
        let (out, err) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (out, err)
        try process.runUnmasked()
        let said = try out.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try err.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
            err: String(decoding: complaint, as: UTF8.self))
    }
}
