import Foundation
import Screens
import Synchronization
import Terminal
import TestSupport

/// Somebody at the screens who has no sense.
protocol Senseless: AnyObject {
    var clock: Robot.Clock { get }
    /// What must not be; nil so far.
    var finding: String? { get }
    var isTired: Bool { get }
    /// How many pictures or lines it was shown.
    var shown: Int { get }
    /// Works until it has left, is tired, or has found something.
    func sit(with services: Services)
}

/// A person without sense: presses any key, changes the size of the window, pastes rubbish, and looks at each picture.
final class Robot: Display, Senseless {
    private(set) var size: Size
    let depth = ColourDepth.trueColour
    let isASCII = false
    let waker = Waker {}
    let clock: Clock
    private(set) var finding: String?
    private(set) var shown = 0
    private var keysLeft: Int
    private var random: SeededNumbers
    private var top = ""
    private var mark: Substring?

    /// Time that passes with the keys.
    final class Clock: Sendable {
        private let passed = Mutex(Duration.zero)
        var elapsed: Duration { passed.withLock { $0 } }
        func advance(_ time: Duration) { passed.withLock { $0 += time } }
    }

    init(seed: UInt64, keys: Int) {
        random = SeededNumbers(seed: seed)
        keysLeft = keys
        clock = Clock()
        size = Size(width: 80, height: 24)
    }

    var isTired: Bool { keysLeft <= 0 }

    func sit(with services: Services) {
        App(repeatable: self, services: services, theme: .plain, root: Lookup(), monotonic: { self.clock.elapsed })
            .run()
    }

    func useMouse(_ isOn: Bool) {}
    func suspend() {}
    func close() {}

    func show(_ frame: Frame) {
        shown += 1
        guard frame.size == size else { return finding = "a picture of \(frame.size) for a window of \(size)" }
        // The strip of a small window has two rows and the title one.
        let head = (0..<min(4, size.height)).map { row in
            (0..<size.width).map { frame.text(at: Position(column: $0, row: row)) }.joined()
        }
        top = head.first ?? ""
        mark = head.dropFirst().lazy.flatMap { Office.marks(in: $0) }.first
        if isAtNote, mark == nil, size.width >= 40, size.height >= 12 {
            finding = "a note is open and nothing tells whose it is:\n\(frame.lines.joined(separator: "\n"))"
        }
        // Every picture would take most of the time of the soak.
        if random.once(in: 5) { look(at: frame) }
    }

    private var isAtNote: Bool { top.contains("Note: ") }

    private func look(at frame: Frame) {
        for row in 0..<size.height {
            var column = 0
            while column < size.width {
                let text = frame.text(at: Position(column: column, row: row))
                guard let width = Self.width(of: text), column + width <= size.width else {
                    let codes = text.unicodeScalars.map { String($0.value, radix: 16) }
                    finding = "column \(column) of row \(row) holds \(codes) on '\(top)'"
                    return
                }
                column += width
            }
        }
    }

    /// Nil for what no cell may hold.
    private static func width(of text: String) -> Int? {
        if text.utf8.count == 1 { return text.utf8.allSatisfy { (32..<127).contains($0) } ? 1 : nil }
        guard let base = text.unicodeScalars.first, text.unicodeScalars.count <= 5 else { return nil }
        let isSafe = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            default: !scalar.properties.isVariationSelector
            }
        }
        return isSafe && base.properties.generalCategory != .nonspacingMark ? TerminalText.width(of: text) : nil
    }

    func nextEvent(timeout: Duration?) -> InputEvent? {
        guard finding == nil, keysLeft > 0 else { return .ended }
        // Most keys come before anything can be found or drawn ahead of them, as when somebody types fast.
        let isHasty = random.below(4) > 0
        let pause = Duration.milliseconds(random.once(in: 50) ? 5_000 : isHasty ? 0 : random.below(300))
        if let timeout, timeout < pause {
            clock.advance(timeout)
            return nil
        }
        clock.advance(pause)
        keysLeft -= 1
        return event()
    }

    private func event() -> InputEvent {
        switch random.below(100) {
        case 0:
            size =
                random.once(in: 6)
                ? Size(width: 1 + random.below(40), height: 1 + random.below(12))
                : Size(width: 40 + random.below(180), height: 12 + random.below(60))
            return .resized(size)
        case 1: return .paste(random.one(of: Office.hostile) + random.one(of: Self.words))
        case 2...4:
            let place = Position(column: random.below(size.width), row: random.below(size.height))
            return .mouse(Mouse(random.one(of: [.press, .press, .release, .scrollUp, .scrollDown]), at: place))
        case 5...30: return .key(random.one(of: Self.common))
        case 31...36: return .key(random.one(of: Self.rare))
        // What is typed into a note says whose note it was when it was typed.
        case 37...60 where isAtNote: return .paste("\(mark ?? "") ")
        case 61...64: return .paste(random.once(in: 2) ? String(mark ?? "") : random.one(of: Self.words))
        default: return .key(.character(random.one(of: Self.letters)))
        }
    }

    private static let common: [Key] = [
        .enter, .enter, .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .backspace,
    ]
    private static let rare: [Key] = [
        .home, .end, .pageUp, .pageDown, .delete, .insert, .wordLeft, .wordRight, .function(1), .function(2),
        .function(8), .function(9), .function(10), .function(12), .control("p"), .control("s"), .control("b"),
        .control("d"),
        .control("z"), .control("y"), .control("u"), .control("q"), .control("c"), .control("w"), .control("k"),
    ]
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789 123456789vnkwdor?:!/-é漢")
    private static let words = [
        "applegarth", "vukcevic", "luong", "smith", "a", "12 march 1958", "2150", Office.strayMark, "\n",
    ]
}
