import GRDB

/// The schemas of a register, one after the other; each is written once and never changed.
enum Migration {
    /// `MSPD`: tells a register from any other SQLite file.
    static let applicationID = 0x4D53_5044

    /// Schema n+1 follows from schema n by the SQL at index n.
    private static let steps = [
        schema1, schema2, schema3, schema4, schema5, schema6, schema7, schema8, schema9, schema10,
    ]

    static var current: Int { steps.count }

    /// - Throws: ``RegisterError/notARegister(path:)`` when another program, or none, made the database.
    static func recognise(_ db: Database, path: String) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw RegisterError.notARegister(path: path)
        }
    }

    /// - Throws: ``RegisterError/newerSchema(path:found:known:)``.
    static func version(of db: Database, path: String) throws -> Int {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= current else { throw RegisterError.newerSchema(path: path, found: found, known: current) }
        return found
    }

    /// Brings the schema up to date; call it inside a transaction that holds the write lock.
    static func migrate(_ db: Database, path: String) throws {
        for step in steps.dropFirst(try version(of: db, path: path)) { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA user_version = \(current)")
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    /// Makes the schema that registers of `version` have, in an empty database.
    static func make(_ version: Int, in db: Database) throws {
        for step in steps.prefix(version) { try db.execute(sql: step) }
    }
}
