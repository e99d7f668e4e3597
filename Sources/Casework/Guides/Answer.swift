/// What a person answered to a step of a procedure.
public struct Answer: Sendable, Hashable, Codable {
    /// The node's name in the procedure; in a procedure run inside another `guide/name`, on the second passing of a
    /// node `name#2`.
    public var node: String
    /// A choice, `done`, words, a day as `2026-03-04`, a number, or what was ticked: `all`, `none`, `a,b`.
    public var value: String
    /// Their reason; required where the answer overrules the record.
    public var because: String?
    /// Who gave it, and when: nil where that was not kept.
    public var by: StaffMember.ID?
    public var at: Instant?
    /// When each item was ticked.
    public var ticks: [String: Instant]?
    /// Whether the note of a procedure that ended with it is drafted already; nil is no.
    public var isNoted: Bool?

    public init(
        _ node: String, _ value: String, because: String? = nil, by: StaffMember.ID? = nil, at: Instant? = nil,
        ticks: [String: Instant]? = nil
    ) {
        self.node = node
        self.value = value
        self.because = because
        self.by = by
        self.at = at
        self.ticks = ticks
    }
}
