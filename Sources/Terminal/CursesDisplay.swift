import CNcurses

/// The person's terminal, through ncurses. One at a time, on one thread.
public final class CursesDisplay: Display {
    public private(set) var size: Size
    public let depth: ColourDepth
    public let isASCII: Bool
    public let waker = Waker { desk_wake() }
    private var decoder = InputDecoder()
    private var isOpen = true
    private var news: Int32 = 0
    private var pairs: [Colours: Int32] = [:]
    /// What ncurses was given last, and the cells as it was given them; nil when its rows may be others by now.
    private var shown: (frame: Frame, cells: [Cell])?
    /// What was sent since, of which ncurses knows nothing yet.
    private var sent: [UInt8]?

    private struct Colours: Hashable {
        let foreground: Colour?
        let background: Colour?
    }

    /// Takes over the terminal on standard input and output.
    ///
    /// - Parameter deepest: the most colours to use; `.none` for a person who wants no colour.
    /// - Throws: when there is no terminal that can show a full screen, before anything was changed.
    public init(deepest: ColourDepth = .trueColour) throws(TerminalError) {
        if let error = TerminalError(desk_open(deepest == .trueColour)) { throw error }
        depth = min(ColourDepth(colours: desk_colours()), deepest)
        isASCII = !desk_is_utf8()
        size = Size(width: Int(desk_columns()), height: Int(desk_rows()))
    }

    deinit { close() }

    public func show(_ frame: Frame) {
        guard isOpen else { return }
        if let sent {
            self.sent = nil
            if kept(frame) == sent { return }
            forget()
        }
        put(frame)
        desk_show(Int32(frame.caret.column), Int32(frame.caret.row), frame.cursor != nil)
    }

    public func prepare(_ frame: Frame) -> PreparedFrame? {
        guard isOpen, sent == nil, let before = shown?.frame, before.size == frame.size, let there = kept(frame) else {
            return nil
        }
        guard kept(before) != nil else {
            forget()
            return nil
        }
        return .bytes(there)
    }

    public func show(_ prepared: PreparedFrame) {
        guard isOpen, case .bytes(let bytes) = prepared else { return }
        bytes.withUnsafeBufferPointer { desk_send($0.baseAddress, Int32($0.count)) }
        sent = bytes
    }

