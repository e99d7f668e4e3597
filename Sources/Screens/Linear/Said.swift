import Widgets

/// What a screen said: its lines, and what could be answered.
struct Said {
    var title: String
    /// The question that stood over the screen and had to be dealt with first.
    var question: String?
    var identity: Identity?
    var lines: [Line]
    var offers: [String]

    /// A line with the number that chooses it.
    struct Line {
        let spoken: Spoken
        let number: Int?

        /// Whether it says what `other` says, selected or not.
        func isSame(as other: Line) -> Bool {
            spoken.text == other.spoken.text && number == other.number && isOfSameChoice(as: other)
        }

        func isOfSameChoice(as other: Line) -> Bool {
            spoken.choice?.id == other.spoken.choice?.id && spoken.choice?.index == other.spoken.choice?.index
        }

        var isSelected: Bool { spoken.choice?.isSelected ?? false }
        var isEntry: Bool { spoken.entry != nil }
        var standsAlone: Bool { spoken.standsAlone }
        var choiceText: String? { spoken.choice == nil ? nil : text }
        var text: String { (number.map { "\($0)) " } ?? "") + spoken.text + (isSelected ? " (selected)" : "") }
    }

    /// What the person did since.
    enum Answer {
        /// Nothing: what is new was brought by time.
        case none
        case command
        /// The text of a field.
        case line
        /// A line of a longer text.
        case text
    }

    /// Whether it is the same screen as `before`, of the same person, with the same question over it; another is said
    /// whole.
    func goesOn(from before: Said) -> Bool {
        title == before.title && question == before.question && identity == before.identity
    }

    /// The lines to be said after `before`: nothing that may be about something else by now is left out because the same
    /// words were said of another thing.
    func news(since before: Said, after answer: Answer) -> [String] {
        let (old, new) = (before.lines, lines)
        if answer == .command, let text = textChanged(since: before) { return text }
        let start = firstChange(since: before, after: answer)
        let end = saysRest(since: before, after: answer) ? new.count : lastChange(since: before, from: start)
        let wasSelected = Set(old.filter(\.isSelected).map(\.text))
        let isInPlace = isInPlace(since: before)
        let wasAlone = Set(old.filter(\.standsAlone).map(\.text))
        return new.enumerated().filter { index, line in
            // What was typed just now need not be heard again.
            if answer == .text, line.isEntry { return false }
            if line.isSelected, !wasSelected.contains(line.text) { return true }
            if line.standsAlone { return !wasAlone.contains(line.text) }
            return isInPlace ? !line.isSame(as: old[index]) : start..<end ~= index
        }.map(\.element.text)
    }

    /// A tick or a setting changes its own line, and no other line is about that.
    private func isInPlace(since before: Said) -> Bool {
        guard lines.count == before.lines.count else { return false }
        let changed = zip(lines, before.lines).filter { !$0.isSame(as: $1) }
        return !changed.isEmpty && changed.allSatisfy { $0.spoken.choice != nil && $0.isOfSameChoice(as: $1) }
    }

    /// Whether all is said from the first change on: what follows belongs to what was chosen or asked for, though its
    /// words may be those that stood there before. The parts of a note stand by themselves, and so does what time brings.
    private func saysRest(since before: Said, after answer: Answer) -> Bool {
        if selected != before.selected || isElsewhere(since: before) { return true }
        switch answer {
        case .none, .text: return false
        case .line: return true
        case .command:
            return !lines.contains { if case .text = $0.spoken.entry { true } else { false } }
        }
    }

    /// The first line to be said: where another row of a list was chosen, no later than what follows the list.
    private func firstChange(since before: Said, after answer: Answer) -> Int {
        let common = zip(before.lines, lines).prefix { $0.isSame(as: $1) || $0.standsAlone && $1.standsAlone }.count
        // The same words typed again get the same answer again.
        let isUnchanged = common == max(lines.count, before.lines.count)
        if isElsewhere(since: before) || answer == .line && isUnchanged { return 0 }
        let moved = selected.filter { before.selected[$0.key] != $0.value }.keys
        let ends = moved.compactMap { id in lines.lastIndex { $0.spoken.choice?.id == id } }
        return min(common, ends.min().map { $0 + 1 } ?? common)
    }

    private func lastChange(since before: Said, from start: Int) -> Int {
        let kept = zip(before.lines.dropFirst(start).reversed(), lines.dropFirst(start).reversed())
        return lines.count - kept.prefix { $0.isSame(as: $1) }.count
    }

    /// The selected row of each list.
    private var selected: [String: Int] {
        lines.reduce(into: [:]) { rows, line in
            if let choice = line.spoken.choice, choice.isSelected { rows[choice.id] = choice.index }
        }
    }

    /// Whether nothing that could be chosen can be chosen now: another step.
    private func isElsewhere(since before: Said) -> Bool {
        let (lists, old) = (lists, before.lists)
        return lists != old && lists.isDisjoint(with: old)
    }

    private var lists: Set<String> { Set(lines.compactMap(\.spoken.choice?.id)) }

    /// The part being written, where a command changed its text and went to no other: what is left may be no new line.
    private func textChanged(since before: Said) -> [String]? {
        guard text != before.text, !text.isEmpty, !before.text.isEmpty, aroundText == before.aroundText
        else { return nil }
        return lines.drop { !$0.isEntry }.prefix { $0.spoken.choice == nil }.map(\.text)
    }

    /// What tells one part, or one step, from another: what stands above its text, and what can be chosen.
    private var aroundText: [String] { lines.prefix { !$0.isEntry }.map(\.text) + lines.compactMap(\.choiceText) }

    /// The text being written.
    private var text: [String] { lines.filter(\.isEntry).map(\.text) }
}
