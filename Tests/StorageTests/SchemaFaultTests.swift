import GRDB
import Testing

@testable import Storage

@Suite("What protects the register is compared with what this program makes")
struct SchemaFaultTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { try $0.insert(.named("Ada", "Byron")) }
    }

    private func faults(after sql: String = "") throws -> [SchemaFault] {
        try register.inspect { try $0.execute(sql: sql) }
        return try register.condition().schemaFaults
    }

    @Test("In a sound register there is nothing to tell, nor of a table or an index that somebody added")
    func sound() throws {
        #expect(try faults() == [])
        #expect(try faults(after: "CREATE TABLE extra (a); CREATE INDEX extra_a ON extra (a)") == [])
    }

    @Test("What is gone is named by its kind and name, and what was changed under the same name too")
    func lacking() throws {
        let found = try faults(
            after: """
                DROP TRIGGER notes_undeleted; DROP INDEX plans_of_customer; DROP TRIGGER audit_unchanged;
                CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT 1; END;
                """)
        #expect(
            found.map(\.words) == [
                "the index plans_of_customer is missing", "the trigger audit_unchanged was changed",
                "the trigger notes_undeleted is missing",
            ])
    }

    @Test("A trigger that the program does not make is told: it may change what is written")
    func foreign() throws {
        let found = try faults(after: "CREATE TRIGGER quiet BEFORE INSERT ON notes BEGIN SELECT RAISE(IGNORE); END")
        #expect(found == [.foreignTrigger(name: "quiet")])
    }

    @Test("Of many only the first are named, and the rest counted")
    func many() {
        let faults = (1...8).map { SchemaFault.missing(kind: "index", name: "i\($0)") }
        let sentence = SchemaFault.sentence(of: faults)
        #expect(sentence.contains("the index i5 is missing, 3 more") && !sentence.contains("i6"))
        #expect(SchemaFault.sentence(of: [faults[0]]) == "the index i1 is missing.")
    }

    @Test("A register of each earlier schema is compared with that one, and is sound when it is brought up to date too")
    func earlier() throws {
        for version in 1...Migration.current {
            try DatabaseQueue().inDatabase { db in
                try Migration.make(version, in: db)
                try db.execute(sql: "PRAGMA user_version = \(version)")
                #expect(try Migration.faults(of: db, path: "") == [], "schema \(version)")
                try Migration.migrate(db, path: "")
                #expect(try Migration.faults(of: db, path: "") == [], "from schema \(version)")
            }
        }
    }
}
