import Casework

extension Record {
    /// What is read beside the plan; empty until it has come.
    struct History: Sendable {
        var notes: [Note] = []
        var reports: [ContactReport] = []
        /// The officer's own notes about the person that are not saved yet, the last written on first.
        var drafts: [NoteDraft] = []
        var contacts: [Contact] = []
        var incidents: [Incident] = []
        /// Runs of procedures, ended or not.
        var guides: [GuideRun.Head] = []
        /// The authors and recorders whom the register knows.
        var staff: [StaffMember.ID: StaffMember] = [:]
        var span: PlanLength?
        /// When the reviews of the plans are called to mind (V2).
        var reminders: [ReviewReminder] = []
        var isKnown = false

        /// The rows of the tab of notes: those that wait first.
        var written: [RecordEntry] { reports.map { .report($0) } + notes.map { .note($0) } }

        /// Everything dated, with the plans of `record` and the reviews that they call for.
        func entries(of record: CustomerRecord) -> [RecordEntry] {
            record.toldPlans.flatMap { plan -> [RecordEntry] in
                let reviews = reminders.filter { $0.plan == plan.id }.map { RecordEntry.reminder($0) }
                return [.plan(plan)] + reviews + (plan.status == .active ? [.planEnd(plan)] : [])
            } + contacts.map { .contact($0) } + written + incidents.map { .incident($0) } + guides.map { .guide($0) }
        }
    }
}

extension Services {
    func history(of open: OpenRecord) throws -> Record.History {
        let now = now()
        let id = open.customer.id
        var history = Record.History(
            notes: try desk.notes(of: id, at: now), reports: try desk.waitingReports(of: id, at: now),
            contacts: try desk.recentContacts(of: id, at: now),
            incidents: try desk.incidents(of: id, at: now),
            guides: desk.keepsGuideRuns ? try desk.guideRuns(of: id, at: now) : [],
            span: open.record.plan.map { $0.length(by: desk.calendar) }, isKnown: true)
        history.drafts = try desk.drafts(of: id)
        history.reminders = try open.record.plans.flatMap {
            try $0.reviewReminders(after: history.notes, by: desk.calendar)
        }
        history.staff = try desk.staff(
            history.notes.flatMap { [$0.author, $0.recordedBy] } + history.reports.map(\.author)
                + history.contacts.compactMap(\.staff) + history.incidents.map(\.recordedBy)
                + history.guides.flatMap { [$0.begunBy, $0.savedBy] })
        return history
    }
}
