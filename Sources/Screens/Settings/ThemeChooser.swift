import Casework
import Terminal
import Widgets

/// Chooses a theme: everything on the screen takes the colours of the one that is marked.
struct ThemeChooser: Screen {
    var offered: [OfferedTheme] = []
    var selection = 0
    /// False where the person wants no colour: no theme changes anything then.
    var hasColour = true
    private var current = Configuration.usualTheme
    private(set) var size = Size(width: 80, height: 20)

    enum Action: Sendable {
        case shown
        case found([OfferedTheme], hasColour: Bool)
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case left
    }

    var title: String { "Theme" }
    var about: String {
        "The whole screen shows the marked theme. Enter keeps it for you; Esc leaves everything as it was."
    }
    var onTop: Action? { .shown }

    private var marked: OfferedTheme? { offered.indices.contains(selection) ? offered[selection] : nil }

    var theme: Theme? { if case .success(let theme) = marked?.theme { theme } else { nil } }

    var bindings: [Binding<Action>] {
        [
            Binding(
                .enter, name: "Keep", about: "Keep the marked theme, now and for the next time.", .chosen,
                unavailable: unusable),
            Binding(.escape, name: "As it was", about: "Leave everything as it was.", .left),
        ] + Binding.upAndDown("The theme above.", "The theme below.", Action.moved(by:))
            + offered.indices.prefix(9).map { index in
                Binding(
                    .character(Character("\(index + 1)")), name: "Mark \(offered[index].name)",
                    about: "Show the theme \(offered[index].name).", .rowPressed(index), hinted: false)
            }
    }

    private var unusable: String? {
        switch marked?.theme {
        case nil: "There is no theme."
        case .failure(let error): error.message
        case .success: nil
        }
    }

    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "themes" ? .rowPressed(index) : nil
    }

    func chosen(_ index: Int, in id: String) -> Action? { id == "themes" ? .rowChosen(index) : nil }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            return .latest("themes") { .found(try $0.setup.themes(), hasColour: $0.setup.hasColour) }
        case .found(let themes, let hasColour):
            offered = themes
            self.hasColour = hasColour
            selection = themes.firstIndex { $0.name == current } ?? 0
            return .none
        case .moved(let rows):
            selection = (selection + rows).row(of: offered)
            return .none
        case .rowPressed(let row):
            guard offered.indices.contains(row) else { return .none }
            selection = row
            return .none
        case .rowChosen(let row):
            guard offered.indices.contains(row) else { return .none }
            selection = row
            return update(.chosen)
        case .chosen:
            switch marked?.theme {
            case nil: return .none
            case .failure(let error): return .notice(Notice(error))
            case .success(let theme):
                return .all([.back, .set(.theme(theme)), .notice(Notice("The theme is \(theme.name).", .done))])
            }
        case .left: return .back
        }
    }

    mutating func configured(_ configuration: Configuration) { current = configuration.theme }
    mutating func resized(to size: Size) { self.size = size }

    var view: any Widget {
        let rows = min(max(1, offered.count), max(3, size.height / 3))
        if size.width >= 120 {
            return Row(spacing: 2) {
                list.fixed(36)
                ThemeSample().filling()
            }
        }
        return Column {
            list.fixed(rows)
            if !hasColour { Paragraph(Self.colourless, role: .warning) }
            Gap()
            ThemeSample().filling()
        }
    }

    private static let colourless = "Colour is switched off (NO_COLOR or --color never): the theme is kept for later."

    private var list: ListView {
        ListView(
            offered.map { theme in
                switch theme.theme {
                case .success:
                    let whose = theme.isOwn ? "your own" : ""
                    let now = theme.name == current ? "in use" : ""
                    return ListRow(theme.name, [whose, now].filter { !$0.isEmpty }.joined(separator: ", "))
                case .failure(let error): return ListRow(theme.name, error.message, role: .error)
                }
            }, columns: [ListColumn("", .fixed(16)), ListColumn("", .fill())], selection: selection, isNumbered: true,
            empty: "Reading.", id: "themes")
    }
}

/// One of everything that must be told apart, in the roles that the screens give it.
struct ThemeSample: Widget {
    private var content: Column {
        Column {
            Strip("Somebody INVENTED  born 1 January 1980", role: .identity)
            Banner("Full restriction: do not serve", role: .danger)
            Banner("Ask first", role: .caution)
            Banner("In line until 12:00", role: .good)
            Banner("No plan is in force", role: .info)
            Strip("A row that is chosen", role: .selected)
            Paragraph([
                Span("A row  "), Span("less important  ", .dim), Span("A title  ", .heading), Span("marked", .accent),
            ])
            Paragraph([
                Span("Field ", .dim), Span(" what is typed ", .fieldFocused), Span("  "), Span(" before ", .field),
            ])
            Paragraph([Span("Saved  ", .success), Span("Look here  ", .warning), Span("It failed", .error)])
        }
    }

    func height(forWidth width: Int) -> Int { content.height(forWidth: width) }

    func draw(on canvas: Canvas, theme: Theme) {
        content.draw(on: canvas, theme: theme)
    }

    /// To the ear what it shows would be a verdict, and over nobody.
    var lines: [String] { ["Lines have no colours: a theme is for the full screen."] }
}
