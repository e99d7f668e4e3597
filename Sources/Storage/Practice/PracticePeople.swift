import Casework

/// Invented Australian people, as many as asked for, made one by one as they are read.
///
/// A person follows from the seed and their place in the row alone: the same on every machine, whatever the count and
/// whoever was read before. Nothing is kept, so that ten million need no more memory than ten. The first are the
/// ``PracticeCast``. ``Customer/id`` counts from 1 in the order of the row, and plans refer to it.
///
/// Numbers pass their checks and are unique: CRN for each person, Medicare number and Child Support ID for some. Phone
/// numbers are of the kind that ACMA keeps for fiction, e-mail addresses of domains that nobody can own. Ages are as
/// the Australian population's (ABS, Estimated Resident Population by age, 2023, rounded), on 1 January 2026.
public struct PracticePeople: RandomAccessCollection, Sendable {
    public let seed: UInt64
    public let count: Int

    public init(seed: UInt64, count: Int) {
        self.seed = seed
        self.count = Swift.max(0, count)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    /// The person at `index`, from 0.
    public subscript(index: Int) -> Customer {
        var random = PracticeRandom(seed: seed, stream: UInt64(index))
        let born = birthDay(&random)
        var person = Customer(id: Customer.ID(rawValue: Int64(index) + 1), externalId: externalId(index))
        person.dateOfBirth = RecordedDate(born)
        let origin = nameThe(&person, born: born.year, &random)
        person.crn = crn(index)
        if random.chance(94) { person.medicareNumber = medicareNumber(index, &random) }
        placeThe(&person, &random)
        reachThe(&person, index: index, born: born.year, &random)
        serveThe(&person, index: index, born: born.year, &random)
        let spoken = random.chance(born.year < 1966 ? 30 : 8)
        if spoken { person.interpreterLanguage = origin?.language }
        PracticeCast.play(index, in: &person)
        return person
    }

    /// Ages are counted on this day, so that the same seed gives the same people in any year.
    static let censusDay = CalendarDay(year: 2026, month: 1, day: 1) ?? CalendarDay(number: 20_454)

    /// People of a thousand in each five years of age, from 0 to 4 up to 95 to 99.
    private static let ages = Weighted(
        0, Array(1..<20),
        weight: { age, _ in
            [57, 61, 62, 60, 65, 71, 74, 73, 66, 61, 63, 58, 56, 49, 43, 34, 22, 13, 6, 2][age]
        })

    private func birthDay(_ random: inout PracticeRandom) -> CalendarDay {
        let years = Self.ages.pick(&random) * 5 + random.below(5)
        return Self.censusDay.advanced(by: -(years * 1461 / 4 + 1 + random.below(365)))
    }
}

/// Names.
extension PracticePeople {
    private func nameThe(_ person: inout Customer, born: Int, _ random: inout PracticeRandom) -> PracticeOrigin? {
        var drawn = random.below(1000)
        var origin: PracticeOrigin?
        for each in PracticeOrigin.all {
            if drawn < each.share {
                origin = each
                break
            }
            drawn -= each.share
        }
        let isFemale = random.chance(51)
        let cohort = PracticeEnglishNames.cohorts.first { born < $0.until }
        let english = isFemale ? cohort?.female : cohort?.male
        let own = isFemale ? origin?.female : origin?.male
        let keeps = own != nil && random.chance(origin?.keeps ?? 0)
        person.givenName = (keeps ? own : english)?.pick(&random) ?? ""
        person.surname = (origin?.surnames ?? PracticeEnglishNames.surnames).pick(&random)
        if random.chance(55) {
            let middle = (keeps && random.chance(60) ? own : english)?.pick(&random) ?? ""
            if middle != person.givenName { person.otherNames = middle }
        }
        if random.chance(3) { person.surname += "-" + PracticeEnglishNames.surnames.pick(&random) }
        if let short = PracticeEnglishNames.shortNames[person.givenName], random.chance(22) {
            person.preferredName = short
        } else if keeps, random.chance(14) {
            person.preferredName = english?.pick(&random) ?? ""
        }
        // Some people have one name only, which registers hold now in one field, now in the other.
        if keeps, random.perMille(12) {
            if random.chance(50) { person.surname = person.givenName }
            person.otherNames = ""
            if person.surname == person.givenName { person.givenName = "" } else { person.surname = "" }
        }
        return origin
    }
}

/// Numbers: each series is walked in steps that meet every number once before any comes again.
extension PracticePeople {
    private func externalId(_ index: Int) -> String {
        let digits = String(index + 1)
        return "P" + String(repeating: "0", count: Swift.max(0, 7 - digits.count)) + digits
    }

