import Terminal

/// One line to type in, with its name before it, or above it where there is little room.
public struct TextField: Widget {
    public var label: String
    public var buffer: TextBuffer
    public var placeholder: String
    public var isFocused: Bool
    /// Names the field to the mouse: `.item(0, in: id)`, with the text's columns from the offset's 0.
    public var id: String

    public init(
        _ label: String, buffer: TextBuffer, placeholder: String = "", isFocused: Bool = true, id: String? = nil
    ) {
        self.label = label
        self.buffer = buffer
        self.placeholder = placeholder
        self.isFocused = isFocused
        self.id = id ?? label
    }

    /// With the caret at the end of `text`.
    public init(_ label: String, text: String, placeholder: String = "", isFocused: Bool = true) {
        self.init(
            label, buffer: TextBuffer(text, allowsNewlines: false), placeholder: placeholder, isFocused: isFocused)
    }

    public func height(forWidth width: Int) -> Int { isStacked(in: width) ? 2 : 1 }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty else { return }
        var field = canvas.part(height: 1)
        if !label.isEmpty {
            let role: Role = isFocused ? .heading : .dim
            let stacked = isStacked(in: canvas.width) && canvas.height > 1
            let room = stacked ? canvas.width : canvas.width / 2
            let used = canvas.write(label, row: 0, in: room, style: theme.style(role))
            field = stacked ? canvas.part(row: 1, height: 1) : canvas.part(column: used + 1, height: 1)
        }
        drawField(on: field, theme: theme)
    }

    public var lines: [String] {
        let text = buffer.isEmpty ? "empty" + (placeholder.isEmpty ? "" : " (\(placeholder))") : buffer.text
        return [TerminalText.visible(label.isEmpty ? text : "\(label): \(text)")]
    }

    public var spoken: [Spoken] { lines.map { Spoken($0, entry: isFocused ? .line : nil) } }

    private func drawField(on canvas: Canvas, theme: Theme) {
        let style = theme.style(isFocused ? .fieldFocused : .field)
        let border = theme.style(isFocused ? .accent : .border)
        canvas.write("[", row: 0, style: border)
        canvas.write("]", column: canvas.width - 1, row: 0, style: border)
        let inner = canvas.part(column: 1, width: canvas.width - 2)
        guard inner.width > 0 else { return }
        inner.fill(style)
        let before = TerminalText.width(of: Character.text(of: buffer.characters[..<buffer.caret]))
        // The caret needs a column of its own after the last character.
        let hidden = isFocused ? max(0, before - inner.width + 1) : 0
        if buffer.isEmpty {
            var dim = theme.style(.placeholder)
            dim.background = style.background
            inner.write(placeholder, row: 0, in: inner.width, style: dim)
        } else {
            inner.write(buffer.text, column: -hidden, row: 0, style: style)
        }
        inner.hit(Rect(column: -hidden, width: hidden + inner.width, height: 1), .item(0, in: id))
        if isFocused { inner.placeCursor(column: before - hidden, row: 0) }
    }

    private func isStacked(in width: Int) -> Bool {
        !label.isEmpty && width < TerminalText.width(of: label) + 24
    }
}
