import Casework
import Terminal
import Widgets

/// What tells a person found from others, and how their plan stands: no more than a list may show, for their record is
/// not open yet.
struct FoundText: Widget {
    let found: Desk.Found

    func height(forWidth width: Int) -> Int { fields.height(forWidth: width) }
    func draw(on canvas: Canvas, theme: Theme) { fields.draw(on: canvas, theme: theme) }
    var lines: [String] { fields.lines }

    private var fields: Fields {
        var rows = found.match.customer.rowsOfFound
        if found.isNamesake {
            rows.append(Fields.Row("Take care", "another person in the list has the same name", role: .warning))
        }
        rows.append(Fields.Row("Found by", found.match.why.joined(separator: ", ")))
        guard let plan = found.plan else { return Fields(rows + [Fields.Row("Plan", "none in force")]) }
        if plan.safetyAlert { rows.append(Fields.Row("Alert", "SAFETY ALERT", role: .error)) }
        rows.append(Fields.Row("Plan", "\(plan.id), to \(plan.end.dated)", role: .warning))
        rows += Channel.allCases.map { channel in
            let restriction = plan.restriction(on: channel)
            let apart = restriction.levelsApart.map { " (\($0))" } ?? ""
            let isOpen = restriction.level == .available && apart.isEmpty
            return Fields.Row(
                channel.name, "\(restriction.level.name)\(apart): \(restriction.words(on: channel))",
                role: restriction.level == .full ? .error : isOpen ? .text : .warning)
        }
        return Fields(rows)
    }
}
