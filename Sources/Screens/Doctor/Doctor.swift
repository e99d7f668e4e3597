import Casework
import Terminal
import Widgets

/// What the program stands on: each thing that was looked at, the faults first, with what to do.
struct Doctor: Screen {
    private(set) var checks: [HealthCheck] = []
    private(set) var isLooking = false
    private(set) var selection = 0
    private(set) var offset = 0
    private var size = Size(width: 80, height: 18)

    enum Action: Sendable {
        case shown
        case looked([HealthCheck])
        /// Nothing wakes the linear face but time.
        case timePassed
        case moved(by: Int)
        case scrolled(by: Int)
        case rowPressed(Int)
        case left
    }

    var title: String { "Doctor" }
    var about: String {
        "Looks at the terminal, time zones, the register and its disk, the guides, the themes and the log. No record is "
            + "opened. What is wrong stands first, with what to do."
    }
    var onTop: Action? { .shown }

    private var chosen: HealthCheck? { checks.indices.contains(selection) ? checks[selection] : nil }

    var bindings: [Binding<Action>] {
        [
            Binding(
                .enter, .character("r"), name: "Look again", about: "Look at everything anew.", .shown,
                unavailable: isLooking ? "It is looking." : nil),
            Binding(.escape, name: "Back", about: "Back to the screen before.", .left),
        ] + Binding.upAndDown("The finding above.", "The finding below.", Action.moved(by:))
            + Binding.pages(
                of: 5, "Scroll the chosen finding up.", "Scroll the chosen finding down.", Action.scrolled(by:))
    }

    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "findings" ? .rowPressed(index) : nil
    }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            guard !isLooking else { return .none }
            isLooking = true
            return .all([.apart { .looked($0.examine()) }, update(.timePassed)])
        case .timePassed: return isLooking ? .rest(.milliseconds(200), "looking", .timePassed) : .none
        case .looked(let found):
            isLooking = false
            // The order of looking stays within each state.
            checks = HealthCheck.State.allCases.reversed().flatMap { state in found.filter { $0.state == state } }
            selection = selection.row(of: checks)
        case .moved(let rows): choose(selection + rows)
        case .rowPressed(let row): choose(row)
        case .scrolled(let rows): offset = (offset + rows).clamped(to: 0...findings.lastOffset(in: findingsSize))
        case .left: return .back
        }
        return .none
    }

    private mutating func choose(_ row: Int) {
        selection = row.row(of: checks)
        offset = 0
    }

    mutating func resized(to size: Size) { self.size = size }

    // MARK: Picture

    var view: any Widget {
        Column {
            conclusion
            Gap()
            if checks.isEmpty { Empty() } else { findings.filling() }
        }
    }

    private var findingsSize: Size {
        Size(width: size.width, height: max(0, size.height - 1 - conclusion.height(forWidth: size.width)))
    }

    private var conclusion: Paragraph {
        guard !checks.isEmpty else { return Paragraph(isLooking ? "Looking." : "Nothing was looked at.", role: .dim) }
        let warnings = checks.count { $0.state == .warning }
        let isWell = !checks.contains { $0.state == .fault }
        let more = warnings == 0 ? "" : warnings == 1 ? " 1 warning." : " \(warnings) warnings."
        return Paragraph(
            HealthCheck.conclusion(of: checks) + more, role: !isWell ? .error : warnings > 0 ? .warning : .success)
    }

    private var findings: ListAndDetail {
        ListAndDetail(
            list: ListView(
                checks.map { check in
                    ListRow(
                        check.mark, "\(check.area), \(check.name)", check.finding, detail: check.remedy ?? "",
                        role: check.state.role)
                },
                columns: [ListColumn("", .fixed(7)), ListColumn("", .fill(1)), ListColumn("", .fill(2), needs: 60)],
                selection: selection, id: "findings"),
            detail: detail, offset: offset)
    }

    private var detail: any Widget {
        guard let chosen else { return Empty() }
        return Column {
            Paragraph("\(chosen.area.capitalisedFirst), \(chosen.name): \(chosen.finding)", role: chosen.state.role)
            if let remedy = chosen.remedy {
                Gap()
                Paragraph(remedy)
            }
        }
    }
}

extension HealthCheck.State {
    fileprivate var role: Role {
        switch self {
        case .ok: .text
        case .warning: .warning
        case .fault: .error
        }
    }
}
