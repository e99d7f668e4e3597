/// One picture: the cells to be shown, the caret, and what a mouse finds where.
///
/// Drawing goes through ``canvas`` and the canvases cut from it, which all write into this frame.
public final class Frame {
    public let size: Size
    /// Where the caret stands; hidden when nil.
    public internal(set) var cursor: Position?
    /// Where it stands while nobody sees it: a braille display reads there.
    public internal(set) var rest = Position(column: 0, row: 0)
    var caret: Position { cursor ?? rest }
    /// Whether a chosen row takes the caret from a field: who goes through a list reads there, who types in the field.
    let isChoosing: Bool
    var hasCaretOfChoice = false
    var cells: [Cell]
    var clusters: [[Unicode.Scalar]] = []
    var hits: [(area: Rect, visible: Rect, target: HitTarget)] = []
    /// The first line in sight of each list that scrolls, by its name.
    public internal(set) var firstLines: [String: Int] = [:]
    /// The same of a picture before, from which lists move no farther than they must.
    let held: [String: Int]

    /// - Parameters:
    ///   - isChoosing: where a list and a field could both have the caret, the list's chosen row gets it.
    ///   - held: ``firstLines`` of the picture on which somebody pressed the mouse: what they see stays under the pointer,
    ///     so that the next press at the same place falls on the same row.
    public init(size: Size, style: Style = .plain, isChoosing: Bool = false, holding held: [String: Int] = [:]) {
        self.size = size
        self.isChoosing = isChoosing
        self.held = held
        cells = Array(repeating: Cell(code: 0x20, width: 1, style: style), count: size.width * size.height)
    }

    /// The whole frame to draw on.
    public var canvas: Canvas {
        Canvas(frame: self, area: Rect(width: size.width, height: size.height))
    }

    /// What stands at `position`, with its marks; empty for the second column of a wide glyph and outside.
    public func text(at position: Position) -> String {
        cell(at: position).map(text(of:)) ?? ""
    }

    public func style(at position: Position) -> Style? { cell(at: position)?.style }

    /// The rows as text, without the spaces that end them.
    public var lines: [String] {
        (0..<size.height).map { row in
            var line = ""
            for column in 0..<size.width { line += text(of: cells[row * size.width + column]) }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Whether a person would see no difference between this picture and `other`, the caret included.
    public func looksLike(_ other: Frame) -> Bool {
        size == other.size && cursor == other.cursor && rest == other.rest && clusters == other.clusters
            && cells.withUnsafeBufferPointer { new in
                other.cells.withUnsafeBufferPointer { Cell.areSame(new, $0, in: cells.indices) }
            }
    }

    /// The cells, each blank in the colours of the glyph before it, or of the row's first glyph, where that shows no
    /// difference: a terminal that need not change colours between two words is told less.
    var cellsWithQuietBlanks: [Cell] {
        var cells = cells
        cells.withUnsafeMutableBufferPointer { cells in
            for start in stride(from: 0, to: cells.count, by: size.width) {
                let row = start..<start + size.width
                var style = cells[row].first { $0.code != 0x20 }?.style
                for index in row where cells[index].style != style {
                    if cells[index].code == 0x20, let style, cells[index].style.looksBlank(in: style) {
                        cells[index].style = style
                    } else {
                        style = cells[index].style
                    }
                }
            }
        }
        return cells
    }

    /// What a press at `position` means: the target drawn last there.
    public func hit(at position: Position) -> Hit? {
        hits.last { $0.visible.contains(position) }.map { hit in
            Hit(
                target: hit.target,
                offset: Position(column: position.column - hit.area.column, row: position.row - hit.area.row))
        }
    }

    private func cell(at position: Position) -> Cell? {
        guard Rect(width: size.width, height: size.height).contains(position) else { return nil }
        return cells[position.row * size.width + position.column]
    }

    private func text(of cell: Cell) -> String {
        var text = ""
        forEachScalar(of: cell) { text.unicodeScalars.append($0) }
        return text
    }

    func forEachScalar(of cell: Cell, _ body: (Unicode.Scalar) -> Void) {
        if cell.code >= Cell.clusterBase {
            clusters[Int(cell.code - Cell.clusterBase)].forEach(body)
        } else if cell.code != 0, let scalar = Unicode.Scalar(cell.code) {
            body(scalar)
        }
    }
}

/// What a press of the mouse on a place stands for.
public enum HitTarget: Hashable, Sendable {
    /// The same as pressing the key.
    case key(Key)
    /// A row of a list, a tab, a field, a line of text: `index` means what the widget says it means.
    case item(Int, in: String)
}

/// A target, and where in it the press fell, counted from the target's own top left.
public struct Hit: Hashable, Sendable {
    public let target: HitTarget
    public let offset: Position
}
