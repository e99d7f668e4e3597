import Casework

/// What months under a plan leave on a record: decisions, the first contacts, regular contact, health checks, reviews.
extension PracticeScene {
    /// The same plans with their history, and before some of them a milder plan that is over.
    func livedIn(_ plans: [PracticePlan]) -> [PracticePlan] {
        let lived = plans.map { made in
            var made = made
            made.history = history(of: made)
            return made
        }
        guard plans.count == 1, number % 4 == 1, let only = lived.first, !only.plan.provider, isUnderWay(only.plan)
        else { return lived }
        var before = PracticePlan(
            plan(.proactive, from: today.distance(to: only.plan.start) - 180), isEarlier: true)
        before.plan.end = only.plan.start.advanced(by: -40)
        before.history = history(of: before)
        return [before] + lived
    }

    /// Tells one customer from the next, so that not every record has the same days and words.
    private var number: Int { Int(customer.rawValue) }

    private func isUnderWay(_ plan: Plan) -> Bool { plan.status == .active && plan.start < today }

    private func history(of made: PracticePlan) -> PracticeHistory {
        let plan = made.plan
        guard isUnderWay(plan), !plan.provider else { return PracticeHistory() }
        var history = PracticeHistory()
        decide(plan, &history)
        if let keeper = plan.people.psso ?? plan.people.omc {
            inform(plan, by: keeper, &history)
            keepContact(plan, by: keeper, &history)
            checkHealth(plan, by: keeper, &history)
            review(plan, by: keeper, &history)
            recordReports(of: made, by: keeper, &history)
        }
        addOfCast(made, &history)
        // A day on which a plan ended or began leaves some of the above outside it, or still to come.
        let end = min(clock.instant(of: plan.end, at: .endOfDay), clock.instant(of: today, at: .midnight))
        history.contacts.removeAll { $0.occurredAt >= end }
        history.writings.removeAll { $0.at >= end }
        history.writings.sort { $0.at < $1.at }
        return history
    }

    /// The last day of the plan that has passed.
    private func latest(of plan: Plan) -> CalendarDay { min(plan.end, today.advanced(by: -1)) }

    /// The instant on `day`, or on the first weekday after it.
    func on(_ day: CalendarDay, _ hour: Int, _ minute: Int) -> Instant {
        var day = day
        while !day.weekday.isBusinessDay { day = day.advanced(by: 1) }
        return clock.instant(of: day, at: Self.time(hour, minute))
    }

    /// Why the plan was made, who approved it, and the safety alert (N1).
    private func decide(_ plan: Plan, _ history: inout PracticeHistory) {
        guard let approver = plan.people.approver else { return }
        let proposer = plan.people.employeeResponsible ?? approver
        history.write(PracticeNotes.rationale(of: plan), proposer, on(plan.start, 14, 5))
        if plan.safetyAlert {
            history.write(PracticeNotes.alertProposed, proposer, on(plan.start, 14, 25))
            history.write(PracticeNotes.alertApproved, approver, on(plan.start, 15, 40))
        }
        history.write(PracticeNotes.approval(in: plan.zone), approver, on(plan.start, 15, 50))
    }

    /// The customer is told by phone first, then by letter (L1, L4).
    private func inform(_ plan: Plan, by keeper: StaffMember.ID, _ history: inout PracticeHistory) {
        guard let informed = plan.customerInformed else {
            return history.write(
                PracticeNotes.notReached("SMS and one call to the mobile held"), keeper, on(plan.start, 16, 20))
        }
        if number % 3 == 1 {
            history.write(PracticeNotes.notReached("Call to the mobile held"), keeper, on(informed, 9, 15))
        }
        if number % 6 == 5 {
            history.write(PracticeNotes.notPhoned, keeper, on(informed, 10, 30))
        } else {
            history.tell(call(on(informed, 13, 40), keeper, plan), PracticeNotes.informed(until: plan.end))
        }
        history.write(PracticeNotes.letter(byPolice: plan.safetyAlert), keeper, on(informed.advanced(by: 3), 11, 10))
        if number % 5 == 3 { history.write(PracticeNotes.reminderBySMS, keeper, on(informed.advanced(by: 5), 10, 0)) }
    }

