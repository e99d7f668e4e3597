import Casework
import Foundation
import GRDB

/// What a file to import holds.
public enum ImportKind: String, CaseIterable, Codable, Sendable, Hashable {
    case customers, staff, sites, plans, holidays
}

/// How a file is to be imported.
public struct ImportOptions: Sendable, Hashable {
    /// Field → column, where the file's name for a field is not ours.
    public var map: [String: String]
    /// In Unicode letters, such as `yyyyMMdd`; nil for `yyyy-MM-dd`.
    public var dateFormat: String?
    /// Import the good rows of a file that has bad ones.
    public var skipBad: Bool
    /// Find out what would happen, and keep nothing.
    public var dryRun: Bool

    public init(map: [String: String] = [:], dateFormat: String? = nil, skipBad: Bool = false, dryRun: Bool = false) {
        self.map = map
        self.dateFormat = dateFormat
        self.skipBad = skipBad
        self.dryRun = dryRun
    }
}

extension Register {
    /// Imports a file in one transaction, with its entry in the audit trail: all of it, or, when a row is bad and bad
    /// ones are not to be skipped, nothing.
    ///
    /// A row that is in the register already replaces what is held: customers by external ID, staff by logon, sites by
    /// name, plans by ID.
    ///
    /// - Parameter progress: told every so often how many rows have been read.
    /// - Throws: ``ImportError`` when the file as a whole cannot be read; ``RegisterError``. Bad rows are not thrown:
    ///   nothing was imported when ``ImportReport/badCount`` is not 0 and bad ones were not to be skipped.
    public func importFile(
        _ kind: ImportKind, from path: String, options: ImportOptions = ImportOptions(), actor: Administrator,
        at now: Instant, progress: (Int) -> Void = { _ in }
    ) throws -> ImportReport {
        let take = try Self.reading(kind, from: path, options: options, by: actor.id, at: now)
        return try change { session in
            var report = try take(session, progress)
            report.conclude()
            let refused = report.badCount > 0 && !options.skipBad
            if refused {
                report.imported = 0
                report.updated = 0
            }
            if refused || options.dryRun { return (.rollback, report) }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let skipped = report.badCount > 0 ? ", \(report.badCount) bad skipped" : ""
            try session.append(
                AuditEntry(
                    after: try session.lastAuditEntry(), at: now, staff: actor.id, act: .imported, customer: nil,
                    detail: "\(kind.rawValue) from \(name): \(report.imported) new, \(report.updated) updated\(skipped)"
                ))
            return (.commit, report)
        }
    }

    /// Opens the file and reads its header, before the register is locked.
    private static func reading(
        _ kind: ImportKind, from path: String, options: ImportOptions, by actor: StaffMember.ID, at now: Instant
    ) throws(ImportError) -> (RegisterSession, (Int) -> Void) throws -> ImportReport {
        let year = CalendarDay(number: now.seconds / 86_400).year
        let dates =
            if let format = options.dateFormat { try DatePattern(format, latestYear: year) } else {
                try DatePattern.iso(latestYear: year)
            }
        let rows: any RowImport.Type
        switch kind {
        case .customers: rows = CustomerImport.self
        case .staff: rows = StaffImport.self
        case .sites: rows = SiteImport.self
        case .holidays: rows = HolidayImport.self
        case .plans:
            guard options.map.isEmpty, options.dateFormat == nil else { throw .nothingToMap }
            let plans = try PlansFile(path: path)
            return { session, progress in try PlanImport(session: session).take(plans, progress: progress) }
        }
        let file = try InputFile(path: path)
        var reader = CSVReader(file)
        guard let header = try reader.next() else { throw .empty(path: path) }
        switch header.fault?.kind {
        case .tooLong: throw .headerTooLong(path: path)
        case .notUTF8(let line): throw .notUTF8(path: path, line: line)
        case .textAfterQuote, nil: break
        }
        let isBinary = header.fields.contains { $0.utf8.contains { $0 < 32 && $0 != UInt8(ascii: "\t") && $0 != 10 } }
        guard !isBinary else { throw .binary(path: path, line: header.line) }
        // Spreadsheets set to another country part the fields of what they call CSV by semicolons.
        if header.fields.count == 1, let separator = header.fields[0].first(where: { $0 == ";" || $0 == "\t" }) {
            throw .otherSeparator(path: path, separator == ";" ? "semicolons" : "tabs")
        }
        let columns = try ColumnMap(
            header: header, fields: rows.fields, required: rows.required, map: options.map)
        return { [reader] session, progress in
            let taker = try rows.init(session: session, actor: actor)
            return try Self.take(
                taker, reader, columns, dates: dates, skipBad: options.skipBad, at: now, progress: progress)
        }
    }

    private static func take(
        _ rows: any RowImport, _ reader: CSVReader, _ columns: ColumnMap, dates: DatePattern, skipBad: Bool,
        at now: Instant, progress: (Int) -> Void
    ) throws -> ImportReport {
        var reader = reader
        var report = ImportReport()
        var taker = rows
        if !columns.unused.isEmpty {
            report.warn("columns that were not imported: \(columns.unused.shortened)")
        }
        while let record = try reader.next() {
            report.read += 1
            do {
                var row = try ImportRow(record, columns: columns, dates: dates, now: now)
                if try taker.take(&row) { report.imported += 1 } else { report.updated += 1 }
                for warning in row.warnings { report.warn(warning) }
            } catch let fault as RowFault {
                report.note(fault, line: record.line)
            }
            if report.read.isMultiple(of: 1_000) { progress(report.read) }
        }
        // What is not kept needs no looking at.
        if report.badCount == 0 || skipBad { try taker.finish(&report) }
        progress(report.read)
        return report
    }
}

/// Takes the rows of one kind of file into the register.
protocol RowImport {
    /// As the command line names them.
    static var fields: [String] { get }
    /// Fields without which no row has a meaning: the file must have their columns.
    static var required: [String] { get }

    /// - Parameter actor: who imports.
    init(session: RegisterSession, actor: StaffMember.ID) throws
    /// Adds or updates; returns whether the row was new.
    ///
    /// - Throws: ``RowFault`` for a bad row, and what the register throws.
    mutating func take(_ row: inout ImportRow) throws -> Bool
    /// Looks at all that was taken, once every row is, and warns of it.
    ///
    /// - Throws: ``ImportError`` where the register cannot stand so.
    func finish(_ report: inout ImportReport) throws
}

extension RowImport {
    func finish(_ report: inout ImportReport) {}
}
