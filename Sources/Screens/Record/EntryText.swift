import Casework
import Terminal
import Widgets

/// An entry of a record to be read whole.
struct EntryText: Widget {
    let entry: RecordEntry
    let open: OpenRecord
    let history: Record.History
    /// Whether the notes that it follows, and those that follow it, have numbers by which they open.
    var hasKeys = false

    func height(forWidth width: Int) -> Int { text.height(forWidth: width) }
    func draw(on canvas: Canvas, theme: Theme) { text.draw(on: canvas, theme: theme) }
    var lines: [String] { text.lines }
    var spoken: [Spoken] { text.spoken }

    private var zone: LocalZone { open.judgement.zone }

    private var text: any Widget {
        switch entry {
        case .plan(let plan): return of(plan)
        case .planEnd(let plan):
            return Column {
                Paragraph(
                    "\(plan.id) ends at midnight of \(plan.end.inWords), by itself, into standard servicing.")
                Gap()
                of(plan)
            }
        case .reminder(let reminder):
            return Column {
                Paragraph(
                    "\(reminder.day.inWords): \(reminder.kind.daysBefore) days before \(reminder.plan) ends, those who "
                        + "keep it are reminded of its review\(reminder.kind == .second ? " if nothing was done" : "")."
                )
                if let off = reminder.offDay { Paragraph("Nobody works that day (\(off.words)).", role: .warning) }
                Gap()
                open.record.plans.first { $0.id == reminder.plan }.map(of) ?? Empty()
            }
        case .contact(let contact): return of(contact)
        case .incident(let incident): return of(incident)
        case .report(let report):
            return Column {
                Paragraph(
                    "Written by \(title(report.author)), \(zone.stamp(report.writtenAt)); waits to be recorded.",
                    role: .dim)
                links
                NoteText(content: report.content)
            }
        case .note(let note): return of(note)
        case .guide(let run): return of(run)
        }
    }

    private func of(_ plan: Plan) -> any Widget {
        PlanText(
            plan: plan, span: plan.id == open.record.plan?.id ? history.span : nil,
            incidents: history.incidents.filter { $0.plan == plan.id }, zone: zone, now: open.attempt.at)
    }

    private func of(_ note: Note) -> any Widget {
        var written = "Written by \(title(note.author)), \(zone.stamp(note.writtenAt))"
        if note.recordedBy != note.author {
            written += "; recorded by \(title(note.recordedBy)), \(zone.stamp(note.recordedAt))"
        }
        return Column {
            Paragraph(written + (note.plan.map { ". Under \($0)." } ?? "."), role: .dim)
            if let removal = note.removal {
                Paragraph(
                    "Removed for \(removal.reason.name) by \(removal.by).\(note.content.fields.isEmpty ? " Only CAPT may read it." : "")",
                    role: .dim)
            }
            links
            if !note.content.fields.isEmpty { NoteText(content: note.content) }
        }
    }

    /// What it follows and what follows it (N2): before its words, which may be put right there.
    @ChildBuilder private var links: [Child] {
        let links = history.links(of: entry)
        if hasKeys {
            StepList(
                links.map { StepList.Row("\($0.direction.name): \(reference($0))") }, selection: nil, id: Self.links)
        } else {
            for link in links { Paragraph([Span("\(link.direction.name): ", .heading), Span(reference(link))]) }
        }
    }

    private func reference(_ link: NoteLink) -> String { link.entry.reference(in: zone, by: history.staff) }

    /// Names the notes that it leads to, to the mouse.
    static let links = "links"

    private func of(_ contact: Contact) -> any Widget {
        var rows = [
            Fields.Row("When", zone.stamp(contact.occurredAt)),
            Fields.Row(
                "Channel",
                contact.channel == .phone && !contact.smartCentre ? "Phone, to the OMC or PSSO" : contact.channel.name),
        ]
        if let site = contact.site { rows.append(Fields.Row("Site", site)) }
        switch contact.verdict {
        case .inLine: rows.append(Fields.Row("Verdict", "in line"))
        case .notInLine: rows.append(Fields.Row("Verdict", "NOT in line", role: .warning))
        case .ask: rows.append(Fields.Row("Verdict", "asked"))
        case nil: break
        }
        if contact.refused { rows.append(Fields.Row("Refused", "yes: it counts against no limit", role: .warning)) }
        if let outcome = contact.outcome { rows.append(Fields.Row("Outcome", outcome)) }
        if let staff = contact.staff { rows.append(Fields.Row("Staff", title(staff))) }
        if let plan = contact.plan { rows.append(Fields.Row("Under", plan.rawValue)) }
        return Fields(rows)
    }

    private func of(_ incident: Incident) -> any Widget {
        var rows = [
            Fields.Row("Incident", "\(incident.id), in \(incident.system.rawValue), \(incident.status.rawValue)"),
            Fields.Row("Happened", zone.stamp(incident.occurredAt)),
        ]
        if let site = incident.site { rows.append(Fields.Row("Site", site)) }
        rows.append(
            Fields.Row(
                "Severity", incident.severity.rawValue, role: incident.severity == .serious ? .error : .text))
        rows += incident.behaviours.enumerated().map { index, behaviour in
            Fields.Row(index == 0 ? "Behaviour" : "", behaviour.name)
        }
        if let plan = incident.plan { rows.append(Fields.Row("Plan", plan.rawValue)) }
        rows.append(
            Fields.Row("Recorded", "\(zone.stamp(incident.recordedAt)) by \(title(incident.recordedBy))"))
        if incident.callsForSafetyAlert {
            rows.append(
                Fields.Row("Alert", "after such behaviour a safety alert must be considered", role: .warning))
        }
        return Column {
            Fields(rows)
            Gap()
            Paragraph(incident.summary)
        }
    }

    private func of(_ run: GuideRun.Head) -> any Widget {
        var rows = [
            Fields.Row("Guide", "\(run.title), version \(run.version)"),
            Fields.Row("Begun", "\(zone.stamp(run.begunAt)) by \(title(run.begunBy))"),
        ]
        if let end = run.end {
            rows.append(Fields.Row("Ended", "\(zone.stamp(end.at)): \(end.title)"))
        } else {
            if let step = run.awaiting { rows.append(Fields.Row("At", step, role: .warning)) }
            if let until = run.heldUntil { rows.append(Fields.Row("Waits until", zone.stamp(until), role: .warning)) }
        }
        rows.append(Fields.Row("Last by", "\(title(run.savedBy)), \(zone.stamp(run.savedAt))"))
        return Fields(rows)
    }

    private func title(_ id: StaffMember.ID) -> String { history.staff.title(of: id) }
}

/// A note to be read: its parts, then how the guide came to its outcome.
struct NoteText: Widget {
    let content: NoteContent

    private var column: Column {
        Column {
            for part in content.filledParts {
                Paragraph([Span("\(part.label): ", .heading), Span(part.words(for: content.fields[part.name] ?? ""))])
            }
            if !content.trail.isEmpty {
                Gap()
                Paragraph("How it was decided", role: .dim)
                for line in content.trail { Paragraph("- \(line)", role: .dim, hanging: 2) }
            }
        }
    }

    func height(forWidth width: Int) -> Int { column.height(forWidth: width) }
    func draw(on canvas: Canvas, theme: Theme) { column.draw(on: canvas, theme: theme) }
    var lines: [String] { column.lines }
}
