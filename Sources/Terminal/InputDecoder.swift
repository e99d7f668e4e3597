/// Makes events of what ncurses reads: scalars, keys it knows, the markers of a paste.
struct InputDecoder {
    /// One thing read.
    enum Piece: Equatable {
        case scalar(Unicode.Scalar)
        case event(InputEvent)
        case pasteStart, pasteEnd
        /// Something with no meaning here.
        case unknown
    }

    /// A paste whose end got lost is over when nothing more comes for this long.
    static let pasteLimit = Duration.milliseconds(500)
    /// More than this is cut off: nobody pastes a megabyte into a note on purpose.
    static let longestPaste = 1 << 20

    private var ahead: [Piece] = []

    /// The next event, or nil when nothing is there. `read` never waits; `wait` sleeps until there may be more to read
    /// and is false when the time is over or the terminal is gone.
    mutating func next(read: () -> Piece?, wait: (Duration) -> Bool) -> InputEvent? {
        while let piece = ahead.isEmpty ? read() : ahead.removeFirst() {
            switch piece {
            case .event(let event): return event
            case .pasteStart: return paste(read: read, wait: wait)
            case .pasteEnd, .unknown: continue
            case .scalar("\u{1b}"):
                if isSequence(read: read) { continue }
                return .key(.escape)
            case .scalar(let scalar):
                if let key = Self.key(for: scalar) { return .key(key) }
            }
        }
        return nil
    }

    /// The key that sends `scalar`; nil for control characters that stand for none.
    static func key(for scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 9: return .tab
        case 10, 13: return .enter
        case 8, 127: return .backspace
        case 27: return .escape
        case 1...26: return .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0..<32, 128..<160: return nil
        default: return .character(Character(scalar))
        }
    }

    /// Whether an unknown function key's bytes follow the Esc just read; they are swallowed then, since each of them
    /// taken by itself would type rubbish.
    private mutating func isSequence(read: () -> Piece?) -> Bool {
        guard let first = read() else { return false }
        guard first == .scalar("[") || first == .scalar("O"), let second = read() else {
            ahead.append(first)
            return false
        }
        var last: Piece? = second
        while first == .scalar("["), case .scalar(let scalar) = last, (0x20..<0x40).contains(scalar.value) {
            last = read()
        }
        return true
    }

    private mutating func paste(read: () -> Piece?, wait: (Duration) -> Bool) -> InputEvent {
        var text = ""
        var isCut = false
        while true {
            guard let piece = read() else {
                if wait(Self.pasteLimit) { continue }
                return .paste(text, isCut: isCut)
            }
            switch piece {
            case .pasteEnd: return .paste(text, isCut: isCut)
            case .event(.key(.enter)): text.append("\n")
            case .scalar where text.utf8.count >= Self.longestPaste: isCut = true
            case .scalar(let scalar): text.unicodeScalars.append(scalar)
            default: continue
            }
        }
    }
}
