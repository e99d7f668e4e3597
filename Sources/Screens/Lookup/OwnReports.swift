import Casework

extension Services {
    /// What became of the contact reports that the officer wrote lately, in words, the newest first.
    func ownReports() throws -> [Lookup.OwnReport] {
        let reports = try desk.ownReports(at: now())
        let managers = try desk.staff(reports.compactMap(\.note?.recordedBy))
        return reports.map { own in
            let words =
                if let note = own.note {
                    "RECORDED by \(managers.title(of: note.recordedBy)), \(desk.zone.stamp(note.recordedAt)), as note "
                        + "\(note.id.rawValue)."
                } else {
                    "Waits for a manager since \(desk.zone.stamp(own.report.writtenAt))."
                }
            return Lookup.OwnReport(
                report: own.report.id, customer: own.report.customer,
                name: own.customer.map(Identity.name) ?? "Unknown person", type: own.report.content.title, words: words)
        }
    }
}
