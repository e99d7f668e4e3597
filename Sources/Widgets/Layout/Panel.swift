import Terminal

/// A box with a title around a widget. Too small for its border, it leaves the border out.
public struct Panel: Widget {
    public var title: String
    public var content: any Widget
    /// The role of the border and the title.
    public var role: Role

    public init(_ title: String = "", role: Role = .border, _ content: any Widget) {
        self.title = title
        self.role = role
        self.content = content
    }

    public func height(forWidth width: Int) -> Int {
        content.height(forWidth: max(0, width - 4)) + 2
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard canvas.width >= 5, canvas.height >= 3 else { return content.draw(on: canvas, theme: theme) }
        let style = theme.style(role)
        let (right, bottom) = (canvas.width - 1, canvas.height - 1)
        canvas.fill(theme.style(.text))
        canvas.part(height: 1).fill(style, with: "─")
        canvas.part(row: bottom).fill(style, with: "─")
        canvas.part(width: 1).fill(style, with: "│")
        canvas.part(column: right).fill(style, with: "│")
        canvas.write("┌", row: 0, style: style)
        canvas.write("┐", column: right, row: 0, style: style)
        canvas.write("└", row: bottom, style: style)
        canvas.write("┘", column: right, row: bottom, style: style)
        if !title.isEmpty, canvas.width > 6 {
            let text = " " + TerminalText.fitted(title, to: canvas.width - 6) + " "
            canvas.write(text, column: 2, row: 0, style: theme.style(role == .border ? .heading : role))
        }
        content.draw(
            on: canvas.part(column: 2, row: 1, width: canvas.width - 4, height: canvas.height - 2), theme: theme)
    }

    public var lines: [String] { spoken.map(\.text) }
    public var spoken: [Spoken] {
        (title.isEmpty ? [] : [Spoken(TerminalText.visible(title))]) + content.spoken
    }
}
