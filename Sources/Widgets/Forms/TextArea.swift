import Terminal

/// Text of many lines being typed, wrapped at words; the caret's line stays in sight.
public struct TextArea: Widget {
    public var buffer: TextBuffer
    public var placeholder: String
    public var isFocused: Bool
    /// Names the text to the mouse: the line that begins at offset `i` is `.item(i, in: id)`.
    public var id: String
    /// Places to point out, in characters of the text.
    public var marks: [Range<Int>]

    public init(
        _ buffer: TextBuffer, placeholder: String = "", isFocused: Bool = true, id: String = "text",
        marks: [Range<Int>] = []
    ) {
        self.marks = marks
        self.buffer = buffer
        self.placeholder = placeholder
        self.isFocused = isFocused
        self.id = id
    }

    /// The columns at which a text area of `width` wraps; pass it to the buffer's `handle`.
    public static func wrapWidth(forWidth width: Int) -> Int { max(1, width - 1) }

    public func height(forWidth width: Int) -> Int {
        buffer.wrapped(width: Self.wrapWidth(forWidth: width)).count
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty else { return }
        let style = theme.style(isFocused ? .fieldFocused : .field)
        let wrapWidth = Self.wrapWidth(forWidth: canvas.width)
        canvas.fill(style)
        if buffer.isEmpty {
            var hint = theme.style(.placeholder)
            hint.background = style.background
            canvas.write(placeholder, row: 0, in: wrapWidth, style: hint)
        }
        let lines = buffer.wrapped(width: wrapWidth)
        let caret = buffer.place(wrapWidth: wrapWidth)
        let first = min(max(0, caret.line - canvas.height / 2), max(0, lines.count - canvas.height))
        for (row, line) in lines.dropFirst(first).prefix(canvas.height).enumerated() {
            let part = canvas.part(row: row, width: wrapWidth, height: 1)
            part.write(String(buffer.characters[line]), row: 0, style: style)
            drawMarks(in: line, on: part, style: style)
            part.hit(Rect(width: wrapWidth, height: 1), .item(line.lowerBound, in: id))
        }
        ScrollBar(total: lines.count, first: first).draw(on: canvas, theme: theme)
        if isFocused { canvas.placeCursor(column: min(caret.column, canvas.width - 1), row: caret.line - first) }
    }

    /// Underlined as well as bold: a mark must be seen without colour.
    private func drawMarks(in line: Range<Int>, on canvas: Canvas, style: Style) {
        var marked = style
        marked.attributes.formUnion([.underline, .bold])
        for mark in marks where mark.overlaps(line) {
            let place = mark.clamped(to: line)
            let column = TerminalText.width(of: String(buffer.characters[line.lowerBound..<place.lowerBound]))
            canvas.write(String(buffer.characters[place]), column: column, row: 0, style: marked)
        }
    }

    public var lines: [String] {
        buffer.isEmpty
            ? [TerminalText.visible(placeholder.isEmpty ? "Empty" : "Empty (\(placeholder))")]
            : TerminalText.lines(of: buffer.text).map(TerminalText.visible)
    }

    public var spoken: [Spoken] { lines.map { Spoken($0, entry: isFocused ? .text(isEmpty: buffer.isEmpty) : nil) } }
}
