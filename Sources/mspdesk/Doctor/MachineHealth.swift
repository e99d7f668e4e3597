import Casework
import Foundation
import Procedures
import Storage
import Terminal

/// Terminal, time zones, and what the program ships.
enum MachineHealth {
    static func terminal(_ environment: Environment) -> [HealthCheck] {
        let survey = TerminalSurvey()
        let area = "terminal"
        let type = environment["TERM"] ?? "not set"
        var checks: [HealthCheck] = []
        switch survey.error {
        case nil: checks.append(.ok(area, "kind", "TERM is \(type)"))
        case .notATerminal: checks.append(.ok(area, "kind", "TERM is \(type); not on a terminal just now"))
        case .typeUnfit:
            checks.append(
                .warning(area, "kind", "TERM is \(type), which shows no full screen", remedy: "Use the linear face."))
        case let error?:
            checks.append(.fault(area, "kind", "TERM is \(type). \(error.message)", remedy: error.remedy))
        }
        if let size = survey.size {
            let words = "\(size.width) columns, \(size.height) rows"
            let fits = size.width >= 40 && size.height >= 12
            checks.append(
                fits
                    ? .ok(area, "size", words)
                    : .warning(area, "size", words, remedy: "The full screen needs 40 columns and 12 rows: enlarge it.")
            )
        }
        let isTold = environment["COLORTERM"] != nil
        let advice =
            survey.depth == .trueColour || isTold ? "" : "; for 16 million set COLORTERM=truecolor where it is true"
        checks.append(.ok(area, "colours", survey.depth.inWords + advice))
        checks.append(
            survey.isUTF8
                ? .ok(area, "characters", "the locale is UTF-8")
                : .warning(
                    area, "characters", "the locale is not UTF-8: names are shown without their accents",
                    remedy: "Set LANG to a UTF-8 locale, such as C.UTF-8 or en_AU.UTF-8."))
        checks.append(.ok(area, "Esc", "waits \(survey.escapeDelay) ms"))
        checks.append(multiplexer(environment, area))
        return checks
    }

    private static func multiplexer(_ environment: Environment, _ area: String) -> HealthCheck {
        let within = environment["TMUX"] != nil ? "tmux" : environment["STY"] != nil ? "screen" : nil
        guard let within else { return .ok(area, "multiplexer", "none") }
        let type = environment["TERM"] ?? ""
        guard type.hasPrefix("tmux") || type.hasPrefix("screen") else {
            return .warning(
                area, "multiplexer", "\(within), but TERM is \(type)",
                remedy: "Let \(within) set TERM itself: tmux-256color or screen-256color.")
        }
        return .ok(area, "multiplexer", "\(within); it may hold Esc back by itself (tmux: escape-time)")
    }

    /// Both changes of Sydney's clock in 2026, and every state's zone.
    static func timeZones() -> [HealthCheck] {
        let area = "time zones"
        let expected = [
            ("2026-04-05T02:59:59+11:00", 1, "2026-04-05T02:00:00+10:00"),
            ("2026-10-04T01:59:59+10:00", 1, "2026-10-04T03:00:00+11:00"),
        ]
        var checks: [HealthCheck] = []
        do {
            let sydney = try AustralianState.nsw.zone()
            for (before, seconds, after) in expected {
                let found = WrittenInstant(before).map { sydney.text($0.resolved(in: sydney) + seconds) }
                checks.append(
                    found == after
                        ? .ok(area, String(after.prefix(10)), "a second after \(before) Sydney shows \(after)")
                        : .fault(
                            area, String(after.prefix(10)),
                            "a second after \(before) Sydney shows \(found ?? "nothing")",
                            remedy:
                                "Install the system's time zone data (tzdata) anew: verdicts would be an hour wrong."))
            }
        } catch { checks.append(.fault(area, "Sydney", error)) }
        for state in AustralianState.allCases {
            do {
                checks.append(.ok(area, state.name, try state.zone().identifier))
            } catch { checks.append(.fault(area, state.name, error)) }
        }
        return checks
    }

    static func procedures() -> [HealthCheck] {
        let area = "procedures"
        do {
            let library = try Composition.procedures()
            let faults = try library.faults()
            if let fault = library.overridesFault { return [.fault(area, "content of your own", fault)] }
            guard faults.isEmpty else {
                return faults.map { .fault(area, "\($0.file):\($0.line)", $0.message, remedy: $0.remedy) }
            }
            let own = library.overrides.map { ", \($0.count) of them in \(library.override ?? "")" } ?? ""
            return [.ok(area, "content", "\(try library.ids().count) in \(library.directory)\(own), without a fault")]
        } catch { return [.fault(area, "content", error)] }
    }
}

extension ColourDepth {
    fileprivate var inWords: String {
        switch self {
        case .none: "none: words and shapes say it all"
        case .eight: "8"
        case .sixteen: "16"
        case .twoFiftySix: "256"
        case .trueColour: "16 million"
        }
    }
}
