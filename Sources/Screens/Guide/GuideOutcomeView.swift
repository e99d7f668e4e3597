import Casework
import Procedures
import Widgets

extension Guide {
    func outcomePage(_ outcome: Procedure.Outcome) -> any Widget {
        Column {
            changed
            // On a small screen what to do comes before why.
            Banner(outcome.title, details: size.height < Self.heightForStrip ? [] : deciding, role: outcome.tone.role)
            Gap()
            body(of: outcome)
            if !run.notified.isEmpty {
                Gap()
                Heading("Tell")
                for line in notifications { Paragraph("- \(line)", hanging: 2) }
            }
            if !outcome.nextProcedures.isEmpty {
                Gap()
                Heading("Go on with")
                StepList(
                    outcome.nextProcedures.map { StepList.Row(Self.name(of: $0)) }, selection: nil, id: listName)
            }
            Gap()
            Paragraph(noteLine, role: .dim)
            Paragraph(sourceLine(outcome.source, released: outcome.released), role: .dim)
        }
    }

    /// What a procedure run inside came to, before the run goes on.
    func interludePage(_ step: TrailStep) -> any Widget {
        Column {
            if let outcome = step.outcome {
                Banner(outcome.title, role: outcome.tone.role)
                Gap()
                body(of: outcome)
                Gap()
                Paragraph("Enter goes on with: \(step.within.last ?? procedure.title).", role: .dim)
                Paragraph(sourceLine(outcome.source, released: outcome.released), role: .dim)
            }
        }
    }

    @ChildBuilder private func body(of outcome: Procedure.Outcome) -> [Child] {
        if let role = outcome.role { Paragraph([Span("Who does this: ", .accent), Span(role, .heading)]) }
        for line in dueLines(outcome.due, reached: nil) { Paragraph("Due: \(line)", role: .warning) }
        if let say = outcome.say { Paragraph([Span("Say: ", .accent), Span(say)], hanging: 5) }
        for (index, action) in outcome.actions.enumerated() {
            Paragraph("\(index + 1). \(action)", hanging: 3)
        }
    }

    private var noteLine: String {
        let types = run.noteTypes
        guard !types.isEmpty else { return open == nil ? "" : "No plan note is asked for here." }
        if open == nil { return Self.noteOwed }
        guard types.count > 1 else { return "Enter writes the note: it begins with what was decided." }
        let titles = types.map { NoteType.named($0)?.title ?? $0.rawValue }
        return "Enter writes \(types.count) notes, one after the other: \(titles.joined(separator: "; ")). Each begins "
            + "with what was decided."
    }

    /// As people call it: `threat-by-phone` is Threat by phone.
    static func name(of id: Procedure.ID) -> String {
        let words = id.rawValue.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The last decision of the record, with its reason.
    private var deciding: [String] {
        guard let step = run.trail.last, step.by != .procedure else { return [] }
        return ["\(step.node.title): \(step.label(in: setting.schedule.zone)). \(step.because ?? "")"]
    }

    private var notifications: [String] {
        let people = open?.record.plan?.people
        return run.notified.map { role in
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
}

extension Procedure.Outcome.Tone {
    var role: Role {
        switch self {
        case .serve, .done: .good
        case .refuse: .danger
        case .transfer: .info
        case .ask: .caution
        }
    }
}
