/// How a cell looks. A colour that is nil is the terminal's own.
public struct Style: Hashable, Sendable {
    /// All of it in one word, for at each key some thousands are compared: from the lowest bit the foreground and the
    /// background, each of 24 bits and one that says whether there is one, and the attributes.
    private var bits: UInt64 = 0

    private static let backgroundPlace: UInt64 = 25
    private static let attributesPlace: UInt64 = 50
    private static let colourBits: UInt64 = 0x1FF_FFFF
    private static let isColour: UInt64 = 0x100_0000

    public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    public static let plain = Style()

    public var foreground: Colour? {
        get { colour(at: 0) }
        set { setColour(newValue, at: 0) }
    }

    public var background: Colour? {
        get { colour(at: Self.backgroundPlace) }
        set { setColour(newValue, at: Self.backgroundPlace) }
    }

    public var attributes: Attributes {
        get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> Self.attributesPlace)) }
        set { bits = bits & ~(0xFF << Self.attributesPlace) | UInt64(newValue.rawValue) << Self.attributesPlace }
    }

    /// Whether a blank would look the same in the other style: it shows no more than its ground.
    func looksBlank(in other: Style) -> Bool {
        let lines: Attributes = [.underline, .reverse]
        return background == other.background && attributes.isDisjoint(with: lines)
            && other.attributes.isDisjoint(with: lines)
    }

    private func colour(at place: UInt64) -> Colour? {
        let part = bits >> place
        return part & Self.isColour == 0 ? nil : .init(UInt32(truncatingIfNeeded: part))
    }

    private mutating func setColour(_ colour: Colour?, at place: UInt64) {
        let part = colour.map { UInt64($0.value) | Self.isColour } ?? 0
        bits = bits & ~(Self.colourBits << place) | part << place
    }

    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let bold = Attributes(rawValue: 1)
        public static let underline = Attributes(rawValue: 2)
        public static let reverse = Attributes(rawValue: 4)
        public static let dim = Attributes(rawValue: 8)
        public static let italic = Attributes(rawValue: 16)
    }
}
