import Testing

@testable import Terminal

@Suite("Text in the person's locale")
struct LocaleTextTests {
    /// In which a byte is the scalar of its number.
    private let latin = LocaleText(
        isUTF8: false, upper: (UInt32(128)...255).map { $0 < 160 ? nil : Unicode.Scalar($0) })
    private let ascii = LocaleText(isUTF8: false, upper: (128...255).map { _ in nil })
    private let utf8 = LocaleText(isUTF8: true, upper: [])

    @Test(
        "Without UTF-8 a name is shown without its accents, one letter for one, and what has no such letter as ?",
        arguments: [
            ("Lương", "Luong"), ("José Núñez", "Jose Nunez"), ("Łódź", "Lodz"), ("Đặng Øster", "Dang Oster"),
            ("Zoe\u{308}", "Zoe"), ("Groß", "Gros"), ("O\u{2019}Brien \u{2013} x", "O'Brien - x"), ("北京", "????"),
            ("Иван", "????"), ("½ €", "? ?"), ("Ev\u{1b}[5mil\u{9b}", "Ev<ESC>[5mil<U+009B>"),
        ])
    func shown(name: String, shown: String) {
        #expect(latin.shown(name) == shown)
        #expect(ascii.shown(name) == shown)
        #expect(utf8.shown(name) == TerminalText.visible(name))
    }

    @Test("A line ends once, and one step back goes one column back, in every locale")
    func echoed() {
        for locale in [latin, ascii, utf8] {
            #expect(locale.written("\n") == "\n")
            #expect(locale.written("\u{8} \u{8}") == "\u{8} \u{8}")
            #expect(locale.written("\r\n") == "\r\n")
        }
    }

    @Test("Bytes that are UTF-8 are read as that in every locale, others as the locale's own characters")
    func read() {
        for locale in [latin, ascii, utf8] {
            #expect(locale.text(Array("Lương, Zoë".utf8)) == "Lương, Zoë")
            #expect(locale.text([]).isEmpty)
        }
        #expect(latin.text([0x4e, 0xfa, 0xf1, 0x65, 0x7a]) == "Núñez")
        #expect(ascii.text([0x4e, 0xfa, 0x7a]) == "N\u{fffd}z")
        #expect(utf8.text([0x4e, 0xfa, 0x7a]) == "N\u{fffd}z")
        // No character of the locale: said as unreadable, never sent on.
        #expect(latin.text([0x41, 0x9b, 0xff]) == "A\u{fffd}ÿ")
    }

    @Test("A byte typed is a whole character of such a locale, and one of several in UTF-8")
    func typed() {
        #expect(latin.utf8(0xe9) == Array("é".utf8))
        #expect(latin.utf8(0x41) == [0x41])
        #expect(utf8.utf8(0xe9) == [0xe9])
        #expect(ascii.utf8(0xe9) == [0xe9])
    }
}
