import Foundation

/// How far long work has come, on standard error and only for a terminal; nothing in the first fifth of a second.
final class Progress {
    private let what: String
    private let isShown = isatty(2) == 1
    private let clock = ContinuousClock()
    private var start: ContinuousClock.Instant
    /// What an earlier, interrupted run had done already.
    private var before: Int?
    private var last: ContinuousClock.Instant
    private var hasWritten = false

    init(_ what: String) {
        self.what = what
        start = clock.now
        last = start
    }

    func report(_ done: Int, of total: Int? = nil) {
        if before == nil {
            before = done
            start = clock.now
        }
        guard isShown, clock.now - last > .milliseconds(200) else { return }
        last = clock.now
        hasWritten = true
        let seconds = (last - start) / .seconds(1)
        let share = total.map { $0 > 0 ? " of \($0)" : "" } ?? ""
        Output.overwrite(
            "\(done)\(share) \(what), \(Int(Double(done - (before ?? 0)) / max(seconds, 0.001))) a second; Ctrl-C stops it"
        )
    }

    func finish() {
        if hasWritten { Output.overwrite("") }
    }
}

extension Output {
    /// Replaces the line that stands on the terminal.
    static func overwrite(_ text: String) { writeError("\r\u{1B}[K\(text)") }
}
