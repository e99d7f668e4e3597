import Terminal

/// A box in the middle of the screen that must be dealt with before what lies under it.
public struct Dialog: Widget {
    public var base: any Widget
    public var title: String
    public var content: any Widget
    public var role: Role
    /// The most columns that the box takes.
    public var width: Int

    public init(_ title: String, role: Role = .accent, width: Int = 64, over base: any Widget, content: any Widget) {
        self.title = title
        self.role = role
        self.width = width
        self.base = base
        self.content = content
    }

    public func height(forWidth width: Int) -> Int { base.height(forWidth: width) }

    public func draw(on canvas: Canvas, theme: Theme) {
        base.draw(on: canvas, theme: theme)
        canvas.hideCursor()
        // Presses beside the box do nothing, rather than reach what it covers.
        canvas.hit(Rect(width: canvas.width, height: canvas.height), .item(0, in: Dialog.outside))
        let panel = Panel(title, role: role, content)
        let columns = min(width, canvas.width)
        let rows = min(panel.height(forWidth: columns), canvas.height)
        let box = canvas.part(
            column: (canvas.width - columns) / 2, row: (canvas.height - rows) / 2, width: columns, height: rows)
        box.restCursor()
        panel.draw(on: box, theme: theme)
    }

    /// The target of a press beside the box.
    public static let outside = "outside"

    /// Only the dialog: what lies under it has been said and cannot be used.
    public var lines: [String] { spoken.map(\.text) }
    public var spoken: [Spoken] { [Spoken(TerminalText.visible(title))] + content.spoken }
}
