import Casework
import GRDB

extension RegisterSession {
    public func guideRun(_ id: GuideRun.ID) throws -> GuideRun? {
        try first("\(Self.selectRun) WHERE id = ?", [id.rawValue]).map(guideRun)
    }

    public func guideRuns(of customer: Customer.ID) throws -> [GuideRun.Head] {
        try rows("\(Self.selectHead) WHERE customer = ? ORDER BY saved_at DESC, id", [customer.rawValue], head)
    }

    public func openGuideRuns(by staff: StaffMember.ID) throws -> [GuideRun.Head] {
        try rows(
            "\(Self.selectHead) WHERE saved_by = ? AND ended_at IS NULL ORDER BY saved_at, id", [staff.rawValue], head)
    }

    public func guideRunsWithoutCustomer(by staff: StaffMember.ID, since: Instant) throws -> [GuideRun.Head] {
        try rows(
            "\(Self.selectHead) WHERE customer IS NULL AND begun_by = ? AND begun_at >= ? ORDER BY begun_at DESC, id",
            [staff.rawValue, since.seconds], head)
    }

    public func guideRuns(through procedure: String) throws -> [GuideRun] {
        try rows("\(Self.selectRun) WHERE procedure = ? ORDER BY begun_at, id", [procedure], guideRun)
    }

    public func save(_ run: GuideRun) throws {
        let digest = run.textsDigest
        try self.run(
            "INSERT INTO guide_texts (digest, texts) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
            [digest, try json(run.texts)])
        try self.run(
            """
            INSERT INTO guide_runs (\(Self.runColumns)) VALUES (\(Self.places(19)))
            ON CONFLICT (id) DO UPDATE SET customer = excluded.customer, answers = excluded.answers, pending = excluded.pending,
                facts = excluded.facts, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
                awaiting = excluded.awaiting, held_until = excluded.held_until, outcome = excluded.outcome,
                outcome_title = excluded.outcome_title, ended_at = excluded.ended_at, contact = excluded.contact
            """,
            [
                run.id.rawValue, run.procedure, run.title, run.version, digest, run.customer?.rawValue,
                run.begunBy.rawValue, run.begunAt.seconds, try json(run.answers),
                run.pending.isEmpty ? nil : try json(run.pending), try json(run.facts), run.savedBy.rawValue,
                run.savedAt.seconds, run.awaiting, run.heldUntil?.seconds, run.end?.outcome, run.end?.title,
                run.end?.at.seconds, try run.contact.map { try json($0) },
            ])
    }

    public func discard(_ run: GuideRun.ID) throws {
        try self.run("DELETE FROM guide_runs WHERE id = ?", [run.rawValue])
    }

    private static let runColumns = """
        id, procedure, title, version, texts, customer, begun_by, begun_at, answers, pending, facts, saved_by, saved_at,
        awaiting, held_until, outcome, outcome_title, ended_at, contact
        """

    private static let headColumns = """
        id, procedure, title, version, customer, begun_by, begun_at, saved_by, saved_at, awaiting, held_until, outcome,
        outcome_title, ended_at
        """

    /// Texts, answers and facts are neither read nor decoded for a list.
    private static let selectHead = "SELECT \(headColumns) FROM guide_runs"

    private static let selectRun = """
        SELECT \(headColumns), guide_texts.texts, answers, pending, facts, contact
        FROM guide_runs JOIN guide_texts ON guide_texts.digest = guide_runs.texts
        """

    private func head(_ row: Row) -> GuideRun.Head {
        var end: GuideRun.End?
        if let outcome = row[11] as String? {
            end = GuideRun.End(outcome: outcome, title: row[12], at: Instant(seconds: row[13]))
        }
        return GuideRun.Head(
            id: GuideRun.ID(rawValue: row[0]), procedure: row[1], title: row[2], version: row[3],
            customer: (row[4] as Int64?).map(Customer.ID.init(rawValue:)),
            begunBy: StaffMember.ID(rawValue: row[5]), begunAt: Instant(seconds: row[6]),
            savedBy: StaffMember.ID(rawValue: row[7]), savedAt: Instant(seconds: row[8]), awaiting: row[9],
            heldUntil: (row[10] as Int?).map(Instant.init(seconds:)), end: end)
    }

    private func guideRun(_ row: Row) throws -> GuideRun {
        GuideRun(
            head(row), texts: try value([String: String].self, json: row[14]),
            answers: try value([Answer].self, json: row[15]),
            pending: try (row[16] as String?).map(pending) ?? [],
            facts: try value([FactName: Finding].self, json: row[17]),
            contact: try (row[18] as String?).map { try value(GuideRun.JudgedAttempt.self, json: $0) })
    }

    /// A run that an earlier version kept has one answer here, and no list.
    private func pending(_ json: String) throws -> [Answer] {
        json.hasPrefix("[") ? try value([Answer].self, json: json) : [try value(Answer.self, json: json)]
    }
}
