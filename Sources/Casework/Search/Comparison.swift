import Foundation

/// Weighs one person after another against a question.
///
/// Each part of the question is read in the way that fits the person best: as a word of a name or place, alone or
/// joined with its neighbours, a birth date, a year, or a number. What the record lacks speaks neither for nor against.
struct Comparison {
    struct Result {
        /// The natural logarithm of the likelihood ratio.
        var weight: Double
        var why: [String]
        /// Indexes of the parts that are nothing of the person, though something of their kind is known.
        var unfit: [Int] = []
    }

    private let query: SearchQuery
    private let hearings: [[Hearing]]
    private let hasWords: Bool
    private let population: Double
    private let planNumbers: [Customer.ID: [String]]

    init(_ query: SearchQuery, _ candidates: Candidates) {
        self.query = query
        population = Double(max(candidates.population, 1))
        planNumbers = candidates.planNumbers
        hearings = query.parts.indices.map { index in
            candidates.hearings.filter { $0.span.parts.lowerBound == index }
        }
        hasWords = !candidates.hearings.isEmpty
    }

    func weigh(_ person: Customer) -> Result {
        // A number alone, most often.
        guard hasWords else {
            let parts = query.parts.indices.map { alone($0, person) }
            return Result(
                weight: parts.reduce(0) { $0 + $1.weight }, why: parts.compactMap(\.why).withoutRepeats,
                unfit: parts.indices.filter { parts[$0].why == nil && parts[$0].weight < 0 })
        }
        var search = Assignment(
            parts: query.parts.indices.map { alone($0, person) }, words: person.namedWords, hearings: hearings)
        search.run()
        return search.best
    }

    /// The weight of a part that is no word, or is none of this person's.
    private func alone(_ index: Int, _ person: Customer) -> (weight: Double, why: String?) {
        let part = query.parts[index]
        var best: (Double, String?) = (Hearing.nothing, nil)
        var isDate = false
        var isWhole = false
        for reading in part.readings {
            let found: (Double, String?)?
            switch reading {
            case .word: found = nil
            case .born(let said):
                isDate = true
                found = person.dateOfBirth.map { recorded in
                    let fit = BirthDateFit(of: said, to: recorded)
                    return (fit.weight, fit.reason)
                }
            case .bornIn(let years): found = person.dateOfBirth.flatMap { Self.years(years, $0) }
            case .number(let said):
                // No other reading as a number can weigh more than the whole of one.
                found = isWhole ? nil : number(said, person)
                isWhole = isWhole || found?.0 == wholeNumber
            }
            if let found, found.0 > best.0 || best.1 == nil && found.1 != nil { best = found }
        }
        if isDate, person.dateOfBirth == nil, best.1 == nil { return (0, nil) }
        return best
    }

    /// Ages in years: 75 years of birth are about equally likely. One year off is a common slip.
    private static func years(_ years: ClosedRange<Int>, _ recorded: RecordedDate) -> (Double, String?) {
        if years.contains(recorded.year) { return (log(0.85 * 75 / Double(years.count)), "year of birth") }
        if years.contains(recorded.year + 1) || years.contains(recorded.year - 1) {
            return (log(0.08 * 75 / 2), "year of birth: one off")
        }
        return (log(0.07), nil)
    }

    /// The weight of the whole of a number.
    private var wholeNumber: Double { log(0.9 * population) }

    private func number(_ said: String, _ person: Customer) -> (Double, String?)? {
        if planNumbers[person.id]?.contains(said) == true { return (wholeNumber, ReferenceNumber.Kind.plan.name) }
        var best: (Double, String?)?
        for (field, number) in person.namedNumbers {
            let found: (Double, String?)
            if number == said || number.count == said.count + 1 && number.hasPrefix(said) && field == "CRN" {
                return (wholeNumber, field)
            } else if said.count >= 3, number.hasPrefix(said) || number.hasSuffix(said) {
                found = (
                    NumberCode.weight(ofPart: said, population: population),
                    "\(field) \(number.hasPrefix(said) ? "begins" : "ends") so"
                )
            } else {
                continue
            }
            if found.0 > best?.0 ?? -.infinity { best = found }
        }
        return best
    }
}

/// The best way to give each part of a question to a word of one person.
private struct Assignment {
    let parts: [(weight: Double, why: String?)]
    let words: [Customer.NamedWord]
    let hearings: [[Hearing]]
    private(set) var best = Comparison.Result(weight: -.infinity, why: [])
    private var hope: [Double] = []
    private var steps = 0
    private var taken: [(word: Int, heard: Hearing.Heard, parts: Int)?] = []
    private var options: [[(parts: Int, word: Int, heard: Hearing.Heard, weight: Double)]] = []

