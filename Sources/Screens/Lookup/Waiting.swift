import Casework

extension Lookup {
    /// What waits for the officer: their drafts, runs of guides, contact reports when they may
    /// record them, mail that went nowhere.
    public struct Waiting: Sendable {
        var drafts: [(draft: NoteDraft, customer: Customer?)] = []
        /// Runs of guides whose wait is over, or that were left on the way.
        var runs: [(run: GuideRun.Head, customer: Customer?)] = []
        var reports = 0
        /// Mails that were not taken, or cannot be handed over.
        var unsent = 0
        /// The officer's own contact reports, in words, the newest first.
        var own: [OwnReport] = []
        /// Whether the officer may look people up.
        var maySearch = true
        /// Who the officer is, with access and site.
        var you = ""
        /// Why the clock may be wrong; nil where nothing speaks for it.
        var doubtOfClock: String?
        /// In which times are said.
        var zone: LocalZone?
        var isKnown = false

        /// A row of the start.
        enum Row: Sendable {
            case draft(NoteDraft, Customer?)
            case run(GuideRun.Head, Customer?)
            case reports(Int)
            case unsent(Int)

            var id: RowID {
                switch self {
                case .draft(let draft, _): .draft(draft.id)
                case .run(let run, _): .run(run.id)
                case .reports: .reports
                case .unsent: .unsent
                }
            }
        }

        /// What a row is about, however many stand above it.
        enum RowID: Hashable {
            case draft(NoteDraft.ID)
            case run(GuideRun.ID)
            case reports
            case unsent
            case own(ContactReport.ID)
        }

        /// Of every row, the officer's own reports last.
        var rowIDs: [RowID] { rows.map(\.id) + own.map { .own($0.report) } }

        var rows: [Row] {
            drafts.map { .draft($0.draft, $0.customer) } + runs.map { .run($0.run, $0.customer) }
                + (reports > 0 ? [.reports(reports)] : [])
                + (unsent > 0 ? [.unsent(unsent)] : [])
        }
    }

    /// What became of a contact report of the officer's own.
    struct OwnReport: Sendable {
        let report: ContactReport.ID
        let customer: Customer.ID
        let name: String
        let type: String
        let words: String
    }

    func lookForWaiting(isWatched: Bool) -> Effect<Action> {
        .latest("waiting") { .waitingFound(try $0.waiting(), isWatched: isWatched) }
    }

    /// Shows what waits now.
    ///
    /// - Parameter isWatched: the start stands there. What was chosen stays so: a row that others added above it must not
    ///   be what Enter opens.
    mutating func take(_ found: Waiting, isWatched: Bool) {
        let before = waiting.rowIDs
        waiting = found
        guard !isSearching else { return }
        let isKept = isWatched && before.indices.contains(selection)
        let chosen = isKept ? found.rowIDs.firstIndex(of: before[selection]) : nil
        selection = chosen ?? min(selection, max(0, rowCount - 1))
    }
}

extension Services {
    /// What the start shows to the officer.
    func waiting() throws -> Lookup.Waiting {
        let access = desk.staff.access
        return Lookup.Waiting(
            drafts: try desk.drafts(), runs: try desk.waitingGuideRuns(at: now()),
            reports: access.allows(.recordNotes) ? try desk.waitingReportCount(at: now()) : 0,
            unsent: try desk.outbox().count { $0.state == .failed || $0.state == .held }, own: try ownReports(),
            maySearch: access.allows(.serveCustomers), you: officer,
            doubtOfClock: try desk.doubtOfClock(at: now()), zone: desk.zone, isKnown: true)
    }
}
