import Casework
import Foundation
import GRDB

extension RegisterSession {
    public func lastAuditEntry() throws -> AuditEntry? {
        try first("\(Self.selectEntry) ORDER BY number DESC LIMIT 1", []).map(entry)
    }

    public func latestAuditInstant() throws -> Instant? {
        try first(
            "SELECT max(at) FROM audit NOT INDEXED WHERE number > (SELECT ifnull(max(number), 0) FROM audit) - ?",
            [Self.recent]
        ).flatMap { row in (row[0] as Int?).map { Instant(seconds: $0) } }
    }

    /// Entries looked at for ``customersOpened(by:limit:)`` and ``latestAuditInstant()``: days of work. The index by customer would be gone through
    /// whole: 70 ms in a trail of 300,000 entries instead of 1.
    private static let recent = 5_000

    public func customersOpened(by staff: StaffMember.ID, limit: Int) throws -> [Customer.ID] {
        try rows(
            """
            SELECT customer FROM audit NOT INDEXED
            WHERE number > (SELECT ifnull(max(number), 0) FROM audit) - ? AND staff = ? AND act = ?
                AND customer IS NOT NULL
            GROUP BY customer ORDER BY max(number) DESC LIMIT ?
            """,
            [Self.recent, staff.rawValue, AuditAct.opened.rawValue, limit]
        ) { Customer.ID(rawValue: $0[0]) }
    }

    public func auditEntries(of customer: Customer.ID?, _ each: (AuditEntry) throws -> Void) throws {
        let condition = customer == nil ? "" : "WHERE customer = ?"
        // As bytes, for a text would seem to end where it holds a NUL.
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(Self.entryColumns), CAST(staff AS BLOB), CAST(act AS BLOB), CAST(detail AS BLOB) FROM audit
                \(condition) ORDER BY number
                """,
            arguments: customer.map { [$0.rawValue] } ?? [])
        while let row = try cursor.next() {
            var entry = entry(row)
            let isAsStored =
                row[8] == Data(entry.staff.rawValue.utf8) && row[9] == Data(entry.act.rawValue.utf8)
                && row[10] == Data(entry.detail.utf8)
            // The hash covers what was read: where that is not all that stands there, it must not seem to fit.
            if !isAsStored { entry.hash = "" }
            try each(entry)
        }
    }

    public func append(_ entry: AuditEntry) throws {
        try run(
            "INSERT INTO audit (\(Self.entryColumns)) VALUES (\(Self.places(8)))",
            [
                entry.number, entry.at.seconds, entry.staff.rawValue, entry.act.rawValue, entry.customer?.rawValue,
                entry.detail, entry.previous, entry.hash,
            ])
    }

    private static let entryColumns = "number, at, staff, act, customer, detail, previous, hash"
    private static let selectEntry = "SELECT \(entryColumns) FROM audit"

    private func entry(_ row: Row) -> AuditEntry {
        let customer: Int64? = row[4]
        return AuditEntry(
            number: row[0], at: Instant(seconds: row[1]), staff: StaffMember.ID(rawValue: row[2]),
            act: AuditAct(rawValue: row[3]) ?? .unreadable, customer: customer.map(Customer.ID.init(rawValue:)),
            detail: row[5],
            previous: row[6], hash: row[7])
    }
}
