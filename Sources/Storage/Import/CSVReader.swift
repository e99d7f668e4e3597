/// One row of a CSV file.
struct CSVRecord: Equatable {
    /// The line on which it begins.
    var line: Int
    var fields: [String]
    /// What is wrong with the row itself, and in which of its fields, from 0; the fields are then not to be trusted.
    var fault: Fault?

    struct Fault: Equatable {
        enum Kind: Equatable {
            case tooLong, textAfterQuote
            case notUTF8(line: Int)
        }

        var field: Int
        var kind: Kind

        var reason: String {
            switch kind {
            case .tooLong: "makes the row longer than 1 MB"
            case .textAfterQuote: "has text after its closing quotation mark"
            case .notUTF8(let line): "is not in UTF-8 (line \(line))"
            }
        }
    }
}

/// Reads CSV as RFC 4180 has it, row by row: quoted fields with doubled quotation marks and line ends inside, LF or
/// CRLF. Spaces around an unquoted field are cut off, blank lines are passed over.
struct CSVReader {
    /// A row of more bytes is a fault of that row: what lies past them is read over and not kept.
    static let longestRow = 1_000_000

    private let file: InputFile
    private let separator = UInt8(ascii: ",")

    init(_ file: InputFile) {
        self.file = file
    }

    private enum State {
        /// Nothing but spaces so far.
        case start
        case unquoted, quoted, closed
    }

    /// The next row, or nil at the end of the file.
    ///
    /// - Throws: ``ImportError/unclosedQuote(path:line:)``: where the row ends cannot be known;
    ///   ``ImportError/binary(path:line:)``; ``ImportError/unreadable(path:)``.
    mutating func next() throws(ImportError) -> CSVRecord? {
        while try file.peek() != nil {
            let record = try row()
            if record.fields != [""] || record.fault != nil { return record }
        }
        return nil
    }

    private func row() throws(ImportError) -> CSVRecord {
        var record = CSVRecord(line: file.line, fields: [])
        var bytes: [UInt8] = []
        var state = State.start
        var size = 0
        var fieldLine = file.line

        func fault(_ kind: CSVRecord.Fault.Kind) {
            // Foreign bytes explain every other fault.
            if case .notUTF8 = kind {} else if record.fault != nil { return }
            if case .notUTF8 = record.fault?.kind { return }
            record.fault = CSVRecord.Fault(field: record.fields.count, kind: kind)
        }
        func endField() {
            let kept = state == .closed ? bytes[...] : bytes.trimmingSpaces
            if let text = String(validating: kept, as: UTF8.self) {
                record.fields.append(text)
            } else {
                let index = UTF8Fault.firstIndex(in: kept) ?? 0
                let line = fieldLine + kept.prefix(index).count { $0 == UInt8(ascii: "\n") }
                fault(.notUTF8(line: line))
                record.fields.append("")
            }
            bytes.removeAll(keepingCapacity: true)
            state = .start
            fieldLine = file.line
        }

        func count() {
            size += 1
            if size == Self.longestRow + 1 { fault(.tooLong) }
        }

        while let byte = try file.next() {
            count()
            if state == .quoted {
                if byte != UInt8(ascii: "\"") {
                    if size <= Self.longestRow { bytes.append(byte) }
                } else if try file.peek() == byte {
                    _ = try file.next()
                    count()
                    if size <= Self.longestRow { bytes.append(byte) }
                } else {
                    state = .closed
                }
                continue
            }
            if byte == separator {
                if size <= Self.longestRow { endField() }
                continue
            }
            if byte == UInt8(ascii: "\r"), try file.peek() == UInt8(ascii: "\n") { continue }
            if byte == UInt8(ascii: "\n") { break }
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            switch state {
            case .start where byte == UInt8(ascii: "\""):
                bytes.removeAll(keepingCapacity: true)
                state = .quoted
            case .closed:
                if !isSpace { fault(.textAfterQuote) }
            default:
                if !isSpace { state = .unquoted }
                if size <= Self.longestRow { bytes.append(byte) }
            }
        }
        if state == .quoted { throw .unclosedQuote(path: file.path, line: fieldLine) }
        endField()
        return record
    }
}

extension [UInt8] {
    fileprivate var trimmingSpaces: ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
        var slice = self[...]
        while let last = slice.last, isSpace(last) { slice.removeLast() }
        return slice.drop(while: isSpace)
    }
}
