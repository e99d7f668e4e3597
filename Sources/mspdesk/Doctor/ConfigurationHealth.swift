import Casework
import Foundation
import Screens
import Storage
import Widgets

/// The person's configuration, and the themes: shipped and their own.
struct ConfigurationHealth {
    let file: ConfigurationFile
    let shelf: ThemeShelf
    /// The path of the register, which knows the sites.
    let register: String

    static func standard(_ environment: Environment, register: String) -> ConfigurationHealth {
        ConfigurationHealth(file: .standard(environment), shelf: .standard(environment), register: register)
    }

    func checks() -> [HealthCheck] { configuration() + sendmail() + shippedThemes() + ownThemes() }

    /// The mail program, which the environment may name as well as the file. What is wrong with the file is said of it.
    private func sendmail() -> [HealthCheck] {
        let (area, name) = ("configuration", "sendmail")
        do {
            guard let program = try Sendmail.configured(file.read(themes: shelf.names).configuration) else { return [] }
            guard program.canBeRun else { throw MailError.notThere(program.path) }
            return []
        } catch { return [.fault(area, name, error)] }
    }

    private func configuration() -> [HealthCheck] {
        let area = "configuration"
        let path = Places.abbreviated(file.path)
        guard file.isThere else { return [.ok(area, "file", "none at \(path): everything is as usual")] }
        var written = file.read(themes: shelf.names)
        do { try checkSite(of: &written) } catch { return [.fault(area, "site", error)] }
        guard written.faults.isEmpty else { return written.faults.map { .fault(area, "file", $0) } }
        return [.ok(area, "file", "\(path), without a fault")]
    }

    /// As the start does. A register that does not tell of its sites has a fault of its own, which is said of it.
    private func checkSite(of written: inout WrittenConfiguration) throws {
        guard written.configuration.site != nil else { return }
        do {
            let known = try Register.look(at: register)
            try written.checkSite(against: known)
            try known.close()
        } catch is RegisterError {}
    }

    private func shippedThemes() -> [HealthCheck] {
        let area = "themes"
        let names = shelf.shippedNames
        guard let directory = shelf.shipped, !names.isEmpty else {
            return [.fault(area, "content", InputError.contentMissing("themes"))]
        }
        let faults = names.flatMap { check($0, in: directory) }.filter { $0.state != .ok }
        return faults.isEmpty ? [.ok(area, "content", "\(names.count) in \(directory), without a fault")] : faults
    }

    private func ownThemes() -> [HealthCheck] {
        shelf.ownNames.flatMap { check($0, in: shelf.own) }
    }

    private func check(_ name: String, in directory: String) -> [HealthCheck] {
        let area = "themes"
        do {
            let theme = try shelf.theme(named: name, in: directory)
            let faint = theme.faintRoles()
            guard let worst = faint.min(by: { $0.contrast / $0.needed < $1.contrast / $1.needed }) else {
                return [.ok(area, name, "every role can be read")]
            }
            let roles = faint.map(\.role.rawValue).joined(separator: ", ")
            return [
                .warning(
                    area, name, "hard to read: \(roles). \(Self.inWords(worst))",
                    remedy: "Words need 4.5 to 1 against what is behind them, fills 3 to 1 against the ground.")
            ]
        } catch { return [.fault(area, name, error)] }
    }

    private static func inWords(_ role: Theme.FaintRole) -> String {
        let depth: String =
            switch role.depth {
            case .trueColour: "in full colour"
            case .twoFiftySix: "in 256 colours"
            default: "in 16 colours"
            }
        let what = role.isFill ? "The fill of \(role.role.rawValue) against the ground" : role.role.rawValue.capitalized
        return "\(what) is \(tenths(role.contrast)) to 1 \(depth)."
    }

    private static func tenths(_ ratio: Double) -> String {
        let tenths = Int(ratio * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
