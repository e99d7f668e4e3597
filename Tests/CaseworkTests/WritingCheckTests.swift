import Casework
import Testing

/// N5: advice on wording, with its place, never a block.
struct WritingCheckTests {
    private let colleague = StaffMember(
        id: .init(rawValue: "PRX"), givenName: "Helena", surname: "Marchetti", site: "Parramatta", access: .manager)

    private func words(_ text: String, _ document: WritingCheck.Document = .note) -> [String] {
        WritingCheck(document, colleagues: [colleague]).advice(on: text).map(\.words)
    }

    @Test(
        "A judging word without described behaviour is pointed out, and not beside a description",
        arguments: [
            ("He was aggressive.", ["aggressive"]),
            ("He was aggressive: he banged the desk.", []),
            ("He shouted. He was rude.", ["rude"]),
            ("She said \"get out\" and was hostile.", []),
            ("She asked for a payment summary and was calm.", []),
            ("Inappropriate and AGGRESSIVE", ["Inappropriate", "AGGRESSIVE"]),
        ])
    func judgements(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(
        "Opinion is pointed out",
        arguments: [
            ("I think he wanted money.", ["I think"]), ("As usual he came late.", ["As usual"]),
            ("Obviously upset.", ["Obviously"]), ("He thinks it is unfair.", []),
        ])
    func opinions(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("A colleague called May is not meant by a date, and is by the name alone")
    func months() {
        let may = StaffMember(
            id: .init(rawValue: "PRY"), givenName: "Robert", surname: "May", site: "Parramatta", access: .manager)
        let check = WritingCheck(colleagues: [may])
        #expect(check.advice(on: "Away from 4 May to 20 May 2026; back in May 2027.").isEmpty)
        #expect(check.advice(on: "Asked May to call.").map(\.kind) == [.colleague])
    }

    @Test("A colleague's surname is pointed out, and where a colleague works, and no ordinary word")
    func colleagues() {
        #expect(words("Spoke with Helena.") == [])
        #expect(words("Spoke with Helena Marchetti.") == ["Marchetti"])
        #expect(words("Helena works at Parramatta.") == ["Helena"])
        #expect(words("Came to Parramatta.") == [])
    }

    @Test("Quotation marks are pointed out in a letter, and belong in the register")
    func quotations() {
        #expect(words("You said \"no\".", .letter) == ["\"", "\""])
        #expect(words("He said \"no\".") == [])
    }

    @Test("The place is counted in characters, beyond accents and wide letters")
    func places() throws {
        let advice = try #require(WritingCheck().advice(on: "Nguyễn 中文: aggressive").first)
        #expect(advice.place == 11..<21)
        #expect(WritingCheck().advice(on: "").isEmpty)
    }
}
