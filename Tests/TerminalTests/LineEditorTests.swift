import Testing

@testable import Terminal

@Suite("A line typed key by key")
struct LineEditorTests {
    /// What is shown, and the first answer.
    private func typed(_ text: String, digits: Int = 0) -> (echo: String, event: LineEvent?) {
        var editor = LineEditor(digits: digits)
        var echo = ""
        for byte in text.utf8 {
            let taken = editor.take(byte)
            echo += taken.echo
            if taken.event != nil { return (echo, taken.event) }
        }
        return (echo, nil)
    }

    @Test("A line is shown as it is typed and answered by Enter")
    func line() {
        #expect(typed("nguyễn\n") == ("nguyễn\n", .line("nguyễn")))
        #expect(typed("\r").event == .line(""))
    }

    @Test("A digit among the choices answers without Enter; another, or one within a line, does not")
    func digits() {
        #expect(typed("2", digits: 3) == ("2\n", .line("2")))
        #expect(typed("4", digits: 3).event == nil)
        #expect(typed("0", digits: 3).event == nil)
        #expect(typed("n2", digits: 3).event == nil)
        #expect(typed("2").event == nil)
    }

    @Test("Backspace takes back a whole character, Ctrl-U the line, and neither goes past its beginning")
    func erasing() {
        #expect(typed("né\u{7f}\n") == ("né\u{8} \u{8}\n", .line("n")))
        #expect(typed("\u{7f}a\n").event == .line("a"))
        #expect(typed("abc\u{15}d\n").event == .line("d"))
    }

    @Test("An arrow key leaves nothing in the line, which goes on; control characters are not text")
    func sequences() {
        for sequence in ["\u{1b}[A", "\u{1b}OA", "\u{1b}[1;5A"] {
            var editor = LineEditor()
            _ = editor.take(UInt8(ascii: "a"))
            let taken = sequence.utf8.map { editor.take($0) }.last
            #expect(taken?.event == .key(.up, typed: ""))
            #expect(taken?.keepsLine == true)
            #expect(editor.text == "a")
        }
        #expect(typed("\u{1b}[99~").event == .key(nil, typed: ""), "an unknown key is told of")
        #expect(typed("a\u{1}b\n").event == .line("ab"))
    }

    @Test(
        "Each form of a function key is that key, and what was typed goes with it",
        arguments: [
            ("\u{1b}OP", 1), ("\u{1b}[11~", 1), ("\u{1b}[[A", 1), ("\u{1b}OQ", 2), ("\u{1b}[15~", 5), ("\u{1b}[17~", 6),
            ("\u{1b}[19~", 8), ("\u{1b}[20~", 9), ("\u{1b}[24~", 12),
        ])
    func functionKeys(sequence: String, number: Int) {
        #expect(typed("half" + sequence).event == .key(.function(number), typed: "half"))
    }

    @Test("Esc by itself is a key; what follows it belongs to the next line, and no letter of it is lost")
    func escape() {
        var editor = LineEditor()
        _ = editor.take(27)
        #expect(editor.isEscaping)
        #expect(editor.pause().event == .key(.escape, typed: ""))
        #expect(!editor.isEscaping)
        _ = editor.take(27)
        let taken = editor.take(UInt8(ascii: "\n"))
        #expect(taken.event == .key(.escape, typed: ""))
        #expect(taken.left == UInt8(ascii: "\n"))
        var later = LineEditor()
        #expect("O'Brien\n".utf8.map { later.take($0) }.last?.event == .line("O'Brien"))
    }

    @Test("Ctrl-D ends the input on an empty line alone")
    func end() {
        #expect(typed("\u{4}").event == .ended)
        #expect(typed("a\u{4}\n").event == .line("a"))
    }
}
