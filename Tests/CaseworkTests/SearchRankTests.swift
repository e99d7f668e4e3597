import Casework
import Testing

/// Invented people, with one error of each kind that callers and typists make.
@Suite("Finding the right person while they are still spelling it")
struct SearchRankTests {
    private static let today = CalendarDay(year: 2026, month: 3, day: 4)

    private func person(
        _ given: String, _ surname: String, born: String? = nil, other: String = "", preferred: String = "",
        suburb: String? = nil, postcode: String? = nil, mobile: String? = nil, crn: String? = nil
    ) -> Customer {
        var customer = Customer(id: .init(rawValue: 1), externalId: "\(given) \(surname)", givenName: given)
        customer.surname = surname
        customer.otherNames = other
        customer.preferredName = preferred
        customer.dateOfBirth = born.flatMap { RecordedDate($0) }
        customer.suburb = suburb
        customer.postcode = postcode
        customer.phoneMobile = mobile
        customer.crn = crn
        return customer
    }

    /// A crowd of others, so that names are rare or common as in life.
    private var crowd: [Customer] {
        let givens = ["Wendy", "Harold", "Priya", "Tuan", "Leila", "Marco", "Yusuf", "Grace", "Owen", "Ruby"]
        let surnames = ["Smith", "Jones", "Singh", "Tran", "Haddad", "Rossi", "Kaya", "Lee", "Davies", "Walker"]
        return (0..<400).map { number in
            person(
                givens[number % 10], surnames[number / 10 % 10],
                born: "19\(40 + number % 60)-0\(1 + number % 9)-1\(number % 9)", suburb: "Nowhere", postcode: "6999")
        }
    }

    private func rank(_ text: String, _ people: [Customer]) -> [Match] {
        let query = SearchQuery(text, today: Self.today)
        return query.rank(Candidates(among: people + crowd, for: query))
    }

    private var sought: Customer {
        person(
            "Kathryn", "O'Sullivan", born: "1980-04-03", other: "Mary", suburb: "St Albans", postcode: "3021",
            mobile: "+61 412 345 678", crn: "307111942H")
    }

    @Test(
        "The right person stands first, whatever went wrong on the way, and the reason is said",
        arguments: [
            ("kathryn osullivan", "surname"), ("o sullivan kathryn", "surname"),
            ("kathrn o'sullivan", "one letter off"),
            ("kathhryn osullivan", "one letter off"), ("katrhyn osullivan", "one letter off"),
            ("catherine osullivan", "another form"), ("cathrin osulivan", "sounds alike"),
            ("kate o'sullivan", "another form"), ("kathryn o’sullivan", "surname"), ("KATHRYN O-SULLIVAN", "surname"),
            ("káthryn osullivan", "given name"), ("kathryn osullivan 3/4/1980", "date of birth"),
            ("kathryn osullivan 4/3/1980", "day and month swapped"), ("kathryn osullivan 8/4/1980", "one digit"),
            ("kathryn osullivan 3 april 1980", "date of birth"), ("kathryn osullivan 1980", "year of birth"),
            ("kathryn osullivan 45", "year of birth"), ("kathryn osullivan 45yo", "year of birth"),
            ("kathryn 3/4/1980", "date of birth"), ("kathryn jones-brown 3/4/1980", "date of birth"),
            ("osullivan st albans", "suburb"), ("osullivan stalbans", "suburb"), ("osullivan albans", "part of suburb"),
            ("kathryn 3021", "postcode"), ("0412 345 678", "phone"), ("04 1234 5678", "phone"),
            ("+61412345678", "phone"), ("345678", "phone ends so"), ("307 111 942H", "CRN"),
            ("307111", "CRN begins so"),
            ("kathr", "given name"), ("kathryn osull", "surname"), ("mary osullivan", "other name"),
            ("kath ryn osullivan", "given name"), ("osullivan 19800403", "date of birth"),
            ("kathr osullivan", "given name begins so"), ("osull kathryn", "surname begins so"),
            ("osul 1980", "surname begins so"), ("osul ", "surname begins so"), ("k osullivan", "given name begins so"),
            ("mrs kathryn osullivan", "given name"), ("Mr K O'Sullivan", "surname"),
            ("3 4 1980", "date of birth"), ("03 04 80", "date of birth"), ("030480", "date of birth"),
            ("3apr1980", "date of birth"), ("3. april 1980", "date of birth"),
            ("3rd of april 1980", "date of birth"), ("kathryn 3rd of april 1980 3021", "date of birth"),
            ("0412 345", "phone begins so"), ("307 111", "CRN begins so"), ("0412 345678", "phone"),
        ])
    func found(words: String, reason: String) throws {
        let first = try #require(rank(words, [sought]).first)
        #expect(first.customer.surname == "O'Sullivan", "\(words): \(first)")
        #expect(first.why.contains { $0.contains(reason) }, "\(first.why)")
    }

    @Test("A beginning counts more in the word that is being typed than in one before it")
    func prefixes() {
        #expect(rank("osullivan kathr", [sought]).first?.why.contains("given name") == true)
        #expect(rank("kathr osullivan", [sought]).first?.why.contains("given name begins so") == true)
        #expect(rank("osullivan kathr", [sought])[0].score > rank("kathr osullivan", [sought])[0].score)
        // Two letters begin too much, and the end of a name nothing.
        #expect(rank("ka osullivan", [sought]).first?.unfit == ["ka"])
        #expect(rank("ryn osullivan", [sought]).first?.unfit == ["ryn"])
    }

