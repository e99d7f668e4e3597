import Casework

extension Palette {
    /// One thing that can be done, or somebody or something to go to.
    struct Entry: Sendable {
        enum Kind: String, Sendable {
            case here, everywhere, screen, person, guide, draft

            /// As the list shows it.
            var word: String {
                switch self {
                case .here: "key"
                case .everywhere: "any time"
                default: rawValue
                }
            }
        }

        let kind: Kind
        let name: String
        /// Its keys, or for a person the date of birth.
        var keys = ""
        let about: String
        /// What tells it from others of its name, on its row: a person's number, what a draft is.
        var distinction = ""
        /// What finds it too and is not shown.
        var also = ""
        /// Why it cannot be chosen just now; nil when it can.
        var unavailable: String?
        let choice: Choice
    }

    /// What is done once the palette is gone.
    enum Choice: Sendable {
        /// The binding at this place of the screen below.
        case key(Int)
        case global(GlobalCommand)
        case screen(any Screen)
        /// Makes the screen to go to, off the drawing thread.
        case prepared(@Sendable (Services) throws -> any Screen)
    }

    /// What stands below the palette.
    struct Surroundings: Sendable {
        /// The record that is open, its warning acknowledged.
        var record: OpenRecord?
        /// Whether one types there, and a character is no key.
        var isTyped = false
        /// The drafts that somebody is writing on just now: to open one twice would lose words.
        var writing: Set<NoteDraft.ID> = []
    }
}

extension Palette.Entry {
    /// - Parameter answer: what is answered for it where lines are said.
    init(_ note: KeyNote, of kind: Kind, _ choice: Palette.Choice, by answer: String? = nil) {
        self.init(
            kind: kind, name: note.name, keys: answer ?? note.keyNames, about: note.about,
            unavailable: note.unavailable, choice: choice)
    }

    /// What can be done from every screen.
    init(_ command: GlobalCommand, note: KeyNote, by answer: String? = nil) {
        self.init(note, of: .everywhere, .global(command), by: answer)
        also = command.also
    }

    var isPalette: Bool { if case .global(.palette) = choice { true } else { false } }
    var isEmergency: Bool { if case .global(.emergency) = choice { true } else { false } }

    func found(by words: String) -> Self {
        var entry = self
        entry.also = words
        return entry
    }

    /// A screen that opens from anywhere.
    init(_ screen: some Screen, unavailable: String? = nil) {
        self.init(
            kind: .screen, name: screen.title, about: screen.about, unavailable: unavailable, choice: .screen(screen))
    }
}
