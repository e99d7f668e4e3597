import Casework
import GRDB

extension RegisterSession {
    /// At most so many rows of the search index are gathered for one search, whatever the size of the register: a
    /// search costs a few milliseconds even for a surname that thousands bear.
    static let gathered = 2_000

    /// Everyone who could match, those who match the most terms first.
    ///
    /// The terms that the fewest people bear are gathered from the index until ``gathered`` rows are spent; each
    /// person found is then asked about the remaining, common terms. A wrong word excludes nobody. A person whom only
    /// common terms name can be missed when more than ``gathered`` share each of them: one more word finds them.
    public func candidates(for query: SearchQuery, limit: Int) throws -> [Customer] {
        guard let search = try candidateSearch(for: query, limit: limit) else { return [] }
        return try rows(search.sql, search.values, customer)
    }

    /// The one statement that finds the candidates, its terms chosen by how many people bear them.
    func candidateSearch(
        for query: SearchQuery, limit: Int
    ) throws -> (sql: String, values: [any DatabaseValueConvertible])? {
        var terms: [(ranges: [KeyRange], bearers: Int)] = []
        for term in query.terms where !term.keys.isEmpty {
            let ranges = term.keys.map(KeyRange.init)
            let bearers = try ranges.reduce(0) { try $0 + self.bearers(of: $1) }
            // A word that nobody bears excludes nobody.
            if bearers > 0 { terms.append((ranges, bearers)) }
        }
        terms.sort { $0.bearers < $1.bearers }
        guard !terms.isEmpty, limit > 0 else { return nil }

        var room = Self.gathered
        var found: [String] = []
        var asked: [String] = []
        var foundValues: [any DatabaseValueConvertible] = []
        var askedValues: [any DatabaseValueConvertible] = []
        for (index, term) in terms.enumerated() {
            if index == 0 || term.bearers <= room {
                for range in term.ranges {
                    found.append(
                        """
                        SELECT * FROM (SELECT customer, \(index) AS term, key = ? AS exact FROM search_keys
                            WHERE \(range.condition) LIMIT \(Self.gathered))
                        """)
                    foundValues += [range.key.text] + range.values
                }
                room -= term.bearers
            } else {
                let held = term.ranges.map { range in
                    askedValues += range.values
                    return
                        "EXISTS (SELECT 1 FROM search_keys AS held WHERE held.customer = found.customer AND \(range.condition))"
                }
                asked.append("(\(held.joined(separator: " OR ")))")
            }
        }
        let matched = (["count(DISTINCT term)"] + asked).joined(separator: " + ")
        let sql = """
            WITH found AS (\(found.joined(separator: " UNION ALL "))),
            best AS (
                SELECT customer AS bearer, \(matched) AS matched, sum(exact) AS exact
                FROM found GROUP BY customer ORDER BY 2 DESC, 3 DESC, 1 LIMIT ?)
            \(Self.selectCustomer) JOIN best ON customers.id = bearer ORDER BY matched DESC, exact DESC, customers.id
            """
        return (sql, foundValues + askedValues + [limit])
    }

    /// How many rows of the index lie in `range`, counted no further than is needed to tell it is common.
    private func bearers(of range: KeyRange) throws -> Int {
        let sql =
            "SELECT count(*) FROM (SELECT 1 FROM search_keys WHERE \(range.condition) LIMIT \(Self.gathered + 1))"
        let statement = try db.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: StatementArguments(range.values)) ?? 0
    }
}

/// A stretch of the search index: one key, or all that begin so.
struct KeyRange {
    let key: SearchQuery.Key

    var condition: String { key.isPrefix ? "key >= ? AND key < ?" : "key = ?" }

    /// No key follows its own beginning with the last scalar of Unicode, which no name holds.
    var values: [any DatabaseValueConvertible] { key.isPrefix ? [key.text, key.text + "\u{10FFFF}"] : [key.text] }
}
