import Terminal

/// Widgets side by side. A child without a width of its own gets an even share.
public struct Row: Widget {
    public var children: [Child]
    /// Blank columns between children.
    public var spacing: Int

    public init(spacing: Int = 1, @ChildBuilder _ children: () -> [Child]) {
        self.init(children(), spacing: spacing)
    }

    public init(_ children: [Child], spacing: Int = 1) {
        self.children = children.map { child in
            child.extent == .natural ? Child(child.widget, .fill()) : child
        }
        self.spacing = spacing
    }

    public func height(forWidth width: Int) -> Int {
        zip(children, widths(in: width)).map { $0.widget.height(forWidth: $1) }.max() ?? 0
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        var column = 0
        for (child, width) in zip(children, widths(in: canvas.width)) {
            child.widget.draw(on: canvas.part(column: column, width: width), theme: theme)
            column += width + spacing
        }
    }

    public var lines: [String] { children.flatMap(\.widget.lines) }
    public var spoken: [Spoken] { children.flatMap(\.widget.spoken) }

    private func widths(in width: Int) -> [Int] {
        Extent.lengths(of: children, in: width - spacing * max(0, children.count - 1)) { _ in 0 }
    }
}
