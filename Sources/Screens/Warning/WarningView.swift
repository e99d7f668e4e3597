import Casework
import Terminal
import Widgets

extension Warning {
    var content: any Widget {
        Column {
            VerdictBanner(open: open)
            if let warning = open.warning {
                alerts(warning)
                // Of another channel the verdict is another; the plan, of which each row tells a part, is the same.
                Fields(channels(warning) + people(warning) + rest(warning), standAlone: true)
            }
        }
    }

    private func alerts(_ warning: PlanWarning) -> [any Widget] {
        var banners: [any Widget] = []
        if warning.safetyAlert {
            banners.append(
                Banner(
                    "SAFETY ALERT",
                    details: [
                        "High risk to staff. Do not see this person alone; follow the site's plan. F8: emergency."
                    ],
                    role: .danger))
        }
        if warning.notificationAlert {
            banners.append(
                Banner("NOTIFICATION ALERT", details: ["Service centres are on watch for this person."], role: .caution)
            )
        }
        return banners
    }

    private func channels(_ warning: PlanWarning) -> [Fields.Row] {
        warning.channels.flatMap { rule in
            var rows = [
                Fields.Row(
                    rule.channel.name, "\(rule.level.name): \(rule.words)",
                    role: rule.level == .full ? .error : rule.level == .partial ? .warning : .text)
            ]
            // The reason above may tell them already.
            if let terms = rule.termsUnderNote, !open.tells(terms, of: rule.channel) {
                rows.append(Fields.Row(under: rule.channel.name, "terms: \(terms)"))
            }
            return rows + rule.brands.map { Fields.Row(under: rule.channel.name, $0, role: .warning) }
        }
    }

    private func people(_ warning: PlanWarning) -> [Fields.Row] {
        var rows = warning.managedByPs ? [Fields.Row("Managed by", "Personalised Services")] : []
        rows += warning.contacts.map { Fields.Row($0.role, $0.name) }
        if warning.contacts.isEmpty { rows.append(Fields.Row("OMC", "none named")) }
        rows.append(
            Fields.Row(
                "Reach them",
                "Triage line \(PlanWarning.triageLine), option \(warning.triageOption), \(PlanWarning.triageHours)"))
        return rows
    }

    private func rest(_ warning: PlanWarning) -> [Fields.Row] {
        var rows = [Fields.Row("Plan", "\(warning.plan) \(warning.endInWords)")]
        if warning.customerInformed == nil {
            rows.append(Fields.Row("Informed", "not yet: the customer may not know of the plan", role: .warning))
        }
        if let provider = warning.provider {
            rows.append(Fields.Row("Provider", "\(provider), an employment provider's plan: information only"))
        }
        rows += warning.flags.map { Fields.Row("Review", $0, role: .warning) }
        return rows
    }
}

/// What to do now, as a filled block: the first thing that is read.
struct VerdictBanner: Widget {
    let open: OpenRecord

    private var banner: Banner {
        var details = [open.judgement.reasonBelowHeadline].compactMap { $0 }
        if open.isPassedOn {
            details.insert("Personalised Services manages the plan, and its officer takes the call.", at: 0)
        }
        if let role = open.judgedWithOfficer { details.append(role) }
        if let remaining = open.judgement.remaining, open.judgement.decidedBy != .limit, !open.judgement.isLasting {
            details.append(
                "\(remaining.used) of \(remaining.limit) used this \(remaining.per.rawValue), \(remaining.left) left.")
        }
        details += open.judgement.warnings
        return Banner(open.headline, details: details, role: open.verdictRole)
    }

    func height(forWidth width: Int) -> Int { banner.height(forWidth: width) }
    func draw(on canvas: Canvas, theme: Theme) { banner.draw(on: canvas, theme: theme) }
    var lines: [String] { banner.lines }
}

/// What to do now, as the one line above the pages of a record; short of room, the verdict's own words come first.
struct VerdictStrip: Widget {
    let open: OpenRecord
    var trailing = ""

    func height(forWidth width: Int) -> Int { 1 }

    func draw(on canvas: Canvas, theme: Theme) {
        let isRoomy = TerminalText.width(of: open.headline) <= canvas.width - 2
        strip(isRoomy ? open.headline : open.shortHeadline).draw(on: canvas, theme: theme)
    }

    var lines: [String] { strip(open.headline).lines }

    private func strip(_ words: String) -> Strip { Strip(words, trailing: trailing, role: open.verdictRole) }
}

extension OpenRecord {
    /// Whether the reason of the verdict holds the words of the channel's terms.
    fileprivate func tells(_ terms: String, of channel: Channel) -> Bool {
        channel == attempt.channel && judgement.because.contains(terms)
    }

    var verdictRole: Role {
        guard warning != nil else { return .info }
        if isPassedOn { return .caution }
        switch judgement.verdict {
        case .inLine: return .good
        case .notInLine: return .danger
        case .ask: return .caution
        }
    }
}
