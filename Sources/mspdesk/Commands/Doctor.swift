import ArgumentParser
import Casework
import Foundation

/// Looks at everything that the program stands on.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at terminal, time zones, register, guides, configuration, themes and log; exit 1 for a fault.",
        discussion: "Needs neither a register nor a terminal, and nobody's access: it looks at no record.")

    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup var options: DeskOptions

    private struct Report: Encodable {
        let healthy: Bool
        let checks: [HealthCheck]
    }

    func run() throws {
        let named = options.register ?? Places.environment["MSPDESK_REGISTER"]
        let register = RegisterHealth(
            path: options.registerPath, isNamed: named?.isEmpty == false,
            chosenNow: try options.chosenNow(in: try AustralianState.act.zone()))
        let checks = Examination(register: register).checks()
        let isHealthy = !checks.contains { $0.state == .fault }
        if json {
            try Output.json(Report(healthy: isHealthy, checks: checks))
        } else {
            for check in checks { Output.lines(check.words) }
            Output.line(HealthCheck.conclusion(of: checks))
        }
        if !isHealthy { throw ExitCode(1) }
    }
}

extension HealthCheck {
    /// A line for people, and the remedy below it.
    fileprivate var words: String {
        "\(mark)  \(area), \(name): \(finding)" + (remedy.map { "\n           \($0)" } ?? "")
    }
}
