import Casework

extension PracticeScene {
    /// What the cast does not show.
    static let further: [@Sendable (PracticeScene) -> [PracticePlan]] = [
        // An approved extension waits behind the plan that it follows.
        { scene in
            let phone = partial("One Smart Centre call a week", .limit(1, per: .week))
            let current = scene.plan(from: -170, to: 6, faceToFace: full("Attends no site"), phone: phone)
            let extending = scene.plan(from: 7, to: 180, phone: phone)
            return [PracticePlan(current, contacts: scene.callsThisWeek(1)), PracticePlan(extending)]
        },
        // The last plan is over; a milder one runs.
        { scene in
            let over = scene.plan(from: -300, to: -121, faceToFace: full("Attends no site"))
            let running = scene.plan(
                from: -120, to: 60,
                faceToFace: partial("Wednesday afternoons", .days([.wednesday], from: time(13), to: time(16, 30))))
            return [
                PracticePlan(over, contacts: [scene.visit(200, refused: true)]),
                PracticePlan(running, contacts: [scene.visit(35, on: .wednesday, hour: 14)]),
            ]
        },
        // To come.
        { scene in
            [PracticePlan(scene.plan(from: 5, to: 185, faceToFace: partial("By appointment", .appointment)))]
        },
        // Still being written.
        { scene in
            var plan = scene.plan(from: 0, to: 90, phone: partial("Two calls a day", .limit(2, per: .day)))
            plan.status = .draft
            plan.people = PlanPeople(omc: scene.team.omc)
            return [PracticePlan(plan)]
        },
        // Waits for approval; the earlier provisional plan runs.
        { scene in
            var provisional = scene.plan(from: -3, faceToFace: full("Attends no site for now"))
            provisional.end = BusinessCalendar.systemBusinessDay(5, after: scene.today)
            var proposed = scene.plan(from: 8, to: 180, faceToFace: full("Attends no site"))
            proposed.start = provisional.end.advanced(by: 1)
            proposed.status = .submitted
            return [PracticePlan(provisional), PracticePlan(proposed)]
        },
        // Refused by the approver.
        { scene in
            var plan = scene.plan(from: -10, to: 80, phone: full("Calls no number"))
            plan.status = .rejected
            return [PracticePlan(plan)]
        },
        // Taken out of every list.
        { scene in
            var plan = scene.plan(from: -50, to: 50, faceToFace: full("Attends no site"))
            plan.status = .removed
            return [PracticePlan(plan)]
        },
        // As long as a court order: more than twelve months.
        { scene in
            let plan = scene.plan(
                from: -200, to: 400, faceToFace: full("Attends no site while the court's order lasts"))
            return [PracticePlan(plan)]
        },
        // Medicare provider, in the other incident system.
        { scene in
            var plan = scene.plan(
                phone: partial("Writes first; calls on Fridays", .days([.friday], from: time(9), to: time(11))))
            plan.system = .cirt
            plan.brands = [.medicareProvider]
            return [PracticePlan(plan)]
        },
        // Child Support through Personalised Services, beside other brands.
        { scene in
            var plan = scene.plan(.proactive, phone: partial("The PSSO alone", .only(.psso)))
            plan.brands = [.childSupport, .centrelink]
            plan.management = .ps
            plan.people.psso = PracticeStaff.psso
            return [PracticePlan(plan)]
        },
        // Medicare is left open where the rest is closed.
        { scene in
            var phone = full("Calls no Centrelink number; Medicare once a day")
            phone.brands = [
                .medicarePublic: BrandRestriction(
                    level: .partial, note: "Medicare once a day", terms: [.limit(1, per: .day)])
            ]
            var plan = scene.plan(phone: phone)
            plan.brands = [.centrelink, .medicarePublic]
            return [PracticePlan(plan)]
        },
        // Strategies without a restriction.
        { scene in [PracticePlan(scene.plan(.proactive, from: -25, to: 95))] },
        // A provider's plan beside the agency's own.
        { scene in
            let own = scene.plan(faceToFace: partial("One visit a day", .limit(1, per: .day)))
            return [PracticePlan(own, contacts: [scene.visit(7)]), PracticePlan(scene.providerPlan())]
        },
        // Variations by phone and in writing, today and tomorrow.
        { scene in
            var plan = scene.plan(phone: full("Calls no number"), writing: partial("No uploads", .noUpload))
            plan.variations = [
                Variation(
                    channel: .phone, from: scene.at(0, 8), to: scene.at(0, 17), approvedBy: scene.team.approver),
                Variation(
                    channel: .writing, from: scene.at(0, 0), to: scene.at(2, 0), approvedBy: scene.team.approver),
            ]
            return [PracticePlan(plan)]
        },
        // Imported without the note that a partial restriction needs (R1).
        { scene in
            var plan = scene.plan(phone: partial("", .limit(3, per: .week)))
            plan.flags = ["Phone is restricted in part, but no note says how."]
            return [PracticePlan(plan, contacts: scene.callsThisWeek(2) + scene.callsThisWeek(1, refused: true))]
        },
        // Imported without a One Main Contact, though face to face is full (P10).
        { scene in
            var plan = scene.plan(
                faceToFace: full("Attends no site"), writing: partial("One address", .address("PO Box 7788, Canberra")))
            plan.people = PlanPeople(approver: scene.team.approver)
            plan.flags = ["Face to face is full, but no One Main Contact is named."]
            return [PracticePlan(plan)]
        },
        // Writing only.
        { scene in
            var plan = scene.plan(
                faceToFace: full("Attends no site"), phone: full("Calls no number"),
                writing: partial("Writes to the post box of the zone", .address("PO Box 7788, Canberra BC ACT 2610")))
            plan.notificationAlert = true
            return [PracticePlan(plan)]
        },
        // Two windows a week, by appointment.
        { scene in
            var plan = scene.plan(
                faceToFace: partial(
                    "By appointment: Monday mornings or Friday afternoons",
                    .days([.monday], from: time(9), to: time(12)),
                    .days([.friday], from: time(13), to: time(16)), .appointment))
            plan.appointments = [Appointment(site: scene.site.name, at: scene.at(1, 9, 30))]
            return [PracticePlan(plan)]
        },
    ]
}
