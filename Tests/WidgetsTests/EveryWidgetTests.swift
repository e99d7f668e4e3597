import Terminal
import Testing

@testable import Widgets

@Suite("Every widget")
struct EveryWidgetTests {
    @Test("Every widget can be drawn in any size, from none at all, with any text", arguments: everyWidget.indices)
    func anySize(index: Int) {
        let widget = everyWidget[index]
        for width in [0, 1, 2, 3, 4, 5, 7, 19, 20, 21, 40, 80] {
            #expect(widget.height(forWidth: width) >= 0)
            for height in [0, 1, 2, 3, 5, 12] {
                let lines = drawn(widget, width, height)
                #expect(lines.count == height)
                #expect(lines.allSatisfy { TerminalText.width(of: $0) <= width })
            }
        }
    }

    @Test("What a widget says in lines is safe to print", arguments: everyWidget.indices)
    func safeLines(index: Int) {
        for line in everyWidget[index].lines { #expect(line == TerminalText.visible(line)) }
    }

    @Test("A widget that gets the height it asks for draws nothing that needs more", arguments: everyWidget.indices)
    func height(index: Int) {
        let widget = everyWidget[index]
        guard !(widget is Dialog), !(widget is Scroll), !(widget is Column), !(widget is KeyHints) else { return }
        for width in [20, 40, 80] {
            let height = widget.height(forWidth: width)
            let exact = drawn(widget, width, height)
            #expect(exact.count == height)
            if widget is Paragraph || widget is Fields {
                #expect(drawn(widget, width, height + 3) == exact + ["", "", ""])
            }
        }
    }
}
