import Terminal
import Testing

@testable import Widgets

@Suite("What can be done with a line, and where the caret stands")
struct SpokenTests {
    private let list = ListView([ListRow("Ada"), ListRow("Bo", "1990")], selection: 1, id: "people")

    @Test("Every widget says the same lines with what can be done as without, but for tabs, which are all said")
    func sameLines() {
        for widget in everyWidget where !(widget is Tabs) { #expect(widget.spoken.map(\.text) == widget.lines) }
        #expect(Tabs(["Plan", "Notes"], selection: 1).spoken.map(\.text) == ["Plan", "Notes"])
    }

    @Test("A row to choose from is chosen through whatever it stands in")
    func choices() {
        let nested = Panel("Found", Scroll(Inset(Column(Row([list.filling()]))), offset: 0))
        #expect(
            nested.spoken == [
                Spoken("Found"), Spoken("Ada", choosing: 0, in: "people"),
                Spoken("Bo, 1990", choosing: 1, in: "people", isSelected: true),
            ])
        #expect(Dialog("Sure?", over: list, content: Label("Yes")).spoken == [Spoken("Sure?"), Spoken("Yes")])
    }

    @Test("The field with the caret says which kind of text it takes")
    func entry() {
        #expect(TextField("Find", text: "").spoken.map(\.entry) == [.line])
        #expect(TextField("Find", text: "", isFocused: false).spoken.map(\.entry) == [nil])
        #expect(TextArea(TextBuffer("a\nb")).spoken.map(\.entry) == [.text(isEmpty: false), .text(isEmpty: false)])
    }

    @Test("The caret stands on the selected row, for a braille display, unless a field has it")
    func caret() {
        let size = Size(width: 20, height: 4)
        let alone = Frame(size: size, theme: .plain, showing: list)
        #expect(alone.cursor == Position(column: 0, row: 1))
        let below = Frame(size: size, theme: .plain, showing: Column(TextField("F", text: "ab"), list))
        let field = Frame(size: size, theme: .plain, showing: TextField("F", text: "ab"))
        #expect(below.cursor == field.cursor)
        let read = Frame(size: size, theme: .plain, showing: ListView([ListRow("Ada")]))
        #expect(read.cursor == nil)
    }

    @Test("Numbers before rows take their own columns, and are not said")
    func numbers() {
        let list = ListView([ListRow("Yes"), ListRow("No")], selection: 0, isNumbered: true)
        #expect(drawn(list, 10, 2) == ["> 1  Yes", "  2  No"])
        #expect(drawn(list, 7, 2) == ["> 1  Y~", "  2  No"])
        #expect(list.lines == ["Yes", "No"])
    }
}
