/// An e-mail address that can stand in a header and in a list of arguments as it is.
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// Nil unless `text` is `name@domain` of letters, digits and the marks that need no quoting (RFC 5322 dot-atom),
    /// within the lengths of RFC 5321. So it cannot end a header line, and never begins with `-`.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, parts[0].count <= 64,
            Self.isDotted(parts[0], Self.marksOfName), Self.isDotted(parts[1], Self.marksOfDomain),
            text.utf8.first != UInt8(ascii: "-"), parts[1].first != UInt8(ascii: "-")
        else { return nil }
        description = text
    }

    private static let marksOfName = Set("!#$%&'*+-/=?^_`{|}~".utf8)
    private static let marksOfDomain = Set("-".utf8)

    private static func isDotted(_ text: Substring.UTF8View.SubSequence, _ marks: Set<UInt8>) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"):
                        true
                    default: marks.contains(byte)
                    }
                }
        }
    }
}
