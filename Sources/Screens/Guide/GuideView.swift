import Casework
import Procedures
import Terminal
import Widgets

extension Guide {
    public var view: any Widget {
        if let overruling { return overruleView(overruling) }
        guard let current, hasStrip else { return steps }
        return Column {
            strip(current).fixed(1)
            steps.filling()
        }
    }

    /// What to do now; the customer's own verdict stands over nobody else.
    private func strip(_ open: OpenRecord) -> any Widget {
        guard isOfRepresentative else { return VerdictStrip(open: open, trailing: open.contactRoleInWords ?? "") }
        return Strip("Representative: not bound by this plan", role: .info)
    }

    /// Rows from which the verdict stands above the step too.
    static let heightForStrip = 12
    /// Columns from which the path stands beside the step.
    var widthForPath: Int { 100 }

    /// The verdict stands above the steps of a contact alone; elsewhere nobody is there to be judged.
    private var hasStrip: Bool {
        open != nil && procedure.channel != nil && procedure.id != Self.workItem
            && size.height >= Self.heightForStrip
    }

    var isPathBeside: Bool { size.width >= widthForPath }
    /// Beside the step it need not stand in its place, though it was asked for where the window was smaller.
    var isPathShown: Bool { wantsPath && !isPathBeside }

    private var steps: any Widget {
        guard isPathBeside else { return Scroll(page, offset: offset) }
        return Row(spacing: 2) {
            Scroll(page, offset: offset).filling(2)
            Panel("So far", path).filling(1)
        }
    }

    /// The room that ``page`` scrolls in.
    var pageSize: Size {
        Size(
            width: isPathBeside ? size.width * 2 / 3 : size.width, height: max(0, size.height - (hasStrip ? 1 : 0))
        )
    }

    var page: any Widget {
        if isPathShown { return path }
        if let interlude { return interludePage(interlude) }
        if let outcome = run.outcome { return outcomePage(outcome) }
        return Column(pageTop + [Child(rowList)] + pageBottom)
    }

    /// The rows of the screen, within the page, that row `index` of the list takes.
    func rowExtent(_ index: Int) -> Range<Int>? {
        guard interlude == nil, run.awaiting != nil, let list = rowList as? StepList else { return nil }
        let width = max(0, pageSize.width - 1)
        let top = Column(pageTop).height(forWidth: width)
        let extent = list.extent(of: index, width: width)
        return top + extent.lowerBound..<top + extent.upperBound
    }

    // MARK: A step

    private var pageTop: [Child] {
        guard let awaiting = run.awaiting else { return [] }
        let node = awaiting.node
        let isSmall = size.height < Self.heightForStrip
        return build {
            changed
            if awaiting.within.count > 1 {
                Paragraph(awaiting.within.dropFirst().joined(separator: " > "), role: .accent)
            } else if !isSmall {
                Gap()
            }
            Heading(node.question)
            if let role = node.role {
                Paragraph([Span(isSmall ? "Who: " : "Who does this: ", .accent), Span(role)])
            }
            if awaiting.passing > 1 { Paragraph("For the \(ordinal(awaiting.passing)) time.", role: .warning) }
            // On a small screen what to do comes before what to know, unless that is one line.
            if let hint = node.hint, isHintAbove(hint) { Paragraph(hint, role: hintRole) }
            for line in dueLines(node.due, reached: awaiting.reachedAt) { Paragraph("Due: \(line)", role: .warning) }
            if let finding = awaiting.finding, open != nil {
                Paragraph("The record cannot tell: \(finding.because)", role: .warning)
            }
            if !isSmall { Gap() }
        }
    }

    private var pageBottom: [Child] {
        guard let node = run.awaiting?.node else { return [] }
        let said = build {
            if let hint = node.hint, !isHintAbove(hint) { Paragraph(hint, role: hintRole) }
            if let redaction = node.redaction { Paragraph(redaction, role: .warning) }
            if let say = node.say { Paragraph([Span("Say: ", .accent), Span(say)], hanging: 5) }
            for action in node.actions { Paragraph("- \(action)", hanging: 2) }
        }
        return build {
            Gap()
            said
            if !isPathBeside, let step = run.trail.last {
                if !said.isEmpty { Gap() }
                Paragraph("\(step.node.title): \(brief(step)). \(step.because ?? "")", role: .dim, hanging: 2)
            }
            Paragraph(sourceLine(node.source, released: node.released), role: .dim)
        }
    }

    /// Where somebody is in danger a hint is the first thing to do.
    private var hintRole: Role { isEmergency ? .warning : .dim }

    private func isHintAbove(_ hint: String) -> Bool {
        size.height >= Self.heightForStrip || Paragraph(hint).height(forWidth: max(1, pageSize.width - 1)) == 1
    }

    /// A fact that was passed and is another by now, or that the whole contact was before now.
    @ChildBuilder var changed: [Child] {
        if isOfBefore, let open {
            Banner(
                "CONTACT OF \(open.judgement.stamp(open.attempt.at))",
                details: changedFacts.map(\.words)
                    + ["It goes by what held then, and is noted so. j makes it a contact of now."],
                role: .caution)
        } else if let change {
            Banner(
                "CHANGED at \(change.since)",
                details: change.facts.map(\.words)
                    + (latest == nil ? [] : ["This outcome was reached before. j goes by what holds now."]),
                role: .caution)
        }
    }

