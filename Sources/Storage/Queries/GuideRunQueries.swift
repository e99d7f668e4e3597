import Casework
import GRDB

extension RegisterSession {
    public func guideRun(_ id: GuideRun.ID) throws -> GuideRun? {
        try first("\(Self.selectRun) WHERE id = ?", [id.rawValue]).map(guideRun)
    }

    public func guideRuns(of customer: Customer.ID) throws -> [GuideRun] {
        try rows("\(Self.selectRun) WHERE customer = ? ORDER BY saved_at DESC, id", [customer.rawValue], guideRun)
    }

    public func openGuideRuns(by staff: StaffMember.ID) throws -> [GuideRun] {
        try rows(
            "\(Self.selectRun) WHERE saved_by = ? AND ended_at IS NULL ORDER BY saved_at, id", [staff.rawValue],
            guideRun)
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
            INSERT INTO guide_runs (\(Self.runColumns)) VALUES (\(Self.places(18)))
            ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, pending = excluded.pending,
                facts = excluded.facts, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
                awaiting = excluded.awaiting, held_until = excluded.held_until, outcome = excluded.outcome,
                outcome_title = excluded.outcome_title, ended_at = excluded.ended_at
            """,
            [
                run.id.rawValue, run.procedure, run.title, run.version, digest, run.customer?.rawValue,
                run.begunBy.rawValue, run.begunAt.seconds, try json(run.answers), try run.pending.map(json),
                try json(run.facts), run.savedBy.rawValue, run.savedAt.seconds, run.awaiting, run.heldUntil?.seconds,
                run.end?.outcome, run.end?.title, run.end?.at.seconds,
            ])
    }

    public func discard(_ run: GuideRun.ID) throws {
        try self.run("DELETE FROM guide_runs WHERE id = ?", [run.rawValue])
    }

    private static let runColumns = """
        id, procedure, title, version, texts, customer, begun_by, begun_at, answers, pending, facts, saved_by, saved_at,
        awaiting, held_until, outcome, outcome_title, ended_at
        """

    private static let selectRun = """
        SELECT id, procedure, title, version, guide_texts.texts, customer, begun_by, begun_at, answers, pending, facts,
            saved_by, saved_at, awaiting, held_until, outcome, outcome_title, ended_at
        FROM guide_runs JOIN guide_texts ON guide_texts.digest = guide_runs.texts
        """

    private func guideRun(_ row: Row) throws -> GuideRun {
        var end: GuideRun.End?
        if let outcome = row[15] as String? {
            end = GuideRun.End(outcome: outcome, title: row[16], at: Instant(seconds: row[17]))
        }
        return GuideRun(
            id: GuideRun.ID(rawValue: row[0]), procedure: row[1], title: row[2], version: row[3],
            texts: try value([String: String].self, json: row[4]),
            customer: (row[5] as Int64?).map(Customer.ID.init(rawValue:)),
            begunBy: StaffMember.ID(rawValue: row[6]), begunAt: Instant(seconds: row[7]),
            answers: try value([Answer].self, json: row[8]),
            pending: try (row[9] as String?).map { try value(Answer.self, json: $0) },
            facts: try value([FactName: Finding].self, json: row[10]),
            savedBy: StaffMember.ID(rawValue: row[11]), savedAt: Instant(seconds: row[12]), awaiting: row[13],
            heldUntil: (row[14] as Int?).map(Instant.init(seconds:)), end: end)
    }
}
