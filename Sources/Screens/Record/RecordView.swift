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
        case .plan where isWide:
            Row(spacing: 2) {
                Scroll(fields, offset: offset).filling(3)
                Panel("Latest notes and contacts", latest).filling(2)
            }
        case .plan, .people: Scroll(fields, offset: offset)
        case .notes: listed(empty: "No note yet.")
        case .contacts: listed(empty: "No contact in two years.")
        case .incidents: listed(empty: "No incident stands on this record.")
        case .timeline: timelinePage
        }
    }

    var fields: any Widget { tab == .people ? people : plan }

    private var zone: LocalZone { open.judgement.zone }

    private func row(_ entry: RecordEntry) -> ListRow {
        if case .report = entry {
            return ListRow(
                cells: [entry.stamp(in: zone), "\(entry.kind): \(entry.title)", entry.trailing], role: entry.role)
        }
        return ListRow(cells: [entry.stamp(in: zone), entry.title, entry.trailing], role: entry.role)
    }

    /// The list, and what is chosen in it: beside it where there is room, else below.
    private func listed(empty: String) -> any Widget {
        let rows = listed.map(row)
        let list = ListView(
            rows, columns: [ListColumn("", .fixed(17)), ListColumn("", .fill(2)), ListColumn("", .fill(1), needs: 60)],
            selection: rows.isEmpty ? nil : selection, empty: history.isKnown ? empty : "Reading.", id: "rows")
        guard let chosen else { return list }
        let detail = EntryText(entry: chosen, open: open, history: history)
        if isWide {
            return Row {
                list.filling(); Panel(chosen.kind, Scroll(detail, offset: offset)).filling()
            }
        }
        return Column {
            list.fixed(min(rows.count, max(2, pageSize.height / 3)))
            Rule().fixed(1)
            Scroll(detail, offset: offset).filling()
        }
    }

    private var timelinePage: any Widget {
        guard isWide, let chosen = timeline.chosen else {
            return timeline.view(in: zone, size: pageSize, isKnown: history.isKnown)
        }
        let width = pageSize.width * 3 / 5
        return Row {
            timeline.view(in: zone, size: Size(width: width, height: pageSize.height), isKnown: history.isKnown)
                .filling(3)
            Panel(chosen.kind, EntryText(entry: chosen, open: open, history: history)).filling(2)
        }
    }

    /// The room below the strip and the tabs.
    var pageSize: Size { Size(width: size.width, height: max(0, size.height - 2)) }

    /// The room in which the detail of a list scrolls.
    var detailSize: Size {
        if isWide { return Size(width: size.width / 2 - 5, height: pageSize.height - 2) }
        return Size(
            width: size.width, height: pageSize.height - 1 - min(listed.count, max(2, pageSize.height / 3)))
    }

    private var isWide: Bool { size.width >= Self.widthForDetail }

    /// Columns from which what is chosen stands beside the list.
    private static let widthForDetail = 120

    /// What an officer wants to know first of the past, where there is room beside the plan.
    private var latest: any Widget {
        Column {
            let latest = history.written.prefix(8) + history.contacts.prefix(8).map { .contact($0) }
            if history.isKnown, latest.isEmpty { Paragraph("Nothing yet.", role: .dim) }
            for row in latest.map(row) {
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
        return Column {
            EntryText(entry: .plan(plan), open: open, history: history)
            Gap()
            others
        }
    }

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
}

extension String {
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
