import Foundation

/// A person who may be the one looked for, and why.
public struct Match: Sendable, Hashable, Codable {
    public var customer: Customer
    /// How probable it is, from 0 to 1, that this is the person meant, given what was typed.
    ///
    /// The posterior of Fellegi and Sunter's comparison: before anything is said, somebody who is not in the register
    /// is as likely to be meant as all who are together, and those are equally likely. Each thing said then counts by
    /// how much likelier it is for the person meant than for anybody else. The scores of one answer add up to 1 at
    /// most; what is missing is the chance that others, or nobody here, is meant.
    public var score: Double
    /// What fitted, in words: `surname`, `date of birth: one digit differs`.
    public var why: [String]
    /// What was typed and is nothing of this person, as typed; empty when everything fits, or is not known of them.
    public var unfit: [String]

    public init(customer: Customer, score: Double, why: [String], unfit: [String] = []) {
        self.customer = customer
        self.score = score
        self.why = why
        self.unfit = unfit
    }

    /// From this score on an answer may be called the same person.
    ///
    /// Fewer than one in a hundred people who are not in a register reach it; see `make bench-find`.
    public static let samePerson = 0.97
    public var isSamePerson: Bool { score >= Self.samePerson }

    /// So many times less likely than the likeliest, a person is far behind; see `make bench-find` for how often the
    /// person meant is.
    public static let farBehind = 1_000.0
}

extension SearchQuery {
    /// The candidates whom something speaks for, best first; equal ones by surname, given name, birth date.
    public func rank(_ candidates: Candidates) -> [Match] {
        guard !parts.isEmpty else { return [] }
        let comparison = Comparison(self, candidates)
        let weighed = candidates.people.compactMap { person -> Weighed? in
            let result = comparison.weigh(person)
            let order = candidates.people.count > 1 ? Self.order(person) : []
            return result.why.isEmpty ? nil : Weighed(person: person, result: result, order: order)
        }.sorted { left, right in
            if abs(left.result.weight - right.result.weight) > 1e-9 { return left.result.weight > right.result.weight }
            return left.order.lexicographicallyPrecedes(right.order)
        }
        let prior = 0.5 / Double(max(candidates.population, 1))
        let likelihoods = weighed.map { prior * exp($0.result.weight) }
        let all = 0.5 + likelihoods.reduce(0, +) + prior * candidates.others
        return zip(weighed, likelihoods).map { each, likelihood in
            Match(
                customer: each.person, score: likelihood / all, why: each.result.why,
                unfit: each.result.unfit.map { parts[$0].text })
        }
    }

    private struct Weighed {
        let person: Customer
        let result: Comparison.Result
        let order: [String]
    }

    private static func order(_ customer: Customer) -> [String] {
        [
            SearchText.folded(customer.surname), SearchText.folded(customer.givenName),
            customer.dateOfBirth?.text ?? "", customer.externalId,
        ]
    }
}
