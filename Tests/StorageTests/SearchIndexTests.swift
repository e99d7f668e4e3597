import Casework
import Testing

@testable import Storage

@Suite("The index by which people are found")
struct SearchIndexTests {
    private let tables = [
        "words", "near_words", "people_by_name", "people_by_given", "people_by_birth",
        "people_by_place", "people_by_number",
    ]

    private func contents(_ register: Register) throws -> [[String]] {
        try register.fill { session in
            try tables.dropFirst(2).map { table in
                try session.rows("SELECT * FROM \(table)", []) { "\($0)" }
            } + [session.rows("SELECT text, given, surname, place FROM words ORDER BY text", []) { "\($0)" }]
        }
    }

    private func person(_ number: Int) -> Customer {
        PracticePeople(seed: 7, count: 5_000)[number]
    }

    @Test("A person who changes is found by what is known now, and no longer by what was")
    func changed() throws {
        let scratch = try Scratch()
        let register = try scratch.register { try $0.insert(.named("Ada", "Byron", id: "a", born: "1980-04-03")) }
        try register.fill { session in
            var ada = try #require(try session.customer(Customer.ID(rawValue: 1)))
            ada.surname = "Lovelace"
            ada.dateOfBirth = RecordedDate("1981-05-06")
            try session.update(ada)
        }
        #expect(try register.read { try $0.found("lovelace") } == ["a"])
        #expect(try register.read { try $0.found("byron") }.isEmpty)
        #expect(try register.read { try $0.found("3/4/1980") }.isEmpty)
        #expect(try register.read { try $0.found("6/5/1981") } == ["a"])
    }

    @Test("Many people at once, and the same people one transaction each, give the same index")
    func staged() throws {
        let (together, apart) = (try Scratch(), try Scratch())
        let people = (0..<2_300).map(person)
        let one = try together.register { session in
            for person in people { try session.insert(person) }
            var changed = people[3]
            changed.surname = "Changed"
            try session.update(changed)
        }
        let other = try apart.register()
        for start in stride(from: 0, to: people.count, by: 100) {
            try other.fill { session in
                for person in people[start..<min(start + 100, people.count)] { try session.insert(person) }
            }
        }
        try other.fill { session in
            var changed = people[3]
            changed.surname = "Changed"
            try session.update(changed)
        }
        let sums = try [one, other].map { register in
            try register.fill { session in
                try tables.map { try session.rows("SELECT count(*) FROM \($0)", []) { $0[0] as Int }[0] }
            }
        }
        #expect(sums[0] == sums[1])
        #expect(try contents(one).last == contents(other).last)
        for text in ["changed", "smith 1970", "nguyen", "0491"] {
            #expect(try one.read { try $0.found(text) } == other.read { try $0.found(text) })
        }
    }
}
