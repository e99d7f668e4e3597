extension Desk {
    /// What the record, the register and this staff member's access tell of `names`, each with its reason; a fact that
    /// cannot be known is there without a value.
    ///
    /// - Throws: errors of the store; ``CalendarError``.
    public func facts(_ names: some Sequence<FactName>, for contact: ContactFacts) throws -> [FactName: Finding] {
        try names.reduce(into: [:]) { found, name in
            if found[name] == nil { found[name] = try fact(name, for: contact) }
        }
    }

    /// One fact; see ``facts(_:for:)``.
    public func fact(_ name: FactName, for contact: ContactFacts) throws -> Finding {
        switch name {
        case .mayRecord: access(to: "record plan notes", [.manager, .delegate, .psManager, .capt])
        case .mayPropose: access(to: "propose a plan", [.manager, .delegate, .psManager])
        case .mayApprove: access(to: "approve long-term restrictions", [.delegate])
        case .mayApproveAlert: mayApproveAlert(of: contact.record)
        case .mobileShared: try mobileShared(by: contact.record.customer)
        case .initialContactMade: try initialContact(of: contact.record)
        case .incidentKnown, .incidentSerious, .incidentAlertBehaviour:
            try incident(name, of: contact.record)
        default: contact.finding(name)
        }
    }

    /// Who may do what by their level (section 11).
    private func access(to act: String, _ holders: [Access]) -> Finding {
        let may = holders.contains(staff.access)
        return Finding(
            value: may ? "yes" : "no",
            because: "\(staff.access.name.capitalisedFirst) access \(may ? "may" : "may not") \(act).", rule: "Q1")
    }

    /// A delegate always; a manager or PS manager in a provisional plan alone, so that nothing waits.
    private func mayApproveAlert(of record: CustomerRecord) -> Finding {
        let act = "approve a safety alert"
        guard [.manager, .psManager].contains(staff.access) else { return access(to: act, [.delegate]) }
        let term = PlanFacts(record).finding(.planTerm)
        guard let value = term.value else { return Finding(value: nil, because: term.because, rule: "A1") }
        let may = value == "provisional"
        return Finding(
            value: may ? "yes" : "no",
            because: "\(staff.access.name.capitalisedFirst) access may \(act) in a provisional plan alone. "
                + term.because,
            rule: "A1")
    }

    /// By the incidents on the record but drafts. That none is held proves nothing: they are recorded elsewhere.
    private func incident(_ name: FactName, of record: CustomerRecord) throws -> Finding {
        let incidents = try store.read { try $0.incidents(of: record.customer.id) }.submitted
        guard let latest = incidents.first else {
            return Finding(value: nil, because: "No incident stands on the record.", rule: "I1")
        }
        func yesOrNo(_ found: Incident?, _ none: String, _ rule: String) -> Finding {
            guard let found else { return Finding(value: "no", because: none, rule: rule) }
            let kinds = found.behaviours.map(\.name).joined(separator: ", ")
            return Finding(
                value: "yes", because: "\(found.id), \(zone.day(at: found.occurredAt).dated): \(kinds).", rule: rule)
        }
        switch name {
        case .incidentSerious:
            return yesOrNo(
                incidents.first { $0.severity == .serious }, "No incident on the record is serious.", "I1")
        case .incidentAlertBehaviour:
            return yesOrNo(
                incidents.first(where: \.callsForSafetyAlert),
                "No incident on the record is an assault, an attempt at one, or stalking.", "A1")
        default: return yesOrNo(latest, "", "I1")
        }
    }

    private func mobileShared(by customer: Customer) throws -> Finding {
        guard let mobile = customer.phoneMobile else {
            return Finding(value: nil, because: "No mobile number is recorded.", rule: "L2")
        }
        let others = try store.read { try $0.customers(withPhone: mobile) }.count { $0.id != customer.id }
        return Finding(
            value: others > 0 ? "yes" : "no",
            because: others > 0
                ? "\(mobile) stands on \(others) other \(others == 1 ? "record" : "records")."
                : "\(mobile) stands on this record alone.", rule: "L2")
    }

    /// A contact that was not refused, or a note of a contact, since the plan in force began.
    private func initialContact(of record: CustomerRecord) throws -> Finding {
        guard let plan = record.plan else {
            return Finding(value: nil, because: "No agency plan is in force.", rule: "C5")
        }
        let start = try plan.span().lowerBound
        let zone = try plan.state.zone()
        let kinds = [NoteType.customerContact, NoteType.contactOutcome]
        let found: Instant? = try store.read { reader in
            let contact = try reader.contactsMade(of: record.customer.id, from: start, to: record.at)
                .last { !$0.refused }
            let note = try reader.notes(of: record.customer.id).last {
                kinds.contains($0.content.type) && $0.writtenAt >= start && $0.writtenAt < record.at
                    && $0.removal == nil
            }
            return [contact?.occurredAt, note?.writtenAt].compactMap { $0 }.min()
        }
        guard let found else {
            return Finding(
                value: "no", because: "No contact is recorded since \(plan.id) began on \(plan.start.dated).",
                rule: "C5")
        }
        return Finding(
            value: "yes", because: "A contact is recorded on \(zone.day(at: found).dated).", rule: "C5")
    }
}
