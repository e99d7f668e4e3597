import Foundation
import Screens
import Terminal
import TestSupport

/// The same without sense, in lines: answers with any number, word, key or text, and hears what is said.
final class LineRobot: LineConsole, Senseless {
    let isTerminal: Bool
    let clock = Robot.Clock()
    private(set) var finding: String?
    private(set) var shown = 0
    private var linesLeft: Int
    private var random: SeededNumbers
    private var title = ""
    /// The mark of the person whose strip was said below the title.
    private var mark: Substring?
    private var isBelowTitle = false
    /// What was offered last.
    private var offers: [String] = []
    private var saidAtOnce = 0

    init(seed: UInt64, lines: Int) {
        random = SeededNumbers(seed: seed)
        isTerminal = !random.once(in: 3)
        linesLeft = lines
    }

    var isTired: Bool { linesLeft <= 0 }

    func sit(with services: Services) {
        title = ""
        LinearFace(repeatable: self, services: services, root: Lookup(), monotonic: { self.clock.elapsed }).run()
    }

    // MARK: Hearing

    func say(_ line: String) {
        shown += 1
        saidAtOnce += 1
        if saidAtOnce > Self.most || line.utf8.count > Self.longest {
            finding = "'\(title)' says \(saidAtOnce) lines at once, the last of \(line.utf8.count) bytes"
        }
        if line.hasPrefix(Self.head) {
            title = String(line.dropFirst(Self.head.count))
            (mark, isBelowTitle) = (nil, true)
        } else if isBelowTitle {
            isBelowTitle = false
            if line.contains(", born ") { mark = Office.marks(in: line).first }
            if isAtNote, mark == nil { finding = "a note is open and nothing tells whose it is: \(line.prefix(200))" }
        }
        if line.hasPrefix("Keys: ") {
            let words = line.dropFirst(6).split(whereSeparator: { $0 == ";" || $0 == "," }).compactMap {
                $0.split(separator: ":").first.map { String($0.drop { $0 == " " }) }
            }
            offers = Array((words + offers).prefix(40))
        }
    }

    func prompt(_ text: String) {}

    private var isAtNote: Bool { title.hasPrefix("Note: ") }

    private static let head = "PRACTICE  MSP Desk: "
    /// More than any screen has.
    private static let most = 5_000
    private static let longest = 200_000

    // MARK: Answering

    func next(timeout: Duration?, digits: Int) -> LineEvent? {
        guard finding == nil, linesLeft > 0 else { return .ended }
        let pause = Duration.milliseconds(random.once(in: 20) ? 70_000 : random.below(3_000))
        if let timeout, timeout < pause {
            clock.advance(timeout)
            return nil
        }
        clock.advance(pause)
        linesLeft -= 1
        saidAtOnce = 0
        return random.once(in: 2_000) ? .ended : .line(line())
    }

    private func line() -> String {
        switch random.below(100) {
        // What is typed into a note says whose note it was when it was typed.
        case 0...29 where isAtNote: "\(mark ?? "") \(random.one(of: Self.words))"
        case 0...14: ""
        case 15...39: "\(1 + random.below(random.once(in: 5) ? 300 : 9))"
        case 40...69 where !offers.isEmpty: (random.once(in: 4) ? "." : "") + random.one(of: offers)
        case 40...74: (random.once(in: 3) ? "." : "") + random.one(of: Self.answers)
        case 75...79: random.one(of: Key.named).name
        case 80...82: random.one(of: Office.hostile) + random.one(of: Self.words)
        case 83...85: random.once(in: 2) ? String(mark ?? "") : random.one(of: Self.words)
        case 86: String(repeating: random.one(of: Self.words), count: random.below(300))
        case 87...94: random.one(of: Self.words)
        default: String(random.one(of: Self.letters))
        }
    }

    private static let answers = [
        "back", "help", "commands", "emergency", "again", "settings", "theme", "mouse", "blank", "suspend", "quit",
        "save", "y", "n", "g", "d", "a", "o", "r", "k", "6", "write the note", "guide the visit", "i have read this",
        ".", "..", "...", "0", "-1", "99999999999999999999",
    ]
    private static let words = [
        "applegarth", "vukcevic", "luong", "smith", "a", "12 march 1958", "2150", Office.strayMark, "shouted", "é漢",
    ]
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789?:!/-.é漢 \t")
}
