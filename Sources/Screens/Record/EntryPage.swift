import Casework
import Terminal
import Widgets

/// One entry of a record, whole: what a mark of the timeline opens.
struct EntryPage: Screen {
    let text: EntryText
    var offset = 0
    private var size = Size(width: 80, height: 18)

    init(_ entry: RecordEntry, of open: OpenRecord, history: Record.History) {
        text = EntryText(entry: entry, open: open, history: history)
    }

    enum Action: Sendable {
        case scrolled(by: Int)
        case wentOn(GuideRun.ID)
        case guideOpened(any Screen)
        case left
    }

    var title: String { "\(text.entry.kind): \(text.entry.title)" }
    var about: String { "One entry of the record, whole." }
    var identity: Identity? { text.open.identity }

    var bindings: [Binding<Action>] {
        leaving + [
            Binding(.pageUp, name: "Page up", about: "A page up.", .scrolled(by: 2 - size.height), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page down", about: "A page down.", .scrolled(by: size.height - 2),
                hinted: false),
        ] + Binding.upAndDown("Scroll up.", "Scroll down.", Action.scrolled(by:))
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
