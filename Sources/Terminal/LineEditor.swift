/// A line being typed byte by byte, on a terminal that does no editing of its own.
struct LineEditor {
    /// A digit from 1 to this one, typed first, is a whole line.
    var digits = 0
    private var bytes: [UInt8] = []
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
        /// Whether the line is a digit that nobody ended.
        var isDigit = false
    }

    var isEmpty: Bool { bytes.isEmpty && escape == nil }

    mutating func take(_ byte: UInt8) -> Taken {
        if escape != nil { return swallow(byte) }
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
            return Taken(echo: digit + "\n", event: .line(digit), isDigit: true)
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

    /// An arrow or function key has no meaning in a line; its bytes are not text either.
    private mutating func swallow(_ byte: UInt8) -> Taken {
        let isSequence = escape?.first == UInt8(ascii: "[") || escape?.first == UInt8(ascii: "O")
        if escape == [], byte != UInt8(ascii: "["), byte != UInt8(ascii: "O") {
            escape = nil
            return take(byte)
        }
        if isSequence, (0x40...0x7e).contains(byte) { escape = nil } else { escape?.append(byte) }
        return Taken()
    }
}
