import Casework
import TestSupport
import Testing

@Suite("Finding people")
struct SearchTests {
    static let now = at("2026-03-04T10:15:00+11:00")

    static let people: [Customer] = [
        .invented(
            1, "Ada", "Byron", born: "1980-04-03", externalId: "F-17-org", preferredName: "Addie",
            crn: "307111942H", medicareNumber: "2123456701", csid: "61234567", mobile: "+61 412 345 678",
            suburb: "Broken Hill", postcode: "2880"),
        .invented(2, "Adam", "West", born: "1908-02-31", mobile: "0298765432", suburb: "Parramatta"),
        .invented(3, "Anne-Marie", "O'Brien", born: "1975-12-24", suburb: "Perth"),
        .invented(4, "José", "Müller", born: "1990-01-05", otherNames: "Luís"),
        .invented(5, "Ada", "Byron", born: "1999-11-30", suburb: "Perth"),
        .invented(6, "", "Nguyễn", born: nil),
        .invented(7, "Zoë", "Kaplan", born: "1980-07-09"),
    ]

    func found(_ text: String) throws -> [Int64] {
        try MemoryStore(customers: Self.people).desk(.none).search(text, limit: 10, at: Self.now)
            .map(\.match.customer.id.rawValue)
    }

    @Test(
        "A birth date is found however it is written",
        arguments: [
            "3/4/1980", "03/04/1980", "3.4.1980", "3-4-1980", "1980-04-03", "19800403", "03041980", "3 apr 1980",
            "3 April 1980", "3rd april 1980", "April 3 1980", "3 APR 80", "3/4/80", "3/apr/1980", "1980/04/03",
        ])
    func birthDates(text: String) throws {
        #expect(try found(text).first == 1)
    }

    @Test(
        "A birth date that no calendar has is found as it was recorded",
        arguments: ["31/2/1908", "1908-02-31", "19080231", "31 feb 1908", "31.02.1908"])
    func impossibleDates(text: String) throws {
        #expect(try found(text) == [2])
    }

    @Test(
        "Another day comes near at best: less likely than the day itself",
        arguments: ["4/4/1980", "1980-04-02", "3 may 1980"])
    func otherDates(text: String) throws {
        func likeliest(_ text: String) throws -> Double {
            let desk = try MemoryStore(customers: Self.people).desk(.none)
            return try desk.search(text, limit: 10, at: Self.now).first?.match.score ?? 0
        }
        #expect(try likeliest("byron \(text)") < likeliest("byron 3/4/1980"))
    }

    @Test(
        "A number is found with or without its spaces",
        arguments: [
            ("307111942H", Int64(1)), ("307 111 942H", 1), ("307111942h", 1), ("307-111-942H", 1),
            ("307 111 942 H", 1), ("307111942 h", 1), ("2123456701", 1),
            ("2123 45670 1", 1), ("61234567", 1), ("0412345678", 1), ("0412 345 678", 1), ("+61 412 345 678", 1),
            ("+61412345678", 1), ("02 9876 5432", 2), ("F-17-org", 1), ("f-17-ORG", 1), ("2880", 1), ("30711", 1),
        ])
    func numbers(text: String, id: Int64) throws {
        #expect(try found(text) == [id], "\(text)")
    }

    @Test("A letter said apart belongs to the nine digits before it where it fits them or ends the question")
    func spacedLetter() {
        func numbers(_ text: String) -> [String] { SearchQuery(text).parts.first?.numbers ?? [] }
        #expect(numbers("307 111 942 H") == ["307111942h"])
        #expect(numbers("307111942 h byron") == ["307111942h"])
        #expect(numbers("307 111 942 K") == ["307111942k"])
        #expect(numbers("307 111 942 k byron") == ["307111942"])
        #expect(SearchQuery("307 111 942 H byron").parts.count == 2)
    }

    @Test(
        "A name is found whatever its case, accents, hyphens and apostrophes, and by its beginning",
        arguments: [
            ("ADAM", [Int64(2)]), ("adam west", [2]), ("west adam", [2]), ("west, adam", [2]), ("wes", [2]),
            ("anne-marie", [3]), ("annemarie", [3]), ("marie", [3]), ("anne", [3]), ("O'Brien", [3]), ("o’brien", [3]),
            ("obrien", [3]), ("brien", [3]), ("OBri", [3]), ("jose", [4]), ("José", [4]), ("muller", [4]),
            ("MÜLLER", [4]), ("luis", [4]), ("nguyen", [6]), ("Nguyễn", [6]), ("addie", [1]), ("parra", [2]),
        ])
    func names(text: String, ids: [Int64]) throws {
        #expect(try Array(found(text).prefix(ids.count)) == ids, "\(text)")
    }

