import Casework
import Terminal
import Widgets

extension NoteEditor {
    public var view: any Widget {
        switch stage {
        case .writing, .saving: return body
        case .askingToSave:
            return Dialog("Save this note?", width: Self.askedWidth, over: body, content: Scroll(boxed, offset: offset))
        case .readingReason:
            return Dialog(
                "Why it was given back", role: .caution, width: Self.askedWidth, over: body,
                content: Scroll(boxed, offset: offset))
        case .askingToDiscard:
            return Dialog(
                "Throw this draft away?", role: .error, over: body,
                content: Column {
                    Paragraph("What you typed for \(open.identity.name) will be gone.")
                    if hand.draft.contact != nil || hand.draft.returned?.report != nil {
                        Paragraph("A contact that it tells of will not count.")
                    }
                    Gap()
                    Paragraph("y throws it away. Esc keeps it.", role: .accent)
                })
        }
    }

    /// The question, and all that will stand in the record for good: nobody should have to trust their memory.
    var asked: any Widget {
        Column {
            Paragraph("For \(open.identity.name), \(open.identity.details.first ?? "").")
            // Before what is known by heart, for at 40 by 12 no more is seen than the beginning.
            if !advised.isEmpty {
                Paragraph("! Look at the wording of: \(advised.joined(separator: ", ")).", role: .warning)
            }
            Paragraph("Once saved it cannot be changed. \(readers)")
            Paragraph("Enter saves. Esc goes on writing.", role: .accent)
            Gap()
            Paragraph("What will stand there, with your name and the time:", role: .dim)
            if let followedLine { followedLine }
            NoteText(content: content)
        }
    }

    private static let askedWidth = 72

    /// What the box holds that is to be read: the note, or else why it was given back.
    var boxed: any Widget {
        guard stage == .readingReason, let returned else { return asked }
        return Paragraph("\(returned.by): \(returned.reason)")
    }

    /// The room within that box.
    var boxedSize: Size {
        let width = min(Self.askedWidth, size.width) - 4
        let wanted = Scroll(boxed, offset: 0).height(forWidth: width)
        return Size(width: width, height: min(wanted, max(0, size.height - 2)))
    }

    /// Who will see it.
    private var readers: String {
        access.allows(.recordNotes)
            ? "Everyone who opens the record sees it, and the person may ask to read it."
            : "It goes to a manager as a contact report, with your name and the time, to be recorded."
    }

    private var body: any Widget {
        guard size.width >= 120 else { return editor }
        return Row(spacing: 2) {
            editor.filling(2)
            Panel(
                "How it was decided",
                Column {
                    for line in trail { Paragraph("- \(line)", role: .dim, hanging: 2) }
                    if trail.isEmpty { Paragraph("Written without a guide.", role: .dim) }
                    let advice = adviceHere
                    if advice.count > 1 {
                        Gap()
                        Heading("Wording")
                        for each in advice { Paragraph("- \(each.advice)", role: .warning, hanging: 2) }
                    }
                }
            ).filling(1)
        }
    }

    /// The names of the parts with advice on their wording.
    private var advised: [String] { parts.filter { !advice(on: $0).isEmpty }.map(\.label) }

    private func advice(on part: NotePart) -> [WritingAdvice] {
        guard part.choices.isEmpty, let text = buffers[part.name]?.text, !text.isEmpty else { return [] }
        return advisor.advice(on: text)
    }

    /// The advice on the part being typed in, what is nearest to the caret first.
    private var adviceHere: [WritingAdvice] {
        guard focus < parts.count else { return [] }
        let buffer = buffers[parts[focus].name] ?? TextBuffer()
        func distance(_ advice: WritingAdvice) -> Int {
            max(0, advice.place.lowerBound - buffer.caret, buffer.caret - advice.place.upperBound)
        }
        return advice(on: parts[focus]).sorted { distance($0) < distance($1) }
    }

