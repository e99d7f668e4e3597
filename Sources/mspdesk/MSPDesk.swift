import ArgumentParser
import Casework
import Foundation
import Terminal

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
            WeekCommand.self,
            GuideCommand.self, NoteCommand.self, CalendarCommand.self, AuditCommand.self, Backup.self,
            Restore.self, Doctor.self, Outbox.self, Waiting.self, Completions.self, Manual.self,
        ],
        defaultSubcommand: Open.self
    )

    /// Runs the command and gives each failure its words and exit status.
    static func main() {
        // A limit on the size of files is a full disk like any other: the write fails, and says so.
        signal(SIGXFSZ, SIG_IGN)
        Log.listen()
        do {
            try answer()
        } catch let error as any UserFacing {
            Log.keep(error)
            Self.end(with: error)
        } catch {
            // Plain exit statuses are no failures of words.
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            let what = message(for: error).split(separator: "\n").first.map(String.init) ?? "The words do not fit."
            Self.end(with: unknownCommand ?? UsageError(message: what, remedy: "See '\(namedCommand) --help'."))
        }
    }

    /// - Throws: what the command throws, but where its answer could not be written and it did not fail by itself,
    ///   ``OutputError``: an answer of no counts for nothing either.
    private static func answer() throws {
        do {
            if let open = Open(everyday: arguments.dropFirst()) {
                try open.run()
            } else {
                var command = try parseAsRoot(Array(arguments.dropFirst()))
                try command.run()
            }
        } catch let error where exitCode(for: error).isSuccess {
            // Help and version are thrown.
            Output.verbatim(fullMessage(for: error))
        } catch let answer as ExitCode {
            try Output.requireWritten()
            throw answer
        }
        try Output.requireWritten()
    }

    /// The words of the command line, in UTF-8 or the locale's own characters: a note's words must not be lost in it.
    private static let arguments: [String] = CommandLine.arguments.indices.map { index in
        guard let word = CommandLine.unsafeArgv[index] else { return CommandLine.arguments[index] }
        let bytes = UnsafeRawBufferPointer(start: word, count: strlen(word))
        return LocaleText.current.text(bytes)
    }

    /// A first word that is near to a command and no command, option or value.
    private static var unknownCommand: UsageError? {
        var known = configuration.subcommands
        var path = "mspdesk"
        for word in arguments.dropFirst() {
            if let command = known.first(where: { $0._commandName == word }) {
                path += " \(word)"
                known = command.configuration.subcommands
                continue
            }
            let names = known.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
            guard !word.hasPrefix("-"), !names.isEmpty else { return nil }
            let close = nearest(to: word, among: names)
            return UsageError(
                message: "There is no command '\(path) \(word)'.",
                remedy: close.map { "Did you mean '\(path) \($0)'?" } ?? "See '\(path) --help'.")
        }
        return nil
    }

    /// The subcommand that was named, as far as there is one, for pointing at its help.
    private static var namedCommand: String {
        var known = configuration.subcommands
        var path = "mspdesk"
        for word in arguments.dropFirst() {
            guard let command = known.first(where: { $0._commandName == word }) else { break }
            path += " \(word)"
            known = command.configuration.subcommands
        }
        return path
    }

    static func end(with error: any UserFacing) -> Never {
        Output.error("mspdesk: \(error.message)\n  \(error.remedy)")
        exit(withError: ExitCode(error.fault.status))
    }
}

/// The words of a command do not fit what it takes.
private struct UsageError: UserFacing {
    let message: String
    let remedy: String
    var fault: Fault { .usage }
}

extension Fault {
    /// The exit status of the contract.
    var status: Int32 {
        switch self {
        case .usage: 64
        case .badInput: 65
        case .missingInput: 66
        case .registerUnavailable, .busy: 69
        case .cannotWrite: 73
        case .notPermitted: 77
        }
    }
}
