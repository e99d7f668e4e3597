import Casework
import Procedures
import Terminal
import Widgets

extension Guide {
    public var view: any Widget {
        if let overruling { return overruleView(overruling) }
        guard let open, hasStrip else { return steps }
        return Column {
            Strip((latest ?? open).headline, role: (latest ?? open).verdictRole).fixed(1)
            steps.filling()
        }
    }

    /// Rows from which the verdict stands above the step too.
    private static let heightForStrip = 12

    /// A work item is no contact, so no verdict stands above its steps.
    private var hasStrip: Bool { open != nil && procedure.id != Self.workItem && size.height >= Self.heightForStrip }

    private var steps: any Widget {
        if size.width >= 100 {
            return Row(spacing: 2) {
                Scroll(page, offset: offset).filling(2)
                Panel("So far", trail).filling(1)
            }
        }
        return Scroll(page, offset: offset)
    }

    /// The room that ``page`` scrolls in.
    var pageSize: Size {
        Size(
            width: size.width >= 100 ? size.width * 2 / 3 : size.width, height: max(0, size.height - (hasStrip ? 1 : 0))
        )
    }

    var page: any Widget {
        if let outcome = run.outcome { return outcomePage(outcome) }
        if let awaiting = run.awaiting { return questionPage(awaiting) }
        return Empty()
    }

    /// A fact that was passed and is another by now.
    @ChildBuilder private var changed: [Child] {
        if let change {
            Banner(
                "CHANGED at \(change.since)",
                details: change.facts
                    + (latest == nil ? [] : ["This outcome was reached before. j goes by what holds now."]),
                role: .caution)
        }
    }

    private func questionPage(_ awaiting: Awaiting) -> any Widget {
        let node = awaiting.node
        return Column {
            changed
            Gap()
            Heading(node.question)
            if let hint = node.hint { Paragraph(hint, role: .dim) }
            if let finding = awaiting.finding {
                Paragraph("The record cannot tell: \(finding.because)", role: .warning)
            }
            Gap()
            ListView(
                node.choices.map { ListRow($0.label) }, selection: selection, isNumbered: true,
                id: Self.answers(to: node)
            )
            Gap()
            if let say = node.say { Paragraph([Span("Say: ", .accent), Span(say)], hanging: 5) }
            for action in node.actions { Paragraph("- \(action)", hanging: 2) }
            if size.width < 100 { lastDecision }
            Paragraph(sourceLine(node.source, released: node.released), role: .dim)
        }
    }

    private func outcomePage(_ outcome: Procedure.Outcome) -> any Widget {
        Column {
            changed
            // On a small screen what to do comes before why.
            Banner(outcome.title, details: size.height < Self.heightForStrip ? [] : deciding, role: outcome.tone.role)
            Gap()
            if let say = outcome.say { Paragraph([Span("Say: ", .accent), Span(say)], hanging: 5) }
            for (index, action) in outcome.actions.enumerated() {
                Paragraph("\(index + 1). \(action)", hanging: 3)
            }
            if !outcome.notify.isEmpty {
                Gap()
                Heading("Tell")
                for line in notifications(outcome) { Paragraph("- \(line)", hanging: 2) }
            }
            Gap()
            if open != nil {
                Paragraph(
                    outcome.note == nil
                        ? "No plan note is asked for here." : "Enter writes the note: it begins with what was decided.",
                    role: .dim)
            }
            Paragraph(sourceLine(outcome.source, released: outcome.released), role: .dim)
        }
    }

    /// The last decision of the record, with its reason.
    private var deciding: [String] {
        guard let step = run.trail.last else { return [] }
        return ["\(step.node.title): \(label(step)). \(step.because ?? "")"]
    }

    private func notifications(_ outcome: Procedure.Outcome) -> [String] {
        let people = open?.record.plan?.people
        return outcome.notify.map { role in
            let id: StaffMember.ID? =
                switch role {
                case .omc: people?.omc
                case .backup: people?.backup
                case .psso: people?.psso
                case .employeeResponsible: people?.employeeResponsible
                case .teamLeader: nil
                }
            guard let id, let record = open?.record else { return role.name }
            let email = record.staff[id]?.email.map { ", \($0)" } ?? ""
            return "\(role.name): \(record.title(of: id))\(email)"
        }
    }

    private func sourceLine(_ source: String, released: Bool) -> String {
        released
            ? "Source: \(source)"
            : "Source: \(source), built from what the released documents say; the text was not released"
    }

    @ChildBuilder private var lastDecision: [Child] {
        if let step = run.trail.last {
            Gap()
            Paragraph("\(step.node.title): \(label(step)). \(step.because ?? "")", role: .dim, hanging: 2)
        }
    }

    private var trail: any Widget {
        Column {
            for step in run.trail {
                Paragraph(
                    [
                        Span("\(step.node.title): ", .heading), Span(label(step)),
                        Span(step.by == .record ? "  (record)" : "  (you)", .dim),
                    ], hanging: 2)
                if let because = step.because { Paragraph("  \(because)", role: .dim, hanging: 2) }
            }
        }
    }

    private func label(_ step: TrailStep) -> String { step.node.choice(step.answer)?.label ?? step.answer }

    private func overruleView(_ overruling: Overruling) -> any Widget {
        // The field comes before the record's reason, so that at 40x12 one sees what one types.
        Column {
            Heading("Decide otherwise than the record")
            Paragraph("\(overruling.step.node.title): the record says \(label(overruling.step)).")
            Paragraph([Span("You decide: ", .accent), Span(overruling.choice.label, .heading)])
            if overruling.step.node.choices.count > 2 { Paragraph("Up and Down choose another.", role: .dim) }
            TextField("Your reason", buffer: overruling.reason, placeholder: "it stands in the note", id: "reason")
            Gap()
            Paragraph(overruling.step.because.map { "The record's reason: \($0)" } ?? "", role: .dim)
        }
    }
}

extension Procedure.Outcome.Tone {
    var role: Role {
        switch self {
        case .serve: .good
        case .refuse: .danger
        case .transfer: .info
        case .ask: .caution
        }
    }
}
