/// A time on a clock's face, in minutes after midnight: 0 to 1440, where 1440 is the midnight that ends the day.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    public let minutes: Int

    public init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `9:00`, `09:00` and `24:00`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.allSatisfy({ $0 == 58 || (48...57).contains($0) }),
            (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), minute < 60
        else { return nil }
        self.init(minutes: Int(hour) * 60 + Int(minute))
    }

    public static let midnight = TimeOfDay(unchecked: 0)
    public static let endOfDay = TimeOfDay(unchecked: 1440)

    private init(unchecked minutes: Int) {
        self.minutes = minutes
    }

    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

    /// As `09:00`.
    public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

    /// As `9:00`, for people.
    public var inWords: String { "\(minutes / 60):\(padded(minutes % 60, 2))" }
}

extension TimeOfDay: Codable, CustomStringConvertible {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = TimeOfDay(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time: \(text)")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
