import Foundation
import GRDB
import Testing

@testable import Casework
@testable import Storage

/// A directory of a test's own, gone when the test is.
final class Scratch {
    let directory: String

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("mspdesk-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    var path: String { directory + "/register.sqlite" }

    func register(filling: (RegisterSession) throws -> Void = { _ in }) throws -> Register {
        try Register.create(at: path, practice: true, madeAt: .morning, filling: filling)
    }

    func file(_ text: String, named name: String = "input") throws -> String { try file(Array(text.utf8), named: name) }

    func file(_ bytes: [UInt8], named name: String = "input") throws -> String {
        let path = directory + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }
}

extension Instant {
    /// 2026-03-04T10:15:00+11:00, a Wednesday.
    static let morning = Instant(seconds: 1_772_579_700)
}

extension Administrator {
    static let ann = Administrator(StaffMember.ID.ann)
}

extension StaffMember.ID {
    static let ann = StaffMember.ID(rawValue: "PRANN1")
}

extension Customer {
    static func named(
        _ given: String, _ surname: String, id: String? = nil, born: String? = nil, crn: String? = nil
    ) -> Customer {
        Customer(
            id: Customer.ID(rawValue: 0), externalId: id ?? "\(given)-\(surname)", givenName: given, surname: surname,
            dateOfBirth: born.flatMap { RecordedDate($0) }, crn: crn)
    }
}

extension Note {
    static func other(_ text: String, for customer: Customer.ID) -> Note {
        Note(
            id: Note.ID(rawValue: 0), customer: customer, plan: nil,
            content: NoteContent(type: NoteType.ID(rawValue: "other"), fields: ["content": text], trail: ["R4"]),
            author: .ann, writtenAt: .morning, recordedBy: .ann, recordedAt: .morning)
    }
}

extension ContactReport {
    static func voicemail(for customer: Customer.ID) -> ContactReport {
        ContactReport(
            id: ContactReport.ID(rawValue: 0), customer: customer, plan: nil,
            content: NoteContent(
                type: NoteType.ID(rawValue: "voicemail"), fields: ["time": "10:00", "content": "rang"]),
            author: .ann, writtenAt: .morning)
    }
}

extension CaseworkWriter {
    func log(_ act: AuditAct, _ detail: String = "", customer: Customer.ID? = nil) throws {
        try append(
            AuditEntry(
                after: try lastAuditEntry(), at: .morning, staff: .ann, act: act, customer: customer, detail: detail))
    }
}

extension CaseworkReader {
    func found(_ words: String, limit: Int = 50) throws -> [String] {
        let query = SearchQuery(words)
        return query.rank(try candidates(for: query, limit: limit)).map(\.customer.externalId)
    }
}

extension RegisterSession {
    /// What `body` gives, and how many statements it ran.
    func counting<T>(_ body: () throws -> T) throws -> (T, Int) {
        var count = 0
        db.trace { _ in count += 1 }
        defer { db.trace() }
        return (try body(), count)
    }

    /// What `body` gives, and the statements that it ran, without their values.
    func tracing<T>(_ body: () throws -> T) throws -> (T, Set<String>) {
        var statements: Set<String> = []
        db.trace { event in if case .statement(let statement) = event { statements.insert(statement.sql) } }
        defer { db.trace() }
        return (try body(), statements)
    }

    /// How SQLite goes about a statement whose values do not matter.
    func plan(of sql: String) throws -> [String] {
        let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
        statement.setUncheckedArguments(StatementArguments())
        let cursor = try Row.fetchCursor(statement)
        var steps: [String] = []
        while let row = try cursor.next() { steps.append(row["detail"]) }
        return steps
    }

    /// How SQLite goes about a query, one line a step.
    func steps(of sql: String, _ values: [(any DatabaseValueConvertible)?]) throws -> [String] {
        try rows("EXPLAIN QUERY PLAN \(sql)", values) { $0["detail"] }
    }
}

func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
