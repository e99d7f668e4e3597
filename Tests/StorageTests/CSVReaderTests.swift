import Testing

@testable import Storage

@Suite("Reading CSV")
struct CSVReaderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func records(_ bytes: [UInt8]) throws -> [CSVRecord] {
        var reader = CSVReader(try InputFile(path: try scratch.file(bytes)))
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    private func rows(_ text: String) throws -> [[String]] { try records(Array(text.utf8)).map(\.fields) }

    @Test(
        "Fields are as RFC 4180 has them, spaces around unquoted ones cut off",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}a,b\n", [["a", "b"]]),
            ("rec_id, given_name\nrec-1-org,  mary ann \n", [["rec_id", "given_name"], ["rec-1-org", "mary ann"]]),
            ("\"a,b\",\"say \"\"no\"\"\"\n", [["a,b", "say \"no\""]]),
            ("\"two\nlines\",x\n", [["two\nlines", "x"]]),
            ("\"two\r\nlines\",x\r\n", [["two\r\nlines", "x"]]),
            (" \" kept \" ,x\n", [[" kept ", "x"]]),
            ("O\"Brien,x\n", [["O\"Brien", "x"]]),
            (",\n", [["", ""]]),
            ("\"\"\n", []),
            ("\n\na\n\r\n\nb\n\n", [["a"], ["b"]]),
            ("a\tb,\tc\n", [["a\tb", "c"]]),
            ("Zoë,Nguyễn\n", [["Zoë", "Nguyễn"]]),
        ])
    func fields(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("A row is named by the line on which it begins, also after line ends within quotes")
    func lines() throws {
        #expect(try records(Array("h\n\"a\nb\nc\"\nd\n\ne\n".utf8)).map(\.line) == [1, 2, 5, 7])
    }

    @Test("A byte that is not UTF-8 is named by its own line, and spoils its row alone")
    func encoding() throws {
        let bytes = Array("h,i\nx,\"one\ntwo ".utf8) + [0xE9] + Array("\"\ngood,row\n".utf8)
        let records = try records(bytes)
        #expect(records.map(\.line) == [1, 2, 4])
        #expect(records[1].fault == CSVRecord.Fault(field: 1, kind: .notUTF8(line: 3)))
        #expect(records[2] == CSVRecord(line: 4, fields: ["good", "row"]))
    }

    @Test("Text after a closing quotation mark spoils its row alone")
    func afterQuote() throws {
        let records = try records(Array("\"a\"b,c\nd,e\n".utf8))
        #expect(records[0].fault == CSVRecord.Fault(field: 0, kind: .textAfterQuote))
        #expect(records[1].fault == nil)
    }

    @Test("A quotation mark that is never closed is named by its line")
    func unclosed() throws {
        #expect(throws: ImportError.unclosedQuote(path: scratch.directory + "/input", line: 3)) {
            try records(Array("h\na\n\"b\nc\nd".utf8))
        }
    }

    @Test("A line of 10 MB spoils its row alone and is not kept", arguments: [false, true])
    func longLine(quoted: Bool) throws {
        let mark = quoted ? Array("\"".utf8) : []
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
        let records = try records(Array("h\n".utf8) + mark + long + mark + Array("\nafter\n".utf8))
        #expect(records.map(\.line) == [1, 2, 3])
        #expect(records[1].fault?.kind == .tooLong)
        #expect(records[1].fields.reduce(0) { $0 + $1.utf8.count } <= CSVReader.longestRow)
        #expect(records[2].fields == ["after"])
    }

    @Test("Doubled quotation marks are counted as they stand in the file, and past the limit not kept")
    func longRowOfMarks() throws {
        let marks = [UInt8](repeating: UInt8(ascii: "\""), count: 4_000_002)
        let records = try records(Array("h\n".utf8) + marks + Array("\nafter\n".utf8))
        #expect(records.map(\.line) == [1, 2, 3])
        #expect(records[1].fault?.kind == .tooLong)
        #expect(records[1].fields.reduce(0) { $0 + $1.utf8.count } <= CSVReader.longestRow / 2)
        #expect(records[2].fields == ["after"])
    }

    @Test("Binary files, and texts of 16 bits, are not CSV")
    func binary() throws {
        let path = scratch.directory + "/input"
        #expect(throws: ImportError.binary(path: path, line: 2)) { try records([104, 10, 1, 0, 2]) }
        #expect(throws: ImportError.utf16(path: path)) { try records([0xFF, 0xFE, 104, 0]) }
        #expect(throws: ImportError.empty(path: path)) { try records([]) }
        #expect(throws: ImportError.missing(path: "/nowhere/at/all")) { try InputFile(path: "/nowhere/at/all") }
        #expect(throws: ImportError.unreadable(path: scratch.directory)) { try InputFile(path: scratch.directory) }
    }
}

@Suite("Dates of a file")
struct DatePatternTests {
    @Test(
        "Dates are read as the pattern writes them",
        arguments: [
            ("yyyy-MM-dd", "1980-04-03", "1980-04-03"), ("yyyyMMdd", "19800403", "1980-04-03"),
            ("yyyyMMdd", "19080231", "1908-02-31"), ("yyyyMMdd", "1980043", nil), ("yyyyMMdd", "1980-04-03", nil),
            ("dd/MM/yyyy", "03/04/1980", "1980-04-03"), ("dd/MM/yyyy", "3/4/1980", nil),
            ("d/M/yyyy", "3/4/1980", "1980-04-03"), ("d/M/yyyy", "13/14/1980", "1980-14-13"),
            ("d/M/yy", "3/4/80", "1980-04-03"), ("d/M/yy", "3/4/26", "2026-04-03"), ("d/M/yy", "3/4/27", "1927-04-03"),
            ("d MMM yyyy", "3 Apr 1980", "1980-04-03"), ("d MMMM yyyy", "3 april 1980", "1980-04-03"),
            ("dMMMyyyy", "03APR1980", "1980-04-03"), ("d MMM yyyy", "3 Abc 1980", nil),
            ("d.M.y", "3.4.1980", "1980-04-03"), ("d/M/yyyy", "3/4/1980x", nil), ("d/M/yyyy", "", nil),
        ] as [(String, String, String?)])
    func reading(pattern: String, text: String, expected: String?) throws {
        #expect(try DatePattern(pattern, latestYear: 2026).date(in: text)?.text == expected)
    }

    @Test(
        "A pattern without year, month and day, or with other letters, is refused",
        arguments: ["", "yyyy", "yyyyMM", "yyyyMMddHH", "yyyy-MM-dd-dd", "%Y-%m-%d", "yyyyyMMdd"])
    func refused(pattern: String) {
        #expect(throws: ImportError.badDateFormat(pattern)) { try DatePattern(pattern, latestYear: 2026) }
    }
}
