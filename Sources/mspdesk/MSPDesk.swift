import ArgumentParser
import Casework
import Foundation

/// The program: without a subcommand it opens the full screen.
@main
struct MSPDesk: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "mspdesk",
        abstract: "The desk for people who serve customers under a Managed Service Plan.",
        discussion: """
            Find the person, see the warning, get the verdict for this channel, place and minute, be led through the \
            contact, and write the note once. Without a subcommand it opens the full screen on the register.
            """,
        version: version,
        subcommands: [
            Open.self, Demo.self, Init.self, Import.self, Find.self, Show.self, ShowWarning.self, Check.self,
            GuideCommand.self, NoteCommand.self, CalendarCommand.self, AuditCommand.self, Completions.self,
            Manual.self,
        ],
        defaultSubcommand: Open.self
    )

    /// Runs the command and gives each failure its words and exit status.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let error as any UserFacing {
            Self.end(with: error)
        } catch {
            Self.end(withWordsThatDoNotFit: error)
        }
    }

    /// Help, the version and an exit status are the parser's own; words that do not fit get the form of every error.
    private static func end(withWordsThatDoNotFit error: any Error) -> Never {
        guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
        let said = fullMessage(for: error).split(separator: "\n").map(String.init)
        let what = message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
        let help = said.last { $0.contains("--help'") }?.trimmingCharacters(in: .whitespaces)
        Output.error("mspdesk: \(what)\n  \(help ?? "See 'mspdesk --help'.")")
        exit(withError: ExitCode(Fault.usage.status))
    }

    static func end(with error: any UserFacing) -> Never {
        Output.error("mspdesk: \(error.message)\n  \(error.remedy)")
        exit(withError: ExitCode(error.fault.status))
    }
}

extension Fault {
    /// The exit status of the contract.
    var status: Int32 {
        switch self {
        case .usage: 64
        case .badInput: 65
        case .missingInput: 66
        case .registerUnavailable: 69
        case .cannotWrite: 73
        case .notPermitted: 77
        }
    }
}
