import Terminal

/// Something that draws itself on a canvas by theme role, and says itself in lines.
///
/// Both faces come from the same values, so a fact that stands on the screen is also heard.
public protocol Widget: Sendable {
    /// The rows that the widget would like at `width` columns. It must draw sensibly with fewer.
    func height(forWidth width: Int) -> Int
    func draw(on canvas: Canvas, theme: Theme)
    /// What the widget says, one thought a line, unwrapped.
    var lines: [String] { get }
    /// The same lines, with what can be chosen in them and where text is taken.
    var spoken: [Spoken] { get }
}

extension Widget {
    public var spoken: [Spoken] { lines.map { Spoken($0) } }
}

/// Nothing, in no rows.
public struct Empty: Widget {
    public init() {}

    public func height(forWidth width: Int) -> Int { 0 }
    public func draw(on canvas: Canvas, theme: Theme) {}
    public var lines: [String] { [] }
}

extension Frame {
    /// A frame of `size` on the theme's ground with `widget` drawn over all of it.
    ///
    /// - Parameter held: see ``Terminal/Frame/init(size:style:isChoosing:holding:)``.
    public convenience init(
        size: Size, theme: Theme, showing widget: any Widget, isChoosing: Bool = false,
        holding held: [String: Int] = [:]
    ) {
        self.init(size: size, style: theme.style(.text), isChoosing: isChoosing, holding: held)
        widget.draw(on: canvas, theme: theme)
    }
}
