import Casework
import Terminal
import Widgets

/// A plan to be read: what an officer needs at once, the restrictions, before what only its keepers need.
struct PlanText: Widget {
    let plan: Plan
    var span: PlanLength?
    /// Those that the plan follows or that broke it.
    let incidents: [Incident]
    let zone: LocalZone
    let now: Instant

    func height(forWidth width: Int) -> Int { fields.height(forWidth: width) }
    func draw(on canvas: Canvas, theme: Theme) { fields.draw(on: canvas, theme: theme) }
    var lines: [String] { fields.lines }

    private var fields: Fields {
        var rows: [Fields.Row] = [
            Fields.Row("Plan", "\(plan.id), \(plan.kind.rawValue), \(plan.term.name), in \(plan.system.rawValue)"),
            Fields.Row(
                plan.status == .active ? "In force" : "Days",
                "\(plan.start.dated) to \(plan.end.dated), \(plan.state.name)"),
        ]
        if plan.status != .active || plan.provider { rows.append(Fields.Row("Stands", plan.standing)) }
        for channel in Channel.allCases { rows += restriction(plan.restriction(on: channel), on: channel) }
        rows += plan.flags.map { Fields.Row("Review", $0, role: .warning) }
        rows += plan.variations.map { Fields.Row("Variation", variation($0)) }
        rows += plan.appointments.sorted { $0.at < $1.at }.map {
            Fields.Row("Appointment", "\(dayAndTime($0.at)) at \($0.site)")
        }
        rows.append(
            Fields.Row(
                "Informed", plan.customerInformed?.dated ?? "not yet",
                role: plan.customerInformed == nil ? .warning : .text))
        rows += incidents.map {
            Fields.Row("Incident", "\($0.id), \(zone.stamp($0.occurredAt)), \($0.severity.rawValue)")
        }
        rows.append(Fields.Row("Managed by", plan.management == .ps ? "Personalised Services" : "zone \(plan.zone)"))
        rows.append(Fields.Row("Brands", plan.brands.map(\.name).joined(separator: ", ")))
        if let span {
            rows.append(Fields.Row("Length", span.words))
            rows += span.warnings.map { Fields.Row("", $0.words, role: .warning) }
        }
        return Fields(rows)
    }

    private func restriction(_ restriction: Restriction, on channel: Channel) -> [Fields.Row] {
        var rows = [
            Fields.Row(
                channel.name, "\(restriction.level.name): \(restriction.words(on: channel))",
                role: restriction.level == .available ? .text : .warning)
        ]
        if let terms = restriction.termsUnderNote(on: channel) {
            rows.append(Fields.Row(under: channel.name, "terms: \(terms)"))
        }
        return rows
            + restriction.brandsInWords(on: channel).map {
                Fields.Row(under: channel.name, $0, role: .warning)
            }
    }

    private func variation(_ variation: Variation) -> String {
        let isOneDay = zone.day(at: variation.from) == zone.day(at: variation.to)
        let end = isOneDay ? zone.clock(at: variation.to).time.inWords : dayAndTime(variation.to)
        return "\(variation.channel.name)\(variation.site.map { " at \($0)" } ?? ""), "
            + "\(dayAndTime(variation.from)) to \(end)\(variation.approvedBy.map { ", approved by \($0)" } ?? "")"
    }

    /// With the day, of today too: in a list of days a time alone would read as every day's.
    private func dayAndTime(_ instant: Instant) -> String {
        let words = zone.words(instant, from: now)
        let day = zone.day(at: instant)
        return day == zone.day(at: now) ? "today, \(day.weekday.name) \(day.shortWords), \(words)" : words
    }
}
