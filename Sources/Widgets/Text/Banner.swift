import Terminal

/// A filled block that nobody can miss, with or without colour: a word, a shape at every line, and what to know.
public struct Banner: Widget {
    public var title: String
    public var details: [String]
    /// One of the fills: `danger`, `caution`, `good` or `info`.
    public var role: Role

    public init(_ title: String, details: [String] = [], role: Role) {
        self.title = title
        self.details = details
        self.role = role
    }

    public func height(forWidth width: Int) -> Int {
        let inner = max(1, width - 2 * columns(in: width))
        let text = ([title] + details).reduce(0) { $0 + Paragraph($1).height(forWidth: inner) }
        return text + (edge == nil ? 0 : 2)
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty else { return }
        var style = theme.style(role)
        var strong = style
        strong.attributes.insert(.bold)
        style.attributes.remove(.bold)
        canvas.fill(style)
        let margin = columns(in: canvas.width)
        // Short of room, the words stay and the edges go.
        let hasEdges = edge != nil && canvas.height >= height(forWidth: canvas.width)
        var row = hasEdges ? 1 : 0
        if hasEdges, let edge {
            canvas.part(height: 1).fill(strong, with: edge)
            canvas.part(row: canvas.height - 1).fill(strong, with: edge)
        }
        for (index, text) in ([title] + details).enumerated() {
            let characters = Array(text)
            for range in WordWrap.ranges(of: characters, width: max(1, canvas.width - 2 * margin)) {
                let line = Character.text(of: characters[range])
                canvas.write(line, column: margin, row: row, style: index == 0 ? strong : style)
                if margin > 0 {
                    canvas.part(column: canvas.width - margin, row: row, height: 1).fill(strong)
                    canvas.write(mark, row: row, style: strong)
                    canvas.write(mark, column: canvas.width - mark.utf8.count, row: row, style: strong)
                }
                row += 1
            }
        }
    }

    public var lines: [String] {
        [TerminalText.visible("\(word): \(title)")] + details.map(TerminalText.visible)
    }

    /// The mark at both ends of every line.
    private var mark: String {
        switch role {
        case .danger: "!!!"
        case .caution: " ! "
        case .good: " + "
        default: " i "
        }
    }

    /// The line above and below.
    private var edge: Character? {
        switch role {
        case .danger: "#"
        case .caution: "-"
        default: nil
        }
    }

    /// What the fill says where it cannot be seen.
    private var word: String {
        switch role {
        case .danger: "Stop"
        case .caution: "Take care"
        case .good: "Good"
        default: "Note"
        }
    }

    private func columns(in width: Int) -> Int { width >= 20 ? 4 : 0 }
}
