import Casework

extension Record {
    /// What is read beside the plan; empty until it has come.
    struct History: Sendable {
        var notes: [Note] = []
        var reports: [ContactReport] = []
        var contacts: [Contact] = []
        var incidents: [Incident] = []
        /// Runs of procedures, ended or not.
        var guides: [GuideRun.Head] = []
        /// The authors and recorders whom the register knows.
        var staff: [StaffMember.ID: StaffMember] = [:]
        var span: SpanWords?
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

/// How long a plan runs, counted both ways (P5), in words.
struct SpanWords: Sendable, Hashable {
    let text: String
    /// Where the end or the review window falls on holidays.
    let warnings: [String]
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
            span: open.record.plan.map(spanWords), isKnown: true)
        history.reminders = try open.record.plans.flatMap {
            try $0.reviewReminders(after: history.notes, by: desk.calendar)
        }
        history.staff = try desk.staff(
            history.notes.flatMap { [$0.author, $0.recordedBy] } + history.reports.map(\.author)
                + history.contacts.compactMap(\.staff) + history.incidents.map(\.recordedBy)
                + history.guides.flatMap { [$0.begunBy, $0.savedBy] })
        return history
    }

    private func spanWords(of plan: Plan) -> SpanWords {
        let business = BusinessCalendar.businessDays(from: plan.start, to: plan.end)
        let counted = "\(business) business days as the incident system counts"
        do {
            let working = try desk.calendar.workingDays(from: plan.start, to: plan.end, in: plan.state)
            let holidays = try desk.calendar.holidays(from: plan.start, to: plan.end, in: plan.state)
                .filter(\.day.weekday.isBusinessDay)
            var warnings: [String] = []
            if let last = holidays.first(where: { $0.day == plan.end }) {
                warnings.append("The plan ends on a public holiday: \(last.name).")
            }
            warnings += try reviewWarnings(of: plan, holidays)
            let named = holidays.isEmpty ? "" : ", without \(holidays.inWords)"
            return SpanWords(text: "\(counted); \(working) working days\(named)", warnings: warnings)
        } catch {
            return SpanWords(text: counted, warnings: [error.message])
        }
    }

    /// What takes working days from the review of `plan`, or moves its beginning (P5); nothing where none is called to
    /// mind.
    private func reviewWarnings(of plan: Plan, _ holidays: [PublicHoliday]) throws(CalendarError) -> [String] {
        let reminders = try plan.reviewReminders(after: [], by: desk.calendar)
        guard let first = reminders.first(where: { $0.kind == .first }) else { return [] }
        let within = holidays.filter { (first.day...plan.end).contains($0.day) }
        return [
            within.isEmpty ? nil : "The 28 days of the review hold: \(within.inWords).",
            first.offDay.map { "The review is due on \(first.day.inWords) (\($0.words))." },
        ].compactMap(\.self)
    }
}

extension [PublicHoliday] {
    fileprivate var inWords: String { map { "\($0.name) \($0.day.shortWords)" }.joined(separator: ", ") }
}
