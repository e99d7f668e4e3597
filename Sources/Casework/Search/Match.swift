/// A person who may be the one looked for, and why.
public struct Match: Sendable, Hashable, Codable {
    public var customer: Customer
    /// The share of what was typed that fits this person, from 0 to 1: 1 when each word fits in full, less for words
    /// that only begin so or do not fit. Not a probability.
    public var score: Double
    /// What fitted, in words: `surname`, `date of birth`.
    public var why: [String]

    public init(customer: Customer, score: Double, why: [String]) {
        self.customer = customer
        self.score = score
        self.why = why
    }
}

extension SearchQuery {
    /// The candidates that fit at least one word, best first; equal ones by surname, given name, birth date.
    public func rank(_ candidates: [Customer]) -> [Match] {
        guard !terms.isEmpty else { return [] }
        let matches = candidates.compactMap { customer -> Match? in
            var sum = 0.0
            var why: [String] = []
            let fields = customer.keysByField
            for term in terms {
                guard let (weight, reason) = Self.fit(of: term, to: fields) else { continue }
                sum += weight
                if !why.contains(reason) { why.append(reason) }
            }
            return sum > 0 ? Match(customer: customer, score: sum / Double(terms.count), why: why) : nil
        }
        // The names are folded once a person, not once a comparison.
        return matches.map { (match: $0, order: Self.order($0.customer)) }.sorted { left, right in
            if left.match.score != right.match.score { return left.match.score > right.match.score }
            return left.order.lexicographicallyPrecedes(right.order)
        }.map(\.match)
    }

    private static func order(_ customer: Customer) -> [String] {
        [
            SearchText.folded(customer.surname), SearchText.folded(customer.givenName),
            customer.dateOfBirth?.text ?? "",
            customer.externalId,
        ]
    }

    /// How well a term fits, and where: 1 for a whole word, 0.6 to 0.9 for its beginning, the longer the better.
    private static func fit(of term: Term, to fields: [(String, [String])]) -> (Double, String)? {
        var best: (Double, String)?
        for (reason, keys) in fields {
            for key in keys {
                for asked in term.keys {
                    let weight: Double
                    if key == asked.text {
                        weight = 1
                    } else if asked.isPrefix, key.hasPrefix(asked.text) {
                        weight = 0.6 + 0.3 * Double(asked.text.count) / Double(key.count)
                    } else {
                        continue
                    }
                    let words = weight == 1 ? reason : "\(reason) begins so"
                    if weight > best?.0 ?? 0 { best = (weight, words) }
                }
            }
        }
        return best
    }
}

extension Customer {
    fileprivate var keysByField: [(String, [String])] {
        [
            ("surname", SearchText.words(surname)), ("given name", SearchText.words(givenName)),
            ("preferred name", SearchText.words(preferredName)), ("other name", SearchText.words(otherNames)),
            ("CRN", [crn].compactMap(\.self).map(SearchText.number)),
            ("Medicare number", [medicareNumber].compactMap(\.self).map(SearchText.number)),
            ("CSID", [csid].compactMap(\.self).map(SearchText.number)),
            ("external ID", [SearchText.number(externalId)]),
            ("date of birth", [dateOfBirth?.text].compactMap(\.self)),
            ("year of birth", [dateOfBirth?.text.prefix(4)].compactMap(\.self).map(String.init)),
            ("phone", [phoneMobile, phoneHome].compactMap(\.self).map(SearchText.phoneDigits)),
            ("suburb", SearchText.words(suburb ?? "")), ("postcode", [postcode].compactMap(\.self)),
        ]
    }
}
