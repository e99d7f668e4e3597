import Casework

/// An incident as `show` prints it; what is not known is left out.
struct IncidentReport: Encodable {
    let id: String
    let system: String
    let occurredAt: String
    let recordedAt: String
    let site: String?
    let behaviours: [String]
    /// The same as people read them.
    let behavioursInWords: [String]
    let severity: String
    let status: String
    let plan: String?
    let summary: String
    let recordedBy: String
    let recordedByName: String?

    init(_ incident: Incident, recordedBy name: String?, in zone: LocalZone) {
        id = incident.id.rawValue
        system = incident.system.rawValue
        occurredAt = zone.text(incident.occurredAt)
        recordedAt = zone.text(incident.recordedAt)
        site = incident.site
        behaviours = incident.behaviours.map(\.rawValue)
        behavioursInWords = incident.behaviours.map(\.name)
        severity = incident.severity.rawValue
        status = incident.status.rawValue
        plan = incident.plan?.rawValue
        summary = incident.summary
        recordedBy = incident.recordedBy.rawValue
        recordedByName = name
    }
}
