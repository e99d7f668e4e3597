import Casework

extension PracticeRegister {
    /// Who acts in a practice register when nobody is named.
    public static let administrator = StaffMember.ID(rawValue: "PRADMIN")
    /// The service officer at the Parramatta counter, in whose place people practise first.
    public static let officer = StaffMember.ID(rawValue: "PRCOUNTER")
}

extension RegisterSession {
    /// Fills an empty register with invented people, staff, sites and plans.
    ///
    /// - Parameter progress: told every thousand people how many there are.
    public func fill(
        with practice: PracticeRegister, at now: Instant, progress: (Int) -> Void = { _ in }
    ) throws {
        for site in practice.sites { try save(site) }
        for member in practice.staff { try save(member) }
        var count = 0
        for person in practice.people {
            // Plans name people by their place in the sequence, which is the row that an empty register gives them.
            let id = try insert(person)
            guard id == person.id else { throw RegisterError.refused(detail: "person \(person.id) became \(id)") }
            count += 1
            if count % 1_000 == 0 { progress(count) }
        }
        var incidents = 0
        for made in try practice.plans() {
            try save(made.plan)
            for contact in made.contacts { try add(contact) }
            for incident in made.incidents { try add(incident) }
            try add(made.history, under: made.plan)
            incidents += made.incidents.count
        }
        if let unknown = try practice.incidentByNobodyKnown(number: incidents + 1) { try add(unknown) }
        try append(
            AuditEntry(
                after: try lastAuditEntry(), at: now, staff: PracticeRegister.administrator, act: .registerMade,
                customer: nil, detail: "practice, \(count) people"))
    }
}
