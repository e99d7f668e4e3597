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

    @Test("It is said in one line, and survives any size", arguments: [0, 1, 3])
    func small(width: Int) {
        #expect(legend.lines == ["= in line, @ now, x refused"])
        _ = drawn(legend, width, 3)
        #expect(Legend([]).height(forWidth: width) == 0)
    }
}
