import ArgumentParser
import Screens

/// The manual page in roff, made from the commands' own help and the screens' own keys.
enum ManualPage {
    static var text: String {
        get throws {
            var page = [
                ".TH MSPDESK 1 \"\" \"mspdesk \(MSPDesk.version)\" \"User commands\"",
                ".SH NAME", "mspdesk \\- the desk for people who serve customers under a Managed Service Plan",
                ".SH SYNOPSIS", ".B mspdesk", "[\\fIsubcommand\\fR] [\\fIoptions\\fR]",
                ".SH DESCRIPTION",
                "Finds the person, shows the warning, judges the contact for this channel, place and minute, leads through it "
                    + "step by step, and writes its note. Without a subcommand it opens the full screen.",
                ".SH COMMANDS",
            ]
            for command in commands {
                page += section(command.name, MSPDesk.helpMessage(for: command.type, columns: 78))
            }
            page.append(".SH KEYS")
            for screen in try KeyTable.screens {
                page.append(".SS \(escaped(screen.title))")
                for key in screen.keys { page += [".TP", ".B \(escaped(key.keyNames))", escaped(key.about)] }
            }
            page += [
                ".SH EXIT STATUS",
                "0 done; 1 done, and the answer is no; 64 the words of the command do not fit; 65 bad input; 66 an input file "
                    + "is missing; 69 the register cannot be opened; 73 something cannot be written; 77 not permitted.",
                ".SH ENVIRONMENT",
                ".TP", ".B MSPDESK_REGISTER", "The register's file, when \\-\\-register names none.",
                ".TP", ".B MSPDESK_AS, MSPDESK_NOW", "Who acts, and the clock; practice registers only.",
                ".TP", ".B MSPDESK_SENDMAIL",
                "The mail program, by its whole path; without it mail stays in the outbox.",
                ".TP", ".B NO_COLOR", "No colour, when not empty.",
                ".SH FILES", ".TP", ".I $XDG_DATA_HOME/mspdesk/register.sqlite",
                "The register, when nothing else is named.",
                ".TP", ".I $XDG_STATE_HOME/mspdesk/mspdesk.log",
                "The log, without any person in it; its older part beside it, with .1 behind the name.",
            ]
            return page.joined(separator: "\n") + "\n"
        }
    }

    private static var commands: [(name: String, type: any ParsableCommand.Type)] {
        MSPDesk.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap { command in
            let name = command._commandName
            let own = command.configuration.subcommands
            return own.isEmpty ? [(name, command)] : own.map { ("\(name) \($0._commandName)", $0) }
        }
    }

    private static func section(_ name: String, _ help: String) -> [String] {
        [".SS mspdesk \(escaped(name))", ".nf"]
            + help.split(separator: "\n", omittingEmptySubsequences: false).map {
                escaped(String($0))
            } + [".fi"]
    }

    /// Text in which nothing is a request of roff.
    private static func escaped(_ text: String) -> String {
        let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&\(safe)" : safe
    }
}
