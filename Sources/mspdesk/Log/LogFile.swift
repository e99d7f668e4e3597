import Casework
import Foundation
import Terminal

/// The log: a file of this account alone, opened for each entry, of which there are few.
///
/// Two files at most: one that has grown to ``limit`` bytes becomes the older one, and that of before goes.
struct LogFile: Sendable {
    let path: String
    var limit = 262_144

    /// In `$XDG_STATE_HOME`, else in the home's `.local/state`.
    static func place(_ environment: Environment) -> String {
        let home = environment["HOME"] ?? NSHomeDirectory()
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/state"
        return state + "/mspdesk/mspdesk.log"
    }

    static var usual: LogFile { LogFile(path: place(Places.environment)) }

    var older: String { path + ".1" }
    private var directory: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Adds a line. Nothing stops where this fails: `doctor` tells of it.
    func add(_ line: String) {
        let bytes = Array((TerminalText.visible(line) + "\n").utf8)
        guard makeDirectory(), var file = open() else { return }
        if size(of: file) + bytes.count > limit, let new = turned(file) {
            close(file)
            file = new
        }
        // In one piece, so that programs that write at once do not mix their lines.
        _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
    }

    private func makeDirectory() -> Bool {
        if access(directory, F_OK) == 0 { return true }
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            return true
        } catch { return false }
    }

    private func open() -> Int32? {
        let file = Foundation.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        return file < 0 ? nil : file
    }

    private func size(of file: Int32) -> Int {
        var status = stat()
        return fstat(file, &status) == 0 ? Int(status.st_size) : 0
    }

    /// A new file in the place of the full one; nil where another program is at it, or it cannot be.
    private func turned(_ file: Int32) -> Int32? {
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return nil }
        var (own, named) = (stat(), stat())
        // Another program may have turned it since it was opened here: its new file must not become the older one.
        if fstat(file, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino {
            guard rename(path, older) == 0 else { return nil }
        }
        return open()
    }

    /// Where the log is and whether it can be written, for `doctor`; nothing is made by asking.
    var health: HealthCheck {
        let (area, name) = ("log", "file")
        var status = stat()
        if stat(path, &status) == 0 {
            guard access(path, W_OK) == 0 else { return unwritable }
            let mode = status.st_mode & 0o777
            guard mode & 0o077 == 0 else {
                return .warning(
                    area, name, "\(path), which others may read (0\(String(mode, radix: 8)))",
                    remedy: "Run: chmod 600 '\(path)'")
            }
            return .ok(area, name, "\(path), \(status.st_size) bytes, no names and no numbers of people in it")
        }
        var nearest = URL(fileURLWithPath: directory)
        while access(nearest.path, F_OK) != 0, nearest.path != "/" { nearest.deleteLastPathComponent() }
        guard access(nearest.path, W_OK | X_OK) == 0, isDirectory(nearest.path) else { return unwritable }
        return .ok(area, name, "\(path), nothing to tell yet")
    }

    private func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private var unwritable: HealthCheck {
        .warning(
            "log", "file", "\(path) cannot be written: what fails leaves no trace there",
            remedy: "Check the owner and mode of its directory, or set XDG_STATE_HOME to another.")
    }
}
