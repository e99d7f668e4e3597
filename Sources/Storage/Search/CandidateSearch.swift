import Casework
import Foundation
import GRDB

/// Looks for the people who may be meant by a question, weighing them roughly on what the indexes alone tell.
///
/// Each heard word leads to the words of the vocabulary that it may stand for; exact look-ups then go from the most
/// telling to the least: numbers, the birth date, pairs of surname and given name, near dates with either, either
/// alone, places with a surname. What the indexes hold is enough to weigh a person, so that only those who are shown
/// are read in full. Every step stops at its cap; no step reads more than ``Cap`` says.
///
/// What lost: lists of people for each word, intersected, for two common names share few people and are read whole;
/// trigrams in a full-text index, for a short name with one error shares none; keys of text, for they take more room
/// than numbers of words (schema 1 had them).
struct CandidateSearch {
    let query: SearchQuery
    private(set) var hearings: [Hearing] = []
    /// See ``Candidates/planNumbers``.
    var planNumbers: [Customer.ID: [String]] = [:]
    let population: Int

    let db: Database
    private var gains = NameGains()
    private var found: [Int64: Rough] = [:]
    private var rowsLeft = Cap.rows
    var rowsRead: Int { Cap.rows - rowsLeft }
    private var dates: DateGains
    /// About the summed likelihood of bearers of two names who were not read, since they fit no better than enough others.
    private var unread = 0.0
    private var isNumberFound = false

    /// What is known of a person before reading them; each is the most that one row told.
    private struct Rough {
        var names = 0.0
        var birth = 0.0
        var place = 0.0
        var number = 0.0
        var sum: Double { names + birth + place + number }
    }

    /// Rows read at most; the figures are for one look-up unless they say otherwise.
    private enum Cap {
        /// In the whole search.
        static let rows = 12_000
        static let sameBirth = 2_000
        static let pairs = 240
        static let pairsOnceDecided = 12
        static let samePair = 600
        static let nearBirthNames = 8
        static let nearBirth = 40
        static let names = 10
        static let sameName = 800
        static let places = 6
        static let samePlace = 300
        static let smallPlace = 1_500
    }

    /// So many of the likeliest are asked for.
    private let wanted: Int

    private let isOutdated: () -> Bool

    init(_ query: SearchQuery, wanted: Int, in db: Database, unless isOutdated: @escaping () -> Bool) throws {
        self.isOutdated = isOutdated
        self.query = query
        self.wanted = wanted
        self.db = db
        population = try BareStatement("SELECT people FROM search_index", in: db).first { Int($0[0]) } ?? 0
        dates = DateGains(query)
        guard !query.spans.isEmpty else { return }
        let vocabulary = try Vocabulary(db, for: query)
        for span in query.spans {
            if isOutdated() { throw CancellationError() }
            let words = try vocabulary.words(for: span)
            guard !words.isEmpty else { continue }
            let hearing = Hearing(span, among: words.values, people: population)
            hearings.append(hearing)
            for (id, word) in words {
                guard let heard = hearing.words[word.text] else { continue }
                gains.add(heard, of: id, bearers: word.bearers, for: span)
            }
        }
        gains.sort(people: population)
    }

    mutating func run() throws {
        try findNumbers()
        guard !query.spans.isEmpty || !dates.isEmpty else { return }
        found.reserveCapacity(2 * Cap.samePair)
        try findBirths()
        if isOneWordKnown {
            try findSingleNames()
            return try findPlaces()
        }
        try findPairs()
        if !isDecided { try findNearBirths() }
        try findPlaces()
        if !isDecided { try findSingleNames() }
    }

    /// The likeliest people, and the summed likelihood of the others.
    func best() -> (ids: [Int64], others: Double) {
        // Thousands are found and some dozens wanted: sorting all of them would cost more than finding them.
        var best: [(id: Int64, sum: Double)] = []
        var others = unread
        let base = base
        func precedes(_ left: (id: Int64, sum: Double), _ right: (id: Int64, sum: Double)) -> Bool {
            left.sum != right.sum ? left.sum > right.sum : left.id < right.id
        }
        for (id, rough) in found {
            let each = (id: id, sum: rough.sum)
            if best.count == wanted, let last = best.last {
                guard precedes(each, last) else {
                    others += exp(each.sum + base)
                    continue
                }
                others += exp(last.sum + base)
                best.removeLast()
            }
            var (low, high) = (0, best.count)
            while low < high {
                let middle = (low + high) / 2
                if precedes(best[middle], each) { low = middle + 1 } else { high = middle }
            }
            best.insert(each, at: low)
        }
        guard isOneWordKnown else { return (best.map(\.id), others) }
        // Most of those who bear the word were not even read.
        let all = gains.likelihoodOfBearers(base)
        return (best.map(\.id), max(others, all - best.reduce(0) { $0 + exp($1.sum + base) }))
    }

    /// The weight of somebody whom nothing fits.
    private var base: Double { Hearing.nothing * Double(query.parts.count) }

