import Terminal
import Testing

@testable import Widgets

@Suite("Typing")
struct TextBufferTests {
    private func typed(_ keys: [Key], into text: String = "", wrapWidth: Int = 80) -> TextBuffer {
        var buffer = TextBuffer(text)
        for key in keys {
            let isKnown = buffer.handle(key, wrapWidth: wrapWidth)
            #expect(isKnown)
        }
        return buffer
    }

    private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

    @Test("What is typed stands at the caret")
    func insertion() {
        #expect(typed(keys("Ad") + [.left] + keys("x")).text == "Axd")
        #expect(typed([.home] + keys("x"), into: "abc").text == "xabc")
        #expect(typed([.backspace, .left, .delete], into: "abc").text == "a")
        #expect(typed([.wordLeft] + keys("x"), into: "one two").text == "one xtwo")
        #expect(typed([.control("w")], into: "one two").text == "one ")
        #expect(typed([.enter] + keys("b"), into: "a").text == "a\nb")
    }

    @Test("A mark typed after its letter joins it, and one Backspace takes both")
    func combining() {
        var buffer = typed(keys("e") + [.character("\u{301}")])
        #expect(buffer.text == "e\u{301}")
        #expect(buffer.caret == 1)
        buffer.delete(.left)
        #expect(buffer.isEmpty)
        buffer.undo()
        buffer.undo()
        #expect(buffer.text == "e")
    }

    @Test("Words are undone one by one, a paste as one, and all can be done again")
    func undo() {
        var buffer = typed(keys("one two"))
        buffer.insert("pasted text")
        let isUndone = buffer.handle(.control("z"))
        #expect(isUndone)
        #expect(buffer.text == "one two")
        buffer.undo()
        #expect(buffer.text == "one")
        buffer.undo()
        #expect(buffer.text == "")
        #expect(!buffer.canUndo)
        for _ in 0..<5 { buffer.redo() }
        #expect(buffer.text == "one twopasted text")
        buffer.undo()
        buffer.insert("x")
        #expect(!buffer.canRedo)
    }

    @Test("Characters deleted one after another come back word by word, whichever way they went")
    func undoOfDeleting() {
        var buffer = typed(Array(repeating: .backspace, count: 6), into: "one two three")
        #expect(buffer.text == "one two")
        buffer.undo()
        #expect(buffer.text == "one two ")
        buffer.undo()
        #expect(buffer.text == "one two three")
        #expect(!buffer.canUndo)
        buffer.redo()
        #expect(buffer.text == "one two ")

        var forward = typed([.home, .delete, .delete, .delete], into: "one two")
        #expect(forward.text == " two")
        forward.undo()
        #expect(forward.text == "one two")
        #expect(forward.caret == 3)

        var mixed = typed([.backspace] + keys("x") + [.backspace, .left, .backspace], into: "abc")
        #expect(mixed.text == "b")
        for before in ["ab", "abx", "ab", "abc"] {
            mixed.undo()
            #expect(mixed.text == before)
        }
    }

    @Test("A text edited all day keeps its last steps only, a field of one line fewer", arguments: [true, false])
    func boundedHistory(isText: Bool) {
        var buffer = TextBuffer("", allowsNewlines: isText)
        let most = isText ? 500 : 50
        for _ in 0..<2 * most {
            for key in keys("lam") { _ = buffer.handle(key) }
            for _ in 0..<3 { _ = buffer.handle(.backspace) }
        }
        var steps = 0
        while buffer.canUndo, steps <= 2 * most {
            buffer.undo()
            steps += 1
        }
        #expect(steps == most)
    }

    @Test("Nothing pasted is lost, and its line ends become line ends")
    func paste() {
        var buffer = TextBuffer()
        buffer.insert("a\r\nb\rc\u{2028}d\te")
        #expect(buffer.text == "a\nb\nc\nd    e")
        var field = TextBuffer(allowsNewlines: false)
        field.insert("a\nb")
        #expect(field.text == "a b")
        let takesEnter = field.handle(.enter)
        #expect(!takesEnter)
    }

    @Test("Up and down go by lines as wrapped and keep to their column")
    func lines() {
        var buffer = TextBuffer("abcd ef\nx\nabcdef")
        buffer.move(.up, wrapWidth: 80)
        #expect(buffer.caret == 9)
        buffer.move(.up, wrapWidth: 80)
        #expect(buffer.caret == 6)
        buffer.move(.up, wrapWidth: 80)
        #expect(buffer.caret == 0)
        var wrapped = TextBuffer("aaa bbb ccc")
        wrapped.move(.start)
        wrapped.move(.down, wrapWidth: 4)
        #expect(wrapped.caret == 4)
        wrapped.move(.lineEnd, wrapWidth: 4)
        #expect(wrapped.place(wrapWidth: 4).line == 1)
        wrapped.move(.down, wrapWidth: 4)
        #expect(wrapped.caret == 11)
    }

    @Test("The caret keeps within the text, whatever keys come")
    func anyKeys() {
        let all: [Key] = [
            .left, .right, .wordLeft, .wordRight, .up, .down, .home, .end, .backspace, .delete, .control("z"),
            .control("y"), .control("k"), .control("u"), .enter, .character("王"), .character("\u{301}"),
            .character(" "),
        ]
        var seed: UInt64 = 7
        var buffer = TextBuffer("José 王小明\nand more words")
        for _ in 0..<3000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            _ = buffer.handle(all[Int(seed >> 33) % all.count], wrapWidth: Int(seed >> 40) % 9)
            #expect((0...buffer.characters.count).contains(buffer.caret))
            #expect(Array(buffer.text) == buffer.characters)
        }
    }

    @Test("A field shows its end while typing, and its name above it where there is little room")
    func field() {
        #expect(drawn(TextField("Customer", text: "ada"), 36, 1) == ["Customer [ada                      ]"])
        #expect(drawn(TextField("Customer", text: "abcdefghij"), 8, 2) == ["Customer", "[fghij ]"])
        let frame = Frame(size: Size(width: 8, height: 2), theme: .plain, showing: TextField("Customer", text: "王小明大"))
        #expect(frame.cursor?.row == 1)
        #expect((1..<7).contains(frame.cursor?.column ?? 0))
    }

    @Test("The caret's line is in sight in a long text")
    func area() {
        var buffer = TextBuffer((0..<50).map { "line \($0)" }.joined(separator: "\n"))
        #expect(drawn(TextArea(buffer), 20, 5).last?.hasPrefix("line 49") == true)
        buffer.move(.start)
        #expect(drawn(TextArea(buffer), 20, 5).first?.hasPrefix("line 0") == true)
    }

    @Test("A press in the text sets the caret there")
    func press() throws {
        var buffer = TextBuffer("aaa bbb ccc")
        let frame = Frame(size: Size(width: 5, height: 3), theme: .plain, showing: TextArea(buffer, id: "note"))
        let hit = try #require(frame.hit(at: Position(column: 2, row: 1)))
        #expect(hit.target == .item(4, in: "note"))
        buffer.placeCaret(inLineAt: 4, column: hit.offset.column, wrapWidth: TextArea.wrapWidth(forWidth: 5))
        #expect(buffer.caret == 6)
    }
}
