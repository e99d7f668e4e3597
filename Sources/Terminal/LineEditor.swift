/// A line being typed byte by byte, on a terminal that does no editing of its own.
struct LineEditor {
    /// A digit from 1 to this one, typed first, is a whole line.
    var digits = 0
    private var bytes: [UInt8] = []
    /// What came since an Esc of which it is not known yet whether it begins a key's sequence.
    private var escape: [UInt8]?

    init(digits: Int = 0) {
        self.digits = digits
    }

    /// What was typed so far.
    var text: String { Self.text(bytes) }

    struct Taken: Equatable {
        /// What the terminal is to show of it.
        var echo = ""
        var event: LineEvent?
        /// What answered without an Enter, as a person calls it.
        var atOnce: String?
        /// A byte that belongs to what is typed next.
        var left: UInt8?
        /// Whether the line goes on where it was.
        var keepsLine = false
    }

    /// Whether it waits for the rest of a key's sequence, which comes at once or not at all.
    var isEscaping: Bool { escape != nil }

    var isEmpty: Bool { bytes.isEmpty && escape == nil }

    mutating func take(_ byte: UInt8) -> Taken {
        if let escape { return take(byte, after: escape) }
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return Taken(echo: "\n", event: .line(Self.text(bytes)))
        case 4: return bytes.isEmpty ? Taken(event: .ended) : Taken()
        case 8, 127: return erase(1)
        case 21: return erase(.max)
        case 27:
            escape = []
            return Taken()
        case UInt8(ascii: "\t"): return add(UInt8(ascii: " "))
        case 0..<32: return Taken()
        case UInt8(ascii: "1")...UInt8(ascii: "9") where bytes.isEmpty && Int(byte) - 48 <= digits:
            let digit = String(byte - 48)
            return Taken(echo: digit + "\n", event: .line(digit), atOnce: digit)
        default: return add(byte)
        }
    }

    /// A line's text without the carriage return that some ends have.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        var bytes = Array(bytes)
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Shows a character once all of its bytes are there.
    private mutating func add(_ byte: UInt8) -> Taken {
        bytes.append(byte)
        let start = bytes.lastIndex { $0 & 0xc0 != 0x80 } ?? 0
        guard let text = String(validating: bytes[start...], as: UTF8.self) else { return Taken() }
        return Taken(echo: TerminalText.visible(text))
    }

    private mutating func erase(_ count: Int) -> Taken {
        var echo = ""
        var text = Self.text(bytes)
        for _ in 0..<min(count, text.count) {
            let width = TerminalText.width(of: text.removeLast())
            echo += String(repeating: "\u{8} \u{8}", count: width)
        }
        bytes = Array(text.utf8)
        return Taken(echo: echo)
    }

    /// Nothing followed an Esc: it was pressed by itself.
    mutating func pause() -> Taken {
        guard let bytes = escape else { return Taken() }
        escape = nil
        return press(bytes.isEmpty ? .escape : nil)
    }

    private mutating func take(_ byte: UInt8, after bytes: [UInt8]) -> Taken {
        if bytes.isEmpty, byte != UInt8(ascii: "["), byte != UInt8(ascii: "O") {
            var taken = pause()
            taken.left = byte
            return taken
        }
        guard KeySequence.isUnfinished(bytes + [byte]) else {
            escape = nil
            return press(KeySequence.key(bytes + [byte]))
        }
        escape = bytes + [byte]
        return Taken()
    }

    /// Esc and the function keys act at once, and what was typed goes with them; the others have no meaning in a line.
    private mutating func press(_ key: Key?) -> Taken {
        switch key {
        case .escape, .function:
            Taken(echo: "\n", event: .key(key, typed: Self.text(bytes)), atOnce: key?.name)
        default: Taken(echo: "\n", event: .key(key, typed: ""), keepsLine: true)
        }
    }
}
