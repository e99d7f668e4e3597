import Terminal

/// A grid of small filled cells with a name before each row and marks above: a week by the hour, for instance.
///
/// Each cell is told by its sign as well as its role, so that it reads without colour.
public struct GridChart: Widget {
    public struct Cell: Sendable, Equatable {
        public var sign: Character
        public var role: Role

        public init(_ sign: Character, _ role: Role) {
            self.sign = sign
            self.role = role
        }
    }

    public struct Row: Sendable, Equatable {
        public var name: String
        public var cells: [Cell]
        /// What the row says in words, for those who hear it.
        public var spoken: String

        public init(_ name: String, cells: [Cell], spoken: String) {
            self.name = name
            self.cells = cells
            self.spoken = spoken
        }
    }

    public var rows: [Row]
    /// What stands above a column, by its place.
    public var marks: [Int: String]
    /// The cell to point at.
    public var pointer: (row: Int, column: Int)?

    public init(_ rows: [Row], marks: [Int: String] = [:], pointer: (row: Int, column: Int)? = nil) {
        self.rows = rows
        self.marks = marks
        self.pointer = pointer
    }

    public func height(forWidth width: Int) -> Int { rows.isEmpty ? 0 : rows.count + 1 }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty, !rows.isEmpty else { return }
        let names = rows.map { TerminalText.width(of: $0.name) }.max() ?? 0
        let columns = rows.map(\.cells.count).max() ?? 0
        let room = max(0, canvas.width - names - 1)
        guard columns > 0, room > 0 else { return }
        let wide = max(1, min(3, room / columns))
        for (column, mark) in marks {
            canvas.write(mark, column: names + 1 + column * wide, row: 0, style: theme.style(.dim))
        }
        for (index, row) in rows.enumerated() {
            canvas.write(row.name, row: index + 1, style: theme.style(.text))
            for (column, cell) in row.cells.enumerated() {
                let isHere = pointer.map { $0 == (index, column) } ?? false
                let style = theme.style(isHere ? .selected : cell.role)
                let text = String(repeating: isHere ? "@" : cell.sign, count: wide)
                canvas.write(text, column: names + 1 + column * wide, row: index + 1, style: style)
            }
        }
    }

    public var lines: [String] { rows.map { TerminalText.visible("\($0.name): \($0.spoken)") } }
}
