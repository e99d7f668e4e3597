import ArgumentParser
import Casework
import Foundation
import Procedures

extension GuideCommand {
    struct Coverage: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "coverage",
            abstract: "Which rows of the released tables are covered, and by which procedure.",
            discussion: "Exit status 1 when a row is not covered.")
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var content: ContentOption

        private struct Table: Encodable {
            let table: String
            let document: String
            let title: String
            let rows: Int
            let covered: [String: [String]]
            let missing: [String]
        }

        private struct Report: Encodable {
            let complete: Bool
            let rows: Int
            let covered: Int
            let tables: [Table]
        }

        func run() throws {
            let coverage = ProcedureCoverage(of: try content.sound())
            if json {
                let tables = coverage.tables.map { entry in
                    func name(_ row: Int) -> String { SourceRow(table: entry.table.id, row: row).description }
                    return Table(
                        table: entry.table.id, document: entry.table.document, title: entry.table.title,
                        rows: entry.table.rows,
                        covered: Dictionary(
                            uniqueKeysWithValues: entry.covered.map { (name($0.key), $0.value.map(\.rawValue)) }),
                        missing: entry.missing.map(name))
                }
                try Output.json(
                    Report(
                        complete: coverage.isComplete, rows: coverage.rows, covered: coverage.coveredRows,
                        tables: tables))
            } else {
                for entry in coverage.tables {
                    let ids = Set(entry.covered.values.flatMap { $0 }).map(\.rawValue).sorted()
                    let rows = entry.table.rowNumbers.count
                    let missing = entry.missing.map { SourceRow(table: entry.table.id, row: $0).description }
                    Output.line(
                        "\(entry.table.id)  \(rows - missing.count) of \(rows)  \(entry.table.title)"
                            + (ids.isEmpty ? "" : "  [\(ids.joined(separator: ", "))]"))
                    if !missing.isEmpty { Output.line("    MISSING \(missing.joined(separator: ", "))") }
                }
                Output.line("\(coverage.coveredRows) of \(coverage.rows) rows are covered.")
            }
            if !coverage.isComplete { throw ExitCode(1) }
        }
    }

    struct Corrections: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "corrections",
            abstract: "Where the released documents stumble, and what was built instead.")
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var content: ContentOption

        private struct Row: Encodable {
            let procedure: String
            let place: String
            let printed: String
            let built: String

            /// By table and row; what names none of them comes last.
            var order: (table: Int, row: Int, place: String) {
                let first = SourceRow(String(place.prefix { $0 != "," }))
                let table = SourceTable.all.firstIndex { $0.id == first?.table }
                return (table ?? .max, first?.row ?? 0, place)
            }
        }

        func run() throws {
            let rows = try content.sound().flatMap { procedure in
                procedure.corrections.map {
                    Row(procedure: procedure.id.rawValue, place: $0.place, printed: $0.printed, built: $0.built)
                }
            }
            if json { return try Output.json(rows) }
            // In the order of the documents, as somebody goes through them who puts them right.
            for row in rows.sorted(by: { $0.order < $1.order }) {
                Output.line("\(row.place)  (\(row.procedure))")
                Output.line("  printed: \(row.printed)")
                Output.line("  built:   \(row.built)")
            }
            Output.line("\(rows.count) corrections.")
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "Run the examples of procedures: each must end where it says.")
        @Argument(help: "Files; every procedure there is when none is named.", completion: .file(extensions: ["yaml"]))
        var files: [String] = []
        @OptionGroup var content: ContentOption

        func run() throws {
            // Loading runs every example, and refuses an outcome that none reaches.
            var procedures: [Procedure] = []
            var faults: [ProcedureFault] = []
            if files.isEmpty {
                (procedures, faults) = try content.library().everything()
            } else {
                for file in files {
                    do {
                        procedures.append(try content.library(for: file).procedure(inFile: file))
                    } catch ProcedureError.broken(let found) {
                        faults += found
                    }
                }
            }
            for procedure in procedures {
                Output.line(
                    "ok  \(procedure.id): \(procedure.examples.count) examples reach \(procedure.outcomes.count) outcomes"
                )
            }
            for fault in faults { Output.error("\(fault.description)\n  \(fault.remedy)") }
            if !faults.isEmpty { throw ExitCode(65) }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "What a new version of a procedure changes, in words: steps, and answers that lead elsewhere.",
            discussion: "Exit status 1 when something changes.")
        @Argument(help: "The file as it was, or a procedure's id.", completion: .file(extensions: ["yaml"]))
        var old: String
        @Argument(help: "The file as it is to be.", completion: .file(extensions: ["yaml"])) var new: String
        @OptionGroup var content: ContentOption

        func run() throws {
            let change = ProcedureChange(from: try content.procedure(old), to: try content.procedure(new))
            guard !change.isNone else { return Output.line("Nothing changes for whoever follows it.") }
            for line in change.steps { Output.line(line) }
            let ways = change.isEveryWay ? "ways" : "ways, the shortest to each outcome,"
            Output.line("\(change.moved.count) of \(change.compared) \(ways) end elsewhere.")
            for moved in change.moved { Output.lines("  \(moved.words)") }
            throw ExitCode(1)
        }
    }

    struct Replay: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "Run what the register holds of a procedure through a draft: which would end elsewhere.",
            discussion: "It names runs, never people. Exit status 1 when a run would end elsewhere.")
        @Argument(help: "The draft.", completion: .file(extensions: ["yaml"])) var file: String
        @OptionGroup var content: ContentOption
        @OptionGroup var options: DeskOptions

        func run() throws {
            let draft = try content.procedure(file)
            let seat = try options.desk()
            let runs = try seat.desk.guideRuns(through: draft.id.rawValue, at: seat.now)
            let compared = try runs.map { try RunComparison($0, through: draft) }
            let differing = compared.filter(\.differs)
            for one in differing {
                Output.line(
                    "\(one.run.id.rawValue)  begun \(seat.desk.zone.stamp(one.run.begunAt)), version "
                        + "\(one.run.version): \(one.words)")
            }
            Output.line("\(differing.count) of \(runs.count) runs of \(draft.id) would end elsewhere.")
            if !differing.isEmpty { throw ExitCode(1) }
        }
    }

    struct Export: ParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable { case html }

        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write one self-contained page for each procedure, and one that lists them.")
        @Option(help: "html.") var format = Format.html
        @Option(help: "The directory to write to; made where there is none.", completion: .directory) var out: String
        @OptionGroup var content: ContentOption

        func run() throws {
            let procedures = try content.sound()
            var pages = procedures.map { ("\($0.id)", ProcedurePage($0, beside: procedures).html) }
            pages.append(("index", ProcedurePage.index(of: procedures)))
            do {
                try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
                for (name, html) in pages {
                    try html.write(toFile: "\(out)/\(name).html", atomically: true, encoding: .utf8)
                }
            } catch {
                throw InputError.cannotWrite(out)
            }
            Output.line("\(pages.count) pages in \(out).")
        }
    }
}

extension ContentOption {
    /// Every procedure, all of them without a fault.
    func sound() throws -> [Procedure] {
        let (procedures, faults) = try library().everything()
        if let first = faults.first, procedures.isEmpty { throw ProcedureError.broken([first]) }
        for fault in faults { Output.error("\(fault.description)\n  \(fault.remedy)") }
        return procedures
    }

    /// The procedure of a file, or the one so named.
    func procedure(_ name: String) throws -> Procedure {
        guard name.contains("/") || name.hasSuffix(".yaml") else {
            return try library().procedure(.init(rawValue: name))
        }
        return try library(for: name).procedure(inFile: name)
    }
}