    /// The focused part open, the others as a line each; as many of them as there is room for.
    private var editor: any Widget {
        let last = parts.count
        let header = header
        let advice = adviceHere
        let adviceRows = advice.isEmpty ? 0 : min(Self.mostAdviceRows, wording(advice).height(forWidth: editorWidth))
        // The name of the part and a line of its text, with the advice whole.
        let leastRows = 2 + adviceRows
        var (headerRows, followedRows) = topRows
        // What it follows is told again before it is saved.
        if adviceRows > 0 { followedRows = min(followedRows, max(0, size.height - headerRows - leastRows)) }
        let room = max(4, size.height) - headerRows - followedRows
        let usualRows = max(3, min(room - last, max(8, size.height / 3)))
        // The advice takes its rows from the text, but where that is short leaves it two while another part is in sight.
        let openRows =
            focus < last ? min(room, max(usualRows, leastRows, adviceRows > 0 ? min(room - 1, leastRows + 1) : 0)) : 0
        let lines = max(0, room - openRows)
        let range = shown(around: focus, of: last + 1, lines: lines + (focus < last ? 1 : 0))
        return Column {
            header.fixed(headerRows)
            if let followedLine { followedLine.fixed(followedRows) }
            for index in range {
                if index == last {
                    SaveLine(
                        isFocused: focus == last, missing: parts.filter { $0.required && isEmpty($0) }.map(\.label)
                    )
                    .fixed(1)
                } else if index == focus {
                    openPart(parts[index], advice, adviceRows: min(adviceRows, max(0, openRows - 2))).fixed(openRows)
                } else {
                    summary(parts[index], at: index).fixed(1)
                }
            }
        }
    }

    private static let mostAdviceRows = 3

    /// The advice that is nearest, and how many more there are.
    private func wording(_ advice: [WritingAdvice]) -> Paragraph {
        let more = advice.count > 1 ? " (+\(advice.count - 1) more)" : ""
        return Paragraph("Wording: \(advice.first?.advice ?? "")\(more)", role: .warning)
    }

    /// The rows of the header, and of what says which note this one follows.
    private var topRows: (header: Int, followed: Int) {
        let followed = followedLine.map { min(2, $0.height(forWidth: editorWidth)) } ?? 0
        guard returned == nil, !isApart else {
            // What a manager asks for is to be read whole, as far as that leaves room to answer it.
            return (min(max(1, size.height / 6), header.height(forWidth: editorWidth)), followed)
        }
        // Who will see it is told again before it is saved.
        return (followed > 0 && size.height < Self.heightForBoth ? 0 : 1, followed)
    }

    /// Rows from which both have room beside the parts.
    private static let heightForBoth = 10

    private var followedLine: Paragraph? { followed.map { Paragraph([Span("Follows: ", .heading), Span($0)]) } }

    /// Who will see it; for a report that came back, what its manager asks for.
    private var header: any Widget {
        if isApart {
            return Paragraph("A draft of its own: another window has the one as which it began.", role: .warning)
        }
        if let returned { return ReasonHeader(words: "RETURNED by \(returned.by): \(returned.reason)") }
        let kind =
            access.allows(.recordNotes)
            ? "A note, seen by all who open the record." : "A contact report; a manager records it."
        let lines = trail.count == 1 ? "1 line" : "\(trail.count) lines"
        let whole = "\(kind) \(lines) of the guide stand in it too."
        // Who will see it is never cut off; the guide's lines are shown before it is saved.
        return Label(trail.isEmpty || TerminalText.width(of: whole) > editorWidth ? kind : whole, role: .dim)
    }

    /// Whether the header has no room for all of why it was given back.
    var isReasonCut: Bool {
        returned != nil && (isApart || header.height(forWidth: editorWidth) > topRows.header)
    }

    /// The places shown: the focused one among them.
    private func shown(around focus: Int, of count: Int, lines: Int) -> Range<Int> {
        let most = min(count, max(1, lines))
        let first = min(max(0, focus - most / 2), count - most)
        return first..<(first + most)
    }

    private func summary(_ part: NotePart, at index: Int) -> any Widget {
        let written = part.words(for: buffers[part.name]?.text ?? "")
        let text = TerminalText.inOneLine(written)
        return PartLine(
            label: label(part), text: text, isMissing: part.required && isEmpty(part),
            isAdvised: !advice(on: part).isEmpty, index: index)
    }

