import Terminal

/// Names of the parts of a screen, one of them open, in brackets.
public struct Tabs: Widget {
    public var titles: [String]
    public var selection: Int
    /// Names the tabs to the mouse: tab `i` is `.item(i, in: id)`.
    public var id: String

    public init(_ titles: [String], selection: Int, id: String = "tabs") {
        self.titles = titles
        self.selection = selection
        self.id = id
    }

    public func height(forWidth width: Int) -> Int { 1 }

    public func draw(on canvas: Canvas, theme: Theme) {
        let words = titles.map { " " + TerminalText.fitted($0, to: max(0, canvas.width - 2)) + " " }
        var column = -hiddenColumns(words.map { TerminalText.width(of: $0) + 1 }, in: canvas.width)
        for (index, word) in words.enumerated() {
            let isOpen = index == selection
            let text = isOpen ? "[" + word.dropFirst().dropLast() + "]" : word
            let width = canvas.write(text, column: column, row: 0, style: theme.style(isOpen ? .selected : .text))
            canvas.hit(Rect(column: column, width: width, height: 1), .item(index, in: id))
            column += width + 1
        }
    }

    public var lines: [String] {
        guard titles.indices.contains(selection) else { return [] }
        return [TerminalText.visible("\(titles[selection]), tab \(selection + 1) of \(titles.count)")]
    }

    public var spoken: [Spoken] {
        titles.enumerated().map { index, title in
            Spoken(TerminalText.visible(title), choosing: index, in: id, isSelected: index == selection)
        }
    }

    /// How far the tabs move left so that the open one is seen whole.
    private func hiddenColumns(_ widths: [Int], in width: Int) -> Int {
        let end = widths.prefix(selection + 1).reduce(0, +) - 1
        return max(0, end - width)
    }
}
