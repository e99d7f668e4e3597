/// What a person or plan is called by: a number or an external ID, as somebody wrote it.
public struct CustomerReference: Sendable, Hashable {
    /// As written, surrounding spaces cut off: how an external ID is compared.
    public let text: String
    /// Without spaces and hyphens, in capitals: how numbers are compared.
    public let compact: String

    public init(_ text: String) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        compact = String(self.text.filter { !$0.isWhitespace && $0 != "-" }).uppercased()
    }
}
