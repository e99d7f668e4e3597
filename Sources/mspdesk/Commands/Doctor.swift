import ArgumentParser
import Casework
import Foundation

/// Looks at everything that the program stands on.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Look at terminal, time zones, register, procedures, configuration and themes; exit 1 when there is a fault.",
        discussion: "Needs neither a register nor a terminal, and nobody's access: it looks at no record.")

    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup var options: DeskOptions

    private struct Report: Encodable {
        let healthy: Bool
        let checks: [HealthCheck]
    }

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let named = options.register ?? environment["MSPDESK_REGISTER"]
        let register = RegisterHealth(
            path: options.registerPath, isNamed: named?.isEmpty == false,
            chosenNow: try options.chosenNow(in: try AustralianState.act.zone()))
        let checks =
            MachineHealth.terminal(environment) + MachineHealth.timeZones() + register.checks()
            + MachineHealth.procedures() + ConfigurationHealth.standard(environment).checks()
        let faults = checks.count { $0.state == .fault }
        if json {
            try Output.json(Report(healthy: faults == 0, checks: checks))
        } else {
            for check in checks { Output.lines(check.words) }
            Output.line(faults == 0 ? "No fault found." : faults == 1 ? "1 fault." : "\(faults) faults.")
        }
        if faults > 0 { throw ExitCode(1) }
    }
}
