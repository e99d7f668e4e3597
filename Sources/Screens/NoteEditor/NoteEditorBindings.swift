import Terminal

extension NoteEditor {
    public var bindings: [Binding<Action>] {
        switch stage {
        case .askingToSave:
            [
                Binding(.enter, .character("y"), name: "Save", about: "Save it for good.", .confirmed),
                Binding(.escape, .character("n"), name: "Write on", about: "Back to the note.", .left),
            ] + readingOn("what will stand there")
        case .readingReason:
            [
                Binding(.escape, .enter, name: "Write on", about: "Back to the note.", .left)
            ] + readingOn("why it was given back")
        case .askingToDiscard:
            [
                Binding(.character("y"), name: "Throw away", about: "Throw the draft away.", .confirmed),
                Binding(.escape, .enter, .character("n"), name: "Keep it", about: "Back to the note.", .left),
            ]
        case .saving: []
        case .writing:
            // In a part Enter begins a new line; on the line below the last part it saves.
            reason
                + (focus < parts.count
                    ? [] : [Binding(.enter, name: "Save", about: "Save the note; it asks once.", .saveChosen)]) + [
                    Binding(
                        .tab, name: "Next part", about: "Go to the next part, and after the last to saving.",
                        .focusMoved(by: 1)),
                    Binding(
                        .function(2), .control("s"), name: "Save", about: "Save the note; it asks once.", .saveChosen),
                    Binding(.escape, name: "Later", about: "Leave; the draft stays and is offered again.", .left),
                    Binding(.backTab, name: "Part before", about: "Go to the part before.", .focusMoved(by: -1)),
                    Binding(
                        .control("z"), name: "Undo", about: "Take back what was typed last.", .undone, hinted: false),
                    Binding(
                        .control("y"), name: "Redo", about: "Do again what was taken back.", .redone, hinted: false),
                    Binding(
                        .control("d"), name: "Throw away", about: "Throw this draft away; it asks first.",
                        .discardChosen,
                        hinted: false),
                ]
        }
    }

    /// First where the header has no room for it all: what is asked for should not be answered unread.
    private var reason: [Binding<Action>] {
        guard returned != nil else { return [] }
        return [
            Binding(
                .control("r"), name: "Reason", about: "Read whole why it was given back.", .reasonChosen,
                hinted: isReasonCut)
        ]
    }

    private func readingOn(_ what: String) -> [Binding<Action>] {
        [
            Binding(.down, name: "Read on", about: "Read on in \(what).", .scrolled(by: 1)),
            Binding(.up, name: "Up", about: "Back up in \(what).", .scrolled(by: -1), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page down", about: "A page on.", .scrolled(by: 5), hinted: false),
            Binding(.pageUp, name: "Page up", about: "A page back.", .scrolled(by: -5), hinted: false),
        ]
    }
}
