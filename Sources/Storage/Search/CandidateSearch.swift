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
/// What lost, by measurement at 200,000 people: postings of each word, intersected, read a hundred thousand rows for
/// two common names; full-text search with trigrams cost four times the room and missed short names.
struct CandidateSearch {
    let query: SearchQuery
    private(set) var hearings: [Hearing] = []
    let population: Int

    private let db: Database
    private var gains = NameGains()
    private var found: [Int64: Rough] = [:]
    private var rowsLeft = Cap.rows
    private var dates: DateGains

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
        static let number = 60
    }

    init(_ query: SearchQuery, in db: Database) throws {
        self.query = query
        self.db = db
        population = try BareStatement("SELECT people FROM search_index", in: db).first { Int($0[0]) } ?? 0
        dates = DateGains(query)
        let vocabulary = try Vocabulary(db)
        for span in query.spans {
            let words = try vocabulary.words(for: span)
            guard !words.isEmpty else { continue }
            let hearing = Hearing(span, among: words.values, people: population)
            hearings.append(hearing)
            for (id, word) in words {
                guard let heard = hearing.words[word.text] else { continue }
                gains.add(heard, of: id, bearers: word.bearers, for: span)
            }
        }
        gains.sort()
    }

    mutating func run() throws {
        try findNumbers()
        try findBirths()
        try findPairs()
        if !isDecided { try findNearBirths() }
        try findPlaces()
        if !isDecided { try findSingleNames() }
    }

    /// The likeliest people, and the summed likelihood of the others.
    func best(_ limit: Int) -> (ids: [Int64], others: Double) {
        let sorted = found.map { (id: $0.key, sum: $0.value.sum) }
            .sorted { $0.sum != $1.sum ? $0.sum > $1.sum : $0.id < $1.id }
        let base = Hearing.nothing * Double(query.parts.count)
        return (sorted.prefix(limit).map(\.id), sorted.dropFirst(limit).reduce(0) { $0 + exp($1.sum + base) })
    }

    /// Whether somebody fits so well that only their rivals are of interest still.
    private var isDecided: Bool { bestSum + Hearing.nothing * Double(query.parts.count) > log(Double(population)) + 5 }
    private var bestSum = 0.0

    private mutating func note(_ customer: Int64, _ change: (inout Rough) -> Void) {
        change(&found[customer, default: Rough()])
        bestSum = max(bestSum, found[customer]?.sum ?? 0)
    }

    /// Reads at most `cap` rows; each tells customer, surname, given name and birth date, or -1 for what it lacks.
    private mutating func read(
        _ sql: String, _ values: [Int64], cap: Int, _ columns: (surname: Int32, given: Int32, born: Int32),
        place: Double = 0
    ) throws -> Int {
        let cap = min(cap, rowsLeft)
        guard cap > 0 else { return 0 }
        var count = 0
        try BareStatement(sql, in: db).each(values) { row in
            count += 1
            let names = gains.names(
                surname: columns.surname < 0 ? 0 : row[columns.surname],
                given: columns.given < 0 ? 0 : row[columns.given])
            let birth = columns.born < 0 ? 0 : dates.gain(of: row[columns.born])
            note(row[0]) { rough in
                rough.names = max(rough.names, names)
                if birth != 0 { rough.birth = rough.birth == 0 ? birth : max(rough.birth, birth) }
                rough.place = max(rough.place, place)
            }
            return count < cap
        }
        rowsLeft -= count
        return count
    }

    private mutating func findNumbers() throws {
        for part in query.parts {
            for case .number(let number) in part.readings {
                let (whole, partly) = NumberCode.ranges(of: number)
                let wholeGain = log(0.9 * Double(population)) - Hearing.nothing
                for code in whole {
                    try BareStatement(
                        "SELECT customer FROM people_by_number WHERE code = ?1 LIMIT \(Cap.number)", in: db
                    )
                    .each([code]) { row in
                        note(row[0]) { $0.number = wholeGain }
                        return true
                    }
                }
                let partGain = NumberCode.weight(ofPart: number, population: Double(population)) - Hearing.nothing
                for range in partly {
                    try BareStatement(
                        "SELECT customer FROM people_by_number WHERE code BETWEEN ?1 AND ?2 LIMIT \(Cap.number)", in: db
                    ).each([range.lowerBound, range.upperBound]) { row in
                        note(row[0]) { $0.number = max($0.number, partGain) }
                        return true
                    }
                }
            }
        }
    }

    private mutating func findBirths() throws {
        for born in dates.said {
            _ = try read(
                "SELECT customer, surname, given, born FROM people_by_birth WHERE born = ?1", [born],
                cap: Cap.sameBirth, (1, 2, 3))
        }
    }

    private mutating func findPairs() throws {
        for pair in gains.pairs.prefix(isDecided ? Cap.pairsOnceDecided : Cap.pairs) {
            let sql = "SELECT customer, surname, given, born FROM people_by_name WHERE surname = ?1 AND given = ?2"
            if let years = dates.years {
                _ = try read(
                    sql + " AND born BETWEEN ?3 AND ?4",
                    [pair.surname, pair.given, years.lowerBound, years.upperBound],
                    cap: Cap.samePair, (1, 2, 3))
            }
            let count = try read(sql, [pair.surname, pair.given], cap: Cap.samePair, (1, 2, 3))
            guard count == Cap.samePair, !isDecided else { continue }
            for born in dates.near {
                _ = try read(
                    sql + " AND born = ?3", [pair.surname, pair.given, born], cap: Cap.nearBirth, (1, 2, 3))
            }
        }
    }

    /// One name and a date that is off by little.
    private mutating func findNearBirths() throws {
        let surnames = gains.surnames.prefix(Cap.nearBirthNames)
        let givens = gains.givens.prefix(Cap.nearBirthNames)
        for born in dates.near {
            for surname in surnames {
                _ = try read(
                    "SELECT customer, surname, given, born FROM people_by_birth WHERE born = ?1 AND surname = ?2",
                    [born, surname.id], cap: Cap.nearBirth, (1, 2, 3))
            }
            for given in givens {
                _ = try read(
                    "SELECT customer, given, born FROM people_by_given WHERE given = ?1 AND born = ?2",
                    [given.id, born], cap: Cap.nearBirth, (-1, 1, 2))
            }
        }
        guard let years = dates.years else { return }
        for given in givens {
            _ = try read(
                "SELECT customer, given, born FROM people_by_given WHERE given = ?1 AND born BETWEEN ?2 AND ?3",
                [given.id, years.lowerBound, years.upperBound], cap: Cap.sameName, (-1, 1, 2))
        }
        let days = gains.givens.isEmpty || gains.pairs.isEmpty ? dates.daysOfYears : []
        for surname in surnames.prefix(2) {
            for born in days {
                _ = try read(
                    "SELECT customer, surname, given, born FROM people_by_birth WHERE born = ?1 AND surname = ?2",
                    [born, surname.id], cap: Cap.nearBirth, (1, 2, 3))
            }
        }
    }

    private mutating func findPlaces() throws {
        let sql = "SELECT customer, surname, given FROM people_by_place WHERE place = ?1"
        for place in gains.places.prefix(Cap.places) {
            if place.bearers <= Cap.smallPlace || gains.surnames.isEmpty {
                _ = try read(sql, [place.id], cap: Cap.smallPlace, (1, 2, -1), place: place.gain)
                continue
            }
            for surname in gains.surnames.prefix(Cap.names) {
                _ = try read(
                    sql + " AND surname = ?2", [place.id, surname.id], cap: Cap.samePlace, (1, 2, -1),
                    place: place.gain)
            }
            guard !isDecided else { continue }
            for pair in gains.pairs.prefix(Cap.names) {
                _ = try read(
                    sql + " AND surname = ?2 AND given = ?3", [place.id, pair.surname, pair.given], cap: Cap.samePlace,
                    (1, 2, -1), place: place.gain)
            }
        }
    }

    private mutating func findSingleNames() throws {
        for surname in gains.surnames.prefix(Cap.names) {
            _ = try read(
                "SELECT customer, surname, given, born FROM people_by_name WHERE surname = ?1", [surname.id],
                cap: Cap.sameName, (1, 2, 3))
        }
        for given in gains.givens.prefix(Cap.names) {
            _ = try read(
                "SELECT customer, given, born FROM people_by_given WHERE given = ?1", [given.id],
                cap: Cap.sameName, (-1, 1, 2))
        }
    }
}
