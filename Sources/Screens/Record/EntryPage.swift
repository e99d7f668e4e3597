import Casework
import Terminal
import Widgets

/// One entry of a record, whole: what a mark of the timeline opens.
struct EntryPage: Screen {
    private(set) var text: EntryText
    var offset = 0
    private var size = Size(width: 80, height: 18)

    init(_ entry: RecordEntry, of open: OpenRecord, history: Record.History) {
        text = EntryText(entry: entry, open: open, history: history, hasKeys: true)
    }

    enum Action: Sendable {
        case shown
        case historyRead(Record.HistoryRead)
        case linkChosen(Int)
        case followUpChosen
        case scrolled(by: Int)
        case wentOn(GuideRun.ID)
        case guideOpened(any Screen)
        case left
    }

    var title: String { "\(text.entry.kind): \(text.entry.title)" }
    var about: String { "One entry of the record, whole." }
    var identity: Identity? { text.open.identity }
    /// What follows a note may have been written since.
    var onTop: Action? { isWritten ? .shown : nil }

    private var isWritten: Bool {
        switch text.entry {
        case .note, .report: true
        default: false
        }
    }

    private var links: [NoteLink] { text.history.links(of: text.entry) }

    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == EntryText.links ? .linkChosen(index) : nil
    }

    var bindings: [Binding<Action>] {
        leaving + (isWritten ? [.followUp(text.entry, hinted: true, .followUpChosen)] : []) + digits + [
            Binding(.pageUp, name: "Page up", about: "A page up.", .scrolled(by: 2 - size.height), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page down", about: "A page down.", .scrolled(by: size.height - 2),
                hinted: false),
        ] + Binding.upAndDown("Scroll up.", "Scroll down.", Action.scrolled(by:))
    }

    private var digits: [Binding<Action>] {
        links.prefix(9).enumerated().map { place, link in
            Binding(
                .character(Character("\(place + 1)")), name: link.direction.name,
                about: link.direction == .follows ? "Read the note that it follows." : "Read a note that follows it.",
                .linkChosen(place))
        }
    }

    /// Enter goes on with a run that has not ended, and leaves everything else.
    private var leaving: [Binding<Action>] {
        guard case .guide(let run) = text.entry, run.end == nil else {
            return [Binding(.escape, .enter, name: "Back", about: "Back to the record.", .left)]
        }
        return [
            Binding(.enter, name: "Go on", about: "Go on with the guide where it was left.", .wentOn(run.id)),
            Binding(.escape, name: "Back", about: "Back to the record.", .left),
        ]
    }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            let open = text.open
            return .latest("entry") { .historyRead(Record.HistoryRead(history: try $0.history(of: open))) }
        case .historyRead(let read):
            text = EntryText(
                entry: read.history.newest(of: text.entry), open: text.open, history: read.history, hasKeys: true)
            return .none
        case .linkChosen(let place):
            guard links.indices.contains(place) else { return .none }
            return .replace(EntryPage(links[place].entry, of: text.open, history: text.history))
        case .followUpChosen:
            guard case .note(let note) = text.entry else { return .none }
            return .open(
                NoteTypes(
                    for: text.open,
                    after: FollowedNote(note, in: text.open.judgement.zone, by: text.history.staff)))
        case .scrolled(let rows):
            offset = (offset + rows).clamped(to: 0...Scroll(text, offset: offset).lastOffset(in: room))
            return .none
        case .wentOn(let id):
            let open = text.open
            return .run { .guideOpened(try $0.resumption(of: id, on: open)) }
        case .guideOpened(let screen): return .open(screen)
        case .left: return .back
        }
    }

    mutating func resized(to size: Size) { self.size = size }

    private var room: Size { Size(width: size.width, height: max(0, size.height - 1)) }

    var view: any Widget {
        Column {
            VerdictStrip(open: text.open).fixed(1)
            Scroll(text, offset: offset).filling()
        }
    }
}
