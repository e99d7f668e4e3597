import Terminal

/// Names and values side by side, values aligned and wrapped.
public struct Fields: Widget {
    public var rows: [Row]
    /// Whether each says all that it is about; see ``Spoken/standsAlone``.
    public var standAlone: Bool

    public struct Row: Sendable, Equatable {
        public var name: String
        public var value: String
        public var role: Role

        public init(_ name: String, _ value: String, role: Role = .text) {
            self.name = name
            self.value = value
            self.role = role
        }

        /// A row more of what the row above it names.
        public init(under name: String, _ value: String, role: Role = .text) {
            self.init("", value, role: role)
            under = name
        }

        /// What is said before the value where no name stands.
        var said: String { name.isEmpty ? under : name }
        private var under = ""
    }

    public init(_ rows: [Row], standAlone: Bool = false) {
        self.rows = rows
        self.standAlone = standAlone
    }

    public init(_ rows: KeyValuePairs<String, String>) {
        self.init(rows.map { Row($0.key, $0.value) })
    }

    public func height(forWidth width: Int) -> Int {
        let column = valueColumn(in: width)
        return rows.reduce(0) { $0 + max(1, Paragraph($1.value).height(forWidth: width - column)) }
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        let column = valueColumn(in: canvas.width)
        var row = 0
        for field in rows {
            let value = Paragraph(field.value, role: field.role)
            let height = max(1, value.height(forWidth: canvas.width - column))
            canvas.write(field.name, row: row, in: column - 2, style: theme.style(.dim))
            value.draw(on: canvas.part(column: column, row: row, height: height), theme: theme)
            row += height
        }
    }

    public var lines: [String] {
        rows.map { TerminalText.visible($0.said.isEmpty ? $0.value : "\($0.said): \($0.value)") }
    }

    public var spoken: [Spoken] { lines.map { Spoken($0, standsAlone: standAlone) } }

    /// Names take what they need, but never more than two fifths of the width.
    private func valueColumn(in width: Int) -> Int {
        let widest = rows.map { TerminalText.width(of: $0.name) }.max() ?? 0
        return min(widest + 2, width * 2 / 5)
    }
}
