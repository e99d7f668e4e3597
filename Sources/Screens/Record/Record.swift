import Casework
import Procedures
import Terminal
import Widgets

/// The open record: the verdict as a strip, and tabs for all that is kept of the person.
public struct Record: Screen {
    var open: OpenRecord { didSet { list() } }
    var tab = Tab.plan { didSet { list() } }
    var history = History() { didSet { list() } }
    /// The entries of a tab that lists them, and what its list says of each: made when they come, since a record may have
    /// thousands and a picture is drawn at each key.
    private(set) var listed: [RecordEntry] = []
    private(set) var listRows: [ListRow] = []
    /// For the tab of the plan: notes and reports, the newest first.
    private(set) var newest: [RecordEntry] = []
    /// The chosen note, contact or incident.
    var selection = 0
    /// How far the page, or the detail beside a list, is scrolled.
    var offset = 0
    var timeline = Timeline()
    var size = Size(width: 80, height: 18)

    public init(_ open: OpenRecord) {
        self.open = open
    }

    enum Tab: Int, CaseIterable {
        case plan, notes, contacts, incidents, people, timeline

        var name: String {
            switch self {
            case .plan: "Plan"
            case .notes: "Notes"
            case .contacts: "Contacts"
            case .incidents: "Incidents"
            case .people: "People"
            case .timeline: "Timeline"
            }
        }
    }

    public enum Action: Sendable {
        case shown
        case historyRead(HistoryRead)
        case judged(OpenRecord)
        case brandChosen(Brand?)
        case timePassed
        case tabChosen(Int)
        case tabMoved(by: Int)
        case moved(by: Int)
        case detailScrolled(by: Int)
        case rowPressed(Int)
        case timeScrolled(by: Int)
        case zoomed(by: Int)
        case todayChosen
        case entryPressed(Int)
        case entryOpened(Int?)
        case auditChosen
        case guideChosen(Procedure.ID)
        case guideOpened(any Screen)
        case noteChosen
        case followUpChosen
        case guidesChosen
        case weekChosen
        case warningChosen
        case left
    }

    /// Carries a ``History`` through an action.
    public struct HistoryRead: Sendable {
        let history: History
    }

    public var title: String { "Record" }
    public var about: String {
        "The strip says what to do now. Enter guides the contact step by step and drafts its note."
    }
    public var identity: Identity? { open.identity }
    public var onTop: Action? { .shown }
    /// The tabs, and what stands below.
    public var keysAhead: [Key] {
        let tabs = Tab.allCases.filter { $0 != tab }.map { Key.character(Character("\($0.rawValue + 1)")) }
        return history.isKnown ? [.tab, .down] + tabs : []
    }
    public var onChange: Action? { .shown }

    /// The guide for the channel in use.
    var mainGuide: Procedure.ID { Guide.procedure(for: open.attempt.channel) }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        switch id {
        case "tabs": .tabChosen(index)
        case "rows": .rowPressed(index)
        case Timeline.id: .entryPressed(index)
        default: nil
        }
    }

    public func chosen(_ index: Int, in id: String) -> Action? {
        id == Timeline.id ? .entryOpened(index) : pressed(index, in: id, at: .zero)
    }

    public var wheel: (up: Key, down: Key) { tab == .timeline ? (.left, .right) : (.up, .down) }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown: return .all([readHistory, judge])
        case .historyRead(let read):
            let before = chosen
            history = read.history
            // What others add stands above it: what was chosen stays what keys are about.
            selection = listed.firstIndex { $0 == before } ?? selection.row(of: listed)
            showTimeline()
            return .none
        case .judged(let judged):
            // No key asked for it: an Enter just pressed was meant for the record.
            if judged.isWarningUnread { return .replace(Warning(judged, cameOfItself: true)) }
            open = judged
            if history.isKnown { showTimeline() }
            guard let seconds = open.standsFor else { return .none }
            return .rest(.seconds(min(seconds, 86_400)), "verdict", .timePassed)
        case .brandChosen(let brand):
            let open = open
            return .latest("judge") { .judged(try $0.judged(open, for: brand)) }
        case .timePassed: return judge
        case .tabChosen(let index):
            tab = Tab(rawValue: index) ?? tab
            selection = 0
            offset = 0
            return .none
        case .tabMoved(let step):
            let count = Tab.allCases.count
            return update(.tabChosen((tab.rawValue + step + count) % count))
        case .moved(let rows):
            if tab == .timeline {
                timeline.move(by: rows)
            } else if isList {
                selection = (selection + rows).row(of: listed)
                offset = 0
            } else {
                offset = (offset + rows).clamped(to: 0...Scroll(fields, offset: offset).lastOffset(in: pageSize))
            }
            return .none
        case .detailScrolled(let rows):
            offset = (offset + rows).clamped(to: 0...entries.lastOffset(in: listSize))
            return .none
        case .rowPressed(let row):
            selection = row.row(of: listed)
            offset = 0
            return .none
        case .timeScrolled(let quarters):
            timeline.scroll(by: quarters)
            return .none
        case .zoomed(let step):
            timeline.zoom(by: step)
            return .none
        case .todayChosen:
            timeline.showToday()
            return .none
        case .entryPressed(let index):
            guard timeline.selection == index else {
                timeline.choose(index)
                return .none
            }
            return update(.entryOpened(index))
        case .entryOpened(let index):
            if let index { timeline.choose(index) }
            return entry.map { .open(EntryPage($0, of: open, history: history)) } ?? .none
        case .guideChosen(let id):
            let open = open
            return .run { .guideOpened(try $0.beginning(of: id, on: open)) }
        case .guideOpened(let screen): return .open(screen)
        case .guidesChosen: return .open(Guides(for: open))
        case .weekChosen: return .open(Week(of: open))
        case .auditChosen: return .open(AuditTrail(of: open))
        case .noteChosen: return .open(NoteTypes(for: open, drafts: history.drafts))
        case .followUpChosen:
            guard case .note(let note) = entry else { return .none }
            return .open(
                NoteTypes(for: open, after: FollowedNote(note, in: open.judgement.zone, by: history.staff)))
        case .warningChosen: return .open(Warning(open, reading: true))
        case .left: return .back
        }
    }

    public mutating func resized(to size: Size) { self.size = size }

    private var readHistory: Effect<Action> {
        let open = open
        return .latest("history") { .historyRead(HistoryRead(history: try $0.history(of: open))) }
    }

    private var judge: Effect<Action> {
        let open = open
        return .latest("judge") { .judged(try $0.judged(open, in: open.attempt.channel)) }
    }

    private mutating func showTimeline() {
        let zone = open.judgement.zone
        timeline.show(history.entries(of: open.record), at: open.attempt.at, in: zone)
    }

    var isList: Bool { tab == .notes || tab == .contacts || tab == .incidents }

    private mutating func list() {
        listed =
            switch tab {
            case .notes: history.written
            case .contacts: history.contacts.map { .contact($0) }
            case .incidents: history.incidents.map { .incident($0) }
            case .plan, .people, .timeline: []
            }
        listRows = listed.map(row)
        let zone = open.judgement.zone
        newest =
            tab == .plan
            ? history.written.map { (stamp: $0.stamp(in: zone), entry: $0) }.sorted { $0.stamp > $1.stamp }.map(\.entry)
            : []
    }

    /// What is chosen on the open tab, be it a list or the timeline.
    var entry: RecordEntry? { tab == .timeline ? timeline.chosen : chosen }

    var chosen: RecordEntry? { listed.indices.contains(selection) ? listed[selection] : nil }
}
