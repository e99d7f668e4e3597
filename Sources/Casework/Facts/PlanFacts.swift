/// What a plan tells a procedure: of the one in force, or, where none is, of the last one that was.
struct PlanFacts {
    private let record: CustomerRecord
    private let plan: Plan?

    init(_ record: CustomerRecord) {
        self.record = record
        plan = record.planOrLast
    }

    func finding(_ fact: FactName) -> Finding {
        switch fact {
        case .safetyAlert:
            return yesOrNo(record.plan?.safetyAlert ?? false, "A safety alert is on.", "No safety alert is on.", "A1")
        case .notificationAlert:
            return yesOrNo(
                record.plan?.notificationAlert ?? false, "A notification alert is on.", "No notification alert is on.",
                "A2")
        default: break
        }
        guard let plan else {
            return Finding(value: nil, because: "No agency plan stands on the record.", rule: "P8")
        }
        switch fact {
        case .planKind: return Finding(value: plan.kind.rawValue, because: "\(plan.id) is \(plan.kind).", rule: "P1")
        case .planTerm: return term(of: plan)
        case .planSystem:
            return Finding(
                value: plan.system.rawValue.lowercased(), because: "\(plan.id) is held in \(plan.system.rawValue).",
                rule: "P8")
        case .planBrand: return brand(of: plan)
        case .daysToEnd: return daysToEnd(of: plan)
        case .omcNamed: return named(plan.people.omc, "OMC", of: plan)
        case .backupNamed: return named(plan.people.backup, "backup OMC", of: plan)
        case .customerInformed:
            guard let day = plan.customerInformed else {
                return Finding(value: "no", because: "No day is recorded on which the customer was told.", rule: "L4")
            }
            return Finding(value: "yes", because: "The customer was told on \(day.dated).", rule: "L4")
        case .representativeNamed:
            guard let first = plan.representatives.first else {
                return Finding(value: "no", because: "No representative stands on the plan.", rule: "R6")
            }
            return Finding(value: "yes", because: "\(first.name) is their \(first.role.name).", rule: "R6")
        default: return Finding(value: nil, because: "The plan does not tell.", rule: "P8")
        }
    }

    private func yesOrNo(_ value: Bool, _ yes: String, _ no: String, _ rule: String) -> Finding {
        Finding(value: value ? "yes" : "no", because: value ? yes : no, rule: rule)
    }

    private func named(_ id: StaffMember.ID?, _ role: String, of plan: Plan) -> Finding {
        guard let id else { return Finding(value: "no", because: "\(plan.id) names no \(role).", rule: "P10") }
        return Finding(value: "yes", because: "The \(role) is \(record.title(of: id)).", rule: "P10")
    }

    private func term(of plan: Plan) -> Finding {
        let days = BusinessCalendar.businessDays(from: plan.start, to: plan.end)
        let isProvider = plan.isOfMedicareProvider
        return Finding(
            value: plan.term == .provisional ? "provisional" : "long-term",
            because: "\(plan.id) holds \(days) business days, \(plan.start.dated) to \(plan.end.dated)"
                + (isProvider ? "; a Medicare provider's plan is never provisional." : "."),
            rule: isProvider ? "P4" : "P2")
    }

    private func brand(of plan: Plan) -> Finding {
        guard let first = plan.brands.first else {
            return Finding(value: nil, because: "\(plan.id) names no brand.", rule: "P8")
        }
        let names = plan.brands.map(\.name).joined(separator: ", ")
        let value: String
        switch first {
        case _ where plan.brands.count > 1: value = "several"
        case .centrelink: value = "centrelink"
        case .medicarePublic: value = "medicare-public"
        case .medicareProvider: value = "medicare-provider"
        case .childSupport: value = "child-support"
        }
        return Finding(value: value, because: "\(plan.id) is for \(names).", rule: "P8")
    }

    /// By calendar days to the last day in force, that day being 0 (V2).
    private func daysToEnd(of plan: Plan) -> Finding {
        let days = record.today(of: plan).distance(to: plan.end)
        guard days >= 0 else {
            return Finding(value: "ended", because: "\(plan.id) ended on \(plan.end.dated).", rule: "V2")
        }
        return Finding(
            value: days > 28 ? "over-28" : days > 2 ? "within-28" : "within-2",
            because: "\(plan.id) ends on \(plan.end.dated), in \(days) \(days == 1 ? "day" : "days").", rule: "V2")
    }
}
