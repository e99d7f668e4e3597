import Foundation

/// A register read by its file alone, where SQLite cannot make what it keeps beside it: in a directory that takes
/// nothing, of another account, on a full disk. An old warning is better than none.
///
/// SQLite asks for no lock and looks for no journal then, and would read half of what others write meanwhile: whoever
/// reads asks before and after whether the file is still as it was.
struct FileAlone: Sendable {
    /// Why nothing can be written.
    let because: RegisterError
    private let state: State

    private struct State: Sendable, Equatable {
        var file: FileIdentity
        var stamp: FileStamp
        var hasJournal: Bool
    }

    /// - Parameter error: why the register at `path` does not open as usual.
    /// - Returns: nil where the file alone would not help.
    /// - Throws: ``RegisterError/journalUnusable(path:)`` when it would hide what was written last.
    init?(_ path: String, because error: RegisterError) throws(RegisterError) {
        let isFull = error == .diskFull(path: path)
        guard isFull || error == .notReadable(path: path) || error == .notWritable(path: path),
            let state = Self.state(of: path)
        else { return nil }
        guard !state.hasJournal else {
            if isFull { return nil }
            throw .journalUnusable(path: path)
        }
        because = isFull ? error : .notWritable(path: path)
        self.state = state
    }

    /// Whether nobody has written to the file since. One that lost its name nobody else writes to.
    func isStill(_ path: String) -> Bool { Self.state(of: path).map { $0 == state } ?? true }

    /// The name by which SQLite opens the file at `path` alone.
    static func name(of path: String) -> String {
        // As everything else does, these would end the path.
        let plain = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
        return "file:\(path.hasPrefix("/") ? "//" : "")\(plain)?immutable=1"
    }

    private static func state(of path: String) -> State? {
        guard let file = RegisterFile.look(at: path) else { return nil }
        return State(
            file: file.identity, stamp: file.stamp,
            hasJournal: ["-wal", "-journal"].contains { suffix in
                var journal = stat()
                return stat(path + suffix, &journal) == 0 && journal.st_size > 0
            })
    }
}
