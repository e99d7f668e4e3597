import ArgumentParser
import Screens

/// The manual page in roff, made from the commands' own help and the screens' own keys.
enum ManualPage {
    ///
    /// - Parameter keyMap: the person's own keys.
    static func text(_ keyMap: KeyMap) throws -> String {
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
        for screen in try KeyTable.entries(keyMap) {
            page.append(".SS \(escaped(screen.title))")
            for key in screen.keys {
                let name = key.isRebindable ? " (\(key.id))" : ""
                page += [".TP", ".B \(escaped(key.keyNames))", escaped(key.about + name)]
            }
        }
        page += [
            ".SH EXIT STATUS",
            "0 done; 1 done, and the answer is no; 64 the words of the command do not fit; 65 bad input; 66 an input file "
                + "is missing; 69 the register cannot be opened; 73 something cannot be written; 77 not permitted.",
            ".SH ENVIRONMENT",
            ".TP", ".B MSPDESK_REGISTER", "The register's file, when \\-\\-register names none.",
            ".TP", ".B MSPDESK_AS, MSPDESK_NOW", "Who acts, and the clock; practice registers only.",
            ".TP", ".B MSPDESK_SENDMAIL",
            "The mail program, by its whole path, before what config.yaml names; without one mail stays in the outbox.",
            ".TP", ".B MSPDESK_SENDMAIL_LIMIT",
            "The seconds after which a mail program that hangs is ended, and the mail kept; 30 when it says nothing.",
            ".TP", ".B NO_COLOR", "No colour, when not empty.",
            ".SH FILES", ".TP", ".I $XDG_DATA_HOME/mspdesk/register.sqlite",
            "The register, when nothing else is named.",
            ".TP", ".I $XDG_STATE_HOME/mspdesk/mspdesk.log",
            "The log, without any person in it; its older part beside it, with .1 behind the name.",
            ".TP", ".I $XDG_CONFIG_HOME/mspdesk/config.yaml", escaped(Self.configuration),
            ".TP", ".I $XDG_CONFIG_HOME/mspdesk/themes/*.yaml",
            "Themes of your own, made as the shipped ones are; \\-\\-theme and the settings find them by their files' names.",
        ]
        return page.joined(separator: "\n") + "\n"
    }

    private static let configuration =
        "How you want the program. theme: a name. blank-after: minutes without a key until the screen is hidden, or "
        + "never; 5 when it says nothing. mouse: true or false. site: where you work. sendmail: the mail program and its "
        + "arguments, a list. keys: a binding by the name that stands behind it above, and another key for it, a list, or none, as "
        + "'record.week: x' or 'everywhere.commands: ctrl-k'; Enter, Esc, digits, F1 and F8 stay as they are. What is "
        + "wrong in it is said at the start, and left out. The settings (F10) write it."

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
