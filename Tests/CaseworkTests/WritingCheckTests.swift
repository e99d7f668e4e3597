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
        "An insult or a label is pointed out whatever else the sentence describes, and a plain word is not",
        arguments: [
            ("She shouted and is a real bitch, mental, schizo.", ["bitch", "mental", "schizo"]),
            (
                "the customer became aggressive and is a real bitch, mental, schizo; Amara said so",
                ["aggressive", "bitch", "mental", "schizo"]
            ),
            ("He banged the desk. IDIOTS, the lot.", ["IDIOTS"]),
            ("Told of a mental health plan, and of mental illness before.", []),
            ("He is mental. Health was not asked about.", ["mental"]),
        ])
    func labels(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(
        "What somebody did describes the whole sentence; words told without quotation marks only up to a semicolon",
        arguments: [
            ("He was aggressive; he banged the desk.", []),
            ("He was aggressive; Amara said so.", ["aggressive"]),
            ("He was aggressive; he said \"get out\".", []),
            ("He said that he would wait outside and was threatening.", []),
        ])
    func clauses(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(
        "Exact words between quotation marks are advised on in a letter alone",
        arguments: [
            ("She said \"You idiot. I think you are rude. Go!\" and left.", []),
            ("She said \u{201C}I feel sick\u{201D}.", []),
            ("A 6\" step. I think he is an idiot, he said \"no\".", ["I think", "idiot"]),
            ("\"Open, and I think an idiot", ["I think", "idiot"]),
            ("He said \"Helena Marchetti is an idiot\".", ["Marchetti"]),
        ])
    func exactWords(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("A letter quotes nobody, so that an insult in it is pointed out in any case")
    func labelInLetter() {
        #expect(words("You said \"you idiot\".", .letter) == ["\"", "idiot", "\""])
    }

    @Test(
        "Opinion is pointed out",
        arguments: [
            ("I think he wanted money.", ["I think"]), ("As usual he came late.", ["As usual"]),
            ("I thought so, I felt unsafe and I believed it.", ["I thought", "I felt", "I believed"]),
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
