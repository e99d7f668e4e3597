import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("A representative is not bound by the customer's plan (R6)")
struct RepresentativeTests {
    private func office(_ representatives: [Representative], _ others: [Plan] = []) -> Office {
        let plan = Plan.invented(faceToFace: .full, phone: .full, representatives: representatives)
        return Office(
            store: MemoryStore(customers: [.mai, .ada], plans: [plan] + others), site: nil, channel: .phone)
    }

    private let ada = Representative(name: "Ada Byron", role: .nominee, customer: Customer.ada.id)

    @Test("Over a representative on the line no verdict on the customer stands", arguments: [40, 80, 120])
    func strip(width: Int) throws {
        let person = try Operator.atRecord(office([ada]), width: width)
        person.press(.character("c"), .character("1"))
        #expect(person.sees("DO NOT SERVE") || person.sees("do not serve"))
        person.press(.character("2"))
        #expect(person.sees("Serve the representative"))
        #expect(person.sees("Representative: not bound by this plan"))
        #expect(!person.screen.contains { $0.lowercased().contains("do not serve") })
    }

    @Test("The mail to the OMC tells of a representative, not of a breach")
    func mail() throws {
        let office = office([ada])
        let person = try Operator.atRecord(office)
        person.press(.character("c"), .character("1"), .character("2"), .enter)
        person.tellsOfClaim()
        person.press(.control("s"), .enter)
        let mail = try #require(office.store.contents.mails.first)
        #expect(mail.subject.contains("from a representative"))
        #expect(!(mail.subject + mail.body).contains("in line"))
        let kept = try #require(office.store.contents.reports.first)
        #expect(!(kept.content.trail + kept.content.fields.values).contains { $0.contains("in line") })
    }

    @Test("Where the record lists no representative, the guide says so")
    func none() throws {
        let person = try Operator.atRecord(office([]))
        person.press(.character("c"), .character("1"), .character("2"))
        #expect(person.sees("No representative stands on this record"))
    }
}
