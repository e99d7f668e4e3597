import Terminal
import Widgets

/// What can be done from every screen.
enum GlobalCommand: CaseIterable {
    case help, palette, emergency, settings, theme, mouse, blank, suspend, quit

    /// Its keys for everybody who rebound nothing.
    private var usual: [Key] {
        switch self {
        case .help: [.function(1), .character("?")]
        case .palette: [.control("p"), .character(":")]
        // Where function keys are dead and one types, only a chord is left. This one no screen uses, no terminal takes for
        // itself, and nobody presses from habit as they do the ones that cut, print or close elsewhere.
        case .emergency: [.function(8), .control("g"), .character("!")]
        case .settings: [.function(10)]
        case .theme, .mouse: []
        case .blank: [.function(9), .control("b")]
        case .suspend: [.control("z")]
        case .quit: [.control("q"), .control("c")]
        }
    }

    var name: String {
        switch self {
        case .help: "Help"
        case .palette: "Commands"
        case .emergency: "Emergency"
        case .settings: "Settings"
        case .theme: "Theme"
        case .mouse: "Mouse"
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
        case .settings: "settings"
        case .theme: "theme"
        case .mouse: "mouse"
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
        case .settings: "Theme, hiding, mouse, site and keys, as you like them."
        case .theme: "Choose the colours of every screen."
        case .mouse: "Switch the mouse off, so that it selects text without Shift, or on again."
        case .blank: "Hide the screen until the next key; nothing typed is lost."
        case .suspend: "Go to the shell; 'fg' comes back."
        case .quit: "End the program; drafts are kept."
        }
    }

    /// What may be typed for it among the commands, and stands neither in its name nor in what it is about.
    var also: String {
        switch self {
        case .emergency:
            "attack assault fight hit knife gun weapon bomb fire blood police ambulance security angry shouting abuse "
                + "suicide self-harm stalking spitting 000"
        case .quit: "quit exit close stop end"
        default: ""
        }
    }

    /// Whether it does something where lines are said: they have no colours, no mouse, and nothing that could be hidden.
    var isHeard: Bool {
        switch self {
        case .help, .palette, .emergency, .settings, .quit: true
        case .theme, .mouse, .blank, .suspend: false
        }
    }

    /// Whether the bar of hints shows it on every screen.
    var isHinted: Bool { self == .help || self == .palette || self == .emergency }

    /// Keys that are text where one types; Ctrl-Z takes back there what was typed.
    static func isText(_ key: Key) -> Bool {
        if case .character = key { true } else { key == .control("z") }
    }

    func answers(_ key: Key, isTyping: Bool, keyMap: KeyMap = KeyMap()) -> Bool {
        !(isTyping && Self.isText(key))
            && keyMap.keys(of: BindingName(name, in: BindingName.everywhere), usual: usual).contains(key)
    }

    /// - Parameter isTyping: with the keys alone that answer where one types.
    func note(_ keyMap: KeyMap = KeyMap(), isTyping: Bool = false) -> KeyNote {
        KeyNote(
            in: BindingName.everywhere, usual: usual, name: name, about: about, isHinted: isHinted, keyMap: keyMap,
            leavingOut: isTyping ? Self.isText : { _ in false })
    }

    static func notes(_ keyMap: KeyMap = KeyMap(), isTyping: Bool = false) -> [KeyNote] {
        allCases.map { $0.note(keyMap, isTyping: isTyping) }
    }
}
