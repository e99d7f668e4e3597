import Casework

/// Why a register cannot be opened, read or written.
public enum RegisterError: UserFacing, Equatable {
    case notFound(path: String)
    /// There is something at the path that is not a database, or is one of another program.
    case notARegister(path: String)
    /// The register was made or upgraded by a later program.
    case newerSchema(path: String, found: Int, known: Int)
    /// The file or its directory may not be read by this account.
    case notReadable(path: String)
    /// What was written last stands in a journal beside the file which this account cannot use.
    case journalUnusable(path: String)
    /// Other programs held the register for longer than the wait.
    case busy(path: String)
    case damaged(path: String)
    case alreadyExists(path: String)
    /// The register, its directory or the file system does not take writes.
    case notWritable(path: String)
    /// The register's directory takes no new file, and a journal could not be made there.
    case directoryNotWritable(path: String)
    case diskFull(path: String)
    /// The disk did not take what was written, though it can be read: a limit on the size of files, a failing disk.
    case writeFailed(path: String)
    /// The file was deleted or moved away while the register was open.
    case gone(path: String)
    /// Another file took the place of the register while it was open.
    case replaced(path: String)
    /// The disk or network that holds the register fails.
    case inputOutput(path: String)
    /// Notes, contact reports, contacts and the audit trail are only ever added to (N2, Q2).
    case appendOnly(String)
    /// Something breaks a rule that the register keeps; `detail` is for the log, not for people.
    case refused(detail: String)

    public var message: String {
        switch self {
        case .notFound(let path): "There is no register at \(path)."
        case .notARegister(let path): "\(path) is not a register of MSP Desk."
        case .newerSchema(let path, let found, let known):
            "The register \(path) has schema \(found); this program knows schemas up to \(known)."
        case .notReadable(let path): "The register \(path) cannot be read."
        case .journalUnusable(let path):
            "What was written last to \(path) stands in \(path)-wal, which cannot be used from here."
        case .busy(let path): "The register \(path) is in use by other programs."
        case .damaged(let path): "The register \(path) is damaged."
        case .alreadyExists(let path): "There is a file at \(path) already."
        case .notWritable(let path): "The register \(path) cannot be written."
        case .directoryNotWritable(let path): "No file can be made in the directory \(path) of the register."
        case .diskFull(let path): "There is no room left on the disk that holds \(path)."
        case .writeFailed(let path): "The disk that holds \(path) did not take what was written; nothing was changed."
        case .gone(let path): "The register \(path) was deleted or moved away while it was open; nothing was written."
        case .replaced(let path): "Another register took the place of \(path) while it was open; nothing was written."
        case .inputOutput(let path): "The disk that holds \(path) does not answer as it should."
        case .appendOnly(let what): "The register refused a change: \(what)."
        case .refused: "The register refused a value that breaks its rules; nothing was changed."
        }
    }

    public var remedy: String {
        switch self {
        case .notFound:
            "Name yours with --register, restore it with 'mspdesk restore FILE', or practise: 'mspdesk demo'."
        case .notARegister: "Name the register with --register PATH or MSPDESK_REGISTER."
        case .newerSchema: "Use a program at least as new as the one that wrote it."
        case .notReadable: "Check who owns the file and its directory: a register belongs to one account."
        case .journalUnusable:
            "Copy both files into a directory that you may write to and name the copy, or run the program as the owner."
        case .busy: "Try again in a moment."
        case .damaged: "Keep the file, and restore a backup with 'mspdesk restore FILE'."
        case .alreadyExists: "Choose another place with --register, or move that file away."
        case .notWritable: "Check the owner and mode of the file and its directory, and whether the disk is read-only."
        case .directoryNotWritable:
            "Check the owner and mode of the directory, and whether the disk is read-only: the journal has to lie there."
        case .diskFull: "Free some room and try again; nothing was changed."
        case .writeFailed: "Check the disk, and what limits the size of files; what was saved before is kept."
        case .gone: "Put the file back, or restore a backup with 'mspdesk restore FILE'."
        case .replaced: "Leave the program and start it again: it goes on with the register that is there now."
        case .inputOutput: "Check the disk or network; what was saved before is kept."
        case .appendOnly: "Add a new entry instead."
        case .refused: "Please report what you were doing: the program should have asked before."
        }
    }

    public var fault: Fault {
        switch self {
        case .notFound, .notARegister, .newerSchema, .notReadable, .journalUnusable, .damaged, .inputOutput, .replaced:
            .registerUnavailable
        case .busy: .busy
        case .alreadyExists, .notWritable, .directoryNotWritable, .diskFull, .writeFailed, .gone: .cannotWrite
        case .appendOnly, .refused: .badInput
        }
    }
}