    /// What showing a frame would send, kept back; nil where it cannot be, and nothing was changed.
    private func kept(_ frame: Frame) -> [UInt8]? {
        guard desk_hold() else { return nil }
        put(frame)
        var bytes: UnsafePointer<UInt8>?
        let count = desk_keep(Int32(frame.caret.column), Int32(frame.caret.row), frame.cursor != nil, &bytes)
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    private func forget() {
        shown = nil
        desk_forget()
    }

    /// Gives ncurses what differs from the frame before.
    private func put(_ frame: Frame) {
        let cells = frame.cellsWithQuietBlanks
        let width = min(size.width, frame.size.width)
        var row: [DeskCell] = []
        row.reserveCapacity(width)
        for line in 0..<min(size.height, frame.size.height) {
            let columns = changed(on: line, of: frame, as: cells).clamped(to: 0..<width)
            guard !columns.isEmpty else { continue }
            let start = line * frame.size.width
            cells.withUnsafeBufferPointer { cells in
                let part = cells[start + columns.lowerBound..<start + columns.upperBound]
                fill(&row, with: UnsafeBufferPointer(rebasing: part), of: frame)
            }
            desk_put_row(Int32(line), Int32(columns.lowerBound), row, Int32(row.count))
        }
        shown = (frame, cells)
    }

    /// The columns of a row that ncurses has not got already: it need not look at the others again.
    private func changed(on line: Int, of frame: Frame, as cells: [Cell]) -> Range<Int> {
        let row = line * frame.size.width..<(line + 1) * frame.size.width
        let all = 0..<frame.size.width
        guard let shown, shown.frame.size == frame.size else { return all }
        // A cell with marks means something in its own frame only.
        if !frame.clusters.isEmpty, cells[row].contains(where: { $0.code >= Cell.clusterBase }) { return all }
        return cells.withUnsafeBufferPointer { new in
            shown.cells.withUnsafeBufferPointer { old in
                guard !Cell.areSame(new, old, in: row) else { return 0..<0 }
                var (first, last) = (row.lowerBound, row.upperBound - 1)
                while first < last, new[first] == old[first] { first += 1 }
                while last > first, new[last] == old[last] { last -= 1 }
                // A wide glyph goes over with both its halves.
                while first > row.lowerBound, new[first].width == 0 || old[first].width == 0 { first -= 1 }
                while last < row.upperBound - 1, new[last + 1].width == 0 || old[last + 1].width == 0 { last += 1 }
                return first - row.lowerBound..<last + 1 - row.lowerBound
            }
        }
    }

    private func fill(_ row: inout [DeskCell], with cells: UnsafeBufferPointer<Cell>, of frame: Frame) {
        row.removeAll(keepingCapacity: true)
        var style: Style?
        var out = DeskCell()
        for index in cells.indices where cells[index].width > 0 {
            let cell = cells[index]
            // Most cells look like the one before, and are ASCII.
            if cell.style != style {
                style = cell.style
                out.pair = pair(for: cell.style)
                out.attributes = UInt32(cell.style.attributes.rawValue)
            }
            if cell.code < 0x80 {
                out.scalars.0 = cell.code
                row.append(out)
            } else {
                // The second half of a wide glyph lies past the edge when the frame is wider than the terminal.
                let isCut = index + Int(cell.width) > cells.count
                append(cell, of: frame, looking: out, isCut: isCut, to: &row)
            }
        }
    }

    public func nextEvent(timeout: Duration?) -> InputEvent? {
        guard isOpen else { return .ended }
        let end = timeout.map { ContinuousClock.now + $0 }
        news |= desk_wait(0)
        while true {
            if let event = eventFromNews() { return event }
            if let event = decoder.next(read: read, wait: waitForInput) { return event }
            if take(DeskNewsGone) { return .ended }
            let left = end.map { $0 - ContinuousClock.now }
            if let left, left <= .zero { return nil }
            news |= desk_wait(left.map(Self.milliseconds) ?? -1)
        }
    }

    public func useMouse(_ isOn: Bool) { if isOpen { desk_use_mouse(isOn) } }

    public func suspend() {
        guard isOpen else { return }
        desk_suspend()
        readSize()
    }

    public func close() {
        guard isOpen else { return }
        isOpen = false
        desk_close()
    }

    /// Ends the program by the signal that asked for its end while the terminal was taken; returns where none did. Call
    /// it last, when everything is kept.
    public static func endAsAsked() { desk_end_as_asked() }

    /// - Parameter plain: a cell with the same colours and weight.
    private func append(
        _ cell: Cell, of frame: Frame, looking plain: DeskCell, isCut: Bool, to row: inout [DeskCell]
    ) {
        var out = plain
        out.scalars = (0, 0, 0, 0, 0)
        if isCut {
            out.scalars.0 = 0x20
        } else if isASCII || !hasSameWidth(cell, frame) {
            // One stand-in for each column, or the rest of the row would move.
            frame.forEachScalar(of: cell) { scalar in
                if out.scalars.0 == 0 { out.scalars.0 = ASCIIForm.of(scalar).value }
            }
            for _ in 1..<cell.width { row.append(out) }
        } else {
            var count = 0
            withUnsafeMutableBytes(of: &out.scalars) { bytes in
                let places = bytes.bindMemory(to: UInt32.self)
                frame.forEachScalar(of: cell) { scalar in
                    places[count] = scalar.value
                    count += 1
                }
            }
        }
        row.append(out)
    }

    /// Whether the C library, whose widths ncurses counts with, knows the glyph and agrees on its width.
    private func hasSameWidth(_ cell: Cell, _ frame: Frame) -> Bool {
        var width: Int32 = 0
        var isKnown = true
        frame.forEachScalar(of: cell) { scalar in
            let columns = desk_width(scalar.value)
            if columns < 0 { isKnown = false }
            width += columns
        }
        return isKnown && width == Int32(cell.width)
    }

    private func pair(for style: Style) -> Int32 {
        let colours = Colours(foreground: style.foreground, background: style.background)
        if depth == .none || (colours.foreground == nil && colours.background == nil) { return 0 }
        if let pair = pairs[colours] { return pair }
        let next = Int32(pairs.count + 1)
        guard next < desk_pairs() else { return 0 }
        let background = number(of: colours.background)
        let isPalette = background >= 0 && depth != .trueColour
        let behind = isPalette ? ColourDepth.colour(of: Int(background)) : colours.background
        desk_set_pair(next, number(of: colours.foreground, behind: behind), background)
        pairs[colours] = next
        return next
    }

    private func number(of colour: Colour?, behind: Colour? = nil) -> Int32 {
        guard let colour else { return -1 }
        // Below 8 a direct entry means the eight basic colours; 8 is as good as black.
        if depth == .trueColour { return Int32(max(8, colour.value)) }
        return depth.nearest(to: colour, behind: behind).map(Int32.init) ?? -1
    }

    private func eventFromNews() -> InputEvent? {
        if take(DeskNewsStopped) { return .stopping }
        if take(DeskNewsContinued) {
            desk_retake()
            readSize()
            return .resized(size)
        }
        if take(DeskNewsResized) {
            desk_resize()
            readSize()
            return .resized(size)
        }
        return take(DeskNewsWoken) ? .woken : nil
    }

    private func take(_ bit: Int) -> Bool {
        defer { news &= ~Int32(bit) }
        return news & Int32(bit) != 0
    }

    private func waitForInput(_ limit: Duration) -> Bool {
        let end = ContinuousClock.now + limit
        while news & Int32(DeskNewsGone) == 0, ContinuousClock.now < end {
            let found = desk_wait(Self.milliseconds(end - ContinuousClock.now))
            news |= found & ~Int32(DeskNewsInput)
            if found & Int32(DeskNewsInput) != 0 { return true }
        }
        return false
    }

    private func readSize() {
        (shown, sent) = (nil, nil)
        size = Size(width: Int(desk_columns()), height: Int(desk_rows()))
    }

    /// Rounded up, so that a wait is never a busy one.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        Int32(min(max(0, (duration / .milliseconds(1)).rounded(.up)), 1_000_000_000))
    }

