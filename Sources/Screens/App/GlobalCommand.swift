import Terminal
import Widgets

/// What can be done from every screen.
enum GlobalCommand: CaseIterable {
    case help, palette, emergency, blank, suspend, quit

    var keys: [Key] {
        switch self {
        case .help: [.function(1)]
        case .palette: [.control("p")]
        case .emergency: [.function(8)]
        case .blank: [.function(9), .control("b")]
        case .suspend: []
        case .quit: [.control("q"), .control("c")]
        }
    }

    /// Keys that are text where one types.
    private var charactersElsewhere: [Key] {
        switch self {
        case .help: [.character("?")]
        case .palette: [.character(":")]
        case .emergency: [.character("!")]
        // Where one types, Ctrl-Z takes back what was typed.
        case .suspend: [.control("z")]
        default: []
        }
    }

    var name: String {
        switch self {
        case .help: "Help"
        case .palette: "Commands"
        case .emergency: "Emergency"
        case .blank: "Blank"
        case .suspend: "Suspend"
        case .quit: "Leave"
        }
    }

    /// What is typed for it where there is no such key.
    var word: String {
        switch self {
        case .help: "help"
        case .palette: "commands"
        case .emergency: "emergency"
        case .blank: "blank"
        case .suspend: "suspend"
        case .quit: "quit"
        }
    }

    var about: String {
        switch self {
        case .help: "What this screen is for, and every key of it."
        case .palette: "Find any command by its name."
        case .emergency: "Steps for a threat or danger, now."
        case .blank: "Hide the screen until the next key; nothing typed is lost."
        case .suspend: "Go to the shell; 'fg' comes back."
        case .quit: "End the program; drafts are kept."
        }
    }

    func answers(_ key: Key, isTyping: Bool) -> Bool {
        keys.contains(key) || (!isTyping && charactersElsewhere.contains(key))
    }

    var note: KeyNote {
        KeyNote(
            Binding(
                keys: keys + charactersElsewhere, name: name, about: about,
                isHinted: self == .help || self == .palette || self == .emergency))
    }

    static var hints: [KeyNote] { allCases.map(\.note).filter(\.isHinted) }
}

extension Binding where Action == Void {
    fileprivate init(keys: [Key], name: String, about: String, isHinted: Bool) {
        self.keys = keys
        self.name = name
        self.about = about
        action = ()
        unavailable = nil
        self.isHinted = isHinted
    }
}
