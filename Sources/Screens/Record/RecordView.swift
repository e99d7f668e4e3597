import Casework
import Terminal
import Widgets

extension Record {
    public var view: any Widget {
        Column {
            Strip(
                open.headline, trailing: open.warning.map { "\($0.plan) \($0.endInWords)" } ?? "",
                role: open.verdictRole
            ).fixed(1)
            Tabs(Tab.allCases.map(\.name), selection: tab.rawValue).fixed(1)
            page.filling()
        }
    }

    private var page: any Widget {
        switch tab {
        case .plan where size.width >= Self.widthForDetail:
            Row(spacing: 2) {
                Scroll(fields, offset: offset).filling(3)
                Panel("Latest notes and contacts", latest).filling(2)
            }
        case .plan, .people: Scroll(fields, offset: offset)
        case .notes: listed(noteRows, empty: history.isKnown ? "No note yet." : "Reading.", detail: noteDetail)
        case .contacts:
            listed(contactRows, empty: history.isKnown ? "No contact in 400 days." : "Reading.", detail: nil)
        }
    }

    var fields: any Widget { tab == .people ? people : plan }

    /// The list, and what is chosen in it: beside it where there is room, else below.
    private func listed(_ rows: [ListRow], empty: String, detail: (any Widget)?) -> any Widget {
        let list = ListView(
            rows, columns: [ListColumn("", .fixed(17)), ListColumn("", .fill(2)), ListColumn("", .fill(1), needs: 60)],
            selection: rows.isEmpty ? nil : selection, empty: empty, id: "rows")
        guard let detail, !rows.isEmpty else { return list }
        if size.width >= Self.widthForDetail {
            return Row {
                list.filling(); Panel("", Scroll(detail, offset: 0)).filling()
            }
        }
        let room = max(0, size.height - 2)
        return Column {
            list.fixed(min(rows.count, max(2, room / 3)))
            Rule().fixed(1)
            Scroll(detail, offset: 0).filling()
        }
    }

    /// Columns from which what is chosen stands beside the list.
    private static let widthForDetail = 120

    /// What an officer wants to know first of the past, where there is room beside the plan.
    private var latest: any Widget {
        Column {
            if history.isKnown, noteRows.isEmpty, contactRows.isEmpty { Paragraph("Nothing yet.", role: .dim) }
            for row in noteRows.prefix(8) + contactRows.prefix(8) {
                Paragraph(row.cells.filter { !$0.isEmpty }.joined(separator: "  "), role: row.role, hanging: 2)
            }
            if let content = newestNote {
                Gap()
                Heading("The newest note")
                NoteText(content: content)
            }
        }
    }

    private var newestNote: NoteContent? {
        let note = history.notes.first { $0.removal == nil }
        let report = history.reports.last
        guard let note else { return report?.content }
        guard let report, report.writtenAt > note.writtenAt else { return note.content }
        return report.content
    }

    // MARK: Plan

    private var plan: any Widget {
        guard let plan = open.record.plan else {
            return Column {
                Paragraph("No agency plan is in force. Every plan of this person was looked at.")
                Gap()
                others
            }
        }
        var rows: [Fields.Row] = [
            Fields.Row("Plan", "\(plan.id), \(plan.kind.rawValue), \(plan.term.name), in \(plan.system.rawValue)"),
            Fields.Row("In force", "\(plan.start.dated) to \(plan.end.dated), \(plan.state.name)"),
        ]
        if let span = history.span {
            rows.append(Fields.Row("Length", span.text))
            rows += span.warnings.map { Fields.Row("", $0, role: .warning) }
        }
        rows.append(Fields.Row("Managed by", plan.management == .ps ? "Personalised Services" : "zone \(plan.zone)"))
        rows.append(Fields.Row("Brands", plan.brands.map(\.name).joined(separator: ", ")))
        for channel in Channel.allCases { rows += restriction(plan.restriction(on: channel), on: channel) }
        rows += plan.variations.map { Fields.Row("Variation", variation($0)) }
        rows += plan.appointments.sorted { $0.at < $1.at }.map {
            Fields.Row("Appointment", "\(words($0.at)) at \($0.site)")
        }
        rows.append(
            Fields.Row(
                "Informed", plan.customerInformed?.dated ?? "not yet",
                role: plan.customerInformed == nil ? .warning : .text))
        rows += plan.flags.map { Fields.Row("Review", $0, role: .warning) }
        return Column {
            Fields(rows); Gap(); others
        }
    }

    private func restriction(_ restriction: Restriction, on channel: Channel) -> [Fields.Row] {
        var rows = [
            Fields.Row(
                channel.name, "\(restriction.level.name): \(restriction.words(on: channel))",
                role: restriction.level == .available ? .text : .warning)
        ]
        if restriction.level == .partial, !restriction.note.isEmpty {
            rows += restriction.terms.map { Fields.Row("", "term: \($0.inWords)") }
        }
        return rows
    }

