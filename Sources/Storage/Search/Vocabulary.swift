import Casework
import GRDB

/// The words of a register that may be meant by one that was heard.
struct Vocabulary {
    private let exact: BareStatement
    private let near: BareStatement
    private let byID: BareStatement
    private let beginning: BareStatement

    /// Of the words that begin so, so many are looked at, and the commonest so many taken.
    private static let begun = (looked: 2_000, taken: 40)
    /// Words that meet a heard one under its keys: more would be chance. A long question shares what is for six.
    private static let met = 600
    private let met: Int

    init(_ db: Database, for query: SearchQuery) throws {
        met = Self.met * 6 / max(6, query.spans.count)
        exact = try BareStatement("\(Self.columns) WHERE text = ?1", in: db)
        byID = try BareStatement("\(Self.columns) WHERE id = ?1", in: db)
        near = try BareStatement("SELECT word FROM near_words WHERE key = ?1 LIMIT \(Self.met)", in: db)
        beginning = try Self.beginning(in: db)
    }

    private static let columns = "SELECT id, given, surname, place, text FROM words"

    private static func beginning(in db: Database) throws -> BareStatement {
        // No name follows its own beginning with the last scalar of Unicode.
        try BareStatement(
            "\(columns) WHERE text >= ?1 AND text < ?1 || char(1114111) LIMIT \(begun.looked)", in: db)
    }

    /// The words of the register that begin so, those of the most bearers.
    static func commonest(beginning text: String, in db: Database) throws -> [KnownWord] {
        try commonest(text, by: beginning(in: db)).map(\.word)
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
        // A name that there is stands for no longer one: ``Hearing`` would leave those out.
        let mayBeShortened = span.mayBeShortened && (span.isInitial || !found.values.contains { $0.text == span.word })
        if span.begins || mayBeShortened {
            for (id, word) in try Self.commonest(span.word, by: beginning) { found[id] = word }
        }
        for id in met where found[id] == nil {
            if let (_, word) = try byID.first(id, make: { Self.word($0) }) { found[id] = word }
        }
        return found
    }

    private static func commonest(
        _ text: String, by beginning: BareStatement
    ) throws -> [(id: Int64, word: KnownWord)] {
        var taken: [(bearers: Int64, id: Int64, word: KnownWord)] = []
        try beginning.each(text: text) { row in
            let bearers = row[1] + row[2] + row[3]
            if taken.count == Self.begun.taken {
                guard bearers > taken[taken.count - 1].bearers else { return true }
                taken.removeLast()
            }
            let (id, word) = Self.word(row)
            taken.insert((bearers, id, word), at: taken.firstIndex { $0.bearers < bearers } ?? taken.count)
            return true
        }
        return taken.map { ($0.id, $0.word) }
    }

    private static func word(_ row: borrowing BareRow) -> (Int64, KnownWord) {
        (row[0], KnownWord(row.text(4), given: Int(row[1]), surname: Int(row[2]), place: Int(row[3])))
    }
}
