import Casework
import GRDB
import Testing

@testable import Storage

@Suite("A register from before it was kept which note tells of a contact")
struct ContactsToldMigrationTests {
    @Test("A contact entered at the instant of its note is known as its own, and none where two could be meant (N3)")
    func migrated() throws {
        let scratch = try Scratch()
        let queue = try DatabaseQueue(path: scratch.path)
        try queue.writeWithoutTransaction { db in
            let before = [
                Migration.schema1, Migration.schema2, Migration.schema3, Migration.schema4, Migration.schema5,
            ]
            for schema in before { try db.execute(sql: schema) }
            try db.execute(sql: "INSERT INTO register_info VALUES (1, 1, 0)")
            try db.execute(
                sql: """
                    INSERT INTO customers (external_id, given_name, surname, other_names, preferred_name, brands,
                        indicators) VALUES ('old', 'Ada', 'Byron', '', '', '', '')
                    """)
            for (author, at) in [("OMC1", 100), ("OMC1", 200), ("OMC1", 200), ("PHONE1", 300)] {
                try db.execute(
                    sql: """
                        INSERT INTO contacts (customer, channel, occurred_at, smart_centre, refused, staff, imported)
                        VALUES (1, 'phone', ?, 1, 0, ?, 0)
                        """, arguments: [at, author])
            }
            for at in [100, 200] {
                try db.execute(
                    sql: """
                        INSERT INTO notes (customer, type, fields, trail, author, written_at, recorded_by, recorded_at)
                        VALUES (1, 'other', '{}', '[]', 'omc1', ?, 'omc1', ?)
                        """, arguments: [at, at])
            }
            try db.execute(
                sql: """
                    INSERT INTO contact_reports (customer, type, fields, trail, author, written_at)
                    VALUES (1, 'other', '{}', '[]', 'PHONE1', 300)
                    """)
            try db.execute(sql: "UPDATE search_index SET is_complete = 0")
            try db.execute(sql: "PRAGMA user_version = 5")
            try db.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
        }
        try queue.close()
        let register = try Register.open(at: scratch.path)
        let told = try register.fill { session in
            try session.rows("SELECT contact, note, report FROM contacts_told ORDER BY contact", []) { row in
                [row[0] as Int?, row[1], row[2]]
            }
        }
        #expect(told == [[1, 1, nil], [4, nil, 1]])
        #expect(try register.condition().isIntact)
    }
}
