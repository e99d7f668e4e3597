import Casework
import Procedures
import Widgets

extension KeyTable {
    /// Every screen in each of its states, on a record of nobody: keys do not depend on whose record is open.
    static func states() throws -> [State] {
        let open = try record()
        let note = NoteEditor(
            NoteContent(type: NoteType.customerContact, fields: [:]), for: open, draft: NoteDraft.ID(rawValue: ""),
            at: open.attempt.at, access: .manager)
        var (done, saving, discarding) = (note, note, note)
        done.focus = done.parts.count
        saving.stage = .askingToSave
        discarding.stage = .askingToDiscard
        let guide = try Guide(try Procedure(yaml: procedure, file: ""), for: open)
        var (answered, overruling) = (guide, guide)
        _ = answered.update(.answerChosen(0))
        _ = overruling.update(.overruleChosen(0))
        var changed = answered
        changed.latest = open
        changed.change = Guide.Change(since: "", facts: [])
        var timeline = Record(open)
        timeline.tab = .timeline
        var filtered = AuditTrail(of: open)
        filtered.filter = TextBuffer("a")
        let contact = Contact(customer: open.customer.id, channel: .phone, occurredAt: open.attempt.at)
        let report = ContactReport(
            id: ContactReport.ID(rawValue: 0), customer: open.customer.id, plan: nil, content: note.content,
            author: StaffMember.ID(rawValue: ""),
            writtenAt: open.attempt.at)
        let reports = Reports()
        var (recording, givingBack) = (reports, reports)
        recording.stage = .askingToRecord(report)
        givingBack.stage = .givingBack(report, TextBuffer())
        return [
            State(Lookup()), State(Warning(open)), State(Warning(open, reading: true)), State(Record(open)),
            State(timeline), State(EntryPage(.contact(contact), of: open, history: Record.History())),
            State(AuditTrail(of: open)), State(filtered), State(Week(of: open)), State(guide), State(answered),
            State(overruling), State(changed), State(NoteTypes(for: open)),
            State(note), State(done), State(saving), State(discarding), State(reports), State(recording),
            State(givingBack), State(Outbox()), State(Doctor()), State(Help(of: "", about: "", keys: [])),
            State(Palette(commands: [])),
        ] + Settings.everyState.map { State($0) } + [State(ThemeChooser()), State(KeyList())]
    }

    private static func record() throws -> OpenRecord {
        let now = Instant(seconds: 0)
        let attempt = ContactAttempt(channel: .faceToFace, at: now)
        let nobody = Customer(id: Customer.ID(rawValue: 0), externalId: "", surname: "Nobody")
        let record = try CustomerRecord(customer: nobody, at: now)
        let judgement = try [Plan]().judge(attempt, history: [], site: nil, calendar: BusinessCalendar())
        return OpenRecord(
            record: record, warning: nil, attempt: attempt, judgement: judgement, identity: Identity(nobody),
            mayReadAudit: true)
    }

    /// As small as a guide can be that decides by the record, asks, and can be overruled.
    private static let procedure = """
        id: sample
        title: A guide
        version: "1"
        source: {number: "0", title: None, date: 2026-01-01}
        start: plan
        nodes:
          plan:
            title: Plan in force
            fact: plan-active
            ask-when-unknown: Is a plan in force?
            source: None
            then: {yes: done, no: asked}
          asked:
            title: Asked
            ask: Is it so?
            source: None
            then: {yes: done, no: done}
        outcomes:
          done: {title: Done, tone: serve, do: [Serve.], note: none, source: None}
        examples:
          - {title: With, facts: {plan-active: yes}, outcome: done}
          - {title: Without, facts: {plan-active: no}, answers: {asked: yes}, outcome: done}
        """
}
