/// The facts of one contact, from the record and its judgement: what a procedure may turn on.
public struct ContactFacts: Sendable {
    public let record: CustomerRecord
    public let attempt: ContactAttempt
    public let judgement: Judgement

    public init(record: CustomerRecord, attempt: ContactAttempt, judgement: Judgement) {
        self.record = record
        self.attempt = attempt
        self.judgement = judgement
    }

    public func finding(_ fact: FactName) -> Finding {
        switch fact {
        case .planActive:
            guard let plan = record.plan else {
                return Finding(value: "no", because: "No agency plan is in force.", rule: "P6")
            }
            return Finding(value: "yes", because: "\(plan.id) is in force to \(plan.end.dated).", rule: "P6")
        case .faceToFaceLevel: return level(of: .faceToFace)
        case .phoneLevel: return level(of: .phone)
        case .writingLevel: return level(of: .writing)
        case .anyRestriction:
            let restricted = Channel.allCases.filter { restriction(on: $0).level != .available }.map(\.name)
            return Finding(
                value: restricted.isEmpty ? "no" : "yes",
                because: restricted.isEmpty
                    ? "Every channel is available." : "Restricted: \(restricted.joined(separator: ", ")).", rule: "R1")
        case .variation: return variation
        case .inLine:
            let value: String? =
                switch judgement.verdict {
                case .inLine: "yes"
                case .notInLine: "no"
                case .ask: nil
                }
            return Finding(value: value, because: judgement.because, rule: "R4")
        case .omcOnly:
            if let asked = brandAsked(on: .phone) { return asked }
            let terms = record.plan?.restriction(on: .phone).applying(to: attempt.brand).terms ?? []
            for case .only(let officer) in terms {
                guard !isCallToOmc else {
                    return Finding(
                        value: "no", because: "Calls go to the \(officer.name) only, and this call reached them.",
                        rule: "R4")
                }
                return Finding(value: "yes", because: "Calls go to the \(officer.name) only.", rule: "R4")
            }
            return Finding(value: "no", because: "The plan does not confine calls to the OMC or PSSO.", rule: "R4")
        case .managedByPs:
            let isManaged = record.plan?.management == .ps
            guard !isManaged || !isCallToOmc else {
                return Finding(
                    value: "no", because: "Personalised Services manages the plan, and the call reached its officer.",
                    rule: "PS5")
            }
            return Finding(
                value: isManaged ? "yes" : "no",
                because: isManaged ? "Personalised Services manages the plan." : "The zone manages the plan.",
                rule: "PS5")
        case .representativeRestricted:
            guard let restricted = record.restrictedRepresentatives.first else {
                let isNamed = record.plan.map { !$0.representatives.isEmpty } ?? false
                return Finding(
                    value: "no",
                    because: isNamed
                        ? "No representative has an agency plan in force."
                        : "No representative stands on this record.", rule: "R6")
            }
            return Finding(
                value: "yes", because: "\(restricted.name), \(restricted.role.name), has a plan of their own in force.",
                rule: "R6")
        case .planKind, .planTerm, .planSystem, .planBrand, .daysToEnd, .safetyAlert, .notificationAlert, .omcNamed,
            .backupNamed, .customerInformed, .representativeNamed:
            return PlanFacts(record).finding(fact)
        case .interpreterNeeded, .phoneKnown, .mobileKnown, .incarcerated, .checkInterval:
            return PersonFacts(record.customer).finding(fact)
        case .initialContactMade, .mobileShared, .incidentKnown, .incidentSerious, .incidentAlertBehaviour,
            .mayRecord, .mayPropose, .mayApprove, .mayApproveAlert:
            return Finding(value: nil, because: "The record alone does not tell.", rule: "Q1")
        }
    }

    private func restriction(on channel: Channel) -> Restriction {
        (record.plan?.restriction(on: channel) ?? .available).applying(to: attempt.brand)
    }

    /// Whether the call has reached the OMC or PSSO already: then nobody passes it on, or turns it away for going to
    /// the Smart Centre.
    private var isCallToOmc: Bool { attempt.channel == .phone && attempt.toOmc }

    /// What the record cannot tell of a channel before it is said which brand the contact is for (R2).
    private func brandAsked(on channel: Channel) -> Finding? {
        guard channel == attempt.channel, judgement.verdict == .ask, !judgement.brandsApart.isEmpty else { return nil }
        return Finding(value: nil, because: judgement.because, rule: "R2")
    }

    private func level(of channel: Channel) -> Finding {
        if let asked = brandAsked(on: channel) { return asked }
        let restriction = restriction(on: channel)
        // What a full restriction leaves open binds a call there as the terms of a partial one do (R3).
        if channel == .phone, isCallToOmc, restriction.level == .full, !restriction.includesOmc {
            return Finding(
                value: RestrictionLevel.partial.rawValue,
                because: "The full phone restriction leaves the OMC's or PSSO's number open; the call reached them.",
                rule: "R3")
        }
        return Finding(
            value: restriction.level.rawValue,
            because: "\(named(channel)): \(restriction.words(on: channel))".asSentence, rule: "R1")
    }

    /// With the brand, where the contact is for one that has a level of its own.
    private func named(_ channel: Channel) -> String {
        guard let brand = attempt.brand, record.plan?.restriction(on: channel).brands[brand] != nil else {
            return channel.name
        }
        return "\(channel.name), \(brand.name)"
    }

    private var variation: Finding {
        if judgement.decidedBy == .variation { return Finding(value: "yes", because: judgement.because, rule: "R11") }
        let elsewhere = record.plan?.variations.first {
            $0.channel == attempt.channel && $0.from <= attempt.at && attempt.at < $0.to
        }
        if let site = elsewhere?.site, attempt.site == nil {
            return Finding(
                value: nil, because: "A variation covers this time at \(site): is the customer there?", rule: "R11")
        }
        if let site = elsewhere?.site {
            return Finding(value: "no", because: "The variation for this time is for \(site).", rule: "R11")
        }
        return Finding(value: "no", because: "No variation covers this contact.", rule: "R11")
    }
}
