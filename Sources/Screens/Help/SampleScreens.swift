import Casework
import Procedures
import Widgets

extension KeyTable {
    /// Every screen in each of its states, on a record of nobody: keys do not depend on whose record is open.
    static func states() throws -> [State] {
        let open = try record()
        var draft = NoteDraft(
            id: NoteDraft.ID(rawValue: ""), customer: open.customer.id, author: StaffMember.ID(rawValue: ""),
            content: NoteContent(type: NoteType.customerContact, fields: [:]), beganAt: open.attempt.at,
            savedAt: open.attempt.at)
        let note = NoteEditor(DraftInHand(begun: draft), for: open, access: .manager)
        draft.returned = ReportReturn(reason: "", by: draft.author, at: draft.beganAt)
        let returned = NoteEditor(DraftInHand(begun: draft), for: open, access: .none)
        var (done, saving, discarding, reason) = (note, note, note, returned)
        reason.stage = .readingReason
        done.focus = done.parts.count
        saving.stage = .askingToSave
        discarding.stage = .askingToDiscard
        let guide = try guide(on: open)
        var (answered, overruling) = (guide, guide)
        _ = answered.update(.answerChosen(0))
        _ = overruling.update(.overruleChosen(0))
        var changed = answered
        changed.latest = Guide.Judged(open: open, findings: [:])
        changed.change = Guide.Change(since: "", facts: [], isFollowed: false)
        var timeline = Record(open)
        timeline.tab = .timeline
        var filtered = AuditTrail(of: open)
        filtered.filter = TextBuffer("a")
        let contact = Contact(customer: open.customer.id, channel: .phone, occurredAt: open.attempt.at)
        let report = ContactReport(
            id: ContactReport.ID(rawValue: 0), customer: open.customer.id, plan: nil, content: note.content,
            author: StaffMember.ID(rawValue: ""),
            writtenAt: open.attempt.at)
        // The second follows the first, and the third the second.
        let notes = (0...2).map { number in
            Note(
                id: Note.ID(rawValue: number), customer: open.customer.id, plan: nil, content: note.content,
                author: report.author, writtenAt: open.attempt.at, recordedBy: report.author,
                recordedAt: open.attempt.at, follows: Note.ID(rawValue: number - 1))
        }
        let reports = Reports()
        var (recording, givingBack) = (reports, reports)
        recording.stage = .askingToRecord(report)
        givingBack.stage = .givingBack(report)
        return [
            State(Lookup()), State(Warning(open)), State(Warning(open, reading: true)), State(Record(open)),
            State(timeline), State(EntryPage(.contact(contact), of: open, history: Record.History())),
            State(EntryPage(.note(notes[1]), of: open, history: Record.History(notes: notes))),
            State(AuditTrail(of: open)), State(filtered), State(Week(of: open)), State(changed), State(overruling),
            State(Guides(for: open)), State(NoteTypes(for: open)),
            State(note), State(done), State(saving), State(discarding), State(returned), State(reason), State(reports),
            State(recording),
            State(givingBack), State(Outbox()), State(Doctor()), State(Help(of: "", about: "", keys: [])),
            State(Palette(commands: [])),
        ] + (try guides(on: open).map { State($0) }) + Settings.everyState.map { State($0) } + [
            State(ThemeChooser()), State(KeyList()),
        ]
    }

    private static func record() throws -> OpenRecord {
        let now = Instant(seconds: 0)
        let attempt = ContactAttempt(channel: .faceToFace, at: now)
        let nobody = Customer(id: Customer.ID(rawValue: 0), externalId: "", surname: "Nobody")
        let record = try CustomerRecord(customer: nobody, at: now)
        let judgement = try [Plan]().judge(attempt, history: [], site: nil, calendar: BusinessCalendar())
        return OpenRecord(
            record: record, warning: nil, attempt: attempt, judgement: judgement, identity: Identity(nobody),
            contactRole: nil, mayReadAudit: true)
    }

    /// The guide at each kind of step, and at its end.
    private static func guides(on open: OpenRecord) throws -> [Guide] {
        let guide = try guide(on: open)
        var (states, walked) = ([guide], guide)
        // Asked, tasks, several, a number, a wait, the end.
        for action: Guide.Action in [.answerChosen(1), .chosen, .chosen, .entryPasted("1"), .chosen, .answerChosen(1)] {
            _ = walked.update(action)
            states.append(walked)
        }
        var path = walked
        _ = path.update(.pathToggled)
        return states + [path]
    }

    private static func guide(on open: OpenRecord) throws -> Guide {
        let contact = ContactFacts(record: open.record, attempt: open.attempt, judgement: open.judgement)
        let officer = StaffMember.ID(rawValue: "")
        return try Guide(
            try Procedure(yaml: procedure, file: ""), for: open,
            GuideSetting(
                findings: [.planActive: contact.finding(.planActive)],
                schedule: Schedule(calendar: BusinessCalendar(), state: .act, zone: open.judgement.zone),
                id: GuideRun.ID(rawValue: ""), begunAt: open.attempt.at, begunBy: officer, openedAt: open.attempt.at,
                officer: officer, isKept: false, passedOver: nil))
    }

    /// A guide that decides by the record, can be overruled, and has a step of each kind with keys of its own.
    private static let procedure = """
        id: sample
        title: A guide
        purpose: To show keys.
        group: contact
        version: "1"
        source: {number: "0", title: None, date: 2026-01-01}
        start: plan
        nodes:
          plan:
            title: Plan in force
            fact: plan-active
            ask-when-unknown: Is a plan in force?
            source: OMC T1.1
            then: {yes: done, no: asked}
          asked:
            title: Asked
            ask: Is it so?
            source: OMC T1.1
            then: {yes: done, no: tasks}
          tasks:
            title: Tasks
            tasks: Things to do
            source: OMC T1.1
            items: {one: One thing}
            next: several
          several:
            title: Several
            several: Which of these?
            answers: {one: One}
            source: OMC T1.1
            then: [{else: number}]
          number: {title: Number, number: How many?, source: OMC T1.1, next: hold}
          hold: {title: Wait, hold: A day, for: 1 day, source: OMC T1.1, next: done}
        outcomes:
          done: {title: Done, tone: serve, do: [Serve.], note: none, source: OMC T1.1}
        examples:
          - {title: With, facts: {plan-active: yes}, outcome: done}
        """
}
