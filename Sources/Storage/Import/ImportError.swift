import Casework

/// Why a file cannot be imported at all.
public enum ImportError: UserFacing, Equatable {
    case missing(path: String)
    case unreadable(path: String)
    case empty(path: String)
    /// There are bytes in it that no text has.
    case binary(path: String, line: Int)
    /// It is text in another encoding.
    case notUTF8(path: String, line: Int)
    case unclosedQuote(path: String, line: Int)
    case headerTooLong(path: String)
    case doubleColumn(String)
    case missingColumn(field: String, columns: [String])
    case notJSON(path: String, line: Int, reason: String)
    case unknownField(String, known: [String])
    case unknownColumn(String, known: [String])
    case badDateFormat(String)
    /// A plans file has no columns.
    case nothingToMap
    /// Whoever imports would no longer be an administrator of this live register, or not by their account.
    case lockout(StaffMember.ID)
    /// The fields are parted by something else than commas.
    case otherSeparator(path: String, String)
    /// Of another encoding it is known which.
    case utf16(path: String)

    public var message: String {
        switch self {
        case .missing(let path): "There is no file \(path)."
        case .unreadable(let path): "The file \(path) cannot be read."
        case .empty(let path): "The file \(path) is empty."
        case .binary(let path, let line): "The file \(path) is not text: line \(line) holds binary data."
        case .notUTF8(let path, let line): "The file \(path) is not in UTF-8: line \(line) is not."
        case .unclosedQuote(let path, let line):
            "The file \(path) has a quotation mark on line \(line) that is never closed."
        case .headerTooLong(let path): "The first line of \(path) is longer than 1 MB."
        case .doubleColumn(let name): "The file has two columns '\(name.shortened)'."
        case .missingColumn(let field, let columns):
            "The file has no column '\(field)'; it has \(columns.shortened)."
        case .notJSON(let path, let line, let reason):
            "The file \(path) is not a list in JSON: line \(line), \(reason)."
        case .unknownField(let field, _): "There is no field '\(field.shortened)'."
        case .unknownColumn(let column, _): "The file has no column '\(column.shortened)'."
        case .badDateFormat(let format): "'\(format.shortened)' is not a date format."
        case .nothingToMap: "A plans file has no columns to map and no date format."
        case .lockout(let id): "The file takes from \(id) the access of an administrator, or the account."
        case .otherSeparator(let path, let name): "The fields of \(path) are separated by \(name), not by commas."
        case .utf16(let path): "The file \(path) is in UTF-16, not in UTF-8."
        }
    }

    public var remedy: String {
        switch self {
        case .missing, .unreadable: "Check the name, and who may read it."
        case .empty: "Export it again, with its header."
        case .binary: "Export it as text in UTF-8: CSV, or JSON for plans."
        case .notUTF8: "Save it as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8."
        case .unclosedQuote: "Close it, or write it twice where it belongs to the text."
        case .headerTooLong: "Export it again as CSV, with its header on the first line."
        case .doubleColumn: "Rename one of them."
        case .missingColumn(let field, _): "Name the column that holds it with --map \(field)=COLUMN."
        case .notJSON: "A plans file is a list of plans between [ and ]."
        case .unknownField(_, let known): "The fields are \(known.shortened)."
        case .unknownColumn(_, let known): "The columns are \(known.shortened)."
        case .badDateFormat: "Use year, month and day in Unicode letters: yyyyMMdd, dd/MM/yyyy, d/M/yy."
        case .nothingToMap: "Leave --map and --date-format out."
        case .lockout(let id):
            "Correct the row of \(id); only another administrator can change it so."
        case .otherSeparator: "Save it as CSV with commas between the fields."
        case .utf16: "Save it as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8."
        }
    }

    public var fault: Fault {
        switch self {
        case .missing, .unreadable: .missingInput
        case .unknownField, .unknownColumn, .badDateFormat, .nothingToMap: .usage
        default: .badInput
        }
    }
}
