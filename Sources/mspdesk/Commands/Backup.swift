import ArgumentParser
import Casework
import Storage

/// Copies the register.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the register to a new file, while others go on working; the copy is looked through.")

    @Argument(help: "The file to make.", completion: .file()) var file: String
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup var options: DeskOptions

    func run() throws {
        let seat = try options.desk()
        let administrator = try seat.desk.administrator(at: seat.now)
        let progress = Progress("pages")
        let report = try seat.register.backup(to: file, by: administrator, at: seat.now) {
            progress.report($0, of: $1)
        }
        progress.finish()
        if !report.isAudited {
            Output.error("Warning: the register cannot be written, so its audit trail holds no entry of this backup.")
        }
        if json { return try Output.json(report) }
        seat.desk.practiceLine()
        let entries = AuditEntry.counted(report.entries, "audit")
        Output.line("Backed up to \(report.path): \(report.bytes) bytes, \(entries).")
        Output.line("Keep the file safe: it holds everything. Its audit head is \(report.head).")
    }
}

/// Puts a backup in the place of the register.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the register; the register that was there is kept beside it.",
        discussion: """
            The backup is looked through first: every page, index and reference, its schema, and the whole audit trail. \
            While another program has the register open nothing is done: close the others first. Who restores is an \
            administrator of the register in use or, where that cannot be read, of the backup.
            """)

    @Argument(help: "The backup.", completion: .file()) var file: String
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup var options: DeskOptions

    func run() throws {
        let inUse = try seatInUse()
        let administrator = try inUse.map { try $0.desk.administrator(at: $0.now) }
        try inUse?.register.close()
        let report = try Register.restore(at: options.registerPath, from: file, at: inUse?.now ?? Clock().now) {
            if let administrator { return administrator }
            let seat = try options.desk(on: $0)
            return try seat.desk.administrator(at: seat.now)
        }
        if report.replacedUnread {
            Output.error("Warning: the register that was there did not tell whether it was live or for practice.")
        }
        if json { return try Output.json(report) }
        if report.practice { Output.line(Desk.practiceWords) }
        Output.line("Restored \(options.registerPath) from \(file): \(AuditEntry.counted(report.entries, "audit")).")
        if let kept = report.kept { Output.line("The register that was there is kept as \(kept).") }
    }

    /// The desk of the register in use; nil where it is missing or past reading.
    private func seatInUse() throws -> SeatedDesk? {
        do { return try options.desk() } catch let error as RegisterError {
            switch error {
            case .notFound, .notARegister, .damaged, .gone: return nil
            default: throw error
            }
        }
    }
}
