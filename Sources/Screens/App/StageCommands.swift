import Widgets

/// What a person may ask for on every screen.
extension Stage {
    func perform(_ command: GlobalCommand) {
        isStale = true
        switch command {
        case .help:
            guard !(top is Level<Help>) else { return }
            push(
                Help(
                    of: top.title, about: top.about, keys: top.notes, isTyped: top.isTyping, keyMap: configuration.keys,
                    inLines: words)
            )
        case .palette:
            guard !(top is Level<Palette>) else { return }
            push(
                Palette(commands: top.notes, keyMap: configuration.keys, below: surroundings, inLines: words))
        case .emergency:
            guard !(levels.contains { ($0 as? Level<Guide>)?.screen.isEmergency ?? false }) else { return }
            do {
                push(try services.emergency())
            } catch { fail(error) }
        case .settings: if !levels.contains(where: { $0 is Level<Settings> }) { push(Settings()) }
        case .theme: if !levels.contains(where: { $0 is Level<ThemeChooser> }) { push(ThemeChooser()) }
        case .mouse: switchMouse()
        case .blank: face?.blank(idle: nil)
        case .suspend: face?.suspend()
        case .quit: quit()
        }
    }

    /// How the screen on top is answered where lines are said; nil where keys are pressed.
    private var words: LinearWords? { (face as? LinearFace)?.words }

    private func switchMouse() {
        let isOn = !hasMouse
        show(
            Notice(
                isOn
                    ? "The mouse chooses and scrolls; hold Shift to select text."
                    : "The mouse selects text as the terminal does; the command Mouse takes it back."))
        // After it, for a face without a mouse says so instead.
        useMouse(isOn)
    }

    // MARK: Palette

    /// What the palette may refer to: a record counts once its warning was read, and while it is the one in sight.
    private var surroundings: Palette.Surroundings {
        let record = levels.reversed().lazy.compactMap { ($0 as? Level<Record>)?.screen.open }.first
        return Palette.Surroundings(
            record: record?.customer.id == identity?.customer ? record : nil, isTyped: top.isTyping,
            writing: Set(levels.compactMap { ($0 as? Level<NoteEditor>)?.screen.hand.draft.id }))
    }

    /// Leaves the palette and does what was chosen in it.
    func finishPalette(_ choice: Palette.Choice) {
        remove(top.number)
        switch choice {
        case .key(let index): answer(top.perform(index), for: top.number)
        case .global(let command): perform(command)
        case .screen(let screen): push(screen)
        // The palette itself makes it, and is replaced by it.
        case .prepared: break
        }
    }
}