    private func crn(_ index: Int) -> String {
        let digits = String(200_000_000 + scattered(index, over: 700_000_000, step: 377_910_083))
        return digits + String(CustomerReferenceNumber.checkLetter(for: digits) ?? "X")
    }

    private func medicareNumber(_ index: Int, _ random: inout PracticeRandom) -> String {
        let digits = String(20_000_000 + scattered(index, over: 50_000_000, step: 27_182_819))
        let check = MedicareNumber.checkDigit(for: digits) ?? 0
        let person = random.chance(50) ? String(1 + random.below(5)) : ""
        return "\(digits)\(check)\(1 + random.below(6))\(person)"
    }

    private func csid(_ index: Int) -> String {
        String(10_000_000 + scattered(index, over: 90_000_000, step: 31_415_927))
    }

    /// Distinct for distinct indexes below `range`: the steps share no factor with it.
    private func scattered(_ index: Int, over range: Int, step: Int) -> Int {
        let start = Int(seed % UInt64(range))
        return (start + (index % range) * step) % range
    }
}

/// Where people live and how they are reached.
extension PracticePeople {
    private func placeThe(_ person: inout Customer, _ random: inout PracticeRandom) {
        let places = PracticePlace.states.pick(&random)
        guard !places.isEmpty else { return }
        let place = places[random.below(places.count)]
        person.suburb = place.suburb
        person.postcode = place.postcode
        person.state = place.state
        if random.perMille(8) {
            person.indicators.append("no-fixed-address")
            return
        }
        let street = PracticeStreets.names[random.below(PracticeStreets.names.count)]
        let type = PracticeStreets.types[random.below(PracticeStreets.types.count)]
        let line = "\(1 + random.below(240)) \(street) \(type)"
        if random.chance(18) {
            person.addressLine1 = "Unit \(1 + random.below(24))"
            person.addressLine2 = line
        } else {
            person.addressLine1 = line
        }
    }

    private func reachThe(_ person: inout Customer, index: Int, born: Int, _ random: inout PracticeRandom) {
        let isChild = born > 2012
        if !isChild, random.chance(born < 1946 ? 60 : 95) { person.phoneMobile = "049157" + digits(4, &random) }
        if !isChild, random.chance(born < 1966 ? 55 : 6) {
            person.phoneHome = areaCode(of: person.state) + (random.chance(50) ? "5550" : "7010") + digits(4, &random)
        }
        if !isChild, random.chance(born < 1946 ? 25 : 70) {
            let name = [person.givenName, person.surname]
                .flatMap { SearchText.words($0).prefix(1) }.map { $0.filter(\.isASCII) }
            let domains = ["example.com", "example.org", "example.net"]
            person.email = "\(name.joined(separator: "."))\(index + 1)@\(domains[random.below(domains.count)])"
        }
    }

    private func serveThe(_ person: inout Customer, index: Int, born: Int, _ random: inout PracticeRandom) {
        let isAdult = born <= 2007
        if random.chance(isAdult ? 82 : 60) { person.brands.append(.centrelink) }
        if person.medicareNumber != nil { person.brands.append(.medicarePublic) }
        if isAdult, random.perMille(9) { person.brands.append(.medicareProvider) }
        if isAdult, born > 1960, random.chance(9) {
            person.brands.append(.childSupport)
            person.csid = csid(index)
        }
        if person.brands.isEmpty { person.brands = [.centrelink] }
        if random.perMille(25) { person.indicators.append("vulnerability") }
        if random.perMille(12) { person.indicators.append("hearing") }
        if random.perMille(8) { person.indicators.append("vision") }
    }

    private func digits(_ count: Int, _ random: inout PracticeRandom) -> String {
        (0..<count).map { _ in String(random.below(10)) }.joined()
    }

    private func areaCode(of state: AustralianState?) -> String {
        switch state {
        case .nsw, .act, nil: "02"
        case .vic, .tas: "03"
        case .qld: "07"
        case .sa, .wa, .nt: "08"
        }
    }
}
