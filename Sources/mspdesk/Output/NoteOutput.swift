import Casework

extension Note {
    /// As `note 7, voicemail, 2 March 2026 10:05, PROMC1`, where another refers to it.
    func inWords(_ zone: LocalZone) -> String {
        "note \(id.rawValue), \(content.type), \(zone.stamp(writtenAt)), \(author)"
            + (removal == nil ? "" : ", removed")
    }
}

/// A note as `note list` prints it.
struct NoteReport: Encodable {
    let id: Int64
    let type: String
    let plan: String?
    let author: String
    let authorName: String?
    let writtenAt: String
    let recordedBy: String
    let recordedAt: String
    let report: Int64?
    let follows: Int64?
    /// The notes that follow it, the first written first; then the contact reports that do and wait.
    let followedBy: [Int64]
    let followedByReports: [Int64]
    let fields: [String: String]
    let trail: [String]
    let removed: String?

    init(_ note: Note, among notes: [Note], _ reports: [ContactReport], by name: String?, zone: LocalZone) {
        id = note.id.rawValue
        type = note.content.type.rawValue
        plan = note.plan?.rawValue
        author = note.author.rawValue
        authorName = name
        writtenAt = zone.text(note.writtenAt)
        recordedBy = note.recordedBy.rawValue
        recordedAt = zone.text(note.recordedAt)
        report = note.report?.rawValue
        follows = note.follows?.rawValue
        followedBy = notes.following(note.id).map(\.id.rawValue)
        followedByReports = reports.following(note.id).map(\.id.rawValue)
        fields = note.content.fields
        trail = note.content.trail
        removed = note.removal?.reason.rawValue
    }
}

/// A waiting contact report as `note reports` prints it.
struct WaitingReport: Encodable {
    let id: Int64
    let type: String
    let customer: String?
    let name: String?
    let plan: String?
    let author: String
    let authorName: String?
    let writtenAt: String
    /// The number of the note that it follows.
    let follows: Int64?
    let fields: [String: String]
    let trail: [String]
    /// The reports that it was written anew from, the first written first; absent where they were not looked for.
    let earlier: [Earlier]?
    /// What the officer has typed so far of a reason to give it back; absent where that is nothing.
    let begunReturn: String?

    struct Earlier: Encodable {
        let id: Int64
        let writtenAt: String
        let returned: Returned?
    }

    struct Returned: Encodable {
        let by: String
        let at: String
        let reason: String
    }

    init(
        _ report: ContactReport, _ customer: Customer?, earlier: [ContactReport]? = nil, begunReturn: String? = nil,
        by name: String?, zone: LocalZone
    ) {
        id = report.id.rawValue
        type = report.content.type.rawValue
        self.customer = customer?.externalId
        self.name = customer?.name
        plan = report.plan?.rawValue
        author = report.author.rawValue
        authorName = name
        writtenAt = zone.text(report.writtenAt)
        follows = report.follows?.rawValue
        fields = report.content.fields
        trail = report.content.trail
        self.begunReturn = begunReturn
        self.earlier = earlier?.map { report in
            Earlier(
                id: report.id.rawValue, writtenAt: zone.text(report.writtenAt),
                returned: report.returned.map {
                    Returned(by: $0.by.rawValue, at: zone.text($0.at), reason: $0.reason)
                })
        }
    }
}
