import Casework
import GRDB

extension RegisterSession {
    /// The people who may be meant: the likeliest, at most `limit` of them.
    ///
    /// A search is a bounded number of look-ups in indexes, whatever the size of the register: see
    /// ``CandidateSearch``. Someone can be missed whom only a name tells that thousands bear; one more word finds them.
    ///
    /// - Throws: `CancellationError` between two look-ups once `isOutdated` says that nobody waits for the answer.
    public func candidates(
        for query: SearchQuery, limit: Int, unless isOutdated: () -> Bool
    ) throws -> Candidates {
        guard !query.isEmpty, limit > 0 else { return Candidates(people: [], hearings: [], population: 0) }
        let (best, hearings, population, planNumbers) = try withoutActuallyEscaping(isOutdated) { isOutdated in
            var search = try CandidateSearch(query, wanted: limit, in: db, unless: isOutdated)
            try search.run()
            return (search.best(), search.hearings, search.population, search.planNumbers)
        }
        return Candidates(
            people: try customers(best.ids), hearings: hearings, population: population, others: best.others,
            planNumbers: planNumbers)
    }

    public func words(beginning text: String) throws -> [KnownWord] {
        try Vocabulary.commonest(beginning: text, in: db)
    }
}
