/// How many colours a terminal shows.
public enum ColourDepth: Int, Comparable, Sendable, CaseIterable {
    case none, eight, sixteen, twoFiftySix, trueColour

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The palette numbers that may stand for a colour. The first 16 of 256 are left out, since people redefine them.
    var palette: Range<Int> {
        switch self {
        case .none, .trueColour: 0..<0
        case .eight: 0..<8
        case .sixteen: 0..<16
        case .twoFiftySix: 16..<256
        }
    }

    /// The palette number nearest to `colour`; with `behind`, the nearest that can be read on it (4.5:1), because
    /// two colours that differ well enough may have near neighbours that do not. If none can, the clearest one.
    public func nearest(to colour: Colour, behind: Colour? = nil) -> Int? {
        let nearest = nearest(to: colour, among: palette)
        guard let behind, let nearest, !Self.isReadable(nearest, on: behind) else { return nearest }
        return self.nearest(to: colour, among: palette.filter { Self.isReadable($0, on: behind) })
            ?? palette.max { Self.colour(of: $0).contrast(with: behind) < Self.colour(of: $1).contrast(with: behind) }
    }

    private static func isReadable(_ index: Int, on behind: Colour) -> Bool {
        Self.colour(of: index).contrast(with: behind) >= 4.5
    }

    private func nearest(to colour: Colour, among indices: some Collection<Int>) -> Int? {
        indices.map { (index: $0, distance: Self.colour(of: $0).distance(to: colour)) }
            .min { $0.distance < $1.distance }?.index
    }

    /// What a style's two colours look like at this depth; nil where the terminal's own colour shows.
    public func shown(_ style: Style) -> (foreground: Colour?, background: Colour?) {
        guard self != .none else { return (nil, nil) }
        guard self != .trueColour else { return (style.foreground, style.background) }
        let background = style.background.flatMap { nearest(to: $0) }.map(Self.colour(of:))
        let foreground = style.foreground.flatMap { nearest(to: $0, behind: background) }.map(Self.colour(of:))
        return (foreground, background)
    }

    /// The colour of a palette number from 0 to 255, the first 16 as xterm has them by default.
    public static func colour(of index: Int) -> Colour {
        switch index {
        case ..<16: return basic[max(0, index)]
        case 16..<232:
            let (red, green, blue) = ((index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6)
            return Colour(red: cubeLevels[red], green: cubeLevels[green], blue: cubeLevels[blue])
        default:
            let level = UInt8(8 + 10 * (min(index, 255) - 232))
            return Colour(red: level, green: level, blue: level)
        }
    }

    private static let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]
    private static let basic: [Colour] = [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ].map { Colour($0) }
}
