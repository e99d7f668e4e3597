import Casework

/// A run of a guide as `show` tells it: where it stands, or how it ended.
struct GuideRunReport: Encodable {
    struct End: Encodable {
        let outcome: String
        let title: String
        let at: String
    }

    let procedure: String
    let title: String
    let version: String
    let begunBy: String
    let begunByName: String?
    let begunAt: String
    let savedBy: String
    let savedByName: String?
    let savedAt: String
    /// The step at which it waits.
    @OrNull var at: String?
    /// Until when it waits; null where it does not, or was left.
    @OrNull var heldUntil: String?
    /// Null while it is open.
    @OrNull var end: End?

    /// - Parameter zone: in which times are written.
    init(_ run: GuideRun.Head, by staff: [StaffMember.ID: StaffMember], zone: LocalZone) {
        procedure = run.procedure
        title = run.title
        version = run.version
        begunBy = run.begunBy.rawValue
        begunByName = staff[run.begunBy]?.name
        begunAt = zone.text(run.begunAt)
        savedBy = run.savedBy.rawValue
        savedByName = staff[run.savedBy]?.name
        savedAt = zone.text(run.savedAt)
        at = run.awaiting
        heldUntil = run.heldUntil.map(zone.text)
        end = run.end.map { End(outcome: $0.outcome, title: $0.title, at: zone.text($0.at)) }
    }
}
