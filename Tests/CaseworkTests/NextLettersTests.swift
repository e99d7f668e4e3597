import Testing

@testable import Casework

@Suite("What will likely be typed next")
struct NextLettersTests {
    private let words = [
        KnownWord("smith", surname: 900), KnownWord("smyth", surname: 40), KnownWord("smeaton", place: 2),
        KnownWord("sm", surname: 1),
    ]

    private func letters(after text: String) -> String {
        String(NextLetters(after: text).likeliest(among: words, of: []))
    }

    @Test("In a word, how the commonest names and places go on; where one ends, the next word")
    func within() {
        #expect(NextLetters(after: "mai sm").beginning == "sm")
        #expect(letters(after: "mai sm").hasPrefix("iy eanrlo"))
    }

    @Test("A word may be left short of its end")
    func leftShort() {
        let long = [KnownWord("marjorie", given: 5)]
        #expect(String(NextLetters(after: "marj").likeliest(among: long, of: [])).hasPrefix("o aenrils"))
    }

    @Test("A name that nobody bears goes on as names do")
    func unknown() {
        #expect(String(NextLetters(after: "okonj").likeliest(among: [], of: [])).hasPrefix(" aenrilos"))
    }

    @Test("Capitals go on in capitals")
    func shouted() { #expect(letters(after: "SM").hasPrefix("IY EANRLO")) }

    @Test("An accent is no other letter")
    func accented() { #expect(NextLetters(after: "José").beginning == "jose") }

    @Test("A new word begins as names and dates do", arguments: ["", "mai "])
    func initial(text: String) {
        #expect(NextLetters(after: text).beginning == nil)
        #expect(letters(after: text).contains("s") && letters(after: text).contains("1"))
    }

    @Test("A new word begins as what else is known of those listed, and not as what was typed")
    func listed() {
        let listed = [
            Customer.invented(1, "Mai", "Nguyen", born: "1980-04-03"), .invented(2, "Mai", "Nolan", born: "2001-04-03"),
            .invented(3, "Maia", "Zhou", born: "1990-01-01"),
        ]
        let letters = String(NextLetters(after: "mai ").likeliest(among: [], of: listed))
        #expect(letters.hasPrefix("1n2z"))
        #expect(letters.count == Set(letters).count && letters.contains("s"))
    }

    @Test("After digits come digits, and after the nine of a CRN the letter that checks them")
    func numbers() {
        #expect(letters(after: "19").hasPrefix("0123456789"))
        #expect(letters(after: "307111942").hasPrefix("Hh"))
        #expect(NextLetters(after: "3/4").beginning == nil)
    }

    @Test("No more than can be answered between two keys")
    func few() {
        let many = "abcdefghijklmnopqrstuvwxyz".map { KnownWord("s\($0)", surname: 1) }
        #expect(NextLetters(after: "s").likeliest(among: many, of: []).count == NextLetters.most)
    }
}
