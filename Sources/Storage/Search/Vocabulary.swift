import Casework
import GRDB

/// The words of a register that may be meant by one that was heard.
struct Vocabulary {
    private let db: Database
    private let exact: BareStatement
    private let near: BareStatement
    private let byID: BareStatement
    private let beginning: Statement

    /// Of the words that begin so, so many are looked at, and the commonest so many taken.
    private static let begun = (looked: 2_000, taken: 40)
    /// Words that meet a heard one under its keys: more would be chance. A long question shares what is for six.
    private static let met = 600
    private let met: Int

    init(_ db: Database, for query: SearchQuery) throws {
        self.db = db
        met = Self.met * 6 / max(6, query.spans.count)
        let select = "SELECT id, given, surname, place, text FROM words"
        exact = try BareStatement("\(select) WHERE text = ?1", in: db)
        byID = try BareStatement("\(select) WHERE id = ?1", in: db)
        near = try BareStatement("SELECT word FROM near_words WHERE key = ?1 LIMIT \(Self.met)", in: db)
        beginning = try db.cachedStatement(
            sql: """
                SELECT id FROM (
                    SELECT id, given + surname + place AS bearers FROM words WHERE text >= ?1 AND text < ?2
                    LIMIT \(Self.begun.looked))
                ORDER BY bearers DESC LIMIT \(Self.begun.taken)
                """)
    }

    /// Every word that `span` may stand for, by its number.
    func words(for span: SearchQuery.Span) throws -> [Int64: KnownWord] {
        var found: [Int64: KnownWord] = [:]
        for text in [span.word] + Nicknames.others(of: span.word) {
            if let (id, word) = try exact.first(text: text, make: { Self.word($0) }) { found[id] = word }
        }
        var met: Set<Int64> = []
        if !span.word.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) || span.word.utf8.count > 2 {
            for key in NearKeys.keys(of: span.word) + [NearKeys.part(span.word)] where met.count < self.met {
                try near.each([key]) { row in
                    met.insert(row[0])
                    return true
                }
            }
        }
        if span.begins {
            // No name follows its own beginning with the last scalar of Unicode.
            let cursor = try Int64.fetchCursor(beginning, arguments: [span.word, span.word + "\u{10FFFF}"])
            while let id = try cursor.next() { met.insert(id) }
        }
        for id in met where found[id] == nil {
            if let (_, word) = try byID.first(id, make: { Self.word($0) }) { found[id] = word }
        }
        return found
    }

    private static func word(_ row: borrowing BareRow) -> (Int64, KnownWord) {
        (row[0], KnownWord(row.text(4), given: Int(row[1]), surname: Int(row[2]), place: Int(row[3])))
    }
}