    @Test(
        "A plan's number finds its customer, however it is written; a removed plan's finds nobody",
        arguments: [
            ("MSP-000101", [Int64(2)]), ("msp000101", [2]), ("MSP 000101", [2]), ("msp - 000101", []),
            ("west MSP-000101", [2]), ("MSP-000102", []), ("MSP-0001", []), ("MSP-999999", []),
        ])
    func planNumbers(text: String, ids: [Int64]) throws {
        let plans: [Plan] = [
            .invented("MSP-000101", of: 2), .invented("MSP-000102", of: 3, status: .removed),
        ]
        let found = try MemoryStore(customers: Self.people, plans: plans).desk(.none)
            .search(text, limit: 10, at: Self.now)
        #expect(found.map(\.match.customer.id.rawValue) == ids, "\(text)")
        #expect(found.allSatisfy { $0.match.why.contains("plan ID") })
    }

    @Test("Nobody is found by nothing, by marks alone or by a stranger's name", arguments: ["", "  ", "'-", "zebedee"])
    func nobody(text: String) throws {
        #expect(try found(text) == [])
    }

    @Test("Words in any order narrow down: who fits the most comes first")
    func ranking() throws {
        #expect(try found("perth byron") == [5, 1, 3])
        #expect(try found("ada byron 1999").first == 5)
        #expect(try found("1980 byron ada").first == 1)
        #expect(try found("ada") == [1, 5, 2])
        #expect(try found("byron 3/4/1980").first == 1)
    }

    @Test("A whole surname comes before the beginning of a rare place, while one types")
    func wholeBeforeBeginning() throws {
        let smiths = (1...20).map { Customer.invented(Int64($0), "Ada", "Smith") }
        var other = Customer.invented(21, "Trang", "Tran")
        other.suburb = "Smithton"
        let query = SearchQuery("smith")
        let ranked = query.rank(Candidates(among: smiths + [other], for: query))
        #expect(ranked.prefix(20).allSatisfy { $0.customer.surname == "Smith" })
        #expect(ranked.last?.customer.suburb == "Smithton")
    }

