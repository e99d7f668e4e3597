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

    @Test("One word is not both a name and a place")
    func oneRole() throws {
        let found = try matches("o")
        #expect(found.map(\.customer.externalId) == ["elsewhere", "orange"])
        #expect(found[1].why == ["given name"])
    }
}
