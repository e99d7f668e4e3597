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

    @Test("Arrow and function keys leave nothing in the line; control characters are not text")
    func sequences() {
        #expect(typed("a\u{1b}[Ab\u{1b}OPc\u{1b}[15~d\u{1}\n").event == .line("abcd"))
        #expect(typed("\u{1b}\n").event == .line(""))
    }

    @Test("Ctrl-D ends the input on an empty line alone")
    func end() {
        #expect(typed("\u{4}").event == .ended)
        #expect(typed("a\u{4}\n").event == .line("a"))
    }
}
