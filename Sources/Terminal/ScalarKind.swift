/// What a scalar does on a terminal.
enum ScalarKind: Equatable {
    /// Fills one column or two.
    case base(Int)
    /// Stands on the base before it.
    case combining
    /// Obeyed, invisible, reordering, unknown, or of a width on which terminals disagree.
    case forbidden

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20..<0x7f, 0xa0..<0xad, 0xae..<0x300, 0x2500..<0x25a0: self = .base(1)
        case 0..<0xa0, 0xad: self = .forbidden
        // Vowels and finals of a Hangul syllable, which join its initial.
        case 0x1160..<0x1200, 0xd7b0..<0xd800: self = .combining
        // Circled numbers and hexagrams, whose widths differ, and emoji and game pieces.
        case 0x3248..<0x3250, 0x4dc0..<0x4e00, 0x1f000..<0x20000: self = .forbidden
        default: self = Self.looked(up: scalar)
        }
    }

    private static func looked(up scalar: Unicode.Scalar) -> ScalarKind {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isEmojiPresentation || properties.isVariationSelector {
            return .forbidden
        }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            return .forbidden
        case .nonspacingMark, .enclosingMark:
            return .combining
        default:
            return .base(isWide(scalar.value) ? 2 : 1)
        }
    }

    /// The East Asian wide and full-width ranges of Unicode, without those that hold only emoji.
    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        return wide.contains { $0.contains(value) }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x3247, 0x3250...0x4dbf, 0x4e00...0xa4cf,
        0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6b, 0xff01...0xff60,
        0xffe0...0xffe6, 0x16fe0...0x18d08, 0x1aff0...0x1b2fb, 0x20000...0x2fffd, 0x30000...0x3fffd,
    ]
}
