import Casework
import Synchronization
import Terminal
import Testing
import Widgets

@testable import Screens

/// A robot at the desk: presses keys, lets time pass and reads the screen, as a person would.
///
/// A failed expectation about it shows the screen.
final class Operator: CustomTestStringConvertible {
    let display: MemoryDisplay
    let app: App
    private let clock: Clock
    /// How many of the pictures that may come next are drawn before each key: some, or a thousand tests would take long.
    var picturesAhead = 2

    /// Time as the test lets it pass, for the app's timers and for ``Services/now`` alike.
    final class Clock: Sendable {
        private let start: Instant
        private let passed = Mutex(Duration.zero)

        init(_ start: Instant) { self.start = start }

        var elapsed: Duration { passed.withLock { $0 } }
        var now: Instant { start + Int(elapsed.components.seconds) }
        func advance(_ time: Duration) { passed.withLock { $0 += time } }
    }

    init(
        at screen: any Screen = Lookup(), _ office: Office = Office(), width: Int = 80, height: Int = 24,
        depth: ColourDepth = .trueColour, isASCII: Bool = false, worker: ((Services) -> any EffectWorker)? = nil
    ) throws {
        let clock = Clock(office.now)
        let services = try office.services { clock.now }
        let display = MemoryDisplay(width: width, height: height, depth: depth, isASCII: isASCII)
        self.clock = clock
        self.display = display
        app = App(
            display: display, services: services, theme: .plain, root: screen,
            worker: worker?(services) ?? InlineWorker(services: services), monotonic: { clock.elapsed })
        settle()
    }

    // MARK: Doing

    func type(_ text: String) {
        for character in text { send(.key(character == "\n" ? .enter : .character(character))) }
    }

    func press(_ keys: Key...) { press(keys) }

    func press(_ keys: [Key]) {
        for key in keys { send(.key(key)) }
    }

    func press(_ key: Key, times: Int) {
        for _ in 0..<times { send(.key(key)) }
    }

    func paste(_ text: String) { send(.paste(text)) }

    /// Presses the mouse on the first place that shows `text`.
    func click(on text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        guard let position = place(of: text) else {
            Issue.record("Nothing shows '\(text)':\n\(testDescription)", sourceLocation: sourceLocation)
            return
        }
        send(.mouse(Mouse(.press, at: position)))
    }

    func resize(_ width: Int, _ height: Int) {
        display.enqueue(.resized(Size(width: width, height: height)))
        if let event = display.nextEvent(timeout: nil) { send(event) }
    }

    /// Lets time pass, timer by timer as far as a tenth of a second tells them apart.
    func waits(_ time: Duration) {
        let step = max(Duration.milliseconds(10), time / 100)
        var left = time
        while left > .zero {
            clock.advance(min(step, left))
            left -= step
            settle()
        }
    }

    func send(_ event: InputEvent) {
        app.take(event)
        settle()
    }

    /// An answer may ask for more; no chain of them is longer than this. Then nobody types for a moment.
    func settle() {
        for _ in 0..<8 { app.settle() }
        app.refresh()
        for _ in 0..<picturesAhead { guard app.drawAhead() else { break } }
    }

    // MARK: Seeing

    /// The rows of the screen.
    var screen: [String] { display.lines }

    /// Whether `text` stands on the screen, across the end of a line too.
    func sees(_ text: String) -> Bool { screen.contains { $0.contains(text) } || flowing.contains(text) }

    func doesNotSee(_ text: String) -> Bool { !sees(text) }

    /// The screen as running text: one space between words, marks of frames and banners left out.
    private var flowing: String {
        let marks = Set("!+|│┃█▲▼")
        let words = screen.flatMap { $0.split(separator: " ") }
        return words.filter { $0 != "i" && !$0.allSatisfy(marks.contains) }.joined(separator: " ")
    }

    /// The first row that holds `text`; empty when there is none.
    func row(with text: String) -> String { screen.first { $0.contains(text) } ?? "" }

    /// The row below the first that holds `text`.
    func row(after text: String) -> String {
        screen.firstIndex { $0.contains(text) }.map { screen.dropFirst($0 + 1).first ?? "" } ?? ""
    }

    var testDescription: String {
        let rule = String(repeating: "=", count: display.size.width)
        return "\n\(rule)\n\(screen.joined(separator: "\n"))\n\(rule)\n"
    }

    private func place(of text: String) -> Position? {
        for row in 0..<display.size.height {
            var line = ""
            var columns: [Int] = []
            for column in 0..<display.size.width {
                for character in display.frame.text(at: Position(column: column, row: row)) {
                    line.append(character)
                    columns.append(column)
                }
            }
            if let found = line.firstRange(of: text) {
                let index = line.distance(from: line.startIndex, to: found.lowerBound)
                return Position(column: columns[index], row: row)
            }
        }
        return nil
    }
}
