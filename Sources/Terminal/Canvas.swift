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
            if isSeen { put(text, of: text.utf8.count, column: next, row: line, style: style) }
            return text.utf8.count
        }
        TerminalText.forEachGlyph(in: text) { glyph in
            if isSeen { put(glyph, column: next, row: line, style: style) }
            next += glyph.width
        }
        return next - area.column - column
    }

    /// Writes `text` in at most `room` columns; what had to be cut ends in `~`.
    @discardableResult
    public func write(_ text: String, column: Int = 0, row: Int = 0, in room: Int, style: Style) -> Int {
        // Most text is plain, and is looked at once.
        guard TerminalText.isPrintableASCII(text) else {
            return write(TerminalText.fitted(text, to: room), column: column, row: row, style: style)
        }
        let line = area.row + row
        let count = text.utf8.count
        guard line >= clip.row, line < clip.endRow else { return max(0, min(count, room)) }
        guard count > room else {
            put(text, of: count, column: area.column + column, row: line, style: style)
            return count
        }
        guard room > 0 else { return 0 }
        put(text, of: room - 1, column: area.column + column, row: line, style: style)
        put("~", of: 1, column: area.column + column + room - 1, row: line, style: style)
        return room
    }

    /// Fills the whole canvas with blanks, or with `character` where that is one column wide.
    public func fill(_ style: Style, with character: Character = " ") {
        var glyphs: [Glyph] = []
        TerminalText.forEachGlyph(in: String(character)) { glyphs.append($0) }
        let isPlain = glyphs.count == 1 && glyphs[0].width == 1 && glyphs[0].marks.isEmpty
        let code = isPlain ? glyphs[0].base.value : 0x20
        let columns = clip.column..<clip.endColumn
        for row in clip.row..<clip.endRow { put(in: columns, row: row, style: style) { _ in code } }
    }

    /// Remembers that a press on `rect` means `target`.
    public func hit(_ rect: Rect, _ target: HitTarget) {
        let moved = rect.offsetBy(columns: area.column, rows: area.row)
        let visible = moved.intersection(clip)
        if !visible.isEmpty { frame.hits.append((moved, visible, target)) }
    }

    /// The first line to show of a list of `total` lines that is drawn on the whole canvas: the usual one, or that of the
    /// picture before where it holds; `chosen`, the lines of what is chosen, are in sight as far as there is room.
    public func firstLine(of id: String, usually usual: Int, showing chosen: Range<Int>, total: Int) -> Int {
        let held = frame.held[id] ?? usual
        let seen = min(max(held, chosen.upperBound - height), chosen.lowerBound)
        let first = max(0, min(seen, total - height))
        frame.firstLines[id] = first
        return first
    }

    /// Shows the caret here, where something is typed, unless the place is cut off.
    public func placeCursor(column: Int, row: Int) {
        guard !frame.hasCaretOfChoice, let place = seen(column, row) else { return }
        frame.cursor = place
    }

    /// Shows the caret on a chosen row, unless the place is cut off; a field that has it keeps it, but while somebody goes
    /// through the list (``Frame/isChoosing``).
    public func placeCursor(onChoiceAt row: Int) {
        guard frame.cursor == nil || frame.isChoosing && !frame.hasCaretOfChoice, let place = seen(0, row) else {
            return
        }
        frame.cursor = place
        frame.hasCaretOfChoice = frame.isChoosing
    }

    /// Hides a caret placed by what lies underneath.
    public func hideCursor() {
        frame.cursor = nil
        frame.hasCaretOfChoice = false
    }

    /// Where nothing shows the caret, it rests on this canvas's first row, unless that is cut off.
    public func restCursor() { seen(0, 0).map { frame.rest = $0 } }

    private func seen(_ column: Int, _ row: Int) -> Position? {
        let place = Position(column: area.column + column, row: area.row + row)
        return clip.contains(place) ? place : nil
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

    /// Puts the first `count` letters of plain text on a row of the clip, from `column` on; what lies outside is cut off.
    private func put(_ text: String, of count: Int, column: Int, row: Int, style: Style) {
        let seen = max(column, clip.column)..<max(max(column, clip.column), min(column + count, clip.endColumn))
        var text = text
        text.withUTF8 { bytes in put(in: seen, row: row, style: style) { UInt32(bytes[$0 - column]) } }
    }

    /// Puts a glyph of one column on each of `columns`, which lie within the clip; `code` tells which.
    private func put(in columns: Range<Int>, row: Int, style: Style, _ code: (Int) -> UInt32) {
        guard let first = columns.first, let last = columns.last else { return }
        let start = row * frame.size.width
        // Only at the ends can half of a wide glyph be left over.
        for end in [first, last] where frame.cells[start + end].width != 1 {
            set(Cell(code: 0x20, width: 1, style: style), end, row)
        }
        frame.cells.withUnsafeMutableBufferPointer { cells in
            for column in columns { cells[start + column] = Cell(code: code(column), width: 1, style: style) }
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
