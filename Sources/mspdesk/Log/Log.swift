import Casework
import Foundation
import Logging
import Procedures
import Screens
import Storage
import Widgets

/// What is told to nobody else, kept for whoever looks after the program: why the engine refused, why mail was not
/// taken, what is broken in the content. No person is in it: no name, no number, no word of a search.
enum Log {
    static let register = logger("register")
    static let mail = logger("mail")
    static let content = logger("content")
    static let program = logger("program")

    private static func logger(_ area: String) -> Logger { Logger(label: area) { LogLines(label: $0) } }

    /// Keeps of `error` what the person is not told; an error that says all of itself leaves no entry.
    static func keep(_ error: any Error) {
        switch error {
        case RegisterError.refused(let detail): register.error("refused: \(detail)")
        // The engine has told of every other by itself.
        case is RegisterError: break
        case let error as MailError: mail.warning("\(error.withoutWords)")
        case ProcedureError.broken(let faults): for fault in faults { content.error("\(fault)") }
        case let error as ProcedureError: content.error("\(error.message)")
        case let error as ThemeError: content.error("\(error.message)")
        case let error as InputError:
            if case .contentMissing(let what) = error { content.error("missing: \(what)") }
        case is any UserFacing: break
        default:
            // Its words may hold anything.
            let known = error as NSError
            program.error("no name: \(String(reflecting: type(of: error))), \(known.domain) \(known.code)")
        }
    }

    /// Has the engine tell of its failures.
    static func listen() {
        EngineTrouble.tell { register.warning("\($0)") }
    }
}

/// Writes the entries of swift-log to the log file, with the time and without the home's path.
private struct LogLines: LogHandler {
    let label: String
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var text = "\(event.message)"
        // An account is often called like its owner.
        if let home = Places.environment["HOME"], home.count > 1 { text = text.replacing(home, with: "~") }
        LogFile.usual.add("\(Self.time) \(event.level) \(label): \(text)")
    }

    /// The machine's time in Canberra, whatever clock a practice register goes by.
    private static var time: String {
        let now = Clock().now
        do { return try AustralianState.act.zone().text(now) } catch { return "\(now.seconds)" }
    }
}
