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
        let shown = shown(words.map { TerminalText.width(of: $0) }, in: canvas.width)
        var column = 0
        if shown.lowerBound > 0 {
            column += canvas.write("<", row: 0, style: theme.style(.dim))
            canvas.hit(Rect(width: column, height: 1), .item(shown.lowerBound - 1, in: id))
        }
        for index in shown {
            let word = words[index]
            let isOpen = index == selection
            let text = isOpen ? "[" + word.dropFirst().dropLast() + "]" : word
            let width = canvas.write(text, column: column, row: 0, style: theme.style(isOpen ? .selected : .text))
            canvas.hit(Rect(column: column, width: width, height: 1), .item(index, in: id))
            column += width + 1
        }
        if shown.upperBound < titles.count {
            let last = canvas.width - 1
            canvas.write(">", column: last, row: 0, style: theme.style(.dim))
            canvas.hit(Rect(column: last, width: 1, height: 1), .item(shown.upperBound, in: id))
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

    /// The tabs that are seen whole, the open one among them; a sign of a column tells of more on either side.
    private func shown(_ widths: [Int], in width: Int) -> Range<Int> {
        func extent(_ tabs: Range<Int>) -> Int {
            widths[tabs].reduce(tabs.count - 1, +) + (tabs.lowerBound > 0 ? 1 : 0)
                + (tabs.upperBound < widths.count ? 1 : 0)
        }
        guard widths.indices.contains(selection) else { return 0..<0 }
        var first = 0
        while first < selection, extent(first..<selection + 1) > width { first += 1 }
        var end = selection + 1
        while end < widths.count, extent(first..<end + 1) <= width { end += 1 }
        return first..<end
    }
}