    private func read() -> InputDecoder.Piece? {
        let input = desk_read()
        let position = Position(column: Int(input.column), row: Int(input.row))
        switch input.kind {
        case DeskInputNothing: return nil
        case DeskInputScalar: return Unicode.Scalar(input.value).map { .scalar($0) } ?? .unknown
        case DeskInputFunction: return .event(.key(.function(Int(input.value))))
        case DeskInputPasteStart: return .pasteStart
        case DeskInputPasteEnd: return .pasteEnd
        case DeskInputPress: return .event(.mouse(Mouse(.press, at: position)))
        case DeskInputRelease: return .event(.mouse(Mouse(.release, at: position)))
        case DeskInputScrollUp: return .event(.mouse(Mouse(.scrollUp, at: position)))
        case DeskInputScrollDown: return .event(.mouse(Mouse(.scrollDown, at: position)))
        case DeskInputResized:
            readSize()
            return .event(.resized(size))
        default: return Self.keys[input.kind.rawValue].map { .event(.key($0)) } ?? .unknown
        }
    }

    private static let keys: [DeskInputKind.RawValue: Key] = [
        DeskInputEnter.rawValue: .enter, DeskInputBackspace.rawValue: .backspace,
        DeskInputDelete.rawValue: .delete, DeskInputInsert.rawValue: .insert,
        DeskInputBackTab.rawValue: .backTab, DeskInputUp.rawValue: .up, DeskInputDown.rawValue: .down,
        DeskInputLeft.rawValue: .left, DeskInputRight.rawValue: .right, DeskInputHome.rawValue: .home,
        DeskInputEnd.rawValue: .end, DeskInputPageUp.rawValue: .pageUp, DeskInputPageDown.rawValue: .pageDown,
        DeskInputWordLeft.rawValue: .wordLeft, DeskInputWordRight.rawValue: .wordRight,
    ]
}
