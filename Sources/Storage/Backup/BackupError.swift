import Casework

/// Why a register was not backed up or restored.
public enum BackupError: UserFacing, Equatable {
    /// The audit trail of the register at `path` does not hold.
    case trailBroken(path: String, AuditFault)
    /// Of the register at `path` tables, or what protects them, are gone or were changed.
    case unprotected(path: String, [SchemaFault])
    /// There is something where the backup should be made.
    case alreadyThere(path: String)
    /// The folder in which a backup should be made is not there.
    case noFolder(path: String)
    /// The backup cannot be made in its folder.
    case notMade(path: String)
    case noFile(path: String)
    /// What should be restored is not a register, or one of another program.
    case noRegister(path: String)
    /// The backup is cut off or spoilt.
    case damaged(path: String)
    /// The backup may not be read by this account.
    case notReadable(path: String)
    /// A backup of a practice register would take the place of a live one, or the other way round.
    case otherKind(path: String, isPractice: Bool)
    /// The file to restore is the register itself.
    case sameFile(path: String)
    /// Another program has the register open that a backup should take the place of.
    case inUse(path: String)

    public var message: String {
        switch self {
        case .trailBroken(let path, let fault): "The audit trail of \(path) does not hold. \(fault.message)"
        case .unprotected(let path, let faults):
            "The register \(path) lacks what protects it: \(SchemaFault.sentence(of: faults))"
        case .alreadyThere(let path): "There is a file at \(path) already."
        case .noFolder(let path): "The folder \(path) is not there."
        case .notMade(let path): "The file \(path) cannot be made."
        case .noFile(let path): "There is no file \(path)."
        case .noRegister(let path): "\(path) is no register of MSP Desk, and so no backup of one."
        case .damaged(let path): "The backup \(path) is damaged; nothing was changed."
        case .notReadable(let path): "The backup \(path) cannot be read."
        case .otherKind(let path, let isPractice):
            isPractice
                ? "\(path) is a practice register; the one in use is live."
                : "\(path) is a live register; the one in use is for practice."
        case .sameFile(let path): "\(path) is the register in use."
        case .inUse(let path): "The register \(path) is open in another program; nothing was changed."
        }
    }

    public var remedy: String {
        switch self {
        case .trailBroken, .unprotected:
            "Keep the file as evidence, tell who is answerable for the register, and use another backup."
        case .alreadyThere: "Name another file: a backup never takes the place of one."
        case .noFolder: "Make it first, or name a file in another folder."
        case .notMade: "Check who may write in its folder and whether the disk is read-only, or name another file."
        case .noFile: "Check the path."
        case .noRegister: "Name another backup, one that 'mspdesk backup FILE' made."
        case .damaged: "Keep the file, and use another backup."
        case .notReadable: "Check who owns the file and its folder, or use another backup."
        case .otherKind: "Name another register with --register, or another backup."
        case .sameFile: "Name a backup that 'mspdesk backup FILE' made."
        case .inUse: "Leave every desk that has it open, then restore again."
        }
    }

    public var fault: Fault {
        switch self {
        case .trailBroken, .unprotected, .otherKind: .badInput
        case .alreadyThere, .noFolder, .notMade: .cannotWrite
        case .noRegister, .damaged, .notReadable: .registerUnavailable
        case .noFile: .missingInput
        case .sameFile: .usage
        case .inUse: .busy
        }
    }
}

/// What is in the way of a backup is no register in use, and has remedies of its own.
extension BackupError {
    /// Runs `body`, which makes the backup `path` under the name of `unfinished` first.
    static func telling<T>(of path: String, as unfinished: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as RegisterError {
            switch error {
            case .alreadyExists(unfinished): throw alreadyThere(path: path)
            case .notWritable(unfinished): throw notMade(path: path)
            case .diskFull(unfinished): throw RegisterError.diskFull(path: path)
            default: throw error
            }
        }
    }

    /// Runs `body`, which reads the backup at `path`.
    static func telling<T>(ofBackup path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as RegisterError {
            switch error {
            case .notFound(path): throw noFile(path: path)
            case .notARegister(path): throw noRegister(path: path)
            case .damaged(path): throw damaged(path: path)
            case .notReadable(path): throw notReadable(path: path)
            default: throw error
            }
        }
    }
}
