/// A cell's place, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    public static let zero = Position(column: 0, row: 0)
}

/// A width in columns and a height in rows; never negative.
public struct Size: Hashable, Sendable {
    public let width: Int
    public let height: Int

    public init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }
}

/// A block of cells; `endColumn` and `endRow` are the first ones outside it.
public struct Rect: Hashable, Sendable {
    public let column: Int
    public let row: Int
    public let width: Int
    public let height: Int

    public init(column: Int = 0, row: Int = 0, width: Int, height: Int) {
        self.column = column
        self.row = row
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public var endColumn: Int { column + width }
    public var endRow: Int { row + height }
    public var size: Size { Size(width: width, height: height) }
    public var isEmpty: Bool { width == 0 || height == 0 }

    public func contains(_ position: Position) -> Bool {
        position.column >= column && position.column < endColumn && position.row >= row && position.row < endRow
    }

    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top,
            width: min(endColumn, other.endColumn) - left, height: min(endRow, other.endRow) - top
        )
    }

    public func offsetBy(columns: Int, rows: Int) -> Rect {
        Rect(column: column + columns, row: row + rows, width: width, height: height)
    }
}