    /// A call to the keeper; a letter where the plan leaves no call.
    private func call(_ at: Instant, _ keeper: StaffMember.ID, _ plan: Plan) -> Contact {
        let phone = plan.restriction(on: .phone)
        let writes = phone.level == .full && phone.includesOmc
        return Contact(
            customer: customer, channel: writes ? .writing : .phone, occurredAt: at, smartCentre: false, staff: keeper,
            verdict: .inLine, outcome: writes ? "Answered by letter" : "Served by the OMC")
    }

    /// Regular contact of the last half year, and what came between.
    private func keepContact(_ plan: Plan, by keeper: StaffMember.ID, _ history: inout PracticeHistory) {
        let first = max(plan.start.advanced(by: 6), today.advanced(by: -182))
        var (day, turn) = (latest(of: plan).advanced(by: -4 - number % 9), number)
        while day > first {
            let at = on(day, 9 + turn % 6, turn * 7 % 60)
            history.tell(
                call(at, keeper, plan),
                plan.management == .ps && turn % 2 == 0
                    ? PracticeNotes.caseNote : PracticeNotes.contact(turn, at: clock.stamp(at)))
            (day, turn) = (day.advanced(by: -23), turn + 1)
        }
        let middle = plan.start.advanced(by: max(8, plan.start.distance(to: latest(of: plan)) / 2))
        if number % 2 == 0 {
            let at = on(middle.advanced(by: 2), 16, 5)
            history.write(PracticeNotes.voicemail(at: clock.stamp(at - 1200)), keeper, at)
            let callBack = call(at + 600, keeper, plan)
            if callBack.channel == .phone {
                history.tell(callBack, PracticeNotes.calledBack(at: clock.stamp(callBack.occurredAt)), follows: at)
            }
        }
        if number % 5 == 1 {
            history.write(
                PracticeNotes.away(from: middle, to: middle.advanced(by: 11)), keeper,
                on(middle.advanced(by: -2), 15, 0))
        }
        if plan.start.distance(to: today) > 150, number % 2 == 1 {
            history.write(PracticeNotes.handover, keeper, on(middle.advanced(by: 20), 14, 30))
        }
    }

    /// Each fortnight (C3), newest last; on some records the last is overdue.
    private func checkHealth(_ plan: Plan, by keeper: StaffMember.ID, _ history: inout PracticeHistory) {
        let first = max(plan.start.advanced(by: 3), today.advanced(by: -182))
        let overdue = number % 4 == 0 ? 10 : 0
        var (day, turn) = (latest(of: plan).advanced(by: -number % 11 - overdue), number)
        while day > first {
            let next = min(day.advanced(by: 14), plan.end)
            history.write(PracticeNotes.healthCheck(turn, next: next), keeper, on(day, 15, turn * 11 % 60))
            (day, turn) = (day.advanced(by: -14), turn + 1)
        }
    }

    /// What the panel recommended, where the end has come near (V5).
    private func review(_ plan: Plan, by keeper: StaffMember.ID, _ history: inout PracticeHistory) {
        let panel = plan.end.advanced(by: -17)
        guard plan.term != .provisional, panel < today, panel > plan.start else { return }
        history.write(PracticeNotes.reviewed(plan), plan.people.employeeResponsible ?? keeper, on(panel, 11, 20))
    }

    /// What counter and phone officers wrote of their contacts, recorded by the keeper the day after (N4). The named
    /// officers work in the first zone: elsewhere the keeper wrote what a site told.
    private func recordReports(
        of made: PracticePlan, by keeper: StaffMember.ID, _ history: inout PracticeHistory
    ) {
        for contact in made.contacts where clock.day(at: contact.occurredAt).distance(to: today) > 3 {
            let content = PracticeNotes.report(of: contact, at: clock.stamp(contact.occurredAt))
            if site.zone == PracticeSites.serviceCentres[0].zone, let officer = contact.staff {
                let recorded = on(clock.day(at: contact.occurredAt).advanced(by: 1), 9, 5)
                history.write(content, officer, contact.occurredAt + 600, .recorded(by: keeper, at: recorded))
            } else {
                history.write(content, keeper, contact.occurredAt + 600)
            }
        }
    }
}
