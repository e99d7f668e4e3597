import GRDB
import GRDBSQLite

/// A prepared statement over integers or one text, without GRDB's rows between: an index is read some thousands of rows
/// a search and written some hundred million a register, where each row of GRDB's costs more than SQLite's own work.
struct BareStatement {
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }

    /// The statement stays prepared for the next time.
    init(_ sql: String, in db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
    }

    func run(_ values: Int64...) throws { try run(values) }

    func run(_ values: some Collection<Int64>) throws {
        bind(values)
        defer { sqlite3_reset(handle) }
        try check(sqlite3_step(handle), against: SQLITE_DONE)
    }

    /// Hands each row to `body` until it returns false.
    func each(_ values: [Int64], _ body: (borrowing BareRow) throws -> Bool) throws {
        bind(values)
        try eachRow(body)
    }

    /// As ``each(_:_:)`` for the rows that `text` names.
    func each(text: String, _ body: (borrowing BareRow) throws -> Bool) throws {
        var text = text
        try text.withUTF8 { bytes in
            // SQLite reads the bytes before they are gone: the binding goes with them.
            let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            sqlite3_bind_text(handle, 1, start, Int32(bytes.count), nil)
            defer { sqlite3_clear_bindings(handle) }
            try eachRow(body)
        }
    }

    func all<T>(_ values: Int64..., make: (borrowing BareRow) throws -> T) throws -> [T] {
        var made: [T] = []
        try each(values) { row in
            made.append(try make(row))
            return true
        }
        return made
    }

    func first<T>(_ values: Int64..., make: (borrowing BareRow) throws -> T) throws -> T? {
        try first(values, make: make)
    }

    func first<T>(_ values: [Int64], make: (borrowing BareRow) throws -> T) throws -> T? {
        var made: T?
        try each(values) { row in
            made = try make(row)
            return false
        }
        return made
    }

    func first<T>(text: String, make: (borrowing BareRow) throws -> T) throws -> T? {
        var made: T?
        try each(text: text) { row in
            made = try make(row)
            return false
        }
        return made
    }

    private func eachRow(_ body: (borrowing BareRow) throws -> Bool) throws {
        defer { sqlite3_reset(handle) }
        while true {
            let code = sqlite3_step(handle)
            if code == SQLITE_DONE { return }
            try check(code, against: SQLITE_ROW)
            guard try body(BareRow(handle: handle)) else { return }
        }
    }

    private func bind(_ values: some Collection<Int64>) {
        var place: Int32 = 1
        for value in values {
            sqlite3_bind_int64(handle, place, value)
            place += 1
        }
    }

    private func check(_ code: Int32, against expected: Int32) throws {
        guard code == expected else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
        }
    }
}

/// The row at which a ``BareStatement`` stands.
struct BareRow: ~Copyable {
    let handle: OpaquePointer

    subscript(column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// Empty for NULL.
    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_text(handle, column).map { start in
            let count = Int(sqlite3_column_bytes(handle, column))
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }
}
