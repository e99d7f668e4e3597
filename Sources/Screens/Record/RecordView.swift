import Casework
import Terminal
import Widgets

extension Record {
    public var view: any Widget {
        Column {
            VerdictStrip(open: open, trailing: open.warning.map { "\($0.plan) \($0.endInWords)" } ?? "").fixed(1)
            Tabs(Tab.allCases.map(name), selection: tab.rawValue).fixed(1)
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
        case .notes where draftLine != nil:
            Column {
                if let draftLine { draftLine }
                entries.filling()
            }
        case .notes, .contacts, .incidents: entries
        case .timeline: timelinePage
        }
    }

    /// Whoever left a note half written is told so on every tab.
    private func name(of tab: Tab) -> String {
        tab == .notes && !history.drafts.isEmpty ? "\(tab.name) (draft)" : tab.name
    }

    /// That a note of the officer's own is half written, and how they go on with it.
    private var draftLine: Paragraph? {
        guard let draft = history.drafts.first else { return nil }
        let count = history.drafts.count
        return Paragraph(
            count == 1
                ? "Your draft waits: \(draft.content.title), \(zone.stamp(draft.beganAt)); n goes on with it."
                : "\(count) drafts of yours wait; n goes on with them.", role: .warning)
    }

    /// The room for the list of the open tab and what is chosen in it.
    var listSize: Size {
        let above = tab == .notes ? draftLine?.height(forWidth: size.width) ?? 0 : 0
        return Size(width: pageSize.width, height: max(0, pageSize.height - above))
    }

    var fields: any Widget { tab == .people ? people : plan }

    private var zone: LocalZone { open.judgement.zone }

    func row(_ entry: RecordEntry) -> ListRow {
        let isReport = if case .report = entry { true } else { false }
        return ListRow(
            cells: [
                entry.stamp(in: zone), (isReport ? "\(entry.kind): " : "") + entry.summary, entry.trailing,
            ], role: entry.role)
    }

    /// The list of the open tab, and what is chosen in it.
    var entries: ListAndDetail {
        let empty =
            switch tab {
            case .notes: "No note yet."
            case .contacts: "No contact in two years."
            default: "No incident stands on this record."
            }
        return ListAndDetail(
            list: ListView(
                listRows,
                columns: [
                    ListColumn("", .fixed(17)), ListColumn("", .fill(2)),
                    // What came of a contact takes words; a logon or a status does not.
                    ListColumn("", tab == .contacts ? .fill(1) : .fixed(11), needs: 60),
                ],
                selection: listed.isEmpty ? nil : selection, empty: history.isKnown ? empty : "Reading.", id: "rows"),
            detail: chosen.map { EntryText(entry: $0, open: open, history: history) } ?? Empty(), offset: offset,
            title: chosen?.kind ?? "")
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

    private var isWide: Bool { size.width >= ListAndDetail.widthForBoth }

    /// What an officer wants to know first of the past, where there is room beside the plan: the newest first.
    private var latest: any Widget {
        let latest = (newest.prefix(8) + history.contacts.prefix(8).map { .contact($0) })
            .sorted { $0.stamp(in: zone) > $1.stamp(in: zone) }
        return Column {
            if history.isKnown, latest.isEmpty { Paragraph("Nothing yet.", role: .dim) }
            for row in latest.map(row) {
                Paragraph(row.cells.filter { !$0.isEmpty }.joined(separator: "  "), role: row.role, hanging: 2)
            }
            if let newest = newest.first(where: { !$0.isRemoved }) {
                Gap()
                Heading("The newest: \(newest.title)")
                EntryText(entry: newest, open: open, history: history)
            }
        }
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
        let others = open.record.toldPlans.filter { $0.id != open.record.plan?.id }
        if !others.isEmpty {
            Heading("Other plans")
            for plan in others {
                Paragraph("\(plan.id)  \(plan.start.dated) to \(plan.end.dated)  \(stands(plan))", hanging: 2)
            }
        }
    }

    private var others: any Widget { Column(othersList) }

    /// How another plan stands today: an approved one is over or to come.
    private func stands(_ plan: Plan) -> String {
        guard plan.status == .active else { return plan.standing }
        return "\(plan.kind.rawValue), \(plan.standing)\(plan.tense(on: zone.day(at: open.attempt.at)))"
    }

    // MARK: People

    /// Whom the plan names, and below them the customer: who they are stands in short over every screen.
    private var people: any Widget {
        Column {
            named
            Gap()
            Heading("The customer")
            Fields(open.customer.rowsOfRecord)
        }
    }

    private var named: any Widget {
        guard let plan = open.record.plan else { return Paragraph("No plan in force names anybody.", role: .dim) }
        let officers: [(String, StaffMember.ID?)] = [
            ("OMC", plan.people.omc), ("Backup OMC", plan.people.backup), ("PSSO", plan.people.psso),
            ("Employee Responsible", plan.people.employeeResponsible), ("Approver", plan.people.approver),
        ]
        var rows: [Fields.Row] = officers.compactMap { role, id in
            guard let id else { return nil }
            let staff = open.record.staff[id]
            let reach = [staff?.position, staff?.phone, staff?.email].compactMap { $0 }.filter { !$0.isEmpty }
            return Fields.Row(role, ([open.record.title(of: id)] + reach).joined(separator: ", "))
        }
        rows += plan.representatives.map { representative in
            let own = open.record.restrictedRepresentatives.contains(representative)
            return Fields.Row(
                representative.role.name.capitalisedFirst,
                representative.name + (own ? ": HAS A PLAN OF THEIR OWN, open that record first" : ""),
                role: own ? .error : .text)
        }
        return rows.isEmpty ? Paragraph("The plan names nobody.", role: .dim) : Fields(rows)
    }
}
