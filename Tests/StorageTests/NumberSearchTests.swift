import Casework
import Testing

@testable import Storage

@Suite("Finding people by number")
struct NumberSearchTests {
    let scratch: Scratch
    let register: Register
    let everybody: [Customer]

    /// Strangers whose numbers resemble those of the two who are looked for.
    init() throws {
        func person(
            _ id: String, crn: String? = nil, medicare: String? = nil, csid: String? = nil, phone: String? = nil
        ) -> Customer {
            Customer(
                id: Customer.ID(rawValue: 0), externalId: id, givenName: "Given", surname: id, crn: crn,
                medicareNumber: medicare, csid: csid, phoneMobile: phone)
        }
        scratch = try Scratch()
        register = try scratch.register { session in
            for person in [
                person(
                    "AB-1", crn: "307 111 942H", medicare: "2123456701", csid: "77-12345", phone: "+61 412 345 678"),
                person("X-2", crn: "307111943T", medicare: "21234567012", csid: "7712346", phone: "0412345678"),
                person("307111942", phone: "0298765432"), person("ABCDE7", csid: "123456789", phone: "0491570014"),
                person("rec-14-dup-0", medicare: "3333333331"), person("1234567890123456"),
            ] { try session.insert(person) }
        }
        everybody = try register.read { reader in
            try (1...6).compactMap { try reader.customer(Customer.ID(rawValue: $0)) }
        }
    }

    @Test(
        "Looking a number up gives the people, scores and reasons that weighing everybody gives",
        arguments: [
            "307111942H", "307 111 942h", "307-111-942H", "307111942X", "307111942", "30711", "2123456701",
            "2123 45670 1", "21234567012", "7712345", "77-12345", "0412345678", "+61 412 345 678", "0298765432",
            "AB-1", "ab1", "ABCDE7", "rec-14-dup-0", "rec14dup0", "1234567890123456", "307111943T", "999999999X",
            "307111942H 7712346", "123456789", "307 111", "0412 345", "2123 45670 1 2", "33333333312",
        ])
    func sameAsEverybody(text: String) throws {
        let query = SearchQuery(text, today: CalendarDay(number: 20_500))
        let looked = try register.read { query.rank(try $0.candidates(for: query, limit: 20)) }
        let weighed = query.rank(Candidates(among: everybody, for: query))
        #expect(looked.map(\.customer.externalId) == weighed.map(\.customer.externalId))
        #expect(looked.map(\.why) == weighed.map(\.why))
        #expect(looked.map(\.unfit) == weighed.map(\.unfit))
        for (one, other) in zip(looked, weighed) { #expect(abs(one.score - other.score) < 1e-9) }
    }

    @Test("A CRN that somebody bears is looked up as one, not as the beginning or end of other numbers")
    func oneLookUp() throws {
        func statements(_ text: String) throws -> Int {
            try register.fill { session in
                try session.counting { try session.candidates(for: SearchQuery(text), limit: 20) }.1
            }
        }
        // How many people, who bears the code, and each who does.
        #expect(try statements("307111942H") == 4)
        #expect(try statements("307111942") > 4)
    }

    @Test(
        "A plan's number finds its customer in the register, however it is written",
        arguments: [
            "MSP-000101", "msp000101", "MSP 000101",
        ])
    func planNumber(text: String) throws {
        try register.fill { session in
            var plan = Plan(
                id: Plan.ID(rawValue: "MSP-000101"), customer: Customer.ID(rawValue: 2), kind: .reactive,
                status: .active, start: try day("2026-02-02"), end: try day("2026-08-01"), zone: "", state: .nsw)
            try session.save(plan)
            plan = Plan(
                id: Plan.ID(rawValue: "MSP-000102"), customer: Customer.ID(rawValue: 3), kind: .reactive,
                status: .removed, start: try day("2026-02-02"), end: try day("2026-08-01"), zone: "", state: .nsw)
            try session.save(plan)
        }
        func ranked(_ text: String) throws -> [Match] {
            let query = SearchQuery(text)
            return try register.read { query.rank(try $0.candidates(for: query, limit: 20)) }
        }
        let found = try ranked(text)
        #expect(found.map(\.customer.externalId) == ["X-2"])
        #expect(found.map(\.why) == [["plan ID"]])
        #expect(try ranked("MSP-000102").isEmpty)
    }
}
