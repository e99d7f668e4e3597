import Terminal

/// What belongs to a picture alone: drawn, and not said, since the lines around it have said it already.
public struct DrawnOnly: Widget {
    public let content: any Widget

    public init(_ content: any Widget) {
        self.content = content
    }

    public func height(forWidth width: Int) -> Int { content.height(forWidth: width) }
    public func draw(on canvas: Canvas, theme: Theme) { content.draw(on: canvas, theme: theme) }
    public var lines: [String] { [] }
}
