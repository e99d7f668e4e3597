/// The keys of every screen: taken from the screens themselves, for the manual page and for whoever rebinds them.
public enum KeyTable {
    /// A screen's bindings in one of its states.
    struct State: Sendable {
        let title: String
        /// Whether printable keys are text.
        let isTyping: Bool
        let notes: @Sendable (KeyMap) -> [KeyNote]

        init<S: Screen>(_ screen: S) {
            title = screen.title
            isTyping = screen.isTyping
            notes = { keyMap in screen.bindings.map { KeyNote($0, in: S.codeName, keyMap: keyMap) } }
        }
    }

    public struct Entry: Sendable {
        public let title: String
        public let keys: [KeyNote]
    }

    /// Each screen in the order in which a contact passes them, then what every screen knows, as `keyMap` has it.
    public static func entries(_ keyMap: KeyMap = KeyMap()) throws -> [Entry] {
        var entries: [Entry] = []
        for state in try states() {
            let keys = state.notes(keyMap)
            // A screen asks its questions in states of its own: one list holds the keys of all of them.
            guard let last = entries.last, let name = last.keys.first?.id.screen, name == keys.first?.id.screen else {
                entries.append(Entry(title: state.title, keys: keys))
                continue
            }
            let new = keys.filter { key in !last.keys.contains { $0.keys == key.keys && $0.name == key.name } }
            entries[entries.count - 1] = Entry(title: last.title, keys: last.keys + new)
        }
        return entries + [Entry(title: "Every screen", keys: GlobalCommand.notes(keyMap))]
    }

    /// Each binding that may be given other keys, with the title of its screen.
    static func bindings(_ keyMap: KeyMap = KeyMap()) throws -> [(screen: String, note: KeyNote)] {
        var seen: Set<BindingName> = []
        return try entries(keyMap).flatMap { entry in
            // What has the keys of everybody alone is named for what it does just now, and found by those keys.
            entry.keys.filter(\.isRebindable).filter { seen.insert($0.id).inserted }.map { (entry.title, $0) }
        }
    }
}
