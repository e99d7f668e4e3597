import Casework

/// The incidents behind the plans of a scene: what a reactive plan follows (P1, P12), and what broke it (C2).
extension PracticeScene {
    /// The same plans, each with its incidents; their numbers and plans are given when the plans are numbered.
    func withIncidents(_ plans: [PracticePlan]) -> [PracticePlan] {
        plans.map { made in
            var made = made
            // An extension follows its plan, not an incident of its own.
            let extends = plans.contains { $0.plan.end.advanced(by: 1) == made.plan.start && !$0.plan.provider }
            made.incidents =
                (made.plan.kind == .reactive && !made.plan.provider && !extends ? [beginning(of: made.plan)] : [])
                + made.contacts.filter(\.refused).map { breach($0, of: made.plan) }
            return made
        }
    }

    private func beginning(of plan: Plan) -> Incident {
        let day = min(plan.start, today.advanced(by: -1))
        let number = Int(customer.rawValue)
        let at = clock.instant(of: day, at: Self.time(9 + number % 6, number * 7 % 60))
        let faceToFace = plan.restriction(on: .faceToFace).level
        let phone = plan.restriction(on: .phone).level
        if plan.safetyAlert {
            return incident(
                at, plan, [.assaultNoWeaponActual, .abuseVerbalActual], .serious, at: site.name,
                "Reached over the counter and pushed the officer's shoulder, then shouted at the queue for two minutes. A "
                    + "guard stood by until the person left; police came at a quarter past.")
        }
        if faceToFace == .full {
            return incident(
                at, plan, [.assaultNoWeaponThreat, .abuseVerbalActual], .serious, at: site.name,
                "Told the officer: \"I will wait for you outside.\" Struck the desk with a closed hand and left when "
                    + "asked a second time.")
        }
        if faceToFace == .partial {
            return incident(
                at, plan, number % 2 == 0 ? [.abuseVerbalActual] : [.abuseVerbalActual, .healthAndSafetyActual],
                .moderate, at: site.name,
                "Shouted at two officers and spat on the floor beside the door. Nobody was hit. Left before the team "
                    + "leader came.")
        }
        if phone == .full {
            return incident(
                at, plan, [.assaultNoWeaponThreat], .serious, by: "PRPHONE",
                "Said on the phone: \"I know which bus you take.\" The call was ended and the manager told at once.")
        }
        return incident(
            at, plan, [.abuseVerbalActual], phone == .partial ? .moderate : .low, by: "PRPHONE",
            "Called four officers names in one morning, in calls of under a minute; each was warned and ended.")
    }

    /// A contact that the plan did not let happen.
    private func breach(_ contact: Contact, of plan: Plan) -> Incident {
        let isCall = contact.channel == .phone
        return incident(
            contact.occurredAt, plan, [.abuseVerbalActual], .low, at: contact.site,
            by: isCall ? "PRPHONE" : "PRCOUNTER",
            isCall
                ? "Called once more than the plan lets, and shouted when told so. The call was ended."
                : "Came in though the plan closes this site to them, and shouted when told so. Left when asked.")
    }

    private func incident(
        _ occurredAt: Instant, _ plan: Plan, _ behaviours: [Incident.Behaviour], _ severity: Incident.Severity,
        at site: String? = nil, by officer: String = "PRCOUNTER", _ summary: String
    ) -> Incident {
        let age = clock.day(at: occurredAt).distance(to: today)
        return Incident(
            id: Incident.ID(rawValue: ""), system: plan.system, customer: customer, occurredAt: occurredAt,
            recordedAt: occurredAt + 5400, site: site, behaviours: behaviours, severity: severity,
            status: age > 14 ? .final : age > 5 || severity != .low ? .submitted : .draft, summary: summary,
            recordedBy: StaffMember.ID(rawValue: officer))
    }
}

extension PracticeRegister {
    /// An incident by somebody whom nobody knew, which stands on no record (I1); nil unless the register is lived in.
    ///
    /// - Throws: ``CalendarError/unknownZone(_:)``.
    func incidentByNobodyKnown(number: Int) throws(CalendarError) -> Incident? {
        guard isLivedIn else { return nil }
        let site = PracticeSites.serviceCentres[0]
        let at = try LocalZone(site.timeZone).instant(of: today.advanced(by: -6), at: PracticeScene.time(15, 25))
        return Incident(
            id: Incident.ID(rawValue: "CIMS-" + PracticePlans.sixDigits(number)), system: .cims, customer: nil,
            occurredAt: at, recordedAt: at + 4800, site: site.name, behaviours: [.healthAndSafetyActual],
            severity: .low, status: .submitted,
            summary: "Kicked the glass door on the way out; it held. Gave no name and was not known to the guard.",
            recordedBy: .init(rawValue: "PRLEADER"))
    }
}
