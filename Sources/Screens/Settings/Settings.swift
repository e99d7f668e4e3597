import Casework
import Terminal
import Widgets

/// How the program is set up, and what leads to setting it up otherwise. A change holds at once.
struct Settings: Screen {
    var configuration = Configuration()
    var selection = 0
    /// Typed to find a site; nil while none is looked for.
    var siteQuery: TextBuffer?
    var siteSelection = 0
    /// The sites that the register knows.
    var sites: [String] = []
    private(set) var size = Size(width: 80, height: 18)

    enum Row: Int, CaseIterable {
        case theme, blanking, mouse, site, keys
    }

    enum Action: Sendable {
        case shown
        case sitesFound([String])
        case moved(by: Int)
        case rowPressed(Int)
        case rowChosen(Int)
        case chosen
        case stepped(by: Int)
        case typed(Key)
        case pasted(String)
        case siteMoved(by: Int)
        case sitePressed(Int)
        case siteChosen
        case siteLeft
        case left
    }

    /// Each state, for the table of keys.
    static var everyState: [Settings] {
        var asking = Settings()
        asking.siteQuery = TextBuffer("", allowsNewlines: false)
        return [Settings(), asking]
    }

    var title: String { siteQuery == nil ? "Settings" : "Your site" }
    var about: String {
        "Enter changes the marked line. What you choose holds at once, and is kept in config.yaml beside what you wrote "
            + "there yourself."
    }
    var isTyping: Bool { siteQuery != nil }
    var onTop: Action? { .shown }

    var row: Row { Row(rawValue: selection) ?? .theme }

    var bindings: [Binding<Action>] {
        if siteQuery != nil {
            return [
                Binding(
                    .enter, name: "Keep", about: "Keep the marked site.", .siteChosen,
                    unavailable: matching.isEmpty ? "No site is called so." : nil),
                Binding(.escape, name: "As it was", about: "Back to the settings.", .siteLeft),
            ] + Binding.upAndDown("The site above.", "The site below.", Action.siteMoved(by:))
        }
        return [
            Binding(.enter, name: "Change", about: "Change the marked line, or choose for it.", .chosen),
            Binding(.escape, name: "Back", about: "Back to the screen before.", .left),
        ]
            + Row.allCases.map { row in
                Binding(
                    .character(Character("\(row.rawValue + 1)")), name: name(of: row),
                    about: "Change this: \(name(of: row).lowercased()).", .rowChosen(row.rawValue), hinted: false)
            } + [
                Binding(.left, name: "Less", about: "Hide the screen sooner.", .stepped(by: -1), hinted: false),
                Binding(.right, name: "More", about: "Hide the screen later.", .stepped(by: 1), hinted: false),
            ] + Binding.upAndDown("The line above.", "The line below.", Action.moved(by:))
    }

    func typed(_ key: Key) -> Action? { isTyping ? .typed(key) : nil }
    func pasted(_ text: String) -> Action? { isTyping ? .pasted(text) : nil }

    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        switch id {
        case "settings": .rowPressed(index)
        case "sites": .sitePressed(index)
        default: nil
        }
    }

    func chosen(_ index: Int, in id: String) -> Action? {
        id == "settings" ? .rowChosen(index) : pressed(index, in: id, at: .zero)
    }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown: return .latest("sites") { .sitesFound(try $0.setup.sites()) }
        case .sitesFound(let names): sites = names
        case .moved(let rows): selection = (selection + rows).row(of: Row.allCases)
        case .rowPressed(let index):
            if index == selection { return change() }
            selection = index.row(of: Row.allCases)
        case .rowChosen(let index):
            selection = index.row(of: Row.allCases)
            return change()
        case .chosen: return change()
        case .stepped(let steps):
            return row == .blanking ? .set(.blanking(configuration.blanking.stepped(by: steps))) : .none
        case .typed(let key):
            if siteQuery?.changes(by: key) == true { siteSelection = 0 }
        case .pasted(let text):
            siteQuery?.insert(text)
            siteSelection = 0
        case .siteMoved(let rows): siteSelection = (siteSelection + rows).row(of: matching)
        case .sitePressed(let index):
            siteSelection = index
            return keepSite()
        case .siteChosen: return keepSite()
        case .siteLeft: siteQuery = nil
        case .left: return .back
        }
        return .none
    }

    private mutating func change() -> Effect<Action> {
        switch row {
        case .theme: return .open(ThemeChooser())
        case .blanking: return .set(.blanking(configuration.blanking.stepped(by: 1)))
        case .mouse: return .set(.mouse(!configuration.mouse))
        case .site:
            siteQuery = TextBuffer("", allowsNewlines: false)
            siteSelection = 0
            return .none
        case .keys: return .open(KeyList())
        }
    }

    /// What the site may be; nil, the first, for the one that the register has for the person.
    var matching: [String?] {
        let query = siteQuery?.text.lowercased() ?? ""
        return (query.isEmpty ? [nil] : []) + sites.filter { $0.lowercased().contains(query) }
    }

    private mutating func keepSite() -> Effect<Action> {
        guard matching.indices.contains(siteSelection) else { return .none }
        let site = matching[siteSelection]
        siteQuery = nil
        return .all([.set(.site(site)), .notice(Notice("Your site holds from the next start.", .done))])
    }

    mutating func configured(_ configuration: Configuration) { self.configuration = configuration }
    mutating func resized(to size: Size) { self.size = size }
}

extension Blanking {
    /// What is offered; any other number of minutes can be written into the file.
    private static let steps: [Blanking] = [1, 2, 5, 10, 15, 30, 60].map { .minutes($0) } + [.never]

    /// The next one offered, round and round.
    func stepped(by count: Int) -> Blanking {
        let places = Self.steps.count
        guard let place = Self.steps.firstIndex(of: self) else {
            // Between two that are offered: the next longer one.
            let length = duration ?? .zero
            let longer = Self.steps.firstIndex { ($0.duration ?? .seconds(Int64.max)) > length } ?? places - 1
            return Self.steps[count > 0 ? longer : (longer + places - 1) % places]
        }
        return Self.steps[(place + count + places) % places]
    }
}
