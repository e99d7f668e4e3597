import Terminal

/// A run of text in one role.
public struct Span: Sendable, Equatable, ExpressibleByStringLiteral {
    public var text: String
    public var role: Role

    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }
}

/// Text wrapped at words. Newlines in it begin new lines.
public struct Paragraph: Widget {
    public var spans: [Span]
    /// Columns by which the lines after the first are moved in.
    public var hanging: Int

    public init(_ text: String, role: Role = .text, hanging: Int = 0) {
        self.init([Span(text, role)], hanging: hanging)
    }

    public init(_ spans: [Span], hanging: Int = 0) {
        self.spans = spans
        self.hanging = hanging
    }

    public func height(forWidth width: Int) -> Int {
        guard !spans.isEmpty else { return 0 }
        if isOneLine(in: width) { return 1 }
        return isPlain ? height(of: parts { $0.utf8 }, in: width) : height(of: parts { $0 }, in: width)
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        guard !canvas.isEmpty, !spans.isEmpty else { return }
        if isOneLine(in: canvas.width) {
            var column = 0
            for span in spans { column += canvas.write(span.text, column: column, style: theme.style(span.role)) }
        } else if isPlain {
            draw(parts { $0.utf8 }, on: canvas, theme: theme)
        } else {
            draw(parts { $0 }, on: canvas, theme: theme)
        }
    }

    private func height<Unit: WrapUnit>(of parts: [[Unit]], in width: Int) -> Int {
        WordWrap.ranges(of: Array(parts.joined()), width: width, hanging: indent(for: width)).count
    }

    private func draw<Unit: WrapUnit>(_ parts: [[Unit]], on canvas: Canvas, theme: Theme) {
        var units: [Unit] = []
        var runs: [(end: Int, style: Style)] = []
        for (span, part) in zip(spans, parts) {
            units += part
            runs.append((units.count, theme.style(span.role)))
        }
        let indent = indent(for: canvas.width)
        let seen = canvas.visibleRows
        for (row, range) in WordWrap.ranges(of: units, width: canvas.width, hanging: indent).enumerated() {
            guard row < seen.upperBound else { break }
            let begins = range.lowerBound == 0 || units[range.lowerBound - 1].isNewline
            var column = begins ? 0 : indent
            var start = range.lowerBound
            for run in runs where run.end > start && start < range.upperBound {
                let end = min(run.end, range.upperBound)
                column += canvas.write(Unit.text(of: units[start..<end]), column: column, row: row, style: run.style)
                start = end
            }
        }
    }

    public var lines: [String] {
        TerminalText.lines(of: spans.map(\.text).joined()).map(TerminalText.visible)
    }

    /// The units of each span apart, so that a mark at the start of one cannot shift the count of all.
    private func parts<Units: Sequence>(_ units: (String) -> Units) -> [[Units.Element]] {
        spans.map { Array(units($0.text)) }
    }

    /// Whether every byte of it is a column or a newline.
    private var isPlain: Bool {
        spans.allSatisfy { span in
            span.text.utf8.allSatisfy { $0 == UInt8(ascii: "\n") || ($0 >= 0x20 && $0 < 0x7f) }
        }
    }

    /// Whether it need not be taken apart at all, as most text.
    private func isOneLine(in width: Int) -> Bool {
        spans.reduce(0) { $0 + $1.text.utf8.count } <= width
            && spans.allSatisfy { TerminalText.isPrintableASCII($0.text) }
    }

    private func indent(for width: Int) -> Int { max(0, min(hanging, width / 2)) }
}

/// One line of text, cut off with `~` when it is too long.
public struct Label: Widget {
    public var text: String
    public var role: Role
    /// See ``Spoken/standsAlone``.
    public var standsAlone: Bool

    public init(_ text: String, role: Role = .text, standsAlone: Bool = false) {
        self.text = text
        self.role = role
        self.standsAlone = standsAlone
    }

    public func height(forWidth width: Int) -> Int { 1 }

    public func draw(on canvas: Canvas, theme: Theme) {
        canvas.write(text, row: 0, in: canvas.width, style: theme.style(role))
    }

    public var lines: [String] { [TerminalText.visible(text)] }
    public var spoken: [Spoken] { lines.map { Spoken($0, standsAlone: standsAlone) } }
}

/// The title of a part of the screen.
public struct Heading: Widget {
    public var text: String

    public init(_ text: String) {
        self.text = text
    }

    public func height(forWidth width: Int) -> Int { Paragraph(text).height(forWidth: width) }
    public func draw(on canvas: Canvas, theme: Theme) { Paragraph(text, role: .heading).draw(on: canvas, theme: theme) }
    public var lines: [String] { [TerminalText.visible(text)] }
}
