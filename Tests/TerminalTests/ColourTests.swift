import Testing

@testable import Terminal

@Suite("Colours at every depth")
struct ColourTests {
    @Test("Colours are written as #rrggbb and nothing else")
    func hex() {
        #expect(Colour(hex: "#1c1e22") == Colour(red: 0x1c, green: 0x1e, blue: 0x22))
        for wrong in ["1c1e22", "#1c1e2", "#1c1e2g", "#+1c1e2", "", "red"] { #expect(Colour(hex: wrong) == nil) }
    }

    @Test("Contrast is that of WCAG")
    func contrast() {
        #expect(abs(Colour(0xffffff).contrast(with: Colour(0x000000)) - 21) < 0.001)
        #expect(abs(Colour(0x767676).contrast(with: Colour(0xffffff)) - 4.542) < 0.005)
    }

    @Test("A colour of the palette is its own nearest")
    func nearest() {
        for index in [16, 21, 46, 100, 196, 231, 240] {
            let colour = ColourDepth.colour(of: index)
            let found = ColourDepth.twoFiftySix.nearest(to: colour).map(ColourDepth.colour(of:))
            #expect(found == colour)
        }
        #expect(ColourDepth.none.nearest(to: Colour(0xffffff)) == nil)
    }

    @Test(
        "Two colours that can be told apart stay apart in any palette",
        arguments: [ColourDepth.eight, .sixteen, .twoFiftySix])
    func readable(depth: ColourDepth) throws {
        for foreground in stride(from: UInt32(0), to: 0x100_0000, by: 0x30507) {
            for background in [Colour(0x16181d), Colour(0xfbfaf7), Colour(0x2f6db0)] {
                let style = Style(foreground: Colour(foreground), background: background)
                let shown = depth.shown(style)
                let contrast = try #require(shown.foreground).contrast(with: #require(shown.background))
                #expect(contrast >= 4.5 || depth == .eight && contrast >= 3.5)
            }
        }
    }
}
