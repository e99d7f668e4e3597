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
            told("Mailed when the note is saved", mailed)
            told("Tell them yourself", toldInPerson)
            if !outcome.nextProcedures.isEmpty {
                Gap()
                Heading("Go on with")
                StepList(
                    outcome.nextProcedures.map { StepList.Row(name(of: $0)) }, selection: nil, id: listName)
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

    /// As the list of guides calls it. One that is there no more is called after its file: `threat-by-phone` is Threat by
    /// phone.
    func name(of id: Procedure.ID) -> String {
        if let title = setting.titles[id] { return title }
        let words = id.rawValue.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The last decision of the record, with its reason.
    private var deciding: [String] {
        guard let step = run.trail.last, step.by != .procedure else { return [] }
        return ["\(step.node.title): \(step.label(by: workClock)). \(step.because ?? "")"]
    }

    @ChildBuilder private func told(_ heading: String, _ people: [String]) -> [Child] {
        if !people.isEmpty {
            Gap()
            Heading(heading)
            for person in people { Paragraph("- \(person)", hanging: 2) }
        }
    }

    /// Whom the program mails: a mail goes with a note, and to the people of a plan (C1).
    private var recipients: [(role: NotifiedRole, id: StaffMember.ID?)] {
        guard let plan = open?.record.plan, !run.noteTypes.isEmpty else { return [] }
        return plan.recipients(for: run.notified, author: setting.officer)
    }

    private var mailed: [String] { recipients.map { $0.role.named($0.id, on: open?.record) } }

    /// Nobody is told what they did themselves, nor twice.
    private var toldInPerson: [String] {
        var told = Set(recipients.compactMap(\.id) + [setting.officer])
        return run.notified.compactMap { role in
            if recipients.contains(where: { $0.role == role }) { return nil }
            let id = open?.record.plan?.officer(role)
            if let id, !told.insert(id).inserted { return nil }
            return role.named(id, on: open?.record)
        }
    }
}

extension NotifiedRole {
    /// As `OMC: Tom Nguyen (PR0002), tom@example.org`; the role alone where nobody is named.
    fileprivate func named(_ id: StaffMember.ID?, on record: CustomerRecord?) -> String {
        guard let id, let record else { return name }
        let email = record.staff[id]?.email.map { ", \($0)" } ?? ""
        return "\(name): \(record.title(of: id))\(email)"
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
