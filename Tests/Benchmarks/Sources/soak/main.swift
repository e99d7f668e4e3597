import Foundation

// Runs for minutes or hours and looks for what breaks; `make soak` calls it, `Settings` says what can be set.
// A part runs in processes of its own, so that a crash is a finding too, with the seed that leads to it again.
signal(SIGPIPE, SIG_IGN)
do {
    let settings = Settings(ProcessInfo.processInfo.environment)
    if CommandLine.arguments.count > 1 {
        try Errand(CommandLine.arguments.dropFirst(), settings).run()
    } else {
        say("Seed \(settings.seed); parts: \(settings.parts.map(\.rawValue).joined(separator: ", "))")
        for part in settings.parts {
            let began = ContinuousClock.now
            let figures = try part.soak(settings)
            say("\(part.rawValue): \(figures); \((ContinuousClock.now - began).components.seconds) s")
        }
        say("Nothing broke.")
    }
} catch let trouble as Trouble {
    say("FOUND: \(trouble.words)")
    if let replay = trouble.replay { say("Again with: \(replay)") }
    exit(1)
} catch {
    say("FOUND: \(error)")
    exit(1)
}

/// A line at once, though the output be a file.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
