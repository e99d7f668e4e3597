import ArgumentParser
import Casework
import Procedures

/// The procedures: list, show, check, draw and run.
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "The procedures that lead through a contact.",
        subcommands: [List.self, Show.self, CheckFiles.self, Graph.self, Paths.self, Run.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the procedures.")
        @Flag(help: "One JSON document on standard output.") var json = false

        private struct Row: Encodable {
            let id: String
            let title: String
            let version: String
            let source: String
            let released: Bool
        }

        func run() throws {
            let library = try Composition.procedures()
            let rows = try library.ids().map { id in
                let procedure = try library.procedure(id)
                let source = procedure.source
                return Row(
                    id: id.rawValue, title: procedure.title, version: procedure.version,
                    source: ([source.number] + source.tables).joined(separator: " "), released: source.released)
            }
            if json { return try Output.json(rows) }
            for row in rows { Output.line("\(row.id)  \(row.title)  (version \(row.version), \(row.source))") }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a procedure, step by step.")
        @Argument(help: "The procedure.") var id: String

        func run() throws {
            let procedure = try Composition.procedures().procedure(.init(rawValue: id))
            Output.line("\(procedure.title)  (version \(procedure.version))")
            Output.line("Source: \(procedure.source.number) \(procedure.source.title), \(procedure.source.date)")
            for node in procedure.nodes {
                Output.line()
                Output.line("\(node.name)  \(node.title)  [\(node.source)]")
                Output.line("  \(node.question)")
                for line in node.actions { Output.line("  - \(line)") }
                for choice in node.choices {
                    Output.line("  \(choice.value): \(choice.label) -> \(choice.target.name)")
                }
                for correction in node.corrects {
                    Output.line(
                        "  corrects \(correction.place): printed \(correction.printed); built \(correction.built)")
                }
            }
            for outcome in procedure.outcomes {
                Output.line()
                Output.line("= \(outcome.id)  \(outcome.title)  [\(outcome.source)]")
                for line in outcome.actions { Output.line("  - \(line)") }
                if let note = outcome.note { Output.line("  note: \(note.type)") }
                if !outcome.notify.isEmpty {
                    Output.line("  tell: \(outcome.notify.map(\.rawValue).joined(separator: ", "))")
                }
            }
        }
    }

    struct CheckFiles: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Check procedures: every fault with file, line and remedy.")
        @Argument(help: "Files; all that the program ships when none is named.") var files: [String] = []

        func run() throws {
            let faults: [ProcedureFault]
            if files.isEmpty {
                faults = try Composition.procedures().faults()
            } else {
                faults = try files.flatMap { try ProcedureLibrary.faults(ofFile: $0) }
            }
            for fault in faults {
                Output.error(
                    "\(fault.file):\(fault.line): \(fault.node.map { "\($0): " } ?? "")\(fault.message)\n  \(fault.remedy)"
                )
            }
            if faults.isEmpty { Output.line("No fault found.") } else { throw ExitCode(65) }
        }
    }

    struct Graph: ParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable { case mermaid, dot }

        static let configuration = CommandConfiguration(commandName: "graph", abstract: "Draw a procedure as a graph.")
        @Argument(help: "The procedure.") var id: String
        @Option(help: "mermaid or dot.") var format = Format.mermaid

        func run() throws {
            let procedure = try Composition.procedures().procedure(.init(rawValue: id))
            Output.verbatim(format == .mermaid ? procedure.mermaid : procedure.dot)
        }
    }

    struct Paths: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "paths", abstract: "List every path through a procedure.")
        @Argument(help: "The procedure.") var id: String

        func run() throws {
            let procedure = try Composition.procedures().procedure(.init(rawValue: id))
            for path in procedure.paths { Output.line(path.description) }
        }
    }

    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Run a procedure on a person's record.")
        @Argument(help: "The procedure: visit, call or work-item.") var id: String
        @Option(help: "CRN, Medicare number, CSID, plan ID or external ID.") var customer: String
        @Option(help: "Where the contact takes place.") var site: String?
        @Option(help: "When, as 2026-03-04T10:15:00+11:00; now if left out.") var at: String?
        @Option(name: .customLong("answer"), help: "An answer, as NODE=VALUE; repeat it.") var answers: [String] = []
        @Option(help: "Why an answer overrules what the record says.") var because: String?
        @Flag(help: "One JSON document on standard output; the warning goes to standard error.") var json = false
        @OptionGroup var options: DeskOptions

        func run() throws {
            let procedure = try Composition.procedures().procedure(.init(rawValue: id))
            let given = try answers.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { throw InputError.notAnAnswer(text) }
                return Answer(parts[0], parts[1], because: because)
            }
            let seat = try options.desk()
            let opened = try seat.open(customer)
            let instant = try at.map { text in
                guard let written = WrittenInstant(text) else { throw InputError.notAnInstant(text) }
                return written.resolved(in: try opened.plan?.state.zone() ?? seat.desk.zone)
            }
            let record = try opened.at(instant ?? seat.now)
            let attempt = ContactAttempt(channel: procedure.channel ?? .phone, at: record.at, site: site)
            let facts = ContactFacts(
                record: record, attempt: attempt, judgement: try seat.desk.judge(attempt, of: record))
            let run = try procedure.run(facts: facts.finding, answers: given)
            let words = ContactWords(time: facts.judgement.zone.stamp(attempt.at), site: site)
            try seat.desk.recordGuided(
                "\(id): \(run.outcome?.id.rawValue ?? "unfinished")", of: record.customer.id, at: seat.now)
            try seat.desk.showWarning(of: record, json: json)
            let note = run.draft(for: words)
            if json { return try Output.json(RunReport(run, note: note)) }
            Self.tell(run, note: note)
        }

        private static func tell(_ run: ProcedureRun, note: NoteContent?) {
            for step in run.trail { Output.line("  \(step.words)") }
            if let awaiting = run.awaiting {
                Output.line("Question: \(awaiting.node.question)")
                for choice in awaiting.node.choices {
                    Output.line("  --answer \(awaiting.node.name)=\(choice.value)  \(choice.label)")
                }
            }
            guard let outcome = run.outcome else { return }
            Output.line("Outcome: \(outcome.title)")
            if let say = outcome.say { Output.line("  Say: \(say)") }
            for (index, action) in outcome.actions.enumerated() { Output.line("  \(index + 1). \(action)") }
            if !outcome.notify.isEmpty {
                Output.line("  Tell: \(outcome.notify.map(\.rawValue).joined(separator: ", "))")
            }
            guard let note else { return }
            Output.line("  Note: \(note.type)")
            for (part, text) in note.fields.sorted(by: { $0.key < $1.key }) { Output.line("    \(part): \(text)") }
        }
    }
}

extension Procedure.Target {
    fileprivate var name: String {
        switch self {
        case .node(let id): id.rawValue
        case .outcome(let id): "= \(id.rawValue)"
        }
    }
}
