import Casework

/// The fields of one row by their names, and what a field can hold.
struct ImportRow {
    let line: Int
    let dates: DatePattern
    /// The instant of the import.
    let now: Instant
    private let values: [String]
    private let columns: ColumnMap
    private(set) var warnings: [String] = []

    init(_ record: CSVRecord, columns: ColumnMap, dates: DatePattern, now: Instant) throws(RowFault) {
        line = record.line
        values = record.fields
        self.columns = columns
        self.dates = dates
        self.now = now
        if let fault = record.fault {
            throw RowFault(columns.name(ofColumn: fault.field) ?? "row", fault.reason)
        }
        guard values.count == columns.count else {
            throw RowFault("row", "has \(values.count) fields where the header has \(columns.count)")
        }
    }

    mutating func warn(_ words: String) { warnings.append("line \(line): \(words)") }

    /// Nil when the field is empty or the file has no such column.
    subscript(field: String) -> String? {
        guard let column = columns[field] else { return nil }
        return values[column].contains { !$0.isWhitespace } ? values[column] : nil
    }

    func text(_ field: String) -> String { self[field] ?? "" }

    /// Whether the file has a column for the field: of one that it has no column for it tells nothing, and what is held
    /// stands.
    func tells(_ field: String) -> Bool { columns[field] != nil }

    func read(_ field: String, into held: inout String) { if tells(field) { held = text(field) } }

    func read(_ field: String, into held: inout String?) { if tells(field) { held = self[field] } }

    func required(_ field: String) throws(RowFault) -> String {
        guard let value = self[field] else { throw RowFault(field, "is missing") }
        return value
    }

    /// A date as it was recorded, possible or not.
    func recordedDate(_ field: String) throws(RowFault) -> RecordedDate? {
        guard let value = self[field] else { return nil }
        guard let date = dates.date(in: value) else {
            throw RowFault(field, "'\(value.shortened)' is not a date of the form \(dates.text)")
        }
        return date
    }

    /// One of a closed set, case ignored.
    func choice<Choice: CaseIterable & RawRepresentable>(
        _ field: String
    ) throws(RowFault) -> Choice where Choice.RawValue == String {
        try ImportRow.choice(field, try required(field))
    }

    /// Several of a closed set, parted by `;` or `|`.
    func choices<Choice: CaseIterable & RawRepresentable>(
        _ field: String
    ) throws(RowFault) -> [Choice] where Choice.RawValue == String {
        var found: [Choice] = []
        for word in list(field) { found.append(try ImportRow.choice(field, word)) }
        return found
    }

    func list(_ field: String) -> [String] {
        text(field).split(whereSeparator: { $0 == ";" || $0 == "|" })
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }

    func time(_ field: String) throws(RowFault) -> TimeOfDay {
        let value = try required(field)
        guard let time = TimeOfDay(value) else {
            throw RowFault(field, "'\(value.shortened)' is not a time such as 08:30")
        }
        return time
    }

    static func choice<Choice: CaseIterable & RawRepresentable>(
        _ field: String, _ value: String
    ) throws(RowFault) -> Choice where Choice.RawValue == String {
        let folded = value.lowercased()
        guard let choice = Choice.allCases.first(where: { $0.rawValue.lowercased() == folded }) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw RowFault(field, "'\(value.shortened)' is none of \(known)")
        }
        return choice
    }
}

extension String {
    /// For a message: the beginning of a long value, line ends and other control characters as spaces.
    var shortened: String {
        let plain = String(map { $0.isNewline || $0.asciiValue.map { $0 < 32 || $0 == 127 } ?? false ? " " : $0 })
        return plain.count > 40 ? plain.prefix(40) + "…" : plain
    }
}

extension [String] {
    /// For a message: the first of a long list of names.
    var shortened: String {
        prefix(30).map(\.shortened).joined(separator: ", ") + (count > 30 ? " and \(count - 30) more" : "")
    }
}

/// Which column of a file holds which field.
struct ColumnMap {
    private let columns: [String]
    private var indices: [String: Int] = [:]

    var count: Int { columns.count }
    subscript(field: String) -> Int? { indices[field] }

    /// - Parameter map: field → column, where the file's name for a field is not ours; case does not matter.
    /// - Throws: ``ImportError``.
    init(header: CSVRecord, fields: [String], required: [String], map: [String: String]) throws(ImportError) {
        columns = header.fields
        let named = Dictionary(grouping: columns.indices) { columns[$0].lowercased() }
        for field in map.keys.sorted() where !fields.contains(field) { throw .unknownField(field, known: fields) }
        for field in fields {
            let column = map[field] ?? field
            let found = named[column.lowercased()] ?? []
            if found.count > 1 { throw .doubleColumn(column) }
            guard let index = found.first else {
                if map[field] != nil { throw .unknownColumn(column, known: columns) }
                if required.contains(field) { throw .missingColumn(field: field, columns: columns) }
                continue
            }
            indices[field] = index
        }
    }

    /// The field that a column holds, else the column's own name, or its place where it has none.
    func name(ofColumn index: Int) -> String? {
        if let field = indices.first(where: { $0.value == index })?.key { return field }
        guard columns.indices.contains(index) else { return nil }
        return columns[index].isEmpty ? "column \(index + 1)" : columns[index]
    }

    /// Columns that hold no field.
    var unused: [String] {
        let used = Set(indices.values)
        return columns.indices.filter { !used.contains($0) }.map { columns[$0] }
    }
}
