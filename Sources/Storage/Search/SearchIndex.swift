import Casework
import GRDB

/// Keeps the index by which people are found, in the transaction that changes them.
///
/// Names and places are held as numbers of a vocabulary, which stays at tens of thousands of words however many the
/// people. One of these lives as long as its transaction: it remembers the words that it met and counts their bearers,
/// to write both once at the end. When many people are added it stages their rows and sorts them before they go in:
/// ten million scattered insertions would write the whole index again and again.
final class SearchIndex {
    private let db: Database
    private var words: [String: Word] = [:]
    private var peopleAdded = 0
    private var staged = 0
    /// By table, the statement that takes a row just now.
    private var writers: [BareStatement] = []
    private var state: (indexedTo: Int64, isComplete: Bool)?

    private struct Word {
        let id: Int64
        var hasParts: Bool
        /// Bearers added, or taken away; indexed by ``WordRole``.
        var change = [0, 0, 0]
    }

    init(_ db: Database) {
        self.db = db
    }

    /// A person who is new.
    func add(_ customer: Customer, as id: Int64) throws {
        // Whoever comes while an older register is being indexed is reached by that.
        guard try covers(id) else { return }
        try write(Entry(customer, id, self))
        peopleAdded += 1
        if peopleAdded == Self.manyPeople, staged == 0 { try beginStaging() }
    }

    /// A person of whom other things are known now.
    func replace(_ old: Customer, by new: Customer, as id: Int64) throws {
        guard try covers(id) else { return }
        try mergeStaged()
        let before = try Entry(old, id, self, counting: -1)
        let after = try Entry(new, id, self)
        for table in Table.allCases {
            let kept = Set(after[table].map(Array.init))
            let statement = try BareStatement(table.delete, in: db)
            for row in before[table] where !kept.contains(Array(row)) { try statement.run(row) }
        }
        try write(after, replacing: true)
    }

    /// Writes what is still in memory; nothing is in the index for certain before.
    func finish() throws {
        try mergeStaged()
        guard peopleAdded != 0 || words.contains(where: { $0.value.change != [0, 0, 0] }) else { return }
        let count = try BareStatement(
            "UPDATE words SET given = given + ?2, surname = surname + ?3, place = place + ?4 WHERE id = ?1", in: db)
        for (text, word) in words where word.change != [0, 0, 0] {
            try count.run(word.id, Int64(word.change[0]), Int64(word.change[1]), Int64(word.change[2]))
            words[text]?.change = [0, 0, 0]
        }
        try BareStatement("UPDATE search_index SET people = people + ?1", in: db).run(Int64(peopleAdded))
        peopleAdded = 0
    }
}

/// Older registers.
extension SearchIndex {
    /// Indexes the next customers of a register that came without an index; returns how many are done, and whether
    /// that is all.
    func goOn(by count: Int) throws -> (done: Int, isComplete: Bool) {
        let session = RegisterSession(db: db, path: "")
        let from = try currentState().indexedTo
        var last = from
        let people = try BareStatement(
            "\(RegisterSession.selectCustomer) WHERE id > ? ORDER BY id LIMIT ?", in: db
        ).all(from, Int64(count), make: session.customer)
        state = (Int64.max, true)
        for person in people {
            try add(person, as: person.id.rawValue)
            last = person.id.rawValue
        }
        try finish()
        let isComplete = people.count < count
        try BareStatement("UPDATE search_index SET indexed_to = ?1, is_complete = ?2", in: db)
            .run(last, isComplete ? 1 : 0)
        state = nil
        let done = try BareStatement("SELECT people FROM search_index", in: db).first { Int($0[0]) } ?? 0
        return (done, isComplete)
    }

    func isComplete() throws -> Bool { try currentState().isComplete }

    private func covers(_ id: Int64) throws -> Bool {
        let state = try currentState()
        return state.isComplete || id <= state.indexedTo
    }

    private func currentState() throws -> (indexedTo: Int64, isComplete: Bool) {
        if let state { return state }
        let read = try BareStatement("SELECT indexed_to, is_complete FROM search_index", in: db)
            .first { (indexedTo: $0[0], isComplete: $0[1] == 1) }
        state = read
        return read ?? (0, false)
    }
}

/// Words.
extension SearchIndex {
    fileprivate func id(of text: String, _ role: WordRole, counting: Int, parts: [String] = []) throws -> Int64 {
        var word = try words[text] ?? known(text) ?? new(text)
        word.change[role.rawValue] += counting
        if parts.count > 1, !word.hasParts {
            let statement = try BareStatement("INSERT OR IGNORE INTO near_words VALUES (?, ?)", in: db)
            for part in parts { try statement.run(NearKeys.part(part), word.id) }
            word.hasParts = true
        }
        words[text] = word
        return word.id
    }

    private func known(_ text: String) throws -> Word? {
        try BareStatement("SELECT id FROM words WHERE text = ?", in: db).first(text: text) {
            Word(id: $0[0], hasParts: false)
        }
    }