    private func build(@ChildBuilder _ children: () -> [Child]) -> [Child] { children() }

    /// What is chosen, ticked or typed at this step.
    private var rowList: any Widget {
        guard let awaiting = run.awaiting else { return Empty() }
        let node = awaiting.node
        switch node.kind {
        case .ask, .fact, .guide:
            return StepList(
                node.choices.map { StepList.Row($0.label) }, selection: selection, id: listName)
        case .several:
            return StepList(
                node.choices.map { StepList.Row($0.label, isTicked: draft.ticked.contains($0.value)) },
                selection: selection, id: listName)
        case .tasks(let items):
            return StepList(items.map { row($0, reached: awaiting.reachedAt) }, selection: selection, id: listName)
        case .text(let isOptional):
            return field(isOptional ? "may stay empty" : "")
        case .date: return field("such as 4/3/2026")
        case .number(let unit): return field(unit ?? "a number")
        case .hold:
            return StepList(
                [
                    StepList.Row("Wait, and leave", notes: (isHoldOver ? [] : [comeBack]) + notesBeforeWait),
                    StepList.Row("Go on now", notes: isHoldOver ? ["The wait is over."] : []),
                ], selection: selection, id: listName)
        }
    }

    private func row(_ item: Procedure.Item, reached: Instant?) -> StepList.Row {
        let say = item.say.map { "Say: \($0)" }
        let role = item.role.map { "Who: \($0)" }
        let notes =
            [role, item.isOptional ? "Where it applies" : nil, say, item.redaction].compactMap { $0 }
            + dueLines(item.due, reached: reached).map { "Due: \($0)" }
        let isTicked = draft.ticked.contains(item.id)
        let stamp = draft.tickTimes[item.id].map(workClock.short) ?? ""
        return StepList.Row(item.words, notes: notes, isTicked: isTicked, stamp: isTicked ? stamp : "")
    }

    private func field(_ placeholder: String) -> any Widget {
        Column {
            TextField("", buffer: draft.text, placeholder: placeholder, id: listName)
            if let complaint { Paragraph(complaint, role: .error) }
        }
    }

    /// What is due when, seen from now.
    func dueLines(_ limits: [Procedure.Limit], reached: Instant?) -> [String] {
        run.due(
            limits, reached: reached ?? seenAt, in: setting.schedule, prefix: run.awaiting?.prefix ?? ""
        ).map { $0.words(in: setting.schedule.zone, from: seenAt) }
    }

    private var notesBeforeWait: [String] {
        open != nil && run.hasNotesBeforeWait ? ["What was done until now is noted first."] : []
    }

    /// By whose clock the officer's own work is told.
    var workClock: WorkClock { WorkClock(setting.schedule.zone, officer: open?.judgement.reader) }

    /// The day here and now: what was done on another is said with its day.
    var today: CalendarDay { setting.schedule.zone.day(at: seenAt) }

    func sourceLine(_ source: String, released: Bool) -> String {
        released && procedure.source.released
            ? "Source: \(source)"
            : "Source: \(source), built from what the released documents say; the text was not released"
    }

    /// The answer in few words: what was ticked, and when, stands in the path.
    private func brief(_ step: TrailStep) -> String {
        guard case .tasks(let items) = step.node.kind, case .ticked(let names) = step.value else {
            return step.label(by: workClock, on: today)
        }
        // A row that applies in some cases only is not open where it was left.
        return "\(names.count) of \(items.count { !$0.isOptional || names.contains($0.id) }) done"
    }

    private func ordinal(_ number: Int) -> String {
        ["first", "second", "third", "fourth", "fifth"].indices.contains(number - 1)
            ? ["first", "second", "third", "fourth", "fifth"][number - 1] : "\(number)th"
    }

    // MARK: The way so far

    /// Each step that was passed, and where one stands; those of procedures run inside are drawn inside.
    var path: any Widget {
        let clock = workClock
        let stops = run.trail.map { step in
            let time = step.given?.at.map { " \(clock.short($0))" } ?? ""
            let by =
                switch step.by {
                case .record: "record"
                case .person:
                    (step.given?.by.map { $0 == setting.officer ? "you" : $0.rawValue } ?? "you") + time
                case .procedure: ""
                }
            return PathChart.Stop(
                step.node.title, answer: step.label(by: clock, on: today), by: by, because: step.because ?? "",
                depth: step.within.count - 1)
        }
        let here = run.awaiting.map { PathChart.Stop($0.node.title, depth: $0.within.count - 1) }
        return PathChart(stops, here: here)
    }

    private func overruleView(_ overruling: Overruling) -> any Widget {
        // The field has its row before all else, so that at 40x12 one sees what one types.
        Column {
            Heading("Decide otherwise than the record")
            Paragraph("\(overruling.step.node.title): the record says \(overruling.step.label()).")
            if overruling.others.count > 1 {
                Paragraph("You decide:", role: .accent)
                ListView(
                    overruling.others.map { ListRow($0.label) }, selection: overruling.chosen, id: Self.decisions)
            } else {
                Paragraph([Span("You decide: ", .accent), Span(overruling.choice.label, .heading)])
            }
            TextField("Your reason", buffer: overruling.reason, placeholder: "it stands in the note", id: "reason")
                .fixed(1)
            Gap()
            Paragraph(overruling.step.because.map { "The record's reason: \($0)" } ?? "", role: .dim)
        }
    }
}
