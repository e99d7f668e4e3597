import Casework
import Testing

@testable import Storage

@Suite("The invented people of a practice register")
struct PracticePeopleTests {
    @Test("The same seed gives the same people, whatever the count; another seed gives others")
    func determinism() {
        let few = PracticePeople(seed: 7, count: 300)
        let many = PracticePeople(seed: 7, count: 5000)
        #expect(few.elementsEqual(many.prefix(300)))
        #expect(few[200] == many[200])
        let others = PracticePeople(seed: 8, count: 300)
        #expect(zip(few, others).dropFirst(PracticeCast.count).filter { $0.name == $1.name }.count < 10)
    }

    @Test("Chance is the same on every machine")
    func pinned() {
        var random = PracticeRandom(seed: 1, stream: 2)
        #expect((0..<4).map { _ in random.below(1000) } == [550, 200, 800, 823])
    }

    @Test("Every number passes its check, and no two people share one, among a hundred thousand")
    func numbers() {
        let people = PracticePeople(seed: 20_260_304, count: 100_000)
        var crns: Set<String> = []
        var medicare: Set<Substring> = []
        var csids: Set<String> = []
        var externalIds: Set<String> = []
        var faults: [String] = []
        var medicareCount = 0
        var csidCount = 0
        for person in people {
            let crn = person.crn ?? ""
            if !CustomerReferenceNumber.isValid(crn) || !crns.insert(crn).inserted { faults.append("CRN \(crn)") }
            if let number = person.medicareNumber {
                medicareCount += 1
                if !MedicareNumber.isValid(number) || !medicare.insert(number.prefix(8)).inserted {
                    faults.append("Medicare \(number)")
                }
            }
            if let csid = person.csid {
                csidCount += 1
                if ReferenceNumber.kind(of: CustomerReference(csid)) != .csid || !csids.insert(csid).inserted {
                    faults.append("CSID \(csid)")
                }
            }
            if !externalIds.insert(person.externalId).inserted { faults.append(person.externalId) }
            if person.givenName.isEmpty && person.surname.isEmpty { faults.append("nameless \(person.externalId)") }
        }
        #expect(faults.isEmpty, "\(faults.prefix(5))")
        #expect(people.first?.externalId == "P0000001")
        #expect((90_000...98_000).contains(medicareCount))
        #expect((2000...12_000).contains(csidCount))
    }

    @Test("Numbers stay unique at the far end of ten million people")
    func farEnd() {
        let people = PracticePeople(seed: 3, count: 10_000_000)
        let ends = [people[0..<50], people[9_999_950..<10_000_000]].flatMap { $0 }
        #expect(Set(ends.compactMap(\.crn)).count == 100)
        #expect(ends.compactMap(\.crn).allSatisfy { CustomerReferenceNumber.isValid($0) })
        #expect(people[9_999_999].externalId == "P10000000")
    }

    @Test("Nobody can be called or written to: phones are ACMA's for fiction, e-mail domains nobody's")
    func fiction() {
        for person in PracticePeople(seed: 5, count: 5000) {
            if let mobile = person.phoneMobile {
                #expect(mobile.hasPrefix("049157") && mobile.count == 10)
            }
            if let home = person.phoneHome {
                #expect(home.count == 10 && ["5550", "7010"].contains(home.dropFirst(2).prefix(4)))
            }
            if let email = person.email {
                #expect(["example.com", "example.org", "example.net"].contains { email.hasSuffix("@" + $0) })
                #expect(email.allSatisfy { $0.isASCII && !$0.isWhitespace }, "\(email)")
            }
        }
    }

    @Test("Ages are spread as the population's, in five bands, within two points of a hundred")
    func ages() throws {
        let people = PracticePeople(seed: 11, count: 20_000)
        var bands = [0, 0, 0, 0, 0]
        for person in people.dropFirst(PracticeCast.count) {
            let born = try #require(person.dateOfBirth?.day)
            let age = born.distance(to: PracticePeople.censusDay) * 4 / 1461
            #expect((0...100).contains(age))
            bands[age < 15 ? 0 : age < 30 ? 1 : age < 50 ? 2 : age < 70 ? 3 : 4] += 1
        }
        let expected = [18.1, 19.7, 27.5, 22.7, 12.1]
        for (band, share) in zip(bands, expected) {
            #expect(abs(Double(band) / 200 - share) < 2, "\(bands)")
        }
    }

    @Test("Names are many and of many origins, common ones common, with accents, apostrophes, hyphens and single names")
    func names() {
        let people = PracticePeople(seed: 13, count: 30_000)
        let surnames = Dictionary(people.map { ($0.surname, 1) }, uniquingKeysWith: +)
        let given = Dictionary(people.map { ($0.givenName, 1) }, uniquingKeysWith: +)
        #expect(surnames.filter { !$0.key.contains("-") }.count >= 500)
        #expect(given.count >= 300)
        for name in ["Smith", "Nguyen", "Singh", "Patel", "O'Brien", "Rossi", "Nguyễn", "Yılmaz", "González", "Kim"] {
            #expect(surnames[name] ?? 0 > 0, "\(name)")
        }
        #expect(surnames["Smith"] ?? 0 > 8 * (surnames["Yates"] ?? 0))
        #expect(people.contains { $0.surname.contains("-") })
        #expect(people.dropFirst(PracticeCast.count).contains { $0.surname.isEmpty })
        #expect(people.contains { $0.givenName.isEmpty })
        #expect(people.contains { !$0.preferredName.isEmpty })
        #expect(people.contains { $0.interpreterLanguage != nil })
        #expect(people.contains { $0.indicators.contains("no-fixed-address") })
        #expect(Set(people.flatMap(\.brands)) == Set(Brand.allCases))
    }

    @Test("Suburbs stand with their own postcode and state; every state has residents")
    func places() {
        let places = PracticePlace.states.elements.flatMap(\.self)
        #expect(places.count >= 150)
        #expect(Set(places).count == places.count)
        #expect(Set(places.map(\.state)) == Set(AustralianState.allCases))
        let ranges: [AustralianState: [ClosedRange<Int>]] = [
            .nsw: [2000...2599, 2619...2899], .vic: [3000...3999], .qld: [4000...4999], .sa: [5000...5799],
            .wa: [6000...6797], .tas: [7000...7799], .act: [2600...2618, 2900...2920], .nt: [800...899],
        ]
        for place in places {
            let code = Int(place.postcode) ?? 0
            #expect(place.postcode.count == 4)
            #expect(ranges[place.state]?.contains { $0.contains(code) } == true, "\(place.suburb) \(place.postcode)")
        }
        let lived = Set(PracticePeople(seed: 2, count: 3000).compactMap(\.state))
        #expect(lived == Set(AustralianState.allCases))
    }

    @Test("The cast comes first, and nobody else has a surname of theirs")
    func cast() {
        let people = PracticePeople(seed: 99, count: 20_000)
        let cast = people.prefix(PracticeCast.count)
        #expect(cast.first?.name == "Marjorie Applegarth")
        #expect(cast.map(\.externalId).last == "P0000015")
        #expect(cast.allSatisfy { $0.dateOfBirth?.day != nil })
        let surnames = Set(cast.map(\.surname)).subtracting([""])
        #expect(people.dropFirst(PracticeCast.count).allSatisfy { !surnames.contains($0.surname) })
        #expect(PracticePeople(seed: 99, count: 3).map(\.surname) == ["Applegarth", "Thackeray", "Lương"])
        #expect(PracticePeople(seed: 99, count: 0).isEmpty)
    }
}