    private func variation(_ variation: Variation) -> String {
        "\(variation.channel.name)\(variation.site.map { " at \($0)" } ?? ""), \(words(variation.from)) to "
            + "\(words(variation.to))\(variation.approvedBy.map { ", approved by \($0)" } ?? "")"
    }

    private func words(_ instant: Instant) -> String { open.judgement.zone.words(instant, from: open.attempt.at) }

    @ChildBuilder private var othersList: [Child] {
        let others = open.record.plans.filter { $0.id != open.record.plan?.id }
        if !others.isEmpty {
            Heading("Other plans")
            for plan in others {
                Paragraph(
                    "\(plan.id)  \(plan.start) to \(plan.end)  \(plan.provider ? "provider, " : "")\(plan.status.rawValue)"
                )
            }
        }
    }

    private var others: any Widget { Column(othersList) }

    // MARK: People

    private var people: any Widget {
        guard let plan = open.record.plan else { return Paragraph("No plan in force names anybody.", role: .dim) }
        let named: [(String, StaffMember.ID?)] = [
            ("OMC", plan.people.omc), ("Backup OMC", plan.people.backup), ("PSSO", plan.people.psso),
            ("Employee Responsible", plan.people.employeeResponsible), ("Approver", plan.people.approver),
        ]
        var rows: [Fields.Row] = named.compactMap { role, id in
            guard let id else { return nil }
            let staff = open.record.staff[id]
            let reach = [staff?.position, staff?.phone, staff?.email].compactMap { $0 }.filter { !$0.isEmpty }
            return Fields.Row(role, ([open.record.title(of: id)] + reach).joined(separator: ", "))
        }
        rows += plan.representatives.map { representative in
            let own = open.record.restrictedRepresentatives.contains(representative)
            return Fields.Row(
                representative.role.name.capitalised,
                representative.name + (own ? ": HAS A PLAN OF THEIR OWN, open that record first" : ""),
                role: own ? .error : .text)
        }
        return rows.isEmpty ? Paragraph("The plan names nobody.", role: .dim) : Fields(rows)
    }

    // MARK: Notes and contacts

    private var noteRows: [ListRow] {
        history.reports.map { report in
            ListRow(
                cells: [
                    stamp(report.writtenAt), "REPORT waiting: \(title(report.content.type))", report.author.rawValue,
                ],
                role: .warning)
        }
            + history.notes.map { note in
                ListRow(cells: [
                    stamp(note.writtenAt),
                    note.removal == nil ? title(note.content.type) : "\(title(note.content.type)), removed",
                    note.author.rawValue,
                ])
            }
    }

    private var noteDetail: (any Widget)? {
        let reports = history.reports.count
        if history.reports.indices.contains(selection) {
            return NoteText(content: history.reports[selection].content)
        }
        guard history.notes.indices.contains(selection - reports) else { return nil }
        let note = history.notes[selection - reports]
        if let removal = note.removal, note.content.fields.isEmpty {
            return Paragraph("Removed for \(removal.reason.name) by \(removal.by). Only CAPT may read it.", role: .dim)
        }
        return NoteText(content: note.content)
    }

    private var contactRows: [ListRow] {
        history.contacts.map { contact in
            let verdict =
                switch contact.verdict {
                case .inLine: "in line"
                case .notInLine: "NOT in line"
                case .ask: "asked"
                case nil: ""
                }
            let what = [contact.channel.name, contact.site ?? "", contact.refused ? "REFUSED" : "", verdict]
                .filter { !$0.isEmpty }.joined(separator: ", ")
            return ListRow(
                cells: [stamp(contact.occurredAt), what, contact.outcome ?? ""],
                role: contact.refused || contact.verdict == .notInLine ? .warning : .text)
        }
    }

    private func title(_ type: NoteType.ID) -> String { NoteType.named(type)?.title ?? type.rawValue }

    /// As `2026-03-04 14:05`, so that rows line up.
    private func stamp(_ instant: Instant) -> String {
        let (day, time, _) = open.judgement.zone.clock(at: instant)
        return "\(day) \(time)"
    }
}

/// A note to be read: its parts, then how the guide came to its outcome.
struct NoteText: Widget {
    let content: NoteContent

    private var column: Column {
        let parts = NoteType.named(content.type)?.parts(for: content.fields) ?? []
        return Column {
            for part in parts where content.isFilled(part) {
                Paragraph([Span("\(part.label): ", .heading), Span(content.fields[part.name] ?? "")])
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

extension String {
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
