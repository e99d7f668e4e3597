import Terminal

/// A column of a list.
public struct ListColumn: Sendable, Equatable {
    public var title: String
    /// `.fixed` columns, or a `.fill` share of what is left; `.natural` takes the widest cell.
    public var extent: Extent
    /// In a list narrower than this the column is left out.
    public var needs: Int

    public init(_ title: String = "", _ extent: Extent = .fill(), needs: Int = 0) {
        self.title = title
        self.extent = extent
        self.needs = needs
    }
}

/// A row of a list: a cell for each column, and perhaps a line below them.
public struct ListRow: Sendable, Equatable {
    public var cells: [String]
    public var detail: String
    public var role: Role
    /// The characters of the first cell that stand out, as those that fit what was typed.
    public var marked: [Range<Int>]

    public init(_ cells: String..., detail: String = "", role: Role = .text) {
        self.init(cells: cells, detail: detail, role: role)
    }

    public init(cells: [String], detail: String = "", role: Role = .text, marked: [Range<Int>] = []) {
        self.cells = cells
        self.detail = detail
        self.role = role
        self.marked = marked
    }

    /// In rows of the terminal.
    public var height: Int { detail.isEmpty ? 1 : 2 }
}

/// Rows to choose from or to read. The chosen one has `>` before it and stays in sight; under the mouse the others stay
/// where they are.
public struct ListView: Widget {
    public var columns: [ListColumn]
    public var rows: [ListRow]
    /// The chosen row; nil for a list that is only read.
    public var selection: Int?
    public var hasHeader: Bool
    /// What to say when there are no rows.
    public var empty: String
    /// Names the list to the mouse: row `i` is `.item(i, in: id)`.
    public var id: String
    /// Whether each of the first nine rows has its number before it, for answers that a digit gives. What it says has
    /// none.
    public var isNumbered: Bool

    public init(
        _ rows: [ListRow], columns: [ListColumn] = [ListColumn()], selection: Int? = nil, hasHeader: Bool = false,
        isNumbered: Bool = false, empty: String = "Nothing here.", id: String = "list"
    ) {
        self.isNumbered = isNumbered
        self.rows = rows
        self.columns = columns
        self.selection = selection
        self.hasHeader = hasHeader
        self.empty = empty
        self.id = id
    }

    public func height(forWidth width: Int) -> Int {
        (hasHeader && !rows.isEmpty ? 1 : 0) + (rows.isEmpty ? 1 : rows.reduce(0) { $0 + $1.height })
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty else { return }
        guard !rows.isEmpty else {
            return Paragraph(empty, role: .dim).draw(on: canvas, theme: theme)
        }
        let headerRows = hasHeader && canvas.height > 1 ? 1 : 0
        let needsBar = rows.reduce(0) { $0 + $1.height } > canvas.height - headerRows
        let widths = columnWidths(in: canvas.width - marker - numbers - (needsBar ? 1 : 0), listWidth: canvas.width)
        if headerRows == 1 {
            drawCells(columns.map(\.title), widths, on: canvas.part(column: numbers), row: 0, style: theme.style(.dim))
        }
        drawRows(on: canvas.part(row: headerRows), widths: widths, hasBar: needsBar, theme: theme)
    }

    public var lines: [String] { spoken.map(\.text) }

    public var spoken: [Spoken] {
        guard !rows.isEmpty else { return [Spoken(TerminalText.visible(empty))] }
        return (hasHeader ? [Spoken(Self.said(columns.map(\.title)))] : [])
            + rows.enumerated().map { index, row in
                let text = Self.said(row.cells + [row.detail])
                guard let selection else { return Spoken(text) }
                return Spoken(text, choosing: index, in: id, isSelected: index == selection)
            }
    }

    private static func said(_ cells: [String]) -> String {
        TerminalText.visible(cells.filter { !$0.isEmpty }.joined(separator: ", "))
    }

    private var marker: Int { selection == nil ? 0 : 2 }
    /// The columns that the numbers take.
    private var numbers: Int { isNumbered ? 3 : 0 }