    /// Whether somebody fits so well that only their rivals are of interest still.
    private var isDecided: Bool { bestSum + base > log(Double(population)) + 5 }
    private var bestSum = 0.0

    private mutating func note(_ customer: Int64, _ change: (inout Rough) -> Double) {
        bestSum = max(bestSum, change(&found[customer, default: Rough()]))
        knownBar = nil
    }

    /// Notes that a number of the customer's was said, or a part of one.
    mutating func noteNumber(of customer: Int64, gain: Double) {
        isNumberFound = true
        note(customer) { rough in
            rough.number = max(rough.number, gain)
            return rough.sum
        }
    }

    /// What somebody must gain to be among the wanted, as far as is known.
    private mutating func bar() -> Double {
        if let knownBar { return knownBar }
        let bar = sumOfLastWanted
        knownBar = bar
        return bar
    }

    /// Until somebody is noted.
    private var knownBar: Double?

    private var sumOfLastWanted: Double {
        guard found.count >= wanted else { return 0 }
        var best: [Double] = []
        for rough in found.values {
            let sum = rough.sum
            if best.count == wanted {
                guard sum > best[0] else { continue }
                best.removeFirst()
            }
            best.insert(sum, at: best.firstIndex { $0 >= sum } ?? best.count)
        }
        return best.first ?? 0
    }

    /// What all rows of a look-up have in common.
    private struct Common {
        let gain: Double
        /// Bits of the parts of the question that lead there.
        let parts: UInt16

        init(_ pair: NameGains.Pair) { (gain, parts) = (pair.gain, pair.parts) }
        init(_ word: NameGains.Word) { (gain, parts) = (word.gain, word.parts) }
    }

    /// Reads people who have `common` in common; when nothing else can tell one of them from another, no more than
    /// `enough`.
    private mutating func read(
        _ statement: BareStatement, _ values: [Int64], cap: Int, sharing common: Common, enough: Int,
        place: NameGains.Word? = nil
    ) throws -> (count: Int, isCut: Bool) {
        var cap = cap
        let isAlike = dates.isEmpty && !isNumberFound && gains.most(beyond: common.parts) == 0
        if isAlike {
            let equals = found.values.reduce(0) { $0 + ($1.sum >= common.gain - 1e-9 ? 1 : 0) }
            // Not the missing alone: the first rows may be those that are there already.
            cap = equals < enough ? min(cap, enough) : 0
        }
        let count = try read(statement, values, cap: cap, place: place)
        return (count, isAlike && count == cap)
    }

    /// Reads at most `cap` rows; each tells customer, surname, given name and birth date, -1 for what it lacks.
    private mutating func read(
        _ statement: BareStatement, _ values: [Int64], cap: Int, place: NameGains.Word? = nil
    ) throws -> Int {
        let cap = min(cap, rowsLeft)
        guard cap > 0 else { return 0 }
        if isOutdated() { throw CancellationError() }
        var count = 0
        try statement.each(values) { row in
            count += 1
            let names = gains.names(surname: row[1], given: row[2])
            // A word that is taken for the place is taken for no name.
            let place =
                place.map {
                    max(0, $0.gain + gains.names(surname: row[1], given: row[2], but: $0.parts) - names)
                } ?? 0
            let birth = row[3] < 0 ? 0 : dates.gain(of: row[3])
            note(row[0]) { rough in
                rough.names = max(rough.names, names)
                if birth != 0 { rough.birth = rough.birth == 0 ? birth : max(rough.birth, birth) }
                rough.place = max(rough.place, place)
                return rough.sum
            }
            return count < cap
        }
        rowsLeft -= count
        return count
    }

    /// Rows of an index that meet `condition`; ``read(_:_:cap:place:)`` takes them.
    private func statement(_ table: String, _ condition: String) throws -> BareStatement {
        let surname = table == "people_by_given" ? "-1" : "surname"
        let born = table == "people_by_place" ? "-1" : "born"
        return try BareStatement("SELECT customer, \(surname), given, \(born) FROM \(table) WHERE \(condition)", in: db)
    }

    private mutating func findBirths() throws {
        guard !dates.said.isEmpty else { return }
        let bornOn = try statement("people_by_birth", "born = ?1")
        for born in dates.said { _ = try read(bornOn, [born], cap: Cap.sameBirth) }
        // A date alone: with names, theirs lead to dates that are off by little.
        guard query.spans.isEmpty, !isNumberFound else { return }
        for born in found.isEmpty ? dates.near : dates.swapped {
            _ = try read(bornOn, [born], cap: Cap.nearBirth)
        }
    }