    @Test("A common surname comes before a slip of a rare suburb's name, and only given names have short forms")
    func commonBeforeRare() throws {
        let clarkes = (1...20).map { Customer.invented(Int64($0), "Ada", "Clarke") }
        var other = Customer.invented(21, "Trang", "Tran")
        other.suburb = "Clare"
        func ranked(_ text: String, _ people: [Customer]) -> [Match] {
            let query = SearchQuery(text + " ")
            return query.rank(Candidates(among: people, for: query))
        }
        #expect(ranked("clarke", clarkes + [other]).prefix(20).allSatisfy { $0.customer.surname == "Clarke" })
        let charlies = (1...5).map { Customer.invented(Int64($0), "Charlie", "Byron\($0)") }
        #expect(
            ranked("charlie", charlies + [.invented(9, "Maria", "Carlos")]).map(\.customer.givenName).allSatisfy {
                $0 == "Charlie"
            })
    }

    @Test("What was typed and is nothing of the person is told; what is not known of them is not")
    func unfit() throws {
        func unfit(_ text: String) throws -> [String] {
            let query = SearchQuery(text)
            return try #require(query.rank(Candidates(among: Self.people, for: query)).first).unfit
        }
        #expect(try unfit("ada byron 3/4/1980").isEmpty)
        #expect(try unfit("ada zebedee 3/4/1980") == ["zebedee"])
        #expect(try unfit("zoe kaplan 1/1/1950") == ["1/1/1950"])
        #expect(try unfit("nguyen 1/1/1950").isEmpty)
        #expect(try unfit("broken hill byron").isEmpty)
    }

    @Test("A number of any make is looked for under a code that its bearer is kept under")
    func codes() {
        for number in [
            "307111942H", "2123456701", "F-17-org", "12", "EXT-1", "EXT-123456", "a-1-b-2-c-3-d-4", "1234567890123",
            "12345678901234567", "550e8400-e29b-41d4-a716-446655440000", "x", "北京7",
        ] {
            let bearer = Customer.invented(1, "Ada", "Byron", externalId: number)
            let whole = NumberCode.whole(SearchText.number(CustomerReference(number).compact))
            #expect(NumberCode.codes(of: bearer).contains(whole), "\(number)")
        }
    }

    @Test("A score is a probability: the more fits the higher, and less for a beginning or a word that does not fit")
    func scores() throws {
        func match(_ text: String) throws -> Match {
            let query = SearchQuery(text)
            return try #require(query.rank(Candidates(among: Self.people, for: query)).first)
        }
        #expect(try match("byron ada 3/4/1980").score > match("ada byron").score)
        #expect(try match("ada byron").score > match("ada").score)
        #expect(try match("ada byron 3/4/1980").score > match("ada byron 9/9/1955").score)
        #expect(try match("byron ada 3/4/1980").score <= 1)
        #expect(try match("ada").score >= 0)
        #expect(try match("byron").why.contains { $0.contains("surname") })
        #expect(try match("byron 1980-04-03").why.contains { $0.contains("date of birth") })
    }

    @Test("Namesakes are told as such, and the plan in force stands beside the name")
    func namesakes() throws {
        let store = MemoryStore(
            customers: Self.people,
            plans: [.invented("MSP-000001", of: 1), .invented("MSP-000002", of: 5, status: .draft)])
        let found = try store.desk(.none).search("ada", limit: 10, at: Self.now)
        #expect(found.map(\.isNamesake) == [true, true, false])
        #expect(found.map { $0.plan?.id.rawValue } == ["MSP-000001", nil, nil])
        #expect(try store.desk(.none).search("ada", limit: 1, at: Self.now).count == 1)
        #expect(try store.desk(.none).search("ada", limit: 0, at: Self.now).isEmpty)
        #expect(store.contents.audit.isEmpty)
    }

    @Test("Whoever may be called the same is a namesake, whatever their second or given names")
    func calledTheSame() throws {
        let people = [
            Customer.invented(1, "Michelle", "McDonald"), .invented(2, "Michelle", "McDonald"),
            .invented(3, "Shelly", "Mcdonald"), .invented(4, "Shelly", "McDonald"), .invented(5, "Ruth", "McDonald"),
        ].enumerated().map { index, person in
            var person = person
            if index == 0 { person.otherNames = "Lisa" }
            if index == 2 { person.preferredName = "Ruth" }
            return person
        }
        let found = try MemoryStore(customers: people).desk(.none).search("mcdonald", limit: 10, at: Self.now)
        let namesakes = Set(found.filter(\.isNamesake).map(\.match.customer.id.rawValue))
        #expect(namesakes == [1, 2, 3, 4, 5])
        let apart = try MemoryStore(customers: Array(people.dropLast())).desk(.none)
            .search("mcdonald", limit: 10, at: Self.now)
        #expect(Set(apart.filter(\.isNamesake).map(\.match.customer.id.rawValue)) == [1, 2, 3, 4])
        let surnames = [Customer.invented(6, "", "McDonald"), .invented(7, "", "McDonald"), people[4]]
        let nameless = try MemoryStore(customers: surnames).desk(.none).search("mcdonald", limit: 10, at: Self.now)
        #expect(Set(nameless.filter(\.isNamesake).map(\.match.customer.id.rawValue)) == [6, 7])
    }

    @Test("A number whose own check fails leads to whoever bears it but for one character, and to nobody otherwise")
    func misheard() throws {
        var person = Customer.invented(1, "Ada", "Byron")
        person.crn = "307111942H"
        let desk = try MemoryStore(customers: [person, .invented(2, "Bo", "Lee")]).desk(.none)
        let found = try desk.search("307 111 924H", limit: 10, at: Self.now)
        #expect(found.map(\.match.customer.id.rawValue) == [1])
        #expect(found.first?.match.why == ["CRN: one character differs"])
        #expect(found.first?.match.isSamePerson == false)
        #expect(found.shortfall() == "Nobody fits all of it: nothing for \"307 111 924H\". The nearest:")
        let wrongLetter = try desk.search("307111942T", limit: 10, at: Self.now)
        #expect(wrongLetter.first?.match.why == ["CRN: one character differs"])
        let nobody = try desk.search("111 111 924A", limit: 10, at: Self.now)
        #expect(nobody.isEmpty)
    }
}
