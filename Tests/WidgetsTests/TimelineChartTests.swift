import Terminal
import Testing

@testable import Widgets

@Suite("A timeline")
struct TimelineChartTests {
    private func chart(
        _ lanes: [TimelineChart.Lane], span: Range<Int> = 0..<20, pointer: (at: Int, word: String)? = nil,
        selection: Int? = nil
    ) -> TimelineChart {
        TimelineChart(
            lanes, span: span, coarse: [.init(0, ["March", "Mar", "M"]), .init(10, ["April", "Apr", "A"])],
            fine: [.init(0, ["1"]), .init(5, ["6"])], pointer: pointer, selection: selection, summary: "Notes 2")
    }

    private func lane(_ marks: TimelineChart.Mark..., bars: [TimelineChart.Bar] = []) -> TimelineChart.Lane {
        TimelineChart.Lane("Notes", short: "N", bars: bars, marks: marks)
    }

    private func mark(_ index: Int, _ at: Int, _ sign: Character = "n") -> TimelineChart.Mark {
        TimelineChart.Mark(index, at: at, sign: sign, role: .text)
    }

    @Test("Marks stand at their time under the names of the months and days")
    func marks() {
        #expect(
            drawn(chart([lane(mark(0, 2), mark(1, 15, "x"))]), 66, 3) == [
                "      March                         April", "      1              6",
                "Notes       n                                      x",
            ])
    }

    @Test("Where a month has little room, its short name stands; a mark out of sight does not")
    func narrow() {
        let rows = drawn(chart([lane(mark(0, 2), mark(1, 25))]), 10, 3)
        #expect(rows[0] == "  Mar Apr")
        #expect(rows[2] == "N n")
    }

    @Test("Several in one cell are counted; ten and more are many")
    func counted() {
        let three = lane(mark(0, 4), mark(1, 4, "x"), mark(2, 4))
        #expect(drawn(chart([three]), 22, 3)[2].contains("3"))
        let many = TimelineChart.Lane("Notes", short: "N", marks: (0..<12).map { mark($0, 4) })
        #expect(drawn(chart([many]), 22, 3)[2].contains("#"))
    }

    @Test("A bar has ends where it begins and ends, its label inside, and none where it goes on out of sight")
    func bars() {
        let bar = TimelineChart.Bar(0, over: 2..<12, label: "MSP-1", sign: "=", role: .info)
        #expect(drawn(chart([lane(bars: [bar])]), 22, 3)[2] == "N   [ MSP-1 =]")
        let long = TimelineChart.Bar(0, over: -5..<50, label: "MSP-1", sign: "=", role: .info)
        #expect(drawn(chart([lane(bars: [long])]), 22, 3)[2] == "N = MSP-1 ============")
    }

    @Test("Bars that overlap stand below each other")
    func overlapping() {
        let bars = [
            TimelineChart.Bar(0, over: 0..<12, label: "A", sign: "=", role: .info),
            TimelineChart.Bar(1, over: 6..<18, label: "B", sign: ".", role: .hint),
            TimelineChart.Bar(2, over: 12..<20, label: "C", sign: "=", role: .info),
        ]
        let chart = chart([lane(bars: bars)])
        #expect(chart.height(forWidth: 40) == 4)
        let rows = drawn(chart, 22, 4)
        #expect(rows[2].contains("[") && rows[3].contains("["))
        #expect(rows[2].filter { $0 == "[" }.count == 2)
    }

    @Test("Today is a line through the lanes, named above")
    func pointer() {
        let rows = drawn(chart([lane(mark(0, 2)), lane()], pointer: (12, "today")), 42, 4)
        #expect(rows[1].contains("today"))
        #expect(rows[2].contains("│") && rows[3].contains("│"))
        #expect(Array(rows[2]).firstIndex(of: "│") == Array(rows[3]).firstIndex(of: "│"))
    }

    @Test("A label that would touch the word for today is left out whole; only at an edge a shorter one stands for it")
    func besidePointer() {
        func scale(_ height: Int, coarse: [TimelineChart.Tick] = [], fine: [TimelineChart.Tick] = []) -> String {
            drawn(
                TimelineChart([lane()], span: 0..<20, coarse: coarse, fine: fine, pointer: (10, "today")), 42, height)[
                    height - 2]
        }
        #expect(
            scale(3, fine: [.init(6, ["8"]), .init(8, ["15"]), .init(12, ["30"])])
                == "              8     today 30")
        #expect(scale(3, fine: [.init(11, ["291"])]) == "                    today")
        // Where there is one row for the scale, the months stand on it.
        #expect(scale(2, coarse: [.init(0, ["March"]), .init(8, ["April"])]) == "  March             today")
        #expect(
            scale(2, coarse: [.init(0, ["March"]), .init(8, ["April", "A"]), .init(14, ["May", "M"])])
                == "  March             today     May")
        #expect(scale(2, coarse: [.init(0, ["March"]), .init(8, ["April", "A"])]) == "  March           A today")
    }

    /// The caret is for braille displays, which read its row: the row of a lane is signs, that of the list is words.
    @Test("What is chosen stays in sight where not all lanes have room, and the caret is left to the list beside it")
    func chosenInSight() {
        let lanes = (0..<9).map { TimelineChart.Lane("Lane \($0)", short: "L\($0)", marks: [mark($0, 3)]) }
        let frame = Frame(size: Size(width: 60, height: 5), theme: .plain, showing: chart(lanes, selection: 8))
        #expect(frame.lines.contains { $0.hasPrefix("Lane 8") })
        #expect(frame.cursor == nil)
        let bar = TimelineChart.Bar(0, over: 2..<12, label: "MSP-1", sign: "=", role: .info)
        let chosen = chart([lane(bars: [bar])], selection: 0)
        #expect(Frame(size: Size(width: 22, height: 3), theme: .plain, showing: chosen).cursor == nil)
    }

    @Test("A press on a mark means its entry, and on a cell of several the one that is chosen")
    func pressed() {
        let chart = chart([lane(mark(7, 0), mark(8, 0))], selection: 8)
        let frame = Frame(size: Size(width: 22, height: 3), theme: .plain, showing: chart)
        #expect(frame.hit(at: Position(column: 2, row: 2))?.target == .item(8, in: "marks"))
    }
}