    private mutating func findPairs() throws {
        let pairs = gains.pairs.prefix(isDecided ? Cap.pairsOnceDecided : Cap.pairs)
        guard !pairs.isEmpty else { return }
        let bearers = try statement("people_by_name", "surname = ?1 AND given = ?2")
        let bornBetween = try statement("people_by_name", "surname = ?1 AND given = ?2 AND born BETWEEN ?3 AND ?4")
        // What a date or a place may add to a pair of names.
        let more = (dates.isEmpty ? 0 : DateGains.mostOfNear) + (gains.places.first?.gain ?? 0)
        for (turn, pair) in pairs.enumerated() {
            if turn.isMultiple(of: 24), turn > 0, pair.gain + more < bar() { return }
            if let years = dates.years {
                _ = try read(
                    bornBetween, [pair.surname, pair.given, years.lowerBound, years.upperBound], cap: Cap.samePair)
            }
            let (count, isCut) = try read(
                bearers, [pair.surname, pair.given], cap: Cap.samePair, sharing: Common(pair), enough: wanted)
            if isCut { unread += max(0, pair.likelyBearers - Double(count)) * exp(pair.gain + base) }
            guard count == Cap.samePair, !isDecided else { continue }
            for born in dates.near {
                _ = try read(bornBetween, [pair.surname, pair.given, born, born], cap: Cap.nearBirth)
            }
        }
    }

    /// One name and a date that is off by little: of names that can so bring somebody among the wanted.
    private mutating func findNearBirths() throws {
        let bar = bar()
        func names(_ words: [NameGains.Word], with more: Double) -> ArraySlice<NameGains.Word> {
            words.prefix(Cap.nearBirthNames).prefix { $0.gain + more > bar }
        }
        let birthAndSurname = try statement("people_by_birth", "born = ?1 AND surname = ?2")
        let givenAndBirth = try statement("people_by_given", "given = ?1 AND born = ?2")
        for born in dates.near {
            for surname in names(gains.surnames, with: DateGains.mostOfNear) {
                _ = try read(birthAndSurname, [born, surname.id], cap: Cap.nearBirth)
            }
            for given in names(gains.givens, with: DateGains.mostOfNear) {
                _ = try read(givenAndBirth, [given.id, born], cap: Cap.nearBirth)
            }
        }
        guard let years = dates.years else { return }
        let givenAndYears = try statement("people_by_given", "given = ?1 AND born BETWEEN ?2 AND ?3")
        for given in names(gains.givens, with: DateGains.ofYear) {
            _ = try read(givenAndYears, [given.id, years.lowerBound, years.upperBound], cap: Cap.sameName)
        }
        let days = gains.givens.isEmpty || gains.pairs.isEmpty ? dates.daysOfYears : []
        for surname in names(gains.surnames, with: DateGains.ofYear).prefix(2) {
            for born in days { _ = try read(birthAndSurname, [born, surname.id], cap: Cap.nearBirth) }
        }
    }

    private mutating func findPlaces() throws {
        guard !gains.places.isEmpty else { return }
        let inPlace = try statement("people_by_place", "place = ?1")
        let surnameInPlace = try statement("people_by_place", "place = ?1 AND surname = ?2")
        let namesInPlace = try statement("people_by_place", "place = ?1 AND surname = ?2 AND given = ?3")
        for place in gains.places.prefix(Cap.places) {
            if place.bearers <= Cap.smallPlace || gains.surnames.isEmpty || gains.most(beyond: place.parts) == 0 {
                _ = try read(
                    inPlace, [place.id], cap: Cap.smallPlace, sharing: Common(place), enough: wanted, place: place)
                continue
            }
            for surname in gains.surnames.prefix(Cap.names) where surname.parts & place.parts == 0 {
                _ = try read(surnameInPlace, [place.id, surname.id], cap: Cap.samePlace, place: place)
            }
            guard !isDecided else { continue }
            for pair in gains.pairs.prefix(Cap.names) where pair.parts & place.parts == 0 {
                _ = try read(namesInPlace, [place.id, pair.surname, pair.given], cap: Cap.samePlace, place: place)
            }
        }
    }

    /// Only of names that can bring somebody among the wanted: who fits in more was found by then.
    private mutating func findSingleNames() throws {
        // A beginning is as likely that of a surname as of a given name: each first fills half of what is wanted.
        if isOneWordKnown {
            try findBearers(of: gains.surnames, by: "people_by_name", "surname = ?1", enough: (wanted + 1) / 2)
        }
        try findBearers(of: gains.givens, by: "people_by_given", "given = ?1", enough: wanted)
        try findBearers(of: gains.surnames, by: "people_by_name", "surname = ?1", enough: wanted)
    }

    private mutating func findBearers(
        of names: [NameGains.Word], by table: String, _ condition: String, enough: Int
    ) throws {
        guard !names.isEmpty else { return }
        let bearers = try statement(table, condition)
        for name in names.prefix(Cap.names) where name.gain > bar() {
            _ = try read(bearers, [name.id], cap: Cap.sameName, sharing: Common(name), enough: enough)
        }
    }

    /// Whether one part of the question alone means anybody: then all whom a look-up finds are as likely as each other.
    private var isOneWordKnown: Bool { dates.isEmpty && !isNumberFound && gains.partsKnown == 1 }
}
