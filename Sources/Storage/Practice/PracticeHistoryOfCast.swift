import Casework

extension PracticeScene {
    /// What still waits on the records of the ``PracticeCast``: a report for a manager, one given back to its author, a
    /// note taken out of sight.
    func addOfCast(_ made: PracticePlan, _ history: inout PracticeHistory) {
        guard !made.isEarlier, let omc = made.plan.people.omc else { return }
        switch customer.rawValue {
        // Applegarth: this week's call. Thackeray: the second of this week's.
        case 1, 2:
            guard let call = made.contacts.last else { return }
            history.write(
                PracticeNotes.report(of: call, at: clock.stamp(call.occurredAt)), .init(rawValue: "PRPHONE"),
                call.occurredAt + 480, .waiting)
            if customer.rawValue == 1 {
                history.write(
                    PracticeNotes.queueObserved, .init(rawValue: "PRCOUNTER"), lastWorkday(15, 20), .waiting)
            }
        // Lương: mail that came to the processing team.
        case 3:
            history.write(
                PracticeNotes.formArrived, .init(rawValue: "PRPROCESS"), lastWorkday(11, 35), .waiting)
        // Vukčević: a report that says too little, and a note that says too much.
        case 4:
            history.write(
                PracticeNotes.tooShort, .init(rawValue: "PRCOUNTER"), lastWorkday(10, 45),
                .returned(
                    ReportReturn(
                        reason: "Which words were said, and did the person leave by themselves?", by: omc,
                        at: lastWorkday(14, 10))))
            let written = on(today.advanced(by: -13), 12, 15)
            history.write(
                PracticeNotes.judging, .init(rawValue: "PRCOUNTER"), written,
                .removed(
                    NoteRemoval(
                        reason: .language, why: "Guesses at the state of the person; describes no behaviour.",
                        by: .init(rawValue: "PRCAPT"), at: written + 2 * 86_400)))
        default: return
        }
    }

    /// On the last weekday before today.
    private func lastWorkday(_ hour: Int, _ minute: Int) -> Instant {
        var day = today.advanced(by: -1)
        while !day.weekday.isBusinessDay { day = day.advanced(by: -1) }
        return clock.instant(of: day, at: Self.time(hour, minute))
    }
}
