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
    /// What the last edit is part of: more of the same belongs to it.
    private var stretch: Stretch?
    /// The column that moving up and down holds on to.
    private(set) var goalColumn: Int?

    private struct Edit: Sendable, Equatable {
        var offset: Int
        var removed: [Character]
        var inserted: [Character]

        /// Goes on with `next`, typed or deleted where this one ended.
        mutating func join(_ next: Edit) {
            inserted += next.inserted
            removed = next.offset < offset ? next.removed + removed : removed + next.removed
            offset = min(offset, next.offset)
        }
    }

    private enum Stretch: Sendable, Equatable { case typing, deleting }

    /// Steps that can be taken back; of a field of one line fewer: there one search follows another all day.
    private var mostSteps: Int { allowsNewlines ? 500 : 50 }

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

    /// Puts `text` at the caret. Characters typed or deleted one after another are undone together, word by word; text
    /// of several characters, such as a paste, is undone as one.
    public mutating func insert(_ text: String) {
        let new = clean(text)
        guard !new.isEmpty else { return }
        let joins = stretch == .typing && new.count == 1 && !new[0].isWhitespace
        replace(caret..<caret, with: new, joining: joins && done.last?.removed.isEmpty == true)
        stretch = new.count == 1 ? .typing : nil
    }

    public mutating func delete(_ motion: Motion, wrapWidth: Int = .max) {
        let end = target(of: motion, wrapWidth: wrapWidth)
        let range = min(caret, end)..<max(caret, end)
        let joins = stretch == .deleting && range.count == 1 && !characters[range.lowerBound].isWhitespace
        replace(range, with: [], joining: joins && done.last?.inserted.isEmpty == true)
        stretch = range.count == 1 ? .deleting : nil
    }

    public mutating func move(_ motion: Motion, wrapWidth: Int = .max) {
        stretch = nil
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
        stretch = nil
        goalColumn = nil
        guard let line = wrapped(width: wrapWidth).first(where: { $0.lowerBound == start }) else { return }
        caret = offset(in: line, column: column)
    }

    public mutating func undo() {
        guard let edit = done.popLast() else { return }
        characters.replaceSubrange(edit.offset..<edit.offset + edit.inserted.count, with: edit.removed)
        caret = edit.offset + edit.removed.count
        undone.append(edit)
        stretch = nil
        goalColumn = nil
    }

    public mutating func redo() {
        guard let edit = undone.popLast() else { return }
        characters.replaceSubrange(edit.offset..<edit.offset + edit.removed.count, with: edit.inserted)
        caret = edit.offset + edit.inserted.count
        done.append(edit)
        stretch = nil
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
            done[last].join(edit)
        } else {
            done.append(edit)
            if done.count > mostSteps { done.removeFirst() }
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
