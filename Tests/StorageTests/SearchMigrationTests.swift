import Casework
import GRDB
import Testing

@testable import Storage

@Suite("A register from before people were found by what is heard")
struct SearchMigrationTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        // As the first schema kept it, written without the program of today.
        let queue = try DatabaseQueue(path: scratch.path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: Migration.schema1)
            try db.execute(sql: "INSERT INTO register_info VALUES (1, 1, 0)")
            for number in 1...50 {
                try db.execute(
                    sql: """
                        INSERT INTO customers (external_id, given_name, surname, other_names, preferred_name,
                            date_of_birth, crn, brands, indicators) VALUES (?, ?, 'Byron', '', '', '1980-04-03', ?, '', '')
                        """, arguments: ["old-\(number)", number == 50 ? "Ada" : "Ann", "3071119\(number + 10)H"])
            }
            try db.execute(sql: "INSERT INTO search_keys SELECT 'byron', id FROM customers")
            try db.execute(sql: "PRAGMA user_version = 1")
            try db.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
        }
        try queue.close()
    }

    private func goOn(by count: Int) throws {
        let queue = try DatabaseQueue(path: scratch.path)
        try queue.inDatabase { db in
            try db.inTransaction(.immediate) {
                try Migration.migrate(db, path: scratch.path)
                _ = try SearchIndex(db).goOn(by: count)
                return .commit
            }
        }
        try queue.close()
    }

    @Test("Everybody in it is found once it has been opened, and progress was told")
    func opened() throws {
        var told: [Int] = []
        let register = try Register.open(at: scratch.path) { told.append($0) }
        #expect(told == [50])
        #expect(try register.read { try $0.found("ada byron") }.first == "old-50")
        #expect(try register.read { try $0.customers(bearing: CustomerReference("307 111 960H")) }.count == 1)
        #expect(try register.condition().isIntact)
    }

    @Test(
        "When the indexing was interrupted, the next opening goes on from there, and people who came between count once"
    )
    func resumed() throws {
        try goOn(by: 20)
        let queue = try DatabaseQueue(path: scratch.path)
        try queue.write { db in
            let session = RegisterSession(db: db, path: scratch.path)
            try session.insert(.named("Grace", "Hopper", id: "new"))
            var old = try #require(try session.customer(Customer.ID(rawValue: 3)))
            old.surname = "Lovelace"
            try session.update(old)
            var later = try #require(try session.customer(Customer.ID(rawValue: 33)))
            later.surname = "Lovelace"
            try session.update(later)
            try session.index.finish()
        }
        try queue.close()
        var told: [Int] = []
        let register = try Register.open(at: scratch.path) { told.append($0) }
        #expect(told == [51])
        #expect(try register.read { try $0.found("grace hopper") } == ["new"])
        #expect(try Set(register.read { try $0.found("lovelace") }) == ["old-3", "old-33"])
        try register.fill { session in
            let bearers = try session.rows("SELECT surname FROM words WHERE text = ?", ["byron"]) { $0[0] as Int }
            #expect(bearers == [48])
            #expect(try session.rows("SELECT people FROM search_index", []) { $0[0] as Int } == [51])
        }
    }
}
