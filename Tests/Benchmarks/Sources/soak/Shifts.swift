import Foundation

/// A part that runs shift by shift, each in a process of its own that starts from a seed of its own.
struct Shifts {
    let part: Part
    let each: Int
    let total: Int
    let settings: Settings

    init(part: Part, each: Int, of total: Int, _ settings: Settings) {
        self.part = part
        self.each = min(each, max(1, total))
        self.total = total
        self.settings = settings
    }

    private struct Running {
        let seed: UInt64
        let child: Child
        /// What it says goes here.
        let output: String
        let end: ContinuousClock.Instant
    }

    /// Far more than a shift takes on a busy machine.
    private static let limit = Duration.seconds(900)
    /// How often it says how far it is.
    private static let pause = Duration.seconds(60)

    func soak() throws -> String {
        let count = (total + each - 1) / each
        let scratch = try Scratch()
        var running: [Running] = []
        var (done, seen) = (0, 0)
        let began = ContinuousClock.now
        var said = began
        defer { for one in running { one.child.kill() } }
        func finishOne() throws {
            while true {
                for (place, one) in running.enumerated() {
                    guard let ending = try ending(of: one) else { continue }
                    running.remove(at: place)
                    let words = String(decoding: try Data(contentsOf: URL(fileURLWithPath: one.output)), as: UTF8.self)
                        .trimmingCharacters(in: .newlines)
                    guard ending == .exited(0), let figure = Int(words) else {
                        if !words.isEmpty { say(words) }
                        throw Trouble(
                            "a shift of \(part.rawValue) ended with \(ending)", in: part, seed: one.seed, scale: each)
                    }
                    (done, seen) = (done + 1, seen + figure)
                    return
                }
                usleep(5_000)
            }
        }
        for (number, seed) in settings.seeds(count).enumerated() {
            // Two at a time, so that no core of a small machine is idle.
            if running.count == 2 { try finishOne() }
            if ContinuousClock.now - said >= Self.pause {
                said = .now
                say("  \(done * each) of \(count * each) after \((said - began).components.seconds) s")
            }
            let output = "\(scratch.directory)/shift-\(number)"
            let child = try Child(["shift", part.rawValue, "\(seed)", "\(each)"], output: output)
            running.append(Running(seed: seed, child: child, output: output, end: .now + Self.limit))
        }
        while !running.isEmpty { try finishOne() }
        return "\(count * each) in \(count) shifts, \(seen) \(part.figure)"
    }

    /// Nil while it runs and may.
    private func ending(of one: Running) throws -> Child.Ending? {
        if let ending = one.child.endingIfOver() { return ending }
        guard ContinuousClock.now > one.end else { return nil }
        one.child.kill()
        return .tooLong
    }
}
