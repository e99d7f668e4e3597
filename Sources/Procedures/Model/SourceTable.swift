/// A place in the released documents: a row of one of their tables.
public struct SourceRow: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let table: String
    /// From 1; 0 for a document that was not released, which has no tables.
    public let row: Int

    /// As `OMC T1.2`, or `NC` for a document that was not released.
    public var description: String { row == 0 ? table : "\(table).\(row)" }

    public static func < (left: Self, right: Self) -> Bool { (left.table, left.row) < (right.table, right.row) }

    public init(table: String, row: Int) {
        self.table = table
        self.row = row
    }

    /// Reads `OMC T1.2`; nil when no released document holds that row.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let table = SourceTable.named[String(parts[0])], parts.count <= 2 else { return nil }
        let row = parts.count == 2 ? Int(parts[1]) : table.rows == 0 ? 0 : nil
        guard let row, table.rowNumbers.contains(row) else { return nil }
        self.init(table: table.id, row: row)
    }
}

/// A table of the released documents, every row of which some procedure covers.
public struct SourceTable: Sendable, Hashable {
    /// As `OMC T1`; for a document that was not released its code alone.
    public let id: String
    /// As `104-07050060`.
    public let document: String
    /// How many rows it has; 0 where the document was not released.
    public let rows: Int
    public let title: String

    private init(_ document: String, _ id: String, _ rows: Int, _ title: String) {
        self.id = id
        self.document = document
        self.rows = rows
        self.title = title
    }

    /// The rows to be covered.
    public var rowNumbers: ClosedRange<Int> { rows == 0 ? 0...0 : 1...rows }

    static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    public static let all: [SourceTable] = [
        SourceTable("104-07050060", "OMC T1", 6, "Customer visiting a service centre"),
        SourceTable("104-07050060", "OMC T2", 5, "Customer contacting a Smart Centre"),
        SourceTable("104-07050060", "OMC T3", 6, "A work item or call in processing"),
        SourceTable("104-07050060", "OMC-OMC T1", 1, "OMC and backup availability"),
        SourceTable("104-07050060", "OMC-OMC T2", 5, "Commencement of the plan"),
        SourceTable("104-07050060", "OMC-OMC T3", 15, "Ongoing customer management"),
        SourceTable("104-07050060", "OMC-OMC T4", 7, "Transfer to a new service zone"),
        SourceTable("104-07050060", "OMC-ER T1", 5, "Employee Responsible: assigning changing and supporting the OMC"),
        SourceTable("104-07050050", "REV T1", 17, "Reviewing a plan"),
        SourceTable("104-07050050", "REV T2", 9, "Record the outcome and notify the customer"),
        SourceTable("104-07050050", "REV T3", 5, "Safety alert review outcome"),
        SourceTable("104-07050000", "MSP R1", 5, "Local Assessment Panels"),
        SourceTable("104-07050000", "MSP R2", 5, "Zone Assessment Panels"),
        SourceTable("104-07050010", "PRA T1", 16, "Before proposing a plan"),
        SourceTable("104-07050010", "PRA T2", 10, "Proposing and recording for Centrelink customers"),
        SourceTable("104-07050010", "PRA T3", 6, "Adding or approving a safety alert"),
        SourceTable("104-07050010", "PRA T4", 4, "Removal of a note or record"),
        SourceTable("104-07050010", "PRA T5", 5, "Medicare public customers"),
        SourceTable("104-07050010", "PRA T6", 3, "Medicare provider customers"),
        SourceTable("104-07050010", "PRA T7", 4, "Child Support customers in Personalised Services"),
        SourceTable("104-07050010", "PRA T8", 7, "Considering and approving a plan"),
        SourceTable("104-07050010", "PRA T9", 2, "Review and update in CDMS and Cuba"),
        SourceTable("104-07050010", "PRA R1", 3, "Face-to-face restrictions"),
        SourceTable("104-07050010", "PRA R2", 3, "Telephone restrictions"),
        SourceTable("104-07050010", "PRA R3", 3, "Writing restrictions"),
        SourceTable("104-07050010", "PRA R4", 5, "Safety alert decision note"),
        SourceTable("implementing", "IMP T1", 3, "Implementing a plan: phone SMS letter"),
        SourceTable("104-07020000", "RSP T1", 3, "Aggression Response Team roles"),
        SourceTable("104-07020000", "RSP T2", 8, "Emergency responses"),
        SourceTable("104-07020000", "RSP T3", 4, "Stalking and off-site harassment"),
        SourceTable("104-07020000", "RSP T4", 8, "Threats by phone"),
        SourceTable("104-07020000", "RSP T5", 5, "Threats in writing"),
        SourceTable("104-07020000", "RSP T6", 2, "Locking the entrance"),
        SourceTable("104-07020000", "RSP T7", 5, "Infectious and communicable diseases"),
        SourceTable("104-07020000", "RSP T8", 8, "Incidents from the satisfaction survey"),
        SourceTable("104-07000000", "PRV T1", 12, "Positively influencing customer behaviour"),
        SourceTable("101-17021300", "PS T1", 2, "Centrelink: actioning a referral"),
        SourceTable("101-17021300", "PS T2", 5, "Centrelink: contacting customers"),
        SourceTable("101-17021300", "PS T3", 10, "Centrelink: management review and cold transfer"),
        SourceTable("101-17021300", "PS T4", 5, "Centrelink: exit"),
        SourceTable("101-17021300", "PS T5", 5, "Centrelink: proactive direct referral"),
        SourceTable("101-17021300", "PS-CS T1", 3, "Child Support: actioning a referral"),
        SourceTable("101-17021300", "PS-CS T2", 4, "Child Support: Customer Management Plan"),
        SourceTable("101-17021300", "PS-CS T3", 14, "Child Support: service channel restrictions and cold transfer"),
        SourceTable("101-17021300", "PS-CS T4", 6, "Child Support: contacting customers"),
        SourceTable("101-17021300", "PS-CS T5", 4, "Child Support: options"),
        SourceTable("101-17021300", "PS-CS T6", 3, "Child Support: finalising submission and review"),
        SourceTable("101-17021300", "PS-CS T7", 5, "Child Support: finalising action"),
        SourceTable("101-17021300", "PS-CS T8", 6, "Child Support: ongoing reactive management"),
        SourceTable("101-17021300", "PS-CS R1", 2, "Child Support: documentation"),
        SourceTable("101-17021300", "PS-CS R2", 3, "Segment 1"),
        SourceTable("101-17021300", "PS-CS R3", 3, "Segment 2"),
        SourceTable("101-17021300", "PS-CS R4", 3, "Segment 3"),
        SourceTable("mfu", "MFU T1", 16, "Vulnerable customer suspension or cancellation follow-up"),
        SourceTable("unreleased", "NC", 0, "Customer not complying (built from what the released documents say)"),
        SourceTable("unreleased", "OOV", 0, "One-off variation"),
        SourceTable("unreleased", "NA", 0, "Notification alert"),
        SourceTable("unreleased", "INC", 0, "Reporting and recording an incident"),
        SourceTable("unreleased", "EMR", 0, "E-mail redirection"),
        SourceTable("unreleased", "SS", 0, "Staff support"),
    ]
}
