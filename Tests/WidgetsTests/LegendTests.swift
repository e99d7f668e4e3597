import Terminal
import TestSupport
import Testing

@testable import Widgets

@Suite("What the signs of a picture mean")
struct LegendTests {
    private let legend = Legend([.init("=", "in line", .good), .init("@", "now", .selected), .init("x", "refused")])

    @Test("A sign and its words stay on one line, and what does not fit goes to the next")
    func whole() {
        #expect(drawn(legend, 40, 1) == ["= in line  @ now  x refused"])
        #expect(drawn(legend, 17, 2) == ["= in line  @ now", "x refused"])
        #expect(drawn(legend, 12, 3) == ["= in line", "@ now", "x refused"])
        #expect([40, 17, 12].map { legend.height(forWidth: $0) } == [1, 2, 3])
    }

    @Test("Lines have words and no signs to explain, so it says nothing")
    func unsaid() {
        #expect(legend.lines == [])
    }

    @Test("It survives any size", arguments: [0, 1, 3])
    func small(width: Int) {
        _ = drawn(legend, width, 3)
        #expect(Legend([]).height(forWidth: width) == 0)
    }
}
