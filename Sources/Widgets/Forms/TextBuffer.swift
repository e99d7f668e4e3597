import Terminal

/// Text being typed: characters, a caret, and the way back.
///
/// Offsets count characters as people see them, from 0; the caret stands before the character at its offset.
public struct TextBuffer: Sendable, Equatable {
    public private(set) var characters: [Character]
    public private(set) var caret: Int
    public let allowsNewlines: Bool
    private var done: [Edit] = []
    private var undone: [Edit] = []
    /// Whether the next character typed belongs to the last edit.
    private var isTyping = false
    /// The column that moving up and down holds on to.
    private(set) var goalColumn: Int?

    private struct Edit: Sendable, Equatable {
        var offset: Int
        var removed: [Character]
        var inserted: [Character]
    }

    public init(_ text: String = "", allowsNewlines: Bool = true) {
        self.allowsNewlines = allowsNewlines
        characters = []
        caret = 0
        characters = clean(text)
        caret = characters.count
    }

    public var text: String { String(characters) }
    public var isEmpty: Bool { characters.isEmpty }
    public var canUndo: Bool { !done.isEmpty }
    public var canRedo: Bool { !undone.isEmpty }

    /// Puts `text` at the caret. Characters typed one after another are undone together, word by word; text of
    /// several characters, such as a paste, is undone as one.
    public mutating func insert(_ text: String) {
        let new = clean(text)
        guard !new.isEmpty else { return }
        let joins = isTyping && new.count == 1 && !new[0].isWhitespace && done.last.map { $0.removed.isEmpty } == true
        replace(caret..<caret, with: new, joining: joins)
        isTyping = new.count == 1
    }

    public mutating func delete(_ motion: Motion, wrapWidth: Int = .max) {
        let end = target(of: motion, wrapWidth: wrapWidth)
        isTyping = false
        replace(min(caret, end)..<max(caret, end), with: [], joining: false)
    }

    public mutating func move(_ motion: Motion, wrapWidth: Int = .max) {
        isTyping = false
        switch motion {
        case .up, .down:
            let column = goalColumn ?? place(wrapWidth: wrapWidth).column
            caret = target(of: motion, wrapWidth: wrapWidth)
            goalColumn = column
        default:
            caret = target(of: motion, wrapWidth: wrapWidth)
            goalColumn = nil
        }
    }

    /// Sets the caret in the line that begins at `start`, as near to `column` as there is a character.
    public mutating func placeCaret(inLineAt start: Int, column: Int, wrapWidth: Int) {
        isTyping = false
        goalColumn = nil
        guard let line = wrapped(width: wrapWidth).first(where: { $0.lowerBound == start }) else { return }
        caret = offset(in: line, column: column)
    }

    public mutating func undo() {
        guard let edit = done.popLast() else { return }
        characters.replaceSubrange(edit.offset..<edit.offset + edit.inserted.count, with: edit.removed)
        caret = edit.offset + edit.removed.count
        undone.append(edit)
        isTyping = false
        goalColumn = nil
    }

    public mutating func redo() {
        guard let edit = undone.popLast() else { return }
        characters.replaceSubrange(edit.offset..<edit.offset + edit.removed.count, with: edit.inserted)
        caret = edit.offset + edit.inserted.count
        done.append(edit)
        isTyping = false
        goalColumn = nil
    }

    private mutating func replace(_ range: Range<Int>, with new: [Character], joining: Bool) {
        goalColumn = nil
        guard !range.isEmpty || !new.isEmpty else { return }
        let seam = rejoined(range, new)
        let edit = Edit(
            offset: seam.range.lowerBound, removed: Array(characters[seam.range]), inserted: seam.characters)
        characters.replaceSubrange(seam.range, with: seam.characters)
        caret = seam.caret
        undone = []
        if joining, seam.range == range, let last = done.indices.last {
            done[last].inserted += new
        } else {
            done.append(edit)
        }
    }

    /// The edit that puts `new` in place of `range`, widened where characters melt into their neighbours: a mark joins
    /// the letter before it.
    private func rejoined(
        _ range: Range<Int>, _ new: [Character]
    ) -> (range: Range<Int>, characters: [Character], caret: Int) {
        let before = characters[max(0, range.lowerBound - 1)..<range.lowerBound]
        let after = characters[range.upperBound..<min(characters.count, range.upperBound + 1)]
        let apart = before + new + after
        let together = Array(String(apart))
        guard together.count != apart.count else { return (range, new, range.lowerBound + new.count) }
        let start = range.lowerBound - before.count
        let caret = min(start + together.count, start + String(before + new).count)
        return (start..<range.upperBound + after.count, together, caret)
    }

    /// Line ends of every kind become newlines (a space in a single line), tabs become spaces.
    private func clean(_ text: String) -> [Character] {
        text.flatMap { character -> [Character] in
            if character.isNewline { return [allowsNewlines ? "\n" : " "] }
            if character == "\t" { return Array(repeating: " ", count: allowsNewlines ? 4 : 1) }
            return [character]
        }
    }
}
