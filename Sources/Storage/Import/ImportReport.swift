/// What an import did, or in a dry run would have done.
public struct ImportReport: Codable, Sendable, Hashable {
    /// A row or plan that was not imported, and why.
    public struct BadRow: Codable, Sendable, Hashable {
        /// The line of the file on which it begins, the header being line 1.
        public var line: Int
        /// As the command line names it, a path for a plan (`restrictions.phone.terms.0.limit`), or `row`.
        public var field: String
        public var reason: String
    }

    /// Rows or plans in the file.
    public var read = 0
    /// New ones; 0 when bad rows kept the whole file out.
    public var imported = 0
    /// Those that were in the register before.
    public var updated = 0
    /// The first ``mostNamed``, in the order of the file.
    public var bad: [BadRow] = []
    /// All bad rows, named or not.
    public var badCount = 0
    /// What was imported and should be looked at; the last says how many more there are.
    public var warnings: [String] = []

    public static let mostNamed = 100

    private var warningCount = 0

    private enum CodingKeys: String, CodingKey {
        case read, imported, updated, bad, badCount, warnings
    }

    init() {}

    mutating func note(_ fault: RowFault, line: Int) {
        badCount += 1
        if bad.count < Self.mostNamed {
            bad.append(BadRow(line: line, field: String(fault.field.prefix(120)), reason: fault.reason))
        }
    }

    mutating func warn(_ words: String) {
        warningCount += 1
        if warningCount <= Self.mostNamed { warnings.append(words) }
    }

    mutating func conclude() {
        bad.sort { $0.line < $1.line }
        if warningCount > Self.mostNamed { warnings.append("and \(warningCount - Self.mostNamed) more warnings") }
    }
}

/// Why one row cannot be imported.
struct RowFault: Error, Hashable {
    var field: String
    var reason: String

    init(_ field: String, _ reason: String) {
        self.field = field
        self.reason = reason
    }
}
