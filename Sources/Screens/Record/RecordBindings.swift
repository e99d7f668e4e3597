import Casework
import Terminal

extension Record {
    public var bindings: [Binding<Action>] {
        let noPlan = open.warning == nil ? "No plan is in force, so there is no warning." : nil
        let isTimeline = tab == .timeline
        let brand = open.brandKey(Action.brandChosen)
        return first + (open.asksBrand ? [brand] : []) + (isTimeline ? alongTime : [])
            + Tab.allCases.map { tab in
                Binding(
                    .character(Character("\(tab.rawValue + 1)")), name: tab.name,
                    about: "Show the \(tab.name.lowercased()).", .tabChosen(tab.rawValue), hinted: false)
            } + written + [
                Binding(
                    .character("g"), name: "Guides", about: "Every procedure, and runs that wait or were left.",
                    .guidesChosen),
                Binding(
                    .character("d"), name: "Week", about: "When a contact is in line, as a picture of weeks.",
                    .weekChosen, hinted: !isTimeline),
                Binding(
                    .character("w"), name: "Warning", about: "Show the whole warning again.", .warningChosen,
                    unavailable: noPlan, hinted: !isTimeline),
                Binding(
                    .character("v"), name: "Visit", about: "Guide a visit to a service centre.",
                    .guideChosen(Guide.visit), hinted: false),
                Binding(
                    .character("c"), name: "Call", about: "Guide a call to a Smart Centre.", .guideChosen(Guide.call),
                    hinted: false),
                Binding(
                    .character("k"), name: "Work item", about: "Guide a work item or a call in processing.",
                    .guideChosen(Guide.workItem), hinted: !isTimeline),
                Binding(
                    .character("a"), name: "Audit", about: "Who opened, searched and changed this record, and when.",
                    .auditChosen, unavailable: open.mayReadAudit ? nil : Self.auditRefusal, hinted: false),
            ] + (open.asksBrand ? [] : [brand]) + (isTimeline ? tabs() : tabs(.right, .left) + rows) + [
                Binding(.escape, name: "Back", about: "Close the record.", .left)
            ]
    }

    private static let auditRefusal =
        "The audit trail of a record is read by \(Permission.readAudit.holders.map(\.name).joined(separator: " and "))."

    /// What Enter does: on the timeline it opens, elsewhere it goes on with the contact.
    private var first: [Binding<Action>] {
        guard tab == .timeline else {
            return [
                Binding(
                    .enter, name: guideName,
                    about: "Go through this contact step by step.", .guideChosen(mainGuide))
            ]
        }
        return [
            Binding(
                .enter, name: "Open", about: "Read the chosen entry whole.", .entryOpened(nil),
                unavailable: timeline.chosen == nil ? "Nothing stands on the timeline yet." : nil)
        ]
    }

    /// To write, and to read what is written. On the timeline Enter opens.
    private var written: [Binding<Action>] {
        let isTimeline = tab == .timeline
        let keys: [Binding<Action>] = [
            Binding(
                .character("n"), name: "Note", about: "Write a note of any type.", .noteChosen, hinted: !isTimeline),
            .followUp(entry, hinted: tab == .notes && entry != nil, .followUpChosen),
        ]
        return isTimeline ? keys : keys + [whole]
    }

    private var whole: Binding<Action> {
        Binding(
            .character("o"), name: "Open", about: "Read the chosen entry whole.", .entryOpened(nil),
            unavailable: entry == nil ? "Nothing is chosen here. Notes, contacts and incidents are lists." : nil,
            hinted: entry.map { !history.links(of: $0).isEmpty } ?? false)
    }

    private var guideName: String {
        switch open.attempt.channel {
        case .faceToFace: "Guide the visit"
        case .phone: "Guide the call"
        case .writing: "Guide the work item"
        }
    }

    private var alongTime: [Binding<Action>] {
        [
            Binding(.left, name: "Earlier", about: "Look at earlier days.", .timeScrolled(by: -1)),
            Binding(.right, name: "Later", about: "Look at later days.", .timeScrolled(by: 1)),
            Binding(
                .character("+"), .character("="), name: "Closer", about: "See fewer days, wider apart.",
                .zoomed(by: -1), unavailable: timeline.zoom.next(-1) == nil ? "No closer: two weeks are seen." : nil),
            Binding(
                .character("-"), name: "Wider", about: "See more days, closer together.", .zoomed(by: 1),
                unavailable: timeline.zoom.next(1) == nil ? "No wider: two years are seen." : nil),
            Binding(.home, name: "Today", about: "Look at the days around today.", .todayChosen),
            Binding(.up, name: "Entry before", about: "Choose the entry before.", .moved(by: -1), hinted: false),
            Binding(.down, name: "Entry after", about: "Choose the entry after.", .moved(by: 1), hinted: false),
            Binding(
                .pageUp, name: "Page earlier", about: "As many days earlier.", .timeScrolled(by: -4), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page later", about: "As many days later.", .timeScrolled(by: 4),
                hinted: false),
        ]
    }

    private func tabs(_ right: Key? = nil, _ left: Key? = nil) -> [Binding<Action>] {
        [
            Binding(
                [.tab] + [right].compactMap(\.self), name: "Next tab", about: "Show the next tab.",
                .tabMoved(by: 1)),
            Binding(
                [.backTab] + [left].compactMap(\.self), name: "Tab before", about: "Show the tab before.",
                .tabMoved(by: -1), hinted: false),
        ]
    }

    private var rows: [Binding<Action>] {
        Binding.upAndDown("Row above, or scroll up.", "Row below, or scroll down.", Action.moved(by:))
            + Binding.pages(
                of: 1, "A page up; in a list, of what is chosen.", "A page down; in a list, of what is chosen.", page)
    }

    private func page(_ sign: Int) -> Action {
        isList
            ? .detailScrolled(by: sign * max(1, entries.detailRoom(in: listSize).height - 1))
            : .moved(by: sign * max(1, size.height - 2))
    }
}
