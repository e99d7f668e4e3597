import Terminal

/// Numbered rows whose words wrap, to be chosen or ticked: answers and tasks, which are never cut short.
public struct StepList: Widget {
    public struct Row: Sendable, Equatable {
        public var words: String
        /// Lines below the words: who does it, by when, what to say.
        public var notes: [String]
        /// Whether it is ticked; nil for a row that is only chosen.
        public var isTicked: Bool?
        /// When it was ticked.
        public var stamp: String

        public init(_ words: String, notes: [String] = [], isTicked: Bool? = nil, stamp: String = "") {
            self.words = words
            self.notes = notes
            self.isTicked = isTicked
            self.stamp = stamp
        }
    }

    public var rows: [Row]
    /// The chosen row; nil where rows are only offered, by their digits and the mouse.
    public var selection: Int?
    /// Names the list to the mouse: row `i` is `.item(i, in: id)`.
    public var id: String

    public init(_ rows: [Row], selection: Int?, id: String) {
        self.rows = rows
        self.selection = selection
        self.id = id
    }

    public func height(forWidth width: Int) -> Int { rows.reduce(0) { $0 + height(of: $1, width: width) } }

    /// The rows of the screen that row `index` takes, counted from the top of the list.
    public func extent(of index: Int, width: Int) -> Range<Int> {
        let top = rows.prefix(index).reduce(0) { $0 + height(of: $1, width: width) }
        return top..<top + (rows.indices.contains(index) ? height(of: rows[index], width: width) : 0)
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty else { return }
        var top = 0
        for (index, row) in rows.enumerated() {
            let height = height(of: row, width: canvas.width)
            guard top < canvas.visibleRows.upperBound else { break }
            draw(row, index, on: canvas.part(row: top, height: height), theme: theme)
            top += height
        }
    }

    private func draw(_ row: Row, _ index: Int, on canvas: Canvas, theme: Theme) {
        let isChosen = index == selection
        let style = theme.style(isChosen ? .selected : .text)
        if isChosen {
            canvas.fill(style)
            canvas.write(">", row: 0, style: style)
            canvas.placeCursor(onChoiceAt: 0)
        }
        canvas.write("\(index + 1)", column: 2, row: 0, style: style)
        canvas.write(mark(row), column: 2 + numbers, row: 0, style: style)
        let body = canvas.part(column: indent(row), width: room(row, in: canvas.width))
        let words = Paragraph(row.words, role: isChosen ? .selected : .text)
        words.draw(on: body, theme: theme)
        if !row.stamp.isEmpty {
            canvas.write(
                row.stamp, column: canvas.width - TerminalText.width(of: row.stamp), row: 0, style: style)
        }
        var line = words.height(forWidth: body.width)
        for note in row.notes {
            let paragraph = Paragraph(note, role: isChosen ? .selected : .dim)
            let height = paragraph.height(forWidth: body.width)
            paragraph.draw(on: body.part(row: line, height: height), theme: theme)
            line += height
        }
        canvas.hit(Rect(width: canvas.width, height: canvas.height), .item(index, in: id))
    }

    public var lines: [String] { spoken.map(\.text) }

    public var spoken: [Spoken] {
        rows.enumerated().map { index, row in
            let state = row.isTicked.map { $0 ? ["done", row.stamp] : ["to do"] } ?? []
            let parts = [row.words] + row.notes + state
            let text = TerminalText.visible(parts.filter { !$0.isEmpty }.joined(separator: ", "))
            return Spoken(text, choosing: index, in: id, isSelected: index == selection)
        }
    }

    private func mark(_ row: Row) -> String { row.isTicked.map { $0 ? "[x]" : "[ ]" } ?? "" }
    /// The columns that the numbers take.
    private var numbers: Int { String(rows.count).utf8.count + 2 }
    private func indent(_ row: Row) -> Int { 2 + numbers + (row.isTicked == nil ? 0 : 4) }

    private func room(_ row: Row, in width: Int) -> Int {
        max(1, width - indent(row) - (row.stamp.isEmpty ? 0 : TerminalText.width(of: row.stamp) + 1))
    }

    private func height(of row: Row, width: Int) -> Int {
        let room = room(row, in: width)
        return ([row.words] + row.notes).reduce(0) { $0 + max(1, Paragraph($1).height(forWidth: room)) }
    }
}