    private func openPart(_ part: NotePart, _ advice: [WritingAdvice], adviceRows: Int) -> any Widget {
        let buffer = buffers[part.name] ?? TextBuffer()
        guard part.choices.isEmpty else {
            return Column {
                Paragraph([Span("\(label(part))  ", .heading), Span("A digit, Up or Down chooses", .dim)])
                // Nothing is marked that is not chosen.
                ListView(
                    part.choiceNames.map { ListRow($0) }, selection: part.choices.firstIndex(of: buffer.text) ?? -1,
                    isNumbered: true, id: "choices")
            }
        }
        return Column {
            Label(part.hint.isEmpty ? label(part) : "\(label(part))   \(part.hint)", role: .heading).fixed(1)
            TextArea(buffer, marks: advice.map(\.place)).filling()
            if !advice.isEmpty { wording(advice).fixed(adviceRows) }
        }
    }

    private func label(_ part: NotePart) -> String { part.required ? "\(part.label) *" : part.label }
}

/// Why a report was given back, whole or marked as cut; a press leads to all of it.
private struct ReasonHeader: Widget {
    let words: String

    private var paragraph: Paragraph { Paragraph(words, role: .warning) }

    func height(forWidth width: Int) -> Int { paragraph.height(forWidth: width) }

    func draw(on canvas: Canvas, theme: Theme) {
        let isCut = height(forWidth: canvas.width) > canvas.height
        paragraph.draw(on: isCut ? canvas.part(width: canvas.width - 2) : canvas, theme: theme)
        if isCut {
            canvas.write("~", column: canvas.width - 1, row: canvas.height - 1, style: theme.style(.warning))
        }
        canvas.hit(Rect(width: canvas.width, height: canvas.height), .item(0, in: "reason"))
    }

    var lines: [String] { paragraph.lines }
}

/// A part that is not being typed in: its name, whether its wording is advised on, and the beginning of its text.
private struct PartLine: Widget {
    let label: String
    let text: String
    let isMissing: Bool
    let isAdvised: Bool
    let index: Int

    private static let sign = "! wording"

    func height(forWidth width: Int) -> Int { 1 }

    func draw(on canvas: Canvas, theme: Theme) {
        let signColumns = isAdvised ? TerminalText.width(of: Self.sign) + 2 : 0
        var used = canvas.write(
            TerminalText.fitted(label, to: max(0, canvas.width - signColumns)), row: 0,
            style: theme.style(isMissing ? .warning : .dim))
        if isAdvised {
            used += 2 + canvas.write(Self.sign, column: used + 2, row: 0, style: theme.style(.warning))
        }
        let room = canvas.width - used - 2
        if room > 0 {
            canvas.write(
                TerminalText.fitted(text, to: room), column: used + 2, row: 0, style: theme.style(.text))
        }
        canvas.hit(Rect(width: canvas.width, height: 1), .item(index, in: "parts"))
    }

    var lines: [String] {
        let name = isAdvised ? "\(label), look at the wording" : label
        return [TerminalText.visible("\(name): \(text.isEmpty ? "empty" : text)")]
    }
    var spoken: [Spoken] { lines.map { Spoken($0, choosing: index, in: "parts") } }
}

/// Where Tab ends: saving.
private struct SaveLine: Widget {
    let isFocused: Bool
    let missing: [String]

    private var text: String {
        missing.isEmpty ? "Save" : "Save  (still empty: \(missing.joined(separator: ", ")))"
    }

    func height(forWidth width: Int) -> Int { 1 }

    func draw(on canvas: Canvas, theme: Theme) {
        let style = theme.style(isFocused ? .selected : missing.isEmpty ? .accent : .dim)
        if isFocused { canvas.fill(style) }
        canvas.write(
            (isFocused ? "> " : "  ") + TerminalText.fitted(text, to: max(0, canvas.width - 2)), row: 0, style: style)
        if isFocused { canvas.placeCursor(column: 0, row: 0) }
        canvas.hit(Rect(width: canvas.width, height: 1), .item(0, in: "save"))
    }

    var lines: [String] { [TerminalText.visible(text)] }
    var spoken: [Spoken] { lines.map { Spoken($0, choosing: 0, in: "save", isSelected: isFocused) } }
}
