import Casework

extension PracticeScene {
    /// One scene for each of the cast that has plans, in the cast's order.
    static let cast: [@Sendable (PracticeScene) -> [PracticePlan]] = [
        // The counter: days, hours and one site; a count of calls with one left.
        { scene in
            let plan = scene.plan(
                faceToFace: partial(
                    "Tuesdays and Thursdays, 10 to 12, \(scene.site.name) only",
                    .days([.tuesday, .thursday], from: time(10), to: time(12)), .sites([scene.site.name])),
                phone: partial("Two Smart Centre calls a week", .limit(2, per: .week)))
            return [PracticePlan(plan, contacts: [scene.visit(14, on: .tuesday)] + scene.callsThisWeek(1))]
        },
        // The caller: the count is used up.
        { scene in
            let plan = scene.plan(
                from: -30, to: 60, phone: partial("Two Smart Centre calls a week", .limit(2, per: .week)))
            return [PracticePlan(plan, contacts: scene.callsThisWeek(2))]
        },
        // The work item: OMC only, visits by appointment.
        { scene in
            var plan = scene.plan(
                .proactive, from: -90, to: 30,
                faceToFace: partial("By appointment, arranged through the OMC", .appointment),
                phone: partial("Calls the OMC on the Triage number, option 2; not for the Smart Centre", .only(.omc)))
            let kept = scene.visit(14)
            plan.appointments = [kept.occurredAt, scene.at(0, 10, 30), scene.at(1, 14)].map {
                Appointment(site: scene.site.name, at: $0)
            }
            return [PracticePlan(plan, contacts: [kept])]
        },
        // Both alerts, and a variation that covers today.
        { scene in
            var plan = scene.plan(
                from: -20, to: 160, faceToFace: full("Attends no site"),
                phone: partial("One Smart Centre call a day", .limit(1, per: .day)))
            plan.safetyAlert = true
            plan.notificationAlert = true
            plan.variations = [
                Variation(
                    channel: .faceToFace, site: scene.site.name, from: scene.at(0, 8, 30), to: scene.at(0, 16, 30),
                    approvedBy: scene.team.approver)
            ]
            return [PracticePlan(plan, contacts: [scene.visit(10, refused: true)])]
        },
        // The nominee of the next, with a plan of their own.
        { scene in
            let plan = scene.plan(
                faceToFace: partial("Any site but \(scene.site.name)", .refusedSites([scene.site.name])))
            return [PracticePlan(plan)]
        },
        // Represented in every way, once by somebody who has a plan.
        { scene in
            var plan = scene.plan(
                from: -45, to: 200, faceToFace: full("Attends no site; the nominee may"),
                phone: partial("Mornings only", .days([], from: time(8), to: time(12))))
            let nominee = scene.neighbour
            plan.representatives = [
                Representative(name: nominee?.name ?? "Alison Mayberry", role: .nominee, customer: nominee?.id),
                Representative(name: "Corinne Inkpen", role: .ppe),
                Representative(name: "Rupert Inkpen", role: .ppu),
                Representative(name: "Verity Pemberton", role: .powerOfAttorney),
            ]
            return [PracticePlan(plan)]
        },
        // Managed by Personalised Services.
        { scene in
            var plan = scene.plan(
                .proactive, from: -30, to: 92,
                phone: partial("Calls the PSSO on the Triage number, option 1", .only(.psso)))
            plan.management = .ps
            plan.people = PlanPeople(
                psso: PracticeStaff.psso, employeeResponsible: .init(rawValue: "PRPSM"),
                approver: .init(rawValue: "PRPSM"))
            return [PracticePlan(plan)]
        },
        // Over since yesterday's midnight.
        { scene in
            [
                PracticePlan(
                    scene.plan(from: -181, to: -1, faceToFace: full("Attends no site")),
                    contacts: [scene.visit(90, refused: true)])
            ]
        },
        // Full phone that leaves the OMC's number open.
        { scene in
            [PracticePlan(scene.plan(phone: full("Calls nobody but the OMC", includesOmc: false)))]
        },
        // Hours by the site's own clock.
        { scene in
            let plan = scene.plan(
                from: -14, to: 100,
                faceToFace: partial(
                    "Mornings at \(scene.site.name), 9 to 12", .days([], from: time(9), to: time(12)),
                    .sites([scene.site.name])))
            return [PracticePlan(plan)]
        },
        // A provider's plan alone.
        { scene in [PracticePlan(scene.providerPlan())] },
        // Provisional: ten business days, of which some have passed.
        { scene in
            var plan = scene.plan(faceToFace: full("Attends no site until the panel has met"))
            plan.start = BusinessCalendar.systemBusinessDay(-4, after: scene.today)
            plan.end = BusinessCalendar.systemBusinessDay(9, after: plan.start)
            plan.customerInformed = nil
            return [PracticePlan(plan)]
        },
        // Every channel closed: today's rules would refuse it (R8).
        { scene in
            var plan = scene.plan(
                from: -100, to: 80, faceToFace: full("Attends no site"), phone: full("Calls no number"),
                writing: full("Writes to no address"))
            plan.flags = ["All three channels are full: no way is left to reach payments and services."]
            return [PracticePlan(plan)]
        },
        // One number, one address, no uploads.
        { scene in
            let plan = scene.plan(
                phone: partial("Calls from 0491 570 014 alone", .number("0491570014")),
                writing: partial(
                    "Writes to the post box of the zone, uploads nothing",
                    .address("PO Box 7788, Canberra BC ACT 2610"),
                    .noUpload))
            return [PracticePlan(plan)]
        },
    ]

    /// An Employment Services Provider's plan: information only (R12).
    func providerPlan() -> Plan {
        var plan = plan(from: -15, to: 75, faceToFace: Self.full("Meets the provider by video alone"))
        plan.provider = true
        plan.people = PlanPeople()
        return plan
    }
}