    init(
        parts: [(weight: Double, why: String?)], words: [Customer.NamedWord], hearings: [[Hearing]]
    ) {
        self.parts = parts
        self.words = words
        self.hearings = hearings
        options = hearings.map { hearings in
            hearings.flatMap { hearing in
                words.indices.compactMap { index in
                    guard let heard = hearing.words[words[index].text],
                        let weight = heard.weights[words[index].role.rawValue]
                    else { return nil }
                    return (hearing.span.parts.count, index, heard, weight)
                }
            }
        }
    }

    /// Ways looked at for one person; a question of the usual few words has fewer.
    private static let ways = 400

    mutating func run() {
        taken = Array(repeating: nil, count: parts.count)
        // What is still to be gained from each part on: a way that cannot beat the best is not gone to its end.
        hope = Array(repeating: 0, count: parts.count + 1)
        for part in parts.indices.reversed() {
            options[part].sort { $0.weight > $1.weight }
            hope[part] = hope[part + 1] + max(parts[part].weight, options[part].first?.weight ?? 0, 0)
        }
        go(from: 0, used: 0, weight: 0)
    }

    private mutating func go(from part: Int, used: UInt64, weight: Double) {
        guard part < parts.count else {
            conclude(weight)
            return
        }
        steps += 1
        guard weight + hope[part] > best.weight, steps < Self.ways || best.weight == -.infinity else { return }
        for option in options[part] where option.word < 64 && used & (1 << UInt64(option.word)) == 0 {
            taken[part] = (option.word, option.heard, option.parts)
            for later in part + 1..<part + option.parts { taken[later] = nil }
            go(from: part + option.parts, used: used | 1 << UInt64(option.word), weight: weight + option.weight)
            taken[part] = nil
        }
        go(from: part + 1, used: used, weight: weight + parts[part].weight)
    }

    private mutating func conclude(_ sum: Double) {
        guard sum > best.weight else { return }
        let weight = sum + order + echo
        if weight > best.weight { best = Comparison.Result(weight: weight, why: reasons, unfit: unfit) }
    }

    /// People say given name, then surname, then where they live.
    private var order: Double {
        var weight = 0.0
        var names: [Int] = []
        for index in parts.indices where !hearings[index].isEmpty {
            guard let word = taken[index].map({ words[$0.word] }), word.role == .place else {
                names.append(index)
                continue
            }
            // A postcode is taken for no name.
            if word.field != "postcode" { weight += index == 0 && parts.count > 1 ? Hearing.placeFirst : Hearing.place }
        }
        guard let first = names.first, let last = names.last, first != last else { return weight }
        let opens = taken[first].map { words[$0.word].role }
        let closes = taken[last].map { words[$0.word].role }
        if opens == .surname || closes == .given { weight += Hearing.swapped }
        return weight
    }

    /// Words that come together in one name, such as Jean and Pierre, are evidence once.
    private var echo: Double {
        var weight = 0.0
        for (index, one) in taken.enumerated() {
            guard let one else { continue }
            if words[one.word].isOtherName { weight += Hearing.otherName }
            for other in taken[(index + 1)...].compactMap(\.self) where words[one.word].isBound(to: words[other.word]) {
                let role = words[one.word].role.rawValue
                weight -= max(0, min(one.heard.weights[role] ?? 0, other.heard.weights[role] ?? 0))
            }
        }
        return weight
    }

    private var unfit: [Int] {
        var unfit: [Int] = []
        var index = 0
        while index < parts.count {
            if taken[index] == nil, parts[index].why == nil, parts[index].weight < 0 { unfit.append(index) }
            index += taken[index]?.parts ?? 1
        }
        return unfit
    }

    private var reasons: [String] {
        var reasons: [String] = []
        for index in parts.indices {
            let reason: String?
            if let taken = taken[index] {
                reason = Self.reason(words[taken.word], taken.heard.fit.kind)
            } else {
                reason = parts[index].why
            }
            if let reason { reasons.append(reason) }
        }
        return reasons.withoutRepeats
    }

    private static func reason(_ word: Customer.NamedWord, _ kind: WordFit.Kind) -> String {
        switch kind {
        // Whoever typed a beginning sees how the word goes on.
        case .exact, .begins: word.field
        case .shortened: "\(word.field) begins so"
        case .familiar: "\(word.field) in another form: \(word.text)"
        case .oneLetter: "\(word.field) one letter off: \(word.text)"
        case .sound: "\(word.field) sounds alike: \(word.text)"
        case .far: "\(word.field) nearly: \(word.text)"
        case .part: "part of \(word.field)"
        }
    }
}

extension [String] {
    fileprivate var withoutRepeats: [String] {
        reduce(into: []) { kept, each in if !kept.contains(each) { kept.append(each) } }
    }
}
