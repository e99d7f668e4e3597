import Terminal

/// A widget with blank cells around it.
public struct Inset: Widget {
    public var content: any Widget
    public var columns: Int
    public var rows: Int

    public init(_ content: any Widget, columns: Int = 1, rows: Int = 0) {
        self.content = content
        self.columns = columns
        self.rows = rows
    }

    public func height(forWidth width: Int) -> Int {
        content.height(forWidth: max(0, width - 2 * columns)) + 2 * rows
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        content.draw(
            on: canvas.part(
                column: columns, row: rows, width: canvas.width - 2 * columns, height: canvas.height - 2 * rows),
            theme: theme)
    }

    public var lines: [String] { content.lines }
    public var spoken: [Spoken] { content.spoken }
}

/// Blank rows.
public struct Gap: Widget {
    public var rows: Int

    public init(_ rows: Int = 1) {
        self.rows = rows
    }

    public func height(forWidth width: Int) -> Int { rows }
    public func draw(on canvas: Canvas, theme: Theme) {}
    public var lines: [String] { [] }
}

/// A line across, with a title in it if it has one.
public struct Rule: Widget {
    public var title: String

    public init(_ title: String = "") {
        self.title = title
    }

    public func height(forWidth width: Int) -> Int { 1 }

    public func draw(on canvas: Canvas, theme: Theme) {
        canvas.part(height: 1).fill(theme.style(.border), with: "─")
        guard !title.isEmpty, canvas.width > 6 else { return }
        canvas.write(
            " " + TerminalText.fitted(title, to: canvas.width - 6) + " ", column: 2, row: 0,
            style: theme.style(.heading))
    }

    public var lines: [String] { title.isEmpty ? [] : [TerminalText.visible(title)] }
}
