import ArgumentParser
import Casework

/// What the start of the screens shows.
struct Waiting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waiting",
        abstract: "Say who you are, and what waits for you: drafts, guides, contact reports, mail that was not sent.")

    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup var options: DeskOptions

    private struct Report: Encodable {
        struct Staff: Encodable {
            let logon: String
            let name: String
            let access: String
            @OrNull var site: String?
        }

        struct Draft: Encodable {
            @OrNull var customer: String?
            @OrNull var name: String?
            let type: String
            let title: String
            let savedAt: String
            @OrNull var returned: Returned?
        }

        struct Returned: Encodable {
            let by: String
            let reason: String
            let at: String
        }

        /// A run of a guide that was left, or whose wait is over.
        struct Guide: Encodable {
            @OrNull var customer: String?
            @OrNull var name: String?
            let procedure: String
            let title: String
            /// The step at which it waits.
            @OrNull var at: String?
            /// Until when it waited; null where it was left.
            @OrNull var heldUntil: String?
            let savedAt: String
        }

        let staff: Staff
        let drafts: [Draft]
        let guides: [Guide]
        /// Contact reports to record; null for who records none.
        @OrNull var reports: Int?
        /// Mails that were not taken, or cannot be handed over.
        let unsent: Int
        /// What became of the staff member's own contact reports of two weeks, the newest first.
        let ownReports: [Own]

        struct Own: Encodable {
            let id: Int64
            @OrNull var customer: String?
            @OrNull var name: String?
            let type: String
            let writtenAt: String
            /// Null while it waits for a manager.
            @OrNull var recorded: Recorded?
        }

        struct Recorded: Encodable {
            let note: Int64
            let by: String
            let byName: String?
            let at: String
        }
    }

    func run() throws {
        let seat = try options.desk()
        let desk = seat.desk
        let staff = desk.staff
        let mayRecord = staff.access.allows(.recordNotes)
        let drafts = try desk.drafts().map { draft, customer in
            Report.Draft(
                customer: customer?.externalId, name: customer?.name, type: draft.content.type.rawValue,
                title: NoteType.named(draft.content.type)?.title ?? draft.content.type.rawValue,
                savedAt: desk.zone.text(draft.savedAt),
                returned: draft.returned.map {
                    Report.Returned(by: $0.by.rawValue, reason: $0.reason, at: desk.zone.text($0.at))
                })
        }
        let runs = try desk.waitingGuideRuns(at: seat.now)
        let guides = runs.map { run, customer in
            Report.Guide(
                customer: customer?.externalId, name: customer?.name, procedure: run.procedure, title: run.title,
                at: run.awaiting, heldUntil: run.heldUntil.map(desk.zone.text), savedAt: desk.zone.text(run.savedAt))
        }
        let report = Report(
            staff: Report.Staff(
                logon: staff.id.rawValue, name: staff.name, access: staff.access.rawValue, site: staff.site),
            drafts: drafts, guides: guides, reports: mayRecord ? try desk.waitingReportCount(at: seat.now) : nil,
            unsent: try desk.outbox().count { $0.state == .failed || $0.state == .held },
            ownReports: try Self.ownReports(at: desk, seat.now))
        if json { return try Output.json(report) }
        desk.practiceLine()
        if let doubt = try desk.doubtOfClock(at: seat.now) { Output.line("! \(doubt)") }
        Output.line("\(staff.name) (\(staff.id)), \(staff.access.name) access, \(staff.site ?? "site not known")")
        for draft in drafts {
            let state = draft.returned.map { "RETURNED by \($0.by): \($0.reason)" } ?? "unfinished"
            Output.line("  \(draft.name ?? "Unknown person")  \(draft.title)  \(state)")
        }
        for (run, customer) in runs {
            let state = run.heldUntil == nil ? "left \(desk.zone.stamp(run.savedAt))" : "the wait is over"
            let step = run.awaiting.map { ", at: \($0)" } ?? ""
            Output.line("  \(customer?.name ?? "No record")  \(run.title)  \(state)\(step)")
        }
        if let count = report.reports, count > 0 { Output.line("  Contact reports to record: \(count)") }
        if report.unsent > 0 { Output.line("  Mails NOT sent: \(report.unsent)") }
        if drafts.isEmpty, runs.isEmpty, report.reports ?? 0 == 0, report.unsent == 0 {
            Output.line("Nothing waits for you.")
        }
        for own in report.ownReports {
            let state = own.recorded.map { "recorded by \($0.byName ?? $0.by) as note \($0.note)" }
            Output.line(
                "  Your contact report \(own.id): \(own.name ?? "Unknown person")  "
                    + (state ?? "waits for a manager since \(own.writtenAt)"))
        }
    }

    private static func ownReports(at desk: Desk, _ now: Instant) throws -> [Report.Own] {
        let reports = try desk.ownReports(at: now)
        let managers = try desk.staff(reports.compactMap(\.note?.recordedBy))
        return reports.map { own in
            Report.Own(
                id: own.report.id.rawValue, customer: own.customer?.externalId, name: own.customer?.name,
                type: own.report.content.type.rawValue, writtenAt: desk.zone.text(own.report.writtenAt),
                recorded: own.note.map { note in
                    Report.Recorded(
                        note: note.id.rawValue, by: note.recordedBy.rawValue, byName: managers[note.recordedBy]?.name,
                        at: desk.zone.text(note.recordedAt))
                })
        }
    }
}
