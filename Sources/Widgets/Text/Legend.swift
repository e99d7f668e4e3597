import Terminal

/// What the signs of a picture mean; a sign and its words are never parted at the end of a line.
public struct Legend: Widget {
    public struct Entry: Sendable, Equatable {
        public let sign: String
        public let role: Role
        public let words: String

        public init(_ sign: String, _ words: String, _ role: Role = .text) {
            self.sign = sign
            self.words = words
            self.role = role
        }

        var width: Int { TerminalText.width(of: sign) + 1 + TerminalText.width(of: words) }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    public func height(forWidth width: Int) -> Int { (places(in: width).last?.row ?? -1) + 1 }

    public func draw(on canvas: Canvas, theme: Theme) {
        for (entry, place) in zip(entries, places(in: canvas.width)) {
            let width = canvas.write(entry.sign, column: place.column, row: place.row, style: theme.style(entry.role))
            let column = place.column + width + 1
            canvas.write(
                entry.words, column: column, row: place.row, in: canvas.width - column, style: theme.style(.dim))
        }
    }

    /// Lines say in words what the picture has signs for, and a sign that is explained there is nowhere to be found.
    public var lines: [String] { [] }

    private static let spacing = 2

    private func places(in width: Int) -> [Position] {
        var next = Position(column: 0, row: 0)
        return entries.map { entry in
            if next.column > 0, next.column + entry.width > width { next = Position(column: 0, row: next.row + 1) }
            defer { next.column += entry.width + Self.spacing }
            return next
        }
    }
}
