import ArgumentParser
import Casework
import Procedures

/// The procedures: list, show, check, draw and run.
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "The procedures that lead through a contact.",
        subcommands: [
            List.self, Show.self, CheckFiles.self, Graph.self, Paths.self, Run.self, Coverage.self, Corrections.self,
            Test.self, Diff.self, Replay.self, Export.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the procedures.")
        @Flag(help: "One JSON document on standard output.") var json = false

        private struct Row: Encodable {
            let id: String
            let title: String
            let purpose: String
            let group: String
            let version: String
            let source: String
            let released: Bool
        }

        @OptionGroup var content: ContentOption

        func run() throws {
            let (heads, faults) = try content.library().heads()
            let rows = heads.map { head in
                Row(
                    id: head.id.rawValue, title: head.title, purpose: head.purpose, group: head.group.rawValue,
                    version: head.version, source: ([head.source.number] + head.source.tables).joined(separator: " "),
                    released: head.source.released)
            }
            for fault in faults { Output.error("\(fault.description)\n  \(fault.remedy)") }
            if json { return try Output.json(rows) }
            for group in Procedure.Group.allCases {
                let own = rows.filter { $0.group == group.rawValue }
                if !own.isEmpty { Output.line("\(group.title):") }
                for row in own {
                    Output.line("  \(row.id)  \(row.title)  (version \(row.version), \(row.source))")
                    Output.line("      \(row.purpose)")
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a procedure, step by step.")
        @Argument(help: "The procedure.") var id: String
        @OptionGroup var content: ContentOption

        func run() throws {
            let procedure = try content.library().procedure(.init(rawValue: id))
            for line in procedure.outline { Output.line(line) }
        }
    }

    struct CheckFiles: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Check procedures: every fault with file, line and remedy.")
        @Argument(help: "Files; every procedure there is when none is named.", completion: .file(extensions: ["yaml"]))
        var files: [String] = []
        @OptionGroup var content: ContentOption

        func run() throws {
            let faults: [ProcedureFault]
            if files.isEmpty {
                faults = try content.library().faults()
            } else {
                faults = try files.flatMap { try content.library(for: $0).faults(ofFile: $0) }
            }
            for fault in faults {
                Output.error("\(fault.description)\n  \(fault.remedy)")
            }
            if faults.isEmpty { Output.line("No fault found.") } else { throw ExitCode(65) }
        }
    }

    struct Graph: ParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable { case mermaid, dot }

        static let configuration = CommandConfiguration(
            commandName: "graph", abstract: "Draw a procedure as a graph, or all and how they lead to each other.")
        @Argument(help: "The procedure; all of them when none is named.") var id: String?
        @Option(help: "mermaid or dot.") var format = Format.mermaid
        @OptionGroup var content: ContentOption

        func run() throws {
            guard let id else { return try drawAll() }
            let procedure = try content.library().procedure(.init(rawValue: id))
            Output.verbatim(format == .mermaid ? procedure.mermaid : procedure.dot)
        }

        private func drawAll() throws {
            let (procedures, faults) = try content.library().everything()
            for fault in faults { Output.error("\(fault.description)\n  \(fault.remedy)") }
            let map = ProcedureMap(of: procedures)
            Output.verbatim(format == .mermaid ? map.mermaid : map.dot)
        }
    }

    struct Paths: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "paths", abstract: "List every path through a procedure.")
        @Argument(help: "The procedure.") var id: String
        @OptionGroup var content: ContentOption

        func run() throws {
            let procedure = try content.library().procedure(.init(rawValue: id))
            if let paths = procedure.paths() {
                for path in paths { Output.line(path.description) }
                return
            }
            Output.error(
                "More than 2000 ways; the shortest to each outcome follows. Every way ends: no step comes back unbounded."
            )
            for path in procedure.shortestPaths { Output.line(path.description) }
        }
    }
}

/// Which procedures a command looks at.
struct ContentOption: ParsableArguments {
    @Option(
        name: .long, help: "A directory of procedures to use instead of the program's own.",
        completion: .directory)
    var content: String?

    func library() throws -> ProcedureLibrary { try Composition.procedures(content: content) }

    /// The procedures that those of `file` may run; a program without content of its own knows what lies beside it.
    func library(for file: String) throws -> ProcedureLibrary {
        do {
            return try library()
        } catch InputError.contentMissing {
            return ProcedureLibrary(directory: file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ".")
        }
    }
}
