import Terminal

/// One filled line: the identity strip, the practice strip, a status line. What stands at the end yields first.
public struct Strip: Widget {
    public var leading: String
    public var trailing: String
    public var role: Role

    public init(_ leading: String, trailing: String = "", role: Role) {
        self.leading = leading
        self.trailing = trailing
        self.role = role
    }

    public func height(forWidth width: Int) -> Int { 1 }

    public func draw(on canvas: Canvas, theme: Theme) {
        let row = canvas.part(height: 1)
        let style = theme.style(role)
        row.fill(style)
        let room = max(0, canvas.width - 2)
        let start = TerminalText.fitted(leading, to: room)
        row.write(start, column: 1, row: 0, style: style)
        let left = room - TerminalText.width(of: start) - 2
        if !trailing.isEmpty, TerminalText.width(of: trailing) <= left {
            let end = TerminalText.visible(trailing)
            row.write(end, column: canvas.width - 1 - TerminalText.width(of: end), row: 0, style: style)
        }
    }

    public var lines: [String] {
        [leading, trailing].filter { !$0.isEmpty }.map(TerminalText.visible)
    }
}
