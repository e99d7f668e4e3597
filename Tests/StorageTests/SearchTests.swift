import Casework
import Testing

@testable import Storage

@Suite("Looking people up")
struct SearchTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            try session.insert(
                Customer(
                    id: Customer.ID(rawValue: 0), externalId: "rec-1", givenName: "Mary-Ann", surname: "O'Hara",
                    dateOfBirth: RecordedDate("1980-04-03"), crn: "307 111 942H", medicareNumber: "2123456701",
                    csid: "77-12345", phoneMobile: "+61 412 345 678", suburb: "St Marys", postcode: "2760"))
        }
    }

    /// Thousands of one name.
    private func gatherCrowd() throws {
        try register.fill { session in
            for number in 1...6_000 {
                try session.insert(
                    .named(number.isMultiple(of: 2) ? "John" : "Jane", "Smith", id: "s\(number)", born: "1970-01-01"))
            }
            try session.insert(.named("John", "Rare", id: "rare", born: "1960-01-01"))
        }
    }

    private func found(_ words: String, limit: Int = 50) throws -> [String] {
        try register.read { try $0.found(words, limit: limit) }
    }

    @Test(
        "A person is found by any word, number or date, in any order, whole or begun",
        arguments: [
            "ohara", "o'hara", "mary", "ann", "MARYANN", "o'hara mary-ann", "3/4/1980", "1980-04-03", "19800403",
            "3 apr 1980", "307111942H", "307 111 942", "2123456701", "0412345678", "0412 345 678", "marys", "2760",
            "oha", "rec1", "7712345", "xyzzy ohara", "ohara 1980-04-04",
        ])
    func anyKey(words: String) throws {
        #expect(try found(words).first == "rec-1")
    }

    @Test("Nobody is found by nothing, or by a word that nobody bears", arguments: ["", "  ", "xyzzy", "xyzzy qwerty"])
    func nobody(words: String) throws {
        #expect(try found(words).isEmpty)
    }

    @Test("Those who match every word come before those who match some")
    func mostFirst() throws {
        try gatherCrowd()
        let both = try found("rare john", limit: 5)
        #expect(both.first == "rare")
        #expect(both.count <= 5)
        let johns = try found("john smith", limit: 10)
        #expect(johns.count == 10)
        #expect(johns.allSatisfy { Int($0.dropFirst())?.isMultiple(of: 2) == true })
        #expect(try found("smith rare", limit: 3).first == "rare")
    }

    @Test(
        "A search reads no more of the register when ten times as many bear the name",
        arguments: ["john smith", "john smith 1970-01-01", "smith", "jo", "smiht jhon 1/1/1971"])
    func bounded(words: String) throws {
        try gatherCrowd()
        let steps = try register.fill { session in
            let (_, statements) = try session.tracing { try session.candidates(for: SearchQuery(words), limit: 50) }
            return try statements.flatMap { try session.plan(of: $0) }
        }
        #expect(!steps.isEmpty)
        for step in steps where step.hasPrefix("SCAN") {
            #expect(step.hasPrefix("SCAN search_index") || step.hasPrefix("SCAN (subquery"), "\(step)")
        }
    }

    @Test(
        "Nothing that is typed is carried out, or read further than a question goes",
        arguments: [
            "'; DROP TABLE customers; --", "%", "\u{0}\u{1B}[2J", String(repeating: "o'hara", count: 10_000),
            String(repeating: "ohara mary ", count: 1_000), "--", "Ἀλέξανδρος 王小明 محمد שלום ไทย 👩‍👩‍👧", "????",
        ])
    func badInput(words: String) throws {
        let (_, statements) = try register.fill { session in
            try session.counting { try session.candidates(for: SearchQuery(words), limit: 50) }
        }
        #expect(statements < 4_000)
        #expect(try found("ohara").first == "rec-1")
    }

    @Test(
        "A reference names a person however its spaces, hyphens and case are written",
        arguments: ["307111942H", "307 111 942h", "307-111-942H", "2123 45670 1", "7712345", "77-12345", "rec-1"])
    func bearing(reference: String) throws {
        let found = try register.read { try $0.customers(bearing: CustomerReference(reference)) }
        #expect(found.map(\.externalId) == ["rec-1"])
    }

    @Test("A reference is looked up in indexes alone")
    func bearingPlan() throws {
        let steps = try register.fill { session in
            try session.steps(of: RegisterSession.planned, ["X"]) + session.steps(of: RegisterSession.bearing, [1])
        }
        #expect(steps.contains { $0.contains("plans_by_reference") })
        for step in steps where step.hasPrefix("SCAN") { Issue.record("\(step)") }
    }

    @Test("A search that nobody waits for any more ends between two look-ups, and the next one is made as ever")
    func outdated() throws {
        var asked = 0
        #expect(throws: CancellationError.self) {
            try register.read { reader in
                try reader.candidates(for: SearchQuery("mary ohara"), limit: 10) {
                    asked += 1
                    return asked > 3
                }
            }
        }
        #expect(asked == 4)
        #expect(try found("ohara") == ["rec-1"])
    }

    @Test("An external ID of marks alone names its bearer")
    func marksAlone() throws {
        _ = try register.fill { try $0.insert(.named("T", "Marks", id: "+/+")) }
        let found = try register.read { try $0.customers(bearing: CustomerReference("+/+")) }
        #expect(found.map(\.externalId) == ["+/+"])
    }

    @Test("Both people who bear one number are named")
    func twoWithOneNumber() throws {
        try register.fill { session in
            for id in ["t1", "t2"] { try session.insert(.named("T", id, id: id, crn: "123456789X")) }
        }
        let found = try register.read { try $0.customers(bearing: CustomerReference("123 456 789 x")) }
        #expect(found.map(\.externalId) == ["t1", "t2"])
    }
}