    private func new(_ text: String) throws -> Word {
        try db.execute(sql: "INSERT INTO words (text, given, surname, place) VALUES (?, 0, 0, 0)", arguments: [text])
        let id = db.lastInsertedRowID
        let statement = try BareStatement("INSERT INTO near_words VALUES (?, ?)", in: db)
        for key in NearKeys.keys(of: text) { try statement.run(key, id) }
        return Word(id: id, hasParts: false)
    }
}

/// Rows.
extension SearchIndex {
    private static let manyPeople = 2_000

    fileprivate enum Table: Int, CaseIterable {
        case name, given, birth, place, number

        var name: String { "people_by_\(self)" }

        var columns: [String] {
            switch self {
            case .name: ["surname", "given", "born", "customer"]
            case .given: ["given", "born", "customer"]
            case .birth: ["born", "surname", "given", "customer"]
            case .place: ["place", "surname", "given", "customer"]
            case .number: ["code", "customer"]
            }
        }

        var width: Int {
            switch self {
            case .name, .birth, .place: 4
            case .given: 3
            case .number: 2
            }
        }

        var staged: String { "temp.staged_\(name)" }
        var places: String { repeatElement("?", count: columns.count).joined(separator: ", ") }
        var insert: String { "INSERT INTO \(name) VALUES (\(places))" }
        var insertMissing: String { "INSERT OR IGNORE INTO \(name) VALUES (\(places))" }
        var stage: String { "INSERT INTO \(staged) VALUES (\(places))" }
        var delete: String {
            "DELETE FROM \(name) WHERE \(columns.map { "\($0) = ?" }.joined(separator: " AND "))"
        }
    }

    /// The rows of one person.
    fileprivate struct Entry {
        /// By table, the values of row after row: one list each rather than one a row, since ten million people have
        /// a hundred and fifty million rows.
        private var values: [[Int64]] = Table.allCases.map { _ in [] }

        init(_ customer: Customer, _ id: Int64, _ index: SearchIndex, counting: Int = 1) throws {
            let words = customer.indexedWords
            let given = try words.given.map { try index.id(of: $0, .given, counting: counting) }
            let surnames = try words.surname.map { try index.id(of: $0, .surname, counting: counting) }
            let suburb = SearchText.whole(customer.suburb ?? "")
            let places = try words.place.map { place in
                try index.id(
                    of: place, .place, counting: counting,
                    parts: place == suburb ? SearchText.words(customer.suburb ?? "") : [])
            }
            let born = customer.dateOfBirth.map { Born($0).rawValue } ?? 0
            let first = (surname: surnames.first ?? 0, given: given.first ?? 0)
            for surname in surnames.isEmpty ? [0] : surnames {
                for given in given.isEmpty ? [0] : given { add([surname, given, born, id], to: .name) }
            }
            for given in given { add([given, born, id], to: .given) }
            if born != 0 { add([born, first.surname, first.given, id], to: .birth) }
            for place in places { add([place, first.surname, first.given, id], to: .place) }
            for code in NumberCode.codes(of: customer) { add([code, id], to: .number) }
        }

        private mutating func add(_ row: [Int64], to table: Table) { values[table.rawValue] += row }

        subscript(table: Table) -> [ArraySlice<Int64>] {
            let values = values[table.rawValue]
            let width = table.width
            return stride(from: 0, to: values.count, by: width).map { values[$0..<$0 + width] }
        }
    }

    private func write(_ entry: Entry, replacing: Bool = false) throws {
        if replacing {
            for table in Table.allCases {
                let statement = try BareStatement(table.insertMissing, in: db)
                for row in entry[table] { try statement.run(row) }
            }
            return
        }
        if writers.isEmpty {
            writers = try Table.allCases.map { try BareStatement(staged > 0 ? $0.stage : $0.insert, in: db) }
        }
        for table in Table.allCases {
            for row in entry[table] { try writers[table.rawValue].run(row) }
        }
        if staged > 0 { staged += 1 }
    }

    private func beginStaging() throws {
        for table in Table.allCases {
            let columns = table.columns.map { "\($0) INTEGER" }.joined(separator: ", ")
            try db.execute(sql: "CREATE TABLE IF NOT EXISTS \(table.staged) (\(columns))")
        }
        staged = 1
        writers = []
    }

    private func mergeStaged() throws {
        guard staged > 0 else { return }
        for table in Table.allCases {
            let columns = table.columns.joined(separator: ", ")
            try db.execute(sql: "INSERT INTO \(table.name) SELECT * FROM \(table.staged) ORDER BY \(columns)")
            try db.execute(sql: "DROP TABLE \(table.staged)")
        }
        staged = 0
        writers = []
        // Whoever comes now is staged again after as many as before.
        try finishPeople()
    }

    private func finishPeople() throws {
        try BareStatement("UPDATE search_index SET people = people + ?1", in: db).run(Int64(peopleAdded))
        peopleAdded = 0
    }
}
