import Terminal
import Testing

@testable import Widgets

@Suite("Text and layout")
struct LayoutTests {
    @Test("Paragraphs wrap at words, by what a word takes on the screen")
    func wrapping() {
        #expect(drawn(Paragraph("one two three"), 7, 3) == ["one two", "three", ""])
        #expect(drawn(Paragraph("王小明 王小明"), 7, 2) == ["王小明", "王小明"])
        #expect(drawn(Paragraph("abcdefghij"), 4, 3) == ["abcd", "efgh", "ij"])
        #expect(drawn(Paragraph("a\n\nb"), 4, 3) == ["a", "", "b"])
        #expect(drawn(Paragraph("- one two three", hanging: 2), 9, 2) == ["- one two", "  three"])
    }

    @Test("Roles follow their words through wrapping")
    func spans() {
        let frame = Frame(
            size: Size(width: 6, height: 2), theme: .plain,
            showing: Paragraph([Span("plain "), Span("strong", .heading)]))
        #expect(frame.lines == ["plain", "strong"])
        #expect(frame.style(at: Position(column: 0, row: 0))?.attributes == [])
        #expect(frame.style(at: Position(column: 0, row: 1))?.attributes == .bold)
    }

    @Test("A column gives fixed rows first, then natural ones, and the rest to what fills")
    func column() {
        let column = Column {
            Label("top")
            Paragraph("filler").filling()
            Label("bottom").fixed(1)
        }
        #expect(drawn(column, 10, 4) == ["top", "filler", "", "bottom"])
        #expect(drawn(column, 10, 1) == ["bottom"])
    }

    @Test("A row shares its width")
    func row() {
        let row = Row {
            Label("left").fixed(6)
            Label("right")
        }
        #expect(drawn(row, 20, 1) == ["left   right"])
    }

    @Test("A panel stands around its content, and leaves its border out where there is no room")
    func panel() {
        #expect(
            drawn(Panel("Plan", Label("x")), 12, 3) == [
                "┌─ Plan ───┐",
                "│ x        │",
                "└──────────┘",
            ])
        #expect(drawn(Panel("Plan", Label("x")), 4, 3) == ["x", "", ""])
    }

    @Test("Names and values stand in two columns, values wrapped under themselves")
    func fields() {
        #expect(
            drawn(Fields(["Name": "Ada Byron", "Born": "1815"]), 14, 3) == [
                "Na~  Ada Byron", "Bo~  1815", "",
            ])
        #expect(
            drawn(Fields(["Name": "Ada Augusta Byron"]), 20, 2) == ["Name  Ada Augusta", "      Byron"])
    }

    @Test("A strip keeps what it says first when room runs out")
    func strip() {
        #expect(drawn(Strip("Ada Byron", trailing: "PRACTICE", role: .identity), 24, 1) == [" Ada Byron     PRACTICE"])
        #expect(drawn(Strip("Ada Byron", trailing: "PRACTICE", role: .identity), 14, 1) == [" Ada Byron"])
    }

    @Test("Scrolling shows the part asked for and never runs past the end")
    func scroll() {
        let text = Paragraph((0..<9).map(String.init).joined(separator: "\n"))
        #expect(drawn(Scroll(text, offset: 2), 4, 3).map { $0.prefix(1) } == ["2", "3", "4"])
        #expect(drawn(Scroll(text, offset: 99), 4, 3).map { $0.prefix(1) } == ["6", "7", "8"])
        #expect(drawn(Scroll(text, offset: 0), 4, 9).map { $0 } == (0..<9).map(String.init))
    }

    @Test("A warning is a filled block with a word and a shape, without colour and in 40 columns")
    func banner() {
        let banner = Banner("FULL RESTRICTION: DO NOT SERVE", details: ["Call the OMC."], role: .danger)
        let frame = Frame(size: Size(width: 40, height: 4), theme: .plain, showing: banner)
        #expect(banner.height(forWidth: 40) == 4)
        #expect(
            frame.lines == [
                String(repeating: "#", count: 40),
                "!!! FULL RESTRICTION: DO NOT SERVE   !!!",
                "!!! Call the OMC.                    !!!",
                String(repeating: "#", count: 40),
            ])
        let isFilled = (0..<40).allSatisfy {
            frame.style(at: Position(column: $0, row: 1))?.attributes.contains(.reverse) == true
        }
        #expect(isFilled)
        #expect(banner.lines == ["Stop: FULL RESTRICTION: DO NOT SERVE", "Call the OMC."])
    }

    @Test("A warning short of room keeps its words")
    func shortBanner() {
        #expect(drawn(Banner("DO NOT SERVE", role: .danger), 12, 1) == ["DO NOT SERVE"])
    }

    @Test("A dialog covers what lies under it, which the mouse cannot reach")
    func dialog() {
        let base = Column {
            Tabs(["Plan"], selection: 0)
            TextField("Name", text: "x")
        }
        let dialog = Dialog("Sure?", width: 20, over: base, content: Label("It stays."))
        let frame = Frame(size: Size(width: 40, height: 7), theme: .plain, showing: dialog)
        #expect(frame.lines[3] == "          │ It stays.        │")
        #expect(frame.cursor == nil)
        #expect(frame.hit(at: Position(column: 2, row: 0))?.target == .item(0, in: Dialog.outside))
        #expect(dialog.lines == ["Sure?", "It stays."])
    }
}
