import Foundation

/// The register's file as the operating system sees it: where it is, who may read it.
///
/// Everything here goes by name. To open and close the file of a register in use would drop the locks that SQLite
/// holds on it.
enum RegisterFile {
    static let fileMode: mode_t = 0o600
    static let directoryMode: mode_t = 0o700

    /// Makes the missing directories on the way to `path`, for this account alone.
    static func makeDirectory(for path: String) throws(RegisterError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var directory = ""
        for (index, part) in parts.enumerated() {
            directory += (index == 0 ? "" : "/") + part
            guard !directory.isEmpty, mkdir(directory, directoryMode) != 0 else { continue }
            let failure = failure(at: path)
            var status = stat()
            guard stat(directory, &status) == 0 else { throw failure }
            // A file stands where a directory should: nothing is at `path` itself.
            guard status.st_mode & S_IFMT == S_IFDIR else { throw .notWritable(path: path) }
        }
    }

    /// Makes an empty file for this account alone, whatever the umask. SQLite gives its -wal and -shm the same mode.
    static func make(at path: String) throws(RegisterError) {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, fileMode)
        guard file >= 0 else { throw failure(at: path) }
        defer { close(file) }
        guard fchmod(file, fileMode) == 0 else { throw failure(at: path) }
    }

    /// Waits until the disk holds the file at `path`, which no connection has open.
    static func sync(_ path: String) throws(RegisterError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(at: path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure(at: path) }
    }

    /// Tries whether the disk that holds `path` takes a few pages more, in a file of its own that is gone after.
    ///
    /// - Throws: ``RegisterError``, in which that file is not named: nobody knows of it.
    static func tryRoom(beside path: String) throws(RegisterError) {
        let trial = unfinished(path)
        do { try make(at: trial) } catch {
            switch error {
            case .notWritable: throw .directoryNotWritable(path: directory(of: path))
            case .diskFull: throw .diskFull(path: path)
            default: throw error
            }
        }
        defer { remove(trial) }
        let file = open(trial, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(at: path) }
        defer { close(file) }
        let pages = [UInt8](repeating: 0x5A, count: 65_536)
        guard write(file, pages, pages.count) == pages.count, fsync(file) == 0 else { throw failure(at: path) }
    }

    /// Gives the finished file at `source` its name, unless something bears that name already.
    static func publish(_ source: String, as path: String) throws(RegisterError) {
        if link(source, path) == 0 {
            remove(source)
            return
        }
        // Some file systems have no hard links; between this look and the renaming another file could be lost only
        // to somebody who makes a register in the same place at the same moment.
        guard errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK else { throw failure(at: path) }
        guard !exists(path) else { throw .alreadyExists(path: path) }
        guard rename(source, path) == 0 else { throw failure(at: path) }
    }

    /// Removes a file that this program made and that nobody else has seen, with what SQLite put beside it.
    static func remove(_ path: String) {
        for suffix in [""] + companions { unlink(path + suffix) }
    }

    /// What SQLite puts beside a file while it is open.
    static let companions = ["-journal", "-wal", "-shm"]

    /// Permissions, such as 0o600, and size in bytes.
    static func modeAndSize(_ path: String) throws(RegisterError) -> (mode: Int, bytes: Int) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .notReadable(path: path) }
        return (Int(status.st_mode & 0o7777), Int(status.st_size))
    }

    /// Whose file it is, by number, and whether this account may write it.
    static func owner(_ path: String) throws(RegisterError) -> (owner: Int, isWritable: Bool) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .notReadable(path: path) }
        return (Int(status.st_uid), access(path, W_OK) == 0)
    }

    /// Room for this account on the disk that holds `path`.
    static func freeBytes(_ path: String) throws(RegisterError) -> Int {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { throw .inputOutput(path: path) }
        return Int(clamping: UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize)).partialValue)
    }

    /// Which file bears this name; nil when none does.
    static func identity(_ path: String) -> FileIdentity? { look(at: path)?.identity }

    /// The same, with when the file was changed last.
    static func look(at path: String) -> (identity: FileIdentity, stamp: FileStamp)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return (
            FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)),
            FileStamp(
                bytes: Int64(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
        )
    }

    /// Puts `source` in the place of `path` in one step; the file that was there stays as `kept`.
    ///
    /// - Throws: ``RegisterError``; then `path` is what it was.
    static func replace(_ path: String, by source: String, keeping kept: String) throws(RegisterError) {
        if exists(path) {
            guard link(path, kept) == 0 || (!exists(kept) && rename(path, kept) == 0) else { throw failure(at: kept) }
        }
        guard rename(source, path) == 0 else {
            let failure = failure(at: path)
            if exists(path) { unlink(kept) } else { rename(kept, path) }
            throw failure
        }
    }

    /// Sees to it that the names in the directory of `path` outlive a loss of power.
    static func settle(_ path: String) throws(RegisterError) {
        let descriptor = open(directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(at: path) }
        defer { close(descriptor) }
        // Some network file systems cannot do this for a directory, and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(at: path) }
    }

    /// The directory in which `path` is a name.
    static func directory(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Whether a directory is there that may be looked at.
    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether a register may be opened at `path`, and whether for reading alone.
    static func canWrite(_ path: String) throws(RegisterError) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .notFound(path: path) : .notReadable(path: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notARegister(path: path) }
        guard access(path, R_OK) == 0 else { throw .notReadable(path: path) }
        return access(path, W_OK) == 0
    }

    private static func failure(at path: String) -> RegisterError {
        switch errno {
        case EEXIST: .alreadyExists(path: path)
        case ENOSPC, EDQUOT: .diskFull(path: path)
        default: .notWritable(path: path)
        }
    }
}

/// Size and time of the last change.
struct FileStamp: Sendable, Hashable {
    var bytes: Int64
    var seconds: Int
    var nanoseconds: Int
}

/// A file, whatever name it bears.
struct FileIdentity: Sendable, Hashable {
    var device: UInt64
    var number: UInt64
}
