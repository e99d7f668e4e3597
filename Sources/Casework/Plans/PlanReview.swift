/// What today's rules would refuse in a plan. An imported one is kept all the same, and flagged: a missing plan is the
/// greater danger (R8).
public struct PlanReview {
    private let plan: Plan
    private let staff: (StaffMember.ID) throws -> StaffMember?

    /// - Parameter staff: the staff member of a logon, or nil when nobody here has it.
    public init(of plan: Plan, staff: @escaping (StaffMember.ID) throws -> StaffMember?) {
        self.plan = plan
        self.staff = staff
    }

    /// Each fault in words, with its rule; none for a provider's plan, which is information only (R12).
    public func flags() throws -> [String] {
        guard !plan.provider else { return [] }
        return try channels() + term() + medicareProvider() + childSupport() + alerts() + contactOfficer() + people()
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
        return flags + terms()
    }

    private func terms() -> [String] {
        Channel.allCases.flatMap { channel in
            let restriction = plan.restriction(on: channel)
            let terms = restriction.terms + Brand.allCases.flatMap { restriction.brands[$0]?.terms ?? [] }
            return terms.compactMap { term in term.doubt.map { "\(channel.name): \($0)." } }
        }
    }

    private func term() -> [String] {
        switch plan.term {
        case .provisional: provisional()
        case .overTwelveMonths: ["It lasts longer than 12 months: only a court order or a sentence allows that (P3)."]
        case .longTerm: []
        }
    }

    private func provisional() -> [String] {
        var flags: [String] = []
        if !restricts { flags.append("A provisional plan must restrict a channel (P2).") }
        let others = plan.brands.filter { ![.centrelink, .medicarePublic, .medicareProvider].contains($0) }
        if !others.isEmpty {
            let names = others.map(\.name).joined(separator: ", ")
            flags.append("A provisional plan is for Centrelink and Medicare public alone, not for \(names) (P2).")
        }
        return flags
    }

    private func medicareProvider() -> [String] {
        guard plan.brands.contains(.medicareProvider) else { return [] }
        var flags: [String] = []
        if plan.system != .cirt { flags.append("A Medicare provider's plan is recorded in CIRT (P4).") }
        if BusinessCalendar.businessDays(from: plan.start, to: plan.end) < 6 {
            flags.append("A Medicare provider's plan lasts 6 business days or more (P4).")
        }
        return flags
    }

    private func childSupport() -> [String] {
        let restricts = Channel.allCases.contains {
            plan.restriction(on: $0).applying(to: .childSupport).level != .available
        }
        guard plan.brands.contains(.childSupport), restricts, plan.management != .ps else { return [] }
        return ["A restriction of Child Support needs management by Personalised Services first (R10)."]
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
        } else if !hasOfficer, Set(plan.brands).count > 1 {
            flags.append("With more than one brand at risk it must name an OMC or PSSO (P10).")
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
