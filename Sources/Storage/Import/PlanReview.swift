import Casework

/// What today's rules would refuse in an imported plan. It is kept all the same, and flagged: a missing plan is the
/// greater danger (R8).
struct PlanReview {
    let plan: Plan
    /// The staff member of a logon, or nil when nobody here has it.
    let staff: (StaffMember.ID) throws -> StaffMember?

    /// Each fault in words, with its rule; none for a provider's plan, which is information only (R12).
    func flags() throws -> [String] {
        plan.provider ? [] : channels() + term() + alerts() + contactOfficer() + (try people())
    }

    private func level(_ channel: Channel) -> RestrictionLevel { plan.restriction(on: channel).level }

    private var restricts: Bool { Channel.allCases.contains { level($0) != .available } }

    private func channels() -> [String] {
        var flags: [String] = []
        if Channel.allCases.allSatisfy({ level($0) == .full }) {
            flags.append("All three channels are closed: no way is left to reach the agency (R8).")
        }
        for channel in Channel.allCases {
            let restriction = plan.restriction(on: channel)
            guard restriction.level == .partial, !restriction.note.contains(where: { !$0.isWhitespace }) else {
                continue
            }
            flags.append("\(channel.name): a partial restriction needs a note (R1).")
        }
        return flags
    }

    private func term() -> [String] {
        switch plan.term {
        case .provisional where !restricts: ["A provisional plan must restrict a channel (P2)."]
        case .overTwelveMonths: ["It lasts longer than 12 months: only a court order or a sentence allows that (P3)."]
        default: []
        }
    }

    private func alerts() -> [String] {
        guard plan.status != .active else { return [] }
        var flags: [String] = []
        if plan.safetyAlert { flags.append("A safety alert needs an active plan (A1).") }
        if plan.notificationAlert { flags.append("A notification alert needs an active plan (A2).") }
        return flags
    }

    private func contactOfficer() -> [String] {
        let people = plan.people
        var flags: [String] = []
        let hasOfficer = people.omc != nil || people.psso != nil
        if plan.term != .provisional, restricts {
            if !hasOfficer { flags.append("A long-term plan with restrictions must name an OMC (P10).") }
            if people.backup == nil, people.psso == nil {
                flags.append("A long-term plan with restrictions must name a backup OMC (P10).")
            }
        } else if !hasOfficer, level(.faceToFace) == .full {
            flags.append("A full face-to-face restriction must name an OMC (P10).")
        }
        return flags
    }

    private func people() throws -> [String] {
        let named = [
            ("OMC", plan.people.omc, true), ("backup OMC", plan.people.backup, true),
            ("PSSO", plan.people.psso, false), ("Employee Responsible", plan.people.employeeResponsible, false),
            ("approver", plan.people.approver, false),
        ]
        var flags: [String] = []
        for (part, logon, needsAccess) in named {
            guard let logon else { continue }
            if let member = try staff(logon) {
                if needsAccess, !member.access.allows(.recordNotes) {
                    flags.append("The \(part) \(logon) lacks manager access (P11).")
                }
            } else {
                flags.append("The \(part) \(logon) is not in the staff list.")
            }
        }
        if let omc = plan.people.omc, omc == plan.people.backup {
            flags.append("OMC and backup OMC are one person, \(omc) (P11).")
        }
        return flags
    }
}
