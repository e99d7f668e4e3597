import Casework
import Foundation
import Storage

/// Everything that `doctor` looks at, for the command and for the screen alike.
struct Examination {
    let register: RegisterHealth

    func checks() -> [HealthCheck] {
        let environment = Places.environment
        return MachineHealth.terminal(environment) + MachineHealth.timeZones() + register.checks()
            + MachineHealth.procedures() + ConfigurationHealth.standard(environment, register: register.path).checks()
            + [LogFile.usual.health]
    }
}
