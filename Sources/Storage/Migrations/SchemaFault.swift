import GRDB

/// What the schema of a register lacks: the tables, and the triggers and indexes that protect what stands in them.
public enum SchemaFault: Codable, Sendable, Hashable {
    case missing(kind: String, name: String)
    /// It bears the name, and is not what this program makes under it.
    case different(kind: String, name: String)
    /// A trigger that this program does not make: it could change what is written, or keep it from being written.
    case foreignTrigger(name: String)

    /// Such as `the trigger audit_unchanged is missing`.
    public var words: String {
        switch self {
        case .missing(let kind, let name): "the \(kind) \(name) is missing"
        case .different(let kind, let name): "the \(kind) \(name) was changed"
        case .foreignTrigger(let name): "the trigger \(name) was added"
        }
    }

    /// What all of `faults` say, in a sentence; the first few are named.
    public static func sentence(of faults: [SchemaFault]) -> String {
        let named = 5
        let rest = faults.count > named ? ["\(faults.count - named) more are not as they should be"] : []
        return (faults.prefix(named).map(\.words) + rest).joined(separator: ", ") + "."
    }
}

extension Migration {
    /// How the schema of `db` differs from that of an empty register of the same version.
    ///
    /// A table or an index that somebody added does no harm, and is not told.
    static func faults(of db: Database, path: String) throws -> [SchemaFault] {
        let expected = try emptySchema(of: version(of: db, path: path))
        let found = try schema(of: db)
        let lacking: [SchemaFault] = expected.compactMap { part, sql in
            guard let made = found[part] else { return .missing(kind: part.kind, name: part.name) }
            return made == sql ? nil : .different(kind: part.kind, name: part.name)
        }
        let foreign: [SchemaFault] = found.keys.filter { $0.kind == "trigger" && expected[$0] == nil }
            .map { .foreignTrigger(name: $0.name) }
        return lacking.sorted { $0.words < $1.words } + foreign.sorted { $0.words < $1.words }
    }

    private struct Part: Hashable {
        let kind: String
        let name: String
    }

    private static func emptySchema(of version: Int) throws -> [Part: String] {
        try DatabaseQueue().inDatabase { db in
            try make(version, in: db)
            return try schema(of: db)
        }
    }

    private static func schema(of db: Database) throws -> [Part: String] {
        // What SQLite makes for itself, such as the index of a UNIQUE column, has names of its own and no words.
        let rows = try Row.fetchAll(
            db, sql: "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        return Dictionary(
            rows.map { row in (Part(kind: row[0], name: row[1]), plain(row[2] ?? "")) },
            uniquingKeysWith: { first, _ in first })
    }

    /// How lines were broken and set in means nothing.
    private static func plain(_ sql: String) -> String {
        sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
