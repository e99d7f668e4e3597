import Casework

/// What was done and written under a practice plan between its start and the day of making.
public struct PracticeHistory: Sendable, Hashable {
    var contacts: [Contact] = []
    /// In the order of time.
    var writings: [Writing] = []

    /// A note or contact report, and what became of it (N4).
    struct Writing: Sendable, Hashable {
        enum Fate: Sendable, Hashable {
            /// Its author may record notes.
            case note
            case recorded(by: StaffMember.ID, at: Instant)
            case waiting
            case returned(ReportReturn)
            case removed(NoteRemoval)
        }

        let content: NoteContent
        let author: StaffMember.ID
        let at: Instant
        var fate = Fate.note
        /// When the note was written that it follows (N2).
        var follows: Instant?
    }

    mutating func write(
        _ content: NoteContent, _ author: StaffMember.ID, _ at: Instant, _ fate: Writing.Fate = .note,
        follows: Instant? = nil
    ) {
        writings.append(Writing(content: content, author: author, at: at, fate: fate, follows: follows))
    }

    /// A contact, and the note that tells of it.
    mutating func tell(
        _ contact: Contact, _ content: NoteContent, _ fate: Writing.Fate = .note, follows: Instant? = nil
    ) {
        contacts.append(contact)
        guard let staff = contact.staff else { return }
        write(content, staff, contact.occurredAt + 900, fate, follows: follows)
    }
}

extension RegisterSession {
    /// Adds what happened under a plan that is in the register.
    func add(_ history: PracticeHistory, under plan: Plan) throws {
        for var contact in history.contacts {
            contact.plan = plan.id
            try add(contact)
        }
        var notes: [Instant: Note.ID] = [:]
        for writing in history.writings {
            notes[writing.at] = try add(writing, under: plan, follows: writing.follows.flatMap { notes[$0] })
        }
    }

    /// Adds what was written, and returns the note that it is, if it is one.
    private func add(_ writing: PracticeHistory.Writing, under plan: Plan, follows: Note.ID?) throws -> Note.ID? {
        let content = try writing.content.checked()
        var note = Note(
            id: Note.ID(rawValue: 0), customer: plan.customer, plan: plan.id, content: content, author: writing.author,
            writtenAt: writing.at, recordedBy: writing.author, recordedAt: writing.at, follows: follows)
        func addReport() throws -> ContactReport.ID {
            try add(
                ContactReport(
                    id: ContactReport.ID(rawValue: 0), customer: plan.customer, plan: plan.id, content: content,
                    author: writing.author, writtenAt: writing.at, follows: follows))
        }
        switch writing.fate {
        case .note: return try add(note)
        case .waiting:
            _ = try addReport()
            return nil
        case .removed(let removal):
            note.removal = removal
            return try add(note)
        case .recorded(let staff, let at):
            let report = try addReport()
            (note.recordedBy, note.recordedAt, note.report) = (staff, at, report)
            let id = try add(note)
            try mark(report, recordedAs: id, by: staff, at: at)
            return id
        case .returned(let returned):
            let report = try addReport()
            var returned = returned
            returned.report = report
            try add(returned, of: report)
            try save(
                NoteDraft(
                    id: NoteDraft.ID(rawValue: "practice-report-\(report.rawValue)"), customer: plan.customer,
                    author: writing.author, content: content, follows: follows, beganAt: writing.at,
                    savedAt: returned.at, returned: returned))
            return nil
        }
    }
}
