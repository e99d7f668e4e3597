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
            guard stat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw failure }
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
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }

    /// Permissions, such as 0o600, and size in bytes.
    static func modeAndSize(_ path: String) throws(RegisterError) -> (mode: Int, bytes: Int) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .notReadable(path: path) }
        return (Int(status.st_mode & 0o7777), Int(status.st_size))
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
