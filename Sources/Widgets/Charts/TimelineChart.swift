import Terminal

/// What happened and will happen, in lanes along a line of time: stretches as bars, single things as marks.
///
/// Places are whole numbers of any one unit. Marks are told apart by their sign, bars by their ends and label, so that
/// the picture reads without colour; marks that fall into one cell are counted there.
public struct TimelineChart: Widget {
    public struct Mark: Sendable, Equatable {
        /// Names the mark to the mouse and to ``TimelineChart/selection``.
        public var index: Int
        public var at: Int
        public var sign: Character
        public var role: Role

        public init(_ index: Int, at: Int, sign: Character, role: Role) {
            self.index = index
            self.at = at
            self.sign = sign
            self.role = role
        }
    }

    public struct Bar: Sendable, Equatable {
        public var index: Int
        public var span: Range<Int>
        public var label: String
        /// What fills the bar beside its label.
        public var sign: Character
        public var role: Role

        public init(_ index: Int, over span: Range<Int>, label: String, sign: Character, role: Role) {
            self.index = index
            self.span = span
            self.label = label
            self.sign = sign
            self.role = role
        }
    }

    public struct Lane: Sendable, Equatable {
        public var name: String
        /// Where the full name would take the room of the picture.
        public var short: String
        public var bars: [Bar]
        public var marks: [Mark]

        public init(_ name: String, short: String, bars: [Bar] = [], marks: [Mark] = []) {
            self.name = name
            self.short = short
            self.bars = bars
            self.marks = marks
        }
    }

    /// A place on the scale; of its labels, the longest first, the first that fits is shown.
    public struct Tick: Sendable, Equatable {
        public var at: Int
        public var labels: [String]

        public init(_ at: Int, _ labels: [String]) {
            self.at = at
            self.labels = labels
        }
    }

    public var lanes: [Lane]
    /// What part of the line is seen.
    public var span: Range<Int>
    /// The two rows of the scale.
    public var coarse: [Tick]
    public var fine: [Tick]
    /// What stands before the scale, over the names of the lanes, as the year: what its labels have no room for.
    public var corner: String
    /// A place with a line through every lane, and the word for it.
    public var pointer: (at: Int, word: String)?
    /// The ``Mark/index`` or ``Bar/index`` that is chosen. The caret stays away from it: a braille display reads the
    /// caret's row, and has more of the list's words than of a lane's signs.
    public var selection: Int?
    /// What the picture says: the lanes' own words come from whoever lists their things beside it.
    public var summary: String
    public var id: String

    public init(
        _ lanes: [Lane], span: Range<Int>, coarse: [Tick] = [], fine: [Tick] = [], corner: String = "",
        pointer: (at: Int, word: String)? = nil, selection: Int? = nil, summary: String = "", id: String = "marks"
    ) {
        self.lanes = lanes
        self.span = span
        self.coarse = coarse
        self.fine = fine
        self.corner = corner
        self.pointer = pointer
        self.selection = selection
        self.summary = summary
        self.id = id
    }

    public func height(forWidth width: Int) -> Int { lanes.isEmpty ? 0 : 2 + rows.count }

    public var lines: [String] { summary.isEmpty ? [] : [TerminalText.visible(summary)] }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty, !lanes.isEmpty, !span.isEmpty else { return }
        let rows = rows
        let scaleRows = canvas.height >= min(rows.count + 2, 5) ? 2 : canvas.height >= 2 ? 1 : 0
        let shown = canvas.part(row: scaleRows)
        let names = nameColumns(in: canvas.width)
        let needsBar = rows.count > shown.height
        let picture = Picture(
            chart: self, width: canvas.width - names - (needsBar ? 1 : 0), theme: theme)
        guard picture.width > 0 else { return }
        let first = firstRow(of: rows, on: shown)
        for (index, row) in rows.enumerated().dropFirst(first).prefix(shown.height) {
            let line = shown.part(row: index - first, height: 1)
            if row.isFirst { line.write(name(of: row.lane, in: names), row: 0, style: theme.style(.dim)) }
            picture.draw(row, on: line.part(column: names, width: picture.width))
        }
        let scale = canvas.part(column: names, width: picture.width)
        if scaleRows == 2 { picture.draw(coarse, on: scale.part(row: 0, height: 1), role: .heading) }
        if scaleRows >= 1 {
            canvas.write(corner, row: 0, in: names - 1, style: theme.style(.heading))
            picture.draw(
                scaleRows == 2 ? fine : coarse, on: scale.part(row: scaleRows - 1, height: 1), role: .dim,
                leaving: picture.pointerColumns)
            picture.point(on: scale.part(row: scaleRows - 1, height: 1))
        }
        ScrollBar(total: rows.count, first: first).draw(on: shown, theme: theme)
    }

    // MARK: Rows

    /// A row of the picture: a lane, or one of the rows that its bars need.
    struct Row {
        let lane: Lane
        let bars: [Bar]
        let marks: [Mark]
        let isFirst: Bool
    }

    /// Bars that overlap go below each other.
    var rows: [Row] {
        lanes.flatMap { lane -> [Row] in
            var stacks: [[Bar]] = [[]]
            for bar in lane.bars.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
                let free = stacks.firstIndex { stack in
                    stack.allSatisfy { !$0.span.overlaps(bar.span) }
                }
                if let free { stacks[free].append(bar) } else { stacks.append([bar]) }
            }
            return stacks.enumerated().map { index, bars in
                Row(lane: lane, bars: bars, marks: index == 0 ? lane.marks : [], isFirst: index == 0)
            }
        }
    }

    /// The row of what is chosen stays in sight; under the mouse the others stay where they are.
    private func firstRow(of rows: [Row], on canvas: Canvas) -> Int {
        guard let selection else { return 0 }
        let chosen = rows.firstIndex { row in
            row.marks.contains { $0.index == selection } || row.bars.contains { $0.index == selection }
        }
        let place = chosen ?? 0
        return canvas.firstLine(
            of: "\(id) lanes", usually: place - canvas.height / 2, showing: place..<place + 1, total: rows.count)
    }

    // MARK: Names

    private func nameColumns(in width: Int) -> Int {
        let names = lanes.map { TerminalText.width(of: width < 60 ? $0.short : $0.name) }
        return min((names.max() ?? 0) + 1, width / 3)
    }

    private func name(of lane: Lane, in columns: Int) -> String {
        let name = TerminalText.width(of: lane.name) < columns ? lane.name : lane.short
        return TerminalText.fitted(name, to: max(0, columns - 1))
    }
}
