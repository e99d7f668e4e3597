/// A part of a frame to draw on. Positions count from its own top left; what falls outside is cut off.
public struct Canvas {
    private let frame: Frame
    /// Where this canvas lies in the frame; may reach beyond it.
    private let area: Rect
    /// What of it may be drawn on, in the frame's positions.
    private let clip: Rect

    init(frame: Frame, area: Rect) {
        self.init(frame: frame, area: area, clip: area)
    }

    private init(frame: Frame, area: Rect, clip: Rect) {
        self.frame = frame
        self.area = area
        self.clip = clip
    }

    public var width: Int { area.width }
    public var height: Int { area.height }
    public var size: Size { area.size }
    public var isEmpty: Bool { clip.isEmpty }

    /// The rows of this canvas that can be seen; what lies outside need not be drawn.
    public var visibleRows: Range<Int> {
        clip.isEmpty ? 0..<0 : (clip.row - area.row)..<(clip.endRow - area.row)
    }

    /// A canvas for a part of this one. It may begin above or left of it, which is how things scroll.
    public func part(_ rect: Rect) -> Canvas {
        let moved = rect.offsetBy(columns: area.column, rows: area.row)
        return Canvas(frame: frame, area: moved, clip: clip.intersection(moved))
    }

    public func part(column: Int = 0, row: Int = 0, width: Int? = nil, height: Int? = nil) -> Canvas {
        part(
            Rect(
                column: column, row: row, width: width ?? area.width - column, height: height ?? area.height - row))
    }

    /// Writes `text`, made visible, on one row and gives back the columns it takes, drawn or cut off. A wide
    /// character that would be cut in half leaves a blank.
    @discardableResult
    public func write(_ text: String, column: Int = 0, row: Int = 0, style: Style) -> Int {
        var next = area.column + column
        let line = area.row + row
        let isSeen = line >= clip.row && line < clip.endRow
        if TerminalText.isPrintableASCII(text) {
            let count = text.utf8.count
            let seen = max(next, clip.column)..<max(max(next, clip.column), min(next + count, clip.endColumn))
            guard isSeen else { return count }
            var text = text
            text.withUTF8 { bytes in
                put(bytes.dropFirst(seen.lowerBound - next), in: seen, row: line, style: style)
            }
            return count
        }
        TerminalText.forEachGlyph(in: text) { glyph in
            if isSeen { put(glyph, column: next, row: line, style: style) }
            next += glyph.width
        }
        return next - area.column - column
    }

    /// Fills the whole canvas with blanks, or with `character` where that is one column wide.
    public func fill(_ style: Style, with character: Character = " ") {
        var glyphs: [Glyph] = []
        TerminalText.forEachGlyph(in: String(character)) { glyphs.append($0) }
        let isPlain = glyphs.count == 1 && glyphs[0].width == 1 && glyphs[0].marks.isEmpty
        let code = isPlain ? glyphs[0].base.value : 0x20
        for row in clip.row..<clip.endRow {
            put(repeatElement(code, count: clip.width), in: clip.column..<clip.endColumn, row: row, style: style)
        }
    }

    /// Remembers that a press on `rect` means `target`.
    public func hit(_ rect: Rect, _ target: HitTarget) {
        let moved = rect.offsetBy(columns: area.column, rows: area.row)
        let visible = moved.intersection(clip)
        if !visible.isEmpty { frame.hits.append((moved, visible, target)) }
    }

    /// Shows the caret here, unless the place is cut off.
    ///
    /// - Parameter unlessPlaced: leaves it where it is when it has a place already.
    public func placeCursor(column: Int, row: Int, unlessPlaced: Bool = false) {
        if unlessPlaced, frame.cursor != nil { return }
        let position = Position(column: area.column + column, row: area.row + row)
        if clip.contains(position) { frame.cursor = position }
    }

    /// Hides a caret placed by what lies underneath.
    public func hideCursor() {
        frame.cursor = nil
    }

    private func put(_ glyph: Glyph, column: Int, row: Int, style: Style) {
        let end = column + glyph.width
        if column >= clip.column, end <= clip.endColumn {
            set(Cell(code: code(of: glyph), width: glyph.width, style: style), column, row)
            if glyph.width == 2 { set(Cell(code: 0, width: 0, style: style), column + 1, row, continues: true) }
        } else {
            for place in max(column, clip.column)..<max(max(column, clip.column), min(end, clip.endColumn)) {
                set(Cell(code: 0x20, width: 1, style: style), place, row)
            }
        }
    }

    /// Puts glyphs of one column each on `columns`, which lie within the clip.
    private func put(_ codes: some Sequence<some BinaryInteger>, in columns: Range<Int>, row: Int, style: Style) {
        guard let first = columns.first, let last = columns.last else { return }
        // Only at the ends can half of a wide glyph be left over.
        set(Cell(code: 0x20, width: 1, style: style), first, row)
        set(Cell(code: 0x20, width: 1, style: style), last, row)
        let start = row * frame.size.width
        frame.cells.withUnsafeMutableBufferPointer { cells in
            for (column, code) in zip(columns, codes) {
                cells[start + column] = Cell(code: UInt32(truncatingIfNeeded: code), width: 1, style: style)
            }
        }
    }

    private func code(of glyph: Glyph) -> UInt32 {
        if glyph.marks.isEmpty { return glyph.base.value }
        frame.clusters.append([glyph.base] + glyph.marks)
        return Cell.clusterBase + UInt32(frame.clusters.count - 1)
    }

    /// Sets one cell, and blanks the other half of a wide glyph that it breaks.
    private func set(_ cell: Cell, _ column: Int, _ row: Int, continues: Bool = false) {
        let index = row * frame.size.width + column
        let old = frame.cells[index]
        if old.width != 1 {
            if old.width == 0, !continues, column > 0 { blank(index - 1) }
            if old.width == 2, column + 1 < frame.size.width { blank(index + 1) }
        }
        frame.cells[index] = cell
    }

    private func blank(_ index: Int) {
        frame.cells[index].code = 0x20
        frame.cells[index].width = 1
    }
}
