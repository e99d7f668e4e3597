import Testing

@testable import Terminal

@Suite("How a cell looks")
struct StyleTests {
    @Test("Each part of a style stays as it was set while the others change")
    func parts() {
        let all: Style.Attributes = [.bold, .underline, .reverse, .dim, .italic]
        var style = Style(foreground: Colour(0xFFFFFF), background: Colour(0), attributes: all)
        #expect(style.foreground == Colour(0xFFFFFF) && style.background == Colour(0) && style.attributes == all)
        style.foreground = nil
        #expect(style.foreground == nil && style.background == Colour(0) && style.attributes == all)
        style.background = Colour(0x123456)
        style.attributes = .dim
        #expect(style == Style(background: Colour(0x123456), attributes: .dim))
        style.background = nil
        #expect(style == Style(attributes: .dim) && style != .plain)
    }

    @Test("Black is a colour, and no colour is none")
    func black() {
        #expect(Style(background: Colour(0)) != Style())
        #expect(Style().background == nil)
    }

    @Test("A cell takes two words, so that a picture is compared in no time")
    func size() {
        #expect(MemoryLayout<Cell>.stride == 16)
        // Rows are compared as bytes.
        #expect(MemoryLayout<Cell>.size == MemoryLayout<Cell>.stride)
    }
}
