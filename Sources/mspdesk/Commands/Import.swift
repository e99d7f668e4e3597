import ArgumentParser
import Casework
import Storage

extension ImportKind: ExpressibleByArgument {}

/// Imports people, staff, sites, plans or holidays.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a file: CSV for customers, staff, sites and holidays, JSON for plans.",
        discussion: "All or nothing: every bad row is named with its line, field and reason, and nothing is imported.")

    @Argument(help: "customers, staff, sites, plans or holidays.")
    var kind: ImportKind

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(name: .customLong("map"), help: "Which column holds a field, as field=column; repeat it.")
    var map: [String] = []

    @Option(help: "How dates are written, in Unicode letters such as yyyyMMdd; yyyy-MM-dd when left out.")
    var dateFormat: String?

    @Flag(help: "Import the good rows of a file that has bad ones.")
    var skipBad = false

    @Flag(help: "Say what would happen, and keep nothing.")
    var dryRun = false

    @Flag(help: "One JSON document on standard output.")
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        var columns: [String: String] = [:]
        for text in map {
            let pair = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2 else { throw InputError.notAField(text) }
            columns[pair[0]] = pair[1]
        }
        let seat = try options.desk()
        let administrator = try seat.desk.administrator(at: seat.now)
        let progress = Progress("rows")
        let report = try seat.register.importFile(
            kind, from: file,
            options: ImportOptions(map: columns, dateFormat: dateFormat, skipBad: skipBad, dryRun: dryRun),
            actor: administrator, at: seat.now
        ) { progress.report($0) }
        progress.finish()
        try tell(report, isPractice: seat.desk.register.practice)
        if report.badCount > 0, !skipBad { throw ExitCode(65) }
    }

    private func tell(_ report: ImportReport, isPractice: Bool) throws {
        let refused = report.badCount > 0 && !skipBad
        if json { try Output.json(report) }
        for row in report.bad { Output.error("\(file):\(row.line): \(row.field): \(row.reason)") }
        if report.badCount > report.bad.count {
            Output.error("… and \(report.badCount - report.bad.count) more bad rows")
        }
        for warning in report.warnings { Output.error("Warning: \(warning)") }
        if refused {
            Output.error(
                "mspdesk: \(report.badCount) of \(report.read) rows are bad; nothing was imported.\n"
                    + "  Correct them, or import the rest with --skip-bad.")
        } else if !json {
            if isPractice { Output.line(Desk.practiceWords) }
            let would = dryRun ? "Would import" : "Imported"
            let skipped = report.badCount > 0 ? ", skipped \(report.badCount)" : ""
            Output.line("\(would) \(report.imported) new, updated \(report.updated) of \(report.read) rows\(skipped).")
        }
    }
}
