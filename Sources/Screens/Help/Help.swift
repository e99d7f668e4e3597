import Terminal
import Widgets

/// What a screen is for, and every key of it.
struct Help: Screen {
    let of: String
    let purpose: String
    let keys: [KeyNote]
    let everywhere: [KeyNote]
    var offset = 0
    private var size = Size(width: 80, height: 18)

    init(of title: String, about: String, keys: [KeyNote], keyMap: KeyMap = KeyMap()) {
        of = title
        purpose = about
        self.keys = keys
        everywhere = GlobalCommand.notes(keyMap)
    }

    enum Action: Sendable {
        case scrolled(by: Int)
        case left
    }

    var title: String { "Help: \(of)" }
    var about: String { "What the screen before this one is for, and its keys." }

    var bindings: [Binding<Action>] {
        [
            Binding(.escape, .enter, .character("q"), name: "Back", about: "Back to the screen.", .left),
            Binding(.up, name: "Up", about: "Scroll up.", .scrolled(by: -1)),
            Binding(.down, name: "Down", about: "Scroll down.", .scrolled(by: 1)),
            Binding(.pageUp, name: "Page up", about: "A page up.", .scrolled(by: 1 - size.height), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page down", about: "A page down.", .scrolled(by: size.height - 1),
                hinted: false),
        ]
    }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .scrolled(let rows):
            offset = min(max(0, offset + rows), Scroll(content, offset: offset).lastOffset(in: size))
            return .none
        case .left: return .back
        }
    }

    mutating func resized(to size: Size) { self.size = size }

    var view: any Widget { Scroll(content, offset: offset) }

    private var content: any Widget {
        Column {
            Paragraph(purpose)
            Gap()
            Heading("Keys of this screen")
            Fields(keys.map(Self.row))
            Gap()
            Heading("Keys of every screen")
            Fields(everywhere.map(Self.row))
            Gap()
            Paragraph("The mouse works everywhere and is needed nowhere; Shift selects text as usual.", role: .dim)
        }
    }

    private static func row(_ note: KeyNote) -> Fields.Row {
        Fields.Row(
            note.keys.isEmpty ? "\(note.name), no key" : note.keyNames,
            note.about + (note.unavailable.map { " Not just now: \($0)" } ?? ""),
            role: note.unavailable == nil ? .text : .dim)
    }
}
