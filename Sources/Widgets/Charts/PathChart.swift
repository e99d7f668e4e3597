import Terminal

/// A way that was gone, drawn as a line with a stop for each step, and the step where one stands.
public struct PathChart: Widget {
    public struct Stop: Sendable, Equatable {
        public var name: String
        /// What was decided there.
        public var answer: String
        /// By whom, and when.
        public var by: String
        /// Why, on lines of its own.
        public var because: String
        /// How deep it stands inside other ways.
        public var depth: Int

        public init(_ name: String, answer: String = "", by: String = "", because: String = "", depth: Int = 0) {
            self.name = name
            self.answer = answer
            self.by = by
            self.because = because
            self.depth = depth
        }
    }

    public var stops: [Stop]
    /// Where one stands, after the last stop; nil where the way has ended.
    public var here: Stop?

    public init(_ stops: [Stop], here: Stop?) {
        self.stops = stops
        self.here = here
    }

    public func height(forWidth width: Int) -> Int { all.reduce(0) { $0 + height(of: $1, width: width) } }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty else { return }
        let line = theme.style(.border)
        var top = 0
        for (index, stop) in all.enumerated() {
            let isHere = here != nil && index == stops.count
            let height = height(of: stop, width: canvas.width)
            guard top < canvas.visibleRows.upperBound else { break }
            let part = canvas.part(row: top, height: height)
            for depth in 0..<max(0, stop.depth) { part.part(column: depth * 2, width: 1).fill(line, with: "│") }
            let column = stop.depth * 2
            let isLast = index == all.count - 1
            if !isLast { part.part(column: column, width: 1).fill(line, with: "│") }
            let sign = isHere ? ">" : index == 0 ? "┌" : isLast ? "└" : "├"
            part.write(sign, column: column, row: 0, style: isHere ? theme.style(.accent) : line)
            let body = part.part(column: column + 2)
            var row = 0
            for paragraph in paragraphs(stop, isHere: isHere) {
                let height = paragraph.height(forWidth: body.width)
                paragraph.draw(on: body.part(row: row, height: height), theme: theme)
                row += height
            }
            top += height
        }
    }

    public var lines: [String] {
        all.enumerated().map { index, stop in
            let here = self.here != nil && index == stops.count ? "Now: " : ""
            let said = stop.answer.isEmpty ? stop.name : "\(stop.name): \(stop.answer)"
            let rest = [stop.by, stop.because].filter { !$0.isEmpty }.joined(separator: ", ")
            return TerminalText.visible(here + said + (rest.isEmpty ? "" : " (\(rest))"))
        }
    }

    private var all: [Stop] { stops + [here].compactMap { $0 } }

    private func paragraphs(_ stop: Stop, isHere: Bool) -> [Paragraph] {
        let name = stop.answer.isEmpty ? stop.name : "\(stop.name): "
        let by = stop.by.isEmpty ? "" : "  (\(stop.by))"
        let first = Paragraph(
            [Span(name, isHere ? .accent : .heading), Span(stop.answer), Span(by, .dim)].filter { !$0.text.isEmpty })
        return [first] + (stop.because.isEmpty ? [] : [Paragraph(stop.because, role: .dim)])
    }

    private func height(of stop: Stop, width: Int) -> Int {
        let room = max(1, width - stop.depth * 2 - 2)
        return paragraphs(stop, isHere: false).reduce(0) { $0 + max(1, $1.height(forWidth: room)) }
    }
}
