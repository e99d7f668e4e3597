import Glibc

/// One picture: the cells to be shown, the caret, and what a mouse finds where.
///
/// Drawing goes through ``canvas`` and the canvases cut from it, which all write into this frame.
public final class Frame {
    public let size: Size
    /// Where the caret stands; hidden when nil.
    public internal(set) var cursor: Position?
    var cells: [Cell]
    var clusters: [[Unicode.Scalar]] = []
    var hits: [(area: Rect, visible: Rect, target: HitTarget)] = []

    public init(size: Size, style: Style = .plain) {
        self.size = size
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
        size == other.size && cursor == other.cursor && clusters == other.clusters
            && looksLike(other, in: cells.indices)
    }

    /// Whether the cells at `places` are those of `other`, a frame of the same size. As bytes: it is asked of every row
    /// at every key.
    func looksLike(_ other: Frame, in places: Range<Int>) -> Bool {
        let stride = MemoryLayout<Cell>.stride
        return cells.withUnsafeBytes { new in
            other.cells.withUnsafeBytes { old in
                let bytes = places.lowerBound * stride..<places.upperBound * stride
                guard let new = new.baseAddress, let old = old.baseAddress else { return bytes.isEmpty }
                return memcmp(new + bytes.lowerBound, old + bytes.lowerBound, bytes.count) == 0
            }
        }
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
