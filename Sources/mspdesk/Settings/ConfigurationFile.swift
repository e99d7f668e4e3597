import Casework
import Foundation
import Screens
import Storage

/// The person's `config.yaml`: read at the start, and changed by the settings.
struct ConfigurationFile {
    let path: String

    static func standard(_ environment: Environment = Places.environment) -> ConfigurationFile {
        ConfigurationFile(path: Places.configuration(environment) + "/mspdesk/config.yaml")
    }

    var isThere: Bool { access(path, F_OK) == 0 }

    /// What it says; what is as usual where it says nothing, or there is none.
    ///
    /// - Parameter themes: the names of the themes there are.
    func read(themes: [String]) -> WrittenConfiguration {
        let name = Places.abbreviated(path)
        guard isThere else { return WrittenConfiguration(yaml: "", file: name, themes: themes) }
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(ofFile: data)
        else { return WrittenConfiguration(unreadable: name) }
        return WrittenConfiguration(yaml: text, file: name, themes: themes)
    }

    /// Writes one change into it, all other lines as they were.
    ///
    /// - Throws: ``ConfigurationTextError``, ``ConfigurationFileError``.
    func keep(_ change: SettingChange) throws {
        var text = ""
        if isThere {
            guard let data = FileManager.default.contents(atPath: path),
                let found = String(ofFile: data)
            else { throw ConfigurationFileError.unreadable(Places.abbreviated(path)) }
            text = found
        }
        let changed = try ConfigurationText.changed(text, by: change)
        if changed != text { try write(changed) }
    }

    /// All or nothing: a half written file would be worse than the old one. A link stays a link.
    private func write(_ text: String) throws(ConfigurationFileError) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let fresh = target.path + ".new-\(getpid())"
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch { throw .unwritable(Places.abbreviated(path), "\(error.localizedDescription)") }
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure() }
        let bytes = Array(text.utf8)
        let isWritten = Foundation.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        let failed = isWritten ? nil : failure()
        close(file)
        if let failed {
            unlink(fresh)
            throw failed
        }
        guard rename(fresh, target.path) == 0 else {
            let failed = failure()
            unlink(fresh)
            throw failed
        }
    }

    private func failure() -> ConfigurationFileError {
        .unwritable(Places.abbreviated(path), String(cString: strerror(errno)))
    }
}

/// Why a setting was not kept.
enum ConfigurationFileError: UserFacing, Equatable {
    case unreadable(String)
    case unwritable(String, String)

    var message: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read, so the change was not written."
        case .unwritable(let path, let why): "\(path) cannot be written: \(why)."
        }
    }

    var remedy: String { "What you chose holds until you leave; 'mspdesk doctor' says more." }
    var fault: Casework.Fault { .cannotWrite }
}

extension WrittenConfiguration {
    /// Leaves out a site that the register does not know.
    ///
    /// - Throws: ``RegisterError``.
    mutating func checkSite(against register: Register) throws {
        guard let site = configuration.site, try register.read({ try $0.site(named: site) }) == nil else { return }
        siteIsUnknown(site, known: try register.read { try $0.sites().map(\.name) })
    }
}
