import Casework
import TestSupport
import Testing

@Suite("Who is meant by a number")
struct DeskReferenceTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented(
        1, "Ada", "Byron", externalId: "rec-17", crn: "307111942H", medicareNumber: "2123456701", csid: "61234567")
    static let twin = Customer.invented(2, "Ada", "Byron", born: nil, externalId: "rec-18", csid: "77777")
    static let other = Customer.invented(3, "Cleo", "Adeyemi", externalId: "rec-19", csid: "77777")

    func desk() throws -> Desk {
        try MemoryStore(
            customers: [Self.ada, Self.twin, Self.other],
            plans: [.invented("MSP-000042"), .invented("MSP-000043", of: 2, status: .removed)]
        ).desk(.none)
    }

    @Test(
        "A person is named by any number or the external ID, spaces notwithstanding",
        arguments: [
            "307111942H", "307 111 942h", "2123456701", "2123 45670 1", "61234567", "6123 4567", "MSP-000042",
            "msp 000042", "rec-17", " rec-17 ",
        ])
    func named(text: String) throws {
        #expect(try desk().customer(CustomerReference(text), at: Self.now) == Self.ada)
    }

    @Test("A number that nobody bears is said so", arguments: ["12345678", "rec-99", "MSP-999999", "MSP-000043"])
    func unknown(text: String) throws {
        let desk = try desk()
        #expect(throws: ReferenceError.unknown(text)) { try desk.customer(CustomerReference(text), at: Self.now) }
        #expect(ReferenceError.unknown(text).fault == .badInput)
    }

    @Test("A number that two people bear names both and chooses neither")
    func ambiguous() throws {
        let desk = try desk()
        #expect(throws: ReferenceError.ambiguous("77777", [Self.twin, Self.other])) {
            try desk.customer(CustomerReference("77777"), at: Self.now)
        }
        let message = ReferenceError.ambiguous("77777", [Self.twin, Self.other]).message
        for part in ["2 people", "Ada Byron", "rec-18", "Cleo Adeyemi", "rec-19", "born unknown", "1980-04-03"] {
            #expect(message.contains(part), "\(part)")
        }
    }

    @Test(
        "A number that fails its check is said so, with the repairs of one character that the register knows",
        arguments: [
            ("307111943H", "307111942H"), ("307111924H", "307111942H"), ("207111942H", "307111942H"),
            ("2123456711", "2123456701"), ("1223456701", "2123456701"),
        ])
    func repairs(text: String, repair: String) throws {
        let desk = try desk()
        let error = #expect(throws: ReferenceError.self) {
            try desk.customer(CustomerReference(text), at: Self.now)
        }
        guard case .checkDigit(let said, _, let repairs) = try #require(error) else {
            Issue.record("\(text): \(error?.message ?? "")")
            return
        }
        #expect(said == text)
        #expect(repairs == ["\(repair) (Ada Byron)"])
        #expect(error?.remedy.contains(repair) == true)
    }

    @Test("A number that fails its check and is near nobody's has no repairs")
    func noRepair() throws {
        let desk = try desk()
        let error = #expect(throws: ReferenceError.self) {
            try desk.customer(CustomerReference("123456789A"), at: Self.now)
        }
        guard case .checkDigit(_, _, let repairs) = try #require(error) else {
            Issue.record("\(error?.message ?? "")")
            return
        }
        #expect(repairs.isEmpty)
    }

    @Test("A number of good form that nobody bears is unknown, whatever stands near it")
    func validButUnknown() throws {
        let desk = try desk()
        let letter = try #require(CustomerReferenceNumber.checkLetter(for: "307111943"))
        let number = "307111943\(letter)"
        #expect(throws: ReferenceError.unknown(number)) {
            try desk.customer(CustomerReference(number), at: Self.now)
        }
    }
}
