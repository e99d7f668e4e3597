import Testing

@testable import Terminal

@Suite("Drawing on a canvas")
struct CanvasTests {
    private let style = Style(foreground: Colour(0xffffff))

    @Test("What falls outside is cut off, on every side")
    func clipped() {
        let frame = Frame(size: Size(width: 5, height: 2))
        frame.canvas.write("abcdefgh", column: -2, row: 0, style: style)
        frame.canvas.write("never", row: 2, style: style)
        frame.canvas.write("never", row: -1, style: style)
        frame.canvas.part(column: 1, row: 1, width: 2, height: 1).write("12345", row: 0, style: style)
        #expect(frame.lines == ["cdefg", " 12"])
    }

    @Test("A wide character is never cut in half")
    func wideAtTheEdge() {
        let frame = Frame(size: Size(width: 3, height: 2))
        frame.canvas.write("王小", row: 0, style: style)
        frame.canvas.write("王小", column: -1, row: 1, style: style)
        #expect(frame.lines == ["王", " 小"])
        #expect(frame.text(at: Position(column: 1, row: 0)) == "")
    }

    @Test("Writing over half of a wide character leaves a blank in its other half")
    func brokenWide() {
        let frame = Frame(size: Size(width: 4, height: 2))
        frame.canvas.write("王小", row: 0, style: style)
        frame.canvas.write("x", column: 1, row: 0, style: style)
        frame.canvas.write("王小", row: 1, style: style)
        frame.canvas.write("x", column: 2, row: 1, style: style)
        #expect(frame.lines == [" x小", "王x"])
    }

    @Test("A wide character written over another at an odd place leaves nothing broken")
    func shiftedWide() {
        let frame = Frame(size: Size(width: 4, height: 1))
        frame.canvas.write("王小", row: 0, style: style)
        frame.canvas.write("明", column: 1, row: 0, style: style)
        #expect(frame.lines == [" 明"])
        frame.canvas.write("王小", row: 0, style: style)
        frame.canvas.write("大", row: 0, style: style)
        #expect(frame.lines == ["大小"])
    }

    @Test("Marks stay with their letter")
    func combining() {
        let frame = Frame(size: Size(width: 4, height: 1))
        frame.canvas.write("xe\u{301}y", row: 0, style: style)
        #expect(frame.text(at: Position(column: 1, row: 0)) == "e\u{301}")
        #expect(frame.lines == ["xe\u{301}y"])
    }

    @Test("Nothing unfiltered gets into a cell")
    func filtered() {
        let frame = Frame(size: Size(width: 12, height: 1))
        frame.canvas.write("\u{1b}]0;x\u{7}", row: 0, style: style)
        #expect(frame.lines == ["<ESC>]0;x<BE"])
        frame.canvas.fill(style, with: "\u{1b}")
        #expect(frame.lines == [""])
    }

    @Test("A press finds what was drawn last, and where in it")
    func hits() {
        let frame = Frame(size: Size(width: 10, height: 5))
        let part = frame.canvas.part(column: 2, row: 1, width: 4, height: 2)
        frame.canvas.hit(Rect(width: 10, height: 5), .item(0, in: "under"))
        part.hit(Rect(width: 20, height: 1), .key(.enter))
        #expect(frame.hit(at: Position(column: 3, row: 1))?.target == .key(.enter))
        #expect(frame.hit(at: Position(column: 3, row: 1))?.offset == Position(column: 1, row: 0))
        #expect(frame.hit(at: Position(column: 6, row: 1))?.target == .item(0, in: "under"))
        #expect(frame.hit(at: Position(column: 10, row: 1)) == nil)
    }

    @Test("A caret outside is not shown")
    func cursor() {
        let frame = Frame(size: Size(width: 10, height: 5))
        frame.canvas.part(width: 2, height: 1).placeCursor(column: 2, row: 0)
        #expect(frame.cursor == nil)
        frame.canvas.part(column: 3, row: 1).placeCursor(column: 2, row: 0)
        #expect(frame.cursor == Position(column: 5, row: 1))
    }

    @Test("A frame of no size takes any drawing")
    func nothing() {
        let frame = Frame(size: Size(width: 0, height: 0))
        frame.canvas.write("x", row: 0, style: style)
        frame.canvas.fill(style)
        #expect(frame.lines.isEmpty)
    }

    @Test("Two pictures look alike when words, marks, colours and caret do")
    func looksLike() {
        func frame(_ text: String, caret: Int? = nil, style: Style = .plain) -> Frame {
            let frame = Frame(size: Size(width: 8, height: 1))
            frame.canvas.write(text, row: 0, style: style)
            if let caret { frame.canvas.placeCursor(column: caret, row: 0) }
            return frame
        }
        #expect(frame("e\u{301}t").looksLike(frame("e\u{301}t")))
        for other in [
            frame("e\u{300}t"), frame("et"), frame("e\u{301}t", caret: 1),
            frame("e\u{301}t", style: Style(attributes: .bold)), Frame(size: Size(width: 9, height: 1)),
        ] {
            #expect(!frame("e\u{301}t").looksLike(other))
        }
    }
}
