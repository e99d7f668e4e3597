import Casework
import Terminal
import Testing

@testable import Screens

/// Somebody who hears the screens and answers in lines.
final class LinearListener: CustomTestStringConvertible {
    let console: MemoryConsole
    let face: LinearFace
    private let clock: Operator.Clock

    init(_ office: Office = Office(), isTerminal: Bool = true) throws {
        console = MemoryConsole(isTerminal: isTerminal)
        let clock = Operator.Clock(office.now)
        let services = try office.services { clock.now }
        self.clock = clock
        face = LinearFace(
            console: console, services: services, root: Lookup(), worker: InlineWorker(services: services),
            monotonic: { clock.elapsed })
        face.settle()
    }

    /// Gives each line, and forgets what was said before the last one.
    func answers(_ lines: String...) {
        for line in lines {
            console.forget()
            face.answer(line)
            face.settle()
        }
    }

    /// Presses a key that acts without Enter, after what was typed; nil for one that is not known.
    func presses(_ key: Key?, after typed: String = "") {
        console.forget()
        face.press(key, after: typed)
        face.settle()
    }

    /// Presses Enter alone, late, after an answer that needed none.
    func pressesEnter(after name: String) {
        console.forget()
        face.enterAgain(after: name)
        face.settle()
    }

    func waits(_ time: Duration) {
        console.forget()
        clock.advance(time)
        face.settle()
    }

    /// What was said since the last answer.
    var heard: [String] { console.said }

    func hears(_ text: String) -> Bool { heard.contains { $0.contains(text) } }

    var testDescription: String { "\n" + heard.joined(separator: "\n") + "\n" }
}
