import ArgumentParser
import Screens

/// Prints what lets a shell complete the program's words.
struct Completions: ParsableCommand {
    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print the completions for bash, zsh or fish.")

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run() throws {
        let script =
            switch shell {
            case .bash: MSPDesk.completionScript(for: .bash)
            case .zsh: MSPDesk.completionScript(for: .zsh)
            case .fish: MSPDesk.completionScript(for: .fish)
            }
        Output.verbatim(script)
    }
}

/// Prints the manual page, made from the commands and the keys themselves.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page, for man -l or 'make install'.", shouldDisplay: false)

    func run() throws {
        let configuration = ConfigurationFile.standard().read(themes: ThemeShelf.standard().names).configuration
        Output.verbatim(try ManualPage.text(configuration.keys))
    }
}
