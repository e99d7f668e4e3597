import Terminal

/// A widget taller than its place, shown from `offset` rows down, with a bar that says where.
public struct Scroll: Widget {
    public var content: any Widget
    /// The first row shown; held within what there is when drawn.
    public var offset: Int
    /// Names the scrolled part to the mouse: `.item(0, in: id)`.
    public var id: String
    /// The rows of what is chosen within it, which stay in sight; nil where somebody scrolls it by themselves.
    public var chosen: Range<Int>?

    public init(_ content: any Widget, offset: Int, id: String = "scroll", showing chosen: Range<Int>? = nil) {
        self.content = content
        self.offset = offset
        self.id = id
        self.chosen = chosen
    }

    public func height(forWidth width: Int) -> Int { content.height(forWidth: max(0, width - 1)) }

    /// The greatest offset that still fills a place of `size`.
    public func lastOffset(in size: Size) -> Int {
        max(0, height(forWidth: size.width) - size.height)
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        let total = height(forWidth: canvas.width)
        let first =
            chosen.map { canvas.firstLine(of: id, usually: offset, showing: $0, total: total) }
            ?? min(max(0, offset), lastOffset(in: canvas.size))
        canvas.hit(Rect(width: canvas.width, height: canvas.height), .item(0, in: id))
        content.draw(
            on: canvas.part(column: 0, row: 0, width: canvas.width - 1)
                .part(row: -first, height: max(total, canvas.height)),
            theme: theme)
        ScrollBar(total: total, first: first).draw(on: canvas, theme: theme)
    }

    public var lines: [String] { content.lines }
    public var spoken: [Spoken] { content.spoken }
}

/// The bar in the last column that shows which part of a longer list or text is seen.
struct ScrollBar {
    let total: Int
    let first: Int

    func draw(on canvas: Canvas, theme: Theme) {
        let height = canvas.height
        guard total > height, height > 0, canvas.width > 1 else { return }
        let column = canvas.part(column: canvas.width - 1)
        column.fill(theme.style(.border), with: "│")
        let length = max(1, height * height / total)
        let travel = total - height
        let top = min(height - length, (first * (height - length) + travel - 1) / travel)
        column.part(row: top, height: length).fill(theme.style(.accent), with: "█")
    }
}
