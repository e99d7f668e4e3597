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
    }

    mutating func write(
        _ content: NoteContent, _ author: StaffMember.ID, _ at: Instant, _ fate: Writing.Fate = .note
    ) {
        writings.append(Writing(content: content, author: author, at: at, fate: fate))
    }

    /// A contact, and the note that tells of it.
    mutating func tell(_ contact: Contact, _ content: NoteContent, _ fate: Writing.Fate = .note) {
        contacts.append(contact)
        guard let staff = contact.staff else { return }
        write(content, staff, contact.occurredAt + 900, fate)
    }
}

extension RegisterSession {
    /// Adds what happened under a plan that is in the register.
    func add(_ history: PracticeHistory, under plan: Plan) throws {
        for var contact in history.contacts {
            contact.plan = plan.id
            try add(contact)
        }
        for writing in history.writings { try add(writing, under: plan) }
    }

    private func add(_ writing: PracticeHistory.Writing, under plan: Plan) throws {
        let content = try writing.content.checked()
        var note = Note(
            id: Note.ID(rawValue: 0), customer: plan.customer, plan: plan.id, content: content, author: writing.author,
            writtenAt: writing.at, recordedBy: writing.author, recordedAt: writing.at)
        func addReport() throws -> ContactReport.ID {
            try add(
                ContactReport(
                    id: ContactReport.ID(rawValue: 0), customer: plan.customer, plan: plan.id, content: content,
                    author: writing.author, writtenAt: writing.at))
        }
        switch writing.fate {
        case .note: _ = try add(note)
        case .waiting: _ = try addReport()
        case .removed(let removal):
            note.removal = removal
            _ = try add(note)
        case .recorded(let staff, let at):
            let report = try addReport()
            (note.recordedBy, note.recordedAt, note.report) = (staff, at, report)
            try mark(report, recordedAs: try add(note), by: staff, at: at)
        case .returned(let returned):
            let report = try addReport()
            var returned = returned
            returned.report = report
            try add(returned, of: report)
            try save(
                NoteDraft(
                    id: NoteDraft.ID(rawValue: "practice-report-\(report.rawValue)"), customer: plan.customer,
                    author: writing.author, content: content, beganAt: writing.at, savedAt: returned.at,
                    returned: returned))
        }
    }
}
