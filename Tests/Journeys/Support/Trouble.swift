import Foundation

/// Holds the register against all writers, as another program in the middle of a long write does.
///
/// It takes the byte by which SQLite's writers exclude each other in WAL mode: byte 120 of the shared memory file.
final class HeldRegister {
    private let descriptor: Int32

    /// - Throws: when somebody writes just then, or no program has the register open.
    init(_ desk: Desk) throws {
        descriptor = open(desk.register + "-shm", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw TerminalSession.Failure(description: "nobody has the register open") }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 120
        lock.l_len = 1
        guard fcntl(descriptor, F_SETLKW, &lock) == 0 else {
            throw TerminalSession.Failure(description: "the register cannot be held")
        }
    }

    func letGo() { close(descriptor) }
}

extension TerminalSession {
    /// No file of the program in the window may grow any more, as on a full disk; other programs write on.
    func diskFills() throws { try limitFiles("0") }
    func diskHasRoom() throws { try limitFiles("unlimited") }

    private func limitFiles(_ limit: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try Program.tool("prlimit"))
        process.arguments = ["--pid", "\(try pid())", "--fsize=\(limit):"]
        try process.runUnmasked()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "prlimit failed") }
    }
}

extension Desk {
    /// Takes the register away, or puts it back.
    func moveRegister(from: String = "", to: String = "") throws {
        try FileManager.default.moveItem(atPath: register + from, toPath: register + to)
    }
}
