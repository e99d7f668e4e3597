import Casework
import Foundation

/// What each word of the vocabulary adds to the weight of a person who bears it, over a word that fits nothing.
struct NameGains {
    struct Word {
        let id: Int64
        let gain: Double
        /// Bits of the parts of the question that the word takes.
        let parts: UInt16
        let bearers: Int
    }

    struct Pair {
        let surname: Int64
        let given: Int64
        let gain: Double
        let parts: UInt16
        /// How many people bear both, if the two names have nothing to do with each other.
        let likelyBearers: Double
    }

    /// The most telling first.
    private(set) var surnames: [Word] = []
    private(set) var givens: [Word] = []
    private(set) var places: [Word] = []
    /// A surname and a given name that were said in different words; the most telling first.
    private(set) var pairs: [Pair] = []

    private var surnameGains: [Int64: [Word]] = [:]
    private var givenGains: [Int64: [Word]] = [:]
    private var last = Told()
    /// Of names without the parts that stand for a place, which are asked for in turn with the whole.
    private var lastBeyondPlace = Told()
    /// By part of the question, the most that any word adds for it.
    private var most = [Double](repeating: 0, count: UInt16.bitWidth)

    /// What two names were found to tell.
    private struct Told {
        var surname: Int64 = -1
        var given: Int64 = -1
        var but: UInt16 = 0
        var gain = 0.0
    }

    /// Words of which pairs are made.
    private static let paired = 40

    mutating func add(_ heard: Hearing.Heard, of id: Int64, bearers: [Int], for span: SearchQuery.Span) {
        let parts = span.parts.reduce(UInt16(0)) { $0 | 1 << UInt16($1) }
        let nothing = Hearing.nothing * Double(span.parts.count)
        for role in WordRole.allCases {
            guard var weight = heard.weights[role.rawValue] else { continue }
            if role == .place, !span.isDigits { weight += Hearing.place }
            let word = Word(id: id, gain: weight - nothing, parts: parts, bearers: bearers[role.rawValue])
            guard word.gain > 0 else { continue }
            for part in span.parts { most[part] = max(most[part], word.gain) }
            switch role {
            case .surname:
                surnames.append(word)
                surnameGains[id, default: []].append(word)
            case .given:
                givens.append(word)
                givenGains[id, default: []].append(word)
            case .place: places.append(word)
            }
        }
    }

    mutating func sort(people: Int) {
        // Of equally telling words the commoner is likelier meant.
        func precedes(_ left: Word, _ right: Word) -> Bool {
            (left.gain, left.bearers, right.id) > (right.gain, right.bearers, left.id)
        }
        surnames.sort(by: precedes)
        givens.sort(by: precedes)
        places.sort(by: precedes)
        for surname in surnames.prefix(Self.paired) {
            for given in givens.prefix(Self.paired) where surname.parts & given.parts == 0 {
                pairs.append(
                    Pair(
                        surname: surname.id, given: given.id, gain: Self.sum(surname, given),
                        parts: surname.parts | given.parts,
                        likelyBearers: Double(surname.bearers) * Double(given.bearers) / Double(max(people, 1))))
            }
        }
        pairs.sort { $0.gain > $1.gain }
    }

    /// The most that a person of these two words gains by them.
    ///
    /// - Parameter but: parts of the question that stand for something else.
    mutating func names(surname: Int64, given: Int64, but other: UInt16 = 0) -> Double {
        // Neighbours in an index mostly bear the same names.
        let told = other == 0 ? last : lastBeyondPlace
        if told.surname == surname, told.given == given, told.but == other { return told.gain }
        var most = 0.0
        let givens = givenGains[given] ?? []
        for given in givens where given.parts & other == 0 { most = max(most, given.gain) }
        for surname in surnameGains[surname] ?? [] where surname.parts & other == 0 {
            most = max(most, surname.gain)
            for given in givens where (surname.parts | other) & given.parts == 0 {
                most = max(most, Self.sum(surname, given))
            }
        }
        let new = Told(surname: surname, given: given, but: other, gain: most)
        if other == 0 { last = new } else { lastBeyondPlace = new }
        return most
    }

    /// The most that words for other parts than these can add.
    func most(beyond parts: UInt16) -> Double {
        var sum = 0.0
        for (part, gain) in most.enumerated() where parts & 1 << UInt16(part) == 0 { sum += gain }
        return sum
    }

    /// How many parts of the question any word stands for.
    var partsKnown: Int { most.count { $0 > 0 } }

    /// The summed likelihood of everybody who bears one of the words, when nothing else is known of them.
    func likelihoodOfBearers(_ base: Double) -> Double {
        (surnames + givens + places).reduce(0) { $0 + Double($1.bearers) * exp($1.gain + base) }
    }

    private static func sum(_ surname: Word, _ given: Word) -> Double {
        surname.gain + given.gain
            + (surname.parts.trailingZeroBitCount < given.parts.trailingZeroBitCount ? Hearing.swapped : 0)
    }
}

/// What a birth date adds to the weight of a person, over a date that says nothing.
struct DateGains {
    /// Each date that was said, in each way it can be read.
    let said: [Int64]
    /// Those that are off by little.
    let near: [Int64]
    /// Those with day and month in each other's place.
    let swapped: [Int64]
    /// From the first day of the first year that was said to the last of the last.
    let years: ClosedRange<Int64>?
    private let fits: [Born]
    /// What a birth in a year that was said adds, and at most one on a day that is off by little.
    static let ofYear = 3.5
    static let mostOfNear = BirthDateFit.dayAndMonthSwapped.weight - Hearing.nothing

    init(_ query: SearchQuery) {
        var fits: [Born] = []
        var span: ClosedRange<Int>?
        for reading in query.parts.flatMap(\.readings) {
            switch reading {
            case .born(let date): fits.append(Born(date))
            case .bornIn(let years): span = span ?? years
            case .word, .number: break
            }
        }
        self.fits = fits
        said = Array(Set(fits.map(\.rawValue))).sorted()
        swapped = fits.compactMap(\.swapped?.rawValue)
        near = Array(Set(fits.prefix(2).flatMap { $0.near.map(\.rawValue) })).sorted()
        years = span.map { Int64($0.lowerBound) * 10_000...Int64($0.upperBound) * 10_000 + 9_999 }
    }

    var isEmpty: Bool { fits.isEmpty && years == nil }

    func gain(of born: Int64) -> Double {
        guard born != 0 else { return 0 }
        var most: Double?
        for said in fits {
            let weight = BirthDateFit(of: said, to: Born(rawValue: born)).weight - Hearing.nothing
            if weight > most ?? -.infinity { most = weight }
        }
        if let years, years.contains(born) { most = max(most ?? 0, Self.ofYear) }
        return most ?? 0
    }

    var daysOfYears: [Int64] {
        guard let years else { return [] }
        var days: [Int64] = []
        for year in (years.lowerBound / 10_000...years.upperBound / 10_000).prefix(2) {
            for month in Int64(1)...12 {
                for day in Int64(1)...31 { days.append(year * 10_000 + month * 100 + day) }
            }
        }
        return days
    }
}
