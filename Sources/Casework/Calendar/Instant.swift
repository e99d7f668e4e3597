/// A point in time to the second, the same everywhere: a zone is needed to say what a clock showed.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Seconds since 1970-01-01T00:00:00 in Greenwich.
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    public init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }

    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    public static func + (left: Self, seconds: Int) -> Self { Instant(seconds: left.seconds + seconds) }
    public static func - (left: Self, seconds: Int) -> Self { Instant(seconds: left.seconds - seconds) }
}

/// An instant as somebody wrote it: with an offset it is fixed, without one it waits for a zone.
public enum WrittenInstant: Sendable, Hashable {
    case fixed(Instant)
    /// Clock time in a zone still to be known; `second` is 0 to 59.
    case local(CalendarDay, TimeOfDay, second: Int)

    /// Reads `2026-03-04T10:15:00+11:00`; seconds may be left out, `Z` stands for `+00:00`, a space for the `T`, and
    /// spaces may stand before the offset.
    public init?(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.count > 10, bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
        guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T"),
            let day = CalendarDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            let time = TimeOfDay(String(decoding: bytes[11..<16], as: UTF8.self)), time < .endOfDay
        else { return nil }
        var rest = bytes[16...]
        var second = 0
        if rest.first == UInt8(ascii: ":") {
            guard rest.count >= 3, rest.dropFirst().prefix(2).allSatisfy({ (48...57).contains($0) }),
                let read = Int(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)),
                (0...59).contains(read)
            else { return nil }
            second = read
            rest = rest.dropFirst(3)
        }
        rest = rest.drop { $0 == UInt8(ascii: " ") }
        if rest.isEmpty {
            self = .local(day, time, second: second)
            return
        }
        let naive = day.number * 86_400 + time.minutes * 60 + second
        if rest.elementsEqual("Z".utf8) {
            self = .fixed(Instant(seconds: naive))
            return
        }
        let sign = rest.first == UInt8(ascii: "+") ? 1 : rest.first == UInt8(ascii: "-") ? -1 : 0
        guard sign != 0, let offset = TimeOfDay(String(decoding: rest.dropFirst(), as: UTF8.self)),
            offset.minutes <= 14 * 60
        else { return nil }
        self = .fixed(Instant(seconds: naive - sign * offset.minutes * 60))
    }

    /// The instant meant, a time without an offset being read in `zone`.
    public func resolved(in zone: LocalZone) -> Instant {
        switch self {
        case .fixed(let instant): instant
        case .local(let day, let time, let second): zone.instant(of: day, at: time) + second
        }
    }
}
