/// What fills one cell or two: a base and at most four combining marks.
///
/// Only ``TerminalText/forEachGlyph(in:_:)`` makes one, so whatever holds a glyph holds safe text.
struct Glyph {
    let base: Unicode.Scalar
    let marks: [Unicode.Scalar]
    let width: Int

    fileprivate init(_ base: Unicode.Scalar, marks: [Unicode.Scalar] = [], width: Int = 1) {
        self.base = base
        self.marks = marks
        self.width = width
    }

    static let mostMarks = 4

    func append(to text: inout String) {
        text.unicodeScalars.append(base)
        text.unicodeScalars.append(contentsOf: marks)
    }
}

extension TerminalText {
    /// Hands over the safe glyphs of `text` in order. This is the one way from text to cells.
    static func forEachGlyph(in text: String, _ body: (Glyph) -> Void) {
        var base: Unicode.Scalar?
        var width = 1
        var marks: [Unicode.Scalar] = []
        var overflowed = false

        func flush() {
            guard let scalar = base else { return }
            body(Glyph(scalar, marks: marks, width: width))
            if overflowed { say("<+>", body) }
            base = nil
            marks = []
            overflowed = false
        }
        for scalar in text.unicodeScalars {
            switch ScalarKind(scalar) {
            case .base(let columns):
                flush()
                base = scalar
                width = columns
            case .combining where base != nil:
                if marks.count < Glyph.mostMarks { marks.append(scalar) } else { overflowed = true }
            case .combining, .forbidden:
                flush()
                say(name(of: scalar), body)
            }
        }
        flush()
    }

    private static func say(_ mark: String, _ body: (Glyph) -> Void) {
        for scalar in mark.unicodeScalars { body(Glyph(scalar)) }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0..<32: return "<\(controlNames[Int(scalar.value)])>"
        case 127: return "<DEL>"
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
        }
    }

    private static let controlNames = [
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
        "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
    ]
}