    @Test("A name left at its beginning is sought before one that is a letter off, unless that begins so as well")
    func beginningBeforeSlip() {
        let marks = (0..<12).map { person("Mark", "Aaron\($0)", born: "1958-03-1\($0 % 10)") }
        let found = rank("marj 1958", [person("Marjorie", "Zammit", born: "1958-03-12")] + marks)
        #expect(found.first?.customer.givenName == "Marjorie")
        #expect(found.first?.why == ["given name begins so", "year of birth"])
        let longer = person("Zelda", "Smithson", born: "1958-03-12")
        let begun = rank("smit 1958", [longer] + (0..<12).map { person("Zelda\($0)", "Smith", born: "1958-03-12") })
        #expect(begun.prefix(12).allSatisfy { $0.customer.surname == "Smith" })
        #expect(begun.contains { $0.customer == longer })
    }

    @Test("Two words that stand together by chance are no slip of a third")
    func joined() {
        let other = person("Trang", "Tran", suburb: "Smithton", postcode: "7330")
        #expect(rank("smith john", [other]).first?.customer.surname == "Smith")
        #expect(rank("Z Rossi", [other]).first?.why == ["surname"])
    }

    @Test(
        "A year or an age alone is known as too little",
        arguments: [
            ("1958", true), ("68", true), ("68yo", true), ("1958 68", true), ("smith 1958", false),
            ("3/4/1980", false), ("smith", false), ("", false), ("307111", false),
        ])
    func tooLittle(text: String, isAlone: Bool) {
        #expect((SearchQuery.tooLittle(in: text) != nil) == isAlone)
    }

    @Test("What the record lacks excludes nobody")
    func missing() {
        let bare = person("Zelda", "Quill")
        #expect(rank("zelda quill 3/4/1980 st albans 3021", [bare]).first?.customer == bare)
        let surnameOnly = person("", "Quill", born: "1980-04-03")
        #expect(rank("zelda quill 3/4/1980", [surnameOnly]).first?.customer == surnameOnly)
    }

    @Test("A score is a probability: those of one answer never add up to more than 1")
    func probability() {
        for text in ["wendy smith", "kathryn osullivan 3/4/1980", "smith", "1980", "kathryn"] {
            let scores = rank(text, [sought]).map(\.score)
            #expect(scores.allSatisfy { (0...1).contains($0) })
            #expect(scores.reduce(0, +) <= 1 + 1e-9)
        }
    }

    @Test("Two who fit alike share the probability, and neither is called the same person")
    func namesakes() {
        let twins = [person("Zelda", "Quill", born: "1980-04-03"), person("Zelda", "Quill", born: "1990-04-03")]
        #expect(rank("zelda quill", twins).allSatisfy { !$0.isSamePerson })
        let first = rank("zelda quill 3/4/1990", twins).first
        #expect(first?.customer.dateOfBirth?.year == 1990)
    }

    @Test("Somebody who is not there is not comforted with a likeness")
    func falseComfort() {
        for text in [
            "zelda quill 3/4/1980", "kathryn quill 1/1/1955", "wendy osullivan 9/9/1999", "harold smyth 2/2/2002",
        ] {
            #expect(rank(text, [sought]).first?.isSamePerson != true, "\(text)")
        }
    }

    @Test("An impossible date finds the person in whose record it stands")
    func impossibleDate() {
        let old = person("Zelda", "Quill", born: "1908-02-31")
        #expect(rank("31/2/1908 quill", [old]).first?.why.contains("date of birth") == true)
    }

    @Test(
        "Nothing that is typed stops the search, and nothing more is read of it than a question holds",
        arguments: [
            String(repeating: "a", count: 10_000), String(repeating: "kathryn sullivan mary ", count: 4),
            String(repeating: "smith ", count: 5_000), "!!!! ??? ...",
            "'; DROP TABLE customers; --", "\u{0}\u{7}\u{1B}[31m", "Ἀλέξανδρος Сидоров 王小明 محمد שלום ไทย हिन्दी 👩‍👩‍👧",
            "%_%", "- ' \u{2019}", "0000000000000000000000000000000", "99/99/9999", "\u{10FFFF}",
        ])
    func badInput(text: String) {
        let query = SearchQuery(text)
        #expect(query.parts.count <= 12)
        #expect(query.parts.allSatisfy { $0.text.count <= 120 })
        _ = rank(text, [sought])
    }
}

@Suite("How names sound")
struct SoundKeyTests {
    @Test(
        "Names that are heard alike have one key",
        arguments: [
            ("smith", "smyth"), ("stephen", "steven"), ("catherine", "kathryn"), ("philip", "filip"),
            ("nguyen", "nguyên"), ("mcdonald", "macdonald"), ("johnson", "jonson"), ("schmidt", "shmit"),
            ("xiao", "siao"), ("wagner", "vagner"), ("zahra", "sara"), ("khan", "kan"), ("qasim", "kasim"),
        ])
    func alike(one: String, other: String) {
        #expect(SoundKey.key(SearchText.folded(one)) == SoundKey.key(SearchText.folded(other)))
    }

    @Test("Names that are not keep theirs", arguments: [("smith", "jones"), ("mary", "john"), ("tran", "tang")])
    func different(one: String, other: String) {
        #expect(SoundKey.key(one) != SoundKey.key(other))
    }

    @Test("A short form leads to every name that it stands for")
    func nicknames() {
        #expect(Nicknames.others(of: "bob").contains("robert"))
        #expect(Nicknames.others(of: "tony").contains("anthony"))
        #expect(Nicknames.others(of: "liz").contains("elizabeth"))
        #expect(Nicknames.others(of: "robert").contains("bob"))
        #expect(Nicknames.others(of: "sam").contains("samantha") && Nicknames.others(of: "sam").contains("samuel"))
        #expect(Nicknames.others(of: "zzz").isEmpty)
    }
}
