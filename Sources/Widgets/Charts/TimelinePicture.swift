import Terminal

extension TimelineChart {
    /// The part of a timeline right of the lanes' names: places turned into columns.
    struct Picture {
        let chart: TimelineChart
        let width: Int
        let theme: Theme

        /// The column of a place; outside of the picture for a place that is not in sight.
        func column(_ at: Int) -> Int {
            let offset = at - chart.span.lowerBound
            let scaled = offset * width
            return scaled >= 0 ? scaled / chart.span.count : (scaled - chart.span.count + 1) / chart.span.count
        }

        func draw(_ row: TimelineChart.Row, on canvas: Canvas) {
            if let pointer = chart.pointer {
                canvas.write("│", column: column(pointer.at), row: 0, style: theme.style(.accent))
            }
            for bar in row.bars { draw(bar, on: canvas) }
            let cells = Dictionary(grouping: row.marks) { column($0.at) }
            for (column, marks) in cells where column >= 0 && column < width { draw(marks, at: column, on: canvas) }
        }

        /// `[= label ==]`; an end that is out of sight has no bracket.
        private func draw(_ bar: TimelineChart.Bar, on canvas: Canvas) {
            let start = column(bar.span.lowerBound)
            let end = max(start + 1, column(bar.span.upperBound))
            guard end > 0, start < width else { return }
            let isChosen = bar.index == chart.selection
            let style = theme.style(isChosen ? .selected : bar.role)
            let seen = max(0, start)..<min(width, end)
            let part = canvas.part(column: seen.lowerBound, width: seen.count, height: 1)
            part.fill(style, with: bar.sign)
            if start >= 0 { part.write("[", row: 0, style: style) }
            if end <= width { part.write("]", column: seen.count - 1, row: 0, style: style) }
            let room = seen.count - 4
            if room >= 3 {
                part.write(" \(TerminalText.fitted(bar.label, to: room)) ", column: 1, row: 0, style: style)
            }
            canvas.hit(Rect(column: seen.lowerBound, width: seen.count, height: 1), .item(bar.index, in: chart.id))
        }

        private func draw(_ marks: [TimelineChart.Mark], at column: Int, on canvas: Canvas) {
            guard let first = marks.first else { return }
            let chosen = marks.first { $0.index == chart.selection }
            let role = chosen != nil ? .selected : marks.map(\.role).first { $0 != .text } ?? first.role
            let sign = marks.count == 1 ? String(first.sign) : marks.count < 10 ? "\(marks.count)" : "#"
            canvas.write(sign, column: column, row: 0, style: theme.style(role))
            canvas.hit(Rect(column: column, width: 1, height: 1), .item((chosen ?? first).index, in: chart.id))
        }

        /// Labels from left to right, each with a blank after it and all as long as most can be: only those at the
        /// edges, of which a part is out of sight, may be shorter. One that would reach into the columns `taken` is left out
        /// whole: what remained of it would be read as another day.
        func draw(_ ticks: [TimelineChart.Tick], on canvas: Canvas, role: Role, leaving taken: Range<Int>? = nil) {
            let places = ticks.map { max(0, column($0.at)) } + [width + 1]
            func fits(_ index: Int, _ label: String) -> Bool {
                TerminalText.width(of: label) < min(places[index + 1], width + 1) - places[index]
            }
            func isFree(_ index: Int, _ label: String) -> Bool {
                let columns = places[index]..<places[index] + TerminalText.width(of: label)
                return !(taken?.overlaps(columns) ?? false)
            }
            let inner = ticks.indices.dropFirst().dropLast()
            let levels = ticks.map(\.labels.count).max() ?? 0
            let level = (0..<levels).first { level in
                inner.allSatisfy { level < ticks[$0].labels.count && fits($0, ticks[$0].labels[level]) }
            }
            for (index, tick) in ticks.enumerated() where places[index] < width {
                let label = tick.labels.dropFirst(level ?? levels - 1).first { label in
                    fits(index, label) && (inner.contains(index) || isFree(index, label))
                }
                guard let label, isFree(index, label) else { continue }
                canvas.write(label, column: places[index], row: 0, style: theme.style(role))
            }
        }

        /// The pointer's word on the scale, beside the column of its line.
        func point(on canvas: Canvas) {
            guard let pointer = chart.pointer, let columns = pointerColumns else { return }
            canvas.write(" \(pointer.word) ", column: columns.lowerBound, row: 0, style: theme.style(.accent))
        }

        /// The columns of the pointer's word and of the blanks around it; nil where it is not shown.
        var pointerColumns: Range<Int>? {
            guard let pointer = chart.pointer else { return nil }
            let place = column(pointer.at)
            let length = TerminalText.width(of: pointer.word) + 2
            guard place >= 0, place < width, length <= width else { return nil }
            let start = min(max(0, place - length / 2), width - length)
            return start..<start + length
        }
    }
}
