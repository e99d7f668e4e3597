import CNcurses
import Foundation
import Testing

@testable import Terminal

@Suite("Text from the register is safe on a terminal")
struct TerminalTextTests {
    @Test(
        "What a terminal would obey, hide or reorder is shown as a mark",
        arguments: [
            ("\u{1b}[2J", "<ESC>[2J"), ("a\u{7}b", "a<BEL>b"), ("\u{7f}", "<DEL>"), ("\u{9b}31m", "<U+009B>31m"),
            ("abc\u{202e}def", "abc<U+202E>def"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"),
            ("a\u{200b}b", "a<U+200B>b"), ("a\u{200d}b", "a<U+200D>b"), ("a\u{2028}b", "a<U+2028>b"),
            ("\u{e000}", "<U+E000>"), ("\u{378}", "<U+0378>"), ("\u{1f44d}", "<U+1F44D>"),
            ("\u{2764}\u{fe0f}", "\u{2764}<U+FE0F>"),
            ("a\tb\nc\r\nd", "a<TAB>b<LF>c<CR><LF>d"), ("\u{ad}", "<U+00AD>"), ("\u{feff}x", "<U+FEFF>x"),
            ("\u{3164}", "<U+3164>"), ("\u{301}x", "<U+0301>x"),
        ])
    func hostile(text: String, shown: String) {
        #expect(TerminalText.visible(text) == shown)
        #expect(TerminalText.visible(shown) == shown)
    }

    @Test(
        "Names of every origin stay as they are",
        arguments: ["Ada Byron", "José Ñíguez", "Nguyễn Thị Minh", "王小明", "김민수", "Ζωή", "Дмитро", "नमस्ते", "e\u{301}"])
    func names(text: String) {
        #expect(TerminalText.visible(text) == text)
    }

    @Test("At most four marks stand on a letter, and the rest is shown to be missing")
    func manyMarks() {
        let shown = TerminalText.visible("e" + String(repeating: "\u{301}", count: 30) + "x")
        #expect(shown == "e" + String(repeating: "\u{301}", count: 4) + "<+>x")
    }

    @Test(
        "Widths are counted in columns",
        arguments: [("", 0), ("abc", 3), ("王小", 4), ("e\u{301}", 1), ("김", 2), ("ｆｕ", 4), ("\u{1b}", 5), ("─", 1)])
    func widths(text: String, columns: Int) {
        #expect(TerminalText.width(of: text) == columns)
    }

    @Test("Text is cut between characters, with a mark, and never beyond its room")
    func fitting() {
        #expect(TerminalText.fitted("Parramatta", to: 10) == "Parramatta")
        #expect(TerminalText.fitted("Parramatta", to: 5) == "Parr~")
        #expect(TerminalText.fitted("王小明", to: 4) == "王~")
        #expect(TerminalText.fitted("王小明", to: 1) == "~")
        #expect(TerminalText.fitted("abc", to: 0) == "")
        #expect(TerminalText.padded("王", to: 4) == "王  ")
    }

    @Test("No control byte is left in any text made of single scalars")
    func everyScalar() {
        for value in UInt32(0)...0x3_ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = TerminalText.visible(String(Character(scalar)))
            let isSafe = shown.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
            #expect(isSafe, "U+\(String(value, radix: 16))")
        }
    }

    @Test("Our widths are those of the C library, wherever it knows the character")
    func agreesWithLibrary() {
        guard setlocale(LC_CTYPE, "C.UTF-8") != nil else { return }
        var differing: [String] = []
        for value in UInt32(0x20)...0x3_ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let library = Int(desk_width(value))
            let ours: Int
            switch ScalarKind(scalar) {
            case .base(let columns): ours = columns
            case .combining: ours = 0
            case .forbidden: continue
            }
            if library >= 0, library != ours { differing.append("\(String(value, radix: 16)) \(library) \(ours)") }
        }
        // Libraries of other Unicode versions differ on a few; the display shows those as `?`.
        #expect(differing.count < 20, "\(differing)")
    }
}
