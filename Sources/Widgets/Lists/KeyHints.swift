import Terminal

/// A key, what it does, and why it does nothing just now.
public struct KeyHint: Sendable, Equatable {
    public var key: Key
    public var name: String
    public var unavailable: String?

    public init(_ key: Key, _ name: String, unavailable: String? = nil) {
        self.key = key
        self.name = name
        self.unavailable = unavailable
    }
}

/// The keys of a screen. What does not fit is left out from the end, and `~` says so; a key that does nothing just now
/// stands in parentheses. A click is the same as the key.
public struct KeyHints: Widget {
    public var hints: [KeyHint]
    public var mostRows: Int

    public init(_ hints: [KeyHint], mostRows: Int = 1) {
        self.hints = hints
        self.mostRows = mostRows
    }

    public func height(forWidth width: Int) -> Int {
        min(mostRows, (places(in: width).last?.row ?? 0) + 1)
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty else { return }
        canvas.fill(theme.style(.hint))
        for (hint, place) in zip(hints, places(in: canvas.width)) {
            guard place.row < canvas.height else {
                canvas.write("~", column: canvas.width - 1, row: canvas.height - 1, style: theme.style(.hint))
                break
            }
            let isAvailable = hint.unavailable == nil
            var column = place.column
            if isAvailable {
                column += canvas.write(hint.key.name, column: column, row: place.row, style: theme.style(.hintKey))
                column += canvas.write(" " + hint.name, column: column, row: place.row, style: theme.style(.hint))
            } else {
                column += canvas.write(
                    "(\(hint.key.name) \(hint.name))", column: column, row: place.row,
                    style: theme.style(.hintUnavailable))
            }
            let area = Rect(column: place.column, row: place.row, width: column - place.column, height: 1)
            canvas.hit(area, .key(hint.key))
        }
    }

    public var lines: [String] {
        hints.map { hint in
            let reason = hint.unavailable.map { " (not now: \($0))" } ?? ""
            return TerminalText.visible("\(hint.key.name): \(hint.name)\(reason)")
        }
    }

    /// Where each hint goes. The last column is kept for the mark that says there is more.
    private func places(in width: Int) -> [Position] {
        var next = Position(column: 0, row: 0)
        return hints.map { hint in
            let words = TerminalText.width(of: hint.key.name) + 1 + TerminalText.width(of: hint.name)
            let length = words + (hint.unavailable == nil ? 0 : 2)
            if next.column > 0, next.column + length > width - 1 { next = Position(column: 0, row: next.row + 1) }
            defer { next.column += length + 2 }
            return next
        }
    }
}
