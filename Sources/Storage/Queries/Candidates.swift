import Casework
import GRDB

extension RegisterSession {
    /// The people who may be meant: the likeliest, at most `limit` of them.
    ///
    /// A search is a bounded number of look-ups in indexes, whatever the size of the register: see
    /// ``CandidateSearch``. Someone can be missed whom only a name tells that thousands bear; one more word finds them.
    public func candidates(for query: SearchQuery, limit: Int) throws -> Candidates {
        guard !query.isEmpty, limit > 0 else { return Candidates(people: [], hearings: [], population: 0) }
        var search = try CandidateSearch(query, in: db)
        try search.run()
        let (ids, others) = search.best(limit)
        return Candidates(
            people: try ids.compactMap { try customer(Customer.ID(rawValue: $0)) }, hearings: search.hearings,
            population: search.population, others: others)
    }
}