    private func drawRows(on canvas: Canvas, widths: [Int], hasBar: Bool, theme: Theme) {
        var starts: [Int] = []
        var total = 0
        for row in rows {
            starts.append(total)
            total += row.height
        }
        let first = firstVisible(starts: starts, total: total, on: canvas)
        let width = canvas.width - (hasBar ? 1 : 0)
        let (selected, dim) = (theme.style(.selected), theme.style(.dim))
        for (index, row) in rows.enumerated() {
            let top = starts[index] - first
            guard top + row.height > 0 else { continue }
            guard top < canvas.height else { break }
            let part = canvas.part(row: top, width: width, height: row.height)
            let style = index == selection ? selected : theme.style(row.role)
            if index == selection {
                part.fill(style)
                part.write(">", row: 0, style: style)
                canvas.placeCursor(onChoiceAt: top)
            }
            if isNumbered, index < 9 { part.write("\(index + 1)", column: marker, row: 0, style: style) }
            drawCells(row.cells, widths, on: part.part(column: numbers), row: 0, style: style)
            drawMarks(of: row, width: widths.first ?? 0, on: part.part(column: numbers), theme, index == selection)
            if !row.detail.isEmpty {
                part.write(
                    row.detail, column: marker + 2, row: 1, in: width - marker - 2,
                    style: index == selection ? selected : dim)
            }
            part.hit(Rect(width: width, height: row.height), .item(index, in: id))
        }
        ScrollBar(total: total, first: first).draw(on: canvas, theme: theme)
    }

    private func drawMarks(of row: ListRow, width: Int, on canvas: Canvas, _ theme: Theme, _ isSelected: Bool) {
        guard !row.marked.isEmpty, let cell = row.cells.first.map(Array.init) else { return }
        var style = theme.style(isSelected ? .selected : .accent)
        // On the chosen row the ground stays, and the line under the letters tells.
        style.attributes.insert(.underline)
        for range in row.marked where cell.indices.contains(range.lowerBound) && range.upperBound <= cell.count {
            let before = TerminalText.width(of: String(cell[..<range.lowerBound]))
            let text = String(cell[range])
            // The last column may hold the mark of what is cut off.
            guard before + TerminalText.width(of: text) < width || TerminalText.width(of: String(cell)) <= width else {
                continue
            }
            canvas.write(text, column: marker + before, row: 0, style: style)
        }
    }

    private func drawCells(_ cells: [String], _ widths: [Int], on canvas: Canvas, row: Int, style: Style) {
        var column = marker
        for (cell, width) in zip(cells, widths) where width > 0 {
            canvas.write(cell, column: column, row: row, in: width, style: style)
            column += width + 2
        }
    }

    /// The first line of the rows that is shown: the chosen row stands in the middle where there is more than fits, unless
    /// the mouse is what chose it.
    private func firstVisible(starts: [Int], total: Int, on canvas: Canvas) -> Int {
        guard let selection, starts.indices.contains(selection) else { return 0 }
        let chosen = starts[selection]..<starts[selection] + rows[selection].height
        let middle = chosen.lowerBound + chosen.count / 2 - canvas.height / 2
        return canvas.firstLine(of: id, usually: middle, showing: chosen, total: total)
    }

    private func columnWidths(in width: Int, listWidth: Int) -> [Int] {
        let kept = columns.indices.filter { columns[$0].needs <= listWidth }
        let children = kept.map { place in
            Child(Empty(), columns[place].extent == .natural ? .fixed(widest(at: place)) : columns[place].extent)
        }
        let lengths = Extent.lengths(of: children, in: width - 2 * max(0, kept.count - 1)) { _ in 0 }
        var widths = Array(repeating: 0, count: columns.count)
        for (place, length) in zip(kept, lengths) { widths[place] = length }
        return widths
    }

    private func widest(at place: Int) -> Int {
        rows.reduce(TerminalText.width(of: hasHeader ? columns[place].title : "")) { widest, row in
            max(widest, place < row.cells.count ? TerminalText.width(of: row.cells[place]) : 0)
        }
    }
}
