import Terminal

extension TextBuffer {
    /// Where the caret may go. Lines are lines as wrapped.
    public enum Motion: Sendable {
        case left, right, wordLeft, wordRight
        case up, down
        case lineStart, lineEnd
        case start, end
    }

    /// The lines at `width` columns, as ranges of offsets without their newlines.
    public func wrapped(width: Int) -> [Range<Int>] {
        WordWrap.ranges(of: characters, width: width)
    }

    /// The wrapped line and the column in which the caret stands.
    public func place(wrapWidth: Int) -> (line: Int, column: Int) {
        let lines = wrapped(width: wrapWidth)
        let line = lines.lastIndex { $0.lowerBound <= caret } ?? 0
        return (line, width(of: lines[line].lowerBound..<caret))
    }

    /// Does what `key` means in a text field; false when it means nothing there.
    ///
    /// - Parameter page: the wrapped lines that a page goes on by, one of which is seen on both.
    public mutating func handle(_ key: Key, wrapWidth: Int = .max, page: Int = 10) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .enter where allowsNewlines: insert("\n")
        case .backspace: delete(.left)
        case .delete: delete(.right)
        case .control("w"): delete(.wordLeft)
        case .control("u"): delete(.lineStart, wrapWidth: wrapWidth)
        case .control("k"): delete(.lineEnd, wrapWidth: wrapWidth)
        case .control("z"): undo()
        case .control("y"): redo()
        case .left: move(.left)
        case .right: move(.right)
        case .wordLeft: move(.wordLeft)
        case .wordRight: move(.wordRight)
        case .up where allowsNewlines: move(.up, wrapWidth: wrapWidth)
        case .down where allowsNewlines: move(.down, wrapWidth: wrapWidth)
        case .pageUp where allowsNewlines: for _ in 1..<max(2, page) { move(.up, wrapWidth: wrapWidth) }
        case .pageDown where allowsNewlines: for _ in 1..<max(2, page) { move(.down, wrapWidth: wrapWidth) }
        case .home, .control("a"): move(.lineStart, wrapWidth: wrapWidth)
        case .end, .control("e"): move(.lineEnd, wrapWidth: wrapWidth)
        default: return false
        }
        return true
    }

    /// Does what `key` means in a text field of one line; whether the text is another then. A caret that moves changes
    /// nothing of what a search found.
    public mutating func changes(by key: Key) -> Bool {
        let before = text
        return handle(key) && text != before
    }

    /// Whether `key` means anything in a field of one line.
    public static func edits(_ key: Key) -> Bool {
        var line = TextBuffer("", allowsNewlines: false)
        return line.handle(key)
    }

    func target(of motion: Motion, wrapWidth: Int) -> Int {
        switch motion {
        case .left: return max(0, caret - 1)
        case .right: return min(characters.count, caret + 1)
        case .wordLeft: return wordStart
        case .wordRight: return wordEnd
        case .start: return 0
        case .end: return characters.count
        case .up, .down, .lineStart, .lineEnd: return lineTarget(of: motion, wrapWidth: wrapWidth)
        }
    }

    /// The offset in `line` that stands nearest to `column`.
    func offset(in line: Range<Int>, column: Int) -> Int {
        var used = 0
        for index in line {
            let columns = TerminalText.width(of: characters[index])
            if used + columns > column { return index }
            used += columns
        }
        return lastOffset(of: line)
    }

    private func lineTarget(of motion: Motion, wrapWidth: Int) -> Int {
        let lines = wrapped(width: wrapWidth)
        let place = place(wrapWidth: wrapWidth)
        let column = goalColumn ?? place.column
        switch motion {
        case .up: return place.line == 0 ? 0 : offset(in: lines[place.line - 1], column: column)
        case .down:
            return place.line + 1 == lines.count ? characters.count : offset(in: lines[place.line + 1], column: column)
        case .lineStart: return lines[place.line].lowerBound
        default: return lastOffset(of: lines[place.line])
        }
    }

    /// The last place for the caret in `line`: after it where a newline ends it, before its last character where it was
    /// wrapped, since the place after that is the start of the next line.
    private func lastOffset(of line: Range<Int>) -> Int {
        let isWrapped = line.upperBound < characters.count && !characters[line.upperBound].isNewline
        return isWrapped && !line.isEmpty ? line.upperBound - 1 : line.upperBound
    }

    private var wordStart: Int {
        var index = caret
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = caret
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        while index < characters.count, !characters[index].isWhitespace { index += 1 }
        return index
    }

    private func width(of range: Range<Int>) -> Int {
        range.reduce(0) { $0 + TerminalText.width(of: characters[$1]) }
    }
}
