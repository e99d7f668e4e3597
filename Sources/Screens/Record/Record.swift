import Casework
import Procedures
import Terminal
import Widgets

/// The open record: the verdict as a strip, and tabs for plan, notes, contacts and people.
public struct Record: Screen {
    var open: OpenRecord
    var tab = Tab.plan
    var history = History()
    /// The chosen note or contact.
    var selection = 0
    var offset = 0
    var size = Size(width: 80, height: 18)

    public init(_ open: OpenRecord) {
        self.open = open
    }

    enum Tab: Int, CaseIterable {
        case plan, notes, contacts, people

        var name: String {
            switch self {
            case .plan: "Plan"
            case .notes: "Notes"
            case .contacts: "Contacts"
            case .people: "People"
            }
        }
    }

    /// What is read beside the plan; empty until it has come.
    struct History: Sendable {
        var notes: [Note] = []
        var reports: [ContactReport] = []
        var contacts: [Contact] = []
        var span: SpanWords?
        var isKnown = false
    }

    public enum Action: Sendable {
        case shown
        case historyRead(HistoryRead)
        case judged(OpenRecord)
        case timePassed
        case tabChosen(Int)
        case tabMoved(by: Int)
        case moved(by: Int)
        case rowPressed(Int)
        case guideChosen(Procedure.ID)
        case guideOpened(Guide)
        case noteChosen
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

    /// The guide for the channel in use.
    private var mainGuide: Procedure.ID { Guide.procedure(for: open.attempt.channel) }

    public var bindings: [Binding<Action>] {
        let noPlan = open.warning == nil ? "No plan is in force, so there is no warning." : nil
        return [
            Binding(
                .enter, name: open.attempt.channel == .phone ? "Guide the call" : "Guide the visit",
                about: "Go through this contact step by step.", .guideChosen(mainGuide))
        ]
            + Tab.allCases.map { tab in
                Binding(
                    .character(Character("\(tab.rawValue + 1)")), name: tab.name,
                    about: "Show the tab \(tab.name.lowercased()).", .tabChosen(tab.rawValue), hinted: false)
            } + [
                Binding(.tab, .right, name: "Next tab", about: "Show the next tab.", .tabMoved(by: 1)),
                Binding(
                    .backTab, .left, name: "Tab before", about: "Show the tab before.", .tabMoved(by: -1), hinted: false
                ),
                Binding(.character("n"), name: "Note", about: "Write a note of any type.", .noteChosen),
                Binding(
                    .character("g"), name: "Guides", about: "Every procedure, and runs that wait or were left.",
                    .guidesChosen),
                Binding(
                    .character("d"), name: "Week", about: "When a contact is in line this week, as a picture.",
                    .weekChosen),
                Binding(
                    .character("w"), name: "Warning", about: "Show the whole warning again.", .warningChosen,
                    unavailable: noPlan),
                Binding(
                    .character("v"), name: "Visit", about: "Guide a visit to a service centre.",
                    .guideChosen(Guide.visit), hinted: false),
                Binding(
                    .character("c"), name: "Call", about: "Guide a call to a Smart Centre.", .guideChosen(Guide.call),
                    hinted: false),
                Binding(
                    .character("k"), name: "Work item", about: "Guide a work item or a call in processing.",
                    .guideChosen(Guide.workItem)),
                Binding(.up, name: "Up", about: "Row above, or scroll up.", .moved(by: -1), hinted: false),
                Binding(.down, name: "Down", about: "Row below, or scroll down.", .moved(by: 1), hinted: false),
                Binding(.pageUp, name: "Page up", about: "A page up.", .moved(by: 2 - size.height), hinted: false),
                Binding(
                    .pageDown, .character(" "), name: "Page down", about: "A page down.", .moved(by: size.height - 2),
                    hinted: false),
                Binding(.escape, name: "Back", about: "Close the record.", .left),
            ]
    }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        switch id {
        case "tabs": .tabChosen(index)
        case "rows": .rowPressed(index)
        default: nil
        }
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            let open = open
            return .all([
                .latest("history") { .historyRead(HistoryRead(history: try $0.history(of: open))) },
                .latest("judge") { .judged(try $0.judged(open, in: open.attempt.channel)) },
            ])
        case .historyRead(let read):
            history = read.history
            selection = min(selection, max(0, rowCount - 1))
            return .none
        case .judged(let judged):
            open = judged
            guard let seconds = open.standsFor else { return .none }
            return .rest(.seconds(min(seconds, 86_400)), "verdict", .timePassed)
        case .timePassed:
            let open = open
            return .latest("judge") { .judged(try $0.judged(open, in: open.attempt.channel)) }
        case .tabChosen(let index):
            tab = Tab(rawValue: index) ?? tab
            selection = 0
            offset = 0
            return .none
        case .tabMoved(let step):
            let count = Tab.allCases.count
            return update(.tabChosen((tab.rawValue + step + count) % count))
        case .moved(let rows):
            if isList {
                selection = min(max(0, selection + rows), max(0, rowCount - 1))
            } else {
                let room = Size(width: size.width, height: max(0, size.height - 2))
                offset = min(max(0, offset + rows), Scroll(fields, offset: offset).lastOffset(in: room))
            }
            return .none
        case .rowPressed(let row):
            selection = min(max(0, row), max(0, rowCount - 1))
            return .none
        case .guideChosen(let id):
            let open = open
            return .run { .guideOpened(try $0.guide(id, for: open)) }
        case .guideOpened(let guide): return .open(guide)
        case .guidesChosen: return .open(Guides(for: open))
        case .weekChosen: return .open(Week(of: open))
        case .noteChosen: return .open(NoteTypes(for: open))
        case .warningChosen: return .open(Warning(open, reading: true))
        case .left: return .back
        }
    }

    public mutating func resized(to size: Size) { self.size = size }

    private var isList: Bool { tab == .notes || tab == .contacts }
    var rowCount: Int { tab == .notes ? history.reports.count + history.notes.count : history.contacts.count }
}

