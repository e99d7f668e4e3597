import Casework
import GRDB

/// What can be read and written within one transaction on a register.
public struct RegisterSession: CaseworkWriter {
    let db: Database
    let path: String
    /// As long as the transaction: whoever opens one finishes it.
    let index: SearchIndex

    init(db: Database, path: String) {
        self.db = db
        self.path = path
        index = SearchIndex(db)
    }

    public func registerInfo() throws -> RegisterInfo {
        guard let row = try first("SELECT practice, made_at FROM register_info", []) else {
            throw RegisterError.damaged(path: path)
        }
        return RegisterInfo(practice: row[0], madeAt: Instant(seconds: row[1]))
    }
}

extension RegisterSession {
    /// Runs a statement that stays prepared for the next time.
    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        let statement = try db.cachedStatement(sql: sql)
        try statement.execute(arguments: StatementArguments(values))
    }

    func rows<T>(
        _ sql: String, _ values: [(any DatabaseValueConvertible)?], _ make: (Row) throws -> T
    ) throws -> [T] {
        let statement = try db.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values))
        var made: [T] = []
        while let row = try cursor.next() { made.append(try make(row)) }
        return made
    }

    func first(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws -> Row? {
        try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: StatementArguments(values))
    }

    /// A value of a closed set as the schema stores it; the schema's CHECK leaves no other.
    func code<Code: RawRepresentable>(_ raw: Code.RawValue) throws -> Code where Code.RawValue == String {
        guard let code = Code(rawValue: raw) else { throw RegisterError.damaged(path: path) }
        return code
    }

    func day(_ text: String) throws -> CalendarDay {
        guard let day = CalendarDay(text) else { throw RegisterError.damaged(path: path) }
        return day
    }

    /// `?, ?, ?` for a list of `count` values.
    static func places(_ count: Int) -> String { repeatElement("?", count: count).joined(separator: ", ") }
}

/// Lists of codes, stored in one column and parted by `;`, which no code holds.
enum CodeList {
    static func text(_ codes: [String]) -> String {
        codes.flatMap { $0.split(separator: ";") }.joined(separator: ";")
    }

    /// Bytes, for every person read from a register passes here.
    static func codes(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
    }
}
