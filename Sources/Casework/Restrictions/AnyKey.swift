/// Any key of a JSON object, to notice those that nobody knows.
public struct AnyKey: CodingKey {
    public let stringValue: String
    public let intValue: Int?

    public init(_ text: String) {
        stringValue = text
        intValue = nil
    }

    public init?(stringValue: String) { self.init(stringValue) }

    public init?(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}