/// How long a plan runs, counted both ways (P5), in words.
struct SpanWords: Sendable, Hashable {
    let text: String
    /// Where the end or the review window falls on holidays.
    let warnings: [String]
}

extension Services {
    func history(of open: OpenRecord) throws -> Record.History {
        let now = now()
        let id = open.customer.id
        return Record.History(
            notes: try desk.notes(of: id, at: now), reports: try desk.waitingReports(of: id, at: now),
            contacts: try desk.contacts(of: id, from: now - 400 * 86_400, to: now + 1, at: now),
            span: open.record.plan.map(spanWords), isKnown: true)
    }

    private func spanWords(of plan: Plan) -> SpanWords {
        let business = BusinessCalendar.businessDays(from: plan.start, to: plan.end)
        let counted = "\(business) business days as the incident system counts"
        do {
            let working = try desk.calendar.workingDays(from: plan.start, to: plan.end, in: plan.state)
            let holidays = try desk.calendar.holidays(from: plan.start, to: plan.end, in: plan.state)
                .filter(\.day.weekday.isBusinessDay)
            var warnings: [String] = []
            if let last = holidays.first(where: { $0.day == plan.end }) {
                warnings.append("The plan ends on a public holiday: \(last.name).")
            }
            let review = plan.end.advanced(by: -28)
            if let first = holidays.first(where: { $0.day == review }) {
                warnings.append("The 28-day review falls on a public holiday: \(first.name).")
            }
            let named =
                holidays.isEmpty
                ? ""
                : ", without "
                    + holidays.map { "\($0.name) \($0.day.shortWords)" }
                    .joined(separator: ", ")
            return SpanWords(text: "\(counted); \(working) working days\(named)", warnings: warnings)
        } catch {
            return SpanWords(text: counted, warnings: [error.message])
        }
    }
}
