import Casework
import Testing

@testable import Storage

@Suite("The first letters of a name")
struct BeginningTests {
    let scratch: Scratch
    let register: Register

    /// Two thousand Smiths, called John and Jane; some Smithers, an Olivia who lives in Orange, one who does not.
    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            for number in 1...2_000 {
                try session.insert(
                    .named(number.isMultiple(of: 2) ? "John" : "Jane", "Smith", id: "s\(number)", born: "1970-01-01"))
            }
            for number in 1...40 { try session.insert(.named("Smithson", "Abbott", id: "g\(number)")) }
            for number in 1...5 { try session.insert(.named("Ann", "Smithers", id: "t\(number)")) }
            try session.insert(
                Customer(
                    id: Customer.ID(rawValue: 0), externalId: "orange", givenName: "Olivia", surname: "Zammit",
                    suburb: "Orange", postcode: "2800"))
            try session.insert(.named("Olivia", "Abela", id: "elsewhere"))
        }
    }

    private func matches(_ words: String, limit: Int = 20) throws -> [Match] {
        try register.read { reader in
            let query = SearchQuery(words)
            return Array(query.rank(try reader.candidates(for: query, limit: limit + 10)).prefix(limit))
        }
    }

    @Test(
        "While a name is begun, hardly more people are looked at than are shown",
        arguments: ["s", "sm", "smith", "smith ", "xyzzy s", "john smith", "smith j"])
    func rows(words: String) throws {
        let read = try register.fill { session in
            var search = try CandidateSearch(SearchQuery(words), wanted: 30, in: session.db) { false }
            try search.run()
            return search.rowsRead
        }
        #expect(read > 0)
        #expect(read <= 240, "\(read)")
    }

    @Test("Each further letter of a common name leaves the list as it is")
    func steady() throws {
        let shown = try matches("smith").map(\.customer.externalId)
        #expect(shown.count == 20)
        #expect(try matches("smith ").map(\.customer.externalId) == shown)
    }

    @Test("A beginning may be that of a surname or of a given name: both are listed")
    func bothNames() throws {
        let found = try matches("smiths").map(\.customer.givenName)
        #expect(found.contains("Smithson"))
        let begun = try matches("smi")
        #expect(begun.contains { $0.customer.surname == "Smith" })
        #expect(begun.contains { $0.customer.givenName == "Smithson" })
    }

    @Test("Those who are not looked at count all the same: one of two thousand is not called the person meant")
    func score() throws {
        let smith = try #require(try matches("smith").first)
        #expect(smith.score < 1.0 / 1_500)
        #expect(smith.score > 1.0 / 6_000)
        let john = try #require(try matches("john smith").first)
        #expect(john.score < 1.0 / 700)
        #expect(john.score > 1.0 / 3_000)
    }

    @Test(
        "A name left at its beginning leads to its bearers with whatever was said beside it",
        arguments: ["zam 2800", "zamm orange", "zamm ", "oliv zammit", "o zammit", "zamm 1961", "mrs o zamm"])
    func shortened(words: String) throws {
        try register.fill { session in
            try session.insert(.named("Olga", "Zammit", id: "other", born: "1961-05-09"))
            for number in 1...30 {
                try session.insert(.named("Orange", "Penrith", id: "p\(number)", born: "1961-01-01"))
            }
        }
        let found = try matches(words)
        #expect(found.first?.customer.surname == "Zammit", "\(words): \(found.first.debugDescription)")
        #expect(found.first?.unfit == [])
    }

    @Test("A date alone leads to those with day and month in each other's place too, below those born that day")
    func swappedDates() throws {
        try register.fill { session in
            try session.insert(.named("Ada", "Born", id: "b1", born: "1958-03-12"))
            try session.insert(.named("Bo", "Borne", id: "b2", born: "1958-12-03"))
        }
        #expect(try matches("12/3/1958").map(\.customer.externalId) == ["b1", "b2"])
        #expect(try matches("3/12/1958").map(\.customer.externalId) == ["b2", "b1"])
        // Nobody was born that day.
        #expect(try matches("12/3/1959").contains { $0.customer.externalId == "b1" })
    }

    @Test("One word is not both a name and a place")
    func oneRole() throws {
        let found = try matches("o")
        #expect(found.map(\.customer.externalId) == ["elsewhere", "orange"])
        #expect(found[1].why == ["given name"])
    }
}
